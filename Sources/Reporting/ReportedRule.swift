import Findings

/// What a report says of a rule that ran.
public struct ReportedRule: Sendable {
  /// The hazard's name: "early-done".
  public var id: String
  /// One line: what it reports.
  public var summary: String
  public var severity: Severity
  /// The manual, Markdown.
  public var manual: String

  /// A rule with its manual.
  public init(id: String, summary: String, severity: Severity, manual: String) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.manual = manual
  }

  /// The paragraphs of the manual between its title and its first section, one after the other.
  var introduction: String {
    let lines = manual.split(separator: "\n", omittingEmptySubsequences: false)
      .drop { $0.hasPrefix("# ") || $0.isEmpty }.prefix { !$0.hasPrefix("#") }
    return lines.map(String.init).joined(separator: "\n").split(separator: "\n\n")
      .map { $0.split(separator: "\n").joined(separator: " ") }
      .joined(separator: "\n\n")
  }
}
