import Basics
import Findings

/// A finding of the corpus that no edit mends, and why.
public struct UnfixedFinding: Sendable {
  public let finding: CorpusFinding
  /// Why, in words.
  public let reason: String
  /// Where that is, as file and line.
  private let place: String?

  init(_ finding: CorpusFinding, _ refusal: Refusal, in directory: String) {
    self.finding = finding
    reason = refusal.reason.rawValue
    place = refusal.place.map { place in
      guard let bytes = try? FileSystem.read(FilePath.join(directory, place.file)) else {
        return place.file
      }
      let line = LineIndex(SourceText(path: place.file, bytes: bytes))
        .line(at: place.range.start)
      return "\(place.file):\(line)"
    }
  }

  /// The finding, and where the reason lies.
  public var line: String {
    [finding.program, finding.rule, finding.place, place ?? "-"].joined(separator: "\t")
  }
}
