import Basics
import Findings
import Testing

@testable import Reporting

@Suite struct TextReportTests {
  private func render(_ sample: SampleReport, _ options: TextReport.Options = .init()) -> String {
    TextReport(options).render(sample.report)
  }

  @Test func showsTheHazardItsTraceAndItsFix() {
    #expect(
      render(.earlyDone) == """
        worker/pool.go:9:4: early-done: `wg.Done()` announces completion before
            `completed` is increased, so `wg.Wait()` can return too early [confirmed]

          signal  `wg.Done()` announces completion here
             9 │         wg.Done()
               │         ^^^^^^^^^
          effect  `completed` is increased after it
            10 │         completed++
               │         ^^^^^^^^^^^
          wait    `wg.Wait()` returns, and `completed` is read without it being ordered
                  after the increase
            13 │ wg.Wait()
               │ ^^^^^^^^^

          fix     Defer `wg.Done()` [safe]
             8 │   go func() {
             9 │ -     wg.Done()
               │ +     defer wg.Done()
            10 │       completed++
          or      Use `wg.Go` [unsafe: needs a look]

        1 finding (1 fixable) in 14 packages, 120 files, 0.31 s

        """)
  }

  @Test func takesOneLineAFindingWhenQuiet() {
    #expect(
      render(.earlyDone, .init(isQuiet: true)) == """
        worker/pool.go:9:4: early-done: `wg.Done()` announces completion before `completed` is \
        increased, so `wg.Wait()` can return too early [confirmed]

        """)
  }

  @Test func countsFindingsByRuleInsteadOfShowingThem() {
    var sample = SampleReport.earlyDone
    let place = sample.place("completed++")
    sample.add("unguarded-variable", "m", at: place, confidence: .likely)
    sample.add("unguarded-variable", "m", at: place)
    sample.add("async-alias", "m", at: place, confidence: .possible)
    #expect(
      render(sample, .init(isStatistics: true)) == """
        rule                findings  confirmed  likely  possible  fixable
        unguarded-variable         2          1       1         0        0
        async-alias                1          0       0         1        0
        early-done                 1          1       0         0        1

        4 findings (1 fixable) in 14 packages, 120 files, 0.31 s

        """)
    #expect(
      render(SampleReport([:]), .init(isStatistics: true))
        == "no findings in 14 packages, 120 files, 0.31 s\n")
    #expect(render(SampleReport([:]), .init(isQuiet: true, isStatistics: true)) == "")
  }

  @Test func namesAFileWhereTheTraceEntersIt() {
    var sample = SampleReport(["a.go": "one\n", "b.go": "two\nthree\n"])
    sample.add(
      "async-alias", "m", at: sample.place("one", in: "a.go"),
      trace: [
        TraceStep(.owner, "first", at: sample.place("one", in: "a.go")),
        TraceStep(.alias, "second", at: sample.place("two", in: "b.go")),
        TraceStep(.queue, "third", at: sample.place("three", in: "b.go")),
        TraceStep(.reader, "fourth", at: sample.place("gone", in: "c.go")),
      ])
    #expect(
      render(sample).contains(
        """
          owner   first
             1 │ one
               │ ^^^
          alias   b.go:1:1: second
             1 │ two
               │ ^^^
          queue   third
             2 │ three
               │ ^^^^^
          reader  c.go:1:1: fourth

        """))
  }

  @Test func showsEditsOfSeveralFilesAndHunks() {
    let text = (1...9).map { "line \($0)\n" }.joined()
    var sample = SampleReport(["a.go": text, "b.go": "x\n"])
    let edits = [("line 1", "a.go"), ("line 8", "a.go"), ("x", "b.go")].map { text, file in
      TextEdit(sample.place(text, in: file), replacement: "new")
    }
    sample.add(
      "late-add", "m", at: sample.place("line 1", in: "a.go"),
      fixes: [Fix(title: "Move it", safety: .unsafe, edits: edits)])
    #expect(
      render(sample) == """
        a.go:1:1: late-add: m [confirmed]

          fix  Move it [unsafe: needs a look]
             1 │ - line 1
               │ + new
             2 │   line 2
               ⋮
             7 │   line 7
             8 │ - line 8
               │ + new
             9 │   line 9
          b.go:
             1 │ - x
               │ + new

        1 finding (1 fixable with --unsafe-fixes) in 14 packages, 120 files, 0.31 s

        """)
  }

  @Test func putsDiagnosticsNotesAndSummaryLast() {
    var sample = SampleReport(["a.go": "package a\n\nfunc {\n"])
    if let source = sample.sources["a.go"] {
      sample.diagnostics = [
        Diagnostic(
          .syntax, "expected a name", in: source, range: ByteRange(start: 16, end: 17)),
        Diagnostic(.io, "Permission denied", path: "b.go"),
      ]
    }
    let text = TextReport().render(sample.report, notes: ["fixed 3 findings in 2 files"])
    #expect(
      text == """
        a.go:3:6: syntax: expected a name
        b.go: io: Permission denied

        fixed 3 findings in 2 files
        no findings in 14 packages, 120 files, 0.31 s

        """)
  }

  @Test func staysWithinItsWidthButForLocations() {
    let file = "services/analytics/internal/very/long/path/to/a/package/of/somebody/handler_test.go"
    let text =
      "package a\n\t\t\t\tresult := process(ctx, \"" + String(repeating: "日本 ", count: 40)
      + "\", event.Tags, other)\n"
    var sample = SampleReport([file: text])
    let place = sample.place("event.Tags", in: file)
    let word = String(repeating: "x", count: 200)
    sample.add(
      "async-alias",
      "`\(word)` reaches `event.Tags(a, b, c)` `" + String(repeating: "y z ", count: 60),
      at: place, trace: [TraceStep(.handOff, "is kept \(word)", at: place)],
      fixes: [
        Fix(
          title: "Clone `event.Tags`", safety: .safe,
          edits: [TextEdit(place, replacement: "slices.Clone(event.Tags)")])
      ])
    for width in [40, 60, 80, 100] {
      let lines = render(sample, .init(width: width)).split(separator: "\n")
      for line in lines where !line.hasPrefix(file) {
        #expect(DisplayWidth.of(String(line)) <= width, "\(line)")
      }
      #expect(lines.contains { $0.contains("│") && $0.contains("event.Tags") }, "\(lines)")
      #expect(lines.contains { $0.contains("+") && $0.contains("slices.Clone(") }, "\(lines)")
    }
  }

  @Test func alignsCaretsAfterTabsAndWideCharacters() {
    var sample = SampleReport(["a.go": "\tx := \"日本\u{301}\"\t+ y\n"])
    let place = sample.place("+ y", in: "a.go")
    sample.add("r", "m", at: place, trace: [TraceStep(.reader, "here", at: place)])
    let lines = render(sample).split(separator: "\n")
    let source = lines.first { $0.contains("+ y") } ?? ""
    let carets = lines.first { $0.contains("^") } ?? ""
    let before = source.prefix { $0 != "+" }
    #expect(DisplayWidth.of(String(before)) == carets.prefix { $0 != "^" }.count)
    #expect(carets.hasSuffix(" ^^^"))
  }

  @Test func showsTheFirstLineOfALongPlace() {
    var sample = SampleReport(["a.go": "go func() {\n\twork()\n}()\n"])
    let place = sample.place("func() {\n\twork()\n}", in: "a.go")
    sample.add("r", "m", at: place, trace: [TraceStep(.spawn, "here", at: place)])
    #expect(
      render(sample).contains(
        """
             1 │ go func() {
               │    ^^^^^^^^…

        """))
  }

  @Test func marksAnEmptyPlaceAndTheEndOfAFile() {
    var sample = SampleReport(["a.go": "x"])
    let place = SourceLocation(file: "a.go", range: ByteRange(at: 1))
    sample.add("r", "m", at: place, trace: [TraceStep(.reader, "here", at: place)])
    #expect(render(sample).contains("1 │ x\n       │  ^\n"))
  }

  @Test func sendsNothingThatSteersATerminal() {
    var sample = SampleReport(["a\u{1B}.go": "x := \"\u{1B}[31m\u{202E}\"\r\n"])
    let place = sample.place("x", in: "a\u{1B}.go")
    sample.add("r", "m\u{7}\nn", at: place, trace: [TraceStep(.reader, "\u{1B}]0;", at: place)])
    let text = render(sample)
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("x := \"\u{FFFD}[31m\u{FFFD}\""))
  }

  @Test func showsBytesThatAreNotUTF8() {
    var sample = SampleReport([:])
    sample.sources["a.go"] = SourceText(
      path: "a.go", bytes: Array("x ".utf8) + [0xFF, 0xE6] + Array(" y".utf8))
    let place = sample.place("y", in: "a.go")
    sample.add("r", "m", at: place, trace: [TraceStep(.reader, "here", at: place)])
    #expect(render(sample).contains("1 │ x \u{FFFD}\u{FFFD} y\n       │      ^\n"))
  }

  @Test func isTheSameTextInColour() {
    let plain = render(.earlyDone)
    let coloured = render(.earlyDone, .init(usesColor: true))
    #expect(coloured.contains("\u{1B}[1mworker/pool.go:9:4:\u{1B}[0m"))
    var stripped = ""
    var isEscape = false
    for character in coloured {
      if character == "\u{1B}" { isEscape = true }
      if !isEscape { stripped.append(character) }
      if character == "m" { isEscape = false }
    }
    #expect(stripped == plain)
  }

  @Test(arguments: [
    (0, 0, "2 findings in"), (1, 0, "2 findings (1 fixable) in"),
    (0, 2, "2 findings (2 fixable with --unsafe-fixes) in"),
    (1, 1, "2 findings (1 fixable, 1 more with --unsafe-fixes) in"),
  ])
  func countsWhatCanBeFixed(safe: Int, unsafe: Int, summary: String) {
    var sample = SampleReport(["a.go": "x"])
    for number in 0..<2 {
      let safety: [Fix.Safety] = number < safe ? [.safe] : number < safe + unsafe ? [.unsafe] : []
      sample.add(
        "r", "m", at: sample.place("x", in: "a.go"),
        fixes: safety.map { Fix(title: "t", safety: $0, edits: []) })
    }
    #expect(TextReport.summary(of: sample.report).hasPrefix(summary))
  }

  @Test(arguments: [
    (0.0, "0.00 s"), (0.308, "0.31 s"), (9.996, "10.00 s"), (12.34, "12.3 s"), (181.5, "182 s"),
    (.nan, "0 s"),
  ])
  func roundsDurations(seconds: Double, text: String) {
    #expect(Decimal.seconds(seconds) == text)
  }
}
