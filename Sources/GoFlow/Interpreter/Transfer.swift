import Basics
import GoIR

/// What single instructions do.
extension BodyInterpreter {
  /// Applies an instruction to the state; says whether its value leads elsewhere than before.
  func transfer(_ value: ValueID) -> Bool {
    let instruction = body.instructions[value.index]
    if !storedLast.value.isNone, !instruction.opcode.keepsMemory { storedLast.forget() }
    switch instruction.opcode {
    case .store: storeValue(value, instruction)
    case .declare: declare(instruction.payload, operand(value, 0))
    case .send: send(value, instruction)
    case .copy: copyElements(value)
    case .delete, .clear:
      use(elementCells(of: operandSet(value, 0)), .write)
    case .close:
      signal(channelCells(operandSet(value, 0)), .close)
    case .go: startCall(value, instruction)
    case .defer: break
    case .runDeferred: runDeferred(instruction)
    case .return, .unwind: leave(value, instruction)
    default:
      guard instruction.opcode.givesValue else { return false }
      wayRecord?.note(held: state.mustLocks, at: value)
      return set(value, given(by: value, instruction))
    }
    return false
  }

  /// Gives a value its leaves; says whether that is new.
  private func set(_ value: ValueID, _ leaves: Few<SetID>) -> Bool {
    let start = Int(leafStart[value.index])
    var isNew = false
    for index in 0..<Int(leafStart[value.index + 1]) - start {
      let new = index < leaves.count ? leaves[index] : .empty
      if leafSets[start + index] != new {
        leafSets[start + index] = new
        isNew = true
      }
    }
    return isNew
  }

  private func given(by value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    switch instruction.opcode {
    case .parameter: return parameter(instruction)
    case .phi: return phi(value, instruction)
    case .load: return loadValue(value, instruction)
    case .address:
      return [references(to: AddressID(rawValue: instruction.payload), value)]
    case .field: return part(value, instruction, .field(FieldNumber(rawValue: instruction.payload)))
    case .element: return part(value, instruction, .element)
    case .updateField:
      return updated(value, instruction, .field(FieldNumber(rawValue: instruction.payload)), 1)
    case .updateElement: return updated(value, instruction, .element, 2)
    case .composite: return composite(value, instruction)
    case .new:
      let object = site()
      renew(object)
      store(operandLeaves(value, 0), operandPaths(value, 0), Few(Cell(object)))
      return [tables.set(object)]
    case .make: return [made(value, instruction)]
    case .closure: return [closure(instruction)]
    case .function:
      let object = site()
      tables.setCode(object, code(of: CalleeNumber(rawValue: instruction.payload), isBound: false))
      return [tables.set(object)]
    case .methodValue:
      let object = site()
      renew(object)
      tables.setCode(object, code(of: CalleeNumber(rawValue: instruction.payload), isBound: true))
      put(
        operandSet(value, 0), into: Cell(object, tables.paths.extend(.whole, .part(0))),
        isSure: true)
      return [tables.set(object)]
    case .append: return [append(value, instruction)]
    case .slice: return [sliced(value)]
    case .convert: return converted(value, instruction)
    case .assert: return asserted(value, instruction)
    case .receive: return received(value, instruction)
    case .next: return next(value, instruction)
    case .extract: return part(value, instruction, .part(Int(instruction.payload)))
    case .call: return call(value, instruction)
    case .builtin: return builtin(value, instruction)
    case .unknown, .recover: return unknownResult(instruction)
    default: return []
    }
  }

  // MARK: Where values come from

  func operandLeaves(_ value: ValueID, _ position: Int) -> Few<SetID> {
    let operand = operand(value, position)
    return operand.isNone ? [] : Few(all: leaves(operand))
  }

  func operandPaths(_ value: ValueID, _ position: Int) -> Few<PathID> {
    let operand = operand(value, position)
    return operand.isNone ? [] : paths(of: body.instructions[operand.index].layout)
  }

  private func parameter(_ instruction: FlowInstruction) -> Few<SetID> {
    paths(of: instruction.layout).map { path in
      let object = tables.object(.parameter(instruction.payload, path))
      return tables.set(object, .whole, tables.initialHeader(object))
    }
  }

  private func phi(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let count = Int(leafStart[value.index + 1] - leafStart[value.index])
    if count == 0 {
      if hasTurns { beginTurn(value) }
      return []
    }
    let block = body.blocks[currentBlock.index]
    var sets = Few(repeating: SetID.empty, count: count)
    let isCut = instruction.kind == .slice && cutOff(value) != nil
    for position in 0..<Int(instruction.operandCount) {
      let edge = Int(block.firstPredecessor) + position
      guard edge < body.edges.count, outStates[body.edges[edge].index] != nil else { continue }
      // What is left of it is a part of what it was.
      if isCut, body.edges[edge] >= currentBlock { continue }
      let operand = operand(value, position)
      guard !operand.isNone else { continue }
      if let narrowed = narrowed.operands[Int(instruction.firstOperand) + position] {
        join(narrowed, instruction.layout, to: &sets)
        continue
      }
      for (index, set) in leaves(operand).enumerated() where index < count {
        sets[index] = tables.sets.union(sets[index], set)
      }
    }
    if instruction.kind == .slice {
      sets[0] = renamed(sets[0], value, .same, window: window(ofJoined: value))
    }
    return sets
  }

