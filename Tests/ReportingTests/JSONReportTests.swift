import Basics
import Findings
import TestKit
import Testing

@testable import Reporting

@Suite struct JSONReportTests {
  private func render(_ sample: SampleReport) -> String {
    String(decoding: JSONReport(toolVersion: "1.2.3").render(sample.report), as: UTF8.self)
  }

  @Test func holdsWhatTheSchemaNames() {
    var sample = SampleReport(["a.go": "package a\nvar x = 1\n"])
    let place = sample.place("x = 1", in: "a.go")
    sample.add(
      "early-done", "m", at: place, trace: [TraceStep(.handOff, "t", at: place)],
      fixes: [
        Fix(title: "f", safety: .safe, edits: [TextEdit(place, replacement: "\"\n")])
      ])
    sample.findings[0].fingerprint = "0123"
    sample.diagnostics = [Diagnostic(.package, "d", path: "dir")]
    let range = "{\"start\": {\"line\": 2, \"column\": 5}, \"end\": {\"line\": 2, \"column\": 10}}"
    #expect(
      render(sample) == """
        {
          "schemaVersion": 1,
          "tool": {"name": "racelint", "version": "1.2.3"},
          "findings": [
            {
              "rule": "early-done",
              "severity": "warning",
              "confidence": "confirmed",
              "message": "m",
              "file": "a.go",
              "range": \(range),
              "symbol": "(*Pool).Run",
              "trace": [
                {
                  "role": "hand-off",
                  "message": "t",
                  "file": "a.go",
                  "range": \(range)
                }
              ],
              "fixes": [
                {
                  "title": "f",
                  "safety": "safe",
                  "edits": [
                    {
                      "file": "a.go",
                      "range": \(range),
                      "replacement": "\\"\\n"
                    }
                  ]
                }
              ],
              "fingerprint": "0123"
            }
          ],
          "diagnostics": [
            {
              "kind": "package",
              "message": "d",
              "file": "dir",
              "range": null
            }
          ],
          "summary": {"packages": 14, "files": 120, "bytes": 4096, "ignored": 0, "known": 0, "old": 0, \
        "elapsedSeconds": 0.308}
        }

        """)
  }

  @Test func countsColumnsInBytesAndLeavesOutAByteOrderMark() {
    var sample = SampleReport(["a.go": "\u{FEFF}é x\n"])
    sample.add("r", "m", at: sample.place("x", in: "a.go"))
    #expect(render(sample).contains("\"start\": {\"line\": 1, \"column\": 4}"))
  }

  @Test func isEmptyWhereNothingWasFound() {
    #expect(render(SampleReport([:])).contains("\"findings\": [],\n  \"diagnostics\": [],\n"))
  }

  @Test func escapesWhatMustBe() {
    var sample = SampleReport(["a.go": "x"])
    let message = "q\" b\\ n\n r\r t\t nul\u{0} del\u{7F} ls\u{2028} 😀"
    sample.add("r", message, at: sample.place("x", in: "a.go"))
    #expect(
      render(sample).contains(
        #""message": "q\" b\\ n\n r\r t\t nul\u0000 del\u007f ls\u2028 😀""#))
  }

  @Test func isReadByAnotherReader() throws {
    let text = render(.earlyDone)
    try TemporaryDirectory.with(["report.json": text]) { directory in
      let program = """
        import json; d = json.load(open('report.json', encoding='utf-8')); \
        f = d['findings'][0]; e = f['fixes'][0]['edits'][0]; \
        print(f['rule'], f['range']['start']['line'], len(f['trace']), e['replacement'])
        """
      let python = try Subprocess.run(["python3", "-c", program], in: directory)
      #expect(python.output == "early-done 9 3 defer \n", "\(python.errors)")
    }
  }
}
