/// All that is known of the calls of a function, beyond how they end. It is believed in place of
/// the function's body.
///
/// In each list the order is that of the text. An empty value says that calls do nothing of
/// interest: they read their arguments directly before they return, and nothing else. A result
/// without an origin is a value like a number, or nothing is known of it.
public struct CallEffects: Hashable, Sendable {
  public var accesses: [CallAccess] = []
  public var retentions: [Retention] = []
  public var runs: [FunctionRun] = []
  public var results: [ResultOrigin] = []
  public var locks: [LockEffect] = []
  public var signals: [SignalEffect] = []

  /// Nothing of interest.
  public init() {}

  /// Whether calls do nothing of interest.
  public var isEmpty: Bool { self == CallEffects() }
}
