import Basics
import GoIR

/// What sites say that use a place by functions of `sync/atomic`: who takes that trouble knows of
/// other goroutines, so that callers from outside may be several.
///
/// A place counts where two thirds of its sites use it atomically, or half of them where these are all
/// that write to it: at two sites at least, one of them a write. What constructors do
/// before others have the object is no site.
struct AtomicSites {
  /// The facts at sites that are atomic, and at the others.
  private(set) var atomic: [Int] = []
  private(set) var plain: [Int] = []

  private static let fewest = 2

  /// The sites of some facts; nil where they do not show that the place is meant to be used atomically.
  init?(_ indices: some Sequence<Int>, _ facts: SlotFacts) {
    var sites: Set<Site> = []
    for index in indices {
      let fact = facts.facts[index]
      if fact.isOwn || fact.isMade { continue }
      sites.insert(
        Site(
          function: fact.function, record: fact.record, isAtomic: fact.kind.isAtomic,
          isWrite: fact.kind.isWrite))
      if fact.kind.isAtomic { atomic.append(index) } else { plain.append(index) }
    }
    let (atomics, others) = (sites.filter(\.isAtomic), sites.filter { !$0.isAtomic })
    guard atomics.count >= Self.fewest, !others.isEmpty, atomics.contains(where: \.isWrite),
      atomics.count * 3 >= sites.count * 2
        || atomics.count * 2 >= sites.count && !others.contains(where: \.isWrite)
    else { return nil }
  }

  private struct Site: Hashable {
    var function: FunctionNumber
    var record: UInt32
    var isAtomic: Bool
    var isWrite: Bool
  }
}

extension SlotJudge {
  /// Plain uses of a place that is used atomically elsewhere, each against one of the others.
  mutating func judgeAtomic(_ sites: AtomicSites) {
    var count = 0
    for index in sites.plain {
      let plain = facts.facts[index]
      let other = sites.atomic.first { other in
        let atomic = facts.facts[other]
        return (plain.kind.isWrite || atomic.kind.isWrite) && mayMeet(plain, atomic)
          && overlaps(plain.identity, atomic.identity)
      }
      guard let other else { continue }
      let atomic = facts.facts[other]
      let longer =
        nodes[plain.identity.index].depth >= nodes[atomic.identity.index].depth
        ? plain.identity : atomic.identity
      add(plain, atomic, longer, nil, &count, isAtomicElsewhere: true)
      if count >= Self.maximumConflictsOfPlace { return }
    }
  }
}
