import Basics
import GoIR

extension SlotJudge {
  /// Whether a function took something out of a slot, by putting something else there under a lock,
  /// before it used it, and whoever put it there uses it under that lock only: nobody finds it there
  /// any more.
  func isSwappedOut(_ taker: SlotFact, from slot: SlotKey.Base, _ giver: SlotFact) -> Bool {
    guard case .field(let field) = slot, giver.mustLocks != 0, taker.strand == .max else {
      return false
    }
    let summary = functions[taker.function].summary
    guard summary.use(taker.record)?.isReplaced == true else { return false }
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
