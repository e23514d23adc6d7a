import Basics
import GoIR

/// Things that are others in each turn of a loop: the elements that it goes through, and what calls
/// give of which nothing is known. One object stands for all of them; at the beginning of a turn it
/// is a new one.
extension BodyInterpreter {
  /// A value was loaded from an element; notes what begins anew with the element's index.
  func noteTurn(_ address: AddressID, _ cells: Few<Cell>, _ sets: Few<SetID>) {
    guard loops.isInLoop(currentBlock) else { return }
    let node = body.addresses[address.index]
    guard node.step == .element || node.step == .mapElement,
      let turn = turn(of: ValueID(rawValue: node.payload))
    else { return }
    note(sets, of: cells, in: turn)
  }

  /// Notes that what sets lead to is another thing in each turn that a value begins.
  func note(_ sets: Few<SetID>, of cells: Few<Cell>, in turn: ValueID) {
    for set in sets {
      noteMade(set, of: cells, in: turn)
      for id in tables.sets[set] {
        let object = tables.references[id].cell.object
        guard case .initial(let cell) = tables.objects[object].origin, !isOnePlace(cell),
          turnObjects[turn]?.contains(object) != true
        else { continue }
        turnObjects[turn, default: []].append(object)
        rounds.changeTables()
      }
    }
  }

  /// The value that begins the turns in which an index is another one; nil where it may stay.
  private func turn(of index: ValueID) -> ValueID? {
    guard !index.isNone, isPerTurn(index) else { return nil }
    var value = index
    while body.instructions[value.index].opcode == .convert { value = operand(value, 0) }
    switch body.instructions[value.index].opcode {
    case .extract: return operand(value, 0)
    case .phi: return value
    default: return nil
    }
  }

  /// Whether something begins anew with turns of loops.
  var hasTurns: Bool { !turnObjects.isEmpty || !turnMade.isEmpty || tables.hasWindows }

  /// A turn begins.
  func beginTurn(_ value: ValueID) {
    for object in turnObjects[value] ?? [] {
      if wasShownBefore(object, value) {
        state.stale.removeAll { $0 == object }
      } else {
        exchange(object)
      }
    }
    if !turnMade.isEmpty { beginTurnOfMade(value) }
    if state.published.isEmpty || !tables.hasWindows { return }
    // Pointers to the element of an earlier turn.
    lastPuts.forget()
    state.published = state.published.filter { pair in
      let header = tables.headers[aliases.aliases[Int(pair.second)].header.index]
      guard header.isElement, case .value(let index) = header.window.low else { return true }
      return turn(of: index) != value
    }
  }

  /// Goroutines get the elements of the present turn.
  func noteShown(_ objects: [ObjectID]) {
    for (turn, others) in turnObjects
    where loops.areInCommonLoop(block(of: turn), currentBlock) {
      for object in objects where others.contains(object) {
        if turnsOfShown[object, default: []].insert(turn).inserted { rounds.changeTables() }
      }
    }
  }

  /// Whether goroutines got an element in a turn of another loop before: that one may be the element
  /// of any turn that a value begins.
  private func wasShownBefore(_ object: ObjectID, _ value: ValueID) -> Bool {
    guard let turns = turnsOfShown[object] else { return false }
    let own = block(of: value)
    return turns.contains { turn in
      let other = block(of: turn)
      return !loops.areInCommonLoop(other, own) && other.rawValue < own.rawValue
    }
  }

  /// Whether a value is another one in each turn of the loop around the current instruction.
  func isPerTurn(_ value: ValueID) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .convert: return isPerTurn(operand(value, 0))
    case .extract:
      let whole = operand(value, 0)
      return !whole.isNone && body.instructions[whole.index].opcode == .next
        && instruction.payload == 1 && loops.areInCommonLoop(block(of: value), currentBlock)
    case .phi: return loops.areInCommonLoop(block(of: value), currentBlock)
    case .load:
      let address = body.addresses[Int(instruction.payload)]
      return address.step == .variable && !captured.contains(address.payload)
        && isDeclaredPerTurn(address.payload)
    default: return false
    }
  }

  /// Whether the loop around the current instruction declares a variable in each turn.
  func isDeclaredPerTurn(_ variable: UInt32) -> Bool {
    isDeclared(variable, inLoopAround: currentBlock)
  }

  func isDeclared(_ variable: UInt32, inLoopAround block: BlockID) -> Bool {
    body.instructions.indices.contains { index in
      body.instructions[index].opcode == .declare && body.instructions[index].payload == variable
        && loops.areInCommonLoop(self.block(of: ValueID(index)), block)
    }
  }
}
