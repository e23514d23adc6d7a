import Basics
import Findings
import Glibc
import TestKit
import Testing

@testable import Driver

@Suite struct FixTests {
  private func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }

  @Test func fixesWhatIsSafeAndReportsTheRest() throws {
    try TemporaryDirectory.with(["a.go": "bad ugly\n", "b.go": "bad\n"]) { directory throws in
      let run = Run(["check", "--fix"], in: directory)
      #expect(run.code == .findings)
      #expect(run.output.hasPrefix("a.go:1:6: bad-word: `ugly` is a bad word"))
      #expect(run.output.contains("\nfixed 2 findings in 2 files\n1 finding "))
      #expect(try text(directory + "/a.go") == "good ugly\n")
      let again = Run(["check", "--fix", "--unsafe-fixes"], in: directory)
      #expect(again.code == .clean)
      #expect(try text(directory + "/a.go") == "good fair\n")
    }
  }

  @Test func goesOnUntilFixesThatTouchAreAllIn() throws {
    try TemporaryDirectory.with(["a.go": "badbadbad\n"]) { directory throws in
      let run = Run(["check", "--fix"], in: directory)
      #expect(run.code == .clean)
      #expect(run.output.contains("fixed 3 findings in 1 file\n"))
      #expect(try text(directory + "/a.go") == "goodgoodgood\n")
    }
  }

  @Test func goesOnThoughThereAreNotFewerFindings() throws {
    try TemporaryDirectory.with(["a.go": "vile bad\n"]) { directory throws in
      let run = Run(["check", "--fix"], in: directory)
      #expect(run.code == .clean)
      #expect(run.output.contains("fixed 3 findings in 1 file\n"))
      #expect(try text(directory + "/a.go") == "good good\n")
    }
  }

  @Test func leavesNoFileThatParsesWorse() throws {
    try TemporaryDirectory.with(["a.go": "package p\n\n// bad crooked\nvar crooked int\n"]) {
      directory throws in
      let run = Run(["check", "--fix"], in: directory)
      #expect(run.code == .findings)
      #expect(
        try text(directory + "/a.go") == "package p\n\n// good func (\nvar crooked int\n")
    }
  }

  @Test func printsThePatchOfAllRoundsAndChangesNothing() throws {
    try TemporaryDirectory.with(["a.go": "badbad\n", "b.go": "fine\nvile\n"]) {
      directory throws in
      let run = Run(["check", "--diff"], in: directory)
      #expect(run.code == .findings)
      #expect(
        run.output == """
          --- a/a.go
          +++ b/a.go
          @@ -1 +1 @@
          -badbad
          +goodgood
          --- a/b.go
          +++ b/b.go
          @@ -1,2 +1,2 @@
           fine
          -vile
          +good

          """)
      #expect(run.errors == "racelint: 3 findings; the patch fixes 4 findings in 2 files\n")
      #expect(try text(directory + "/a.go") == "badbad\n")
      #expect(try text(directory + "/b.go") == "fine\nvile\n")
    }
  }

  @Test func printsThePatchOfWhatCameOnStandardInput() throws {
    try TemporaryDirectory.with(["a.go": "fine\n", "b.go": "bad\n"]) { directory throws in
      let run = Run(
        ["check", "--diff", "--stdin-filename=a.go", "-"], in: directory, input: "vilebad\n")
      #expect(run.output.hasSuffix("@@ -1 +1 @@\n-vilebad\n+goodgood\n"), "\(run.output)")
      #expect(try text(directory + "/a.go") == "fine\n")
    }
  }

  @Test func stopsWhenAFixDoesNotHelp() throws {
    try TemporaryDirectory.with(["a.go": "stuck\n"]) { directory throws in
      let run = Run(["check", "--fix"], in: directory)
      #expect(run.code == .findings)
      #expect(run.output.contains("fixed 1 finding in 1 file\n"))
    }
  }

  @Test func keepsStandardOutputForJSON() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      let run = Run(["check", "--fix", "--format=json"], in: directory)
      #expect(run.output.hasPrefix("{") && run.output.hasSuffix("}\n"))
      #expect(run.errors == "racelint: fixed 1 finding in 1 file\n")
    }
  }

  @Test func leavesAChangedFileAlone() throws {
    try TemporaryDirectory.with(["a.go": "bad\n", "b.go": "bad\n"]) { directory throws in
      let engine = WordEngine.make { _ in
        try? TemporaryDirectory.write(Array("mine bad\n".utf8), to: directory + "/a.go")
      }
      let run = Run(["check", "--fix"], in: directory, engine: engine)
      #expect(run.code == .findings)
      #expect(run.errors == "racelint: a.go has changed since it was analysed; left alone\n")
      #expect(try text(directory + "/a.go") == "mine bad\n")
      #expect(try text(directory + "/b.go") == "good\n")
    }
  }

  @Test func appliesAFixOfSeveralFilesToAllOrToNone() throws {
    // The fix of "bad" in a.go and c.go changes "twin" in b.go, which has changed.
    try TemporaryDirectory.with(["a.go": "bad\n", "b.go": "twin\n"]) { directory throws in
      let engine = WordEngine.make { _ in
        try? TemporaryDirectory.write(Array("twin!\n".utf8), to: directory + "/b.go")
      }
      let run = Run(["check", "--fix"], in: directory, engine: engine)
      #expect(run.code == .findings)
      #expect(try text(directory + "/a.go") == "bad\n")
      #expect(try text(directory + "/b.go") == "twin!\n")
    }
    try TemporaryDirectory.with(["a.go": "bad\n", "b.go": "twin\n"]) { directory throws in
      #expect(Run(["check", "--fix"], in: directory).code == .clean)
      #expect(try text(directory + "/b.go") == "pair\n")
    }
  }

  @Test func keepsModeAndLinkAndLeavesNothingBehind() throws {
    try TemporaryDirectory.with(["real/code.go": "bad\n"]) { directory throws in
      let real = directory + "/real/code.go"
      chmod(real, 0o751)
      symlink("real/code.go", directory + "/link.go")
      #expect(Run(["check", "--fix"], in: directory).code == .clean)
      #expect(try text(real) == "good\n")
      #expect(try FileSystem.stamp(real).mode & 0o7777 == 0o751)
      let link = try FileSystem.entries(directory).first { $0.name == "link.go" }
      #expect(link?.kind == .symbolicLink)
      #expect(try FileSystem.entries(directory).map(\.name) == ["link.go", "real"])
      #expect(try FileSystem.entries(directory + "/real").map(\.name) == ["code.go"])
    }
  }

  @Test func leavesNothingBehindWhenContentsAreNotCommitted() throws {
    try TemporaryDirectory.with(["a.go": "old"]) { directory throws in
      do {
        let staged = try StagedFile(Array("new".utf8), for: directory + "/a.go")
        #expect(try FileSystem.entries(directory).count == 2)
        _ = staged.path
      }
      #expect(try FileSystem.entries(directory).map(\.name) == ["a.go"])
      #expect(try text(directory + "/a.go") == "old")
    }
  }

  @Test func saysWhatCouldNotBeWritten() throws {
    try TemporaryDirectory.with(["a.go": "bad\n", "b.go": "bad\n"]) { directory throws in
      let engine = WordEngine.make { _ in
        unlink(directory + "/a.go")
        mkdir(directory + "/a.go", 0o755)
      }
      let run = Run(["check", "--fix"], in: directory, engine: engine)
      #expect(run.code == .failure)
      #expect(run.errors == "racelint: cannot fix a.go: Is a directory\n")
      #expect(try text(directory + "/b.go") == "good\n")
    }
  }
}
