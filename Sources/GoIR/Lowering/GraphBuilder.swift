import Basics
import GoSyntax
import GoTypes

/// Builds the graph of one function: blocks, instructions, and the values of plain variables.
///
/// Values of variables are found as in M. Braun et al., "Simple and Efficient Construction of
/// Static Single Assignment Form" (CC 2013): a block whose predecessors are not all known gets
/// a phi for what is read in it, whose operands are put in when they are. Phis that join one
/// value are taken out at the end.
struct GraphBuilder: ~Copyable {
  struct OpenBlock {
    /// The instructions in order; phis lie apart, before them.
    var first = UInt32.max
    var last = UInt32.max
    var firstPhi = UInt32.max
    var lastPhi = UInt32.max
    var predecessors: [BlockID] = []
    var successors: [BlockID] = []
    var isSealed = false
  }

  var blocks: [OpenBlock] = []
  var instructions: [Instruction] = []
  var nodes: [NodeID] = []
  /// The instruction after each in its block.
  var next: [UInt32] = []
  var operands: [ValueID] = []
  var addresses = Table<AddressID, Address>()
  var labels: [FieldID] = []
  var deferred: [ValueID] = []
  /// The block that is being written.
  private(set) var current = BlockID.entry
  /// The value of a variable at the end of a block, by both numbers.
  private var values = NumberMap()
  /// The phis that wait for the predecessors of their blocks to be known, by block.
  private var waiting: [BlockID: [ValueID]] = [:]
  /// The operands of phis, in the order of the predecessors.
  var phiOperands: [ValueID: [ValueID]] = [:]
  private let variableType: (VariableID) -> TypeID

  init(variableType: @escaping (VariableID) -> TypeID) {
    self.variableType = variableType
    // As many as most functions have.
    instructions.reserveCapacity(64)
    nodes.reserveCapacity(64)
    next.reserveCapacity(64)
    operands.reserveCapacity(64)
    current = addBlock(sealed: true)
  }

  // MARK: Blocks

  /// A new block; a sealed one gets no predecessors but those that are added before it is read.
  mutating func addBlock(sealed: Bool = false) -> BlockID {
    var block = OpenBlock()
    block.isSealed = sealed
    blocks.append(block)
    return BlockID(blocks.count - 1)
  }

  /// Goes on in a block whose predecessors are all known.
  mutating func enter(_ block: BlockID) {
    seal(block)
    current = block
  }

  /// Goes on in a block that may get predecessors later.
  mutating func enterUnsealed(_ block: BlockID) { current = block }

  /// Goes on in a block that nothing leads to.
  mutating func enterDeadBlock() { current = addBlock(sealed: true) }

  /// Whether nothing leads to the block being written.
  private var isDead: Bool {
    let block = blocks[current.index]
    return block.isSealed && block.predecessors.isEmpty && current != .entry
  }

  /// Whether anything was written into a block: each block gets a terminator at least.
  func hasInstructions(_ block: BlockID) -> Bool { blocks[block.index].last != .max }

  /// Whether nothing leads to the block being written and nothing was written yet.
  var isAtDeadStart: Bool { isDead && blocks[current.index].last == .max }

  /// Says that all predecessors of a block are known.
  mutating func seal(_ block: BlockID) {
    guard !blocks[block.index].isSealed else { return }
    blocks[block.index].isSealed = true
    guard !waiting.isEmpty, let phis = waiting.removeValue(forKey: block) else { return }
    for phi in phis { fill(phi, in: block) }
  }

  /// Seals what is still open: the targets of goto.
  mutating func sealAll() {
    for index in blocks.indices { seal(BlockID(index)) }
  }

  // MARK: Instructions

  @discardableResult
  mutating func emit(
    _ opcode: Opcode, _ node: NodeID, _ given: [ValueID] = [], payload: UInt32 = .max,
    type: TypeID = .unknown, flags: InstructionFlags = []
  ) -> ValueID {
    let value = add(opcode, node, given, payload: payload, type: type, flags: flags)
    let index = value.rawValue
    let block = current.index
    if blocks[block].last == .max {
      blocks[block].first = index
    } else {
      next[Int(blocks[block].last)] = index
    }
    blocks[block].last = index
    if opcode == .defer { deferred.append(value) }
    return value
  }

  /// An instruction that stands in no block yet.
  mutating func add(
    _ opcode: Opcode, _ node: NodeID, _ given: [ValueID], payload: UInt32, type: TypeID,
    flags: InstructionFlags
  ) -> ValueID {
    let index = UInt32(instructions.count)
    instructions.append(
      Instruction(
        opcode: opcode, flags: flags, firstOperand: UInt32(operands.count),
        operandCount: UInt32(given.count), payload: payload, type: type))
    operands.append(contentsOf: given)
    nodes.append(node)
    next.append(.max)
    return ValueID(rawValue: index)
  }

