import Basics
import GoIR

/// What a body gives back to where others take it, and after which instructions it surely does.
struct GivingsAfter {
  private let after: SignalsAfter?

  /// `isGiving` says whether there is anything to look for.
  init(_ body: FlowBody, _ blocks: [BlockRecords], isGiving: Bool) {
    if !isGiving {
      after = nil
      return
    }
    let points = blocks.flatMap(\.givings)
    after = points.isEmpty ? nil : SignalsAfter(body, points, []) { $0 }
  }

  /// Whether nothing is given back.
  var isEmpty: Bool { after == nil }

  /// Whether an object is surely given back after an instruction.
  fileprivate func contains(_ object: ObjectID, after value: ValueID, in block: BlockID) -> Bool {
    after?.signals(after: value, in: block).contains(sorted: Cell(object)) ?? false
  }
}

/// Objects that are given back to where others take them out, as to a pool: who gives one back has
/// it alone until then, and no longer.
extension BodyInterpreter {
  /// A set is given back to a cell.
  func giveBack(_ set: SetID, into cell: Cell) {
    handed.given.insert(tracked(cell))
    noteGiven(set)
  }

  /// What a called function gives back to some cells. What it took out itself was another thing,
  /// unless it returned that.
  func giveBack(_ store: Int, _ cells: Few<Cell>, _ instance: inout SummaryInstance) {
    for cell in cells { handed.given.insert(tracked(cell)) }
    let summary = instance.summary
    let given = summary.handedOut(by: summary.stores[store]).filter { reference in
      !summary.objects[Int(reference.cell.object)].isTaken
        || summary.isReturned(reference.cell.object)
    }
    if !given.isEmpty { noteGiven(set(given, &instance)) }
  }

  /// Of a set that was put where others take it out, what was taken out here before is others' again.
  func handOn(_ set: SetID) {
    for id in tables.sets[set] {
      let cell = tables.references[id].cell
      if cell.path == .whole, isTaken(cell.object) { state.given.insert(sorted: cell.object) }
    }
  }

  private func noteGiven(_ set: SetID) {
    let isOne = tables.sets.count(set) == 1
    for id in tables.sets[set] {
      let cell = tables.references[id].cell
      guard cell.path == .whole else { continue }
      state.given.insert(sorted: cell.object)
      // Who takes it out next has it beside the goroutine that still does.
      if state.live.contains(where: {
        tokens[$0.index].uses(cell.object) && !state.stale.contains($0, cell.object)
      }) {
        handed.twice.insert(cell.object)
      }
      guard isOne, phase == .detect else { continue }
      result.blocks[currentBlock.index].givings.append(
        SignalPoint(
          block: currentBlock, value: current, cell: Cell(cell.object), kind: .done, waited: []))
    }
  }

  /// Whether the body surely gives something back to a cell: of a list of spare things, unless it looked
  /// first whether there is room. What has no room there nobody else gets.
  func isSurelyGiven(to cell: Cell) -> Bool {
    guard case .initial(let home) = tables.objects[cell.object].origin,
      let field = tables.paths.nodes[home.path.index].step.field, program.isSpareList(field)
    else { return true }
    let givings = result.blocks.flatMap(\.givings).map(\.value)
    let looks = body.blocks.filter { asksForRoom(in: field, $0) }
      .map { ValueID(rawValue: $0.end - 1) }
    return body.returns.allSatisfy {
      !body.isReached($0, from: nil, avoiding: givings + looks)
    }
  }

  /// Whether a block loads the list in a field and branches by what is neither a flag nor a reference: by
  /// the list's length.
  private func asksForRoom(in field: FieldNumber, _ block: FlowBlock) -> Bool {
    guard block.end > block.start, block.successorCount == 2,
      case let branch = body.instructions[Int(block.end) - 1],
      branch.opcode == .branch, branch.operandCount == 0
    else { return false }
    return body.instructions[Int(block.start)..<Int(block.end)].contains { instruction in
      guard instruction.opcode == .load else { return false }
      let node = body.addresses[Int(instruction.payload)]
      return node.step == .field && node.payload == field.rawValue
    }
  }

  /// What a called function takes out of where others put it is another thing than before.
  func withdrawTaken(_ instance: inout SummaryInstance) {
    for (index, object) in instance.summary.objects.enumerated() where object.isTaken {
      _ = objects(UInt32(index), &instance)
    }
    for object in instance.takenOut { renewTaken(object) }
  }

