import Findings
import GoFlow

/// Two uses of one thing that goroutines share, as a finding tells them.
public struct SharedUse {
  /// The name of what is shared.
  public var name: String
  /// Where it was made, if that is known.
  public var made: FlowSite?
  public var first: FlowMeetingSide
  public var second: FlowMeetingSide
  public var confidence: Confidence
  /// The slice or map whose elements are used; nil where it is used itself.
  public var elements: ReferenceKind?
  /// Whether the way to it may have been another one than the one that is told.
  public var isIndirect = false

  public init(
    name: String, made: FlowSite?, first: FlowMeetingSide, second: FlowMeetingSide,
    confidence: Confidence
  ) {
    self.name = name
    self.made = made
    self.first = first
    self.second = second
    self.confidence = confidence
  }

  /// The last part of the name, as statements say it.
  var lastName: String? { name.split(separator: ".").last.map(String.init) }

  /// Whether it tells the same thing better than another one.
  func isBetter(than other: SharedUse) -> Bool { telling.isBetter(than: other.telling) }

  private var telling: Telling {
    Telling(
      confidence: confidence, isOnePlace: first.trace.last == second.trace.last,
      isIndirect: isIndirect, length: first.trace.count + second.trace.count)
  }
}
