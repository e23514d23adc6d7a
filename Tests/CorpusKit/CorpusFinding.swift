import Basics
import Findings

/// One finding of the corpus, as it is recorded.
public struct CorpusFinding: Hashable, Sendable {
  public static let file = "Tests/Corpus/findings.tsv"
  private static let heading =
    "# program\trule\tconfidence\tfingerprint\tplace\tmessage; `racelint-dev corpus --record`\n"

  public var program: String
  public var rule: String
  public var confidence: String
  public var fingerprint: String
  /// The file, below the program's directory, and the 1-based line.
  public var place: String
  public var message: String

  /// A finding as a report of its program has it.
  public init(_ finding: Finding, in report: AnalysisReport, of program: CorpusProgram) {
    self.program = program.name
    rule = finding.rule
    confidence = finding.confidence.rawValue
    fingerprint = finding.fingerprint
    let file = finding.location.file
    let line = report.sources[file].map { LineIndex($0).line(at: finding.location.range.start) }
    place = file + (line.map { ":\($0)" } ?? "")
    message = String(finding.message.map { $0 == "\t" || $0 == "\n" ? " " : $0 })
  }

  init(_ cells: [String]) {
    program = cells[0]
    rule = cells[1]
    confidence = cells[2]
    fingerprint = cells[3]
    place = cells[4]
    message = cells[5]
  }

  /// What was recorded.
  public static func recorded(root: String) throws(CorpusError) -> [CorpusFinding] {
    try TabTable(FilePath.join(root, file), columns: 6).rows.map { CorpusFinding($0.cells) }
  }

  /// The text of the file that records some findings.
  public static func text(_ findings: [CorpusFinding]) -> String {
    heading + findings.map { $0.line + "\n" }.joined()
  }

  /// A row of the file.
  public var line: String {
    [program, rule, confidence, fingerprint, place, message].joined(separator: "\t")
  }

  /// What names it in verdicts.
  public var key: String { program + "\t" + fingerprint }
}
