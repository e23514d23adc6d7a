/// What stands between two spaces of a line of Markdown, in pieces of one style each.
struct StyledWord: Hashable {
  /// Text of one style.
  struct Piece: Hashable {
    var text: String
    var style: TextStyle?
  }

  /// In their order, without the marks of Markdown.
  var pieces: [Piece] = []

  /// The columns that it takes.
  var width: Int { pieces.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// The words of a text. Spaces in code part no words. Marks without a counterpart stay.
  static func words(of text: String, keepsQuotes: Bool) -> [StyledWord] {
    var words: [StyledWord] = []
    var word = StyledWord()
    func end() {
      if !word.pieces.isEmpty { words.append(word) }
      word = StyledWord()
    }
    var rest = DisplayWidth.visible(text)[...]
    var isBold = false
    while let character = rest.first {
      if character == "`", let code = inside("`", rest) {
        word.add(keepsQuotes ? "`\(code)`" : String(code), .role)
        rest = rest.dropFirst(code.count + 2)
      } else if rest.hasPrefix("**"), isBold || inside("**", rest) != nil {
        isBold.toggle()
        rest = rest.dropFirst(2)
      } else {
        if character == " " { end() } else { word.add(String(character), isBold ? .location : nil) }
        rest = rest.dropFirst()
      }
    }
    end()
    return words
  }

  private mutating func add(_ text: String, _ style: TextStyle?) {
    if pieces.last?.style == style, !pieces.isEmpty {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append(Piece(text: text, style: style))
    }
  }

  /// What stands between the mark that a text begins with and the next one; nil where that is
  /// nothing, or there is no next one.
  private static func inside(_ mark: String, _ text: Substring) -> Substring? {
    let rest = text.dropFirst(mark.count)
    guard let end = rest.firstRange(of: mark), end.lowerBound > rest.startIndex else { return nil }
    return rest[..<end.lowerBound]
  }
}
