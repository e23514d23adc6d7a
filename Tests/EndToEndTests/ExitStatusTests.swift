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
    "Status 2 comes with one line that says why, and leaves no file behind",
    arguments: [
      (["check", "--ony", "x"], "unknown option --ony; did you mean --only?"),
      (["check", "--jobs", "0"], "option --jobs takes a number from 1 to 1024, not \"0\""),
      (["check", "--fix", "--diff"], "choose one of --fix and --diff"),
      (["check", "missing"], "no such directory: missing"),
      (["check", "missing/..."], "no such directory: missing"),
      (["check", "missing.go"], "no such file: missing.go"),
      (["check", "empty"], "no Go files in empty"),
      (["check", "empty/..."], "empty/... matched no packages"),
      (["check", "--only", "early-doen"], "unknown rule early-doen; did you mean early-done?"),
      (["check", "--format", "yaml"], "unknown format yaml; see racelint help check"),
      (["check", "--output", "missing/report"], "cannot write missing/report: "),
      (["check", "--format", "json=a.json,sarif=missing/b"], "cannot write missing/b: "),
      (["check", "--write-baseline", "missing/known"], "cannot write missing/known: "),
      (["check", "--write-baseline", "known", "missing"], "no such directory: missing"),
      (["check", "--fix", "--output", "a.txt", "missing"], "no such directory: missing"),
      (["check", "--baseline", "missing"], "cannot read baseline missing: "),
      (
        ["check", "--baseline", "go.mod", "--output", "a.txt"],
        "cannot read baseline go.mod: it was not written by --write-baseline"
      ),
      (
        ["check", "--config", "bad.yml", "--output", "a.txt"],
        "bad.yml:2:17: `min-confidence` is one of possible, likely, confirmed, not `high`"
      ),
      (["check", "--config", "missing.yml"], "cannot read configuration missing.yml: "),
      (["config", "--config", "bad.yml"], "bad.yml:2:"),
      (["check", "-"], "racelint check needs --stdin-filename FILE to read -"),
      (["check", "--new-from-rev", "HEAD"], "--new-from-rev needs a git repository, and "),
      (["check", "--new-from-patch", "missing"], "cannot read patch missing: "),
      (["check", "--new-from-patch", "go.mod"], "cannot read patch go.mod: it holds no changes "),
      (["review"], "racelint review needs --base REV"),
      (["review", "--base", "HEAD", "--output", "a"], "--base needs a git repository, and "),
      (["server", "--fix"], "racelint server takes no option --fix"),
      (["server", "x"], "racelint server does not take \"x\""),
      (["server", "--config", "bad.yml"], "bad.yml:2:"),
      (["server", "--only", "x"], "unknown rule x; see racelint rules"),
      (["server", "--baseline", "missing"], "cannot read baseline "),
      (["explain", "no-such-rule"], "unknown rule no-such-rule; see racelint rules"),
      (["completions", "csh"], "no completions for csh; "),
      (["chekc"], "unknown command chekc; did you mean check?"),
      ([], "no command; try racelint check ./... or racelint --help"),
    ])
  func isTwo(arguments: [String], reason: String) throws {
    let files = Samples.tally.merging([
      "empty/readme.txt": "", "bad.yml": "rules: {}\nmin-confidence: high\n",
    ]) { first, _ in first }
    try TemporaryDirectory.with(files) { root in
      let before = try Self.listing(root)
      let run = try Subprocess.run([Programs.racelint] + arguments, in: root)
      #expect(run.status == 2)
      #expect(run.output.isEmpty)
      #expect(run.errors.hasPrefix("racelint: " + reason), "\(run.errors)")
      #expect(run.errors.hasSuffix("\n"))
      #expect(run.errors.count { $0 == "\n" } == 1)
      #expect(try Self.listing(root) == before)
    }
  }

  /// The names and the sizes of all files below a directory.
  private static func listing(_ root: String) throws -> String {
    try Subprocess.run(["find", ".", "-printf", "%p %s\n"], in: root).output
  }

  @Test func isTwoWhereTheRevisionIsNotThere() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      try ReviewHostFixture.git("init", "-q", in: root)
      try ReviewHostFixture.commit(in: root)
      let before = try Self.listing(root)
      for command in [
        ["check", "--new-from-rev", "v9"], ["check", "--new-from-merge-base", "v9"],
        ["review", "--base", "v9"],
      ] {
        let run = try Subprocess.run(
          [Programs.racelint] + command + ["--output", "report"], in: root)
        #expect(run.status == 2 && run.output == "")
        #expect(run.errors == "racelint: the repository has no revision v9\n")
      }
      #expect(try Self.listing(root) == before)
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
