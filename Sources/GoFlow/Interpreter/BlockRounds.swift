import Basics
import GoIR

/// Which blocks of a body with loops have to be looked at again: those at whose beginning something
/// else holds than last time, those that use values that changed since, and those that may read
/// tables that changed and that no block owns.
struct BlockRounds {
  private var states: [FlowState?] = []
  /// The time of the last look at each block, and of the last change of each value.
  private var looked: [UInt32] = []
  private var changed: [UInt32] = []
  /// What each block uses of other blocks, and what its phis use: one block after the other, with
  /// where those of each end.
  private var uses: [ValueID] = []
  private var ends: [Int] = []
  private var time: UInt32 = 1
  private var changeOfTables: UInt32 = 0
  private var changeOfHeaders: UInt32 = 0
  /// Whether the last look at each block read of headers what may change.
  private var readsHeaders: [Bool] = []

  /// For a body without loops: each block is looked at once.
  init() {}

  init(_ body: FlowBody, _ joins: NarrowedJoins) {
    states = Array(repeating: nil, count: body.blocks.count)
    looked = Array(repeating: 0, count: body.blocks.count)
    readsHeaders = Array(repeating: false, count: body.blocks.count)
    changed = Array(repeating: 0, count: body.instructions.count)
    uses.reserveCapacity(body.operands.count)
    ends.reserveCapacity(body.blocks.count)
    for block in body.blocks {
      addUses(of: block, body, joins)
      ends.append(uses.count)
    }
  }

  private mutating func addUses(
    of block: FlowBlock, _ body: FlowBody, _ joins: NarrowedJoins
  ) {
    func add(_ value: ValueID, isPhi: Bool) {
      guard !value.isNone else { return }
      if isPhi || value.rawValue < block.start || value.rawValue >= block.end {
        uses.append(value)
      }
    }
    for index in block.start..<block.end {
      let instruction = body.instructions[Int(index)]
      let first = Int(instruction.firstOperand)
      for place in first..<first + Int(instruction.operandCount) {
        add(body.operands[place], isPhi: instruction.opcode == .phi)
        for value in joins.operands[place]?.values ?? [] { add(value, isPhi: true) }
      }
      if instruction.opcode == .runDeferred, Int(instruction.payload) < body.deferred.count {
        let value = body.deferred[Int(instruction.payload)]
        guard !value.isNone else { continue }
        let call = body.instructions[value.index]
        let first = Int(call.firstOperand)
        for operand in body.operands[first..<first + Int(call.operandCount)] {
          add(operand, isPhi: false)
        }
      }
      guard instruction.opcode.hasAddress else { continue }
      var address = AddressID(rawValue: instruction.payload)
      while !address.isNone {
        let node = body.addresses[address.index]
        switch node.step {
        case .value, .element, .mapElement: add(ValueID(rawValue: node.payload), isPhi: false)
        default: break
        }
        if node.step.isRoot { break }
        address = node.base
      }
    }
  }

  /// Whether something that a block uses changed since a time, or then.
  private func isChanged(_ block: BlockID, since time: UInt32) -> Bool {
    let start = block.index == 0 ? 0 : ends[block.index - 1]
    for index in start..<ends[block.index] where changed[uses[index].index] >= time { return true }
    return false
  }

  /// Notes a look at a block at whose beginning `state` holds; false where that would be as before.
  mutating func begin(_ block: BlockID, _ state: FlowState) -> Bool {
    if states.isEmpty { return true }
    let last = looked[block.index]
    if last > changeOfTables, last > changeOfHeaders || !readsHeaders[block.index],
      states[block.index] == state,
      !isChanged(block, since: last)
    {
      return false
    }
    time += 1
    looked[block.index] = time
    states[block.index] = state
    return true
  }

  /// A value leads elsewhere than before.
  mutating func change(_ value: ValueID) {
    if !changed.isEmpty { changed[value.index] = time }
  }

  /// Something changed that any block may read: links of elements, what goroutines know.
  mutating func changeTables() { changeOfTables = time }

  /// The kind or the parents of a header changed.
  mutating func changeHeaders() { changeOfHeaders = time }

  /// A block was looked at, and read of headers what may change, or not.
  mutating func note(_ block: BlockID, readsHeaders: Bool) {
    if !states.isEmpty { self.readsHeaders[block.index] = readsHeaders }
  }
}
