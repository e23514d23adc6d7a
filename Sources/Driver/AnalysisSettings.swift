import Findings
import RuleKit

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

  /// Whether a rule is to run.
  public func includes(_ rule: RuleDescriptor) -> Bool {
    !disabled.contains(rule.id) && (only.isEmpty ? rule.isOnByDefault : only.contains(rule.id))
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
  /// Whether directives that leave out nothing are told of.
  public var reportsUnusedIgnores: Bool
  /// Findings that are known and left out; nil where none are.
  public var baseline: Baseline?
  /// What findings have to do with to be reported; nil where all are.
  public var newCode: NewCode?
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
    goarch: String? = nil, tags: [String] = [], jobs: Int = 1, reportsUnusedIgnores: Bool = false,
    baseline: Baseline? = nil, newCode: NewCode? = nil
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
    self.reportsUnusedIgnores = reportsUnusedIgnores
    self.baseline = baseline
    self.newCode = newCode
  }
}
