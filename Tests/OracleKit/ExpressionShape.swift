import Basics

/// What an expression looks like, its names forgotten.
///
/// Names become `x`, numbers `1`, strings `""`, what stands in brackets `…`, and white space
/// one space. A rough reading of the bytes, for grouping: comments are not known.
enum ExpressionShape {
  /// Longer shapes are cut off, so that long expressions fall together.
  private static let longest = 24

  static func of(_ range: ByteRange, in bytes: [UInt8]) -> String {
    guard Int(range.end) <= bytes.count else { return "?" }
    var shape: [UInt8] = []
    shape.reserveCapacity(longest + 8)
    var position = Int(range.start)
    let end = Int(range.end)
    while position < end, shape.count < longest {
      let byte = bytes[position]
      let next: Int
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        next = skip(bytes, position, end) { isName($0) || $0 == UInt8(ascii: ".") }
        shape.append(UInt8(ascii: "1"))
      case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"):
        next = endOfString(bytes, position, end)
        shape += [byte, byte]
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        next = endOfBrackets(bytes, position, end)
        shape.append(byte)
        if next > position + 2 { shape += Array("…".utf8) }
        shape.append(bytes[next - 1])
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        next = skip(bytes, position, end) { $0 <= UInt8(ascii: " ") }
        shape.append(UInt8(ascii: " "))
      case _ where isName(byte):
        next = skip(bytes, position, end, isName)
        shape += word(bytes[position..<next])
      default:
        next = position + 1
        shape.append(byte)
      }
      position = next
    }
    if position < end { shape += Array("…".utf8) }
    return String(decoding: shape, as: UTF8.self)
  }

  /// The words that types and function literals begin with stay.
  private static func word(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    for word in ["func", "map", "chan", "struct", "interface"] where bytes.elementsEqual(word.utf8)
    {
      return Array(word.utf8)
    }
    return [UInt8(ascii: "x")]
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      return true
    default:
      return false
    }
  }

  private static func skip(
    _ bytes: [UInt8], _ start: Int, _ end: Int, _ belongs: (UInt8) -> Bool
  ) -> Int {
    var position = start + 1
    while position < end, belongs(bytes[position]) { position += 1 }
    return position
  }

  private static func endOfString(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    let quote = bytes[start]
    var position = start + 1
    while position < end, bytes[position] != quote {
      position += bytes[position] == UInt8(ascii: "\\") && quote != UInt8(ascii: "`") ? 2 : 1
    }
    return min(position + 1, end)
  }

  private static func endOfBrackets(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Int {
    var depth = 0
    var position = start
    while position < end {
      switch bytes[position] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        if depth == 0 { return position + 1 }
      case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "'"):
        position = endOfString(bytes, position, end)
        continue
      default:
        break
      }
      position += 1
    }
    return end
  }
}

/// Sorts of types, by how they are spelled.
enum TypeKind {
  private static let beginnings: [(String, String)] = [
    ("*", "a pointer"), ("[]", "a slice"), ("map[", "a map"), ("func(", "a function"),
    ("func[", "a generic function"), ("chan ", "a channel"), ("chan<- ", "a channel"),
    ("<-chan ", "a channel"), ("struct{", "a struct"), ("interface{", "an interface"),
    ("any", "an interface"), ("untyped ", "untyped"), ("(", "several values"), ("[", "an array"),
  ]

  /// The sort of type that a spelling stands for, with its article.
  static func of(_ spelling: String) -> String {
    if let match = beginnings.first(where: { spelling.hasPrefix($0.0) }) { return match.1 }
    if spelling.utf8.last == UInt8(ascii: "]") { return "an instantiated type" }
    return spelling.utf8.contains(UInt8(ascii: ".")) ? "a named type" : "a basic type or parameter"
  }
}
