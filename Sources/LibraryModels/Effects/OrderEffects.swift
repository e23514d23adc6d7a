/// What a call does to a lock.
public struct LockEffect: Hashable, Sendable {
  /// Taking it or giving it back.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case acquire, release
    /// Acquires where the first result is true.
    case tryAcquire = "try-acquire"
    /// Changes a flag where it has an expected value: whoever has changed it from a constant may
    /// go on alone, until the flag is set back by whatever means.
    case claim
    /// Changes a counter and gives what it is then: whoever has counted it down to zero is the last
    /// one that uses what it counts.
    case count
  }
  /// With whom it is shared: readers with each other, a writer with none.
  public enum Mode: String, Hashable, Sendable, CaseIterable { case read, write }
  public var action: Action
  public var mode: Mode
  public var lock: CallPlace

  /// What is done to the lock at a place.
  public init(action: Action, mode: Mode = .write, lock: CallPlace) {
    self.action = action
    self.mode = mode
    self.lock = lock
  }
}

/// What a call tells goroutines that wait, or waits for.
public struct SignalEffect: Hashable, Sendable {
  /// Which side of the waiting it is.
  public enum Action: String, Hashable, Sendable, CaseIterable {
    /// One more is to be waited for: `Add`.
    case announce
    /// Done: `Done`, `Broadcast`.
    case signal
    /// Returns once all have signalled: `Wait`.
    case wait
  }
  public var action: Action
  public var subject: CallPlace

  /// What is done with the group or condition at a place.
  public init(action: Action, subject: CallPlace) {
    self.action = action
    self.subject = subject
  }
}
