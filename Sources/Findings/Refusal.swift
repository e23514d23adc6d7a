/// Why no edit mends a hazard.
public struct Refusal: Error, Hashable, Sendable {
  /// What stands in the way; the words go on with a place.
  public enum Reason: String, Sendable, CaseIterable {
    case unknownForm = "no edit is known for it"
    case severalNames = "what is shared has no one name"
    case lockedOtherwise = "only perhaps, or only for reading, the lock is held"
    case mayBeHeld = "some hold the lock here, and others do not"
    case isHeldByAll = "all that are known to come here hold the lock"
    case nests = "the lock, or one that is taken after it, may be held in the same function"
    case isForeign = "nothing may be changed"
    case waits = "no lock may be held for what may wait or calls functions"
    case isUntold = "it is not known whether the lock is held"
    case hasNoName = "the lock has no name"
    case mayStayTaken = "what may panic, and is recovered from, would leave the lock taken"
    case hasNoRoom = "a lock has no lines"
    case hasNoHome = "a mutex would have no place beside it, or would be copied with it"
  }

  public var reason: Reason
  /// Where that is, if it is one place.
  public var place: SourceLocation?

  public init(_ reason: Reason, at place: SourceLocation? = nil) {
    self.reason = reason
    self.place = place
  }
}
