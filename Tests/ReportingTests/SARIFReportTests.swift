import Basics
import Findings
import TestKit
import Testing

@testable import Reporting

@Suite struct SARIFReportTests {
  private static let rule = ReportedRule(
    id: "early-done", summary: "s", severity: .error,
    manual: "# early-done\n\nFirst\nline.\n\nSecond.\n\n## Bad\n\nx\n")

  private func render(_ sample: SampleReport) -> String {
    let report = SARIFReport(toolVersion: "1.2.3", rules: [Self.rule])
    return String(decoding: report.render(sample.report), as: UTF8.self)
  }

  @Test func describesTheRuleByItsManual() {
    let text = render(SampleReport([:]))
    #expect(text.contains(#""fullDescription": {"text": "First line.\n\nSecond."}"#))
    #expect(
      text.contains(##""markdown": "# early-done\n\nFirst\nline.\n\nSecond.\n\n## Bad\n\nx\n""##))
    #expect(text.contains(#""defaultConfiguration": {"level": "error"}"#))
    #expect(text.contains("\"results\": []"))
  }

  @Test func hasAThreadFlowForEachGoroutine() throws {
    var sample = SampleReport.earlyDone
    sample.findings[0].trace[1].goroutine = 3
    try python(
      render(sample),
      """
      flow, = result["codeFlows"]
      for thread in flow["threadFlows"]:
          print(thread["id"], [(l["executionOrder"], l["kinds"][0]) for l in thread["locations"]])
      print(result["locations"][0]["physicalLocation"]["region"])
      print(len(result["partialFingerprints"]["primaryLocationLineHash"]), len(result["fixes"]))
      replacement, = result["fixes"][0]["artifactChanges"][0]["replacements"]
      print(replacement)
      print(run["tool"]["driver"]["rules"][result["ruleIndex"]]["properties"]["precision"])
      """,
      prints: """
        goroutine 1 [(0, 'signal'), (2, 'wait')]
        goroutine 2 [(1, 'effect')]
        {'startLine': 9, 'startColumn': 4, 'endLine': 9, 'endColumn': 13}
        32 1
        {'deletedRegion': {'startLine': 9, 'startColumn': 4, 'endLine': 9, 'endColumn': 4}, \
        'insertedContent': {'text': 'defer '}}
        high

        """)
  }

  @Test func countsColumnsInUTF16() {
    var sample = SampleReport(["a.go": "😀é x\n"])
    sample.add("early-done", "m", at: sample.place("x", in: "a.go"), confidence: .possible)
    let text = render(sample)
    #expect(text.contains("\"columnKind\": \"utf16CodeUnits\""))
    #expect(text.contains("\"startColumn\": 5"))
    #expect(text.contains("\"precision\": \"low\""))
  }

  @Test func spellsPathsAsURIsAndMessagesAsNoLinks() {
    var sample = SampleReport(["a b:%.go": "x\n", "/abs/é.go": "y\n"])
    sample.add("r", "`hooks[i](x)` runs", at: sample.place("x", in: "a b:%.go"))
    sample.add("r", "`a[i]`", at: sample.place("y", in: "/abs/é.go"))
    let text = render(sample)
    #expect(text.contains(#"{"uri": "a%20b%3A%25.go", "uriBaseId": "%SRCROOT%"}"#))
    #expect(text.contains(#"{"uri": "file:///abs/%C3%A9.go"}"#))
    #expect(text.contains(#"{"text": "`hooks\\[i\\](x)` runs"}"#))
    #expect(text.contains(#"{"text": "`a[i]`"}"#))
    #expect(!text.contains("ruleIndex"), "the run does not list the rule")
  }

  @Test func holdsDiagnosticsAsNotifications() throws {
    var sample = SampleReport(["a.go": "x := := 3\n"])
    sample.diagnostics = [
      Diagnostic(.package, "d", path: "dir"),
      Diagnostic(
        .syntax, "s", in: SourceText(path: "a.go", text: "\nx"), range: ByteRange(start: 1, end: 2)),
    ]
    try python(
      render(sample),
      """
      for note in run["invocations"][0]["toolExecutionNotifications"]:
          place = note["locations"][0]["physicalLocation"]
          print(note["descriptor"]["id"], note["message"]["text"], place.get("region"))
      """,
      prints: "package d None\nsyntax s {'startLine': 2}\n")
  }

  /// Runs lines of Python in which `run` is the report's run and `result` its first result.
  private func python(_ report: String, _ lines: String, prints expected: String) throws {
    try TemporaryDirectory.with(["report.sarif": report]) { directory in
      let program = """
        import json
        run = json.load(open('report.sarif', encoding='utf-8'))['runs'][0]
        result = (run['results'] or [None])[0]
        \(lines)
        """
      let python = try Subprocess.run(["python3", "-c", program], in: directory)
      #expect(python.output == expected, "\(python.errors)")
    }
  }
}
