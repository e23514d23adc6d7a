import Basics
import Findings

/// Analyses and fixes until nothing is left that may be fixed.
///
/// Fixes that collide wait for the next round, in which they are made anew for the changed
/// text. A fix that does not end its hazard is not made again.
struct FixRounds {
  /// After so many rounds the rest is left to the next run.
  static let limit = 10

  /// What was done, and what is left.
  struct Outcome {
    /// The report of the first analysis.
    var first: AnalysisReport
    /// The report of the last analysis.
    var report: AnalysisReport
    /// How many fixes were applied.
    var fixed = 0
    /// The files that were changed, as they are shown.
    var files: Set<String> = []
    /// The files that had to be left alone.
    var problems: [FixWriter.Problem] = []
    /// How many fixes there were no rounds left for.
    var left = 0
  }

  var engine: Engine
  var settings: AnalysisSettings
  var selection: FixSelection
  /// The file, as it is shown, whose findings alone count; nil where all do.
  var onlyFile: String?
  var observer = RunObserver()

  /// Analyses, writes what may be fixed, and analyses again.
  func run() throws(AnalysisError) -> Outcome {
    let writer = FixWriter(workingDirectory: settings.workingDirectory)
    return try rounds { fixes, sources, problems, _ in
      writer.write(fixes, to: sources, excluding: Set(problems.map(\.path)))
    }
  }

  /// Does the same without changing a file; `draft` has the texts then.
  func run(on draft: inout FixDraft) throws(AnalysisError) -> Outcome {
    try rounds { fixes, sources, _, settings in
      let result = draft.write(fixes, to: sources)
      draft.show(in: &settings)
      return result
    }
  }

  private func rounds(
    _ write: (
      [Fix], [String: SourceText], [FixWriter.Problem], inout AnalysisSettings
    ) -> FixWriter.Result
  ) throws(AnalysisError) -> Outcome {
    var settings = settings
    let first = try analyze(settings)
    var outcome = Outcome(first: first, report: first)
    var history = FixHistory()
    for _ in 0..<Self.limit {
      let before = outcome.report
      let chosen = selection.chosen(of: before.findings) { !history.repeats($1, of: $0) }
      if chosen.isEmpty { return outcome }
      let written = write(chosen.map(\.fix), before.sources, outcome.problems, &settings)
      outcome.fixed += written.applied.count
      outcome.files.formUnion(written.changes.map(\.source.path))
      outcome.problems += written.problems
      if written.changes.isEmpty { return outcome }
      history.add(written.applied.map { chosen[$0] }, written.changes)
      outcome.report = try analyze(settings)
      outcome.report.stages = before.stages + outcome.report.stages
    }
    outcome.left =
      selection.chosen(of: outcome.report.findings) { !history.repeats($1, of: $0) }
      .count
    return outcome
  }

  private func analyze(_ settings: AnalysisSettings) throws(AnalysisError) -> AnalysisReport {
    var report = try engine.analyze(settings, observer)
    if let onlyFile { report.findings.removeAll { $0.location.file != onlyFile } }
    return report
  }
}

/// Which fixes may be applied.
struct FixSelection {
  /// Whether fixes that need a look are applied too.
  var allowsUnsafe: Bool

  /// The best fix of each finding among those that are allowed.
  func fixes(for findings: [Finding]) -> [Fix] { chosen(of: findings).map(\.fix) }

  /// The same with the findings; `isWanted` says of a finding and its best fix whether that counts.
  func chosen(
    of findings: [Finding], where isWanted: (Finding, Fix) -> Bool = { _, _ in true }
  ) -> [(finding: Finding, fix: Fix)] {
    findings.compactMap { finding in
      guard let fix = finding.fixes.first(where: { $0.safety == .safe || allowsUnsafe }),
        isWanted(finding, fix)
      else { return nil }
      return (finding, fix)
    }
  }
}
