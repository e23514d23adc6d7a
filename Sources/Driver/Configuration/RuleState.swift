import Findings

/// What a configuration says of a rule.
public enum RuleState: Hashable, Sendable {
  /// It does not run.
  case off
  /// It runs, and its findings matter as much as it says itself.
  case on
  /// It runs, and its findings matter so much.
  case severity(Severity)

  /// What words mean it, in the order in which they are listed. Programs that read YAML as it was
  /// before version 1.2 take `on` for `true`.
  static let words: [(word: String, value: RuleState)] =
    [("on", .on), ("off", .off)] + Severity.allCases.map { ($0.rawValue, .severity($0)) }
    + [("true", .on), ("false", .off)]

  /// Whether the rule runs.
  public var isOn: Bool { self != .off }

  /// How much its findings matter, where that is said.
  public var severity: Severity? {
    if case .severity(let severity) = self { severity } else { nil }
  }
}
