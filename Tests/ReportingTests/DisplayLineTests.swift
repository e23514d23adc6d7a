import Testing

@testable import Reporting

@Suite struct DisplayLineTests {
  private func line(_ text: String) -> DisplayLine { DisplayLine(Array(text.utf8)[...]) }

  @Test func expandsTabsToStopsOfFour() {
    #expect(line("\ta\tb").window(dedent: 0, room: 80, focus: 0..<0).text == "    a   b")
    #expect(line("\t\tx").indentation == 8)
    #expect(line("  \n").indentation == 2)
    #expect(line("\ta\tb").column(at: 3) == 8)
  }

  @Test func cutsAroundTheFocus() {
    let text = line(String(repeating: "a", count: 50) + "FOCUS" + String(repeating: "b", count: 50))
    #expect(text.window(dedent: 0, room: 20, focus: 0..<1).text == "aaaaaaaaaaaaaaaaaaa…")
    #expect(text.window(dedent: 0, room: 20, focus: 50..<55).text == "…aaaaFOCUSbbbbbbbbb…")
    #expect(text.window(dedent: 0, room: 20, focus: 100..<105).text == "…bbbbbbbbbbbbbbbbbbb")
  }

  @Test func marksNoCutWhereOnlyIndentationGoes() {
    let text = line("\t\t\tabcdefghijklmnopqrstuvwxyz")
    #expect(text.window(dedent: 0, room: 20, focus: 12..<38).text == "  abcdefghijklmnopq…")
  }

  @Test func keepsColumnsWhereAWideCharacterIsCut() {
    let text = line("日本語日本語")
    #expect(text.width == 12)
    #expect(text.window(dedent: 0, room: 6, focus: 0..<1).text == "日本 …")
  }

  @Test func cutsTwoVersionsOfALineAtTheSameColumn() {
    let old = line(String(repeating: "a", count: 40) + "(x)")
    let new = line(String(repeating: "a", count: 40) + "(slices.Clone(x))")
    let first = old.window(dedent: 0, room: 24, focus: 41..<57, besides: new.width)
    let second = new.window(dedent: 0, room: 24, focus: 41..<57, besides: old.width)
    #expect(first.start == second.start)
    #expect(first.text == "…aaaaaa(x)")
    #expect(second.text == "…aaaaaa(slices.Clone(x))")
  }
}
