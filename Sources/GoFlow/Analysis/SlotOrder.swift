import Basics
import GoIR

/// Whether two uses of shared places may happen at the same time.
extension SlotJudge {
  /// `channel` is the slot through which the one gave the other what it uses: what is waited for
  /// there is that, and no more.
  func mayConflict(
    _ first: SlotFact, _ second: SlotFact, through channel: PlaceTag? = nil
  ) -> Bool {
    guard first.kind.isWrite || second.kind.isWrite else { return false }
    if first.kind.isAtomic, second.kind.isAtomic { return false }
    if first.isTaken, second.isTaken { return false }
    if first.isOwn && second.isOwn || first.isMade && second.isMade { return false }
    if case .constant(let left) = first.index, case .constant(let right) = second.index,
      left != right
    {
      return false
    }
    let (left, right) = (facts.runs[Int(first.context)], facts.runs[Int(second.context)])
    guard facts.contexts.strands.mayRunAtOnce(left.context, right.context) else { return false }
    if left.context.origin == right.context.origin, isOwn(first, left.context.origin) {
      return false
    }
    if haveCommonLock(first.mustLocks, second.mustLocks) { return false }
    return !isOrdered(first, second, without: channel)
  }

  /// Whether each instance of a goroutine has another object there.
  private func isOwn(_ fact: SlotFact, _ origin: RunOrigin) -> Bool {
    guard case .strand(let id) = origin else { return false }
    if case .variable = facts.contexts.identities.root(of: fact.identity) {
      return !facts.contexts.sharedVariables.contains(nodes[fact.identity.index].root)
    }
    return facts.contexts.strands.ownPlaces[id.index].contains {
      facts.contexts.identities.isReached(fact.identity, from: $0)
    }
  }

  /// Whether one waits for what the other signals afterwards.
  func isOrdered(
    _ first: SlotFact, _ second: SlotFact, without channel: PlaceTag? = nil
  ) -> Bool {
    func waits(_ one: SlotFact, for other: SlotFact) -> Bool {
      if one.waited == 0 || other.signalled == 0 { return false }
      let signalled = facts.placeLists[Int(other.signalled)]
      return facts.placeLists[Int(one.waited)].contains {
        $0 != channel && signalled.contains($0) && !isOfNextRound(one, other, $0)
      }
    }
    return waits(first, for: second) || waits(second, for: first)
  }

  /// Whether a goroutine receives from a channel in each of its rounds and the sender comes again
  /// and again without being told that a round is over: its next use meets the round of the last.
  private func isOfNextRound(
    _ receiver: SlotFact, _ sender: SlotFact, _ channel: PlaceTag
  ) -> Bool {
    // What else it signals may tell of the end of its round.
    guard facts.placeLists[Int(receiver.signalled)] == [channel],
      !facts.placeLists[Int(sender.waited)].contains(channel)
    else { return false }
    switch facts.runs[Int(sender.context)].context.origin {
    case .outside, .handler: return true
    case .strand, .initialization: return false
    }
  }

  /// Whether a use comes after a wait for the goroutine that starts the other one's: that one may
  /// have waited for it.
  func waitsForParent(_ fact: SlotFact, of other: SlotFact) -> Bool {
    guard fact.waited != 0, case .strand(let id) = facts.runs[Int(other.context)].context.origin
    else {
      return false
    }
    let waited = facts.placeLists[Int(fact.waited)]
    return facts.contexts.strands.ancestors(of: id).contains { parent in
      guard let signals = facts.signals[parent] else { return false }
      return waited.contains { signals.contains($0) }
    }
  }

  /// Whether a caller from outside uses something once it has told goroutines that a constructor starts
  /// to end, and has waited for them: it ends what they work for, and who goes on calling other
  /// functions then, from outside too, breaks a contract.
  func tearsDown(_ fact: SlotFact, _ other: SlotFact) -> Bool {
    let (own, others) = (
      facts.runs[Int(fact.context)].context, facts.runs[Int(other.context)].context
    )
    guard fact.waited != 0, own.origin == .outside, others.origin == .outside,
      // Else it waits for what is made ready.
      case let summary = functions[fact.function].summary,
      summary.signals.contains(where: { $0.kind != .receive }) || !summary.maySignal.isEmpty
    else { return false }
    let waited = facts.placeLists[Int(fact.waited)]
    return facts.signals.contains { strand, signals in
      !own.covered.contains(strand) && waited.contains { signals.contains($0) }
        && program.isConstructor(facts.contexts.strands.starts[strand.index].function)
    }
  }

  func haveCommonLock(_ first: UInt32, _ second: UInt32) -> Bool {
    if first == 0 || second == 0 { return false }
    let others = facts.lockLists[Int(second)]
    return facts.lockLists[Int(first)].contains { left in
      others.contains {
        left.place == $0.place && (left.mode == .write || $0.mode == .write)
      }
    }
  }

  /// Whether both perhaps hold a lock that is one: also one that was found through a reference, which
  /// may be any.
  func mayHaveCommonLock(_ first: SlotFact, _ second: SlotFact) -> Bool {
    if haveCommonLock(first.mayLocks, second.mayLocks) { return true }
    let others = facts.lockLists[Int(second.mayLocks)]
    return facts.lockLists[Int(first.mayLocks)].contains { left in
      others.contains {
        (left.isByReference || $0.isByReference) && (left.mode == .write || $0.mode == .write)
      }
    }
  }
}
