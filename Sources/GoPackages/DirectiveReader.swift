import Basics

/// Splits a `go.mod` or `go.work` file into its directives: blocks are unrolled, comments
/// dropped and quotes undone.
struct DirectiveReader {
  /// One directive, as if it stood alone on its line.
  struct Directive: Hashable {
    /// `require`, `replace`, …
    var verb: String
    /// The words after it.
    var arguments: [String]
    /// The bytes of the line that holds the arguments, without the line's end.
    var range: ByteRange
  }

  /// A line that cannot be read.
  struct Failure: Hashable {
    /// What is wrong, in words for the user.
    var message: String
    /// The bytes of the line.
    var range: ByteRange
  }

  private(set) var directives: [Directive] = []
  private(set) var failures: [Failure] = []
  private var block: String?

  init(_ bytes: [UInt8]) {
    var start = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(bytes[start..<end])
      start = end + 1
    }
    if let block {
      let range = ByteRange(at: UInt32(bytes.count))
      failures.append(Failure(message: "the block of \(block) is not closed", range: range))
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    let range = ByteRange(start: UInt32(line.startIndex), end: UInt32(line.endIndex))
    guard var words = Self.words(line) else {
      failures.append(Failure(message: "a string is not closed", range: range))
      return
    }
    guard let first = words.first else { return }
    if let verb = block {
      if words == [")"] {
        block = nil
      } else {
        directives.append(Directive(verb: verb, arguments: words, range: range))
      }
    } else if words.count == 2, words[1] == "(" {
      block = first
    } else if words.count == 3, words[1] == "(", words[2] == ")" {
      return
    } else {
      words.removeFirst()
      directives.append(Directive(verb: first, arguments: words, range: range))
    }
  }

  /// The words of a line; nil if a string is not closed.
  private static func words(_ line: ArraySlice<UInt8>) -> [String]? {
    var words: [String] = []
    var index = line.startIndex
    while index < line.endIndex {
      let byte = line[index]
      if byte == 0x20 || (0x09...0x0D).contains(byte) {
        index += 1
        continue
      }
      if isComment(line, index) { break }
      let start = index
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "`"):
        guard let word = quoted(line, &index) else { return nil }
        words.append(word)
        continue
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","):
        index += 1
      default:
        while index < line.endIndex, !endsWord(line[index]), !isComment(line, index) {
          index += 1
        }
      }
      words.append(String(decoding: line[start..<index], as: UTF8.self))
    }
    return words
  }

  private static func isComment(_ line: ArraySlice<UInt8>, _ index: Int) -> Bool {
    line[index...].starts(with: [UInt8(ascii: "/"), UInt8(ascii: "/")])
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte) || byte == UInt8(ascii: "(")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: ",")
  }

  /// The text of the string at `index`, which moves behind it; a backslash keeps the next
  /// byte as it is.
  private static func quoted(_ line: ArraySlice<UInt8>, _ index: inout Int) -> String? {
    let quote = line[index]
    var text: [UInt8] = []
    index += 1
    while index < line.endIndex, line[index] != quote {
      if quote == UInt8(ascii: "\""), line[index] == UInt8(ascii: "\\"), index + 1 < line.endIndex {
        index += 1
      }
      text.append(line[index])
      index += 1
    }
    guard index < line.endIndex else { return nil }
    index += 1
    return String(decoding: text, as: UTF8.self)
  }
}
