import Basics
import Findings
import TestKit
import Testing

@testable import Driver

@Suite struct BaselineTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  @Test func reportsOnlyWhatIsNew() throws {
    try TemporaryDirectory.with(["a.go": "bad\nugly\n"]) { directory throws in
      let written = Run(["check", "--write-baseline", "known"], in: directory)
      #expect(written.code == .clean && written.errors == "")
      #expect(
        written.output
          == "wrote 2 findings to known\nno findings, 2 known in 1 package, 1 file, 0.00 s\n")
      #expect(try FileSystem.entries(directory).map(\.name) == ["a.go", "known"])
      let before = try text(directory + "/known")
      try TemporaryDirectory.write(Array("\n\nbad ugly\nbad\n".utf8), to: directory + "/a.go")
      let run = Run(["check", "--baseline=known"], in: directory)
      #expect(run.code == .findings)
      #expect(run.output.hasPrefix("a.go:4:1: bad-word:"))
      #expect(run.output.contains("\n1 finding (1 fixable), 2 known in 1 package"))
      let json = Run(["check", "--write-baseline=known", "--format=json"], in: directory)
      #expect(json.code == .clean && json.errors == "racelint: wrote 3 findings to known\n")
      #expect(json.output.contains("\"findings\": [],") && json.output.contains("\"known\": 3"))
      #expect(
        try text(directory + "/known").count { $0 == "\n" } == before.count { $0 == "\n" } + 1)
    }
  }

  @Test func leavesWhatIsKnownUnfixed() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      _ = Run(["check", "--write-baseline=known"], in: directory)
      try TemporaryDirectory.write(Array("bad\nugly\n".utf8), to: directory + "/a.go")
      let run = Run(["check", "--baseline=known", "--fix", "--unsafe-fixes"], in: directory)
      #expect(run.code == .clean)
      #expect(try text(directory + "/a.go") == "bad\nfair\n")
    }
  }

  @Test func listsWhatIsLeftAfterFixing() throws {
    try TemporaryDirectory.with(["a.go": "bad ugly\n"]) { directory throws in
      let run = Run(["check", "--fix", "--write-baseline=known"], in: directory)
      #expect(run.code == .clean)
      #expect(run.output.hasPrefix("fixed 1 finding in 1 file\nwrote 1 finding to known\n"))
    }
  }

  @Test(
    arguments: [
      ("missing", "cannot read baseline missing: No such file or directory"),
      ("other", "cannot read baseline other: it was not written by --write-baseline"),
      ("new", "cannot read baseline new: it has version 9, and this racelint knows version 1"),
      ("torn", "cannot read baseline torn: line 2 names no finding"),
    ])
  func saysWhyABaselineCannotBeRead(name: String, message: String) throws {
    let files = [
      "a.go": "bad\n", "other": "{}\n", "new": "racelint-baseline 9\n",
      "torn": "racelint-baseline 1\n34ad\n",
    ]
    try TemporaryDirectory.with(files) { directory throws in
      let run = Run(["check", "--baseline", name], in: directory)
      #expect(run.code == .failure && run.output == "")
      #expect(run.errors == "racelint: \(message)\n")
    }
  }

  @Test func reportsNothingWhereTheBaselineCannotBeWritten() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      let run = Run(["check", "--write-baseline=no/such"], in: directory)
      #expect(run.code == .failure && run.output == "")
      #expect(run.errors == "racelint: cannot write no/such: No such file or directory\n")
    }
  }
}
