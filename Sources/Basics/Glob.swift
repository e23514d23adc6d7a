/// A pattern of paths, in the manner of `.gitignore`.
///
/// `*` and `?` stand for text without `/`, `[a-z]` and `[!a-z]` for one character, `**` between `/`
/// for any directories, and `\` takes the meaning from what follows. A pattern with `/` before its
/// end is seen from the directory that paths are relative to; one without is a name, wherever that
/// is. What names a directory also stands for all that is below it.
public struct Glob: Hashable, Sendable {
  private enum Part: Hashable, Sendable {
    /// Any directories, none included.
    case directories
    /// One component.
    case name([Token])
  }

  private enum Token: Hashable, Sendable {
    case character(Unicode.Scalar)
    case one
    case any
    case set([ClosedRange<Unicode.Scalar>], isNegated: Bool)
  }

  /// The pattern as it was written.
  public let text: String
  private let parts: [Part]

  /// A pattern, or nil where the text is none: it is empty, begins with `!`, or a `[` is left open.
  public init?(_ text: String) {
    self.text = text
    if text.hasPrefix("!") { return nil }
    var rest = Substring(text)
    while rest.hasPrefix("./") { rest = rest.dropFirst(2) }
    let names = rest.split(separator: "/")
    if names.isEmpty { return nil }
    var parts: [Part] = []
    let isAnchored = rest.hasPrefix("/") || names.count > 1
    if !isAnchored { parts.append(.directories) }
    for name in names {
      if name == "**" {
        if parts.last != .directories { parts.append(.directories) }
      } else {
        guard let tokens = Self.tokens(name) else { return nil }
        parts.append(.name(tokens))
      }
    }
    // What is below a directory is not the directory.
    if parts.last == .directories { parts.append(.name([.any])) }
    self.parts = parts
  }

  /// Whether a relative path, cleaned, or a directory above it, matches.
  public func matches(_ path: String) -> Bool {
    // The parts that may come next, after each component.
    var next = followed([0])
    for name in path.split(separator: "/") {
      let scalars = Array(name.unicodeScalars)
      var after: Set<Int> = []
      for index in next where index < parts.count {
        switch parts[index] {
        case .directories: after.insert(index)
        case .name(let tokens): if Self.match(tokens, scalars) { after.insert(index + 1) }
        }
      }
      next = followed(after)
      if next.contains(parts.count) { return true }
      if next.isEmpty { return false }
    }
    return false
  }

  /// With the parts that come next where directories stand for none.
  private func followed(_ indices: Set<Int>) -> Set<Int> {
    var all = indices
    for index in indices where index < parts.count && parts[index] == .directories {
      all.insert(index + 1)
    }
    return all
  }

  private static func tokens(_ name: Substring) -> [Token]? {
    var tokens: [Token] = []
    var rest = name.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "*": if tokens.last != .any { tokens.append(.any) }
      case "?": tokens.append(.one)
      case "\\": tokens.append(.character(rest.popFirst() ?? "\\"))
      case "[":
        guard let set = set(&rest) else { return nil }
        tokens.append(set)
      default: tokens.append(.character(scalar))
      }
    }
    return tokens
  }

  /// What stands behind `[`, up to its end; a `]` in the first place stands for itself.
  private static func set(_ rest: inout Substring.UnicodeScalarView) -> Token? {
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    let isNegated = rest.first == "!" || rest.first == "^"
    if isNegated { rest.removeFirst() }
    while let first = rest.popFirst() {
      if first == "]", !ranges.isEmpty { return .set(ranges, isNegated: isNegated) }
      guard let low = first == "\\" ? rest.popFirst() : first else { return nil }
      var high = low
      if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
        rest.removeFirst(2)
        high = end
      }
      guard low <= high else { return nil }
      ranges.append(low...high)
    }
    return nil
  }

  /// Whether a whole name matches: the last `*` takes one more character where the rest fails.
  private static func match(_ tokens: [Token], _ name: [Unicode.Scalar]) -> Bool {
    var (token, position) = (0, 0)
    var retry: (token: Int, position: Int)?
    while position < name.count {
      if token < tokens.count, tokens[token] == .any {
        retry = (token + 1, position)
        token += 1
      } else if token < tokens.count, matches(tokens[token], name[position]) {
        token += 1
        position += 1
      } else if let last = retry {
        retry = (last.token, last.position + 1)
        (token, position) = (last.token, last.position + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { $0 == .any }
  }

  private static func matches(_ token: Token, _ scalar: Unicode.Scalar) -> Bool {
    switch token {
    case .character(let wanted): wanted == scalar
    case .one, .any: true
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(scalar) } != isNegated
    }
  }
}
