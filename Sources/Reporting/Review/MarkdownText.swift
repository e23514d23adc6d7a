/// Text as Markdown in which nothing of a source can end what stands around it.
enum MarkdownText {
  /// How many characters of one piece of source are shown in a line.
  private static let longestCode = 160
  /// How many characters of one sentence are shown.
  private static let longestProse = 2_000

  /// A text as code in a line: the marks around it are longer than any run of them in it.
  static func code(_ text: String) -> String {
    let shown = cut(DisplayWidth.visible(text), longestCode)
    let mark = String(repeating: "`", count: longestRun(shown.utf8) + 1)
    let touches = shown.isEmpty || shown.hasPrefix("`") || shown.hasSuffix("`")
    let pad = touches || (shown.hasPrefix(" ") && shown.hasSuffix(" ")) ? " " : ""
    return mark + pad + shown + pad + mark
  }

  /// A sentence whose back quotes are around names, with nothing else in it that Markdown reads.
  ///
  /// Where back quotes do not pair, because a name brings its own, all of it is code.
  static func prose(_ text: String) -> String {
    let shown = cut(DisplayWidth.visible(text), longestProse)
    let parts = shown.split(separator: "`", omittingEmptySubsequences: false)
    guard !parts.count.isMultiple(of: 2) else { return code(shown) }
    return parts.enumerated().map { number, part in
      if number.isMultiple(of: 2) { return escaped(part) }
      return part.isEmpty ? "\\`\\`" : code(String(part))
    }.joined()
  }

  /// Whole lines as a block: its fence is longer than any run of back quotes that begins one.
  static func fenced(_ text: String, _ language: String) -> String {
    var longest = 0
    // A carriage return ends a line too.
    for line in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let start = line.drop { $0 == 0x20 || $0 == 0x09 }
      longest = max(longest, start.prefix { $0 == UInt8(ascii: "`") }.count)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    let end = text.isEmpty || text.utf8.last == UInt8(ascii: "\n") ? "" : "\n"
    return "\(fence)\(language)\n\(text)\(end)\(fence)"
  }

  /// Names of people and numbers of issues become no links: a space without width parts them.
  private static func escaped(_ text: Substring) -> String {
    var result = ""
    for character in text {
      if "\\*_[]<>#~&@!|$".contains(character) { result += "\\" }
      result.append(character)
      if "@#".contains(character) { result += "\u{200B}" }
    }
    return result
  }

  private static func longestRun(_ text: String.UTF8View) -> Int {
    var (longest, run) = (0, 0)
    for byte in text {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    text.count > length ? text.prefix(length) + "…" : text
  }
}
