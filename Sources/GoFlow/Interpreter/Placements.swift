import Basics
import GoIR

/// What was made here that is another thing in each turn of a loop.
struct MadeOfTurn {
  var objects: [ObjectID]
  /// The objects in which these must lie at one place each for that; nil where all count.
  var homes: Set<ObjectID>?
}

/// Where what the function made was put, in containers and fields: at one place, once for each
/// instance, or at several. Who goes through a container of things of the first kind finds another
/// one each time.
///
/// Copying the elements of a container to another one counts for nothing: each of them lies once in
/// either.
struct Placements {
  private struct Place {
    var container: ObjectID
    var value: ValueID
    var part: UInt32
    var isSpread: Bool
  }

  /// By object, one for each container.
  private var places: [[Place]] = []
  /// Whether a block is gone through once more after itself without another block in between.
  private var repeats: [NumberPair: Bool] = [:]
  /// Which of the things that an instruction puts somewhere is put there now.
  var part: UInt32 = 0
  /// Whether elements are being copied from container to container.
  var isMoving = false
  /// Of a store of a called function what it brings; nil where that is all of it.
  var brought: SetID?

  private func places(of object: ObjectID) -> [Place] {
    object.index < places.count ? places[object.index] : []
  }

  /// Whether an object was put into some containers, or anywhere, and each of its instances at one
  /// place there.
  func isOnce(_ object: ObjectID, in containers: [ObjectID]? = nil) -> Bool {
    var first: Place?
    for place in places(of: object) {
      if let containers, !containers.contains(place.container) { continue }
      if place.isSpread { return false }
      if let first, first.value != place.value || first.part != place.part { return false }
      first = place
    }
    return first != nil
  }

  /// Whether an instance of an object may lie at several places of a container.
  func isSpread(_ object: ObjectID) -> Bool { places(of: object).contains { $0.isSpread } }

  /// Whether an object was put into a container by the same instruction already.
  func isKnown(_ object: ObjectID, in container: ObjectID, at value: ValueID) -> Bool {
    places(of: object).contains {
      $0.container == container && ($0.isSpread || $0.value == value && $0.part == part)
    }
  }

  /// Whether an object was put into any container.
  func isPlaced(_ object: ObjectID) -> Bool { !places(of: object).isEmpty }

  /// The instruction that puts each instance of an object at one place, and nowhere else; nil where
  /// there is none.
  func onlyPlace(of object: ObjectID) -> ValueID? {
    let places = places(of: object)
    return places.count == 1 && !places[0].isSpread ? places[0].value : nil
  }

  /// An instruction puts an object into a container, perhaps one instance several times.
  mutating func note(
    _ object: ObjectID, in container: ObjectID, at value: ValueID, isRepeated: Bool
  ) {
    while places.count <= object.index { places.append([]) }
    if let known = places[object.index].firstIndex(where: { $0.container == container }) {
      places[object.index][known].isSpread = true
    } else {
      places[object.index].append(
        Place(container: container, value: value, part: part, isSpread: isRepeated))
    }
  }

  /// Whether a block may run again after itself and `other` not have run in between.
  mutating func repeats(_ block: BlockID, without other: BlockID, _ body: FlowBody)
    -> Bool
  {
    let key = NumberPair(first: block.rawValue, second: other.rawValue)
    if let known = repeats[key] { return known }
    var seen: Set<BlockID> = [other]
    var pending = [block]
    var found = false
    while let next = pending.popLast(), !found {
      let node = body.blocks[next.index]
      for edge in node.firstSuccessor..<node.firstSuccessor + UInt32(node.successorCount) {
        let successor = body.edges[Int(edge)]
        if successor == block { found = block != other }
        if seen.insert(successor).inserted { pending.append(successor) }
      }
    }
    repeats[key] = found
    return found
  }
}

