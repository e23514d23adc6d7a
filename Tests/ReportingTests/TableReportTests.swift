import Basics
import Findings
import TestKit
import Testing

@testable import Reporting

/// The formats that end as tables of build servers and summaries.
@Suite struct TableReportTests {
  private func sample() -> SampleReport {
    var sample = SampleReport(["a&b.go": "\tx\n", "c.go": "y\n"])
    let place = sample.place("x", in: "a&b.go")
    sample.add("r", "\"q\" <b> \u{1} é", at: place, trace: [TraceStep(.owner, "t\nu", at: place)])
    sample.add("r", "m", at: place, confidence: .likely)
    sample.add("s", "m", at: sample.place("y", in: "c.go"))
    return sample
  }

  @Test func groupsCheckstyleByFile() {
    #expect(
      String(decoding: CheckstyleReport().render(sample().report), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <checkstyle version="5.0">
          <file name="a&amp;b.go">
            <error line="1" column="2" severity="warning" message="&quot;q&quot; &lt;b&gt; \u{FFFD} é \
        [confirmed]" source="racelint.r"/>
            <error line="1" column="2" severity="warning" message="m [likely]" source="racelint.r"/>
          </file>
          <file name="c.go">
            <error line="1" column="1" severity="warning" message="m [confirmed]" \
        source="racelint.s"/>
          </file>
        </checkstyle>

        """)
    #expect(
      String(decoding: CheckstyleReport().render(SampleReport([:]).report), as: UTF8.self)
        == "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"5.0\"/>\n")
  }

  @Test func writesACaseForAFinding() throws {
    let text = String(decoding: JUnitReport().render(sample().report), as: UTF8.self)
    try TemporaryDirectory.with(["report.xml": text]) { directory in
      let program = """
        import xml.etree.ElementTree as tree
        root = tree.parse('report.xml').getroot()
        print(root.tag, root.get('tests'), root.get('failures'), root.get('time'))
        for suite in root:
            print(suite.get('name'), suite.get('tests'), [case.get('name') for case in suite])
        print(repr(root[0][0][0].text))
        """
      let python = try Subprocess.run(["python3", "-c", program], in: directory)
      #expect(
        python.output == """
          testsuites 3 3 0.308
          a&b.go 2 ['r at 1:2', 'r at 1:2']
          c.go 1 ['s at 1:1']
          'a&b.go:1:2: "q" <b> \u{FFFD} é [confirmed]\\nowner a&b.go:1:2: t\\nu'

          """, "\(python.errors)")
    }
  }

  @Test func passesOneCaseWhereNothingWasFound() {
    let text = String(decoding: JUnitReport().render(SampleReport([:]).report), as: UTF8.self)
    #expect(text.contains("<testsuites name=\"racelint\" tests=\"1\" failures=\"0\""))
    #expect(text.contains("<testcase name=\"no findings\" classname=\"racelint\"/>"))
  }

  @Test func makesATableOfMarkdown() {
    var sample = SampleReport(["a|b.go": "x\n"])
    sample.add("r", "`a||b*` <is> *not*\nfine", at: sample.place("x", in: "a|b.go"))
    sample.diagnostics = [Diagnostic(.io, "d_e", path: "dir")]
    #expect(
      MarkdownReport().render(sample.report) == #"""
        ### racelint: 1 finding in 14 packages, 120 files, 0.31 s

        | place | rule | finding | confidence |
        |---|---|---|---|
        | `a\|b.go:1:1` | r | `a\|\|b*` \<is\> \*not\* fine | confirmed |

        - dir: io: d\_e

        """#)
  }

  @Test func countsRowsThatNoSummaryWouldHold() {
    var sample = SampleReport(["a.go": "x\n"])
    let place = sample.place("x", in: "a.go")
    sample.add("r", String(repeating: "long ", count: 20_000), at: place)
    sample.findings = Array(repeating: sample.findings[0], count: 15)
    let text = MarkdownReport().render(sample.report)
    #expect(text.utf8.count <= MarkdownReport.largestTable + 100)
    #expect(text.hasSuffix("\n… and 6 more findings\n"))
  }
}
