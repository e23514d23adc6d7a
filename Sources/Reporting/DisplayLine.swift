/// One line of source as columns: tabs expanded, wide characters counted, nothing that steers.
struct DisplayLine {
  private struct Cell {
    var text: String
    var column: Int
    var width: Int
    /// Offset of its first byte in the line.
    var offset: Int
  }

  /// How many columns a tab stop is from the next.
  static let tabWidth = 4

  private var cells: [Cell] = []
  /// How many columns the whole line takes.
  private(set) var width = 0
  /// The columns of white space before its first other character; of the whole if blank.
  private(set) var indentation = 0

  /// Reads a line without its line feed; bytes that are not UTF-8 show as U+FFFD each.
  init(_ bytes: ArraySlice<UInt8>) {
    var bytes = bytes
    if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    var position = bytes.startIndex
    var isBlank = true
    while position < bytes.endIndex {
      let (scalar, length) = Self.scalar(at: position, bytes)
      let offset = position - bytes.startIndex
      if scalar == "\t" {
        let span = Self.tabWidth - width % Self.tabWidth
        append(Cell(text: spaces(span), column: width, width: span, offset: offset))
      } else {
        let shown = DisplayWidth.visible(scalar)
        append(
          Cell(
            text: String(Character(shown)), column: width, width: DisplayWidth.of(shown),
            offset: offset))
        if scalar != " " { isBlank = false }
      }
      if isBlank { indentation = width }
      position += length
    }
  }

  private mutating func append(_ cell: Cell) {
    cells.append(cell)
    width += cell.width
  }

  /// The column in which the byte at an offset of the line is shown.
  func column(at offset: Int) -> Int {
    cells.first { $0.offset >= offset }?.column ?? width
  }

  /// The part of a line that is shown, and where a column of the line is in it.
  struct Window {
    var text: String
    /// The column of the line that is shown first.
    var start: Int
    /// The columns of the line that are shown as they are.
    var columns: Range<Int>
  }

  /// As much of the line as fits `room` columns, the start of `focus` in any case, with "…"
  /// where more than white space was cut.
  ///
  /// The first `dedent` columns, which must be blank, are left out. Two lines that are given
  /// each other's width and the same focus are cut at the same column.
  func window(dedent: Int, room: Int, focus: Range<Int>, besides other: Int = 0) -> Window {
    let widest = max(width, other)
    if widest - dedent <= room {
      return Window(
        text: slice(dedent..<max(dedent, width)), start: dedent,
        columns: dedent..<max(dedent, width))
    }
    var start = dedent
    if focus.upperBound - dedent > room - 1 {
      let lead = max(2, min(room / 4, room - 2 - focus.count))
      start = max(dedent, min(focus.lowerBound - lead, widest - room))
    }
    let isCutBefore = start >= max(dedent + 1, indentation)
    let isCutAfter = width - start > room
    let first = start + (isCutBefore ? 1 : 0)
    let shown = first..<max(first, min(width, start + room - (isCutAfter ? 1 : 0)))
    let text = (isCutBefore ? "…" : "") + slice(shown) + (isCutAfter ? "…" : "")
    return Window(text: text, start: start, columns: shown)
  }

  /// The cells within the columns; one that is cut in two leaves spaces.
  private func slice(_ columns: Range<Int>) -> String {
    var text = ""
    for cell in cells where cell.column + cell.width >= columns.lowerBound {
      let end = cell.column + cell.width
      if cell.column >= columns.lowerBound, end <= columns.upperBound {
        if cell.column < columns.upperBound || cell.width == 0 { text += cell.text }
      } else {
        let overlap = min(end, columns.upperBound) - max(cell.column, columns.lowerBound)
        text += spaces(max(0, overlap))
      }
      if cell.column >= columns.upperBound { break }
    }
    return text
  }

  private static func scalar(
    at position: Int, _ bytes: ArraySlice<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[position]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    let slice = bytes[position..<min(position + length, bytes.endIndex)]
    if let text = String(validating: slice, as: UTF8.self), let scalar = text.unicodeScalars.first {
      return (scalar, length)
    }
    return ("\u{FFFD}", 1)
  }
}

/// That many spaces.
func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
