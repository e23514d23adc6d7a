import Basics
import Findings
import Testing

@testable import Reporting

/// What sources bring into the Markdown of a review stays where it is put.
@Suite struct ReviewMarkdownTests {
  @Test(arguments: [
    ("x", "`x`"), ("", "`  `"), ("a`b", "``a`b``"), ("`a``", "``` `a`` ```"),
    (" a ", "`  a  `"), ("a\n</details>", "`a </details>`"),
  ])
  func codeIsMarkedByMoreBackQuotesThanItHolds(text: String, shown: String) {
    #expect(MarkdownText.code(text) == shown)
  }

  @Test(arguments: [
    ("`a_b` is *read*", "`a_b` is \\*read\\*"),
    ("a <b> & [c](d)", "a \\<b\\> \\& \\[c\\](d)"),
    ("@team #12", "\\@\u{200B}team \\#\u{200B}12"),
    // A name that brings back quotes of its own.
    ("`m[`<b>`]` is", "`m[`\\<b\\>`]` is"),
    // Back quotes that do not pair.
    ("`a``<!-- racelint:x -->", "``` `a``<!-- racelint:x --> ```"),
  ])
  func proseHoldsNothingButNames(text: String, shown: String) {
    #expect(MarkdownText.prose(text) == shown)
  }

  @Test func fencesAreLongerThanWhatBeginsALine() {
    #expect(MarkdownText.fenced("a\n", "go") == "```go\na\n```")
    #expect(MarkdownText.fenced("a ```` b", "go") == "```go\na ```` b\n```")
    #expect(MarkdownText.fenced("  ```\n", "") == "````\n  ```\n````")
    #expect(MarkdownText.fenced("x\r`````\r", "").hasPrefix("``````\n"))
    #expect(MarkdownText.fenced("", "suggestion") == "```suggestion\n```")
  }

  @Test func marksAreFoundAgain() {
    let text = "a \(ReviewMark.text("0af")) b\n\(ReviewMark.text("1"))"
    #expect(ReviewMark.fingerprints(in: text) == ["0af", "1"])
    #expect(ReviewMark.fingerprints(in: "<!-- racelint:--> <!-- racelint:a b -->") == [])
  }

  private func review(_ sample: SampleReport, hunks: [Patch.Hunk]) -> Review {
    let file = ReviewDiff.File(
      path: "worker/pool.go", oldPath: "worker/pool.go", hunks: hunks)
    return Review(
      sample.report, ReviewDiff(base: "b", head: "h", files: ["worker/pool.go": file]),
      path: { $0 })
  }

  @Test func aSuggestionNeedsItsLinesInOneHunk() throws {
    var sample = SampleReport(["worker/pool.go": SampleReport.poolText])
    let done = sample.place("wg.Done()")
    let counted = sample.place("completed++")
    sample.add(
      "early-done", "too early", at: done,
      fixes: [
        Fix(
          title: "Swap", safety: .safe,
          edits: [
            TextEdit(done, replacement: "completed++"), TextEdit(counted, replacement: "wg.Done()"),
          ])
      ])
    let one = review(sample, hunks: [Patch.Hunk(start: 8, oldLines: [8, nil, nil])])
    let comment = try #require(one.comments.first)
    #expect(comment.lines == 9...10 && comment.oldLine == nil)
    #expect(comment.suggestion?.text == "\t\t\tcompleted++\n\t\t\twg.Done()")
    let two = review(
      sample,
      hunks: [Patch.Hunk(start: 8, oldLines: [8, nil]), Patch.Hunk(start: 10, oldLines: [nil])])
    let plain = try #require(two.comments.first)
    #expect(plain.lines == 9...9 && plain.suggestion == nil)
    #expect(plain.body(suggestion: "suggestion").contains("```diff\n"))
    let away = review(sample, hunks: [Patch.Hunk(start: 1, oldLines: [nil])])
    #expect(away.comments.isEmpty && away.remarks.count == 1)
  }

  @Test func anUnsafeFixIsNoSuggestion() throws {
    var sample = SampleReport(["worker/pool.go": SampleReport.poolText])
    let done = sample.place("wg.Done()")
    sample.add(
      "early-done", "too early", at: done,
      fixes: [
        Fix(title: "Defer", safety: .unsafe, edits: [TextEdit(done, replacement: "defer x()")])
      ])
    let review = review(sample, hunks: [Patch.Hunk(start: 9, oldLines: [nil])])
    let body = try #require(review.comments.first).body(suggestion: "suggestion")
    #expect(!body.contains("suggestion") && body.contains("Fix (needs a look): Defer\n\n```diff"))
  }

  @Test func theTextStaysWithinWhatGitHubTakes() {
    var sample = SampleReport(["worker/pool.go": SampleReport.poolText])
    for number in 0..<400 {
      sample.add(
        "early-done", "\(number) \(String(repeating: "x", count: 900))",
        at: sample.place("wg.Done()"))
    }
    let review = review(sample, hunks: [])
    #expect(review.remarks.count == 400 && review.body.utf8.count < 65_536)
    let told = ReviewMark.fingerprints(in: review.body)
    #expect(review.body.contains("… and \(400 - told.count) more hazards"))
    #expect(review.without(Set(told)).remarks.count == 400 - told.count, "left for a later run")
  }

  @Test(arguments: [
    ("{\"a\": [1, -2.5e1, \"\\u00e9\\ud83d\\ude00\\n\"], \"b\": {}}", true), ("[]", true),
    ("", false), ("[1,]", false), ("{\"a\" 1}", false), ("\"\u{1}\"", false), ("[1] x", false),
    (String(repeating: "[", count: 100_000), false),
  ])
  func documentsAreRead(text: String, isValid: Bool) {
    #expect((JSONValue(reading: Array(text.utf8)) != nil) == isValid)
  }

  @Test func escapesOfDocumentsAreRead() {
    let value = JSONValue(reading: Array("{\"a\": [\"\\u00e9\\ud83d\\ude00\\n\", 7, null]}".utf8))
    #expect(value?["a"]?.elements == [.string("é😀\n"), .number(7), .null])
    #expect(value?["a"]?.elements?[1].integer == 7 && value?["b"] == nil)
  }
}
