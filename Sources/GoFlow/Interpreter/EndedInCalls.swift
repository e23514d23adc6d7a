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
    let groups = cells(waitedFor: .done, &instance)
    let closed = cells(waitedFor: .close, &instance)
    return state.live.filter { id in
      tokens[id.index].signalled.contains { signal in
        let cell = base(of: signal)
        if signal != cell, waited.contains(signal) { return isSure(signal) }
        guard waited.contains(cell), isSure(signal) else { return false }
        if signal != cell { return closed.contains(cell) }
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
