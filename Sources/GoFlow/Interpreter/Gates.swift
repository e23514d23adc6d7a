import Basics
import GoIR

/// A goroutine that is started by who holds a lock, and that gives the lock back itself: it unlocks what
/// the starter locked, or the lock is a channel, and it takes out at its end what the starter put in.
/// From the start on it is the goroutine's lock.
extension BodyInterpreter {
  /// The locks that pass from here to a goroutine that begins: it surely takes out, once all is
  /// done that it does, what was surely put in. They are not held here any more.
  func giveGates(to strand: inout StartedStrand) -> LockListID {
    let summary = strand.instance.summary
    guard !state.mustLocks.isEmpty, !summary.acquired.isEmpty || !summary.released.isEmpty else {
      return .empty
    }
    // A mutex that the goroutine unlocks and did not lock.
    var gates: [HeldLock] = []
    for released in summary.released {
      let cells = cells(released, &strand.instance)
      guard cells.count == 1 else { continue }
      let gate = HeldLock(cell: lock(at: cells[0]), mode: .write)
      if state.mustLocks.contains(gate) { gates.insert(sorted: gate) }
    }
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

  /// A semaphore is taken: the goroutines are over that were given it before, for they gave it back.
  func joinGiven(_ gate: HeldLock) {
    guard capacity(of: gate.cell.object) == 1 else { return }
    let joined = (state.live + state.pending).filter { tokens[$0.index].gates.contains(gate) }
    if !joined.isEmpty { remove(joined) }
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

/// Goroutines that wait for something to come out of a channel which nobody can send to yet.
extension BodyInterpreter {
  /// Whether a goroutine comes to what it does in the part of a token only once something came out of a
  /// channel that this function made, and that nobody else who signals on it has yet: a service that is
  /// started before its object is ready, and given to its callers afterwards.
  func waitsForUsers(_ id: TokenID) -> Bool {
    let token = tokens[id.index]
    let name = SignallerName(token.name.value, token.start)
    return token.waited.contains { cell in
      let channel = base(of: cell)
      return isOwnChannel(channel) && !isGivenToUnknown(channel)
        && !state.published.containsFirst(channel.object.rawValue)
        && (signallers[channel] ?? []).allSatisfy { $0 == name }
    }
  }

  /// Whether a channel, or what leads to it, was given to a call of which nothing is known.
  private func isGivenToUnknown(_ channel: Cell) -> Bool {
    givenToUnknown.contains { object in
      object == channel.object
        || reachable(from: Cell(object)).contains { $0.object == channel.object }
    }
  }

  /// Whether a cell is a channel that the function, or one that it called, made.
  private func isOwnChannel(_ cell: Cell) -> Bool {
    guard cell.path == .whole, case .site(let value, _) = tables.objects[cell.object].origin else {
      return false
    }
    if tables.objects[cell.object].capacity >= 0 { return true }
    let instruction = body.instructions[value.index]
    return instruction.opcode == .make && instruction.kind == .channel
  }
}