extension BodyInterpreter {
  /// Notes that a set is put into a cell. In variables nothing is looked for by an index, and what
  /// lies where a called function puts it already is not put there anew.
  func notePlacement(_ set: SetID, in cell: Cell) {
    let container = tables.objects[cell.object]
    if container.code != .none { return }
    if case .variable = container.origin, isOnePlace(cell) { return }
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      guard isMade(object), !placements.isKnown(object, in: cell.object, at: current) else {
        continue
      }
      if placements.part >= Self.firstStorePart, lies(object, in: cell) { continue }
      placements.note(
        object, in: cell.object, at: current, isRepeated: mayBePutAgain(object))
      if !turnMade.isEmpty { forgetTurns(of: object, in: cell.object) }
    }
  }

  /// Begins with a store of a called function; the numbers of the function's stores begin with
  /// `source`. What it only moves within what it was found in it does not put there.
  func beginPlacing(_ index: Int, _ source: UInt32, _ instance: inout SummaryInstance) {
    guard loops.isCyclic else { return }
    placements.part = Self.firstStorePart + source + UInt32(index)
    guard let brought = instance.broughtOnly(instance.summary.stores[index]) else { return }
    placements.isMoving = brought.isEmpty
    if !brought.isEmpty { placements.brought = set(brought, &instance) }
  }

  func endPlacing() {
    placements.part = 0
    placements.isMoving = false
    placements.brought = nil
  }

  /// Where the parts begin that stand for the stores of called functions.
  static let firstStorePart: UInt32 = 1 << 16

  /// Whether the function made an object itself or had it made.
  private func isMade(_ object: ObjectID) -> Bool {
    switch tables.objects[object].origin {
    case .site, .opaque, .variable: true
    default: false
    }
  }

  private func lies(_ object: ObjectID, in cell: Cell) -> Bool {
    let held = content(of: cell)
    return tables.sets[held].contains { tables.references[$0].cell.object == object }
  }

  /// Whether the current instruction may put one instance of an object somewhere more than once.
  private func mayBePutAgain(_ object: ObjectID) -> Bool {
    guard loops.isInLoop(currentBlock) else { return false }
    let maker: ValueID?
    switch tables.objects[object].origin {
    case .site(let value, _), .opaque(let value, _): maker = value
    case .variable(let variable): maker = declaration(ofVariable: variable)
    default: maker = nil
    }
    guard let maker else { return true }
    let block = block(of: maker)
    return !loops.areInCommonLoop(block, currentBlock)
      || placements.repeats(currentBlock, without: block, body)
  }

  func declaration(ofVariable variable: UInt32) -> ValueID? {
    body.instructions.indices.first {
      body.instructions[$0].opcode == .declare && body.instructions[$0].payload == variable
    }.map { ValueID($0) }
  }

  /// Instances of something that was taken for another one in each turn may lie at several places of
  /// what turns have.
  private func forgetTurns(of object: ObjectID, in container: ObjectID) {
    for (turn, made) in turnMade
    where made.objects.contains(object) && made.homes?.contains(container) != false {
      turnMade[turn] = nil
      rounds.changeTables()
    }
  }

  // MARK: Turns

  static let maximumMadeOfTurn = 64

  /// Notes of what a container holds that was made here that it is another thing in each turn, with
  /// what lies in it and in nothing else that turns have.
  func noteMade(_ set: SetID, of containers: Few<Cell>, in turn: ValueID) {
    var own: [ObjectID] = []
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      guard isMade(object) else { continue }
      guard placements.isOnce(object, in: containers.map(\.object)) else { return }
      own.append(object)
    }
    if own.isEmpty { return }
    let all = madeObjects(in: own) { _ in true }
    // Where these are not all it counts what lies anywhere else.
    let others = all.count < Self.maximumMadeOfTurn ? all : nil
    let objects = madeObjects(in: own) { placements.isOnce($0, in: others) }
    let known = turnMade[turn] ?? MadeOfTurn(objects: [], homes: [])
    let new = objects.filter { !known.objects.contains($0) }
    var made = MadeOfTurn(objects: known.objects + new, homes: nil)
    if let others, let homes = known.homes {
      made.homes = homes.union(others).union(containers.map(\.object))
    }
    turnMade[turn] = made
    if !new.isEmpty { rounds.changeTables() }
  }

  /// Objects with those of what lies in them that was made here and that are wanted, and with what
  /// they held from the first on, at most `maximumMadeOfTurn`.
  private func madeObjects(
    in first: [ObjectID], _ isWanted: (ObjectID) -> Bool
  ) -> [ObjectID] {
    var found: [ObjectID] = []
    var pending = first
    while let object = pending.popLast(), found.count < Self.maximumMadeOfTurn {
      if found.contains(object) { continue }
      found.append(object)
      for index in trackedCells(of: object) where Int(index) < state.memory.count {
        let held = state.memory[Int(index)]
        if held.isNone { continue }
        for id in tables.sets[held] {
          let inner = tables.references[id].cell.object
          if isMade(inner) ? isWanted(inner) : lay(inner, in: found) { pending.append(inner) }
        }
      }
    }
    return found
  }

  /// Whether an object is what lay in one of some others as they came here.
  private func lay(_ object: ObjectID, in others: [ObjectID]) -> Bool {
    guard case .initial(let cell) = tables.objects[object].origin else { return false }
    return others.contains(cell.object)
  }

  /// A turn begins: goroutines that earlier turns started have other things.
  func beginTurnOfMade(_ value: ValueID) {
    guard let objects = turnMade[value]?.objects, !state.live.isEmpty || !state.pending.isEmpty
    else {
      return
    }
    lastPuts.forget()
    let turn = block(of: value)
    for token in state.live + state.pending
    where loops.areInCommonLoop(block(of: tokens[token.index].name.value), turn) {
      for object in objects {
        state.stale.insert(token, object)
        state.renewed.insert(token, object)
      }
    }
  }

  /// Behind a loop one object stands for all those again that its turns had.
  func endTurns(from block: BlockID, to exit: BlockID) {
    guard !turnMade.isEmpty, !state.stale.isEmpty, loops.isInLoop(block),
      !loops.areInCommonLoop(block, exit)
    else { return }
    for (turn, made) in turnMade where loops.areInCommonLoop(self.block(of: turn), block) {
      state.stale.removeAll { made.objects.contains($0) }
    }
  }

  /// Whether an object was made here and is another one in each turn of a loop.
  func isMadeOfTurn(_ object: ObjectID) -> Bool {
    turnMade.contains { $0.value.objects.contains(object) }
  }

  /// One of several objects that stand for what is another thing in each turn of a loop; `none`
  /// where some do not.
  func oneOfTurn(_ set: SetID) -> ObjectID {
    let objects = tables.sets[set].map { tables.references[$0].cell.object }
    for (turn, made) in turnMade {
      let found = turnObjects[turn] ?? []
      if objects.allSatisfy({ made.objects.contains($0) || found.contains($0) }) {
        return objects.first ?? .none
      }
    }
    return .none
  }
}
