/// A manual for people at a terminal: what Markdown marks is shown, and text fits the width.
///
/// It knows what manuals of rules are made of: headings, paragraphs, lists, blocks of code, and in
/// lines bold text and code. Everything else is shown as it is written.
public struct TerminalManual: Sendable {
  /// Something that stands on lines of its own.
  fileprivate enum Block {
    case heading(String)
    case paragraph(String)
    case item(String)
    /// Lines as they are.
    case code([String])
  }

  private let width: Int
  private let painter: Painter

  /// A writer for lines of so many columns. Without colour, code keeps its back quotes.
  public init(width: Int, usesColor: Bool) {
    self.width = width
    painter = Painter(usesColor: usesColor)
  }

  /// The text, which ends in a line feed.
  public func render(_ markdown: String) -> String {
    var lines: [String] = []
    var previous: Block?
    for block in Self.blocks(of: markdown) {
      if let previous, !Self.areTogether(previous, block) { lines.append("") }
      lines += self.lines(of: block)
      previous = block
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(of block: Block) -> [String] {
    switch block {
    case .heading(let text): [painter.paint(DisplayWidth.visible(text), .location)]
    case .paragraph(let text): wrapped(text, first: "", indent: 0)
    case .item(let text): wrapped(text, first: "- ", indent: 2)
    case .code(let lines):
      lines.map { line in
        let text = DisplayWidth.visible(line.replacing("\t", with: "    "))
        return text.isEmpty ? "" : "    " + text
      }
    }
  }

  private func wrapped(_ text: String, first: String, indent: Int) -> [String] {
    var lines: [String] = []
    var line = first
    var column = first.count
    var isEmpty = true
    for word in StyledWord.words(of: text, keepsQuotes: !painter.usesColor) {
      if !isEmpty, column + 1 + word.width > width {
        lines.append(line)
        line = spaces(indent)
        column = indent
        isEmpty = true
      }
      if !isEmpty { line += " " }
      column += word.width + (isEmpty ? 0 : 1)
      line += word.pieces.map { painter.paint($0.text, $0.style) }.joined()
      isEmpty = false
    }
    return lines + [line]
  }

  /// Items of one list have nothing between them.
  private static func areTogether(_ first: Block, _ second: Block) -> Bool {
    if case .item = first, case .item = second { true } else { false }
  }

  private static func blocks(of markdown: String) -> [Block] {
    var blocks: [Block] = []
    var code: [String]?
    var isOpen = false
    for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if let lines = code { blocks.append(.code(lines)) }
        code = code == nil ? [] : nil
        isOpen = false
      } else if code != nil {
        code?.append(String(line))
      } else if line.hasPrefix("#") {
        blocks.append(.heading(String(line.drop { $0 == "#" }.drop { $0 == " " })))
        isOpen = false
      } else if line.allSatisfy(\.isWhitespace) {
        isOpen = false
      } else if line.hasPrefix("- ") {
        blocks.append(.item(String(line.dropFirst(2))))
        isOpen = true
      } else if isOpen, let last = blocks.popLast() {
        blocks.append(last.continued(by: line))
      } else {
        blocks.append(.paragraph(String(line)))
        isOpen = true
      }
    }
    if let code { blocks.append(.code(code)) }
    return blocks
  }
}

fileprivate extension TerminalManual.Block {
  func continued(by line: Substring) -> Self {
    switch self {
    case .paragraph(let text): .paragraph(text + " " + line)
    case .item(let text): .item(text + " " + line)
    case .heading, .code: self
    }
  }
}
