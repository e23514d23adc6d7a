import Basics

/// Writes one JSON document, key by key, indented by two spaces.
///
/// The caller writes values in the order in which they are to appear; commas, line breaks
/// and escapes are done here. A container that is marked `inline` stays on one line.
public struct JSONWriter {
  private struct Level {
    var isInline: Bool
    var isEmpty = true
  }

  /// What was written so far: UTF-8.
  public private(set) var bytes: [UInt8] = []
  private var levels: [Level] = []
  private var followsKey = false

  /// A writer of an empty document.
  public init() {}

  /// An object, whose members `body` writes as keys and values.
  public mutating func object(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    container("{", "}", inline: inline, body)
  }

  /// An array, whose elements `body` writes.
  public mutating func array(inline: Bool = false, _ body: (inout JSONWriter) -> Void) {
    container("[", "]", inline: inline, body)
  }

  /// The key of the value that is written next.
  public mutating func key(_ name: String) {
    beginValue()
    quote(name)
    bytes += ": ".utf8
    followsKey = true
  }

  /// A string value.
  public mutating func string(_ value: String) {
    beginValue()
    quote(value)
  }

  /// A whole number.
  public mutating func integer(_ value: Int) {
    beginValue()
    bytes += String(value).utf8
  }

  /// A number with three digits after the point; what is no number becomes zero.
  public mutating func decimal(_ value: Double) {
    beginValue()
    bytes += Decimal.string(value, digits: 3).utf8
  }

  /// A number in the shortest form that says it; what is no number becomes `null`.
  public mutating func number(_ value: Double) {
    beginValue()
    let whole = Int(exactly: value)
    bytes += (whole.map(String.init) ?? (value.isFinite ? String(value) : "null")).utf8
  }

  /// `true` or `false`.
  public mutating func boolean(_ value: Bool) {
    beginValue()
    bytes += (value ? "true" : "false").utf8
  }

  /// `null`.
  public mutating func null() {
    beginValue()
    bytes += "null".utf8
  }

  /// The line feed after the document; after it another one may be written.
  public mutating func endDocument() { bytes.append(UInt8(ascii: "\n")) }

  private mutating func container(
    _ open: String, _ close: String, inline: Bool, _ body: (inout JSONWriter) -> Void
  ) {
    beginValue()
    bytes += open.utf8
    let isInline = inline || levels.last?.isInline ?? false
    levels.append(Level(isInline: isInline))
    body(&self)
    let isEmpty = levels.removeLast().isEmpty
    if !isEmpty && !isInline { breakLine() }
    bytes += close.utf8
  }

  private mutating func beginValue() {
    if followsKey {
      followsKey = false
      return
    }
    guard let level = levels.last else { return }
    levels[levels.count - 1].isEmpty = false
    if !level.isEmpty { bytes += (level.isInline ? ", " : ",").utf8 }
    if !level.isInline { breakLine() }
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: 2 * levels.count)
  }

  private mutating func quote(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": bytes += "\\\"".utf8
      case "\\": bytes += "\\\\".utf8
      case "\n": bytes += "\\n".utf8
      case "\r": bytes += "\\r".utf8
      case "\t": bytes += "\\t".utf8
      // The line separators are legal in JSON and were not in JavaScript, where many look.
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        bytes += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
      default: bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension JSONWriter {
  /// A member that is a string.
  public mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  /// A member that is a whole number.
  public mutating func member(_ name: String, _ value: Int) {
    key(name)
    integer(value)
  }

  /// A member that is `true` or `false`.
  public mutating func member(_ name: String, _ value: Bool) {
    key(name)
    boolean(value)
  }

  /// A member that is an object on one line with one string: `"message": {"text": "..."}`.
  public mutating func member(_ name: String, _ inner: String, _ value: String) {
    key(name)
    object(inline: true) { $0.member(inner, value) }
  }

  /// Start and end as objects of line and column, on one line.
  public mutating func range(_ start: SourcePosition, _ end: SourcePosition) {
    object(inline: true) { json in
      for (name, position) in [("start", start), ("end", end)] {
        json.key(name)
        json.object { json in
          json.member("line", position.line)
          json.member("column", position.column)
        }
      }
    }
  }
}
