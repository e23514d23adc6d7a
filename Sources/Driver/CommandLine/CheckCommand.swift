import Basics
import Findings
import Glibc
import Reporting

/// `racelint check`: analyses, fixes if asked to, and reports.
struct CheckCommand {
  private let options: CommandLineOptions
  private let patterns: [String]
  private let context: ApplicationContext
  private let configuration: EffectiveConfiguration
  private let baseline: Baseline?
  /// What standard input stands for; nil where it is not read.
  private let standIn: StandardInputFile?
  /// What counts as new; nil where all does.
  let newCode: NewCode?

  /// The command that an invocation of it asks for, with what its options name read.
  init(_ invocation: Invocation, _ context: ApplicationContext) throws(RunError) {
    options = invocation.options
    self.context = context
    configuration = try EffectiveConfiguration(options, context)
    baseline = try Baseline(options, context)
    standIn = try StandardInputFile(invocation, context)
    patterns =
      if let standIn { standIn.patterns } else if invocation.operands.isEmpty { ["./..."] } else {
        invocation.operands
      }
    do throws(ChangesError) {
      newCode = try NewCode(options, context)
    } catch {
      throw .analysis(.changes(error))
    }
  }

  private var selection: FixSelection {
    FixSelection(allowsUnsafe: options.allowsUnsafeFixes)
  }

  private var settings: AnalysisSettings {
    var settings = configuration.settings(
      patterns: patterns, overlay: standIn?.overlay ?? SourceOverlay())
    settings.baseline = baseline
    settings.newCode = newCode
    return settings
  }

  /// Does the work; the status that tells what was found.
  func run() throws(RunError) -> Application.ExitCode {
    if options.printsDiff { return try printDiff() }
    return options.appliesFixes ? try fix() : try check()
  }

  /// What the analysis finds, for commands that report it in their own way.
  func analyzed() throws(RunError) -> AnalysisReport {
    var report = try observed { observer throws(AnalysisError) in
      try context.engine.analyze(settings, observer)
    }
    if let standIn { report.findings.removeAll { $0.location.file != standIn.shownPath } }
    if options.isVerbose { StageTable.lines(report.stages).forEach(say) }
    return report
  }

  private func check() throws(RunError) -> Application.ExitCode {
    var report = try analyzed()
    try deliver(&report, notes: [])
    return code(for: report)
  }

  private func fix() throws(RunError) -> Application.ExitCode {
    var outcome = try observed { observer throws(AnalysisError) in
      try rounds(observer).run()
    }
    if options.isVerbose { StageTable.lines(outcome.report.stages).forEach(say) }
    for problem in outcome.problems { say(ErrorMessages.message(for: problem)) }
    let fixed =
      "fixed \(TextReport.count(outcome.fixed, "finding")) in "
      + TextReport.count(outcome.files.count, "file")
    try deliver(&outcome.report, notes: [fixed])
    let hasFailed = outcome.problems.contains { problem in
      if case .failed = problem { true } else { false }
    }
    return hasFailed ? .failure : code(for: outcome.report)
  }

  /// Prints the patch of all that fixing does.
  private func printDiff() throws(RunError) -> Application.ExitCode {
    var draft = FixDraft(settings)
    let outcome = try observed { observer throws(AnalysisError) in
      try rounds(observer).run(on: &draft)
    }
    if options.isVerbose { StageTable.lines(outcome.report.stages).forEach(say) }
    try delivery().write([(draft.patch, options.output)])
    if !options.isQuiet {
      let fixable = TextReport.count(outcome.fixed, "finding")
      let total = TextReport.count(outcome.first.findings.count, "finding")
      let files = TextReport.count(outcome.files.count, "file")
      say("\(total); the patch fixes \(fixable) in \(files)")
      if outcome.left > 0 {
        let left = TextReport.count(outcome.left, "fix", plural: "fixes")
        say("\(left) left out: apply the patch and run again")
      }
    }
    return code(for: outcome.first)
  }

  private func rounds(_ observer: RunObserver) -> FixRounds {
    FixRounds(
      engine: context.engine, settings: settings, selection: selection,
      onlyFile: standIn?.shownPath, observer: observer)
  }

  /// Writes the baseline, if one is asked for, and the reports of what is not in it.
  private func deliver(_ report: inout AnalysisReport, notes: [String]) throws(RunError) {
    let delivery = try delivery()
    var notes = notes
    if let path = options.newBaseline {
      let count = TextReport.count(report.findings.count, "finding")
      let text = Baseline.text(of: report.findings)
      try delivery.write([(text, path)])
      report.leaveOut(try Baseline(parsing: text, path))
      notes.append("wrote \(count) to \(path)")
    }
    if !delivery.holdsNotes, !options.isQuiet { notes.forEach(say) }
    try delivery.deliver(report, notes: notes)
  }

  private func delivery() throws(RunError) -> ReportDelivery {
    do throws(CommandLineError) {
      return try ReportDelivery(options, context, rules: configuration.rules)
    } catch {
      throw .commandLine(error)
    }
  }

  /// Writes what another command makes of the analysis to where the options send it.
  func write(_ bytes: [UInt8]) throws(RunError) {
    try delivery().write([(bytes, options.output)])
  }

  private func code(for report: AnalysisReport) -> Application.ExitCode {
    report.findings.isEmpty || options.exitsZero ? .clean : .findings
  }

  private func say(_ message: String) { context.errors.report("racelint: \(message)\n") }

  private func observed<Result>(
    _ work: (RunObserver) throws(AnalysisError) -> Result
  ) throws(RunError) -> Result {
    let line = context.showsProgress && !options.isQuiet ? ProgressLine(context.errors) : nil
    defer { line?.clear() }
    do throws(AnalysisError) {
      guard let line else { return try work(RunObserver()) }
      return try work(RunObserver(progress: { done, total in line.update(done, total) }))
    } catch {
      throw .analysis(error)
    }
  }
}
