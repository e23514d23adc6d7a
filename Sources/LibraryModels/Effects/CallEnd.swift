/// How a call comes to its end.
public enum CallEnd: String, Hashable, Sendable, CaseIterable {
  /// It may return.
  case returns
  /// It panics; a deferred call may recover.
  case panic
  /// The goroutine ends: deferred calls run, and none can stop it.
  case goroutine
  /// Nothing happens after it.
  case process
}
