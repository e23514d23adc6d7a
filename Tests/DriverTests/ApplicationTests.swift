import Basics
import Findings
import Glibc
import Reporting
import TestKit
import Testing

@testable import Driver

@Suite struct ApplicationTests {
  @Test func reportsFindingsAndExitsWithOne() throws {
    try TemporaryDirectory.with(["a.go": "a bad word\n"]) { directory throws in
      let run = Run(["check"], in: directory)
      #expect(run.code == .findings)
      #expect(run.output.hasPrefix("a.go:1:3: bad-word: `bad` is a bad word [confirmed]\n"))
      #expect(run.output.hasSuffix("1 finding (1 fixable) in 1 package, 1 file, 0.00 s\n"))
      #expect(run.errors == "")
      #expect(Run(["check", "--exit-zero"], in: directory).code == .clean)
      #expect(Run(["check", "-q"], in: directory).output.split(separator: "\n").count == 1)
    }
  }

  @Test func exitsWithZeroWhereNothingIsFound() throws {
    try TemporaryDirectory.with(["a.go": "fine\n"]) { directory throws in
      let run = Run(["check"], in: directory)
      #expect(run.code == .clean)
      #expect(run.output == "no findings in 1 package, 1 file, 0.00 s\n")
    }
  }

  @Test(
    arguments: [
      (["check", "--nope"], "racelint: unknown option --nope\n"),
      (["check", "--only=bad-wrod"], "racelint: unknown rule bad-wrod; did you mean bad-word?\n"),
      (["check", "--disable=x"], "racelint: unknown rule x; see racelint rules\n"),
      (["explain", "late"], "racelint: unknown rule late; did you mean late-word?\n"),
      (["check"], "racelint: ./... matched no packages\n"),
      (["help", "chck"], "racelint: unknown command chck; did you mean check?\n"),
    ] as [([String], String)])
  func exitsWithTwoAndOneLineOnErrors(arguments: [String], message: String) {
    let run = Run(arguments)
    #expect(run.code == .failure)
    #expect(run.errors == message)
    #expect(run.output == "")
  }

