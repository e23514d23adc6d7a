import Basics

/// What people who read findings of the corpus say of them.
public struct Verdicts {
  public static let file = "Tests/Corpus/verdicts.tsv"

  public enum Kind: String, CaseIterable, Sendable {
    /// Somebody may be hurt.
    case real
    /// True, but nobody is hurt.
    case harmless
    /// What cannot be shown.
    case `false`
  }

  /// A verdict on one finding of a draw.
  public struct Verdict: Hashable, Sendable {
    public var seed: String
    public var program: String
    public var rule: String
    public var fingerprint: String
    public var place: String
    public var kind: Kind
    /// Of what is true the entry points that run both sides; else why it is false.
    public var reason: String
  }

  /// The verdicts of all draws, the last one at the end.
  public let verdicts: [Verdict]

  /// Reads the file below the project's root.
  public init(root: String) throws(CorpusError) {
    let path = FilePath.join(root, Self.file)
    verdicts = try Self.read(TabTable(path, columns: 7), path)
  }

  init(text: String) throws(CorpusError) {
    verdicts = try Self.read(TabTable(text: text, name: Self.file, columns: 7), Self.file)
  }

  private static func read(_ table: TabTable, _ name: String) throws(CorpusError) -> [Verdict] {
    var verdicts: [Verdict] = []
    for (line, cells) in table.rows {
      guard let kind = Kind(rawValue: cells[5]) else {
        let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw CorpusError("\(name):\(line): \"\(cells[5])\" is none of \(known)")
      }
      guard !cells[6].isEmpty else {
        throw CorpusError("\(name):\(line): a verdict without a reason")
      }
      verdicts.append(
        Verdict(
          seed: cells[0], program: cells[1], rule: cells[2], fingerprint: cells[3],
          place: cells[4], kind: kind, reason: cells[6]))
    }
    return verdicts
  }

  /// Those of the last draw.
  public var last: [Verdict] {
    verdicts.last.map { last in verdicts.filter { $0.seed == last.seed } } ?? []
  }

  /// "precision: 100 read, 78 real, 12 harmless, 10 false".
  public static func counts(_ verdicts: [Verdict]) -> String {
    "precision: \(verdicts.count) read"
      + Kind.allCases.map { kind in
        ", \(verdicts.count { $0.kind == kind }) \(kind.rawValue)"
      }.joined()
  }

  /// A row to be filled in for a finding of a draw.
  public static func row(_ finding: CorpusFinding, seed: UInt64) -> String {
    ["\(seed)", finding.program, finding.rule, finding.fingerprint, finding.place, "?", ""]
      .joined(separator: "\t")
  }
}
