import Basics
import GoIR

/// A goroutine that is started by who holds the lock that a channel is, and that gives the lock back
/// itself: the starter put in what the goroutine takes out at its end. From the start on it is the
/// goroutine's lock.
extension BodyInterpreter {
  /// The locks that pass from here to a goroutine that begins: it surely takes out, once all is
  /// done that it does, what was surely put in. They are not held here any more.
  mutating func giveGates(to strand: inout StartedStrand) -> LockListID {
    let summary = strand.instance.summary
    guard state.mustLocks.contains(where: { isSemaphore($0.cell) && isExclusive($0.cell) }),
      !summary.acquired.isEmpty
    else { return .empty }
    var gates: [HeldLock] = []
    for lock in summary.acquired where !isUsedBehind(lock.cell, summary) {
      for taken in locks([lock], &strand.instance).sure where isSemaphore(taken.cell) {
        let channel = Cell(
          taken.cell.object, tables.paths.nodes[taken.cell.path.index].parent)
        let gate = HeldLock(cell: semaphore(channel, true), mode: .write)
        if gate.cell != taken.cell, state.mustLocks.contains(gate) { gates.insert(sorted: gate) }
      }
    }
    if gates.isEmpty { return .empty }
    for gate in gates {
      state.mustLocks.remove(sorted: gate)
      state.mayLocks.remove(sorted: gate)
    }
    return tables.lockLists.id(of: gates)
  }

  /// Whether a goroutine goes on to do something once it has taken something out of a channel.
  private func isUsedBehind(_ taken: SummaryCell, _ summary: FunctionSummary) -> Bool {
    let channel = SummaryCell(taken.object, summary.paths[Int(taken.path)].parent)
    let lists = summary.cellLists.indices.filter { summary.cellLists[$0].contains(channel) }
    if lists.isEmpty { return false }
    return summary.accesses.contains { lists.contains(Int($0.waited)) }
      || summary.valueCalls.contains { lists.contains(Int($0.waited)) }
      || summary.strands.contains { strand in
        strand.accesses.contains { lists.contains(Int($0.waited)) }
      }
  }
}