  @Test func printsManualRulesAndVersion() {
    #expect(Run(["explain", "bad-word"]).output == "# bad-word\n\nBad.\n")
    #expect(
      Run(["rules"]).output == "bad-word   on   a bad word\nlate-word  off  a word too late\n")
    #expect(Run(["version"]).output == "racelint \(Version.current)\n")
    #expect(Run(["--version"]).output == Run(["version"]).output)
  }

  @Test func hasHelpForEverythingWithinEightyColumns() {
    for arguments in [["--help"], ["help"]] + Command.allCases.map({ [$0.rawValue, "--help"] }) {
      let run = Run(arguments)
      #expect(run.code == .clean && run.errors == "")
      #expect(run.output.hasSuffix("\n") && !run.output.hasSuffix("\n\n"))
      for line in run.output.split(separator: "\n") { #expect(line.count <= 80, "\(line)") }
    }
    let check = Run(["help", "check"]).output
    #expect(check == Run(["check", "-h"]).output)
    for spec in OptionTable.options(for: .check) {
      #expect(check.contains("--") && check.contains(spec.name), "\(spec.name)")
      #expect(check.contains(spec.label), "\(spec.label)")
    }
  }

  @Test func writesTheReportBesideAndRenamesIt() throws {
    try TemporaryDirectory.with(["a.go": "bad\n", "out.json": "old"]) { directory throws in
      chmod(directory + "/out.json", 0o640)
      let run = Run(["check", "--format=json", "--output", "out.json"], in: directory)
      #expect(run.code == .findings && run.output == "" && run.errors == "")
      let text = String(decoding: try FileSystem.read(directory + "/out.json"), as: UTF8.self)
      #expect(text.hasPrefix("{\n  \"schemaVersion\": 1,"))
      #expect(try FileSystem.stamp(directory + "/out.json").mode & 0o777 == 0o640)
      #expect(try FileSystem.entries(directory).map(\.name) == ["a.go", "out.json"])
      #expect(Run(["check", "-o", "/dev/null"], in: directory).code == .findings)
      #expect(try FileSystem.stamp("/dev/null").isRegularFile == false)
    }
  }

  @Test func writesSeveralReportsAtOnce() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      let run = Run(["check", "--format", "sarif=out.sarif,text,rdjsonl=r"], in: directory)
      #expect(run.code == .findings && run.errors == "")
      #expect(run.output.hasPrefix("a.go:1:1: bad-word:"))
      let sarif = String(decoding: try FileSystem.read(directory + "/out.sarif"), as: UTF8.self)
      #expect(sarif.contains("\"ruleId\": \"bad-word\",\n"))
      #expect(!sarif.contains("late-word"), "a rule that did not run")
      #expect(try FileSystem.read(directory + "/r").count { $0 == UInt8(ascii: "\n") } == 1)
      let quiet = Run(["check", "--format=json=j,text", "--output=t"], in: directory)
      #expect(quiet.output == "" && FileSystem.isFile(directory + "/t"))
    }
  }

  @Test func writesNoReportWhereOneCannotBe() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      let run = Run(["check", "--format=json=a.json,sarif=no/b.sarif,text"], in: directory)
      #expect(run.code == .failure && run.output == "")
      #expect(try FileSystem.entries(directory).map(\.name) == ["a.go"])
    }
  }

  @Test func hasEveryFormat() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      for format in ReportFormat.allCases {
        let run = Run(["check", "--format", format.rawValue], in: directory)
        #expect(run.code == .findings && run.errors == "")
        #expect(run.output.contains("bad-word") && run.output.hasSuffix("\n"), "\(format)")
      }
    }
  }

  @Test func saysDiagnosticsThatNoReportHolds() throws {
    try TemporaryDirectory.with(["a.go": "fine\n"]) { directory throws in
      let word = WordEngine.make()
      let engine = Engine(rules: word.rules) { settings, observer throws(AnalysisError) in
        var report = try Analysis.run(settings, observer: observer)
        report.diagnostics = [Diagnostic(.io, "cannot read", path: "x.go")]
        return report
      }
      let silent = Run(["check", "--format=junit"], in: directory, engine: engine)
      #expect(silent.errors == "racelint: x.go: io: cannot read\n")
      #expect(Run(["check", "--format=sarif"], in: directory, engine: engine).errors == "")
    }
  }

  @Test func saysWhyTheReportCannotBeWritten() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      let run = Run(["check", "--output=no/such/file"], in: directory)
      #expect(run.code == .failure)
      #expect(run.errors == "racelint: cannot write no/such/file: No such file or directory\n")
    }
  }

  @Test func endsQuietlyWhenItsReaderIsGone() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      let closed = MemorySink(failure: FileError(path: "standard output", code: EPIPE))
      let run = Run(["check"], in: directory, output: closed)
      #expect(run.code == .findings && run.errors == "")
      let full = MemorySink(failure: FileError(path: "standard output", code: ENOSPC))
      let failed = Run(["check"], in: directory, output: full)
      #expect(failed.code == .failure)
      #expect(failed.errors == "racelint: cannot write standard output: No space left on device\n")
    }
  }

  @Test func setsColourWhereItIsWanted() throws {
    try TemporaryDirectory.with(["a.go": "bad\n"]) { directory throws in
      func isColoured(
        _ arguments: String..., terminal: Bool, environment: [String: String] = [:]
      ) -> Bool {
        let sink = MemorySink(isTerminal: terminal)
        let run = Run(
          ["check"] + arguments, in: directory, environment: environment, output: sink)
        return run.output.contains("\u{1B}")
      }
      #expect(isColoured(terminal: true))
      #expect(!isColoured(terminal: false))
      #expect(!isColoured("--color=never", terminal: true))
      #expect(isColoured("--color=always", terminal: false, environment: ["NO_COLOR": "1"]))
      #expect(!isColoured(terminal: true, environment: ["NO_COLOR": "1"]))
      #expect(isColoured(terminal: true, environment: ["NO_COLOR": ""]))
      #expect(!isColoured(terminal: true, environment: ["TERM": "dumb"]))
    }
  }

  @Test func showsProgressOnATerminalOnlyAndTakesItAway() {
    let sink = MemorySink(isTerminal: true)
    let line = ProgressLine(sink, delay: .zero)
    line.update(1, 4)
    line.clear()
    line.update(2, 4)
    #expect(sink.text == "\r\u{1B}[Kracelint: 25 % of 4 packages\r\u{1B}[K")
    let quick = MemorySink(isTerminal: true)
    let other = ProgressLine(quick)
    other.update(1, 4)
    other.clear()
    #expect(quick.text == "")
  }

  @Test func printsAPatchAndChangesNothing() throws {
    try TemporaryDirectory.with(["a.go": "bad\nugly\n", "b.go": "x\r\nbad"]) { directory throws in
      let run = Run(["check", "--diff"], in: directory)
      #expect(run.code == .findings)
      #expect(run.errors == "racelint: 3 findings; the patch fixes 2 findings in 2 files\n")
      #expect(try FileSystem.read(directory + "/a.go") == Array("bad\nugly\n".utf8))
      try TemporaryDirectory.write(Array(run.output.utf8), to: directory + "/fix.patch")
      let git = try Subprocess.run(["git", "apply", "fix.patch"], in: directory)
      #expect(git.status == 0, "\(git.errors)")
      #expect(try FileSystem.read(directory + "/a.go") == Array("good\nugly\n".utf8))
      #expect(try FileSystem.read(directory + "/b.go") == Array("x\r\ngood".utf8))
      let unsafe = Run(["check", "--diff", "--unsafe-fixes", "-q"], in: directory)
      #expect(unsafe.output.contains("-ugly\n+fair\n") && unsafe.errors == "")
    }
  }
}
