/// Memory that a call reads or writes before it returns.
public struct CallAccess: Hashable, Sendable {
  /// What is done to the memory.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case read, write
    /// As `append` does: behind the end.
    case append
    case atomicRead = "atomic-read"
    case atomicWrite = "atomic-write"
  }
  public var kind: Kind
  public var place: CallPlace
  public var reach: Reach
  /// Where it reaches what exported fields lead to, the key by which a field's tag keeps the call out
  /// of it, as `json:"-"` does; empty where no tag does.
  public var tag: String

  /// An access to what a place leads to; never to the place itself, which is a value.
  public init(kind: Kind, place: CallPlace, reach: Reach = .direct, tag: String = "") {
    self.kind = kind
    self.place = place
    self.reach = reach
    self.tag = tag
  }
}

/// A value that a call keeps beyond its return.
public struct Retention: Hashable, Sendable {
  /// Who has it from then on.
  public enum Keeper: Hashable, Sendable {
    /// Another value of the call: a container, a queue, a builder; its elements are it.
    case place(CallPlace)
    /// The library itself, which reads it in a goroutine of its own.
    case library
  }
  public var value: CallPlace
  public var keeper: Keeper
  /// Whether whoever gives it away has it alone until then, and no longer: what goes back to a pool.
  public var isGiven: Bool

  /// A value and who keeps it.
  public init(value: CallPlace, keeper: Keeper, isGiven: Bool = false) {
    self.value = value
    self.keeper = keeper
    self.isGiven = isGiven
  }
}

/// What a result of a call leads to. Where a call has several of one result, any of them may be.
public struct ResultOrigin: Hashable, Sendable {
  /// Where the memory comes from.
  public enum Origin: Hashable, Sendable {
    /// Memory that nobody else has.
    case fresh
    /// A copy of a place, so many levels deep; `Int.max` for all of it.
    case copy(of: CallPlace, levels: Int)
    /// The same memory, or a part of it.
    case view(of: CallPlace)
    /// What was put into a container, where it stays: the values that other calls make it keep, and
    /// where it is made of other containers those that they keep, so many levels deep.
    case element(of: CallPlace, levels: Int)
    /// What was put into a container, out of which it is taken: nobody else gets the same.
    case taken(of: CallPlace)
  }
  public var result: Int
  public var origin: Origin
  /// Whether what it leads to is used again by a later call on the receiver: a scanner's bytes.
  public var isReused: Bool
  /// Whether a slice has no room behind its end.
  public var isClipped: Bool
  /// Whether it is an iterator that gives a part of the view in each turn, one behind the other.
  public var isInParts: Bool

  /// An origin of the result at a position.
  public init(
    result: Int = 0, origin: Origin, isReused: Bool = false, isClipped: Bool = false,
    isInParts: Bool = false
  ) {
    self.result = result
    self.origin = origin
    self.isReused = isReused
    self.isClipped = isClipped
    self.isInParts = isInParts
  }
}