  /// Adds to the leaves of a value what is left of one that it may be.
  private func join(
    _ narrowed: NarrowedJoins.Operand, _ layout: UInt16, to sets: inout Few<SetID>
  ) {
    let steps = layout == 1 ? [[]] : program.layout(layout).leaves.map(\.steps)
    for value in narrowed.values where !value.isNone {
      for (index, set) in leaves(value).enumerated()
      where index < sets.count && !(index < steps.count && narrowed.isAbsent(steps[index])) {
        sets[index] = tables.sets.union(sets[index], set)
      }
    }
  }

  /// The same cells with one header, which the instruction stands for; what is clipped stays so.
  func renamed(
    _ set: SetID, _ value: ValueID, _ kind: HeaderKind, part: UInt32 = 0,
    window: ElementWindow = ElementWindow()
  ) -> SetID {
    if set.isEmpty { return set }
    let header = tables.header(value, part, kind, headers(of: set), window)
    return tables.sets.set(
      tables.sets[set].map { id in
        let reference = tables.references[id]
        let staysClipped =
          kind == .same && window.isWhole && tables.isClipped(reference.header)
        return staysClipped ? id : tables.reference(reference.cell, header)
      })
  }

  private func loadValue(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let address = AddressID(rawValue: instruction.payload)
    let cells = cells(of: address)
    use(address, cells, .read)
    let paths = innerPaths(instruction)
    if paths.count == 1, isEmptyVariable(address) { return [.empty] }
    let sets =
      if removals.contains(value) {
        take(cells, paths)
      } else if isStoredLast(at: address) {
        operandLeaves(storedLast.value, 0)
      } else {
        load(cells, paths)
      }
    if loops.isCyclic { noteTurn(address, cells, sets) }
    notePicked(address, cells, sets)
    return sets
  }

  /// Whether no reference ever lies in what an address names.
  private func isEmptyVariable(_ address: AddressID) -> Bool {
    let node = body.addresses[address.index]
    return node.step == .global && program.isEmpty(GlobalNumber(rawValue: node.payload))
  }

  /// The leaves' ways of a value, or of the first part of a pair.
  func innerPaths(_ instruction: FlowInstruction) -> Few<PathID> {
    guard instruction.flags.contains(.commaOk), instruction.layout > 1 else {
      return paths(of: instruction.layout)
    }
    return Few(
      all: program.layout(instruction.layout).leaves.map { leaf in
        tables.paths.path(leaf.steps.first?.part == nil ? leaf.steps[...] : leaf.steps.dropFirst())
      })
  }

  private func storeValue(_ value: ValueID, _ instruction: FlowInstruction) {
    let address = AddressID(rawValue: instruction.payload)
    let cells = cells(of: address)
    use(address, cells, .write)
    store(operandLeaves(value, 0), operandPaths(value, 0), cells)
    if cells.count > 1 { storedLast.note(value, at: address) }
    noteFilled(address, by: instruction)
  }

  /// A variable begins anew.
  private func declare(_ variable: UInt32, _ first: ValueID) {
    let object = object(ofVariable: variable)
    renew(object)
    guard !first.isNone else { return }
    store(
      Few(all: leaves(first)), paths(of: body.instructions[first.index].layout), Few(Cell(object)))
  }

  // MARK: Parts of structs

  /// The leaves of a part of a value.
  private func part(
    _ value: ValueID, _ instruction: FlowInstruction, _ step: PathStep
  ) -> Few<SetID> {
    let whole = operand(value, 0)
    if whole.isNone || instruction.layout == 0 { return [] }
    return part(of: whole, step, instruction.layout)
  }

  func part(of whole: ValueID, _ step: PathStep, _ layout: UInt16) -> Few<SetID> {
    let source = body.instructions[whole.index]
    if source.layout <= 1 {
      // Nothing is known of the type of the whole: what it leads to.
      return layout == 0 ? Few() : Few(leafSet(whole))
    }
    let wanted = layout == 1 ? [[]] : program.layout(layout).leaves.map(\.steps)
    let have = program.layout(source.layout).leaves
    let sets = Few(all: leaves(whole))
    let parts = wanted.map { steps -> SetID in
      var set = SetID.empty
      for (index, leaf) in have.enumerated() where index < sets.count {
        guard let first = leaf.steps.first else { continue }
        if first == .rest || first == step && matches(leaf.steps.dropFirst(), steps) {
          set = tables.sets.union(set, sets[index])
        }
      }
      return set
    }
    return Few(all: parts)
  }

  private func matches(_ have: ArraySlice<PathStep>, _ wanted: [PathStep]) -> Bool {
    if have.last == .rest { return true }
    return have.elementsEqual(wanted)
  }