  /// What is taken out of where others put it is another thing than the last time, of which nobody else
  /// has it: goroutines that give back what they have of it once they are done have something else.
  func renewTaken(_ object: ObjectID) {
    withdrawAll(object)
    guard state.hasGoroutines, tables.objects[object].isTaken, !handed.twice.contains(object),
      (state.live + state.pending).allSatisfy({ id in
        tokens[id.index].accesses.allSatisfy {
          $0.isTaken || !isReached($0.cell.object, from: object)
        }
      })
    else { return }
    lastPuts.forget()
    state.makeStale(object)
  }

  /// Whether an object, or one on the way to it, was given back.
  func isGivenBack(_ object: ObjectID) -> Bool {
    if state.given.isEmpty { return false }
    return isBehind(object) { state.given.contains(sorted: $0) }
  }

  private func isBehind(_ object: ObjectID, _ isMeant: (ObjectID) -> Bool) -> Bool {
    var current = object
    while true {
      if isMeant(current) { return true }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }

  /// Whether others may have a cell although what leads to it was taken out.
  func isOthers(_ cell: Cell) -> Bool { isShared(cell) || isGivenBack(cell.object) }

  /// Whether a cell is a part of what was taken out and not given back: nobody else finds what
  /// lies there.
  func isOfTaken(_ cell: Cell) -> Bool {
    tables.objects[cell.object].isTaken && cell.path != .whole && isOnePlace(cell)
      && !isGivenBack(cell.object)
  }

  /// Whether a goroutine has what was taken out, and callers do not get it.
  func isKeptTaken(_ cell: Cell, _ export: SummaryExport) -> Bool {
    guard isTaken(cell.object), !isShared(cell) else { return false }
    return !isBehind(cell.object) { current in
      if export.exit.given.contains(sorted: current) { return true }
      guard tables.objects[current].isTaken, let number = export.objects[current] else {
        return false
      }
      return export.summary.isReturned(number)
    }
  }

  /// Whether a use is one of what is surely given back afterwards.
  func isGiven(_ own: OwnAccess, _ givings: GivingsAfter) -> Bool {
    guard !own.access.isAlias, !isShared(own.access.cell) else { return false }
    let value = own.access.site.value
    return isBehind(own.access.cell.object) {
      givings.contains($0, after: value, in: own.block)
    }
  }

  /// Whether a called function is given what is surely given back afterwards.
  func isGiven(_ bound: CallPoint.Object, _ point: CallPoint, _ givings: GivingsAfter) -> Bool {
    guard !givings.isEmpty, point.start == nil, bound.alias == .max else { return false }
    return isBehind(bound.object) {
      givings.contains($0, after: point.value, in: point.block)
    }
  }
}

extension FunctionSummary {
  /// Whether a result leads to an object or to what is reached from there.
  func isReturned(_ object: UInt32) -> Bool {
    results.contains { leaves in
      leaves.contains { leaf in leaf.set.contains { isReached($0.cell.object, from: object) } }
    }
  }

  /// Whether an object is another one, or was found behind it.
  func isReached(_ object: UInt32, from start: UInt32) -> Bool {
    var current = object
    while true {
      if current == start { return true }
      guard case .initial(let cell) = objects[Int(current)].origin else { return false }
      current = cell.object
    }
  }

  /// Whether the function puts an object into a part of another one.
  func puts(_ object: UInt32, into other: UInt32) -> Bool {
    stores.contains { store in
      store.cell.object == other && store.set.contains { $0.cell.object == object }
    }
  }

  /// What is put into a cell out of which others take it, without what lay there before.
  func handedOut(by store: Store) -> [Reference] {
    store.set.filter { objects[Int($0.cell.object)].origin != .initial(store.cell) }
  }

  /// Whether a cell is a part of what the function is given: of what a reference of a parameter leads to,
  /// or one that a captured variable holds as the function begins.
  func isPartOfGiven(_ cell: SummaryCell) -> Bool {
    guard cell.path != 0, steps(of: cell.path).allSatisfy({ $0.field != nil }) else { return false }
    switch objects[Int(cell.object)].origin {
    case .parameter: return true
    case .initial(let variable):
      guard variable.path == 0, case .captured = objects[Int(variable.object)].origin else {
        return false
      }
      return true
    default: return false
    }
  }
}
