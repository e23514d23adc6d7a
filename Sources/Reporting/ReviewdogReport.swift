import Basics
import Findings

/// The report for reviewdog, `-f=rdjson`: one JSON document. Diagnostics of the run are not in it.
public struct ReviewdogReport: Sendable {
  /// A writer of reports.
  public init() {}

  /// The document in UTF-8, with a line feed at its end.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let index = SourceIndex(report)
    var writer = JSONWriter()
    writer.object { json in
      json.member("source", "name", "racelint")
      json.key("diagnostics")
      json.array { list in
        for finding in report.findings {
          ReviewdogDiagnostic(finding, index).write(inline: false, to: &list)
        }
      }
    }
    writer.endDocument()
    return writer.bytes
  }
}
