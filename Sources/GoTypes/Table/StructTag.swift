/// The tag of a struct's field: `key:"value"` pairs with spaces between them, the form that
/// `reflect.StructTag` takes apart.
struct StructTag {
  /// What the literal stands for, in UTF-8.
  private let bytes: [UInt8]

  /// A tag as it is written, with its quotes. Of the escapes those of quotes and backslashes are
  /// known; a key behind another one is not found.
  init(literal: String) {
    let utf8 = literal.utf8
    let inner = utf8.dropFirst().dropLast()
    bytes = utf8.first == UInt8(ascii: "\"") ? Self.unescaped(inner) : Array(inner)
  }

  private static func unescaped(_ text: some Sequence<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var isEscaped = false
    for byte in text {
      if !isEscaped, byte == UInt8(ascii: "\\") {
        isEscaped = true
        continue
      }
      bytes.append(byte)
      isEscaped = false
    }
    return bytes
  }

  /// The keys whose whole value is `-`, by which encoders leave a field out, in the order of the
  /// tag. What stands behind something malformed is not found.
  var omittingKeys: [String] {
    var keys: [String] = []
    var rest = bytes[...]
    while true {
      rest = rest.drop { $0 == UInt8(ascii: " ") }
      let key = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "\"") }
      rest = rest.dropFirst(key.count)
      guard !key.isEmpty, rest.starts(with: [UInt8(ascii: ":"), UInt8(ascii: "\"")]) else {
        return keys
      }
      rest = rest.dropFirst(2)
      guard let end = Self.end(of: rest) else { return keys }
      if rest[..<end].elementsEqual([UInt8(ascii: "-")]) {
        keys.append(String(decoding: key, as: UTF8.self))
      }
      rest = rest[(end + 1)...]
    }
  }

  /// The place of the quote that ends a value; nil where none does.
  private static func end(of text: ArraySlice<UInt8>) -> Int? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "\"") { return index }
      index += text[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }
}
