import Basics

/// A lock that is held: its cell and how.
struct HeldLock: NumberKey, Comparable {
  var cell: Cell
  var mode: LockMode

  var keyNumber: UInt64 { cell.key << 1 | UInt64(mode.rawValue) }

  static func < (left: Self, right: Self) -> Bool {
    (left.cell.key, left.mode.rawValue) < (right.cell.key, right.mode.rawValue)
  }
}

/// A goroutine, or the part of one, that may run beside what follows.
struct TokenID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// How often a cell was surely waited for.
struct WaitCount: Hashable {
  var cell: Cell
  var count: UInt8
  var kind: SignalKind
}

/// A pair of small numbers as one.
struct NumberPair: NumberKey, Comparable {
  var first: UInt32
  var second: UInt32

  var keyNumber: UInt64 { UInt64(first) << 32 | UInt64(second) }
  static func < (left: Self, right: Self) -> Bool {
    (left.first, left.second) < (right.first, right.second)
  }
}

/// What holds at one point of a body. Lists are in order; most of them are empty, and those that are
/// so in most bodies lie apart: see `RareState`.
struct FlowState: Equatable {
  /// What cells lead to, by their tracked number; `none` where the function put nothing there.
  var memory: [SetID] = []
  /// Locks surely and perhaps held.
  var mustLocks: [HeldLock] = []
  var mayLocks: [HeldLock] = []
  /// Objects that were put where others find them: the object, the alias that it has there.
  var published: [NumberPair] = []

  /// The rest; nil where all of it was empty so far.
  var rare: RareState?

  static func == (left: FlowState, right: FlowState) -> Bool {
    left.memory == right.memory && left.mustLocks == right.mustLocks
      && left.mayLocks == right.mayLocks && left.published == right.published
      && RareState.areEqual(left.rare, right.rare)
  }

  /// Joins what is known of the objects that goroutines have.
  private mutating func joinInstances(_ other: FlowState) {
    if stale == other.stale, renewed == other.renewed { return }
    let (own, others) = (goroutines, other.goroutines)
    stale.join(other.stale, own, others)
    renewed.join(other.renewed, own, others)
  }

  /// Adds what holds at the end of another way here; `merge` joins sets of tracked cells.
  mutating func join(_ other: FlowState, merge: (SetID, SetID, Int) -> SetID) {
    let others = other.memory
    if memory.count < others.count {
      memory.append(contentsOf: repeatElement(.none, count: others.count - memory.count))
    }
    for (index, right) in others.enumerated() {
      let left = memory[index]
      if left != right { memory[index] = merge(left, right, index) }
    }
    for index in others.count..<memory.count where !memory[index].isNone {
      memory[index] = merge(memory[index], .none, index)
    }
    if rare !== other.rare { joinRare(other) }
    if mustLocks != other.mustLocks { mustLocks = mustLocks.common(with: other.mustLocks) }
    if !failed.isEmpty {
      let held = mustLocks
      failed.removeAll { held.contains($0) }
    }
    mayLocks.formUnion(sorted: other.mayLocks)
    published.formUnion(sorted: other.published)
  }

  /// A way on which something was not handed out says nothing of what was waited for since.
  private mutating func joinAcknowledged(_ other: FlowState) {
    let (own, others) = (acknowledged, other.acknowledged)
    var joined = own.filter {
      others.contains(sorted: $0) || !other.published.containsFirst($0.object.rawValue)
    }
    for known in others where !published.containsFirst(known.object.rawValue) {
      joined.insert(sorted: known)
    }
    acknowledged = joined
  }

  private mutating func joinRare(_ other: FlowState) {
    joinInstances(other)
    if !other.failed.isEmpty { failed.formUnion(sorted: other.failed) }
    if eitherLocks != other.eitherLocks {
      eitherLocks = eitherLocks.filter { other.eitherLocks.contains($0) }
    }
    released.formUnion(sorted: other.released)
    regained.formUnion(sorted: other.regained)
    live.formUnion(sorted: other.live)
    doubtful.formUnion(sorted: other.doubtful)
    pending.formUnion(sorted: other.pending)
    bounds.formUnion(sorted: other.bounds)
    if owned != other.owned { owned = owned.intersection(sorted: other.owned) }
    if waited != other.waited {
      waited = waited.compactMap { own in
        guard let found = other.waited.first(where: { $0.cell == own.cell }) else { return nil }
        let kind = own.kind == found.kind || found.kind != .send ? own.kind : found.kind
        return WaitCount(cell: own.cell, count: min(own.count, found.count), kind: kind)
      }
    }
    if eitherWaits != other.eitherWaits {
      eitherWaits = eitherWaits.intersection(sorted: other.eitherWaits)
    }
    given.formUnion(sorted: other.given)
    if acknowledged != other.acknowledged { joinAcknowledged(other) }
    if absent != other.absent { absent = absent.intersection(sorted: other.absent) }
    if filled != other.filled { filled = filled.intersection(sorted: other.filled) }
    if unused != other.unused { unused = unused.intersection(sorted: other.unused) }
    if signalled != other.signalled {
      signalled = signalled.intersection(sorted: other.signalled)
    }
  }
}

extension Cell: Comparable {
  public static func < (left: Cell, right: Cell) -> Bool { left.key < right.key }
}

extension [NumberPair] {
  /// Removes the pairs whose first number is some number, from a list in order.
  mutating func removeAll(of first: UInt32) {
    let start = firstIndex(notBelow: first)
    var end = start
    while end < count, self[end].first == first { end += 1 }
    if end > start { removeSubrange(start..<end) }
  }

  /// Whether a list in order has a pair whose first number is some number.
  func containsFirst(_ first: UInt32) -> Bool {
    let index = firstIndex(notBelow: first)
    return index < count && self[index].first == first
  }

  /// Where the pairs begin whose first number is at least some number, in a list in order.
  func firstIndex(notBelow first: UInt32) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].first < first { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
