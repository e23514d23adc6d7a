import Basics
import Driver
import Findings
import Reporting

/// What racelint finds in one program of the corpus, at the level that users see.
public struct CorpusRun: Sendable {
  public let program: CorpusProgram
  /// In the order of their places.
  public let findings: [CorpusFinding]
  private let report: AnalysisReport
  private let directory: String

  /// Runs racelint in the program's directory, once it is sure that the sources are the right ones.
  public init(_ program: CorpusProgram, root: String, jobs: Int) throws(CorpusError) {
    try program.check(root: root)
    let settings = AnalysisSettings(
      patterns: ["./..."], workingDirectory: program.directory(root: root), jobs: jobs)
    do throws(AnalysisError) {
      report = try Analysis.run(settings)
    } catch {
      throw CorpusError("\(program.name): \(error)")
    }
    self.program = program
    directory = program.directory(root: root)
    findings = report.findings.map { [report] in CorpusFinding($0, in: report, of: program) }
  }

  /// How many files were read, and how long that and all else took.
  public var files: Int { report.summary.files }
  public var seconds: Double { report.summary.elapsedSeconds }

  /// What has no fix, each with the reason as far as that is known.
  public var unfixed: [UnfixedFinding] {
    zip(report.findings, findings).filter { $0.0.fixes.isEmpty }.map { finding, told in
      UnfixedFinding(told, finding.refusal ?? Refusal(.unknownForm), in: directory)
    }
  }

  /// The full text of those of the findings that have one of some fingerprints.
  public func text(of fingerprints: Set<String>) -> String {
    var part = report
    part.findings = report.findings.filter { fingerprints.contains($0.fingerprint) }
    part.diagnostics = []
    return TextReport(.init(width: 100)).render(part)
  }
}
