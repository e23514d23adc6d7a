import Basics
import Findings

/// The report as Checkstyle's XML, which many build servers read: a file element for each file
/// with findings, an error element for each finding.
///
/// Columns count UTF-8 bytes from 1. Diagnostics are not in it.
public struct CheckstyleReport: Sendable {
  /// A writer of reports.
  public init() {}

  /// The document in UTF-8, with a line feed at its end.
  public func render(_ report: AnalysisReport) -> [UInt8] {
    let index = SourceIndex(report)
    let words = PlainDescription(index)
    var writer = XMLWriter()
    writer.element("checkstyle", [("version", "5.0")]) { xml in
      for findings in report.findings.byFile {
        xml.element("file", [("name", findings.file)]) { xml in
          for finding in findings.elements {
            let start = index.positions(finding.location).start
            xml.element(
              "error",
              [
                ("line", String(start.line)), ("column", String(start.column)),
                ("severity", Self.severity(finding.severity)),
                ("message", words.message(finding)), ("source", "racelint.\(finding.rule)"),
              ])
          }
        }
      }
    }
    return writer.bytes
  }

  private static func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "info"
    }
  }
}

extension [Finding] {
  /// The findings of each file in the order of the report, which is sorted by file.
  var byFile: [(file: String, elements: ArraySlice<Finding>)] {
    var result: [(file: String, elements: ArraySlice<Finding>)] = []
    var start = startIndex
    while start < endIndex {
      let file = self[start].location.file
      let end = self[start...].firstIndex { $0.location.file != file } ?? endIndex
      result.append((file, self[start..<end]))
      start = end
    }
    return result
  }
}
