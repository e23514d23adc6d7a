import Basics
import Findings
import Reporting
import RuleKit

/// Writes what a run found in every format that was asked for, each to where it goes.
///
/// Files are written beside and renamed once all of them are on the disk; standard output comes
/// last. What no report has room for is said on standard error.
struct ReportDelivery {
  private let options: CommandLineOptions
  private let context: ApplicationContext
  private let requests: [ReportRequest]
  /// The rules that ran.
  private let rules: [ReportedRule]

  /// The delivery that the options ask for, after these rules ran.
  init(
    _ options: CommandLineOptions, _ context: ApplicationContext, rules: [RuleDescriptor]
  ) throws(CommandLineError) {
    self.options = options
    self.context = context
    self.rules = rules.map { rule in
      ReportedRule(
        id: rule.id, summary: rule.summary, severity: rule.severity, manual: rule.manual)
    }
    requests = try ReportRequest.all(options)
  }

  /// Whether one of the reports shows notes.
  var holdsNotes: Bool { requests.contains { $0.format == .text } }

  /// Writes the reports; `notes` are lines about what was done besides.
  func deliver(_ report: AnalysisReport, notes: [String] = []) throws(RunError) {
    try write(requests.map { (render(report, $0, notes: notes), $0.file) })
    if !requests.contains(where: \.format.holdsDiagnostics) {
      for diagnostic in report.diagnostics {
        context.errors.report("racelint: \(PlainDescription.diagnostic(diagnostic))\n")
      }
    }
  }

  /// Writes contents to files, or to standard output where there is none.
  func write(_ contents: [(bytes: [UInt8], file: String?)]) throws(RunError) {
    var staged: [(file: StagedFile, path: String)] = []
    for (bytes, file) in contents {
      guard let path = file else { continue }
      do throws(FileError) {
        let file = try StagedFile(bytes, for: FilePath.join(context.workingDirectory, path))
        staged.append((file, path))
      } catch {
        throw failure(error, path)
      }
    }
    for (file, path) in staged {
      do throws(FileError) { try file.commit() } catch { throw failure(error, path) }
    }
    for (bytes, file) in contents where file == nil { try context.deliver(bytes) }
  }

  /// The error with the path as it was written on the command line.
  private func failure(_ error: FileError, _ path: String) -> RunError {
    .output(FileError(path: path, code: error.code, reason: error.reason))
  }

  private func render(
    _ report: AnalysisReport, _ request: ReportRequest, notes: [String]
  ) -> [UInt8] {
    switch request.format {
    case .text: Array(text(report, toFile: request.file != nil, notes: notes).utf8)
    case .json: JSONReport(toolVersion: Version.current).render(report)
    case .sarif: SARIFReport(toolVersion: Version.current, rules: rules).render(report)
    case .github: Array(GitHubReport().render(report).utf8)
    case .rdjson: ReviewdogReport().render(report)
    case .rdjsonl: ReviewdogLinesReport().render(report)
    case .checkstyle: CheckstyleReport().render(report)
    case .junit: JUnitReport().render(report)
    case .gitlab: GitLabReport().render(report)
    case .markdown: Array(MarkdownReport().render(report).utf8)
    }
  }

  private func text(_ report: AnalysisReport, toFile: Bool, notes: [String]) -> String {
    TextReport(
      .init(
        width: context.width(toFile: toFile),
        usesColor: context.usesColor(options.color, toFile: toFile), isQuiet: options.isQuiet,
        isStatistics: options.printsStatistics)
    ).render(report, notes: notes)
  }
}