  /// The leaves of a struct or array with one part replaced; of an array, added.
  private func updated(
    _ value: ValueID, _ instruction: FlowInstruction, _ step: PathStep, _ position: Int
  ) -> Few<SetID> {
    var sets = operandLeaves(value, 0)
    guard instruction.layout > 1 else { return sets }
    let new = operandLeaves(value, position)
    let newLayout = operand(value, position)
    let newSteps =
      newLayout.isNone || body.instructions[newLayout.index].layout <= 1
      ? [[]] : program.layout(body.instructions[newLayout.index].layout).leaves.map(\.steps)
    for (index, leaf) in program.layout(instruction.layout).leaves.enumerated()
    where leaf.steps.first == step && index < sets.count {
      let rest = leaf.steps.dropFirst()
      var replaced = step == .element ? sets[index] : SetID.empty
      for (set, steps) in zip(new, newSteps) where matches(rest, steps) {
        replaced = tables.sets.union(replaced, set)
      }
      sets[index] = replaced
    }
    return sets
  }

  private func composite(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let count = Int(instruction.operandCount)
    if instruction.flags.contains(.labels) {
      guard instruction.layout > 1 else {
        return instruction.layout == 0
          ? [] : [(0..<count).reduce(.empty) { tables.sets.union($0, operandSet(value, $1)) }]
      }
      let leaves = program.layout(instruction.layout).leaves
      var sets = Few(repeating: SetID.empty, count: leaves.count)
      for position in 0..<count {
        let field = body.labels[Int(instruction.payload) + position]
        let operand = operand(value, position)
        if operand.isNone { continue }
        let have = Few(all: self.leaves(operand))
        let layout = body.instructions[operand.index].layout
        let haveSteps = layout <= 1 ? [[]] : program.layout(layout).leaves.map(\.steps)
        for (index, leaf) in leaves.enumerated() where leaf.steps.first == .field(field) {
          let rest = leaf.steps.dropFirst()
          for (set, steps) in zip(have, haveSteps) where matches(rest, steps) {
            sets[index] = tables.sets.union(sets[index], set)
          }
        }
      }
      return sets
    }
    let isKeyed = instruction.flags.contains(.keyed)
    let positions = (0..<count).filter { !isKeyed || $0 % 2 == 1 }
    if instruction.kind == .aggregate {
      guard instruction.layout > 1 else { return [] }
      var sets = Few(
        repeating: SetID.empty, count: program.layout(instruction.layout).leaves.count)
      for position in positions {
        for (index, set) in operandLeaves(value, position).enumerated() where index < sets.count {
          sets[index] = tables.sets.union(sets[index], set)
        }
      }
      return sets
    }
    guard instruction.layout != 0 else { return [] }
    let object = site()
    renew(object)
    let element = Cell(object, tables.paths.extend(.whole, .element))
    for position in positions {
      placements.part = UInt32(position)
      store(operandLeaves(value, position), operandPaths(value, position), [element])
    }
    placements.part = 0
    let header =
      instruction.kind == .slice ? tables.header(current, 0, .clipped, []) : .unknown
    return [tables.set(object, .whole, header)]
  }

  private func made(_ value: ValueID, _ instruction: FlowInstruction) -> SetID {
    let object = site()
    renew(object)
    switch instruction.kind {
    case .slice:
      // Without a capacity of its own there is no room behind the end.
      let kind: HeaderKind = instruction.operandCount < 2 ? .clipped : .fresh
      return tables.set(object, .whole, tables.header(value, 0, kind, []))
    case .channel:
      var capacity: Int32 = instruction.operandCount == 0 ? 0 : -1
      if let number = constant(operand(value, 0)) { capacity = number }
      tables.setCapacity(object, capacity)
      return tables.set(object)
    default: return tables.set(object)
    }
  }

  /// The number that a value surely is.
  func constant(_ value: ValueID) -> Int32? {
    guard !value.isNone else { return nil }
    let instruction = body.instructions[value.index]
    if instruction.opcode == .convert { return constant(operand(value, 0)) }
    guard instruction.opcode == .constant, instruction.flags.contains(.integer) else { return nil }
    return Int32(bitPattern: instruction.payload)
  }

  private func closure(_ instruction: FlowInstruction) -> SetID {
    let literal = FunctionNumber(rawValue: instruction.payload)
    let object = site()
    renew(object)
    tables.setCode(object, .function(literal))
    for (index, variable) in program.function(literal).captures.enumerated() {
      let target = self.object(ofVariable: variable)
      let cell = Cell(object, tables.paths.extend(.whole, .part(index)))
      put(tables.set(target), into: cell, isSure: true)
    }
    return tables.set(object)
  }

  /// What a function value of a callee runs.
  private func code(of callee: CalleeNumber, isBound: Bool) -> CodeReference {
    if !isBound,
      case .functions(let targets) = program.target(
        of: callee, isInTest: function.traits.contains(.isInTest)), targets.count == 1,
      targets[0].way.isEmpty
    {
      return .function(targets[0].function)
    }
    return .callee(callee, isBound: isBound)
  }
}
