import Basics
import GoSyntax
import GoTypes

/// Something that a graph must not have.
public struct IRFault: Sendable {
  public var function: FunctionID
  /// The instruction, or `none` for a fault of a block.
  public var value: ValueID
  public var block: BlockID
  /// What is wrong, in a few words.
  public var message: String
}

/// Checks what every graph promises, whatever the Go text was.
///
/// Every value that is used is defined on every path to its use; edges match; each block ends
/// with its one terminator; blocks that nothing leads to are marked, and no others; each exit
/// runs the deferred calls that may be pending there; nodes lie inside their function.
public struct IRVerifier {
  private let tree: SyntaxTree
  private let variables: Int
  private let function: FunctionIR
  private let dominators: Dominators
  private var faults: [IRFault] = []

  /// The faults of all functions of a declaration, none for a sound one. Costs about as much as
  /// lowering.
  public static func faults(of declaration: DeclarationIR, in bodies: PackageBodies) -> [IRFault] {
    let typer = bodies.checker.body(of: declaration.declaration)
    return declaration.functions.elements.flatMap { faults(of: $0, typer) }
  }

  /// The faults of one function.
  static func faults(of function: FunctionIR, _ typer: BodyTyper) -> [IRFault] {
    var verifier = IRVerifier(function, typer)
    verifier.verify()
    return verifier.faults
  }

  private init(_ function: FunctionIR, _ typer: BodyTyper) {
    self.function = function
    tree = typer.tree
    variables = typer.scopes.variables.count
    dominators = Dominators(function)
  }

  private mutating func fault(_ message: String, at value: ValueID = .none, in block: BlockID) {
    faults.append(IRFault(function: function.id, value: value, block: block, message: message))
  }

  private mutating func verify() {
    guard !function.blocks.isEmpty else {
      fault("no entry", in: .entry)
      return
    }
    verifyReachability()
    var expected: UInt32 = 0
    for block in function.blocks.ids {
      let range = function.blocks[block].instructions
      if range.lowerBound != expected { fault("instructions lie apart", in: block) }
      expected = range.upperBound
      if range.isEmpty {
        fault("no terminator", in: block)
        continue
      }
      verifyEdges(of: block)
      for value in function.values(in: block) { verify(value, in: block) }
    }
    if Int(expected) != function.instructions.count {
      fault("instructions without a block", in: .entry)
    }
    verifyDeferredCalls()
  }

  // MARK: Blocks

  private mutating func verifyReachability() {
    var reached = Array(repeating: false, count: function.blocks.count)
    var pending = [BlockID.entry]
    reached[0] = true
    while let block = pending.popLast() {
      for successor in function.successors(of: block) where !reached[successor.index] {
        reached[successor.index] = true
        pending.append(successor)
      }
    }
    for block in function.blocks.ids
    where reached[block.index] == function.blocks[block].isUnreachable {
      fault(reached[block.index] ? "reachable but marked" : "unreachable but not marked", in: block)
    }
  }

  private mutating func verifyEdges(of block: BlockID) {
    let terminator = function.terminator(of: block)
    let opcode = function.instructions[terminator].opcode
    let count = function.successors(of: block).count
    let fits: Bool
    switch opcode {
    case .jump: fits = count == 1
    case .branch: fits = count == 2
    case .select: fits = count > 0
    default: fits = count == 0
    }
    if !fits { fault("\(count) successors of a \(opcode)", at: terminator, in: block) }
    if function.blocks[block].isUnreachable != (opcode == .unreachable) {
      fault("a \(opcode) ends the block", at: terminator, in: block)
    }
    for other in Set(function.successors(of: block)) {
      let there = function.predecessors(of: other).count { $0 == block }
      if there != function.successors(of: block).count(where: { $0 == other }) {
        fault("an edge to block \(other.rawValue) that it does not know", in: block)
      }
    }
    for other in Set(function.predecessors(of: block))
    where !function.successors(of: other).contains(block) {
      fault("an edge from block \(other.rawValue) that it does not know", in: block)
    }
  }

  // MARK: Instructions

  private mutating func verify(_ value: ValueID, in block: BlockID) {
    let instruction = function.instructions[value]
    let isLast = value == function.terminator(of: block)
    if instruction.opcode.isTerminator != isLast {
      fault(isLast ? "no terminator" : "a terminator inside", at: value, in: block)
    }
    let node = function.nodes[value.index]
    if !node.isNone,
      !tree.range(function.node).contains(tree.range(node)) || !tree.isInside(node, function.node)
    {
      fault("stands for text outside of the function", at: value, in: block)
    }
    if instruction.opcode == .phi {
      verifyPhi(value, in: block)
      return
    }
    if instruction.opcode == .undefined, !function.blocks[block].isUnreachable {
      fault("a variable without a value", at: value, in: block)
    }
    for operand in function.operands(of: value) { verifyUse(operand, at: value, in: block) }
    if let address = address(of: instruction) { verify(address, at: value, in: block) }
    verifyPayload(instruction, value, block)
  }

