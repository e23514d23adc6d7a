import Basics

/// Waits for what lies beside the memory, in the functions on the way to the uses: the one side waits
/// for a group of the object from which it goes on to the memory, the other one is of that group, by the
/// same words, and is done with it afterwards. Where the sides meet the object may be one of several and
/// its group not be known.
struct WaitsBesideUses {
  let functions: Table<FunctionNumber, FunctionFlow>

  /// A group and the memory beside it, by the ways to them from one object.
  private struct Pair: Hashable {
    var group: [MemoryName.Selector]
    var memory: FieldNumber
  }

  /// How many references lie between the memory and an object whose group is meant for it.
  private static let furthest = 1

  /// Whether one side comes after the other one. `fields` are those by which the memory is known where
  /// the sides meet.
  func contains(
    _ first: [(FunctionNumber, AccessRecord)], _ second: [(FunctionNumber, AccessRecord)],
    _ fields: Set<FieldNumber>
  ) -> Bool {
    comes(first, after: second, fields) || comes(second, after: first, fields)
  }

  private func comes(
    _ late: [(FunctionNumber, AccessRecord)], after early: [(FunctionNumber, AccessRecord)],
    _ fields: Set<FieldNumber>
  ) -> Bool {
    var waited: Set<Pair> = []
    for (function, record) in late where record.waited != 0 {
      let summary = functions[function].summary
      let cells = summary.cellLists[Int(record.waited)]
      waited.formUnion(pairs(cells, record, summary, fields))
    }
    if waited.isEmpty { return false }
    return early.contains { function, record in
      if record.signalled == 0 { return false }
      let summary = functions[function].summary
      let cells = summary.cellLists[Int(record.signalled)].filter { cell in
        summary.signals.contains { $0.cell == cell && $0.kind == .done }
      }
      return !waited.isDisjoint(with: pairs(cells, record, summary, fields))
    }
  }

  private func pairs(
    _ cells: [SummaryCell], _ record: AccessRecord, _ summary: FunctionSummary,
    _ fields: Set<FieldNumber>
  ) -> Set<Pair> {
    if cells.isEmpty { return [] }
    var found: Set<Pair> = []
    let memory = summary.ways(to: record.cell, furthest: Self.furthest)
    for cell in cells {
      for (object, way) in summary.ways(to: cell, furthest: Self.furthest) {
        guard case .field(let field)? = memory.first(where: { $0.object == object })?.way.first,
          fields.contains(field), !way.isEmpty, !way.contains(.element), !way.contains(.rest)
        else { continue }
        found.insert(Pair(group: way, memory: field))
      }
    }
    return found
  }
}

extension FlowAnalysis {
  /// Whether one side of a conflict waits for the other one's group beside the memory, as functions on
  /// the way tell. Of its own waits the function in which both sides meet knows whether they are for one
  /// of its goroutines.
  func waitBeside(_ conflict: Conflict) -> Bool {
    guard conflict.first.start != nil, conflict.second.start != nil,
      case .field(let field)? = conflict.memory.selectors.last
    else { return false }
    return WaitsBesideUses(functions: functions).contains(
      records(below: conflict.first), records(below: conflict.second), [field])
  }

  /// Likewise, of a conflict about a slot.
  func waitBeside(_ conflict: SlotConflict) -> Bool {
    WaitsBesideUses(functions: functions).contains(
      records(of: conflict.first), records(of: conflict.second), conflict.fields)
  }
}
