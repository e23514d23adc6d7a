/// The forms that a report can be written in, by their names on the command line.
public enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: see `TextReport`.
  case text
  /// For programs: see `JSONReport`.
  case json
  /// Static Analysis Results Interchange Format 2.1.0: see `SARIFReport`.
  case sarif
  /// Workflow commands of GitHub Actions: see `GitHubReport`.
  case github
  /// The diagnostic format of reviewdog: see `ReviewdogReport`.
  case rdjson
  /// The same, a line for each diagnostic: see `ReviewdogLinesReport`.
  case rdjsonl
  /// Checkstyle's XML: see `CheckstyleReport`.
  case checkstyle
  /// XML as JUnit's runners write it: see `JUnitReport`.
  case junit
  /// The code quality report of GitLab: see `GitLabReport`.
  case gitlab
  /// A table for the summary of a job: see `MarkdownReport`.
  case markdown

  /// Whether diagnostics stand in the report. Where they do not, they are to be said elsewhere.
  public var holdsDiagnostics: Bool {
    switch self {
    case .text, .json, .sarif, .github, .markdown: true
    case .rdjson, .rdjsonl, .checkstyle, .junit, .gitlab: false
    }
  }
}
