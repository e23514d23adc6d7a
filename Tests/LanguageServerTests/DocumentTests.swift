import LanguageServer
import Reporting
import Testing

@Suite struct DocumentTests {
  /// Two bytes and one unit; four bytes and two units; three bytes and one unit.
  private static let text = "aä😀b\r\n日c\rd\n\ne"

  @Test(arguments: [
    (0, 0, 0, 0), (1, 0, 1, 1), (3, 0, 3, 2), (7, 0, 7, 4), (8, 0, 8, 5), (10, 1, 0, 0),
    (13, 1, 3, 1), (14, 1, 4, 2), (15, 2, 0, 0), (17, 3, 0, 0), (18, 4, 0, 0), (19, 4, 1, 1),
  ])
  func placesAreCountedInBothEncodings(offset: Int, line: Int, utf8: Int, utf16: Int) {
    let lines = DocumentLines(Array(Self.text.utf8))
    for (encoding, column) in [(PositionEncoding.utf8, utf8), (.utf16, utf16)] {
      let position = TextPosition(line: line, character: column)
      #expect(lines.position(at: offset, encoding) == position)
      #expect(lines.offset(of: position, encoding) == offset)
    }
  }

  @Test func placesThatThereAreNotAreTheNearest() {
    let lines = DocumentLines(Array(Self.text.utf8))
    let end = TextPosition(line: 0, character: 99)
    #expect(lines.offset(of: end, .utf8) == 8 && lines.offset(of: end, .utf16) == 8)
    // Within a character.
    #expect(lines.offset(of: TextPosition(line: 0, character: 2), .utf8) == 1)
    #expect(lines.offset(of: TextPosition(line: 0, character: 3), .utf16) == 3)
    #expect(lines.offset(of: TextPosition(line: 9, character: 0), .utf16) == 19)
    // Between a carriage return and its line feed.
    #expect(lines.position(at: 9, .utf8) == TextPosition(line: 0, character: 8))
  }

  @Test func aByteOrderMarkAndWhatIsNoUTF8HaveTheirPlace() {
    let lines = DocumentLines([0xEF, 0xBB, 0xBF, 0x61, 0xFF, 0xC3, 0x62])
    #expect(lines.position(at: 3, .utf8) == TextPosition(line: 0, character: 0))
    #expect(lines.position(at: 0, .utf16) == TextPosition(line: 0, character: 0))
    #expect(lines.position(at: 6, .utf16) == TextPosition(line: 0, character: 3))
  }

  @Test func changesAreMadeOneAfterTheOther() throws {
    let opened: JSONValue = ["uri": "file:///a.go", "version": 1, "text": "ä😀x\ny\n"]
    var document = try #require(TextDocument(opened: opened))
    func change(_ from: (Int, Int), _ to: (Int, Int), _ text: String) -> JSONValue {
      let range = TextRange(
        start: TextPosition(line: from.0, character: from.1),
        end: TextPosition(line: to.0, character: to.1))
      return ["range": range.json, "text": .string(text)]
    }
    let parameters: JSONValue = [
      "textDocument": ["uri": "file:///a.go", "version": 2],
      "contentChanges": [
        change((0, 1), (0, 3), "é"), change((0, 2), (1, 0), ""), change((0, 3), (0, 3), "!"),
      ],
    ]
    let isChanged = document.change(parameters, .utf16)
    #expect(isChanged)
    #expect(String(decoding: document.bytes, as: UTF8.self) == "äéy!\n" && document.version == 2)
    let whole: JSONValue = [
      "textDocument": ["version": 3], "contentChanges": [["text": "new"]],
    ]
    let isReplaced = document.change(whole, .utf16)
    #expect(isReplaced)
    #expect(document.bytes == Array("new".utf8))
  }

  @Test func whatIsNoChangeChangesNothing() throws {
    let opened: JSONValue = ["uri": "u", "version": 1, "text": "a"]
    var document = try #require(TextDocument(opened: opened))
    for changes in [[["text": 1]], [["text": "b"], ["range": [:], "text": "c"]], 5] as [JSONValue] {
      let parameters: JSONValue = ["textDocument": ["version": 2], "contentChanges": changes]
      let isChanged = document.change(parameters, .utf8)
      #expect(!isChanged)
    }
    #expect(document.bytes == Array("a".utf8) && document.version == 1)
    #expect(TextDocument(opened: ["uri": "u", "text": "a"]) == nil)
  }
}
