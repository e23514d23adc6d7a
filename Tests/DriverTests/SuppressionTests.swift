import Basics
import Findings
import GoSyntax
import TestKit
import Testing

@testable import Driver

@Suite struct SuppressionTests {
  /// The lines, from 1, that the directives of a text are about, in the order of the text.
  private func lines(_ text: String) throws(AnalysisError) -> [ClosedRange<Int>] {
    guard var parser = GoParser() else { throw AnalysisError.grammarRefused }
    let source = SourceText(path: "a.go", text: text)
    let index = LineIndex(source)
    return DirectiveReader.directives(in: parser.parse(source)).map {
      index.line(at: $0.lines.start)...index.line(at: $0.lines.end)
    }
  }

  @Test(
    arguments: [
      ("package a\n\nvar x = 1 //nolint\nvar y = 2\n", [3...3]),
      // A block that begins on the line does not matter.
      ("package a\n\nfunc f() { //nolint\n\tg()\n}\n", [3...3]),
      ("package a\n\n//nolint\nfunc f() {\n\tg()\n}\n\nvar x = 1\n", [3...6]),
      ("package a\n\n//nolint\n\nvar x = 1\n", [3...3]),
      ("package a\n\n// f\n//nolint\n// so\nfunc f() {\n\tg()\n}\n", [3...8]),
      ("package a\n\nvar (\n\t//nolint\n\ta = []int{\n\t\t1,\n\t}\n\tb = 2\n)\n", [4...7]),
      ("package a\n\n//nolint\nvar (\n\ta = 1\n)\n", [3...6]),
      ("package a\n\nfunc f() {\n\t//nolint\n\tif g() {\n\t\th()\n\t}\n\th()\n}\n", [4...7]),
      ("package a\n\nfunc f() {\n\tg()\n\t//nolint\n}\n", [5...5]),
      ("package a\n\nfunc f() {\n//nolint\n\tg()\n}\n", [4...4]),
      (
        "package a\n\nfunc f() {\n\tswitch g() {\n\t//nolint\n\tcase 1:\n\t\th()\n\t\th()\n"
          + "\tcase 2:\n\t}\n}\n", [5...8]
      ),
      ("package a\n\ntype T struct {\n\t//nolint\n\ta struct {\n\t\tb int\n\t}\n}\n", [4...7]),
      ("package a\n\nvar x = f(\n\t//nolint\n\tfunc() {\n\t\tg()\n\t},\n\t2,\n)\n", [4...7]),
      ("// Package a.\n//nolint:racelint\npackage a\n\nvar x = 1\n", [1...6]),
      ("//nolint\n\npackage a\n\nvar x = 1\n", [1...1]),
      ("\u{FEFF}//nolint\r\npackage a\r\n\r\nvar x = 1 //nolint\r\n", [1...5, 4...4]),
      ("package a\n\nvar x = `\n//nolint\n`\n", []),
      ("package a\n\nvar x = := //nolint\n", [3...3]), ("//nolint", [1...1]),
    ] as [(String, [ClosedRange<Int>])])
  func coversLineNodeOrFile(text: String, expected: [ClosedRange<Int>]) throws {
    #expect(try lines(text) == expected, "\(text)")
  }

  private static let tally = """
    package tally

    import "sync"

    func Sum(parts []int) int {
    \tvar wg sync.WaitGroup
    \tsum := 0
    \twg.Add(1)
    \tgo func() {
    \t\twg.Done()
    \t\tfor _, part := range parts {
    \t\t\tsum += part
    \t\t}
    \t}()
    \twg.Wait()
    \treturn sum
    }

    """

  private func check(_ text: String, _ options: String...) throws -> Run {
    try TemporaryDirectory.with(["go.mod": "module m\n\ngo 1.24\n", "a.go": text]) { directory in
      Run(["check", "-j1"] + options, in: directory, engine: .live)
    }
  }

  @Test func leavesFindingsOutOfReportAndStatus() throws {
    let found = try check(Self.tally)
    #expect(found.code == .findings && found.output.contains("early-done"))
    let ignored = try check(
      Self.tally.replacing("wg.Done()", with: "wg.Done() //nolint:early-done // so be it"))
    #expect(ignored.code == .clean)
    #expect(ignored.output.hasPrefix("no findings, 1 ignored in 1 package, 1 file, "))
    let wrong = try check(Self.tally.replacing("wg.Done()", with: "wg.Done() //nolint:late-add"))
    #expect(wrong.code == .findings && !wrong.output.contains("ignored"))
  }

  @Test func saysWhatIsWrongWithDirectives() throws {
    let text =
      "//racelint:ignore erly-done,early-done why\n" + Self.tally
      + "\nvar x = 1 //racelint:ignore\n"
      + "//racelint:ignore late-add\n//nolint:gosec\n"
    let run = try check(text, "-q")
    #expect(run.code == .clean)
    #expect(
      run.output == """
        a.go:1:1: directive: unknown rule erly-done; did you mean early-done?
        a.go:20:11: directive: //racelint:ignore names no rule
        a.go:21:1: directive: //racelint:ignore gives no reason

        """)
  }

  @Test func tellsOfUnusedDirectivesWhenAsked() throws {
    let text =
      Self.tally + "\n//racelint:ignore late-add,retained-argument why\n//nolint:racelint\n"
    #expect(!(try check(text, "-q").output.contains("leaves out")))
    let run = try check(text, "-q", "--report-unused-ignores")
    #expect(
      run.output.contains("a.go:19:1: directive: //racelint:ignore leaves out nothing of late-add"))
    #expect(run.output.contains("a.go:20:1: directive: //nolint leaves out nothing of racelint"))
    #expect(!run.output.contains("retained-argument"), "it did not run")
    let partial = try check(text, "-q", "--report-unused-ignores", "--only=early-done")
    #expect(!partial.output.contains("leaves out"))
  }
}
