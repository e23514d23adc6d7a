import Findings

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
