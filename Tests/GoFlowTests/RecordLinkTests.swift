import Basics
import GoIR
import Testing

@testable import GoFlow

/// The uses of memory that functions know by those that they call.
@Suite struct RecordLinkTests {
  /// Nine functions that call each other, each with a field of its own.
  private func sample() throws -> AnalyzedSample {
    let count = 9
    let functions = (0..<count).map { index in
      let others = [1, 4, 7].map { "f\((index + $0) % count)(s)" }
      return "func f\(index)(s *state) { s.x\(index) = s.x\(index) + 1; "
        + "go \(others[1]); \(others[0]); \(others[2]) }\n"
    }
    let fields = (0..<count).map { "x\($0) int" }.joined(separator: "; ")
    return try AnalyzedSample(
      "type state struct { \(fields) }\n" + functions.joined()
        + "func Run() { s := &state{}; go f0(s); f1(s) }\n")
  }

  private func field(_ cell: SummaryCell, _ summary: FunctionSummary) -> FieldNumber? {
    summary.wholeWay(to: cell).steps.last { $0.field != nil }?.field
  }

  @Test func usesOfFunctionsThatCallEachOtherEndWhereTheirMemoryIsTouched() throws {
    let functions = try sample().analysis.functions
    var count = 0
    for flow in functions.elements {
      let summary = flow.summary
      for record in summary.uses + summary.strands.flatMap(\.accesses) where !record.callee.isNone {
        var (end, home) = (record, summary)
        for _ in 0..<FlowAnalysis.longestWay where !end.callee.isNone {
          home = functions[end.callee].summary
          end = try #require(home.use(end.record, strand: end.strand))
        }
        count += 1
        #expect(end.callee.isNone)
        #expect(end.kind == record.kind)
        #expect(field(end.cell, home) == field(record.cell, summary))
      }
    }
    #expect(count > 100)
  }
}
