import Basics
import Testing

struct LineIndexTests {
  @Test(arguments: [
    ("", 0, 1, 1), ("abc", 0, 1, 1), ("abc", 3, 1, 4), ("a\nb", 1, 1, 2), ("a\nb", 2, 2, 1),
    ("a\n", 2, 2, 1), ("\n\n\n", 2, 3, 1), ("ä=1", 2, 1, 3), ("😀x", 4, 1, 5),
    ("a\r\nb", 1, 1, 2), ("a\r\nb", 2, 1, 3), ("a\r\nb", 3, 2, 1), ("a\rb", 2, 1, 3),
    ("abc", 99, 1, 100),
  ])
  func positionsCountLinesAndUTF8Bytes(text: String, offset: UInt32, line: Int, column: Int) {
    #expect(Self.index(text).position(at: offset) == SourcePosition(line: line, column: column))
  }

  @Test(arguments: [
    ("abc", 2, 3), ("ä=1", 2, 2), ("€=1", 3, 2), ("😀x", 4, 3), ("x😀y", 6, 5), ("\n😀", 5, 3),
    // In the middle of a character its beginning counts as one unit.
    ("😀x", 2, 2), ("abc", 99, 4),
  ])
  func columnsCountUTF16Units(text: String, offset: UInt32, column: Int) {
    #expect(Self.index(text).utf16Position(at: offset).column == column)
  }

  @Test func aByteThatIsNotUTF8IsOneUnit() {
    let index = LineIndex(SourceText(path: "a.go", bytes: [0xFF, 0xFE, 0x61, 0x0A, 0xC0, 0x62]))
    #expect(index.utf16Position(at: 1).column == 2)
    #expect(index.utf16Position(at: 2).column == 3)
    #expect(index.position(at: 2).column == 3)
    #expect(index.utf16Position(at: 5) == SourcePosition(line: 2, column: 2))
  }

  @Test func aByteOrderMarkTakesNoColumn() {
    let index = Self.index("\u{FEFF}package a\nvar x int")
    #expect(index.position(at: 3) == SourcePosition(line: 1, column: 1))
    #expect(index.position(at: 0) == SourcePosition(line: 1, column: 1))
    #expect(index.position(at: 2) == SourcePosition(line: 1, column: 1))
    #expect(index.utf16Position(at: 0).column == 1)
    #expect(index.utf16Position(at: 4).column == 2)
    #expect(index.position(at: 13) == SourcePosition(line: 2, column: 1))
    #expect(index.offset(of: SourcePosition(line: 1, column: 1)) == 3)
    #expect(index.range(ofLine: 1) == ByteRange(start: 3, end: 12))
  }

  @Test func onlyAByteOrderMarkIsOneEmptyLine() {
    let index = Self.index("\u{FEFF}")
    #expect(index.lineCount == 1)
    #expect(index.range(ofLine: 1) == ByteRange(at: 3))
    #expect(index.position(at: 3) == SourcePosition(line: 1, column: 1))
  }

  @Test(arguments: [
    ("", ["": 1]), ("a", ["a": 1]), ("a\n", ["a": 1, "": 2]), ("a\r\nb\r\n", ["a": 1, "b": 2]),
    ("\r\n", ["": 1]), ("a\n\nb", ["a": 1, "": 2, "b": 3]), ("a\rb", ["a\rb": 1]),
    ("a\r", ["a": 1]), ("a\r\r\nb", ["a\r": 1]),
  ])
  func linesLeaveTheirEndsOut(text: String, lines: [String: Int]) {
    let source = SourceText(path: "a.go", text: text)
    let index = LineIndex(source)
    for (expected, line) in lines { #expect(source.string(index.range(ofLine: line)) == expected) }
  }

  @Test func everyOffsetComesBackFromItsPosition() {
    let text = "package a\n\n\tä := \"😀\"\n// end"
    let index = Self.index(text)
    for offset in 0...UInt32(text.utf8.count) {
      #expect(index.offset(of: index.position(at: offset)) == offset)
    }
    #expect(index.lineCount == 4)
  }

  @Test(arguments: [(0, 1), (1, 0), (3, 1), (1, 4), (2, 5), (-1, 1), (1, -5)])
  func positionsOutsideTheTextHaveNoOffset(line: Int, column: Int) {
    let position = SourcePosition(line: line, column: column)
    #expect(Self.index("ab\r\ncd").offset(of: position) == nil)
  }

  @Test func theEndOfEachLineHasAnOffset() {
    let index = Self.index("ab\r\ncd")
    #expect(index.offset(of: SourcePosition(line: 1, column: 3)) == 2)
    #expect(index.offset(of: SourcePosition(line: 2, column: 3)) == 6)
  }

  @Test func linesOfALongTextAreFound() {
    let index = Self.index(String(repeating: "x\n", count: 5000))
    #expect(index.lineCount == 5001)
    for line in stride(from: 1, through: 5000, by: 333) {
      #expect(index.line(at: UInt32(line * 2 - 2)) == line)
      #expect(index.line(at: UInt32(line * 2 - 1)) == line)
    }
  }

  private static func index(_ text: String) -> LineIndex {
    LineIndex(SourceText(path: "a.go", text: text))
  }
}

struct SourceTextTests {
  @Test func rangesMatchBytesAndNotMore() {
    let source = SourceText(path: "a.go", text: "go f()")
    #expect(source.matches(ByteRange(start: 0, end: 2), "go"))
    #expect(!source.matches(ByteRange(start: 0, end: 3), "go"))
    #expect(!source.matches(ByteRange(start: 0, end: 1), "go"))
    #expect(source.matches(ByteRange(at: 4), ""))
    let other = SourceText(path: "b.go", text: "f()")
    #expect(source.matches(ByteRange(start: 3, end: 6), other, other.range))
    #expect(!source.matches(ByteRange(start: 3, end: 5), other, other.range))
    #expect(source.string(ByteRange(start: 3, end: 4)) == "f")
  }

  @Test func aDiagnosticOfARangeKnowsItsLines() {
    let source = SourceText(path: "a.go", text: "package a\n}\n")
    let range = ByteRange(start: 10, end: 11)
    let diagnostic = Diagnostic(.syntax, "unexpected text", in: source, range: range)
    #expect(diagnostic.path == "a.go")
    #expect(diagnostic.start == SourcePosition(line: 2, column: 1))
    #expect(diagnostic.end == SourcePosition(line: 2, column: 2))
    #expect(Diagnostic(.io, "gone", path: "b.go").start == nil)
  }
}
