import Basics
import Findings

/// The report for reviewdog, `-f=rdjsonl`: a JSON document on a line of its own for each finding.
public struct ReviewdogLinesReport: Sendable {
  /// A writer of reports.
  public init() {}

  /// The lines in UTF-8; nothing where nothing was found.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let index = SourceIndex(report)
    var writer = JSONWriter()
    for finding in report.findings {
      ReviewdogDiagnostic(finding, index).write(inline: true, to: &writer)
      writer.endDocument()
    }
    return writer.bytes
  }
}
