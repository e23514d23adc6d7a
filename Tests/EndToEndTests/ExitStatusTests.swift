import Basics
import TestKit
import Testing

@Suite struct ExitStatusTests {
  @Test func isZeroWhereNothingIsFound() throws {
    try TemporaryDirectory.with(["go.mod": Samples.module, "a.go": "package tally\n"]) { root in
      let run = try Programs.check(in: root)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix("no findings in 1 package, 1 file, "))
      #expect(run.errors.isEmpty)
    }
  }

  @Test func isOneWhereSomethingIsFound() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let run = try Programs.check(in: root)
      #expect(run.status == 1)
      let forgiving = try Programs.check("--exit-zero", in: root)
      #expect(forgiving.status == 0)
      #expect(forgiving.output.hasPrefix("tally.go:10:3: early-done: "))
    }
  }

  @Test(
    "Status 2 comes with one line that says why",
    arguments: [
      (["check", "--ony", "x"], "unknown option --ony; did you mean --only?"),
      (["check", "missing"], "no such directory: missing"),
      (["check", "missing/..."], "no such directory: missing"),
      (["check", "missing.go"], "no such file: missing.go"),
      (["check", "empty"], "no Go files in empty"),
      (["check", "empty/..."], "empty/... matched no packages"),
      (["check", "--only", "early-doen"], "unknown rule early-doen; did you mean early-done?"),
      (["check", "--format", "yaml"], "unknown format yaml; see racelint help check"),
      (["check", "--output", "missing/report"], "cannot write missing/report: "),
      (["explain", "no-such-rule"], "unknown rule no-such-rule; see racelint rules"),
      (["chekc"], "unknown command chekc; did you mean check?"),
      ([], "no command; try racelint check ./... or racelint --help"),
    ])
  func isTwo(arguments: [String], reason: String) throws {
    let files = Samples.tally.merging(["empty/readme.txt": ""]) { first, _ in first }
    try TemporaryDirectory.with(files) { root in
      let run = try Subprocess.run([Programs.racelint] + arguments, in: root)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("racelint: " + reason))
      #expect(run.errors.hasSuffix("\n"))
      #expect(run.errors.count { $0 == "\n" } == 1)
    }
  }

  @Test func isTwoWhereGitIsNeededAndMissing() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let run = try Subprocess.run(
        [Programs.racelint, "check", "--new-from-rev", "HEAD"], in: root,
        environment: ["PATH": root])
      #expect(run.status == 2)
      #expect(run.errors == "racelint: --new-from-rev needs git, which is not on PATH\n")
    }
  }

  @Test func aReaderThatWentAwayEndsTheRunQuietly() throws {
    // Far more than a pipe holds.
    var files = ["go.mod": Samples.module]
    for index in 0..<300 { files["f\(index).go"] = Samples.hazard(function: "Sum\(index)") }
    try TemporaryDirectory.with(files) { root in
      let whole = try Programs.check(in: root)
      #expect(whole.output.utf8.count > 200_000)
      let line = "{ \"$racelint\" check; echo \"status $?\" >&2; } | head -n 1"
      let run = try Programs.shell(line, in: root)
      #expect(run.output.hasPrefix("f0.go:10:3: early-done: "))
      #expect(run.errors == "status 1\n")
    }
  }
}
