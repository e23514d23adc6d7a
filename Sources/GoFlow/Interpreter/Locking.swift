import Basics
import GoIR

/// Locks that are taken and given back.
extension BodyInterpreter {
  mutating func acquire(_ set: SetID, _ mode: LockMode, isSure: Bool = true) {
    let cells = cells(of: set)
    for cell in cells {
      let cell = lock(at: cell)
      let lock = HeldLock(cell: cell, mode: mode)
      if isSure, cells.count == 1, isOnePlace(cell) { state.mustLocks.insert(sorted: lock) }
      state.mayLocks.insert(sorted: lock)
    }
  }

  mutating func release(_ cells: [Cell]) {
    for cell in cells {
      let cell = lock(at: cell)
      if !state.mayLocks.contains(where: { $0.cell == cell }) {
        state.released.insert(sorted: cell)
      }
      state.mustLocks.removeAll { $0.cell == cell }
      if cells.count == 1 { state.mayLocks.removeAll { $0.cell == cell } }
    }
  }
}
