import Basics
import Findings

/// The report as workflow commands of GitHub Actions: a line for each finding, which GitHub shows
/// as an annotation of the changed file.
///
/// GitHub takes ten annotations of each kind from one step. Columns count UTF-16 code units and
/// are left out where a place has several lines.
public struct GitHubReport: Sendable {
  /// A writer of reports.
  public init() {}

  /// The lines, findings before diagnostics.
  public func render(_ report: AnalysisReport) -> String {
    let index = SourceIndex(report)
    let words = PlainDescription(index)
    var text = ""
    for finding in report.findings {
      let (start, end) = index.utf16Positions(finding.location)
      text += Self.command(
        Self.name(finding.severity), file: finding.location.file, start, end,
        title: "racelint \(finding.rule)",
        message: ([words.message(finding)] + words.trace(finding)).joined(separator: "\n"))
    }
    for diagnostic in report.diagnostics {
      text += Self.command(
        "warning", file: diagnostic.path, diagnostic.start, diagnostic.end,
        title: "racelint \(diagnostic.kind.rawValue)", message: diagnostic.message)
    }
    return text
  }

  private static func name(_ severity: Severity) -> String {
    switch severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  }

  private static func command(
    _ name: String, file: String, _ start: SourcePosition?, _ end: SourcePosition?, title: String,
    message: String
  ) -> String {
    var properties = [("file", file)]
    if let start, let end {
      properties += [("line", String(start.line)), ("endLine", String(end.line))]
      if start.line == end.line {
        properties += [("col", String(start.column)), ("endColumn", String(end.column))]
      }
    }
    properties.append(("title", title))
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    return "::\(name) \(list.joined(separator: ","))::\(escaped(message, isProperty: false))\n"
  }

  private static func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
