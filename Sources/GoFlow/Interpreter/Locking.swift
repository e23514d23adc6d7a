import Basics
import GoIR

/// Locks that are taken and given back.
extension BodyInterpreter {
  func acquire(_ set: SetID, _ mode: LockMode, isSure: Bool = true) {
    let cells = cells(of: set)
    if isSure, cells.count > 1 { acquireEither(cells, mode) }
    let meant = one(of: cells)
    for cell in cells {
      let isMeant = meant.count == 1 && meant[0] == cell
      let cell = lock(at: cell)
      let lock = HeldLock(cell: cell, mode: mode)
      if isSure, isMeant, isOnePlace(cell) { state.mustLocks.insert(sorted: lock) }
      state.mayLocks.insert(sorted: lock)
    }
  }

  /// Does what a method of a lock does by its shape, where its body does not say so.
  func applyShape(
    _ effect: LockShapes.Effect, _ summary: FunctionSummary, _ roots: CallRoots
  ) {
    guard let receiver = roots.arguments.first?.sets.first else { return }
    if effect.isAcquired {
      if effect.isOfChannels || summary.acquired.isEmpty { acquire(receiver, effect.mode) }
      return
    }
    let held = cells(of: receiver).filter { cell in
      let cell = lock(at: cell)
      return state.mayLocks.contains { $0.cell == cell }
    }
    if !held.isEmpty { release(Few(all: held)) }
  }

  func release(_ cells: Few<Cell>) {
    let isOfOne =
      cells.count == 1
      || cells.allSatisfy { cell in
        let cell = lock(at: cell)
        return state.eitherLocks.contains { $0.cell == cell }
      }
    for cell in cells {
      let cell = lock(at: cell)
      if !state.mayLocks.contains(where: { $0.cell == cell }) {
        state.released.insert(sorted: cell)
      }
      state.mustLocks.removeAll { $0.cell == cell }
      state.eitherLocks.removeAll { $0.cell == cell }
      if isOfOne { state.mayLocks.removeAll { $0.cell == cell } }
    }
  }

  /// The lock of one of several objects is taken: of one that was found or else made, say.
  func acquireEither(_ cells: Few<Cell>, _ mode: LockMode) {
    for cell in cells {
      let cell = lock(at: cell)
      let lock = HeldLock(cell: cell, mode: mode)
      if isOnePlace(cell) { state.eitherLocks.insert(sorted: lock) }
      // By another name of an object its lock is known as one that is perhaps held.
      state.mayLocks.insert(sorted: lock)
    }
  }

  /// Adds to the locks of a use that of the object around it, if that is one of those of which one
  /// is meant.
  func addEitherLocks(_ access: inout FlowAccess) {
    var current = access.cell.object
    while true {
      for lock in state.eitherLocks where lock.cell.object == current {
        access.mustLocks = tables.lockLists.union(
          access.mustLocks, tables.lockLists.id(of: [lock]))
      }
      guard case .initial(let cell) = tables.objects[current].origin else { return }
      current = cell.object
    }
  }
}