  private func address(of instruction: Instruction) -> AddressID? {
    switch instruction.opcode {
    case .load, .store, .address: AddressID(rawValue: instruction.payload)
    default: nil
    }
  }

  private mutating func verify(_ start: AddressID, at value: ValueID, in block: BlockID) {
    var address = start
    var steps = 0
    while true {
      guard address.index < function.addresses.count, steps < 10_000 else {
        fault("no such address", at: value, in: block)
        return
      }
      let node = function.addresses[address]
      if !node.value.isNone { verifyUse(node.value, at: value, in: block) }
      if node.step == .variable, Int(node.payload) >= variables {
        fault("no such variable", at: value, in: block)
      }
      if node.step.isRoot != node.base.isNone {
        fault("an address without a root", at: value, in: block)
        return
      }
      if node.step.isRoot { return }
      address = node.base
      steps += 1
    }
  }

  private mutating func verifyUse(_ operand: ValueID, at value: ValueID, in block: BlockID) {
    if operand.isNone {
      let opcode = function.instructions[value].opcode
      if opcode != .slice, opcode != .composite { fault("no operand", at: value, in: block) }
      return
    }
    guard operand.index < function.instructions.count else {
      fault("no such value", at: value, in: block)
      return
    }
    if !function.instructions[operand].opcode.givesValue {
      fault("%\(operand.rawValue) gives no value", at: value, in: block)
    }
    if function.blocks[block].isUnreachable { return }
    if !isDefined(operand, before: value, in: block) {
      fault("%\(operand.rawValue) is not defined on every path", at: value, in: block)
    }
  }

  private func isDefined(_ operand: ValueID, before value: ValueID, in block: BlockID) -> Bool {
    let home = function.block(of: operand)
    return home == block ? operand < value : dominators.dominates(home, block)
  }

  private mutating func verifyPhi(_ phi: ValueID, in block: BlockID) {
    let operands = function.operands(of: phi)
    let predecessors = function.predecessors(of: block)
    if operands.count != predecessors.count {
      fault("\(operands.count) operands for \(predecessors.count) ways", at: phi, in: block)
      return
    }
    let first = function.blocks[block].instructions.lowerBound
    if phi.rawValue > first,
      function.instructions[ValueID(rawValue: phi.rawValue - 1)].opcode != .phi,
      function.instructions[ValueID(rawValue: phi.rawValue - 1)].opcode != .undefined
    {
      fault("a phi after other instructions", at: phi, in: block)
    }
    for (operand, predecessor) in zip(operands, predecessors) {
      guard !operand.isNone, operand.index < function.instructions.count else {
        fault("no operand", at: phi, in: block)
        continue
      }
      if !dominators.dominates(function.block(of: operand), predecessor) {
        fault("%\(operand.rawValue) is not defined on every path", at: phi, in: block)
      }
    }
  }

  private mutating func verifyPayload(
    _ instruction: Instruction, _ value: ValueID, _ block: BlockID
  ) {
    switch instruction.opcode {
    case .declare where Int(instruction.payload) >= variables:
      fault("no such variable", at: value, in: block)
    case .runDeferred where Int(instruction.payload) >= function.deferred.count:
      fault("no such deferred call", at: value, in: block)
    default: break
    }
  }

  // MARK: Deferred calls

  /// Follows every `defer` statement forward: each exit that it reaches runs its call, once, and
  /// the calls of an exit run in reverse order.
  private mutating func verifyDeferredCalls() {
    var ran: [BlockID: [DeferID]] = [:]
    for block in function.blocks.ids {
      for value in function.values(in: block)
      where function.instructions[value].opcode == .runDeferred {
        ran[block, default: []].append(DeferID(rawValue: function.instructions[value].payload))
      }
    }
    for (block, calls) in ran.sorted(by: { $0.key < $1.key }) where calls != calls.sorted(by: >) {
      fault("deferred calls out of order", in: block)
    }
    for (number, statement) in function.deferred.elements.enumerated() {
      guard statement.index < function.instructions.count else { continue }
      let home = function.block(of: statement)
      if function.blocks[home].isUnreachable { continue }
      var seen: Set<BlockID> = [home]
      var pending = [home]
      while let block = pending.popLast() {
        let opcode = function.instructions[function.terminator(of: block)].opcode
        if opcode.isExit, ran[block]?.contains(DeferID(number)) != true {
          fault("a deferred call is left out", at: statement, in: block)
        }
        for successor in function.successors(of: block) where seen.insert(successor).inserted {
          pending.append(successor)
        }
      }
    }
  }
}
