/// Writes one XML document, element by element, indented by two spaces.
struct XMLWriter {
  /// What was written so far: UTF-8.
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private var depth = 0

  /// An element whose children `body` writes; without any it is closed at once.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)],
    _ body: (inout XMLWriter) -> Void = { _ in }
  ) {
    begin(name, attributes)
    let start = bytes.count
    bytes += ">\n".utf8
    depth += 1
    let inside = bytes.count
    body(&self)
    depth -= 1
    if bytes.count == inside {
      bytes.removeSubrange(start...)
      bytes += "/>\n".utf8
    } else {
      indent()
      bytes += "</\(name)>\n".utf8
    }
  }

  /// An element that holds text alone, white space kept.
  mutating func element(
    _ name: String, _ attributes: [(name: String, value: String)], text: String
  ) {
    begin(name, attributes)
    bytes.append(UInt8(ascii: ">"))
    escape(text, isAttribute: false)
    bytes += "</\(name)>\n".utf8
  }

  private mutating func begin(_ name: String, _ attributes: [(name: String, value: String)]) {
    indent()
    bytes += "<\(name)".utf8
    for attribute in attributes {
      bytes += " \(attribute.name)=\"".utf8
      escape(attribute.value, isAttribute: true)
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private mutating func indent() {
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
  }

  private mutating func escape(_ text: String, isAttribute: Bool) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": bytes += "&amp;".utf8
      case "<": bytes += "&lt;".utf8
      case ">": bytes += "&gt;".utf8
      case "\"" where isAttribute: bytes += "&quot;".utf8
      // A reader turns plain white space in attributes into spaces.
      case "\n" where isAttribute: bytes += "&#10;".utf8
      case "\t" where isAttribute: bytes += "&#9;".utf8
      case "\r": bytes += "&#13;".utf8
      // XML 1.0 has no way to write these.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}":
        bytes += "\u{FFFD}".utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
  }
}
