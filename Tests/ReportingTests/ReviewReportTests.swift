import Basics
import Findings
import Testing

@testable import Reporting

/// The formats that end as comments and annotations of changed lines.
@Suite struct ReviewReportTests {
  private func lines(_ sample: SampleReport) -> String {
    String(decoding: ReviewdogLinesReport().render(sample.report), as: UTF8.self)
  }

  /// A finding at the first "x" of a text, with fixes made of places and their new text.
  private func sample(_ text: String, _ edits: [(String, String)]...) -> SampleReport {
    var sample = SampleReport(["a.go": text])
    let fixes = edits.map { list in
      Fix(
        title: "f", safety: .safe,
        edits: list.map { TextEdit(sample.place($0.0, in: "a.go"), replacement: $0.1) })
    }
    sample.add("r", "m", at: sample.place("x", in: "a.go"), fixes: fixes)
    return sample
  }

  @Test func writesALineForADiagnostic() {
    #expect(
      lines(sample("é x\n", [("x", "y")])) == """
        {"message": "m [confirmed]", "location": {"path": "a.go", "range": {"start": {"line": 1, \
        "column": 4}, "end": {"line": 1, "column": 5}}}, "severity": "WARNING", "code": {"value": \
        "r"}, "suggestions": [{"range": {"start": {"line": 1}, "end": {"line": 1}}, \
        "text": "é y"}]}

        """)
    #expect(lines(SampleReport([:])) == "")
  }

  @Test func wrapsThemInADocument() {
    let text = String(decoding: ReviewdogReport().render(SampleReport([:]).report), as: UTF8.self)
    #expect(text == "{\n  \"source\": {\"name\": \"racelint\"},\n  \"diagnostics\": []\n}\n")
  }

  @Test func spansTheLinesOfTheSuggestion() {
    let text = lines(sample("a\nx\nb\nc\n", [("a\n", ""), ("b\n", "B\n")]))
    let range = #""range": {"start": {"line": 1}, "end": {"line": 3}}"#
    #expect(text.contains("\"path\": \"a.go\", \(range)"))
    #expect(text.contains(#"\#(range), "text": "x\nB""#))
  }

  @Test func suggestsALineThatComesAfterTheFinding() {
    var sample = sample("x\nb\n")
    let place = SourceLocation(file: "a.go", range: ByteRange(at: 2))
    sample.findings[0].fixes = [
      Fix(title: "f", safety: .safe, edits: [TextEdit(place, replacement: "new\n")])
    ]
    #expect(
      lines(sample).contains(#"{"start": {"line": 1}, "end": {"line": 1}}, "text": "x\nnew""#))
  }

  @Test func keepsLineEndsInsideASuggestion() {
    let text = lines(sample("x\r\nb\r\n", [("x\r\nb", "y\r\nc")]))
    #expect(text.contains(#""text": "y\r\nc""#))
  }

  @Test func takesTheFixThatNeedsNoFarLine() {
    let far = "import\n" + String(repeating: "\n", count: 30) + "x\n"
    let text = lines(sample(far, [("import", "more"), ("x", "y")], [("x", "z")]))
    #expect(text.contains(#""text": "z""#))
    #expect(!lines(sample(far, [("import", "more")])).contains("suggestions"))
    var unsafe = sample("x\n", [("x", "y")])
    unsafe.findings[0].fixes[0].safety = .unsafe
    #expect(!lines(unsafe).contains("suggestions"))
  }

  @Test func relatesTheStepsOfTheTrace() {
    let text = lines(.earlyDone)
    #expect(
      text.contains(#"{"message": "effect: `completed` is increased after it", "location": "#))
  }

  @Test func writesWorkflowCommands() {
    var sample = SampleReport(["a,b:c.go": "é x\ny\n"])
    let place = sample.place("x", in: "a,b:c.go")
    sample.add("r", "100% `a`: b\nc", at: place, trace: [TraceStep(.owner, "t", at: place)])
    sample.add("r", "two lines", at: sample.place("x\ny", in: "a,b:c.go"), confidence: .likely)
    sample.findings[1].severity = .note
    sample.diagnostics = [Diagnostic(.io, "d", path: "dir")]
    #expect(
      GitHubReport().render(sample.report) == """
        ::warning file=a%2Cb%3Ac.go,line=1,endLine=1,col=3,endColumn=4,title=racelint r::100%25 \
        `a`: b%0Ac [confirmed]%0Aowner a,b:c.go:1:4: t
        ::notice file=a%2Cb%3Ac.go,line=1,endLine=2,title=racelint r::two lines [likely]
        ::warning file=dir,title=racelint io::d

        """)
  }

  @Test func writesCodeQualityForGitLab() {
    var sample = sample("x\n")
    sample.findings[0].fingerprint = "0123"
    #expect(
      String(decoding: GitLabReport().render(sample.report), as: UTF8.self) == """
        [
          {
            "description": "m [confirmed]",
            "check_name": "r",
            "fingerprint": "0123",
            "severity": "minor",
            "location": {"path": "a.go", "lines": {"begin": 1, "end": 1}}
          }
        ]

        """)
  }
}
