import Testing

@testable import Reporting

@Suite struct TerminalManualTests {
  private func plain(_ text: String, width: Int = 30) -> String {
    TerminalManual(width: width, usesColor: false).render(text)
  }

  @Test func setsHeadingsListsAndCode() {
    let text = """
      # bad-word

      A word that is **bad** is
      reported, `x := y` too.

      ## Bad

      - **likely**: one
        and more of it here
      - two

      ```go
      if a {
      \tb()

      }
      ```
      """
    let expected = """
      bad-word

      A word that is bad is
      reported, `x := y` too.

      Bad

      - likely: one and more of it
        here
      - two

          if a {
              b()

          }

      """
    #expect(plain(text) == expected)
  }

  @Test func codeIsNotBroken() {
    #expect(
      plain("a a a a a a a a a `b b b b b b`", width: 20) == "a a a a a a a a a\n`b b b b b b`\n")
  }

  @Test func coloursStandForMarks() {
    let manual = TerminalManual(width: 80, usesColor: true)
    #expect(manual.render("# t") == "\u{1B}[1mt\u{1B}[0m\n")
    #expect(
      manual.render("**a b**: `c d`.")
        == "\u{1B}[1ma\u{1B}[0m \u{1B}[1mb\u{1B}[0m: \u{1B}[36mc d\u{1B}[0m.\n")
  }

  @Test(arguments: ["a * b", "a ** b", "`a", "**", "``", "a_b <c>", "****"])
  func marksWithoutCounterpartsStay(text: String) {
    #expect(plain(text) == text + "\n")
  }

  @Test func nothingSteersTheTerminal() {
    #expect(plain("a \u{1B}[31m b\n\n```\n\u{1B}x\n```\n") == "a \u{FFFD}[31m b\n\n    \u{FFFD}x\n")
  }
}
