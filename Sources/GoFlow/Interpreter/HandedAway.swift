import Basics
import GoIR

/// Where the values of a body are used: of each the blocks, and those behind which it meets others.
struct LiveValues {
  private var blocks: [ValueID: [BlockID]] = [:]
  /// The blocks at whose end a phi of a successor takes it.
  private var edges: [ValueID: [BlockID]] = [:]
  /// What deferred calls use, whenever they run.
  private var deferred: Set<ValueID> = []

  init(_ body: FlowBody) {
    for index in body.blocks.indices { add(BlockID(index), body) }
    for call in body.deferred where !call.isNone {
      deferred.formUnion(Self.operands(of: body.instructions[call.index], body))
    }
  }

  private static func operands(of instruction: FlowInstruction, _ body: FlowBody) -> [ValueID] {
    let first = Int(instruction.firstOperand)
    var values = Array(body.operands[first..<first + Int(instruction.operandCount)])
    guard instruction.opcode.hasAddress else { return values }
    var address = AddressID(rawValue: instruction.payload)
    while !address.isNone {
      let node = body.addresses[address.index]
      switch node.step {
      case .value, .element, .mapElement: values.append(ValueID(rawValue: node.payload))
      default: break
      }
      if node.step.isRoot { break }
      address = node.base
    }
    return values
  }

  private mutating func add(_ block: BlockID, _ body: FlowBody) {
    let node = body.blocks[block.index]
    for index in node.start..<node.end {
      let instruction = body.instructions[Int(index)]
      let operands = Self.operands(of: instruction, body)
      for (position, value) in operands.enumerated() where !value.isNone {
        if instruction.opcode == .phi {
          let edge = Int(node.firstPredecessor) + position
          if edge < body.edges.count { edges[value, default: []].append(body.edges[edge]) }
        } else if blocks[value]?.last != block {
          blocks[value, default: []].append(block)
        }
      }
    }
  }

  /// Whether a value that was worked out in one block is used once a block begins, before it is
  /// worked out anew.
  func isLive(_ value: ValueID, of home: BlockID, at start: BlockID, _ body: FlowBody) -> Bool {
    if deferred.contains(value) { return true }
    if home == start { return false }
    let (used, taken) = (blocks[value] ?? [], edges[value] ?? [])
    if used.isEmpty && taken.isEmpty { return false }
    var seen: Set<BlockID> = [home, start]
    var pending = [start]
    while let block = pending.popLast() {
      if used.contains(block) || taken.contains(block) { return true }
      let node = body.blocks[block.index]
      for edge in node.firstSuccessor..<node.firstSuccessor + node.successorCount {
        let successor = body.edges[Int(edge)]
        if seen.insert(successor).inserted { pending.append(successor) }
      }
    }
    return false
  }
}

/// What the body handed over and cannot get at any more: `ch <- out; out = new(T)`. Where ways meet
/// the same variable may still lead to what was not handed over on another way.
extension BodyInterpreter {
  static let maximumHandedAway = 24

  /// On the way from one block to another, where others join: what was handed over and nothing leads
  /// to that is used later does not lie with the body any more.
  func withdrawHandedAway(_ other: inout FlowState, into block: BlockID, _ position: Int) {
    let node = body.blocks[block.index]
    guard node.predecessorCount > 1 else { return }
    var objects = handedOver(other)
    if objects.isEmpty { return }
    if liveValues == nil { liveValues = LiveValues(body) }
    for index in node.start..<node.end {
      let instruction = body.instructions[Int(index)]
      guard instruction.opcode == .phi else { break }
      guard position < Int(instruction.operandCount) else { continue }
      let operand = body.operands[Int(instruction.firstOperand) + position]
      if !operand.isNone { keep(leaves(operand), &objects) }
    }
    keepUsed(at: block, &objects)
    withdraw(objects, from: &other)
  }

  /// Likewise where the function returns.
  func withdrawHandedAway(_ exit: inout FlowState, returning returned: [[SetID]]) {
    var objects = handedOver(exit)
    if objects.isEmpty { return }
    for sets in returned { keep(sets[...], &objects) }
    withdraw(objects, from: &exit)
  }

  /// What was handed over, with what lies in it alone.
  private func handedOver(
    _ other: FlowState, among wanted: SetID? = nil
  ) -> Set<ObjectID> {
    var objects: Set<ObjectID> = []
    var pending: [ObjectID] = []
    if let wanted {
      pending = tables.sets[wanted].map { tables.references[$0].cell.object }
        .filter { other.published.containsFirst($0.rawValue) }
    } else if !handed.aliases.isEmpty {
      for pair in other.published where handed.aliases.contains(pair.second) {
        pending.append(ObjectID(rawValue: pair.first))
      }
    }
    while let object = pending.popLast(), objects.count < Self.maximumHandedAway {
      switch tables.objects[object].origin {
      case .site, .opaque, .initial: break
      default: continue
      }
      guard objects.insert(object).inserted else { continue }
      for index in trackedCells(of: object) where Int(index) < other.memory.count {
        let held = other.memory[Int(index)]
        if held.isNone { continue }
        for id in tables.sets[held] {
          let inner = tables.references[id].cell.object
          if other.published.containsFirst(inner.rawValue) { pending.append(inner) }
        }
      }
    }
    return objects
  }

