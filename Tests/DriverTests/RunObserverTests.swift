import Driver
import Synchronization
import TestKit
import Testing

@Suite struct RunObserverTests {
  /// Says that nobody waits any more once it was asked so many times.
  private final class Patience: Sendable {
    private let left: Atomic<Int>

    init(_ count: Int) { left = Atomic(count) }

    func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
  }

  @Test func aRunEndsWheneverNobodyWaitsAnyMore() throws {
    let files = [
      "go.mod": "module m\n",
      "a/a.go": """
      package a

      func Keep(text []byte) { go func() { println(string(text)) }() }

      func even(n int) bool { return n == 0 || odd(n-1) }

      func odd(n int) bool { return n != 0 && even(n-1) }

      """,
      "b/b.go": """
      package b

      import "m/a"

      func Use(text []byte) {
      	a.Keep(text)
      	text[0] = 'x'
      }

      """,
    ]
    try TemporaryDirectory.with(files) { root in
      let settings = AnalysisSettings(patterns: ["./..."], workingDirectory: root, jobs: 2)
      let whole = try Analysis.run(settings).findings.map(\.message)
      #expect(whole.count == 1)
      var abandoned = 0
      for count in 0..<40 {
        let patience = Patience(count)
        do throws(AnalysisError) {
          let report = try Analysis.run(
            settings, observer: RunObserver(isAbandoned: { patience.isOver() }))
          #expect(report.findings.map(\.message) == whole)
          break
        } catch {
          #expect(error == .abandoned)
          abandoned += 1
        }
      }
      // Between stages, packages and components of the call graph.
      #expect((8..<40).contains(abandoned), "\(abandoned)")
    }
  }
}
