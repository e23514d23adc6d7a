import Basics
import TestKit
import Testing

@Suite struct ReportTests {
  @Test func theTextReportShowsTheWayToTheHazard() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let run = try Programs.check(in: root)
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.allSatisfy { $0.count <= 80 })
      #expect(run.errors.isEmpty)
      let findings = lines.dropLast(2).joined(separator: "\n")
      #expect(
        findings == """
          tally.go:10:3: early-done: `wg.Done()` announces completion before the change of
              `sum`, so what waits at `wg.Wait()` can go on too early [confirmed]

            spawn   a goroutine starts here
               9 │ go func() {
                 │ ^^^^^^^^^^^
            signal  completion is announced here
              10 │     wg.Done()
                 │     ^^^^^^^^^
            effect  `sum` is changed only here
              12 │         sum += part
                 │         ^^^^^^^^^^^
            wait    waits for it here
              15 │ wg.Wait()
                 │ ^^^^^^^^^
            reader  and then what may not have changed yet is used
              16 │ return sum
                 │        ^^^

            fix     Defer `wg.Done()` [safe]
               9 │   go func() {
              10 │ -     wg.Done()
                 │ +     defer wg.Done()
              11 │       for _, part := range parts {
            or      Move `wg.Done()` last [safe]

          """)
      let summary = lines.dropLast().last ?? ""
      #expect(summary.hasPrefix("1 finding (1 fixable) in 1 package, 1 file, "))
    }
  }

  @Test func quietReportsTakeALineForAFinding() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let run = try Programs.check("--quiet", in: root)
      #expect(run.output.hasPrefix("tally.go:10:3: early-done: "))
      #expect(run.output.count { $0 == "\n" } == 1)
    }
  }

  @Test func theJSONReportHasTheMembersOfTheManual() throws {
    let broken = ["broken/broken.go": "package broken\n\nfunc f() {\n\tx := := 3\n}\n"]
    try TemporaryDirectory.with(Samples.tally.merging(broken) { $1 }) { root in
      let run = try Programs.check("--format", "json", in: root)
      #expect(run.status == 1)
      try TemporaryDirectory.write(Array(run.output.utf8), to: root + "/report.json")
      let valid = try Subprocess.run(["python3", "-m", "json.tool", "report.json"], in: root)
      #expect(valid.status == 0, "\(valid.errors)")
      let keys = try Subprocess.run(["python3", "-c", Self.keyLister, "report.json"], in: root)
      #expect(
        keys.output == """
          : diagnostics findings schemaVersion summary tool
          diagnostics: file kind message range
          diagnostics.range: end start
          diagnostics.range.end: column line
          diagnostics.range.start: column line
          findings: confidence file fingerprint fixes message range rule severity symbol trace
          findings.fixes: edits safety title
          findings.fixes.edits: file range replacement
          findings.fixes.edits.range: end start
          findings.fixes.edits.range.end: column line
          findings.fixes.edits.range.start: column line
          findings.range: end start
          findings.range.end: column line
          findings.range.start: column line
          findings.trace: file message range role
          findings.trace.range: end start
          findings.trace.range.end: column line
          findings.trace.range.start: column line
          summary: bytes elapsedSeconds files ignored known old packages
          tool: name version

          """)
    }
  }

  @Test func theJSONReportIsTheSameInEveryRun() throws {
    var files = Samples.tally
    for index in 0..<40 {
      files["p\(index % 8)/f\(index).go"] = Samples.hazard(function: "Sum\(index)")
    }
    try TemporaryDirectory.with(files) { root in
      let reports = try ["1", "2", "2", "7"].map { jobs in
        try Programs.check("--format", "json", "--jobs", jobs, in: root).output
          .replacing(#/"elapsedSeconds": [0-9.]+/#, with: "")
      }
      #expect(reports[0].contains("p7/f39.go"))
      #expect(!reports[0].contains("elapsedSeconds"))
      #expect(reports.allSatisfy { $0 == reports[0] })
    }
  }

  @Test func aReportGoesToAFile() throws {
    try TemporaryDirectory.with(Samples.tally) { root in
      let run = try Programs.check("--quiet", "--output", "report.txt", in: root)
      #expect(run.status == 1)
      #expect(run.output.isEmpty)
      let report = String(decoding: try FileSystem.read(root + "/report.txt"), as: UTF8.self)
      let printed = try Programs.check("--quiet", in: root).output
      #expect(report == printed)
    }
  }

  @Test func rulesHaveManuals() throws {
    let rules = try Subprocess.run([Programs.racelint, "rules"], in: "/")
    #expect(rules.status == 0)
    for line in rules.output.split(separator: "\n") {
      let id = line.prefix { $0 != " " }
      let manual = try Subprocess.run([Programs.racelint, "explain", String(id)], in: "/")
      #expect(manual.output.hasPrefix("# \(id)\n"))
    }
  }

  /// Prints the path of each object of a report with its sorted keys; lists add nothing.
  private static let keyLister = """
    import json, sys
    found = {}
    def walk(path, value):
        if isinstance(value, list):
            for element in value:
                walk(path, element)
        if isinstance(value, dict):
            found.setdefault(path, set()).update(value)
            for key, member in value.items():
                walk((path + "." + key).lstrip("."), member)
    walk("", json.load(open(sys.argv[1])))
    for path in sorted(found):
        print(path + ": " + " ".join(sorted(found[path])))
    """
}
