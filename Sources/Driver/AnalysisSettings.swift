import Basics
import Findings
import LibraryModels
import RuleKit

/// Which rules are to run.
public struct RuleSelection: Hashable, Sendable {
  /// Only these rules, or the default ones if there are none.
  public var only: [String]
  /// Not these, whatever `only` says.
  public var disabled: [String]

  /// What a configuration says of rules, by id, where `only` names none.
  public var configured: [String: Bool]

  /// A selection; by default the rules that are on by default.
  public init(
    only: [String] = [], disabled: [String] = [], configured: [String: Bool] = [:]
  ) {
    self.only = only
    self.disabled = disabled
    self.configured = configured
  }

  /// Whether nothing that was asked for keeps a rule of this id from running.
  func allows(_ id: String) -> Bool {
    !disabled.contains(id) && (only.isEmpty || only.contains(id))
  }

  /// Whether a rule is to run.
  public func includes(_ rule: RuleDescriptor) -> Bool {
    allows(rule.id) && (!only.isEmpty || configured[rule.id] ?? rule.isOnByDefault)
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
  /// Findings that are less sure are left out, but for paths of which the policy says more.
  public var minimumConfidence: Confidence
  /// What is different for some paths.
  public var policy: FindingPolicy
  /// What is known of libraries.
  public var models: LibraryModels
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
  /// What stands in place of Go files.
  public var overlay: SourceOverlay

  /// Settings for the default rules, unless said otherwise.
  public init(
    patterns: [String], workingDirectory: String, rules: RuleSelection = RuleSelection(),
    minimumConfidence: Confidence = .likely, includesTests: Bool = true, goos: String? = nil,
    goarch: String? = nil, tags: [String] = [], jobs: Int = 1, reportsUnusedIgnores: Bool = false,
    baseline: Baseline? = nil, newCode: NewCode? = nil,
    policy: FindingPolicy = FindingPolicy(), models: LibraryModels = .builtin,
    overlay: SourceOverlay = SourceOverlay()
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
    self.policy = policy
    self.models = models
    self.overlay = overlay
  }
}
