import Findings
import Synchronization

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

  /// Adds to a part what some work took.
  func add(_ part: Part, _ time: Duration) {
    times.withLock { $0[part, default: .zero] += time }
  }

  /// Does the work and adds what it took to a part.
  func measure<Result>(_ part: Part, _ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    defer { add(part, .now - start) }
    return work()
  }
}

/// Measures the parts of the work on one package, one after the other. Types are worked out within
/// another part, when that first asks for them, and are a part of their own all the same.
final class PackageLaps {
  private let stages: PackageStages
  private var last = ContinuousClock.now
  /// What types took since the last part has ended.
  private var typing = Duration.zero

  /// Adds to these stages; the first part begins now.
  init(_ stages: PackageStages) { self.stages = stages }

  /// Works types out.
  func measureTypes<Result>(_ work: () -> Result) -> Result {
    let start = ContinuousClock.now
    defer { typing += .now - start }
    return work()
  }

  /// Ends a part.
  func end(_ part: PackageStages.Part) {
    let now = ContinuousClock.now
    stages.add(part, now - last - typing)
    stages.add(.types, typing)
    (last, typing) = (now, .zero)
  }
}