  private func keep(_ sets: ArraySlice<SetID>, _ objects: inout Set<ObjectID>) {
    for set in sets {
      for id in tables.sets[set] { objects.remove(tables.references[id].cell.object) }
    }
  }

  private func keepUsed(at block: BlockID, _ objects: inout Set<ObjectID>) {
    guard let liveValues else { return }
    for index in body.instructions.indices where !objects.isEmpty {
      let value = ValueID(index)
      for set in leaves(value) where !set.isEmpty {
        guard
          tables.sets[set].contains(where: {
            objects.contains(tables.references[$0].cell.object)
          }),
          liveValues.isLive(value, of: self.block(of: value), at: block, body)
        else { continue }
        keep([set], &objects)
      }
    }
  }

  /// Withdraws those that do not lie anywhere but where they were handed over.
  private func withdraw(
    _ candidates: Set<ObjectID>, from other: inout FlowState, foundIn homes: [Cell] = []
  ) {
    var objects = candidates
    for object in candidates {
      // What was found lies there until something else does.
      guard case .initial(let cell) = tables.objects[object].origin else { continue }
      if candidates.contains(cell.object) || homes.contains(cell) { continue }
      let index = trackedIDs[cell.key].map { Int($0) } ?? .max
      if !isOnePlace(cell) || index >= other.memory.count || other.memory[index].isNone {
        objects.remove(object)
      }
    }
    var isKept = true
    while isKept, !objects.isEmpty {
      let before = objects.count
      for (index, set) in other.memory.enumerated() where !set.isNone && !set.isEmpty {
        let cell = trackedCells[index]
        if objects.contains(cell.object) || isHandOver(cell) || homes.contains(cell) { continue }
        keep([set], &objects)
      }
      isKept = objects.count != before
    }
    for object in objects { other.published.removeAll(of: object.rawValue) }
  }

  /// Whether others take out of a cell what is put there.
  private func isHandOver(_ cell: Cell) -> Bool {
    trackedIDs[cell.key].map { handed.cells.contains($0) } ?? false
  }

  /// Whether all that is handed over in a cell was found by the function, and none of it lies there
  /// still on a way on which it is handed over.
  func isGivenUp(_ set: SetID, in cell: Cell, _ exit: FlowState) -> Bool {
    guard !set.isEmpty, isHandOver(cell) else { return false }
    var isFound = false
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      guard case .initial(let home) = tables.objects[object].origin else { return false }
      // What lay there before.
      if home == cell { continue }
      guard isOnePlace(home), !exit.published.containsFirst(object.rawValue) else { return false }
      isFound = true
    }
    return isFound
  }

  /// What a called function found somewhere, handed over and put something else in the place of.
  func withdrawGivenUp(_ instance: inout SummaryInstance) {
    let summary = instance.summary
    for store in summary.stores where store.isGivenUp {
      let given = summary.handedOut(by: store)
      var homes = Array(cells(store.cell, &instance))
      for reference in given {
        let origin = summary.objects[Int(reference.cell.object)].origin
        if case .initial(let home) = origin { homes += cells(home, &instance) }
      }
      withdrawGivenUp(set(given, &instance), foundIn: homes)
    }
  }

  /// A called function handed over what it found in some cells, and put something else there:
  /// nothing leads to it but what others here have.
  private func withdrawGivenUp(_ set: SetID, foundIn homes: [Cell]) {
    var objects = handedOver(state, among: set)
    if objects.isEmpty { return }
    if liveValues == nil { liveValues = LiveValues(body) }
    let node = body.blocks[currentBlock.index]
    for edge in node.firstSuccessor..<node.firstSuccessor + node.successorCount {
      keepUsed(at: body.edges[Int(edge)], &objects)
    }
    keepUsedHere(&objects)
    var left = state
    withdraw(objects, from: &left, foundIn: homes)
    state.published = left.published
    lastPuts.forget()
  }

  /// What the rest of the current block uses.
  private func keepUsedHere(_ objects: inout Set<ObjectID>) {
    let end = body.blocks[currentBlock.index].end
    for index in min(current.rawValue + 1, end)..<end {
      let instruction = body.instructions[Int(index)]
      for position in 0..<Int(instruction.operandCount) {
        let operand = self.operand(ValueID(rawValue: index), position)
        if !operand.isNone, operand.rawValue < current.rawValue { keep(leaves(operand), &objects) }
      }
    }
  }
}
