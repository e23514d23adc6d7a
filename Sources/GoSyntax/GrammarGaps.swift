import Basics

/// Respells what the pinned grammar does not know of today's Go, at the same length.
///
/// Four things, all of them in working programs:
/// - methods with type parameters (Go 1.27): the list is blanked;
/// - aliases with type parameters (Go 1.24): the sign in `type A[T any] = B[T]` is blanked;
/// - `new(expr)` (Go 1.26), where the argument cannot be a type: `new` becomes an ordinary
///   identifier, so that the rule for ordinary calls applies. `new(x)` with a variable x
///   parses as if x were a type; what it is, is for types to decide;
/// - variables and functions that are called `make` or `new`.
///
/// Only for text that has errors as it stands: the ordinary rule takes no types such as
/// `[]int` as arguments, so a call that is right as it is must not be touched.
struct GrammarGaps {
  private let original: [UInt8]
  private var bytes: [UInt8]
  private var scanner: TokenScanner
  private var isChanged = false
  /// The lists that were blanked, brackets included.
  private(set) var methodTypeParameters: [ByteRange] = []
  /// The offsets of the signs of aliases that were blanked, ascending.
  private(set) var aliasSigns: [UInt32] = []
  /// The ends of the groups `type (…)` that are open, the innermost last.
  private var typeGroups: [UInt32] = []

  init(_ bytes: [UInt8]) {
    original = bytes
    self.bytes = bytes
    scanner = TokenScanner(bytes)
  }

  /// The respelled text, or nil where there is nothing to respell. Linear.
  mutating func respell() -> [UInt8]? {
    var previous = Token.end
    while true {
      let token = scanner.next()
      switch token.kind {
      case .end:
        return isChanged ? bytes : nil
      case .identifier where spells(token, "func") && beginsStatement(token, after: previous):
        blankMethodTypeParameters()
      case .identifier where spells(token, "type"):
        readTypeDeclaration()
      case .identifier
      where previous.kind != .dot && (spells(token, "new") || spells(token, "make")):
        respellCall(token)
      case .identifier where isInTypeGroup(token) && beginsStatement(token, after: previous):
        blankAliasSign(scanner)
      default:
        break
      }
      previous = token
    }
  }

  private func spells(_ token: Token, _ text: StaticString) -> Bool {
    token.range.count == text.utf8CodeUnitCount
      && original[token.range.indices].elementsEqual(
        UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Whether a statement or declaration begins with the token: it is the first of the text,
  /// or a semicolon stands before it or is put there by Go (see "Semicolons" in the
  /// specification), at the end of a line after a name, a literal or a closing bracket.
  private func beginsStatement(_ token: Token, after previous: Token) -> Bool {
    switch previous.kind {
    case .end:
      return true
    case .other:
      return original[previous.range.indices].elementsEqual(CollectionOfOne(UInt8(ascii: ";")))
    case .identifier, .literal, .rightParenthesis, .rightBracket, .rightBrace:
      return original[Int(previous.range.end)..<Int(token.range.start)]
        .contains(UInt8(ascii: "\n"))
    default:
      return false
    }
  }

  /// After `func` at the beginning of a declaration: `(receiver) Name[…](` is a method with
  /// type parameters. In `type F func(int) List[string]`, and in a literal, `func` stands
  /// after something else.
  private mutating func blankMethodTypeParameters() {
    var ahead = scanner
    let receiver = ahead.next()
    guard receiver.kind == .leftParenthesis, ahead.skipBalanced(receiver) != nil,
      ahead.next().kind == .identifier
    else { return }
    let bracket = ahead.next()
    guard bracket.kind == .leftBracket, let end = ahead.skipBalanced(bracket) else { return }
    let list = ByteRange(start: bracket.range.start, end: end)
    var after = ahead
    guard after.next().kind == .leftParenthesis else { return }
    for index in list.indices { bytes[index] = UInt8(ascii: " ") }
    isChanged = true
    methodTypeParameters.append(list)
    scanner = ahead
  }

  /// After `type`: one specification, or a group of them in parentheses.
  private mutating func readTypeDeclaration() {
    var ahead = scanner
    let token = ahead.next()
    if token.kind == .identifier { return blankAliasSign(ahead) }
    guard token.kind == .leftParenthesis else { return }
    // The first specification stands behind the parenthesis, the others begin statements.
    var specification = ahead
    if specification.next().kind == .identifier { blankAliasSign(specification) }
    if let end = ahead.skipBalanced(token) { typeGroups.append(end) }
  }

  /// Whether a token stands in a group `type (…)`; what lies deeper in it, such as fields,
  /// counts too.
  private mutating func isInTypeGroup(_ token: Token) -> Bool {
    while let end = typeGroups.last, end <= token.range.start { typeGroups.removeLast() }
    return !typeGroups.isEmpty
  }

  /// After a declared type's name: blanks the sign in `Name[…] =`. No field and no method looks
  /// like that.
  private mutating func blankAliasSign(_ afterName: TokenScanner) {
    var ahead = afterName
    let bracket = ahead.next()
    guard bracket.kind == .leftBracket, ahead.skipBalanced(bracket) != nil else { return }
    let sign = ahead.next()
    guard original[sign.range.indices].elementsEqual(CollectionOfOne(UInt8(ascii: "="))) else {
      return
    }
    bytes[Int(sign.range.start)] = UInt8(ascii: " ")
    isChanged = true
    aliasSigns.append(sign.range.start)
  }

  private mutating func respellCall(_ token: Token) {
    var ahead = scanner
    if ahead.next().kind == .leftParenthesis {
      var types = TypeScanner(ahead)
      if types.skipType(), types.isAtEndOfArgument { return }
    }
    // `new` and `make` are keywords to the grammar; `ne_` and `mak_` are mere names.
    bytes[Int(token.range.end) - 1] = UInt8(ascii: "_")
    isChanged = true
  }
}
