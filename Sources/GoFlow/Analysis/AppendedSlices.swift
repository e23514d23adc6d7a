import Basics
import GoIR

/// Appending to a slice in a field or package variable, seen from those who read what it holds.
extension SlotJudge {
  /// Whether one of two uses appends to a slice in a field or package variable that never gets a
  /// shorter one, and the other one reads its elements: it writes behind the end of all that was taken
  /// out of there before. What is taken out while the place is written is another matter.
  func isBehindEnd(_ first: SlotFact, _ second: SlotFact) -> Bool {
    let reader: SlotFact
    if first.kind == .append, !second.kind.isWrite {
      reader = second
    } else if second.kind == .append, !first.kind.isWrite {
      reader = first
    } else {
      return false
    }
    var current = reader.identity
    while !nodes[current.index].parent.isNone {
      if let field = nodes[current.index].step.field { return !shortened.contains(field) }
      current = nodes[current.index].parent
    }
    if case .global(let global) = facts.contexts.identities.root(of: reader.identity) {
      return !shortened.contains(global)
    }
    return false
  }
}

extension FlowAnalysis {
  /// Likewise, of a conflict that a function sees: the one side appends to a slice as a field has it, and
  /// the other one reads all that can be reached from its object.
  func isBehindEnd(_ conflict: Conflict) -> Bool {
    let (writer, reader): (ConflictSide, ConflictSide)
    if conflict.first.kind == .append, !conflict.second.kind.isWrite {
      (writer, reader) = (conflict.first, conflict.second)
    } else if conflict.second.kind == .append, !conflict.first.kind.isWrite {
      (writer, reader) = (conflict.second, conflict.first)
    } else {
      return false
    }
    guard case .field(let field)? = conflict.lastField, !facts.shortened.contains(field) else {
      return false
    }
    return uses(of: reader, in: conflict.function).contains { summary, record in
      summary.paths[Int(record.cell.path)].step == .rest
    }
      && uses(of: writer, in: conflict.function).contains { summary, record in
        record.callee.isNone && summary.headers[Int(record.header)].kind == .initial
      }
  }

  /// The records of a side, with the summaries in which they are.
  private func uses(
    of side: ConflictSide, in function: FunctionNumber
  ) -> [(FunctionSummary, AccessRecord)] {
    if side.callee.isNone {
      let own = functions[function].summary
      return (own.accesses + own.ownUses).filter { $0.value == side.value }.map { (own, $0) }
    }
    return records(below: side).map { (functions[$0].summary, $1) }
  }
}
