import Basics

/// Recognises the text of a type, so that `new(T)` can be told from `new(expr)`.
///
/// Says yes to whatever may be a type by its form: `T`, `p.T`, `T[A, B]`, `*T`, `[]T`,
/// `[n]T`, `map[K]V`, `chan T`, `func(…) …`, `struct{…}`, `interface{…}`, `(T)`.
struct TypeScanner {
  private var scanner: TokenScanner
  private let bytes: [UInt8]
  private var current: Token
  private var depth = 0

  /// How deep a type may be nested. Text that goes deeper is no program.
  private static let maximumDepth = 200

  init(_ scanner: TokenScanner) {
    self.scanner = scanner
    bytes = scanner.text
    current = self.scanner.next()
  }

  /// Whether the argument ends here: at a comma or the closing parenthesis.
  var isAtEndOfArgument: Bool { current.kind == .comma || current.kind == .rightParenthesis }

  /// Goes past a type and says whether there was one.
  mutating func skipType() -> Bool {
    guard depth < Self.maximumDepth else { return false }
    depth += 1
    defer { depth -= 1 }
    switch current.kind {
    case .star:
      advance()
      return skipType()
    case .leftParenthesis:
      advance()
      guard skipType(), current.kind == .rightParenthesis else { return false }
      advance()
      return true
    case .leftBracket:
      guard skipBrackets() else { return false }
      return skipType()
    case .arrow:
      advance()
      guard isKeyword("chan") else { return false }
      advance()
      return skipType()
    case .identifier:
      return skipNamed()
    default:
      return false
    }
  }

  private mutating func advance() { current = scanner.next() }

  private func isKeyword(_ text: StaticString) -> Bool {
    current.kind == .identifier
      && bytes[current.range.indices].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// At an opening bracket: goes past its partner.
  private mutating func skipBrackets() -> Bool {
    guard scanner.skipBalanced(current) != nil else { return false }
    advance()
    return true
  }

  private mutating func skipNamed() -> Bool {
    if isKeyword("map") {
      advance()
      guard current.kind == .leftBracket, skipBrackets() else { return false }
      return skipType()
    }
    if isKeyword("chan") {
      advance()
      if current.kind == .arrow { advance() }
      return skipType()
    }
    if isKeyword("struct") || isKeyword("interface") {
      advance()
      guard current.kind == .leftBrace, skipBrackets() else { return false }
      return true
    }
    if isKeyword("func") { return skipFunctionType() }
    if isKeyword("nil") || isKeyword("true") || isKeyword("false") || isKeyword("iota") {
      return false
    }
    advance()
    if current.kind == .dot {
      advance()
      guard current.kind == .identifier else { return false }
      advance()
    }
    return current.kind == .leftBracket ? skipTypeArguments() : true
  }

  private mutating func skipTypeArguments() -> Bool {
    advance()
    while skipType() {
      if current.kind == .rightBracket {
        advance()
        return true
      }
      guard current.kind == .comma else { return false }
      advance()
      if current.kind == .rightBracket {
        advance()
        return true
      }
    }
    return false
  }

  private mutating func skipFunctionType() -> Bool {
    advance()
    guard current.kind == .leftParenthesis, skipBrackets() else { return false }
    if isAtEndOfArgument { return true }
    if current.kind == .leftParenthesis { return skipBrackets() }
    // A body makes it a literal: an expression.
    return current.kind != .leftBrace && skipType()
  }
}
