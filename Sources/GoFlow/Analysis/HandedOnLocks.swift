import Basics
import GoIR

/// Locks that their holders give back while they let somebody else go on by a channel, and take again
/// then: who was let go on works in turn with the holder, with the lock or without it. That one side
/// holds such a lock does not tell what it guards.
struct HandedOnLocks {
  let places: Set<PlaceTag>

  /// Goes over all summaries.
  init(_ functions: Table<FunctionNumber, FunctionFlow>) {
    var places: Set<PlaceTag> = []
    for number in functions.ids {
      let box = functions[number].box
      guard !box.summary.released.isEmpty || !box.summary.opened.isEmpty,
        box.summary.signals.contains(where: { $0.kind == .send })
      else { continue }
      for cell in box.summary.released + box.summary.opened {
        let isTakenAgain =
          box.summary.opened.contains(cell)
          || box.summary.acquired.contains { $0.cell == cell }
        guard isTakenAgain, cell.path != 0,
          let field = box.summary.paths[Int(cell.path)].step.field
        else { continue }
        places.insert(PlaceTag(rawValue: UInt64(field.rawValue)))
      }
    }
    self.places = places
  }
}
