/// Findings that are known already, so that a run reports only what is new.
///
/// Findings are told apart by their fingerprints: moved lines and renamed files change nothing, and
/// of several equal hazards as many are known as were written. As text it is a line of a version and
/// a line for each finding, sorted, which merges line by line:
///
///     racelint-baseline 1
///     34ad611539bb67cfdeca8b873360cf64<tab>early-done<tab>queue/pool.go<tab>(*Pool).Submit
///
/// Only the fingerprint counts; what follows it is for people.
public struct Baseline: Hashable, Sendable {
  /// Why a text is no baseline.
  public enum Fault: Error, Hashable, Sendable {
    /// It does not begin as one.
    case noHeader
    /// It was written by a version of racelint that knows more.
    case newer(version: String)
    /// A line, from 1, names no finding.
    case badLine(Int)
  }

  /// The version of the form of the text.
  public static let version = 1
  private static let header = "racelint-baseline"
  private static let digits = 32

  /// How many findings have each fingerprint.
  private var counts: [String: Int] = [:]

  /// Reads a text. Empty lines, lines that begin with `#`, and carriage returns are passed over.
  public init(reading bytes: [UInt8]) throws(Fault) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
    let first = lines[0].split(separator: " ", omittingEmptySubsequences: false)
    guard first.count == 2, first[0] == Self.header else { throw .noHeader }
    guard first[1] == String(Self.version) else {
      if let version = Int(first[1]), version > Self.version {
        throw .newer(version: String(first[1]))
      }
      throw .noHeader
    }
    for (number, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      if line.hasPrefix("#") { continue }
      let fingerprint = line.prefix { $0 != "\t" }
      guard fingerprint.utf8.count == Self.digits, fingerprint.utf8.allSatisfy(Self.isDigit) else {
        throw .badLine(number + 1)
      }
      counts[String(fingerprint), default: 0] += 1
    }
  }

  /// The text that makes these findings known: UTF-8, the same bytes for the same findings in any
  /// order.
  public static func text(of findings: [Finding]) -> [UInt8] {
    let rows = findings.map { finding in
      [finding.location.file, finding.rule, finding.symbol, finding.fingerprint]
    }.sorted { left, right in
      left.lexicographicallyPrecedes(right) { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
    var text = "\(header) \(version)\n"
    for row in rows {
      text += [row[3], row[1], row[0], row[2]].map(Self.field).joined(separator: "\t") + "\n"
    }
    return Array(text.utf8)
  }

  /// Which of the findings are known, by position.
  public func known(among findings: [Finding]) -> [Bool] {
    var left = counts
    return findings.map { finding in
      guard let count = left[finding.fingerprint], count > 0 else { return false }
      left[finding.fingerprint] = count - 1
      return true
    }
  }

  /// A text without what would end its field or its line.
  private static func field(_ text: String) -> String {
    String(
      decoding: text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
  }
}

extension AnalysisReport {
  /// Takes out the findings that a baseline knows, and counts them.
  public mutating func leaveOut(_ baseline: Baseline) {
    let known = baseline.known(among: findings)
    knownCount += known.count { $0 }
    findings = zip(findings, known).filter { !$1 }.map(\.0)
  }
}
