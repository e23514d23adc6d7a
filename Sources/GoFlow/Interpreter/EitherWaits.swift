import Basics
import GoIR

/// What was waited for in one of several objects: in one that was found or else made, say. Whoever
/// uses one of them then uses the one that is meant.
extension BodyInterpreter {
  /// One of several channels turned out to be closed.
  func waitForEither(_ cells: Few<Cell>) {
    for cell in cells where isOnePlace(cell) { state.eitherWaits.insert(sorted: cell) }
  }

  /// Those of the channels that lie in the object that is used, or in one on the way to it.
  func eitherWaits(around object: ObjectID) -> [Cell] {
    if state.eitherWaits.isEmpty { return [] }
    var found: [Cell] = []
    var current = object
    while true {
      for cell in state.eitherWaits where lies(cell, in: current) { found.insert(sorted: cell) }
      guard case .initial(let outer) = tables.objects[current].origin else { return found }
      current = outer.object
    }
  }

  /// Whether a channel surely lies in an object, or in one on the way to it.
  func lies(_ channel: Cell, around object: ObjectID) -> Bool {
    var current = object
    while !lies(channel, in: current) {
      guard case .initial(let outer) = tables.objects[current].origin else { return false }
      current = outer.object
    }
    return true
  }

  /// Whether a channel surely lies in an object.
  private func lies(_ channel: Cell, in object: ObjectID) -> Bool {
    if case .initial(let home) = tables.objects[channel.object].origin {
      return home.object == object && isOnePlace(home)
    }
    return trackedCells(of: object).contains { index in
      Int(index) < state.memory.count && !state.memory[Int(index)].isNone
        && isOnePlace(trackedCells[Int(index)])
        && onlyCell(of: state.memory[Int(index)]) == channel
    }
  }
}
