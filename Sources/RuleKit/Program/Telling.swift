import Findings
import GoFlow

/// How well one of several hazards of one thing tells of it.
struct Telling {
  var confidence: Confidence
  /// Whether both sides are one place.
  var isOnePlace: Bool
  /// Whether the way to it may have been another one than the one that is told.
  var isIndirect: Bool
  /// How many places have to be told.
  var length: Int

  /// Whether it is surer than another one, or easier to follow.
  func isBetter(than other: Telling) -> Bool {
    if confidence != other.confidence { return confidence > other.confidence }
    // Two places tell more than one beside itself.
    if isOnePlace != other.isOnePlace { return !isOnePlace }
    if isIndirect != other.isIndirect { return !isIndirect }
    return length < other.length
  }
}
