import Findings
import Synchronization

/// Measures the stages of a run, one after the other.
struct StageClock {
  private(set) var stages: [AnalysisReport.Stage] = []
  private var last = ContinuousClock.now

  /// Ends a stage, which began where the one before ended.
  mutating func end(_ name: String) {
    let now = ContinuousClock.now
    stages.append(.init(name, now - last))
    last = now
  }

  /// Adds stages that were measured elsewhere, in place of one that would end now.
  mutating func add(_ measured: [AnalysisReport.Stage]) {
    stages += measured
    last = .now
  }
}

/// What the work on packages consists of, each part by all threads together.
final class PackageStages: Sendable {
  /// The parts, in the order in which a package goes through them.
  enum Part: String, CaseIterable {
    case parse
    /// What packages declare and see of each other.
    case types
    /// The rules that look at one package.
    case rules
    /// The facts that the judgement of the whole program needs, with the types of bodies.
    case collect
  }

  private let times = Mutex<[Part: Duration]>([:])

  /// The parts that took any time.
  var stages: [AnalysisReport.Stage] {
    let times = times.withLock { $0 }
    return Part.allCases.compactMap { part in
      times[part].map { .init(part.rawValue, $0, onAllThreads: true) }
    }
  }

  /// Adds to a part what some work took; `inner` of it belongs to another part.
  func add(_ part: Part, _ time: Duration, without inner: Duration = .zero) {
    times.withLock { $0[part, default: .zero] += time - inner }
  }

  /// Does the work and adds what it took to a part.
  func measure<Result>(_ part: Part, _ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    defer { add(part, .now - start) }
    return work()
  }
}
