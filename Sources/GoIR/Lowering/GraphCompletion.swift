import Basics
import GoSyntax

/// Puts a built graph in order: takes out what nothing leads to and phis that join nothing, says
/// which deferred calls run at each exit, and numbers everything anew.
struct GraphCompletion: ~Copyable {
  var graph: GraphBuilder
  /// The blocks in reverse postorder, those that nothing leads to last.
  var order: [BlockID] = []
  private(set) var isReachable: [Bool] = []
  /// The value that stands for each; itself at first.
  var standIn: [UInt32] = []

  /// What a finished graph is made of.
  struct Result {
    var blocks = Table<BlockID, Block>()
    var instructions: [Instruction] = []
    var nodes: [NodeID] = []
    var operands: [ValueID] = []
    var edges: [BlockID] = []
    var addresses = Table<AddressID, Address>()
    var deferred: [ValueID] = []
  }

  init(_ graph: consuming GraphBuilder) {
    self.graph = graph
  }

  consuming func finish() -> Result {
    orderBlocks()
    cutUnreachable()
    simplifyPhis()
    if !graph.deferred.isEmpty { placeDeferredCalls() }
    return renumber()
  }

  // MARK: Reachability

  private mutating func orderBlocks() {
    isReachable = Array(repeating: false, count: graph.blocks.count)
    var postorder: [BlockID] = []
    var path: [(block: BlockID, next: Int)] = [(.entry, 0)]
    isReachable[0] = true
    while let (block, next) = path.last {
      let successors = graph.blocks[block.index].successors
      // The last successor first: the order of the text comes out where the graph allows it.
      if next < successors.count {
        path[path.count - 1].next += 1
        let successor = successors[successors.count - 1 - next]
        if !isReachable[successor.index] {
          isReachable[successor.index] = true
          path.append((successor, 0))
        }
      } else {
        postorder.append(block)
        path.removeLast()
      }
    }
    order = postorder.reversed()
    for index in graph.blocks.indices where !isReachable[index] && !isEmpty(BlockID(index)) {
      order.append(BlockID(index))
    }
  }

  /// Whether a block has nothing but a jump, or not even that.
  private func isEmpty(_ block: BlockID) -> Bool {
    if graph.blocks[block.index].firstPhi != .max { return false }
    let first = graph.blocks[block.index].first
    return first == .max || graph.instructions[Int(first)].opcode.isTerminator
  }

  /// Takes out the edges from and to blocks that nothing leads to.
  private mutating func cutUnreachable() {
    for index in graph.blocks.indices {
      guard isReachable[index] else {
        graph.blocks[index].predecessors = []
        graph.blocks[index].successors = []
        closeUnreachable(BlockID(index))
        continue
      }
      let predecessors = graph.blocks[index].predecessors
      guard predecessors.contains(where: { !isReachable[$0.index] }) else { continue }
      graph.blocks[index].predecessors = predecessors.filter { isReachable[$0.index] }
      var phi = graph.blocks[index].firstPhi
      while phi != .max {
        let value = ValueID(rawValue: phi)
        if let operands = graph.phiOperands[value], operands.count == predecessors.count {
          graph.phiOperands[value] = zip(operands, predecessors)
            .filter { isReachable[$0.1.index] }.map(\.0)
        }
        phi = graph.next[Int(phi)]
      }
    }
  }

  private mutating func closeUnreachable(_ block: BlockID) {
    var phi = graph.blocks[block.index].firstPhi
    while phi != .max {
      graph.instructions[Int(phi)].opcode = .undefined
      graph.phiOperands[ValueID(rawValue: phi)] = nil
      phi = graph.next[Int(phi)]
    }
    let last = graph.blocks[block.index].last
    if last != .max, graph.instructions[Int(last)].opcode.isTerminator {
      graph.instructions[Int(last)].opcode = .unreachable
      graph.instructions[Int(last)].operandCount = 0
    } else {
      let end = graph.add(
        .unreachable, last == .max ? .none : graph.nodes[Int(last)], [], payload: .max,
        type: .unknown, flags: [])
      if last == .max {
        graph.blocks[block.index].first = end.rawValue
      } else {
        graph.next[Int(last)] = end.rawValue
      }
      graph.blocks[block.index].last = end.rawValue
    }
  }

