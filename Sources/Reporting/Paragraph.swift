/// Text that is broken into lines between its words.
struct Paragraph {
  /// What is not broken unless it is wider than a line.
  private struct Word {
    var text: String
    var style: TextStyle?
    var isUnbreakable: Bool
  }

  private var words: [Word] = []

  /// Adds a word that is never broken, whatever its width: a location.
  mutating func append(unbreakable text: String, _ style: TextStyle? = nil) {
    words.append(Word(text: DisplayWidth.visible(text), style: style, isUnbreakable: true))
  }

  /// Adds text, to be broken at its spaces, but for those between back quotes.
  mutating func append(_ text: String, _ style: TextStyle? = nil) {
    var word = ""
    var isQuoted = false
    // A quote without its end must not keep the rest together.
    var quotes = text.utf8.count { $0 == UInt8(ascii: "`") }
    func end(_ words: inout [Word]) {
      if !word.isEmpty { words.append(Word(text: word, style: style, isUnbreakable: false)) }
      word = ""
    }
    for character in DisplayWidth.visible(text) {
      if character == "`" {
        quotes -= 1
        isQuoted = !isQuoted && quotes > 0
      }
      if character == " ", !isQuoted { end(&words) } else { word.append(character) }
    }
    end(&words)
  }

  /// The lines, of which none is wider than `width` columns but for an unbreakable word.
  ///
  /// The first line begins with `first`, the others with `indent` spaces.
  func lines(
    width: Int, first: String = "", indent: Int, paint: (String, TextStyle?) -> String
  ) -> [String] {
    var lines: [String] = []
    var line = first
    var column = DisplayWidth.of(first)
    var isEmpty = true
    func breakLine() {
      lines.append(line)
      line = String(repeating: " ", count: indent)
      column = indent
      isEmpty = true
    }
    for word in words {
      if !isEmpty, column + 1 + DisplayWidth.of(word.text) > width { breakLine() }
      if !isEmpty {
        line += " "
        column += 1
      }
      isEmpty = false
      var rest = word.text
      while !word.isUnbreakable, column + DisplayWidth.of(rest) > width {
        let head = Self.prefix(of: rest, columns: max(1, width - column))
        line += paint(head, word.style)
        rest.removeFirst(head.count)
        breakLine()
        isEmpty = false
      }
      line += paint(rest, word.style)
      column += DisplayWidth.of(rest)
    }
    return lines + [line]
  }

  /// The characters that fit, up to the last space among them, and at least one.
  private static func prefix(of text: String, columns: Int) -> String {
    var head = ""
    var width = 0
    for character in text {
      width += DisplayWidth.of(String(character))
      if width > columns, !head.isEmpty { break }
      head.append(character)
    }
    if let space = head.lastIndex(of: " "), space > head.startIndex {
      return String(head[...space])
    }
    return head
  }
}
