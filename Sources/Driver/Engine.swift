import Findings
import RuleKit

/// The analysis as the command line sees it; tests put another in its place.
public struct Engine: Sendable {
  /// Makes a report, or says why there is none.
  public typealias Run =
    @Sendable (AnalysisSettings, RunObserver) throws(AnalysisError) -> AnalysisReport

  /// The rules there are.
  public var rules: [RuleDescriptor]
  private var run: Run

  /// An engine with its rules.
  public init(rules: [RuleDescriptor], run: @escaping Run) {
    self.rules = rules
    self.run = run
  }

  /// The analysis itself.
  public static var live: Engine {
    Engine(rules: Analysis.rules) { settings, observer throws(AnalysisError) in
      try Analysis.run(settings, observer: observer)
    }
  }

  /// A report of what is new and not in the settings' baseline, whose fixes have the line endings of
  /// the files that they change.
  func analyze(
    _ settings: AnalysisSettings, _ observer: RunObserver
  ) throws(AnalysisError) -> AnalysisReport {
    var clock = StageClock()
    let changes = try changedLines(settings)
    if changes != nil { clock.end("changes") }
    var report = try run(settings, observer)
    report.stages = clock.stages + report.stages
    if let changes, let newCode = settings.newCode {
      report.keepNew(
        changes, wholeFiles: newCode.wholeFiles, in: settings.workingDirectory)
    }
    if let baseline = settings.baseline { report.leaveOut(baseline) }
    report.matchLineEndings()
    return report
  }

  private func changedLines(
    _ settings: AnalysisSettings
  ) throws(AnalysisError) -> ChangedLines? {
    do throws(ChangesError) { return try settings.newCode?.lines() } catch { throw .changes(error) }
  }
}
