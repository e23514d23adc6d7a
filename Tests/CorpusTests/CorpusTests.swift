import Testing

@testable import CorpusKit

@Suite struct CorpusTests {
  private func findings(_ rules: [(rule: String, count: Int)]) throws -> [CorpusFinding] {
    let rows = rules.flatMap { rule, count in
      (0..<count).map { "p\t\(rule)\tconfirmed\t\(rule)\($0)\ta.go:\($0 + 1)\tmessage" }
    }
    return try TabTable(text: rows.joined(separator: "\n"), name: "test", columns: 6).rows.map {
      CorpusFinding($0.cells)
    }
  }

  @Test func drawsTheSameForOneSeed() throws {
    let all = try findings([("one", 40), ("two", 40)])
    let first = CorpusDraw(20, of: all, seed: 7)
    #expect(first.findings == CorpusDraw(20, of: all, seed: 7).findings)
    #expect(first.findings != CorpusDraw(20, of: all, seed: 8).findings)
    #expect(first.findings.count == 20)
  }

  @Test func drawsNoMoreOfOneRuleThanIsAllowed() throws {
    let all = try findings([("frequent", 200), ("rare", 3)])
    let draw = CorpusDraw(100, of: all, seed: 1)
    #expect(draw.findings.count { $0.rule == "frequent" } == CorpusDraw.maximumOfRule)
    #expect(draw.findings.count { $0.rule == "rare" } == 3)
  }

  @Test func countsTheLastDrawAlone() throws {
    let verdicts = try Verdicts(
      text: """
        # seed ...
        1\tp\tr\tf0\ta.go:1\tfalse\tguarded by the caller
        2\tp\tr\tf1\ta.go:2\treal\tmain and Handle
        2\tp\tr\tf2\ta.go:3\tharmless\tmain and Close

        """)
    #expect(Verdicts.counts(verdicts.last) == "precision: 2 read, 1 real, 1 harmless, 0 false")
  }

  @Test(arguments: [
    ("1\tp\tr\tf\ta.go:1\tmaybe\tx", "\"maybe\" is none of real, harmless, false"),
    ("1\tp\tr\tf\ta.go:1\treal\t", "a verdict without a reason"),
    ("1\tp\tr\tf\ta.go:1\treal", "6 columns instead of 7"),
  ])
  func refusesWhatIsNoVerdict(_ row: String, _ problem: String) {
    #expect(throws: CorpusError("Tests/Corpus/verdicts.tsv:1: \(problem)")) {
      try Verdicts(text: row)
    }
  }

  @Test func readsBackWhatItRecords() throws {
    let all = try findings([("one", 2)])
    let table = try TabTable(text: CorpusFinding.text(all), name: "test", columns: 6)
    #expect(table.rows.map { CorpusFinding($0.cells) } == all)
  }

  @Test func countsWhatBecameOfFixes() throws {
    let findings = try findings([("one", 3), ("two", 2)])
    var fixes = CorpusFixes(
      CorpusProgram(name: "p", package: "-", version: "1", path: "p", hash: ""))
    let packages: [Set<String>] = [["a"], ["a", "b"], ["c"], ["c", "b"], ["d"]]
    fixes.applied = zip(findings, packages).map {
      CorpusFixes.Applied(finding: $0, packages: $1)
    }
    #expect((fixes.compiled, fixes.unbuildableCount, fixes.gone) == (5, 0, 5))
    fixes.broken = ["b": "undefined: x"]
    fixes.unbuildable = ["c": "cannot find package"]
    #expect((fixes.compiled, fixes.unbuildableCount) == (2, 1))
    // All stand in one file, and one of the second rule is left.
    fixes.left = [findings[4]]
    #expect(fixes.gone == 3)
  }
}