  // MARK: Phis

  private mutating func find(_ value: ValueID) -> ValueID {
    if value.isNone { return value }
    var root = value.index
    while standIn[root] != UInt32(root) { root = Int(standIn[root]) }
    var current = value.index
    while standIn[current] != UInt32(root) {
      let next = Int(standIn[current])
      standIn[current] = UInt32(root)
      current = next
    }
    return ValueID(root)
  }

  /// A phi whose operands are one value, or itself, is that value. When that is found, the phis
  /// that it is an operand of are looked at again.
  private mutating func simplifyPhis() {
    standIn = graph.instructions.indices.map { UInt32($0) }
    if graph.phiOperands.isEmpty { return }
    let phis = graph.phiOperands.keys.sorted()
    var users: [ValueID: [ValueID]] = [:]
    var isQueued = Array(repeating: false, count: graph.instructions.count)
    for phi in phis {
      isQueued[phi.index] = true
      for operand in graph.phiOperands[phi] ?? []
      where graph.instructions[operand.index].opcode == .phi && operand != phi {
        users[operand, default: []].append(phi)
      }
    }
    var queue = phis
    var next = 0
    while next < queue.count {
      let phi = queue[next]
      next += 1
      isQueued[phi.index] = false
      guard isItself(phi), simplify(phi) else { continue }
      for user in users.removeValue(forKey: phi) ?? [] where isItself(user) {
        // Who uses the phi uses what stands for it from now on.
        let root = ValueID(rawValue: standIn[phi.index])
        if graph.instructions[root.index].opcode == .phi, root != phi, root != user {
          users[root, default: []].append(user)
        }
        if !isQueued[user.index] {
          isQueued[user.index] = true
          queue.append(user)
        }
      }
    }
  }

  private func isItself(_ value: ValueID) -> Bool { standIn[value.index] == value.rawValue }

  /// Whether a phi turned out to be another value, or none.
  private mutating func simplify(_ phi: ValueID) -> Bool {
    guard let operands = graph.phiOperands[phi] else { return false }
    var only = ValueID.none
    for operand in operands {
      let value = find(operand)
      if value == phi || value == only { continue }
      if !only.isNone { return false }
      only = value
    }
    if only.isNone {
      // Only itself: a loop that nothing gives a value.
      graph.instructions[phi.index].opcode = .undefined
      graph.phiOperands[phi] = nil
    } else {
      standIn[phi.index] = only.rawValue
    }
    return true
  }

  /// A block that something leads to, behind all others of that kind.
  mutating func addReachableBlock() -> BlockID {
    let block = graph.addBlock(sealed: true)
    isReachable.append(true)
    order.insert(block, at: order.firstIndex { !isReachable[$0.index] } ?? order.count)
    return block
  }

  // MARK: Deferred calls

  private mutating func placeDeferredCalls() {
    var flow = DeferredCalls(blocks: graph.blocks.count)
    var numbers: [ValueID: DeferID] = [:]
    for (number, call) in graph.deferred.enumerated() { numbers[call] = DeferID(number) }
    for block in order where isReachable[block.index] {
      var index = graph.blocks[block.index].first
      while index != .max {
        if graph.instructions[Int(index)].opcode == .defer,
          let number = numbers[ValueID(rawValue: index)]
        {
          flow.add(number, in: block)
        }
        index = graph.next[Int(index)]
      }
    }
    flow.solve(order.filter { isReachable[$0.index] }) { graph.blocks[$0.index].predecessors }
    joinUnwinding(&flow)
    for block in order where isReachable[block.index] {
      var before = UInt32.max
      var index = graph.blocks[block.index].first
      while index != .max {
        let following = graph.next[Int(index)]
        if graph.instructions[Int(index)].opcode == .runDeferred {
          expand(index, after: before, in: block, flow.pending(at: block))
        } else {
          before = index
        }
        index = following
      }
    }
  }

