import Basics

/// A comment that asks for findings to be left out: `//nolint:early-done` or
/// `//racelint:ignore early-done the counter is for logging`.
public struct IgnoreDirective: Hashable, Sendable {
  /// The two ways to write one.
  public enum Form: String, Sendable {
    /// What golangci-lint reads too, and so may name other tools.
    case nolint
    /// racelint's own, which names rules and gives a reason.
    case ignore = "racelint:ignore"
  }

  /// Which findings are meant.
  public enum Scope: Hashable, Sendable {
    /// Those of every tool: a bare `//nolint`, or `//nolint:all`.
    case everything
    /// What is named, in the order of the text: rules, and of a `nolint` also `racelint` or other
    /// tools.
    case names([String])
  }

  /// What stands for every rule of racelint in a `nolint`.
  public static let toolName = "racelint"

  public var form: Form
  public var scope: Scope
  /// Whether the text says why.
  public var hasReason: Bool

  /// Reads the text of a line comment, slashes included; nil where it is no directive.
  ///
  /// As in golangci-lint, space may stand before `nolint` and around names, case does not matter in
  /// names, and `//` begins a comment on the directive. `racelint:ignore` follows the slashes at
  /// once, as directives of Go do.
  public init?(comment: String) {
    if let rest = comment.afterPrefix("//racelint:ignore") {
      guard rest.isEmpty || rest.utf8.first == UInt8(ascii: " ") || rest.hasPrefix("\t") else {
        return nil
      }
      let words = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      form = .ignore
      scope = .names(words.first.map(Self.names) ?? [])
      hasReason = words.count > 1 && words[1].contains { !$0.isWhitespace && $0 != "/" }
      return
    }
    let text = comment.drop { $0 == "/" || $0 == " " }
    guard comment.hasPrefix("//"), let rest = String(text).afterPrefix("nolint") else { return nil }
    form = .nolint
    let directive = rest.firstRange(of: "//").map { rest[..<$0.lowerBound] } ?? rest[...]
    hasReason = directive.endIndex < rest.endIndex
    guard let first = rest.first, !first.isWhitespace else {
      scope = .everything
      return
    }
    guard first == ":" else { return nil }
    let names = Self.names(directive.dropFirst())
    scope = names.contains("all") ? .everything : .names(names)
  }

  private static func names(_ text: Substring) -> [String] {
    text.split(separator: ",").map { name in
      name.filter { !$0.isWhitespace }.lowercased()
    }.filter { !$0.isEmpty }
  }
}

extension String {
  /// What follows a prefix; nil where the text begins otherwise.
  fileprivate func afterPrefix(_ prefix: String) -> String? {
    hasPrefix(prefix) ? String(dropFirst(prefix.count)) : nil
  }
}
