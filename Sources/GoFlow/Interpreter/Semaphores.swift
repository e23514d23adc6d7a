import Basics
import GoIR

/// A channel with room for one value that leads nowhere is a lock: who has put something in, or
/// taken it out, holds it until the opposite is done. Who does the opposite nowhere gives a signal.
extension BodyInterpreter {
  /// What a send and a receive hold, as parts of the channel.
  private static let sentPart = 3
  private static let receivedPart = 4

  func useSemaphore(_ channel: SetID, isSend: Bool) {
    let references = tables.sets[channel]
    guard references.count == 1, let first = references.first else { return }
    let cell = tables.references[first].cell
    let capacity = capacity(of: cell.object)
    guard capacity == 1 || capacity < 0 && tables.objects[cell.object].isIncoming else { return }
    pass(cell, isSend: isSend)
  }

  /// Takes the lock that a channel is, or gives it back.
  private func pass(_ channel: Cell, isSend: Bool) {
    let held = HeldLock(cell: semaphore(channel, isSend), mode: .write)
    let opposite = HeldLock(cell: semaphore(channel, !isSend), mode: .write)
    if state.mayLocks.contains(opposite) {
      state.mustLocks.remove(sorted: opposite)
      state.mayLocks.remove(sorted: opposite)
    } else {
      state.mustLocks.insert(sorted: held)
      state.mayLocks.insert(sorted: held)
      if isSend, state.hasGoroutines { joinGiven(held) }
    }
  }

  /// What a send to a channel, or a receive from it, holds.
  func semaphore(_ channel: Cell, _ isSend: Bool) -> Cell {
    let part = PathStep.part(isSend ? Self.sentPart : Self.receivedPart)
    return Cell(channel.object, tables.paths.extend(channel.path, part))
  }

  /// Whether a cell stands for what a send or a receive holds.
  func isSemaphore(_ cell: Cell) -> Bool {
    guard cell.path != .whole else { return false }
    let part = tables.paths.nodes[cell.path.index].step.part
    return part == Self.sentPart || part == Self.receivedPart
  }

  /// Takes the locks that a called function holds at its end; a send in one function and a receive
  /// in another one may be the two ends of a section.
  func acquire(_ locks: [HeldLock]) {
    for lock in locks {
      guard isSemaphore(lock.cell) else {
        regain(lock.cell)
        state.mustLocks.insert(sorted: lock)
        state.mayLocks.insert(sorted: lock)
        continue
      }
      let capacity = capacity(of: lock.cell.object)
      guard capacity == 1 || capacity < 0 && tables.objects[lock.cell.object].isIncoming else {
        continue
      }
      let node = tables.paths.nodes[lock.cell.path.index]
      pass(Cell(lock.cell.object, node.parent), isSend: node.step.part == Self.sentPart)
    }
  }

  /// Whether what a send holds is a lock until others give it back, and no signal: all over the program
  /// the channel in the field is used so.
  func isKept(_ cell: Cell) -> Bool {
    guard cell.path != .whole, case .initial(let home) = tables.objects[cell.object].origin,
      home.path != .whole, let field = tables.paths.nodes[home.path.index].step.field
    else { return false }
    return tables.paths.nodes[cell.path.index].step.part == Self.sentPart
      && program.isLockChannel(field)
  }

  /// Whether the room of the channel is one, or may turn out to be for callers.
  func isKnownRoom(_ cell: Cell) -> Bool {
    let capacity = capacity(of: cell.object)
    return capacity == 1 || capacity < 0
  }

  /// Whether a lock excludes others: of a channel it is known that it has room for one value.
  func isExclusive(_ cell: Cell) -> Bool { !isSemaphore(cell) || capacity(of: cell.object) == 1 }

  /// The room of a channel; -1 where that is not known.
  func capacity(of object: ObjectID) -> Int32 {
    let info = tables.objects[object]
    guard info.capacity < 0, case .initial(let cell) = info.origin else { return info.capacity }
    if let field = tables.paths.nodes[cell.path.index].step.field, cell.path != .whole {
      return program.capacity(of: .field(field))
    }
    if cell.path == .whole, case .global(let global) = tables.objects[cell.object].origin {
      return program.capacity(of: .global(global))
    }
    return -1
  }
}
