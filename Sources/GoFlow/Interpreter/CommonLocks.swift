import Basics
import GoIR

/// Which locks keep two uses of memory apart.
extension BodyInterpreter {
  /// Whether two uses surely hold one lock, one of them for itself.
  func haveCommonLock(
    _ first: FlowAccess, _ second: FlowAccess, _ id: TokenID
  ) -> Bool {
    if first.mustLocks == .empty || second.mustLocks == .empty { return false }
    for left in tables.lockLists[first.mustLocks] {
      for right in tables.lockLists[second.mustLocks]
      where left.cell == right.cell && (left.mode == .write || right.mode == .write) {
        if !isStale(left.cell.object, id), isExclusive(left.cell),
          !isOfAnother(left.cell, first, second)
        {
          return true
        }
      }
    }
    return false
  }

  /// Whether a lock lies in one of many elements, of which others may take another one, and the
  /// uses are of what belongs to no element.
  private func isOfAnother(_ lock: Cell, _ first: FlowAccess, _ second: FlowAccess) -> Bool {
    isInElement(lock) && !isInElement(first.cell) && !isInElement(second.cell)
  }

  /// The same of locks that both surely hold: who takes all of them holds none surely.
  func isKnownAsAnother(
    _ left: HeldLock, _ right: HeldLock, _ first: FlowAccess, _ second: FlowAccess
  ) -> Bool {
    left.cell == right.cell && isOfAnother(left.cell, first, second)
      && tables.lockLists[first.mustLocks].contains(left)
      && tables.lockLists[second.mustLocks].contains(right)
  }

  /// Whether an element is passed on the way to a cell from where the function found it.
  private func isInElement(_ cell: Cell) -> Bool {
    var current = cell
    while true {
      if !isOnePlace(current) { return true }
      guard case .initial(let outer) = tables.objects[current.object].origin else { return false }
      current = outer
    }
  }

  /// The locks of a record that lie in an object on the way to what it uses, where that may be one
  /// of several objects: the lock is the one of the object that is used. What the called function
  /// made and put into one of the objects has the lock of that one.
  func locksBeside(
    _ record: AccessRecord, _ root: Cell, _ instance: inout SummaryInstance
  ) -> LockListID {
    var found: [HeldLock] = []
    for lock in instance.summary.lockLists[Int(record.mustLocks)] {
      if instance.isMade(record.cell.object) {
        guard instance.summary.puts(record.cell.object, into: lock.cell.object) else { continue }
        for cell in cells(lock.cell, &instance) where isOnePlace(cell) {
          found.insert(sorted: HeldLock(cell: cell, mode: lock.mode))
        }
      } else if let base = base(lock.cell.object, of: record.cell.object, root, &instance) {
        let path = tables.paths.join(base.path, path(lock.cell.path, &instance))
        let cell = Cell(base.object, path)
        if isOnePlace(cell) { found.insert(sorted: HeldLock(cell: cell, mode: lock.mode)) }
      }
    }
    return tables.lockLists.id(of: found)
  }

  /// What an object of a summary is on the way to another one, which is `root` here; nil where it is
  /// not on the way or the way is another one.
  func base(
    _ object: UInt32, of other: UInt32, _ root: Cell, _ instance: inout SummaryInstance
  ) -> Cell? {
    var (current, place) = (other, root)
    while current != object {
      guard case .initial(let cell) = instance.summary.objects[Int(current)].origin,
        place.path == .whole, case .initial(let outer) = tables.objects[place.object].origin,
        outer.path == path(cell.path, &instance)
      else { return nil }
      (current, place) = (cell.object, Cell(outer.object))
    }
    return place
  }

  /// Whether two locks may be one: they are, or they lie in the same field of objects that the
  /// function found by different ways, which may lead to the same object.
  func mayBeSameLock(_ first: Cell, _ second: Cell) -> Bool {
    if first == second { return true }
    if first.path == .whole, second.path == .whole {
      return isFoundLock(first.object, beside: second.object)
        || isFoundLock(second.object, beside: first.object)
    }
    guard first.path == second.path, first.object != second.object,
      case .initial = tables.objects[first.object].origin,
      case .initial = tables.objects[second.object].origin, !tables.paths.isMany(first.path)
    else { return false }
    return true
  }

  /// Whether a lock was found by a reference, as the `L` of a `Cond`, and another one is what a function
  /// made or is found from the same object: the reference may lead there.
  private func isFoundLock(_ object: ObjectID, beside other: ObjectID) -> Bool {
    guard case .initial(let place) = tables.objects[object].origin else { return false }
    switch tables.objects[other].origin {
    case .site:
      return everStored.values.contains { set in
        tables.sets[set].contains { tables.references[$0].cell.object == other }
      }
    case .initial(let otherPlace):
      return root(of: object) == root(of: other) && place.object != otherPlace.object
    default: return false
    }
  }
}
