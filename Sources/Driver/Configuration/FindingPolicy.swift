import Basics
import Findings
import RuleKit

/// What a configuration says of findings by the paths that they lie in.
public struct FindingPolicy: Hashable, Sendable {
  /// What is different for some paths.
  struct Override: Hashable, Sendable {
    var paths: [Glob]
    var rules: [String: RuleState]
    /// Findings there that are less sure are left out; nil where nothing is different.
    var minimumConfidence: Confidence?
  }

  /// The absolute path that globs start from.
  private let root: String
  /// Files that nothing is reported in.
  private let exclude: [Glob]
  /// How much findings matter, by rule, where that is not left to the rule.
  private let severities: [String: Severity]
  /// The last one that matches wins.
  private let overrides: [Override]

  /// A policy that leaves all as it is.
  public init() { self.init(root: "/", exclude: [], severities: [:], overrides: []) }

  init(root: String, exclude: [Glob], severities: [String: Severity], overrides: [Override]) {
    self.root = root
    self.exclude = exclude
    self.severities = severities
    self.overrides = overrides
  }

  /// Whether a rule has to run: it is selected, or turned on for some paths.
  func mayReport(_ rule: RuleDescriptor, _ selection: RuleSelection) -> Bool {
    selection.includes(rule)
      || overrides.contains { $0.rules[rule.id]?.isOn ?? false }
  }

  /// Whether nothing is reported in a file of an absolute path.
  func excludes(_ path: String) -> Bool { matches(exclude, path) }

  /// How much a finding of a rule matters in a file; nil where it is not reported.
  ///
  /// - Parameters:
  ///   - path: The absolute path of the file.
  ///   - minimum: The least confidence, where nothing is said of the path.
  func severity(
    of finding: Finding, _ rule: RuleDescriptor, at path: String, _ selection: RuleSelection,
    minimum: Confidence
  ) -> Severity? {
    if excludes(path) { return nil }
    var isOn = selection.includes(rule)
    var severity = severities[rule.id] ?? finding.severity
    var minimum = minimum
    for override in overrides where matches(override.paths, path) {
      if let state = override.rules[rule.id] {
        isOn = state.isOn
        severity = state.severity ?? severity
      }
      minimum = override.minimumConfidence ?? minimum
    }
    return isOn && finding.confidence >= minimum ? severity : nil
  }

  private func matches(_ globs: [Glob], _ path: String) -> Bool {
    if globs.isEmpty || !FilePath.isInside(path, root) { return false }
    let relative = FilePath.relative(path, to: root)
    return globs.contains { $0.matches(relative) }
  }
}

extension [Finding] {
  /// Keeps what the settings report, with the severity that it has there.
  mutating func apply(_ settings: AnalysisSettings, rules: [RuleDescriptor]) {
    let descriptors = Dictionary(uniqueKeysWithValues: rules.map { ($0.id, $0) })
    self = compactMap { finding in
      guard let rule = descriptors[finding.rule],
        let severity = settings.policy.severity(
          of: finding, rule, at: FilePath.join(settings.workingDirectory, finding.location.file),
          settings.rules, minimum: settings.minimumConfidence)
      else { return nil }
      var finding = finding
      finding.severity = severity
      return finding
    }
  }
}
