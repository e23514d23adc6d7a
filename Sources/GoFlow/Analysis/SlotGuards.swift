import Basics
import GoIR

/// Which lock guards a place, told from how it is used all over the program.
///
/// A lock guards a place where it is surely held at two sites at least and at two thirds of all
/// sites, at one of them for a write; where it is held for all writes half of the sites do, if the
/// lock lies beside the place, and one site if an exported function alone uses the place besides. A
/// site in a body that holds the lock at another place counts for one that does not hold it by
/// mistake: with it one write is enough. A write that holds it for reading is a mistake where others
/// hold it for writing. What constructors do before others have the object is no site. The lock may
/// belong to another object.
struct SlotGuard {
  var lock: PlaceTag
  /// Whether it is told from the writes: two thirds of all sites do not hold it.
  private(set) var isOfWrites = false
  /// The facts at sites where it is surely held in all goroutines, and the others.
  var guarded: [Int]
  var bare: [Int]

  private struct Site {
    var function: FunctionNumber
    var record: UInt32
    var isWrite: Bool
    /// The locks that are held in all goroutines that come there.
    var locks: [PlaceTag]
    /// Of a write the locks that are held for reading only in all goroutines.
    var readLocks: [PlaceTag]
    /// The locks that are held for writing in all goroutines.
    var writeLocks: [PlaceTag]
    /// Whether callers from outside may call the function: they hold no lock of the object.
    var isExported: Bool
    /// The locks that are held in some of them.
    var anyLocks: [PlaceTag]
    /// The locks that are held elsewhere in the body.
    var locksOfBody: Set<PlaceTag>
    var facts: [Int]
  }

  /// The lock that guards the place of some facts; nil where none does. `bodies` has the locks that
  /// bodies hold somewhere.
  init?(
    _ indices: some Sequence<Int>, _ facts: SlotFacts, _ bodies: [FunctionNumber: Set<PlaceTag>],
    _ handedOn: HandedOnLocks
  ) {
    var sites: [Site] = []
    var known: [UInt64: Int] = [:]
    for index in indices {
      let fact = facts.facts[index]
      if fact.kind.isAtomic || fact.isOwn { continue }
      // A write needs the write side.
      let all = facts.lockLists[Int(fact.mustLocks)].filter { !handedOn.places.contains($0.place) }
      let forWriting = all.filter { $0.mode == .write }.map(\.place)
      let held = fact.kind.isWrite ? forWriting : all.map(\.place)
      let forReading =
        fact.kind.isWrite ? all.filter { $0.mode == .read }.map(\.place) : []
      let key = UInt64(fact.function.rawValue) << 32 | UInt64(fact.record)
      if let site = known[key] {
        sites[site].locks = sites[site].locks.filter { held.contains($0) }
        sites[site].readLocks = sites[site].readLocks.filter { forReading.contains($0) }
        sites[site].writeLocks = sites[site].writeLocks.filter { forWriting.contains($0) }
        sites[site].anyLocks += held
        sites[site].facts.append(index)
      } else {
        known[key] = sites.count
        sites.append(
          Site(
            function: fact.function, record: fact.record, isWrite: fact.kind.isWrite, locks: held,
            readLocks: forReading, writeLocks: forWriting,
            isExported: facts.program.functions[fact.function].traits.contains(.isExported),
            anyLocks: held, locksOfBody: bodies[fact.function] ?? [], facts: [index]))
      }
    }
    guard sites.count > 1, case let common = Self.lock(of: sites),
      let lock = common ?? Self.lockOfBodies(of: sites) ?? Self.lockOfReaders(of: sites)
    else { return nil }
    self.lock = lock
    isOfWrites = sites.count(where: { $0.locks.contains(lock) }) * 3 < sites.count * 2
    guarded = sites.filter { $0.locks.contains(lock) }.flatMap(\.facts)
    var bare = sites.filter { !$0.locks.contains(lock) }
    if common == nil {
      bare.removeAll { !$0.locksOfBody.contains(lock) && !$0.readLocks.contains(lock) }
    }
    self.bare = bare.flatMap(\.facts)
  }

  /// The lock that is held for all writes and, at these sites or elsewhere in their bodies, at most of
  /// the others.
  private static func lockOfBodies(of sites: [Site]) -> PlaceTag? {
    guard let write = sites.first(where: \.isWrite) else { return nil }
    return write.locks.first { lock in
      let held = sites.count { $0.locks.contains(lock) || $0.locksOfBody.contains(lock) }
      return held * 3 >= sites.count * 2
        && sites.allSatisfy { !$0.isWrite || $0.locks.contains(lock) }
        // What one function alone does may be done by one goroutine alone.
        && sites.contains { $0.function != write.function && !$0.locks.contains(lock) }
    }
  }

