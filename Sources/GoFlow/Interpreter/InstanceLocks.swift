import Basics
import GoIR

/// A list of locks of a summary at one call: those that are surely held, those that may be meant,
/// and of these those that are no choice among several.
struct InstanceLocks {
  var sure = LockListID.empty
  var perhaps = LockListID.empty
  var named = LockListID.empty
}

/// The locks that a called function speaks of, as locks of this function.
extension BodyInterpreter {
  /// A list of locks of the summary.
  func locks(
    _ locks: [SummaryLock], _ instance: inout SummaryInstance
  ) -> (sure: [HeldLock], perhaps: [HeldLock], named: [HeldLock]) {
    if locks.count == 1 {
      let cells = lockCells(locks[0].cell, &instance)
      if cells.count == 1 {
        // One list for all three is mostly one that is known.
        let held = [HeldLock(cell: cells[0], mode: locks[0].mode)]
        return (isOnePlace(cells[0]) ? held : [], held, held)
      }
    }
    if locks.isEmpty { return ([], [], []) }
    var perhaps: [HeldLock] = []
    perhaps.reserveCapacity(locks.count)
    // Nil as long as they are all of them.
    var (sure, named): ([HeldLock]?, [HeldLock]?) = (nil, nil)
    for lock in locks {
      let cells = lockCells(lock.cell, &instance)
      let meant = one(of: cells)
      for cell in cells {
        let held = HeldLock(cell: cell, mode: lock.mode)
        let isNamed = cells.count == 1
        let isSure = meant.count == 1 && meant[0] == cell && isOnePlace(cell)
        if !isNamed, named == nil { named = perhaps }
        if !isSure, sure == nil { sure = perhaps }
        if isNamed { named?.insert(sorted: held) }
        if isSure { sure?.insert(sorted: held) }
        perhaps.insert(sorted: held)
      }
    }
    return (sure ?? perhaps, perhaps, named ?? perhaps)
  }

  /// The cells of a lock; where it is an argument that is an interface, the lock that the type of
  /// the value embeds.
  private func lockCells(
    _ cell: SummaryCell, _ instance: inout SummaryInstance
  ) -> Few<Cell> {
    let found = cells(cell, &instance)
    guard cell.path == 0,
      case .parameter(let position, 0) = instance.summary.objects[Int(cell.object)].origin,
      Int(position) < instance.values.count,
      let conversion = body.conversion(instance.values[Int(position)]),
      let field = program.embeddedLock(conversion)
    else { return found }
    return found.map { Cell($0.object, tables.paths.extend($0.path, .field(field))) }
  }

  /// A list of locks of the summary, by its number.
  func locks(
    _ list: UInt32, _ instance: inout SummaryInstance
  ) -> InstanceLocks {
    if list == 0 { return InstanceLocks() }
    if instance.lockLists.isEmpty {
      instance.lockLists = Array(repeating: nil, count: instance.summary.lockLists.count)
    }
    if let known = instance.lockLists[Int(list)] { return known }
    let found = instanceLocks(instance.summary.lockLists[Int(list)], &instance)
    instance.lockLists[Int(list)] = found
    return found
  }

  private func instanceLocks(
    _ list: [SummaryLock], _ instance: inout SummaryInstance
  ) -> InstanceLocks {
    // Most lists are one lock, which is one cell here.
    if list.count == 1, let cell = onlyLockCell(list[0].cell, &instance) {
      let held = tables.lockLists.id(of: HeldLock(cell: cell, mode: list[0].mode))
      return InstanceLocks(
        sure: isOnePlace(cell) ? held : .empty, perhaps: held, named: held)
    }
    let locks = locks(list, &instance)
    return InstanceLocks(
      sure: tables.lockLists.id(of: locks.sure),
      perhaps: tables.lockLists.id(of: locks.perhaps),
      named: tables.lockLists.id(of: locks.named))
  }

  /// The cell of a lock where it is one.
  private func onlyLockCell(
    _ lock: SummaryCell, _ instance: inout SummaryInstance
  ) -> Cell? {
    let cells = lockCells(lock, &instance)
    return cells.count == 1 ? cells[0] : nil
  }
}
