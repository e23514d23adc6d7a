import Basics
import GoIR

/// What a call gives may be one of several objects, of which the call made each: a group of one type or
/// of another. Who signals it, waits for it or locks it means the same one.
extension BodyInterpreter {
  /// The cell that stands for several where they are all that one result of a call may be, and nothing
  /// else leads to some of them; the cells themselves where that is not so.
  func one(of cells: Few<Cell>) -> Few<Cell> {
    guard cells.count > 1, case .site(let call, _) = tables.objects[cells[0].object].origin,
      body.instructions[call.index].opcode == .call
    else { return cells }
    var objects: Set<ObjectID> = []
    for cell in cells {
      guard case .site(call, _) = tables.objects[cell.object].origin, cell.path == cells[0].path,
        objects.insert(cell.object).inserted
      else { return cells }
    }
    var isFound = false
    for leaf in leaves(call) {
      let given = Set(tables.sets[leaf].map { tables.references[$0].cell.object })
      if given.isDisjoint(with: objects) { continue }
      guard !isFound, given == objects else { return cells }
      isFound = true
    }
    return isFound ? Few(cells.min { $0.object < $1.object } ?? cells[0]) : cells
  }

  /// The cells of a list that are surely signalled, be each the one of several that is meant.
  func signalledCells(_ list: UInt32, _ instance: inout SummaryInstance) -> [Cell] {
    var sure = sureCells(list, &instance)
    let all = instance.summary.cellLists
    if list == 0 || sure.count >= all[Int(list)].count { return sure }
    for cell in all[Int(list)] {
      let several = cells(cell, &instance)
      guard several.count > 1, case let meant = one(of: several), meant.count == 1 else { continue }
      sure.insert(sorted: meant[0])
    }
    return sure
  }
}
