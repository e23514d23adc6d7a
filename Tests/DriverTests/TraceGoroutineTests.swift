import Basics
import Findings
import TestKit
import Testing

@testable import Driver

/// Which goroutine takes which step of a trace.
@Suite struct TraceGoroutineTests {
  /// The roles of the steps of the finding of a rule, by goroutine.
  private func steps(_ rule: String, _ body: String) throws -> [Int: [TraceRole]] {
    let files = [
      "go.mod": "module m\n\ngo 1.24\n",
      "a.go": "package m\n\nimport \"sync\"\n\nvar _ sync.Mutex\n\n\(body)\n",
    ]
    return try TemporaryDirectory.with(files) { directory in
      let report = try Analysis.run(
        AnalysisSettings(
          patterns: ["./..."], workingDirectory: directory, rules: RuleSelection(only: [rule])))
      let finding = try #require(report.findings.first)
      #expect(report.findings.count == 1)
      return Dictionary(grouping: finding.trace, by: \.goroutine).mapValues { $0.map(\.role) }
    }
  }

  @Test func aSignalIsGivenByTheGoroutineThatWasStarted() throws {
    let steps = try steps(
      "early-done",
      """
      func Sum(parts []int) int {
        var wg sync.WaitGroup
        sum := 0
        wg.Add(1)
        go func() {
          wg.Done()
          sum = len(parts)
        }()
        wg.Wait()
        return sum
      }
      """)
    #expect(steps == [0: [.spawn, .wait, .reader], 1: [.signal, .effect]])
  }

  @Test func whoStartsAGoroutineIsBesideIt() throws {
    let steps = try steps(
      "unguarded-map",
      """
      func Fill() map[string]int {
        m := map[string]int{}
        go func() { m["a"] = 1 }()
        m["b"] = 2
        return m
      }
      """)
    #expect(steps.count == 2)
    #expect(steps[0]?.contains(.spawn) == true)
    #expect(Set(steps.keys).isSubset(of: [0, 1, 2]))
    #expect(steps.values.filter { $0.contains(.writer) }.count == 2)
  }

  @Test func twoGoroutinesAreBesideEachOther() throws {
    let steps = try steps(
      "unguarded-map",
      """
      func Fill() map[string]int {
        m := map[string]int{}
        go func() { m["a"] = 1 }()
        go func() { m["b"] = 2 }()
        return m
      }
      """)
    #expect(steps[1] == [.writer] && steps[2] == [.writer])
    #expect(steps[0]?.filter { $0 == .spawn }.count == 2)
  }

  @Test func whatIsTakenOutOfAQueueIsTakenByItsReader() throws {
    let steps = try steps(
      "async-alias",
      """
      func Send(events chan []int) {
        go func() {
          for e := range events {
            println(len(e), e[0])
          }
        }()
        buffer := make([]int, 0, 8)
        for i := range 3 {
          buffer = append(buffer[:0], i)
          events <- buffer
        }
      }
      """)
    #expect(steps[0]?.last == .writer && steps[0]?.contains(.handOff) == true)
    let other = steps.first { $0.key != 0 }?.value
    #expect(other?.last == .reader)
  }
}
