import Basics
import GoIR

/// Goroutines that a called function waits for before it uses memory.
extension BodyInterpreter {
  /// The goroutines of this function that are over once a called function has waited for all of a
  /// list of its summary.
  func ended(_ list: UInt32, _ instance: inout SummaryInstance) -> [TokenID] {
    if list == 0 || state.live.isEmpty { return [] }
    let waited = sureCells(list, &instance)
    if waited.isEmpty { return [] }
    return ended(waited, groups: cells(waitedFor: .done, &instance))
  }

  /// Likewise, of one of the objects that a use may be about, where several are meant: what the called
  /// function waited for lies in the one that it uses, whichever that is.
  func ended(
    _ record: AccessRecord, _ access: FlowAccess, _ instance: inout SummaryInstance
  ) -> [TokenID] {
    let list = instance.summary.cellLists[Int(record.waited)]
    guard !state.live.isEmpty, access.cell.path == path(record.cell.path, &instance),
      sureCells(record.waited, &instance).count < list.count
    else { return [] }
    var (waited, groups): ([Cell], [Cell]) = ([], [])
    for wait in list {
      guard
        let base = base(
          wait.object, of: record.cell.object, Cell(access.cell.object), &instance)
      else { continue }
      let cell = Cell(base.object, tables.paths.join(base.path, path(wait.path, &instance)))
      guard isOnePlace(cell) else { continue }
      waited.append(cell)
      for item in instance.summary.waits where item.cell == wait {
        if item.kind == .done { groups.append(cell) }
      }
    }
    return waited.isEmpty ? [] : ended(waited, groups: groups)
  }

  private func ended(_ waited: [Cell], groups: [Cell]) -> [TokenID] {
    state.live.filter { id in
      tokens[id.index].signalled.contains { signal in
        let cell = base(of: signal)
        if signal != cell, waited.contains(signal) { return isSure(signal) }
        guard signal == cell, waited.contains(cell), isSure(signal) else { return false }
        // Of what was sent only as much is known to be over as was received.
        return groups.contains(cell)
          || !tokens[id.index].isRepeated && !loops.isInLoop(block(of: tokens[id.index].name.value))
      }
    }
  }

  /// The cells on which a called function surely waits for a kind of signal before it returns.
  private func cells(
    waitedFor kind: SignalKind, _ instance: inout SummaryInstance
  ) -> [Cell] {
    var found: [Cell] = []
    for item in instance.summary.waits where item.kind == kind {
      let cells = cells(item.cell, &instance)
      if cells.count == 1 { found.append(cells[0]) }
    }
    return found
  }
}
