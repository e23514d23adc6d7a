import Reporting

/// What the columns of positions count.
public enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"

  /// The one to use with a client that offers some: UTF-8 where it does, else UTF-16, which every
  /// client has to know.
  public init(offered: [String]) { self = offered.contains(Self.utf8.rawValue) ? .utf8 : .utf16 }
}

/// A place in a text as the protocol counts it.
public struct TextPosition: Hashable, Comparable, Sendable {
  /// From 0.
  public var line: Int
  /// From 0, in units of the encoding that was agreed on.
  public var character: Int

  /// A position of a line and a column.
  public init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// The position in a message; nil where it is none.
  public init?(_ json: JSONValue?) {
    guard let line = json?["line"]?.integer, let character = json?["character"]?.integer,
      line >= 0, character >= 0
    else { return nil }
    self.init(line: line, character: character)
  }

  /// The position as it stands in a message.
  public var json: JSONValue {
    ["line": .number(Double(line)), "character": .number(Double(character))]
  }

  public static func < (left: TextPosition, right: TextPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// A part of a text, up to but not including its end.
public struct TextRange: Hashable, Sendable {
  public var start: TextPosition
  public var end: TextPosition

  /// A range between two positions.
  public init(start: TextPosition, end: TextPosition) {
    self.start = start
    self.end = end
  }

  /// The range in a message; nil where it is none.
  public init?(_ json: JSONValue?) {
    guard let start = TextPosition(json?["start"]), let end = TextPosition(json?["end"]) else {
      return nil
    }
    self.init(start: min(start, end), end: max(start, end))
  }

  /// The range as it stands in a message.
  public var json: JSONValue { ["start": start.json, "end": end.json] }

  /// Whether the ranges have a place in common, be it only an end.
  public func touches(_ other: TextRange) -> Bool { start <= other.end && other.start <= end }
}
