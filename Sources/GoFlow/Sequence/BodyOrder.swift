import Basics
import GoIR

/// In which order the instructions of a body may run.
struct BodyOrder {
  private let body: FlowBody
  private let blocks: [BlockID]
  private(set) var loops: FlowLoops

  init(_ body: FlowBody) {
    self.body = body
    var blocks = Array(repeating: BlockID.entry, count: body.instructions.count)
    for (index, block) in body.blocks.enumerated() {
      for value in block.start..<block.end { blocks[Int(value)] = BlockID(index) }
    }
    self.blocks = blocks
    loops = FlowLoops(body)
  }

  func block(of value: ValueID) -> BlockID { blocks[value.index] }

  /// Whether two instructions lie in a common loop.
  func areInCommonLoop(_ first: ValueID, _ second: ValueID) -> Bool {
    loops.areInCommonLoop(block(of: first), block(of: second))
  }

  /// Whether one instruction may run after another one, with none of some others in between.
  func mayFollow(_ later: ValueID, _ first: ValueID, without others: [ValueID] = []) -> Bool {
    var seen = Array(repeating: false, count: body.blocks.count)
    var pending: [BlockID] = []
    /// Goes through a block from an instruction on; says whether it comes to the later one.
    func comes(from start: UInt32, in block: FlowBlock) -> Bool {
      for value in start..<block.end {
        if value == later.rawValue { return true }
        if others.contains(where: { $0.rawValue == value }) { return false }
      }
      for edge in 0..<block.successorCount {
        let next = body.edges[Int(block.firstSuccessor + UInt32(edge))]
        if !seen[next.index] {
          seen[next.index] = true
          pending.append(next)
        }
      }
      return false
    }
    if comes(from: first.rawValue + 1, in: body.blocks[block(of: first).index]) { return true }
    while let next = pending.popLast() {
      if comes(from: body.blocks[next.index].start, in: body.blocks[next.index]) { return true }
    }
    return false
  }
}

/// Which instructions use each value.
struct ValueUsers {
  private var first: [UInt32]
  private var users: [ValueID]

  init(_ body: FlowBody) {
    var pairs: [(used: UInt32, user: UInt32)] = []
    for (index, instruction) in body.instructions.enumerated() {
      for value in body.values(usedBy: instruction) where !value.isNone {
        pairs.append((value.rawValue, UInt32(index)))
      }
    }
    pairs.sort { ($0.used, $0.user) < ($1.used, $1.user) }
    first = Array(repeating: 0, count: body.instructions.count + 1)
    for pair in pairs { first[Int(pair.used) + 1] += 1 }
    for index in 1..<max(1, first.count) { first[index] += first[index - 1] }
    users = pairs.map { ValueID(rawValue: $0.user) }
  }

  subscript(value: ValueID) -> ArraySlice<ValueID> {
    users[Int(first[value.index])..<Int(first[value.index + 1])]
  }
}

extension FlowBody {
  func operands(of instruction: FlowInstruction) -> ArraySlice<ValueID> {
    let start = Int(instruction.firstOperand)
    return operands[start..<start + Int(instruction.operandCount)]
  }

  func operand(_ value: ValueID, _ position: Int) -> ValueID {
    let instruction = instructions[value.index]
    guard position < Int(instruction.operandCount) else { return .none }
    return operands[Int(instruction.firstOperand) + position]
  }

  /// The address of an instruction that has one.
  func address(of instruction: FlowInstruction) -> AddressID? {
    switch instruction.opcode {
    case .load, .store, .address: AddressID(rawValue: instruction.payload)
    default: nil
    }
  }

  /// The values that an instruction uses, those of its address included.
  func values(usedBy instruction: FlowInstruction) -> [ValueID] {
    var values = Array(operands(of: instruction))
    guard let address = address(of: instruction) else { return values }
    values += self.values(in: address)
    return values
  }

  /// The values that an address is made of: what it begins with, and indices.
  func values(in address: AddressID) -> [ValueID] {
    var values: [ValueID] = []
    var node = addresses[address.index]
    while true {
      switch node.step {
      case .value, .element, .mapElement:
        let value = ValueID(rawValue: node.payload)
        if !value.isNone { values.append(value) }
      default: break
      }
      if node.step.isRoot { return values }
      node = addresses[node.base.index]
    }
  }
}
