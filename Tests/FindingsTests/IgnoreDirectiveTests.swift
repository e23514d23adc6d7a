import Basics
import Testing

@testable import Findings

@Suite struct IgnoreDirectiveTests {
  @Test(
    arguments: [
      ("//nolint", nil, false), ("// nolint", nil, false), ("//nolint // why", nil, true),
      ("//nolint because", nil, false), ("//nolint:all", nil, false),
      ("//nolint:gosec,all", nil, false), ("//nolint:racelint", ["racelint"], false),
      ("// nolint: Early-Done , late-add // why", ["early-done", "late-add"], true),
      ("//nolint:", [], false), ("//racelint:ignore early-done it is so", ["early-done"], true),
      ("//racelint:ignore a,b why", ["a", "b"], true), ("//racelint:ignore a", ["a"], false),
      ("//racelint:ignore a // ", ["a"], false), ("//racelint:ignore\ta why", ["a"], true),
      ("//racelint:ignore", [], false),
    ] as [(String, [String]?, Bool)])
  func readsBothForms(comment: String, names: [String]?, hasReason: Bool) throws {
    let directive = try #require(IgnoreDirective(comment: comment))
    #expect(directive.scope == names.map { .names($0) } ?? .everything)
    #expect(directive.hasReason == hasReason)
    #expect(directive.form == (comment.contains("racelint:ignore") ? .ignore : .nolint))
  }

  @Test(arguments: [
    "// a nolint", "//nolintlint", "//nolint-x", "/* nolint */", "// racelint:ignore a why",
    "//racelint:ignored a why", "//go:build nolint",
  ])
  func readsNothingElse(comment: String) { #expect(IgnoreDirective(comment: comment) == nil) }

  private func placed(_ comment: String, _ range: Range<UInt32>) throws -> PlacedDirective {
    PlacedDirective(
      try #require(IgnoreDirective(comment: comment)),
      at: SourceLocation(
        file: "a.go", range: ByteRange(start: range.lowerBound, end: range.upperBound)),
      lines: ByteRange(start: range.lowerBound, end: range.upperBound))
  }

  private func finding(_ rule: String, at offset: UInt32, in file: String = "a.go") -> Finding {
    Finding(
      rule: rule, severity: .error, confidence: .confirmed, message: "m",
      location: SourceLocation(file: file, range: ByteRange(start: offset, end: offset + 100)),
      package: "p", symbol: "", subject: "", anchorText: "", trace: [], fixes: [])
  }

  @Test func coversFindingsThatBeginInTheLines() throws {
    var suppression = Suppression([
      try placed("//nolint:late-add", 10..<20), try placed("//nolint:racelint", 30..<40),
      try placed("//nolint", 50..<60), try placed("//nolint:gosec", 70..<80),
      try placed("//racelint:ignore racelint x", 90..<99),
    ])
    let answers = [
      (finding("late-add", at: 10), true), (finding("early-done", at: 10), false),
      (finding("late-add", at: 9), false), (finding("late-add", at: 20), false),
      (finding("late-add", at: 10, in: "b.go"), false), (finding("early-done", at: 35), true),
      (finding("early-done", at: 55), true), (finding("early-done", at: 75), false),
      // The tool's name is no rule.
      (finding("early-done", at: 95), false),
    ]
    for (finding, isCovered) in answers {
      let answer = suppression.covers(finding)
      #expect(answer == isCovered, "\(finding.rule) at \(finding.location)")
    }
  }

  @Test func knowsWhatLeftOutNothing() throws {
    var suppression = Suppression([
      try placed("//nolint:late-add,early-done", 10..<20),
      try placed("//nolint:late-add,early-done", 10..<20), try placed("//nolint", 30..<40),
      try placed("//racelint:ignore async-alias why", 50..<60),
      try placed("//nolint:racelint,gosec", 70..<80),
    ])
    _ = suppression.covers(finding("late-add", at: 10))
    let ran: Set = ["late-add", "early-done"]
    #expect(suppression.unused(ran: ran, isComplete: false).map(\.name) == ["early-done"])
    #expect(
      suppression.unused(ran: ran.union(["async-alias"]), isComplete: true).map(\.name)
        == ["early-done", "async-alias", "racelint"])
  }
}
