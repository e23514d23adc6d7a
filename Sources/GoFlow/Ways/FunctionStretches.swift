import Basics
import GoIR

extension FlowAnalysis {
  /// How many functions a thread takes at a time.
  private static let stretch = 64

  /// `look` for some functions, a stretch of them at a time, on as many threads as the analysis had;
  /// the results of the stretches in order. Each stretch has a finder of its own, which remembers no
  /// body of another one.
  func inStretches<Result: Sendable>(
    _ functions: [FunctionNumber],
    _ look: @escaping @Sendable (WayFinder, ArraySlice<FunctionNumber>) -> Result
  ) -> [Result] {
    let count = (functions.count + Self.stretch - 1) / Self.stretch
    return Parallel.map(count: count, jobs: jobs) { [self] _, index in
      let first = index * Self.stretch
      return look(WayFinder(self), functions[first..<min(first + Self.stretch, functions.count)])
    }
  }
}
