import Basics
import GoIR

extension FlowAnalysis {
  /// `look` for a stretch of some items at a time, on as many threads as the analysis has; the
  /// results of the stretches in order. Each stretch has a finder of its own, which remembers no body
  /// of another one.
  func inStretches<Item: Sendable, Result: Sendable>(
    _ items: [Item], of length: Int = 64,
    _ look: @escaping @Sendable (WayFinder, ArraySlice<Item>) -> Result
  ) -> [Result] {
    let count = (items.count + length - 1) / length
    return Parallel.map(count: count, jobs: jobs) { [self] _, index in
      look(WayFinder(self), items[index * length..<min((index + 1) * length, items.count)])
    }
  }

  /// The ways of the memory of conflicts, in the order of these; nil where none is found.
  public func ways(of conflicts: [Conflict]) -> [MemoryWay?] {
    inStretches(conflicts, of: 16) { finder, some in some.map { finder.way(of: $0) } }
      .flatMap(\.self)
  }

  /// The ways of the memory of conflicts between functions, likewise.
  public func ways(of conflicts: [SlotConflict]) -> [MemoryWay?] {
    inStretches(conflicts, of: 16) { finder, some in some.map { finder.way(of: $0) } }
      .flatMap(\.self)
  }
}
