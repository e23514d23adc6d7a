import Basics
import Findings

/// The report as Markdown, for the summary of a job: what was found in a table, a row a finding.
public struct MarkdownReport: Sendable {
  /// GitHub refuses a summary of more than 1024 KiB as a whole; rows beyond this many bytes are
  /// counted instead of shown.
  static let largestTable = 1_000_000

  /// A writer of reports.
  public init() {}

  /// The heading, the table, and the diagnostics as a list.
  public func render(_ report: AnalysisReport) -> String {
    let index = SourceIndex(report)
    var text = "### racelint: \(TextReport.summary(of: report))\n"
    if !report.findings.isEmpty {
      text += "\n| place | rule | finding | confidence |\n|---|---|---|---|\n"
    }
    for (number, finding) in report.findings.enumerated() {
      let row = [
        Self.code(index.label(finding.location)), finding.rule, Self.prose(finding.message),
        finding.confidence.rawValue,
      ]
      let line = "| \(row.joined(separator: " | ")) |\n"
      if text.utf8.count + line.utf8.count > Self.largestTable {
        text += "\n… and \(TextReport.count(report.findings.count - number, "more finding"))\n"
        break
      }
      text += line
    }
    if !report.diagnostics.isEmpty { text += "\n" }
    for diagnostic in report.diagnostics {
      let line = "- \(Self.prose(PlainDescription.diagnostic(diagnostic)))\n"
      if text.utf8.count + line.utf8.count > Self.largestTable { break }
      text += line
    }
    return text
  }

  /// A text as code in a cell. A bar ends a cell even in code; a back quote in it would end the code.
  private static func code(_ text: String) -> String {
    "`\(visible(text).replacing("`", with: "'").replacing("|", with: "\\|"))`"
  }

  /// A sentence whose back quotes are code already, with nothing else in it that Markdown reads.
  private static func prose(_ text: String) -> String {
    var result = ""
    for (number, part) in visible(text).split(separator: "`", omittingEmptySubsequences: false)
      .enumerated()
    {
      if number > 0 { result += "`" }
      for character in part {
        let isMark = number.isMultiple(of: 2) && "\\*_[]<>#~".contains(character)
        result += isMark || character == "|" ? "\\\(character)" : String(character)
      }
    }
    return result
  }

  private static func visible(_ text: String) -> String { DisplayWidth.visible(text) }
}