  /// Ends the current block. What follows it lies in a block that nothing leads to.
  mutating func terminate(
    _ opcode: Opcode, _ node: NodeID, _ given: [ValueID] = [], to successors: [BlockID] = [],
    flags: InstructionFlags = []
  ) {
    emit(opcode, node, given, flags: flags)
    // What nothing leads to leads nowhere either.
    if !isDead {
      blocks[current.index].successors = successors
      for successor in successors { blocks[successor.index].predecessors.append(current) }
    }
    enterDeadBlock()
  }

  /// Ends the current block with a jump.
  mutating func jump(_ node: NodeID, to block: BlockID) { terminate(.jump, node, to: [block]) }

  mutating func addAddress(
    _ step: Address.Step, _ payload: UInt32, on base: AddressID = .none
  ) -> AddressID {
    addresses.append(Address(step: step, base: base, payload: payload))
  }

  /// The address of what a value leads to: the elements of a slice or map.
  mutating func target(of value: ValueID) -> AddressID { addAddress(.value, value.rawValue) }

  /// The address of what a pointer points at.
  mutating func pointee(of pointer: ValueID) -> AddressID {
    addAddress(.pointee, .max, on: target(of: pointer))
  }

  // MARK: Variables

  private func key(_ block: BlockID, _ variable: VariableID) -> UInt64 {
    UInt64(block.rawValue) << 32 | UInt64(variable.rawValue)
  }

  /// Says what a plain variable holds from here on.
  mutating func write(_ variable: VariableID, _ value: ValueID) {
    values.set(key(current, variable), value.rawValue)
  }

  /// What a plain variable holds here.
  mutating func read(_ variable: VariableID) -> ValueID { read(variable, in: current) }

  /// Looks back to where the variable got its value, and notes it at some blocks on the way: what
  /// many branches pass, as the conditions of a chain of `else if`, is passed once.
  private mutating func read(_ variable: VariableID, in start: BlockID) -> ValueID {
    var block = start
    var value = ValueID.none
    // A loop that nothing leads to may have no end backwards: then it comes back to the mark,
    // which is set after 1, 2, 4, … steps.
    var mark = start
    var steps = 0
    while value.isNone {
      if let known = values[key(block, variable)] {
        value = ValueID(rawValue: known)
      } else if !blocks[block.index].isSealed {
        value = addPhi(variable, in: block)
        waiting[block, default: []].append(value)
      } else if blocks[block.index].predecessors.count == 1 {
        block = blocks[block.index].predecessors[0]
        steps += 1
        if block != mark {
          if steps & (steps - 1) == 0 { mark = block }
          continue
        }
        value = addUndefined(variable, in: block)
      } else if blocks[block.index].predecessors.isEmpty {
        value = addUndefined(variable, in: block)
      } else {
        value = addPhi(variable, in: block)
        values.set(key(block, variable), value.rawValue)
        fill(value, in: block)
      }
      values.set(key(block, variable), value.rawValue)
    }
    if start != block { values.set(key(start, variable), value.rawValue) }
    var passed = start
    while passed != block {
      // Every sixteenth block or so: notes at all of them would take much memory.
      if (passed.rawValue &* 0x9E37_79B1) >> 28 == 0 {
        values.set(key(passed, variable), value.rawValue)
      }
      passed = blocks[passed.index].predecessors[0]
    }
    return value
  }

  private mutating func addPhi(_ variable: VariableID, in block: BlockID) -> ValueID {
    prepend(.phi, variable, in: block, type: variableType(variable))
  }

  private mutating func addUndefined(_ variable: VariableID, in block: BlockID) -> ValueID {
    prepend(.undefined, variable, in: block, type: variableType(variable))
  }

  private mutating func prepend(
    _ opcode: Opcode, _ variable: VariableID, in block: BlockID, type: TypeID
  ) -> ValueID {
    let phi = add(opcode, .none, [], payload: variable.rawValue, type: type, flags: [])
    let last = blocks[block.index].lastPhi
    if last == .max {
      blocks[block.index].firstPhi = phi.rawValue
    } else {
      next[Int(last)] = phi.rawValue
    }
    blocks[block.index].lastPhi = phi.rawValue
    return phi
  }

  private mutating func fill(_ phi: ValueID, in block: BlockID) {
    let variable = VariableID(rawValue: instructions[phi.index].payload)
    let predecessors = blocks[block.index].predecessors
    var values: [ValueID] = []
    values.reserveCapacity(predecessors.count)
    for predecessor in predecessors { values.append(read(variable, in: predecessor)) }
    phiOperands[phi] = values
  }
}

extension GraphBuilder {
  /// The value of an expression that two paths give, the first predecessor's first. Where one of
  /// them does not come this far, the value is the other's.
  mutating func join(
    _ first: (block: BlockID, value: ValueID), _ second: (block: BlockID, value: ValueID),
    at node: NodeID, type: TypeID
  ) -> ValueID {
    let phi = prepend(.phi, .none, in: current, type: type)
    nodes[phi.index] = node
    phiOperands[phi] = blocks[current.index].predecessors.map {
      $0 == first.block ? first.value : second.value
    }
    return phi
  }

  /// Gives an untyped value the type of the place where it goes.
  mutating func settle(_ value: ValueID, as type: TypeID) {
    if instructions[value.index].type.isUntyped { instructions[value.index].type = type }
  }
}
