/// The lines of a text as the protocol counts them: they end at a line feed, at a carriage return, or
/// at both together.
///
/// A file's byte order mark is no part of what an editor shows: positions begin behind it. Bytes that
/// are not UTF-8 count as the replacement characters that an editor shows for them.
public struct DocumentLines: Sendable {
  private let bytes: [UInt8]
  /// Where each line begins and where its text ends, in bytes.
  private let lines: [Range<Int>]

  /// Reads the text once.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(start..<index)
        let isPair =
          byte == UInt8(ascii: "\r") && index + 1 < bytes.count
          && bytes[index + 1] == UInt8(ascii: "\n")
        index += isPair ? 1 : 0
        start = index + 1
      }
      index += 1
    }
    lines.append(start..<bytes.count)
    self.lines = lines
  }

  /// The byte offset of a position. A column behind the end of its line is that end, one within a
  /// character its beginning, and a line behind the last one the end of the text.
  public func offset(of position: TextPosition, _ encoding: PositionEncoding) -> Int {
    guard position.line < lines.count else { return bytes.count }
    let line = lines[position.line]
    switch encoding {
    case .utf8:
      var offset = line.lowerBound + min(position.character, line.count)
      while offset > line.lowerBound, offset < line.upperBound, Self.isContinuation(bytes[offset]) {
        offset -= 1
      }
      return offset
    case .utf16:
      var offset = line.lowerBound
      var column = 0
      while offset < line.upperBound {
        let (length, units) = Self.character(bytes[offset..<line.upperBound])
        if column + units > position.character { break }
        column += units
        offset += length
      }
      return offset
    }
  }

  /// The position of a byte offset.
  public func position(at offset: Int, _ encoding: PositionEncoding) -> TextPosition {
    var low = 0
    var high = lines.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    let line = lines[low]
    let end = max(line.lowerBound, min(offset, line.upperBound))
    switch encoding {
    case .utf8: return TextPosition(line: low, character: end - line.lowerBound)
    case .utf16:
      var rest = bytes[line.lowerBound..<end]
      var column = 0
      while !rest.isEmpty {
        let (length, units) = Self.character(rest)
        column += units
        rest = rest.dropFirst(length)
      }
      return TextPosition(line: low, character: column)
    }
  }

  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many bytes the first character has, and how many units of UTF-16.
  private static func character(_ bytes: ArraySlice<UInt8>) -> (length: Int, units: Int) {
    guard let first = bytes.first, first >= 0x80 else { return (1, 1) }
    let wanted = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1
    let whole = bytes.prefix(wanted)
    var decoder = UTF8()
    var iterator = whole.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator),
      UTF8.width(scalar) == whole.count
    else { return (1, 1) }
    return (whole.count, UTF16.width(scalar))
  }
}