  /// Puts the deferred calls in the place of the instruction that stands for them.
  private mutating func expand(
    _ index: UInt32, after before: UInt32, in block: BlockID,
    _ pending: [(call: DeferID, flags: InstructionFlags)]
  ) {
    var last = before
    for (call, flags) in pending.reversed() {
      let run = graph.add(
        .runDeferred, graph.nodes[graph.deferred[call.index].index], [],
        payload: call.rawValue, type: .unknown, flags: flags)
      link(run.rawValue, after: last, in: block)
      standIn.append(run.rawValue)
      last = run.rawValue
    }
    link(graph.next[Int(index)], after: last, in: block)
  }

  private mutating func link(_ index: UInt32, after before: UInt32, in block: BlockID) {
    if before == .max {
      graph.blocks[block.index].first = index
    } else {
      graph.next[Int(before)] = index
    }
  }

  // MARK: Numbers

  private consuming func renumber() -> Result {
    var result = Result()
    var numbers = Array(repeating: UInt32.max, count: graph.instructions.count)
    var sequence: [UInt32] = []
    sequence.reserveCapacity(graph.instructions.count)
    var blockNumbers = Array(repeating: BlockID.none, count: graph.blocks.count)
    var bounds: [Range<UInt32>] = []
    for (number, block) in order.enumerated() {
      blockNumbers[block.index] = BlockID(number)
      let start = UInt32(sequence.count)
      addNumbers(from: graph.blocks[block.index].firstPhi, &numbers, &sequence)
      addNumbers(from: graph.blocks[block.index].first, &numbers, &sequence)
      bounds.append(start..<UInt32(sequence.count))
    }
    result.instructions.reserveCapacity(sequence.count)
    result.nodes.reserveCapacity(sequence.count)
    for index in sequence { append(index, numbers, to: &result) }
    for id in graph.addresses.ids {
      var address = graph.addresses[id]
      if !address.value.isNone {
        address.payload = number(address.value, numbers).rawValue
      }
      _ = result.addresses.append(address)
    }
    for value in graph.deferred { result.deferred.append(number(value, numbers)) }
    for (number, block) in order.enumerated() {
      let start = UInt32(result.edges.count)
      for successor in graph.blocks[block.index].successors {
        result.edges.append(blockNumbers[successor.index])
      }
      let middle = UInt32(result.edges.count)
      for predecessor in graph.blocks[block.index].predecessors {
        result.edges.append(blockNumbers[predecessor.index])
      }
      _ = result.blocks.append(
        Block(
          instructions: bounds[number], successors: start..<middle,
          predecessors: middle..<UInt32(result.edges.count),
          isUnreachable: !isReachable[block.index]))
    }
    return result
  }

  /// Numbers what stands from an instruction on, as far as it stays.
  private func addNumbers(
    from first: UInt32, _ numbers: inout [UInt32], _ sequence: inout [UInt32]
  ) {
    var index = first
    while index != .max {
      if standIn[Int(index)] == index,
        graph.instructions[Int(index)].opcode != .runDeferred
          || graph.instructions[Int(index)].payload != .max
      {
        numbers[Int(index)] = UInt32(sequence.count)
        sequence.append(index)
      }
      index = graph.next[Int(index)]
    }
  }

  private mutating func append(_ index: UInt32, _ numbers: [UInt32], to result: inout Result) {
    var instruction = graph.instructions[Int(index)]
    let start = UInt32(result.operands.count)
    if instruction.opcode == .phi {
      for operand in graph.phiOperands[ValueID(rawValue: index)] ?? [] {
        result.operands.append(number(operand, numbers))
      }
    } else {
      let first = Int(instruction.firstOperand)
      for position in first..<first + Int(instruction.operandCount) {
        result.operands.append(number(graph.operands[position], numbers))
      }
    }
    instruction.firstOperand = start
    instruction.operandCount = UInt32(result.operands.count) - start
    result.instructions.append(instruction)
    result.nodes.append(graph.nodes[Int(index)])
  }

  private mutating func number(_ value: ValueID, _ numbers: [UInt32]) -> ValueID {
    value.isNone ? .none : ValueID(rawValue: numbers[find(value).index])
  }
}
