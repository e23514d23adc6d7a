import Basics

/// Names of files as the protocol writes them: `file:///home/a%20b.go`.
public enum DocumentURI {
  private static let scheme = "file://"

  /// The absolute, cleaned path that a URI names; nil where it names no file of this machine.
  public static func path(_ uri: String) -> String? {
    guard uri.lowercased().hasPrefix(scheme) else { return nil }
    var rest = Substring(uri).dropFirst(scheme.count)
    if rest.hasPrefix("localhost/") { rest = rest.dropFirst("localhost".count) }
    guard rest.hasPrefix("/") else { return nil }
    let text = rest.prefix { $0 != "?" && $0 != "#" }.utf8
    var bytes: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      var next = text.index(after: index)
      var byte = text[index]
      if byte == UInt8(ascii: "%") {
        let digits = text[next...].prefix(2)
        guard digits.count == 2, digits.first != UInt8(ascii: "+"),
          let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16),
          value != 0
        else { return nil }
        byte = value
        next = digits.endIndex
      }
      bytes.append(byte)
      index = next
    }
    return FilePath.clean(String(decoding: bytes, as: UTF8.self))
  }

  /// The URI of an absolute path.
  public static func uri(_ path: String) -> String {
    var uri: [UInt8] = Array(scheme.utf8)
    for byte in path.utf8 {
      if isPlain(byte) {
        uri.append(byte)
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%\(digits.count == 1 ? "0" : "")\(digits)".utf8
      }
    }
    return String(decoding: uri, as: UTF8.self)
  }

  /// Whether a byte stands for itself: RFC 3986, section 2.3, and the slash.
  private static func isPlain(_ byte: UInt8) -> Bool {
    let character = Character(Unicode.Scalar(byte))
    return byte < 0x80 && (character.isLetter || character.isNumber || "-._~/".contains(character))
  }
}
