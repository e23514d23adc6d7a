import Basics
import Findings
import Testing

@Suite struct ChangedLinesTests {
  private func changes(_ lines: ClosedRange<Int>...) -> ChangedLines {
    var changes = ChangedLines()
    changes.add(lines, of: "/r/a.go")
    return changes
  }

  private func touched(_ changes: ChangedLines, upTo last: Int = 12) -> [Int] {
    (1...last).filter { changes.touches($0...$0, of: "/r/a.go") }
  }

  /// A finding on a line of a.go, with a step on a line of b.go.
  private func report(_ line: UInt32, step: UInt32) -> AnalysisReport {
    let text = String(repeating: "x\n", count: 20)
    func place(_ file: String, _ line: UInt32) -> Findings.SourceLocation {
      Findings.SourceLocation(file: file, range: ByteRange(start: 2 * line - 2, end: 2 * line - 1))
    }
    let finding = Finding(
      rule: "r", severity: .warning, confidence: .likely, message: "m",
      location: place("a.go", line), package: "p", symbol: "", subject: "s", anchorText: "x",
      trace: [TraceStep(.writer, "here", at: place("b.go", step))], fixes: [])
    return AnalysisReport(
      findings: [finding], diagnostics: [],
      summary: .init(packages: 1, files: 2, bytes: 0, elapsedSeconds: 0),
      sources: [
        "a.go": SourceText(path: "a.go", text: text), "b.go": SourceText(path: "b.go", text: text),
      ])
  }

  private func isKept(
    _ line: UInt32, step: UInt32, _ changes: ChangedLines, wholeFiles: Bool = false
  ) -> Bool {
    var report = report(line, step: step)
    report.keepNew(changes, wholeFiles: wholeFiles) { "/r/" + $0 }
    #expect(report.oldCount == (report.findings.isEmpty ? 1 : 0))
    return !report.findings.isEmpty
  }

  @Test func keepsWhatATouchedLineHasToDoWith() {
    #expect(isKept(4, step: 9, changes(3...4)))
    #expect(!isKept(5, step: 9, changes(3...4)))
    var other = ChangedLines()
    other.add([9...9], of: "/r/b.go")
    #expect(isKept(5, step: 9, other), "a step of the trace")
    #expect(!isKept(5, step: 8, other))
    #expect(!isKept(5, step: 8, ChangedLines()))
    other.addAll(of: "/r/a.go")
    #expect(isKept(5, step: 8, other))
  }

  @Test func keepsAllOfATouchedFileWhereThatIsWanted() {
    #expect(isKept(15, step: 9, changes(3...4), wholeFiles: true))
    #expect(!isKept(15, step: 9, ChangedLines(), wholeFiles: true))
  }

  @Test func followsLinesThroughALaterChange() {
    func text(_ lines: String) -> [UInt8] { Array(lines.map { "\($0)\n" }.joined().utf8) }
    func follow(_ old: String, _ new: String, _ ranges: ClosedRange<Int>...) -> [Int] {
      var lines = ChangedLines()
      lines.add(ranges, of: "/r/a.go")
      lines.follow(LineDiff(old: text(old), new: text(new)), of: "/r/a.go")
      return touched(lines)
    }
    #expect(follow("abcd", "abcd", 2...3) == [2, 3])
    #expect(follow("abcd", "xabcd", 2...3) == [1, 3, 4])
    #expect(follow("abcd", "cd", 2...3) == [1])
    #expect(follow("abcd", "abxycd", 1...4) == [1, 2, 3, 4, 5, 6])
    #expect(follow("abcdef", "aXcdeYf", 3...4) == [2, 3, 4, 6])
    #expect(follow("abcd", "abcdx", 1...1) == [1, 5])
  }
}
