import Basics
import Findings
import Glibc
import TestKit
import Testing

@testable import Driver

@Suite struct NewCodeTests {
  /// Runs git in a directory, with nothing of the user's own settings.
  @discardableResult
  private func git(_ arguments: String..., in directory: String) throws -> String {
    let run = try Subprocess.run(
      ["git", "-c", "user.name=test", "-c", "user.email=test@localhost"] + arguments,
      in: directory, environment: ["HOME": directory, "GIT_CONFIG_NOSYSTEM": "1"])
    #expect(run.status == 0, "git \(arguments): \(run.errors)")
    return run.output
  }

  /// A repository whose first commit holds the files.
  private func withRepository(
    _ files: [String: String], _ body: (String) throws -> Void
  ) throws {
    try TemporaryDirectory.with(files) { directory throws in
      try git("init", "-q", "-b", "main", in: directory)
      try commit(in: directory)
      try body(directory)
    }
  }

  private func commit(in directory: String) throws {
    try git("add", "-A", in: directory)
    try git("commit", "-q", "--allow-empty", "-m", "change", in: directory)
  }

  private func write(_ text: String, to path: String) throws {
    try TemporaryDirectory.write(Array(text.utf8), to: path)
  }

  /// The places that are reported: "a.go:1:1".
  private func places(_ arguments: String..., in directory: String, input: String = "") -> [String]
  {
    let run = Run(["check", "-q"] + arguments, in: directory, input: input)
    #expect(run.errors == "")
    return run.output.split(separator: "\n").map { line in
      line.split(separator: ":").prefix(3).joined(separator: ":")
    }
  }

