import Basics
import Findings

/// Analyses and fixes until nothing is left that may be fixed.
///
/// Fixes that collide wait for the next round, in which they are made anew for the changed
/// text. A round that does not end with fewer findings than the one before is the last, so
/// that a fix which does not end its hazard is not applied again and again.
struct FixRounds {
  /// After so many rounds the rest is left to the next run.
  static let limit = 10

  /// What was done, and what is left.
  struct Outcome {
    /// The report of the last analysis.
    var report: AnalysisReport
    /// How many fixes were applied.
    var fixed = 0
    /// The files that were written, as they are shown.
    var files: Set<String> = []
    /// The files that had to be left alone.
    var problems: [FixWriter.Problem] = []
  }

  var engine: Engine
  var settings: AnalysisSettings
  var selection: FixSelection
  var observer = RunObserver()

  /// Analyses, writes what may be fixed, and analyses again.
  func run() throws(AnalysisError) -> Outcome {
    let writer = FixWriter(workingDirectory: settings.workingDirectory)
    var outcome = Outcome(report: try engine.analyze(settings, observer))
    for _ in 0..<Self.limit {
      let before = outcome.report
      let written = writer.write(
        selection.fixes(for: before.findings), to: before.sources,
        excluding: Set(outcome.problems.map(\.path)))
      outcome.fixed += written.fixed
      outcome.files.formUnion(written.files)
      outcome.problems += written.problems
      if written.files.isEmpty { break }
      let stages = before.stages
      outcome.report = try engine.analyze(settings, observer)
      outcome.report.stages = stages + outcome.report.stages
      if outcome.report.findings.count >= before.findings.count { break }
    }
    return outcome
  }
}

/// Which fixes may be applied.
struct FixSelection {
  /// Whether fixes that need a look are applied too.
  var allowsUnsafe: Bool

  /// The best fix of each finding among those that are allowed.
  func fixes(for findings: [Finding]) -> [Fix] {
    findings.compactMap { finding in
      finding.fixes.first { $0.safety == .safe || allowsUnsafe }
    }
  }
}
