import Basics
import GoIR

/// What a function gives to its callers, by its summary: what it returns, with all that lies in what
/// it makes anew; and the elements that it copies there.
struct LetOutObjects {
  private(set) var returned: Set<UInt32> = []
  private(set) var copied: [SummaryCell] = []

  init(_ summary: FunctionSummary) {
    var pending: [UInt32] = []
    for leaf in summary.results.joined() {
      for reference in leaf.set where reference.cell.path == 0 {
        pending.append(reference.cell.object)
      }
      // What holds a part of an object is that object's too.
      for reference in leaf.set
      where reference.cell.path != 0 && summary.objects[Int(reference.cell.object)].origin == .fresh
      {
        pending.append(reference.cell.object)
      }
    }
    while let object = pending.popLast() {
      guard returned.insert(object).inserted,
        summary.objects[Int(object)].origin == .fresh
      else { continue }
      for store in summary.stores where store.cell.object == object {
        pending += store.set.filter { $0.cell.path == 0 }.map(\.cell.object)
      }
      for link in summary.links where link.target.object == object {
        copied.append(link.source)
      }
    }
  }
}

extension FunctionSummary {
  /// The object in which the way to a cell begins.
  func wholeRoot(of cell: SummaryCell) -> UInt32 {
    var current = cell.object
    while case .initial(let outer) = objects[Int(current)].origin { current = outer.object }
    return current
  }
}

extension FunctionReplay {
  /// What the function finds only while it holds a lock that lies in an object on the way.
  func guardedFinds() -> [GuardedFind] {
    var finds: [GuardedFind] = []
    var bare: Set<ObjectID> = []
    for value in record.locks.keys.sorted() {
      for object in found(by: value) {
        guard let number = record.objects[object] else { continue }
        let places = (record.locks[value] ?? []).compactMap { place(of: number, behind: $0.cell) }
        if places.isEmpty { bare.insert(object) }
        for (place, holder) in places where place.steps.last == .follow {
          finds.append(
            GuardedFind(value: value, own: object, object: number, place: place, holder: holder))
        }
      }
    }
    return finds.filter { !bare.contains($0.own) }
  }

  /// What an instruction finds that lay somewhere as the function began.
  private func found(by value: ValueID) -> [ObjectID] {
    let instruction = body.instructions[value.index]
    let all = objects(of: value).filter { wasFound($0) }
    switch instruction.opcode {
    case .load:
      let cells = interpreter.cells(of: AddressID(rawValue: instruction.payload))
      return all.filter { object in
        guard case .initial(let outer) = interpreter.tables.objects[object].origin else {
          return false
        }
        // Of a struct that is loaded as a whole the fields.
        return cells.contains {
          $0.object == outer.object && interpreter.tables.paths.begins(outer.path, with: $0.path)
        }
      }
    case .call, .next:
      let given = (0..<Int(instruction.operandCount)).flatMap {
        objects(of: interpreter.operand(value, $0))
      }
      return all.filter { !given.contains($0) }
    default: return []
    }
  }

  /// The place of an object behind a lock, with the summary's number of the object around the lock.
  private func place(of object: UInt32, behind lock: Cell) -> (GuardedPlace, UInt32)? {
    var (holder, steps) = (lock.object, interpreter.tables.paths.steps(of: lock.path))
    if steps.isEmpty, case .initial(let outer) = interpreter.tables.objects[holder].origin {
      holder = outer.object
      steps = interpreter.tables.paths.steps(of: outer.path) + [.follow]
    }
    let cell = SummaryCell(object, 0)
    if steps.isEmpty {
      guard case .global(let global) = interpreter.tables.objects[holder].origin,
        let (root, way) = summary.globalWay(to: cell)
      else { return nil }
      return (GuardedPlace(lock: [], lockGlobal: global, global: root, steps: way), .max)
    }
    guard let number = record.objects[holder], let way = summary.way(to: cell, from: number),
      !way.isEmpty
    else { return nil }
    return (GuardedPlace(lock: steps, steps: way), number)
  }

  /// Whether the function takes out what it finds: something else lies there since, or on the way.
  func isTakenAway(_ find: GuardedFind, returned: Set<UInt32>) -> Bool {
    var current = find.object
    var places: [SummaryCell] = []
    while case .initial(let outer) = summary.objects[Int(current)].origin {
      places.append(outer)
      current = outer.object
    }
    return summary.uses.contains { record in
      guard record.kind.isWrite, record.kind != .append,
        let position = places.firstIndex(of: record.cell)
      else { return false }
      guard record.callee.isNone else { return true }
      let instruction = body.instructions[record.value.index]
      guard instruction.opcode == .store else { return true }
      let stored = interpreter.operand(record.value, 0)
      if position > 0, !stored.isNone, body.instructions[stored.index].opcode == .slice {
        return true
      }
      let objects = objects(of: stored).compactMap { self.record.objects[$0] }
      return objects.isEmpty
        || position == 0 && !objects.contains(find.object)
          && !objects.contains(where: returned.contains)
    }
  }
}
