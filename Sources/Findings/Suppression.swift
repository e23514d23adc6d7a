import Basics

/// A directive in a file, with the lines that it speaks of.
public struct PlacedDirective: Hashable, Sendable {
  public var directive: IgnoreDirective
  /// The comment.
  public var location: SourceLocation
  /// The bytes of the lines whose findings it is about.
  public var lines: ByteRange

  /// A directive at a place.
  public init(_ directive: IgnoreDirective, at location: SourceLocation, lines: ByteRange) {
    self.directive = directive
    self.location = location
    self.lines = lines
  }
}

/// Which findings the comments of a program ask to be left out, and which comments had none to
/// leave out.
public struct Suppression: Sendable {
  private var directives: [String: [PlacedDirective]] = [:]
  /// The names that covered a finding, by the place of their directive.
  private var used: [SourceLocation: Set<String>] = [:]

  /// The directives of all files, in any order.
  public init(_ directives: [PlacedDirective]) {
    // A file that is part of two packages is read twice.
    for directive in Set(directives) {
      self.directives[directive.location.file, default: []].append(directive)
    }
  }

  /// Whether a directive covers a finding: on the line where it begins. All that do are used.
  public mutating func covers(_ finding: Finding) -> Bool {
    var isCovered = false
    for directive in directives[finding.location.file] ?? []
    where directive.lines.contains(finding.location.range.start) {
      switch directive.directive.scope {
      case .everything: isCovered = true
      case .names(let names):
        for name in names where Self.covers(name, finding.rule, directive.directive.form) {
          used[directive.location, default: []].insert(name)
          isCovered = true
        }
      }
    }
    return isCovered
  }

  /// The names in directives that covered no finding, though their rules ran, by place. What is
  /// meant for other tools, or for all of them, is not among them.
  ///
  /// - Parameters:
  ///   - rules: The rules that ran.
  ///   - isComplete: Whether these are all rules that run by default.
  public func unused(
    ran rules: Set<String>, isComplete: Bool
  ) -> [(location: SourceLocation, form: IgnoreDirective.Form, name: String)] {
    var result: [(location: SourceLocation, form: IgnoreDirective.Form, name: String)] = []
    for directive in directives.values.joined().sorted(by: { $0.location < $1.location }) {
      guard case .names(let names) = directive.directive.scope else { continue }
      let form = directive.directive.form
      let known = used[directive.location] ?? []
      for name in names where !known.contains(name) {
        let hasRun =
          form == .nolint && name == IgnoreDirective.toolName ? isComplete : rules.contains(name)
        if hasRun { result.append((directive.location, form, name)) }
      }
    }
    return result
  }

  private static func covers(_ name: String, _ rule: String, _ form: IgnoreDirective.Form) -> Bool {
    name == rule || form == .nolint && name == IgnoreDirective.toolName
  }
}
