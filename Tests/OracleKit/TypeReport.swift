import Basics

/// Renders a tally for people; the last line is for programs too.
public struct TypeReport {
  private let tally: TypeTally
  private let top: Int
  private let directory: String

  /// A report with the `top` commonest of each list, its paths seen from a directory.
  public init(_ tally: TypeTally, top: Int, directory: String) {
    self.tally = tally
    self.top = top
    self.directory = directory
  }

  /// The whole report; ends with `summary` and a line feed.
  public func text() -> String {
    var lines = [Self.row("expressions", "count", "claimed", "agreed")]
    for expressionClass in ExpressionClass.allCases {
      lines.append(Self.row(expressionClass.name, tally[expressionClass]))
    }
    lines.append(Self.row("all", tally.types))
    lines += ["", Self.row("calls", "count", "claimed", "agreed")]
    lines.append(Self.row("functions and methods", tally.functions))
    lines.append(Self.row("interface methods", tally.interfaceMethods))
    lines.append(Self.row("others", tally.otherCalls))
    if tally.unknownFiles > 0 {
      lines += ["", "files of which nothing is known: \(tally.unknownFiles)"]
    }
    lines += list("wrong types", tally.wrongTypes) { Self.says($0.claimed, $0.actual) }
    lines += list("wrong callees", tally.wrongCallees) { Self.says($0.claimed, $0.actual) }
    lines += list("without a type", tally.unclaimedTypes) { kind in
      kind.expressionClass.name + " " + kind.shape + " that is " + kind.typeKind
    }
    lines += list("without a callee", tally.unclaimedCallees) { $0 }
    lines += ["", summary, ""]
    return lines.joined(separator: "\n")
  }

  /// The line that is compared between versions.
  public var summary: String {
    "types: claimed \(Agreement.percent(tally.types.claimedShare ?? 0)), "
      + "agreed \(Agreement.percent(tally.types.agreedShare ?? 0)), "
      + "callees \(Agreement.percent(tally.functions.rightShare ?? 0))"
  }

  /// A list of what was seen most; none where nothing was seen.
  private func list<Key>(
    _ title: String, _ sightings: [Key: TypeTally.Sighting], _ describe: (Key) -> String
  ) -> [String] {
    guard !sightings.isEmpty, top > 0 else { return [] }
    let total = sightings.values.reduce(0) { $0 + $1.count }
    // A tie goes by the words, so that the report does not depend on hashing.
    let entries = sightings.map { (count: $1.count, words: describe($0), first: $1.first) }
    let commonest = entries.sorted { ($1.count, $0.words) < ($0.count, $1.words) }.prefix(top)
    return ["", "\(title): \(total) of \(sightings.count) kinds"]
      + commonest.map { "  \($0.words): \($0.count), \(place($0.first))" }
  }

  private static func says(_ claimed: String, _ actual: String) -> String {
    "racelint says \(claimed), go/types says \(actual)"
  }

  /// `pkg/a.go:3:5`, with the beginning of the text there.
  private func place(_ place: TypeTally.Place) -> String {
    let path =
      FilePath.isInside(place.path, directory)
      ? FilePath.relative(place.path, to: directory) : place.path
    guard let bytes = try? FileSystem.read(place.path), Int(place.range.end) <= bytes.count else {
      return "\(path), bytes \(place.range.start) to \(place.range.end)"
    }
    let position = LineIndex(SourceText(path: path, bytes: bytes)).position(at: place.range.start)
    return "\(path):\(position.line):\(position.column) \(Self.excerpt(bytes[place.range.indices]))"
  }

  private static func excerpt(_ bytes: ArraySlice<UInt8>) -> String {
    let words = String(decoding: bytes.prefix(200), as: UTF8.self)
      .split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r\n" }.joined(separator: " ")
    return words.count > 50 ? words.prefix(50) + "…" : words
  }

  private static func row(_ name: String, _ agreement: Agreement) -> String {
    row(
      name, String(agreement.count), agreement.claimedShare.map(Agreement.percent) ?? "-",
      agreement.agreedShare.map(Agreement.percent) ?? "-")
  }

  private static func row(_ cells: String...) -> String {
    var line = cells[0] + String(repeating: " ", count: max(1, 22 - cells[0].count))
    for cell in cells.dropFirst() {
      line += String(repeating: " ", count: max(1, 10 - cell.count)) + cell
    }
    return line
  }
}