  @Test func reportsWhatChangedSinceARevision() throws {
    try withRepository(["a.go": "bad\nfine\n", "b.go": "bad\n"]) { root in
      #expect(places("--new-from-rev=HEAD", in: root) == [])
      try write("bad\nfine\nbad\n", to: root + "/a.go")
      try write("bad\n", to: root + "/c.go")
      #expect(places("--new-from-rev=HEAD", in: root) == ["a.go:3:1", "c.go:1:1"])
      #expect(places("--new-from-rev=HEAD", "--no-untracked", in: root) == ["a.go:3:1"])
      #expect(
        places("--new-from-rev=HEAD", "--whole-files", in: root)
          == ["a.go:1:1", "a.go:3:1", "c.go:1:1"])
      try git("add", "a.go", in: root)
      #expect(places("--new-from-rev=HEAD", "--no-untracked", in: root) == ["a.go:3:1"], "staged")
      try write("c.go\n", to: root + "/.gitignore")
      #expect(places("--new-from-rev=HEAD", in: root) == ["a.go:3:1"], "ignored")
      try commit(in: root)
      #expect(places("--new-from-rev=HEAD", in: root) == [])
      #expect(places("--new-from-rev=HEAD~1", in: root) == ["a.go:3:1"])
      let run = Run(["check", "--new-from-rev=HEAD"], in: root)
      #expect(run.code == .clean && run.output.hasPrefix("no findings, 4 old in "))
    }
  }

  @Test func takesAllForNewBeforeTheFirstCommit() throws {
    try TemporaryDirectory.with(["a.go": "bad\n", "b.go": "bad\n"]) { root throws in
      try git("init", "-q", in: root)
      try git("add", "a.go", in: root)
      #expect(places("--new-from-rev=HEAD", in: root) == ["a.go:1:1", "b.go:1:1"])
      #expect(places("--new-from-rev=@", "--no-untracked", in: root) == ["a.go:1:1"])
    }
  }

  @Test func comparesWithWhereTheBranchBegan() throws {
    try withRepository(["a.go": "fine\n"]) { root in
      try git("checkout", "-q", "-b", "work", in: root)
      try write("fine\nbad\n", to: root + "/a.go")
      try commit(in: root)
      try git("checkout", "-q", "main", in: root)
      try write("bad\n", to: root + "/b.go")
      try commit(in: root)
      try git("merge", "-q", "--no-edit", "work", in: root)
      #expect(places("--new-from-rev=main~1", in: root) == ["a.go:2:1"])
      #expect(places("--new-from-merge-base=main~1", in: root) == ["a.go:2:1"])
      try git("checkout", "-q", "work", in: root)
      try write("bad\n", to: root + "/c.go")
      #expect(places("--new-from-merge-base=main~1", in: root) == ["a.go:2:1", "c.go:1:1"])
    }
  }

  @Test func aRenamedFileIsNewWhereItChanged() throws {
    let body = String(repeating: "fine\n", count: 20)
    try withRepository(["a.go": "bad\n" + body]) { root in
      rename(root + "/a.go", root + "/b.go")
      try write("bad\n" + body + "bad\n", to: root + "/b.go")
      try git("add", "-A", in: root)
      #expect(places("--new-from-rev=HEAD", in: root) == ["b.go:22:1"])
      try write("bad\n" + body, to: root + "/copy.go")
      try write("bad\n" + body, to: root + "/a.go")
      try git("add", "-A", in: root)
      let copies = places("--new-from-rev=HEAD", in: root)
      #expect(copies.contains("copy.go:1:1") && !copies.contains("a.go:1:1"), "\(copies)")
    }
  }

  @Test func worksBelowTheTopAndWithAnyPath() throws {
    let odd = "tab\t\"é\" and \\.go"
    try withRepository(["up.go": "fine\n", "sub/a.go": "fine\n", "sub/" + odd: "fine\n"]) { root in
      try git("config", "diff.relative", "true", in: root)
      try git("config", "diff.noprefix", "true", in: root)
      try git("config", "color.ui", "always", in: root)
      for name in ["a.go", odd] { try write("fine\nbad\n", to: root + "/sub/" + name) }
      try write("bad\n", to: root + "/sub/new \n\(odd)")
      try write("* binary\n", to: root + "/.gitattributes")
      let run = Run(["check", "--new-from-rev=HEAD"], in: root + "/sub")
      #expect(
        run.output.contains("\n3 findings (3 fixable) in 1 package, 3 files"), "\(run.output)")
    }
  }

  @Test func seesThroughALinkToTheWorkingDirectory() throws {
    try withRepository(["sub/a.go": "fine\n"]) { root in
      symlink("sub", root + "/link")
      try write("bad\n", to: root + "/sub/a.go")
      #expect(places("--new-from-rev=HEAD", in: root + "/link") == ["a.go:1:1"])
    }
  }

  @Test func takesAPatch() throws {
    let patch = "--- a/a.go\n+++ b/a.go\n@@ -2,0 +3 @@\n+bad\n"
    try TemporaryDirectory.with(["a.go": "bad\nfine\nbad\n", "p": patch]) { root throws in
      #expect(places("--new-from-patch=p", in: root) == ["a.go:3:1"])
      #expect(places("--new-from-patch", "-", in: root, input: patch) == ["a.go:3:1"])
      #expect(places("--new-from-patch=-", in: root) == [])
      let bare = patch.replacing("b/a.go", with: "a.go")
      #expect(places("--new-from-patch=-", in: root, input: bare) == ["a.go:3:1"])
    }
  }

  @Test func findsTheFilesOfAPatchFromTheTopOfTheRepository() throws {
    try withRepository(["sub/a.go": "fine\n"]) { root in
      try write("fine\nbad\n", to: root + "/sub/a.go")
      let patch = try git("diff", in: root)
      #expect(places("--new-from-patch=-", in: root + "/sub", input: patch) == ["a.go:2:1"])
      let relative = try git("diff", "--relative", in: root + "/sub")
      #expect(places("--new-from-patch=-", in: root + "/sub", input: relative) == ["a.go:2:1"])
    }
  }

  @Test func fixesOnlyWhatIsNew() throws {
    let patch = "--- a/a.go\n+++ b/a.go\n@@ -2,0 +3,2 @@\n+bad\n+stuck\n"
    try withRepository(["a.go": "bad\nfine\n"]) { root in
      try write("bad\nfine\nbad\nstuck\n", to: root + "/a.go")
      for option in ["--new-from-rev=HEAD", "--new-from-patch=-"] {
        let run = Run(["check", "--fix", option], in: root, input: patch)
        #expect(run.code == .findings && run.output.hasPrefix("a.go:4:1: bad-word: `stuck`"))
        let text = String(decoding: try FileSystem.read(root + "/a.go"), as: UTF8.self)
        #expect(text == "bad\nfine\ngood\nstuck\n")
        try write("bad\nfine\nbad\nstuck\n", to: root + "/a.go")
      }
    }
  }

  @Test func saysInOneLineWhyItCannotTell() throws {
    func failure(_ option: String, in root: String, input: String = "") -> String {
      let run = Run(["check", option], in: root, input: input)
      #expect(run.code == .failure && run.output == "")
      return run.errors
    }
    try TemporaryDirectory.with(["a.go": "bad\n", "p": "hello\n"]) { root throws in
      #expect(
        failure("--new-from-rev=HEAD", in: root)
          == "racelint: --new-from-rev needs a git repository, and \(root) is in none\n")
      #expect(
        failure("--new-from-patch=none", in: root)
          == "racelint: cannot read patch none: No such file or directory\n")
      #expect(
        failure("--new-from-patch=p", in: root)
          == "racelint: cannot read patch p: it holds no changes in the form of diff -u\n")
      #expect(
        failure("--new-from-patch=-", in: root, input: "--- a\n+++ a\n@@ -1 +1 @@\n-x\n")
          == "racelint: cannot read patch from standard input: the hunk at line 3 has not the lines "
          + "that it promises\n")
    }
    try withRepository(["a.go": "bad\n"]) { root in
      for option in ["--new-from-rev", "--new-from-merge-base"] {
        #expect(
          failure(option + "=nosuch", in: root)
            == "racelint: the repository has no revision nosuch\n")
      }
      try git("checkout", "-q", "--orphan", "other", in: root)
      try write("fine\n", to: root + "/a.go")
      try commit(in: root)
      #expect(
        failure("--new-from-merge-base=main", in: root)
          == "racelint: main and HEAD have no commit in common\n")
    }
  }
}
