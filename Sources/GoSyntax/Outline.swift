import Basics

/// Takes out of a Go file what the types of its declarations do not hang on: comments, the
/// bodies of functions, and what stands between the braces of composite literals.
///
/// `{}` stays in their place. The braces of `struct` and `interface` types are kept with all in
/// them, and so are the elements of `[...]T{…}`, which are counted. Lines end where they ended,
/// so that Go's semicolons fall where they fell. What is left is a fifth of most files, and
/// parsing is dear. Where the text is not Go, more or less than that may go.
struct Outline {
  private let bytes: [UInt8]
  private var position = 0
  private var result: [UInt8] = []
  /// The beginning of what is not copied yet.
  private var kept = 0
  /// How many brackets of any kind are open.
  private var depth = 0
  /// Whether the last word was `struct` or `interface`: a brace behind it opens a type.
  private var isAfterTypeKeyword = false
  /// The depth at which `[...]` was seen and its literal was not yet; negative without.
  private var countedDepth = -1

  /// The outline of a file's text. Linear.
  static func of(_ bytes: [UInt8]) -> [UInt8] {
    var outline = Outline(bytes)
    outline.run()
    return outline.result
  }

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    result.reserveCapacity(bytes.count / 4)
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        position += 1
        continue
      case UInt8(ascii: "/") where isAtComment:
        cutComment()
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
        skipQuoted()
      case _ where Self.isName(byte):
        scanWord()
        continue
      case UInt8(ascii: "["):
        if isEllipsis(position + 1) { countedDepth = depth }
        open()
      case UInt8(ascii: "("):
        open()
      case UInt8(ascii: "{"):
        if isAfterTypeKeyword {
          open()
        } else if countedDepth == depth {
          countedDepth = -1
          open()
        } else {
          cutBraces()
        }
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        position += 1
      default:
        position += 1
      }
      isAfterTypeKeyword = false
    }
    result += bytes[kept...]
  }

  private mutating func open() {
    depth += 1
    position += 1
  }

  private func isEllipsis(_ start: Int) -> Bool {
    start + 2 < bytes.count
      && bytes[start...(start + 2)].allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// Goes past a name, keyword or number.
  private mutating func scanWord() {
    let start = position
    while position < bytes.count, Self.isName(bytes[position]) { position += 1 }
    isAfterTypeKeyword = spells("struct", start) || spells("interface", start)
  }

  private func spells(_ word: StaticString, _ start: Int) -> Bool {
    position - start == word.utf8CodeUnitCount
      && bytes[start..<position].elementsEqual(
        UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private var isAtComment: Bool {
    position + 1 < bytes.count
      && (bytes[position + 1] == UInt8(ascii: "/") || bytes[position + 1] == UInt8(ascii: "*"))
  }

  /// A comment to the end of its line goes up to the end; any other counts as a space, or as the
  /// end of a line if it holds one.
  private mutating func cutComment() {
    result += bytes[kept..<position]
    let start = position
    skipComment()
    kept = position
    if bytes[start + 1] == UInt8(ascii: "*") {
      let endsLine = bytes[start..<position].contains(UInt8(ascii: "\n"))
      result.append(endsLine ? UInt8(ascii: "\n") : UInt8(ascii: " "))
    }
  }

  private mutating func skipComment() {
    let isLine = bytes[position + 1] == UInt8(ascii: "/")
    position += 2
    if isLine {
      while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
      return
    }
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "/")
      {
        position += 2
        return
      }
      position += 1
    }
  }

  /// Goes past a string or rune; one that is not raw ends at the end of its line at the latest.
  private mutating func skipQuoted() {
    let quote = bytes[position]
    position += 1
    while position < bytes.count, bytes[position] != quote {
      if quote != UInt8(ascii: "`") {
        if bytes[position] == UInt8(ascii: "\n") { return }
        if bytes[position] == UInt8(ascii: "\\") { position += 1 }
      }
      position += 1
    }
    position = min(position + 1, bytes.count)
  }

  /// Leaves out what is between two braces. Where the second is missing, the next line that
  /// begins with `func` and a name ends it, for no statement begins like that; without one all
  /// stays.
  private mutating func cutBraces() {
    let start = position + 1
    var open = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        if isBeforeFunction {
          result += bytes[kept..<start]
          result.append(UInt8(ascii: "}"))
          kept = position
          return
        }
        position += 1
      case UInt8(ascii: "{"):
        open += 1
        position += 1
      case UInt8(ascii: "}"):
        open -= 1
        position += 1
        if open == 0 {
          result += bytes[kept..<start]
          kept = position - 1
          return
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): skipQuoted()
      case UInt8(ascii: "/") where isAtComment: skipComment()
      default: position += 1
      }
    }
  }

  /// Whether the next line begins with `func`, a space and a letter.
  private var isBeforeFunction: Bool {
    let end = position + 6
    guard end < bytes.count, bytes[position + 1] == UInt8(ascii: "f") else { return false }
    return bytes[(position + 1)..<end].elementsEqual("func ".utf8) && Self.isName(bytes[end])
  }

  /// Letters, digits and `_`; every byte of a multi-byte character counts as one.
  private static func isName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || byte >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
