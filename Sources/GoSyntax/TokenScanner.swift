import Basics

/// A token of Go, as far as finding one's way through text that does not parse needs it.
struct Token {
  enum Kind {
    case end
    /// An identifier or keyword.
    case identifier
    /// A number, string or rune.
    case literal
    case leftParenthesis, rightParenthesis
    case leftBracket, rightBracket
    case leftBrace, rightBrace
    case comma, dot, ellipsis, star, arrow, tilde, pipe
    /// Any other operator or punctuation character.
    case other
  }

  var kind: Kind
  var range: ByteRange

  static let end = Token(kind: .end, range: ByteRange(start: 0, end: 0))
}

/// Splits Go text into tokens; comments and white space are passed over. Copying one marks a
/// place to come back to.
struct TokenScanner {
  private let bytes: [UInt8]
  private var offset = 0
  /// Where the partner of each opening bracket stands, by the bracket's offset.
  private var partners: [UInt32: UInt32] = [:]

  /// Goes through the text once, to pair its brackets.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    pairBrackets()
    offset = 0
  }

  /// The whole text.
  var text: [UInt8] { bytes }

  private func byte(_ ahead: Int = 0) -> UInt8 {
    offset + ahead < bytes.count ? bytes[offset + ahead] : 0
  }

  /// The next token, `end` at the end of the text.
  mutating func next() -> Token {
    skipSpace()
    guard offset < bytes.count else { return .end }
    let start = offset
    let kind = scan()
    return Token(kind: kind, range: ByteRange(start: UInt32(start), end: UInt32(offset)))
  }

  /// Goes past the partner of an opening bracket and gives the offset after it; nil where the
  /// bracket has none. Brackets are counted without a look at their kinds. Takes no longer for
  /// a long stretch, or text of nothing but open brackets would cost its square.
  mutating func skipBalanced(_ bracket: Token) -> UInt32? {
    guard let partner = partners[bracket.range.start] else { return nil }
    offset = Int(partner) + 1
    return partner + 1
  }

  private mutating func pairBrackets() {
    var open: [UInt32] = []
    while true {
      let token = next()
      switch token.kind {
      case .end: return
      case .leftParenthesis, .leftBracket, .leftBrace: open.append(token.range.start)
      case .rightParenthesis, .rightBracket, .rightBrace:
        if let bracket = open.popLast() { partners[bracket] = token.range.start }
      default: break
      }
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count {
      switch byte() {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        offset += 1
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
        while offset < bytes.count, byte() != UInt8(ascii: "\n") { offset += 1 }
      case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
        offset += 2
        while offset < bytes.count, byte() != UInt8(ascii: "*") || byte(1) != UInt8(ascii: "/") {
          offset += 1
        }
        offset = min(offset + 2, bytes.count)
      default:
        return
      }
    }
  }

  private mutating func scan() -> Token.Kind {
    let first = byte()
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      scanQuoted(first)
      return .literal
    case UInt8(ascii: "`"):
      offset += 1
      while offset < bytes.count, byte() != first { offset += 1 }
      offset = min(offset + 1, bytes.count)
      return .literal
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      scanNumber()
      return .literal
    case UInt8(ascii: ".") where (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte(1)):
      scanNumber()
      return .literal
    case _ where Self.isLetter(first):
      while Self.isLetter(byte()) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte()) {
        offset += 1
      }
      return .identifier
    case UInt8(ascii: ".") where byte(1) == first && byte(2) == first:
      offset += 3
      return .ellipsis
    case UInt8(ascii: "<") where byte(1) == UInt8(ascii: "-"):
      offset += 2
      return .arrow
    default:
      offset += 1
      return Self.punctuation(first)
    }
  }

  private static func punctuation(_ byte: UInt8) -> Token.Kind {
    switch byte {
    case UInt8(ascii: "("): .leftParenthesis
    case UInt8(ascii: ")"): .rightParenthesis
    case UInt8(ascii: "["): .leftBracket
    case UInt8(ascii: "]"): .rightBracket
    case UInt8(ascii: "{"): .leftBrace
    case UInt8(ascii: "}"): .rightBrace
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "~"): .tilde
    case UInt8(ascii: "|"): .pipe
    default: .other
    }
  }

  private mutating func scanQuoted(_ quote: UInt8) {
    offset += 1
    while offset < bytes.count, byte() != quote, byte() != UInt8(ascii: "\n") {
      offset += byte() == UInt8(ascii: "\\") ? 2 : 1
    }
    offset = min(offset + 1, bytes.count)
  }

  private mutating func scanNumber() {
    while Self.isLetter(byte()) || byte() == UInt8(ascii: ".")
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte())
      || ((byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-")) && isAfterExponent)
    {
      offset += 1
    }
  }

  /// Whether a sign here belongs to a number: after `e` of a decimal or `p` of a hexadecimal.
  private var isAfterExponent: Bool {
    let before = bytes[offset - 1] | 0x20
    return before == UInt8(ascii: "e") || before == UInt8(ascii: "p")
  }

  /// Letters of Go in UTF-8: every byte of a multi-byte character counts as one.
  private static func isLetter(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}
