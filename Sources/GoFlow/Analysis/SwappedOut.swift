import Basics
import GoIR

extension SlotJudge {
  /// Whether a function took something out of a slot, by putting something else there under a lock,
  /// before it used it, and whoever put it there uses it under that lock only: nobody finds it there
  /// any more.
  func isSwappedOut(_ taker: SlotFact, from slot: SlotKey.Base, _ giver: SlotFact) -> Bool {
    guard case .field(let field) = slot, mayBeSwappedOut(taker, giver) else { return false }
    return isPutAnew(field, ends(of: taker).function, giver)
  }

  /// Likewise, of two who use what lies in a slot: one of them took it out, the other one uses what
  /// it finds there under the lock only.
  func isSwappedOut(_ taker: SlotFact, by other: SlotFact) -> Bool {
    guard mayBeSwappedOut(taker, other), case let end = ends(of: taker),
      var cell = end.record?.cell
    else { return false }
    let summary = functions[end.function].summary
    while case .initial(let outer) = summary.objects[Int(cell.object)].origin {
      if let field = summary.paths[Int(outer.path)].step.field,
        isPutAnew(field, end.function, other)
      {
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

  /// The function that uses the memory in the end, and its own record of that.
  private func ends(of fact: SlotFact) -> (function: FunctionNumber, record: AccessRecord?) {
    var function = fact.function
    var record = functions[function].summary.use(fact.record)
    for _ in 0..<FlowAnalysis.longestWay {
      guard let current = record, !current.callee.isNone, current.strand == .max else { break }
      function = current.callee
      record = functions[function].summary.use(current.record)
    }
    return (function, record)
  }

  /// Whether a function puts something into a field under a lock that another use holds.
  private func isPutAnew(
    _ field: FieldNumber, _ taker: FunctionNumber, _ giver: SlotFact
  ) -> Bool {
    let summary = functions[taker].summary
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
