import Basics

/// What takers do to things that were handed out more than once: each of them thinks that nobody
/// else has it.
extension SlotJudge {
  func judgeHandedTwice(
    _ groups: [SlotKey.Base: [Fact]], _ found: inout [SlotConflict]
  ) {
    var known: Set<SlotPair> = []
    for flow in functions.elements {
      for pair in flow.handedTwice where known.insert(pair).inserted {
        let first =
          pair.isKept ? keepers(of: pair, groups) : takers(of: pair.first, groups)
        judge(pair, first, takers(of: pair.second, groups), &found)
      }
    }
  }

  /// Uses of what was taken out of a slot, with the ways from there.
  private func takers(
    of slot: SlotKey, _ groups: [SlotKey.Base: [Fact]]
  ) -> [(fact: Fact, way: [MemoryName.Selector])] {
    let way = slot.way
    return (groups[slot.base] ?? []).filter { fact in
      fact.isTaken && !fact.isAlias && fact.way.starts(with: way)
    }.map { ($0, Array($0.way.dropFirst(way.count))) }
  }

  /// Uses of what lies in a slot that keeps it, with the ways from there.
  private func keepers(
    of pair: SlotPair, _ groups: [SlotKey.Base: [Fact]]
  ) -> [(fact: Fact, way: [MemoryName.Selector])] {
    let way = pair.first.way
    return (groups[pair.first.base] ?? []).filter { fact in
      !fact.isTaken && !fact.isAlias && !fact.isNamedBelow && fact.way.starts(with: way)
        && (fact.use.kind != .append || pair.isShortened)
    }.map { ($0, Array($0.way.dropFirst(way.count))) }
  }

  /// Whether two takers are two goroutines. The function that starts both knows the takers and not
  /// that they take the same, so it does not matter that it has judged them.
  private func mayRunAtOnce(
    _ pair: SlotPair, _ first: RunContext, _ second: RunContext
  ) -> Bool {
    if first.origin != second.origin { return true }
    guard let start = contexts.start(of: first.origin) else { return false }
    if start.isRepeated { return true }
    // A method that starts a taker is called for each of them.
    let starter = program.functions[program.declaration(of: start.function)]
    return pair.first == pair.second && starter.traits.contains(.hasReceiver)
  }

  private func judge(
    _ pair: SlotPair, _ first: [(fact: Fact, way: [MemoryName.Selector])],
    _ second: [(fact: Fact, way: [MemoryName.Selector])], _ found: inout [SlotConflict]
  ) {
    let owners = (owner(of: pair.first.base), owner(of: pair.second.base))
    var count = 0
    for left in first {
      for right in second {
        let (one, other) = (left.fact, right.fact)
        guard one.use.kind.isWrite || other.use.kind.isWrite,
          !(one.use.kind.isAtomic && other.use.kind.isAtomic),
          Self.overlaps(left.way, right.way),
          owners.0.map({ contexts.shares(one.context, $0) }) ?? true,
          owners.1.map({ contexts.shares(other.context, $0) }) ?? true,
          mayRunAtOnce(pair, one.context, other.context),
          !haveCommonLock(one.mustLocks, other.mustLocks)
        else { continue }
        let conflict = SlotConflict(
          slot: pair.first.base, way: pair.first.way + left.way, first: one.use,
          second: other.use, isHandedOver: true,
          isPossibleOnly: haveCommonLock(one.mayLocks, other.mayLocks)
            || mayBeOneLock(one, other))
        found.append(conflict)
        count += 1
        if count >= Self.maximumConflictsOfSlot { return }
      }
    }
  }
}
