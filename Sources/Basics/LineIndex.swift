/// A place in a text as people count it.
public struct SourcePosition: Hashable, Comparable, Sendable {
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, in the unit of whoever made the position; UTF-8 bytes by default.
  public var column: Int

  /// A position of a 1-based line and column.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Where the lines of a text begin. Made on demand, in one pass over the bytes.
///
/// Lines end at a line feed, as in Go; a carriage return before it belongs to the line.
/// A byte-order mark at the start of the file takes no column.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [UInt32]

  /// Reads the text once.
  public init(_ source: SourceText) {
    bytes = source.bytes
    var starts: [UInt32] = [bytes.starts(with: Self.byteOrderMark) ? 3 : 0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(UInt32(offset) + 1)
    }
    self.starts = starts
  }

  /// The three bytes that some editors put before UTF-8 text.
  public static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// How many lines there are; a text that ends in a line feed has an empty last line.
  public var lineCount: Int { starts.count }

  /// The 1-based line of a byte offset. Logarithmic.
  public func line(at offset: UInt32) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The position of a byte offset, its column in UTF-8 bytes.
  public func position(at offset: UInt32) -> SourcePosition {
    let line = line(at: offset)
    let start = starts[line - 1]
    return SourcePosition(line: line, column: offset < start ? 1 : Int(offset - start) + 1)
  }

  /// The position of a byte offset, its column in UTF-16 code units.
  ///
  /// A byte that is not UTF-8 counts as the one unit of the replacement character.
  public func utf16Position(at offset: UInt32) -> SourcePosition {
    let position = position(at: offset)
    let start = Int(starts[position.line - 1])
    let prefix = bytes[start..<max(start, min(Int(offset), bytes.count))]
    return SourcePosition(
      line: position.line, column: String(decoding: prefix, as: UTF8.self).utf16.count + 1)
  }

  /// The bytes of a 1-based line without its line feed and carriage return.
  public func range(ofLine line: Int) -> ByteRange {
    let start = starts[line - 1]
    var end = line < starts.count ? starts[line] - 1 : UInt32(bytes.count)
    if end > start, bytes[Int(end) - 1] == UInt8(ascii: "\r") { end -= 1 }
    return ByteRange(start: start, end: end)
  }

  /// The offset of a 1-based position counted in UTF-8 bytes, or nil outside the text.
  public func offset(of position: SourcePosition) -> UInt32? {
    guard position.line >= 1, position.line <= starts.count, position.column >= 1 else {
      return nil
    }
    let offset = Int(starts[position.line - 1]) + position.column - 1
    return offset <= Int(range(ofLine: position.line).end) ? UInt32(offset) : nil
  }
}
