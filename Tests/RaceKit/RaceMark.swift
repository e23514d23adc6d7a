import Basics

/// What a case or a test says of itself to the race detector, in a comment of one line:
///
///     // race: ok_cloned.go
///     // race: ok_cloned.go; not provoked: both sides are atomic
///     // race
///
/// A rule's case names the case beside it that is nearly the same and no hazard. A test of a
/// scenario names none: its near misses are the other tests.
struct RaceMark: Hashable, Sendable {
  /// The file that is no hazard; nil where none is named.
  var nearMiss: String?
  /// Why the detector does not see the hazard; nil where it does.
  var unprovokedReason: String?

  private static let reasonKey = "not provoked: "

  /// Reads a line; nil where it is no such comment.
  init?(line: some StringProtocol) {
    let line = line.drop { $0 == " " || $0 == "\t" }
    guard line.hasPrefix("// race") else { return nil }
    let rest = line.dropFirst("// race".count)
    if rest.isEmpty { return }
    guard rest.hasPrefix(": ") else { return nil }
    for part in rest.dropFirst(2).split(separator: "; ", maxSplits: 1) {
      if part.hasPrefix(Self.reasonKey) {
        unprovokedReason = String(part.dropFirst(Self.reasonKey.count))
      } else if nearMiss == nil, unprovokedReason == nil {
        nearMiss = String(part)
      } else {
        return nil
      }
    }
  }
}
