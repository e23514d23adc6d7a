import Basics

/// What takers do to things that were handed out more than once: each of them thinks that nobody
/// else has it.
extension SlotJudge {
  mutating func judgeHandedTwice() {
    var known: Set<SlotPair> = []
    for flow in functions.elements {
      for pair in flow.handedTwice where known.insert(pair).inserted {
        let first = pair.isKept ? keepers(of: pair) : takers(of: pair.first)
        judge(pair, first, takers(of: pair.second))
      }
    }
  }

  /// Uses of what was taken out of a slot, with the ways from there.
  private func takers(of slot: SlotKey) -> [HandedFact] {
    let start = slot.way
    return (factsBySlot[slot.base] ?? []).compactMap { index in
      let fact = facts.facts[index]
      guard fact.isTaken, let way = way(from: slot.base, to: fact.identity),
        way.starts(with: start)
      else { return nil }
      return HandedFact(fact: fact, way: Array(way.dropFirst(start.count)))
    }
  }

  /// Uses of what lies in a slot that keeps it, with the ways from there.
  private func keepers(of pair: SlotPair) -> [HandedFact] {
    let start = pair.first.way
    return (factsBySlot[pair.first.base] ?? []).compactMap { index in
      let fact = facts.facts[index]
      guard !fact.isTaken, !fact.isBelow, fact.kind != .append || pair.isShortened,
        let way = way(from: pair.first.base, to: fact.identity), way.starts(with: start)
      else { return nil }
      return HandedFact(fact: fact, way: Array(way.dropFirst(start.count)))
    }
  }

  /// Whether two takers are two goroutines. The function that starts both knows the takers and not
  /// that they take the same, so it does not matter that it has judged them.
  private func mayRunAtOnce(_ pair: SlotPair, _ first: SlotFact, _ second: SlotFact) -> Bool {
    let origin = facts.runs[Int(first.context)].context.origin
    if origin != facts.runs[Int(second.context)].context.origin { return true }
    guard let start = facts.contexts.start(of: origin) else { return false }
    if start.isRepeated { return true }
    // A method that starts a taker is called for each of them.
    let starter = program.functions[program.declaration(of: start.function)]
    return pair.first == pair.second && starter.traits.contains(.hasReceiver)
  }

  private mutating func judge(_ pair: SlotPair, _ first: [HandedFact], _ second: [HandedFact]) {
    var count = 0
    for left in first {
      for right in second {
        let (one, other) = (left.fact, right.fact)
        guard one.kind.isWrite || other.kind.isWrite,
          !(one.kind.isAtomic && other.kind.isAtomic), Self.overlaps(left.way, right.way),
          !isHidden(left.way, right.way, from: other.fields),
          !isHidden(right.way, left.way, from: one.fields), mayRunAtOnce(pair, one, other),
          !haveCommonLock(one.mustLocks, other.mustLocks)
        else { continue }
        add(
          SlotConflict(
            slot: pair.first.base, way: pair.first.way + left.way, first: use(one),
            second: use(other), isHandedOver: true,
            isPossibleOnly: mayHaveCommonLock(one, other)), &count)
        if count >= Self.maximumConflictsOfPlace { return }
      }
    }
  }
}
