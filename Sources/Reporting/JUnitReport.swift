import Basics
import Findings

/// The report as XML in the manner of JUnit's runners: a suite for each file with findings, a
/// failed case for each finding.
///
/// Where nothing was found there is one case that passed, because some readers take a report
/// without cases for a failure. Diagnostics are not in it.
public struct JUnitReport: Sendable {
  /// A writer of reports.
  public init() {}

  /// The document in UTF-8, with a line feed at its end.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let index = SourceIndex(report)
    let failures = report.findings.count
    var writer = XMLWriter()
    writer.element(
      "testsuites",
      [("name", "racelint")] + Self.counts(max(1, failures), failures: failures)
        + [("time", Decimal.string(report.summary.elapsedSeconds, digits: 3))]
    ) { xml in
      for findings in report.findings.byFile {
        let count = findings.elements.count
        xml.element(
          "testsuite", [("name", findings.file)] + Self.counts(count, failures: count)
        ) { xml in
          for finding in findings.elements { Self.write(finding, index, to: &xml) }
        }
      }
      if failures == 0 {
        xml.element("testsuite", [("name", "racelint")] + Self.counts(1, failures: 0)) { xml in
          xml.element("testcase", [("name", "no findings"), ("classname", "racelint")])
        }
      }
    }
    return writer.bytes
  }

  private static func counts(_ tests: Int, failures: Int) -> [(name: String, value: String)] {
    [("tests", String(tests)), ("failures", String(failures)), ("errors", "0")]
  }

  private static func write(_ finding: Finding, _ index: SourceIndex, to xml: inout XMLWriter) {
    let words = PlainDescription(index)
    let start = index.positions(finding.location).start
    xml.element(
      "testcase",
      [
        ("name", "\(finding.rule) at \(start.line):\(start.column)"),
        ("classname", finding.location.file), ("file", finding.location.file),
        ("line", String(start.line)),
      ]
    ) { xml in
      let heading = "\(index.label(finding.location)): \(words.message(finding))"
      xml.element(
        "failure", [("type", finding.rule), ("message", words.message(finding))],
        text: ([heading] + words.trace(finding)).joined(separator: "\n"))
    }
  }
}
