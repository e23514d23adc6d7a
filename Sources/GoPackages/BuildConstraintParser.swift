/// Reads build constraints as `go/build/constraint` does.
struct BuildConstraintParser {
  /// What is wrong with a `//go:build` line, in words for the user.
  struct Failure: Error, Hashable {
    var message: String
  }

  private enum Token: Equatable {
    case tag(String)
    case symbol(String)
    case end
  }

  /// More operands than this are refused, which bounds the depth of the result too.
  private static let largestSize = 1000
  /// The same for a `// +build` line.
  private static let largestOldSize = 101

  private let text: [UInt8]
  private var index = 0
  private var size = 0
  private var token = Token.end

  /// The condition in the text after `//go:build`.
  static func goBuild(_ text: some Sequence<UInt8>) throws(Failure) -> BuildConstraint {
    var parser = BuildConstraintParser(text: Array(text))
    let constraint = try parser.parseOr()
    guard parser.token == .end else {
      throw Failure(message: "unexpected \(parser.shown)")
    }
    return constraint
  }

  /// The condition in the text after `// +build`: a space means or, a comma means and.
  ///
  /// What cannot be understood becomes the tag "ignore", which is never set. Nil if there are
  /// more operators than Go reads; Go then overlooks the line.
  static func plusBuild(_ text: some Collection<UInt8>) -> BuildConstraint? {
    var result: BuildConstraint?
    var operandCount = 0
    for clause in text.split(whereSeparator: isSpace) {
      var all: BuildConstraint?
      for literal in clause.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
        operandCount += 1
        guard operandCount <= largestOldSize else { return nil }
        let isNegated = literal.first == UInt8(ascii: "!")
        let name = isNegated ? literal.dropFirst() : literal[...]
        let isValid = !name.isEmpty && name.allSatisfy(isTagByte)
        let tag = BuildConstraint.tag(isValid ? String(decoding: name, as: UTF8.self) : "ignore")
        let isDoubled = isNegated && (name.isEmpty || name.first == UInt8(ascii: "!"))
        let operand = isNegated && !isDoubled ? BuildConstraint.not(tag) : tag
        all = all.map { .and($0, operand) } ?? operand
      }
      guard let all else { continue }
      result = result.map { .or($0, all) } ?? all
    }
    return result ?? .tag("ignore")
  }

  private init(text: [UInt8]) { self.text = text }

  private var shown: String {
    switch token {
    case .tag(let name), .symbol(let name): name
    case .end: "end of the expression"
    }
  }

  private mutating func parseOr() throws(Failure) -> BuildConstraint {
    var left = try parseAnd()
    while token == .symbol("||") { left = .or(left, try parseAnd()) }
    return left
  }

  private mutating func parseAnd() throws(Failure) -> BuildConstraint {
    var left = try parseNot()
    while token == .symbol("&&") { left = .and(left, try parseNot()) }
    return left
  }

  private mutating func parseNot() throws(Failure) -> BuildConstraint {
    size += 1
    guard size <= Self.largestSize else { throw Failure(message: "the expression is too large") }
    try advance()
    guard token == .symbol("!") else { return try parseAtom() }
    try advance()
    guard token != .symbol("!") else { throw Failure(message: "double negation") }
    return .not(try parseAtom())
  }

  private mutating func parseAtom() throws(Failure) -> BuildConstraint {
    if token == .symbol("(") {
      let inner = try parseOr()
      guard token == .symbol(")") else { throw Failure(message: "missing )") }
      try advance()
      return inner
    }
    guard case .tag(let name) = token else { throw Failure(message: "unexpected \(shown)") }
    try advance()
    return .tag(name)
  }

  private mutating func advance() throws(Failure) {
    while index < text.count, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    guard index < text.count else {
      token = .end
      return
    }
    let start = index
    switch text[index] {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "!"):
      index += 1
      token = .symbol(string(from: start))
    case UInt8(ascii: "&"), UInt8(ascii: "|"):
      guard index + 1 < text.count, text[index + 1] == text[index] else {
        throw Failure(message: "unexpected \(String(UnicodeScalar(text[index])))")
      }
      index += 2
      token = .symbol(string(from: start))
    default:
      while index < text.count, Self.isTagByte(text[index]) { index += 1 }
      guard index > start else {
        throw Failure(message: "unexpected \(String(UnicodeScalar(text[index])))")
      }
      token = .tag(string(from: start))
    }
  }

  private func string(from start: Int) -> String {
    String(decoding: text[start..<index], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  /// Letters, digits, `_` and `.`; a byte above ASCII is taken for part of a letter.
  private static func isTagByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default:
      false
    }
  }
}