  /// The lock that is held at all sites, at a write for reading only, which says that others run there
  /// too, and at another one for writing, which says that it is meant for the place.
  private static func lockOfReaders(of sites: [Site]) -> PlaceTag? {
    sites.lazy.flatMap(\.readLocks).first { lock in
      sites.allSatisfy { $0.locks.contains(lock) || $0.readLocks.contains(lock) }
        && sites.contains { $0.writeLocks.contains(lock) }
    }
  }

  /// Whether a lock is held at two sites, or at the only one of one function while another one, which
  /// is exported, holds none: what is set with the lock and read without.
  private static func areOfTwo(_ sites: [Site], _ lock: PlaceTag) -> Bool {
    let held = sites.filter { $0.locks.contains(lock) }
    guard let first = held.first, held.count == 1 else { return held.count > 1 }
    return sites.contains { $0.function != first.function && $0.isExported && $0.anyLocks.isEmpty }
  }

  private static func lock(of sites: [Site]) -> PlaceTag? {
    var counts: [(lock: PlaceTag, count: Int, writes: Int)] = []
    for site in sites {
      for lock in site.locks {
        let index = counts.firstIndex { $0.lock == lock } ?? counts.count
        if index == counts.count { counts.append((lock, 0, 0)) }
        counts[index].count += 1
        if site.isWrite { counts[index].writes += 1 }
      }
    }
    let writes = sites.count(where: \.isWrite)
    var best: (lock: PlaceTag, count: Int)?
    for entry in counts
    where entry.writes > 0
      && (entry.count >= 2 && entry.count * 3 >= sites.count * 2
        || entry.writes == writes && entry.count * 2 >= sites.count
          && areOfTwo(sites, entry.lock))
    {
      if entry.count > best?.count ?? 0 { best = (entry.lock, entry.count) }
    }
    return best?.lock
  }
}

extension SlotFacts {
  /// The locks that bodies hold somewhere and not because their callers do.
  var locksOfBodies: [FunctionNumber: Set<PlaceTag>] {
    var found: [FunctionNumber: Set<PlaceTag>] = [:]
    for fact in facts where fact.mustLocks != 0 && runs[Int(fact.context)].context.mustLocks.isEmpty
    {
      found[fact.function, default: []].formUnion(lockLists[Int(fact.mustLocks)].map(\.place))
    }
    return found
  }
}

/// Bare uses of what a lock guards elsewhere: the type is made for several goroutines, so callers
/// from outside may be several too.
extension SlotJudge {
  mutating func judgeGuarded(_ slotGuard: SlotGuard) {
    var count = 0
    // Who sets what a once sets too does so before all else: it keeps nobody else out.
    let isOnce = base(of: slotGuard.lock).map { once.places.contains($0) } ?? false
    for index in slotGuard.bare where !isOnce || !facts.facts[index].kind.isWrite {
      let bare = facts.facts[index]
      var reported = 0
      for other in slotGuard.guarded + slotGuard.bare where other != index {
        let second = facts.facts[other]
        guard mayMeet(bare, second), overlaps(bare.identity, second.identity),
          !isBehindEnd(bare, second)
        else { continue }
        let longer =
          nodes[bare.identity.index].depth >= nodes[second.identity.index].depth
          ? bare.identity : second.identity
        add(bare, second, longer, slotGuard, &count)
        reported += 1
        if reported >= 2 || count >= Self.maximumConflictsOfPlace { break }
      }
      if count >= Self.maximumConflictsOfPlace { return }
    }
  }

  /// As `mayConflict`, with callers from outside that are several.
  func mayMeet(_ first: SlotFact, _ second: SlotFact) -> Bool {
    let (left, right) = (facts.runs[Int(first.context)], facts.runs[Int(second.context)])
    guard left.context.origin == .outside, right.context.origin == .outside else {
      return mayConflict(first, second)
    }
    guard first.kind.isWrite || second.kind.isWrite, !(first.kind.isAtomic && second.kind.isAtomic),
      !(first.isTaken && second.isTaken), !worksAlone(first, second)
    else { return false }
    return !haveCommonLock(first.mustLocks, second.mustLocks) && !isOrdered(first, second)
  }

  /// Whether one function writes what it uses with no lock itself, before or after: it prepares what it
  /// then hands on under the lock, or shows others under the lock what is its own, and may be called
  /// by one goroutine alone.
  private func worksAlone(_ first: SlotFact, _ second: SlotFact) -> Bool {
    (first.mustLocks == 0 || second.mustLocks == 0)
      && onlyCallers.home(of: first.function) == onlyCallers.home(of: second.function)
  }
}
