import Basics
import GoIR

/// Things that were handed over and come back: together with them went a channel or group by which
/// the taker says that it has done with them.
extension BodyInterpreter {
  /// Was waited for: what was handed over together with it is the function's own again. That the
  /// taker signals only after its last use is taken for granted; it is why the two went together.
  func takeBack(companionsOf signal: ObjectID) {
    guard !state.published.isEmpty else { return }
    let index = state.published.firstIndex(notBelow: signal.rawValue)
    guard index < state.published.count, state.published[index].first == signal.rawValue else {
      return
    }
    for index in trackedCells.indices where index < state.memory.count {
      let set = state.memory[index]
      if set.isNone || !leads(set, to: signal) { continue }
      let cell = trackedCells[index]
      let node = tables.paths.nodes[cell.path.index]
      if cell.path != .whole, node.step == .element {
        forget(in: cell.object, below: cell.path)
      } else if cell.path != .whole, node.parent != .whole,
        tables.paths.nodes[node.parent.index].step == .element
      {
        forget(in: cell.object, below: node.parent)
      } else if isPublished(cell.object) {
        // A struct that was handed over by reference.
        for other in trackedCells.indices where other < state.memory.count {
          let held = state.memory[other]
          if held.isNone || tables.paths.nodes[trackedCells[other].path.index].step != .element {
            continue
          }
          if leads(held, to: cell.object) {
            forget(in: trackedCells[other].object, below: trackedCells[other].path)
          }
        }
      }
    }
  }

  private func leads(_ set: SetID, to object: ObjectID) -> Bool {
    tables.sets[set].contains { tables.references[$0].cell.object == object }
  }

  private func isPublished(_ object: ObjectID) -> Bool {
    let index = state.published.firstIndex(notBelow: object.rawValue)
    return index < state.published.count && state.published[index].first == object.rawValue
  }

  /// What lies below a way into a container is not known there any more.
  private func forget(in container: ObjectID, below path: PathID) {
    for index in trackedCells(of: container) where Int(index) < state.memory.count {
      let set = state.memory[Int(index)]
      if set.isNone || !tables.paths.begins(trackedCells[Int(index)].path, with: path) { continue }
      for id in tables.sets[set] { withdraw(tables.references[id].cell.object, depth: 0) }
      state.memory[Int(index)] = .none
    }
  }

  private func withdraw(_ object: ObjectID, depth: Int) {
    guard isPublished(object) else { return }
    withdraw(object)
    guard depth < Self.maximumLevels else { return }
    for index in trackedCells(of: object) where Int(index) < state.memory.count {
      let set = state.memory[Int(index)]
      if set.isNone { continue }
      for id in tables.sets[set] { withdraw(tables.references[id].cell.object, depth: depth + 1) }
    }
  }
}
