import Basics
import Findings

/// The report as an artifact of GitLab's code quality: one JSON array.
///
/// Fingerprints are those of the findings, so that GitLab tells what a merge request adds.
/// Diagnostics are not in it.
public struct GitLabReport: Sendable {
  /// A writer of reports.
  public init() {}

  /// The document in UTF-8, with a line feed at its end.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let index = SourceIndex(report)
    let words = PlainDescription(index)
    var writer = JSONWriter()
    writer.array { list in
      for finding in report.findings {
        let (start, end) = index.positions(finding.location)
        list.object { json in
          json.member("description", words.message(finding))
          json.member("check_name", finding.rule)
          json.member("fingerprint", finding.fingerprint)
          json.member("severity", Self.severity(finding.severity))
          json.key("location")
          json.object(inline: true) { json in
            json.member("path", finding.location.file)
            json.key("lines")
            json.object { json in
              json.member("begin", start.line)
              json.member("end", end.line)
            }
          }
        }
      }
    }
    writer.endDocument()
    return writer.bytes
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "major"
    case .warning: "minor"
    case .note: "info"
    }
  }
}
