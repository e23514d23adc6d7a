import Basics
import GoIR

extension SlotJudge {
  /// Whether a function took something out of a slot, by putting something else there under a lock,
  /// before it used it, and whoever put it there uses it under that lock only: nobody finds it there
  /// any more.
  func isSwappedOut(_ taker: SlotFact, from slot: SlotKey.Base, _ giver: SlotFact) -> Bool {
    guard case .field(let field) = slot, mayBeSwappedOut(taker, giver) else { return false }
    return isPutAnew(field, taker, giver)
  }

  /// Likewise, of two who use what lies in a slot: one of them took it out, the other one uses what
  /// it finds there under the lock only.
  func isSwappedOut(_ taker: SlotFact, by other: SlotFact) -> Bool {
    guard mayBeSwappedOut(taker, other) else { return false }
    let summary = functions[taker.function].summary
    guard var cell = summary.use(taker.record)?.cell else { return false }
    while case .initial(let outer) = summary.objects[Int(cell.object)].origin {
      if let field = summary.paths[Int(outer.path)].step.field, isPutAnew(field, taker, other) {
        return true
      }
      cell = outer
    }
    return false
  }

  private func mayBeSwappedOut(_ taker: SlotFact, _ giver: SlotFact) -> Bool {
    giver.mustLocks != 0 && taker.strand == .max
      && functions[taker.function].summary.use(taker.record)?.isReplaced == true
  }

  /// Whether a function puts something into a field under a lock that another use holds.
  private func isPutAnew(_ field: FieldNumber, _ taker: SlotFact, _ giver: SlotFact) -> Bool {
    let summary = functions[taker.function].summary
    let held = facts.lockLists[Int(giver.mustLocks)]
    return summary.uses.contains { record in
      record.callee.isNone && record.kind.isWrite && record.cell.path != 0
        && summary.paths[Int(record.cell.path)].step == .field(field)
        && summary.lockLists[Int(record.mustLocks)].contains { lock in
          guard let name = summary.paths[Int(lock.cell.path)].step.field else { return false }
          return held.contains { $0.place.rawValue == UInt64(name.rawValue) }
        }
    }
  }
}
