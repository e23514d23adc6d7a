import Basics
import GoIR

/// What was taken out of where others find things, or replaced there.
extension BodyInterpreter {
  /// Whether an object lay in a cell in which this function put something else since.
  func isReplaced(_ object: ObjectID) -> Bool {
    guard case .initial(let cell) = tables.objects[object].origin, isOnePlace(cell),
      let index = trackedIDs[cell.key], Int(index) < state.memory.count,
      !state.memory[Int(index)].isNone
    else { return false }
    return !tables.sets[state.memory[Int(index)]].contains {
      tables.references[$0].cell.object == object
    }
  }

  /// Whether a cell is a part of what was replaced so, or of a slice or map that lies among its
  /// elements: who comes later does not find these either.
  func isInReplaced(_ cell: Cell) -> Bool {
    var current = cell
    while !isReplaced(current.object) {
      guard !tables.paths.hasName(current.path),
        case .initial(let outer) = tables.objects[current.object].origin,
        !tables.paths.hasName(outer.path)
      else { return false }
      current = outer
    }
    return true
  }

  /// Whether something on the way to an object was taken out of a channel or pool.
  func isTaken(_ object: ObjectID) -> Bool {
    var current = object
    while true {
      if tables.objects[current].isTaken { return true }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }

  /// Whether a cell behind something that was taken out lies in a struct that holds a lock.
  func isShared(_ cell: Cell) -> Bool {
    guard !tables.objects[cell.object].isTaken,
      let field = tables.paths.firstField(of: cell.path), program.isBesideLock(field),
      case .initial(let outer) = tables.objects[cell.object].origin
    else { return false }
    return isTaken(outer.object)
  }

  /// Whether something on the way to an object was handed out more than once.
  func isHandedTwice(_ object: ObjectID) -> Bool {
    var current = object
    while true {
      if handed.twice.contains(current) { return true }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }
}
