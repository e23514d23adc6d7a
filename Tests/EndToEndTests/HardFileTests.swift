import Basics
import Glibc
import TestKit
import Testing

/// Files that are not as files should be: each run ends, and says what it left out.
@Suite struct HardFileTests {
  @Test func carriageReturnsAndTheByteOrderMarkChangeNoPosition() throws {
    let returns = Samples.hazard().replacing("\n", with: "\r\n")
    try check(
      ["tally.go": Array(returns.utf8), "mark/tally.go": Array("\u{FEFF}\(returns)".utf8)],
      findings: ["mark/tally.go:10:3", "tally.go:10:3"])
  }

  @Test func bytesThatAreNoUTF8AreNoObstacle() throws {
    let bytes = Array("// caf".utf8) + [0xE9, 0xFF, 0x0A] + Array(Samples.hazard().utf8)
    try check(["tally.go": bytes], findings: ["tally.go:11:3"])
  }

  @Test func anEmptyFileIsNamed() throws {
    try check(
      ["empty.go": [], "tally.go": Array(Samples.hazard().utf8)], findings: ["tally.go:10:3"],
      diagnostic: "empty.go: package: the file is empty")
  }

  @Test func aPipeIsNotWaitedFor() throws {
    try check(
      ["tally.go": Array(Samples.hazard().utf8)], findings: ["tally.go:10:3"],
      diagnostic: "pipe.go: io: cannot read the file: not an ordinary file"
    ) { root in
      #expect(mkfifo(root + "/pipe.go", 0o644) == 0)
    }
  }

  @Test(.enabled(if: geteuid() != 0, "to root nothing is forbidden"))
  func aFileThatMayNotBeReadIsNamed() throws {
    try check(
      ["closed.go": [], "tally.go": Array(Samples.hazard().utf8)], findings: ["tally.go:10:3"],
      diagnostic: "closed.go: io: cannot read the file: Permission denied"
    ) { root in
      #expect(chmod(root + "/closed.go", 0) == 0)
    }
  }

  @Test func linksThatLeadInCirclesEnd() throws {
    try check(
      ["tally.go": Array(Samples.hazard().utf8)], findings: ["tally.go:10:3"],
      diagnostic: "circle.go: io: cannot read the file: Too many levels of symbolic links"
    ) { root in
      #expect(symlink(".", root + "/here") == 0)
      #expect(symlink("circle.go", root + "/circle.go") == 0)
    }
  }

  @Test func aSyntaxErrorSilencesNothingElse() throws {
    let broken = "package tally\n\nfunc f() {\n\tx := := 3\n}\n\nfunc (\n"
    try check(
      ["broken.go": Array(broken.utf8), "tally.go": Array(Samples.hazard().utf8)],
      findings: ["tally.go:10:3"], diagnostic: "broken.go:4:7: syntax: syntax error: ")
  }

  @Test func aSyntaxErrorDoesNotSilenceItsOwnFile() throws {
    let text = Samples.hazard() + "\nfunc broken() {\n\tx := := 3\n}\n"
    try check(
      ["tally.go": Array(text.utf8)], findings: ["tally.go:10:3"],
      diagnostic: "tally.go:20:7: syntax: syntax error: ")
  }

  /// Checks a module of these files: where the findings are, and the start of the only
  /// diagnostic, if there is to be one.
  private func check(
    _ files: [String: [UInt8]], findings: [String], diagnostic: String? = nil,
    prepare: (String) -> Void = { _ in }
  ) throws {
    try TemporaryDirectory.with(["go.mod": Samples.module]) { root in
      for (name, bytes) in files { try TemporaryDirectory.write(bytes, to: root + "/" + name) }
      prepare(root)
      let run = try Programs.check("--quiet", in: root)
      #expect(run.status == (findings.isEmpty ? 0 : 1))
      #expect(run.errors.isEmpty)
      let lines = run.output.split(separator: "\n")
      let found = lines.filter { $0.contains(": early-done: ") }
      #expect(
        found.map { $0.split(separator: ":").prefix(3).joined(separator: ":") } == findings)
      let others = lines.filter { !$0.contains(": early-done: ") }
      #expect(others.count == (diagnostic == nil ? 0 : 1), "\(others)")
      if let diagnostic { #expect(others.first?.hasPrefix(diagnostic) == true, "\(others)") }

      let json = try Programs.shell(
        "\"$racelint\" check --exit-zero --format json | python3 -m json.tool", in: root)
      #expect(json.status == 0, "\(json.errors)")
    }
  }
}
