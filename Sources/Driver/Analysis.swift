import Basics
import Findings

// A stub: the analysis takes this file's place, and keeps its declarations.

/// Which rules are to run.
public struct RuleSelection: Hashable, Sendable {
  /// Only these rules, or the default ones if there are none.
  public var only: [String]
  /// Not these, whatever `only` says.
  public var disabled: [String]

  /// A selection; by default the rules that are on by default.
  public init(only: [String] = [], disabled: [String] = []) {
    self.only = only
    self.disabled = disabled
  }
}

/// What is to be analysed, and how.
public struct AnalysisSettings: Hashable, Sendable {
  /// Patterns in the way of the go command; never empty.
  public var patterns: [String]
  /// The absolute path that patterns and reported paths are relative to.
  public var workingDirectory: String
  /// Which rules run.
  public var rules: RuleSelection
  /// Findings that are less sure are left out.
  public var minimumConfidence: Confidence
  /// Whether `_test.go` files are analysed.
  public var includesTests: Bool
  /// The target of build constraints; nil stands for this machine's.
  public var goos: String?
  /// As `goos`, for the architecture.
  public var goarch: String?
  /// Build tags that are satisfied.
  public var tags: [String]
  /// How many threads work, at least one.
  public var jobs: Int

  /// Settings for the default rules, unless said otherwise.
  public init(
    patterns: [String], workingDirectory: String, rules: RuleSelection = RuleSelection(),
    minimumConfidence: Confidence = .likely, includesTests: Bool = true, goos: String? = nil,
    goarch: String? = nil, tags: [String] = [], jobs: Int = 1
  ) {
    self.patterns = patterns
    self.workingDirectory = workingDirectory
    self.rules = rules
    self.minimumConfidence = minimumConfidence
    self.includesTests = includesTests
    self.goos = goos
    self.goarch = goarch
    self.tags = tags
    self.jobs = jobs
  }
}

/// What is known of a rule without running it.
public struct RuleInfo: Hashable, Sendable {
  /// Names the hazard: "early-done".
  public var id: String
  /// One line without a full stop.
  public var summary: String
  /// How much its findings matter.
  public var severity: Severity
  /// Whether it runs unless it is disabled.
  public var isOnByDefault: Bool
  /// What it reports, why, and what it does not see, in Markdown.
  public var manual: String

  /// A rule's description.
  public init(
    id: String, summary: String, severity: Severity, isOnByDefault: Bool, manual: String
  ) {
    self.id = id
    self.summary = summary
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.manual = manual
  }
}

/// Why nothing could be analysed.
public enum AnalysisError: Error, Hashable, Sendable {
  /// A pattern leads nowhere; with the reason.
  case pattern(String, reason: String)
  /// No pattern matched a Go file.
  case noGoFiles(patterns: [String])
}

/// The analysis of packages.
public enum Analysis {
  /// The rules there are, sorted by id.
  public static var rules: [RuleInfo] { [] }

  /// Analyses what the settings name; `progress` is called from several threads.
  public static func run(
    _ settings: AnalysisSettings,
    progress: (@Sendable (_ done: Int, _ total: Int) -> Void)?
  ) throws(AnalysisError) -> AnalysisReport {
    AnalysisReport(
      findings: [], diagnostics: [],
      summary: .init(packages: 0, files: 0, bytes: 0, elapsedSeconds: 0), sources: [:])
  }
}
