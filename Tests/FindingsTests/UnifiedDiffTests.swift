import Basics
import Findings
import TestKit
import Testing

@Suite struct UnifiedDiffTests {
  private func numbered(_ count: Int, changing lines: Set<Int> = [], ending: String = "\n")
    -> String
  {
    (1...count).map { lines.contains($0) ? "changed \($0)" : "line \($0)" }
      .joined(separator: ending) + ending
  }

  private func patch(_ old: String, _ new: String, path: String = "a.go") -> String {
    let diff = LineDiff(old: Array(old.utf8), new: Array(new.utf8))
    return String(decoding: UnifiedDiff.patch(path: path, diff), as: UTF8.self)
  }

  @Test func saysNothingAboutEqualTexts() {
    #expect(patch("a\n", "a\n") == "")
    #expect(patch("", "") == "")
  }

  @Test func showsThreeLinesAround() {
    #expect(
      patch(numbered(9), numbered(9, changing: [5])) == """
        --- a/a.go
        +++ b/a.go
        @@ -2,7 +2,7 @@
         line 2
         line 3
         line 4
        -line 5
        +changed 5
         line 6
         line 7
         line 8

        """)
  }

  @Test func joinsHunksWhoseContextMeets() {
    let near = patch(numbered(30), numbered(30, changing: [5, 12]))
    let far = patch(numbered(30), numbered(30, changing: [5, 13]))
    #expect(near.split(separator: "\n").filter { $0.hasPrefix("@@") }.count == 1)
    #expect(far.split(separator: "\n").filter { $0.hasPrefix("@@") }.count == 2)
  }

  @Test func marksAMissingLastLineFeed() {
    #expect(
      patch("a\nb", "a\nb\n") == """
        --- a/a.go
        +++ b/a.go
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b

        """)
  }

  @Test func keepsUnchangedLinesBetweenEdits() {
    let text = "a\nb\nc\n"
    let edits = [
      TextEdit(SourceLocation(file: "a.go", range: ByteRange(start: 0, end: 1)), replacement: "A"),
      TextEdit(SourceLocation(file: "a.go", range: ByteRange(start: 4, end: 5)), replacement: "C"),
    ]
    let hunks = LineDiff(old: Array(text.utf8), edits: edits).hunks(context: 0)
    #expect(hunks.map(\.oldStart) == [1, 3])
    #expect(hunks.flatMap(\.lines).map(\.kind) == [.removed, .added, .removed, .added])
  }

  @Test func countsLinesOfEmptySidesAsGitDoes() {
    let hunk = LineDiff(old: Array("a\nb\n".utf8), new: Array("a\nx\nb\n".utf8)).hunks(context: 0)
    #expect(hunk.map { [$0.oldStart, $0.oldCount, $0.newStart, $0.newCount] } == [[1, 0, 2, 1]])
  }

  private static let pairs: [(String, String)] = [
    ("", "package a\n"), ("package a\n", ""), ("a\nb", "a\nc"), ("a\nb", "a\nb\nc"), ("a", "a\n"),
    ("a\r\nb\r\n", "a\r\nc\r\nb\r\n"), ("\u{FEFF}a\nb\n", "\u{FEFF}c\nb\n"),
    ("a\n\n\nb\n", "a\nb\n"),
    ("a\nb\na\nb\n", "b\na\nb\na\n"), ("日本\nx\n", "日本語\nx\n"), ("a\n", "a"),
  ]

  @Test(arguments: pairs) func isTakenByGit(old: String, new: String) throws {
    try TemporaryDirectory.with(["dir/a b.go": old]) { directory in
      let patch = patch(old, new, path: "dir/a b.go")
      try TemporaryDirectory.write(Array(patch.utf8), to: directory + "/fix.patch")
      let git = try Subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "fix.patch"], in: directory,
        environment: ["GIT_CEILING_DIRECTORIES": "/"])
      #expect(git.status == 0, "\(git.errors)\n\(patch)")
      let result = (try? FileSystem.read(directory + "/dir/a b.go")) ?? []
      #expect(result == Array(new.utf8))
    }
  }

  @Test func isTakenByGitFromASubdirectory() throws {
    try TemporaryDirectory.with(["sub/a.go": "a\n"]) { directory in
      #expect(try Subprocess.run(["git", "init", "-q"], in: directory).status == 0)
      try TemporaryDirectory.write(
        Array(patch("a\n", "b\n").utf8), to: directory + "/sub/fix.patch")
      let git = try Subprocess.run(["git", "apply", "fix.patch"], in: directory + "/sub")
      #expect(git.status == 0, "\(git.errors)")
      #expect(try FileSystem.read(directory + "/sub/a.go") == Array("b\n".utf8))
    }
  }

  /// Every way to edit a small text, against the plain application of the edits.
  @Test func agreesWithTheEditsItWasMadeFrom() throws {
    let text = "a\n\nbc\nd"
    var checked = 0
    for start in 0...UInt32(text.utf8.count) {
      for end in start...UInt32(text.utf8.count) {
        for replacement in ["", "\n", "x", "x\n", "\nb"] {
          let edit = TextEdit(
            SourceLocation(file: "a.go", range: ByteRange(start: start, end: end)),
            replacement: replacement)
          let fix = Fix(title: "", safety: .safe, edits: [edit])
          let source = SourceText(path: "a.go", text: text)
          let file = try #require(EditApplication([fix], to: ["a.go": source]).files.first)
          #expect(rebuilt(from: source.bytes, file.diff) == file.newBytes, "\(edit)")
          checked += 1
        }
      }
    }
    #expect(checked > 100)
  }

  /// The new text as a patch tool would make it: the kept lines, and those of each hunk.
  private func rebuilt(from old: [UInt8], _ diff: LineDiff) -> [UInt8] {
    var lines = old.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { Array($0) + [UInt8(ascii: "\n")] }
    lines[lines.count - 1].removeLast()
    var result: [UInt8] = []
    var next = 0
    for hunk in diff.hunks(context: 1) {
      let start = hunk.oldCount == 0 ? hunk.oldStart : hunk.oldStart - 1
      for line in lines[next..<start] { result += line }
      for line in hunk.lines where line.kind != .removed { result += line.bytes }
      next = start + hunk.oldCount
    }
    for line in lines[next...] { result += line }
    return result
  }
}
