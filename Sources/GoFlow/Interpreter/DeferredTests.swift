import Basics
import GoIR
import GoSyntax

/// Instructions of a literal that are not gone to.
struct UnreachedParts {
  let literal: FunctionNumber
  /// The instructions of blocks, by their numbers.
  var ranges: [Range<UInt32>]

  func contains(_ value: ValueID, of function: FunctionNumber) -> Bool {
    function == literal && !value.isNone && ranges.contains { $0.contains(value.rawValue) }
  }
}

/// What deferred literals do only where a variable is not nil: `defer func() { if err != nil { … } }()`.
/// After `return nil`, which makes the variable nil before the deferred functions run (see "Return
/// statements" in the Go specification), that does not happen.
extension BodyInterpreter {
  /// What the literal of a `defer` statement does not get to where it runs now; nil where it may
  /// get everywhere.
  func unreachedParts(ofDeferred value: ValueID) -> UnreachedParts? {
    guard let number = literal(ofDeferred: value) else { return nil }
    let literal = program.function(number).body
    let tests = literal.nilTests
    if tests.isEmpty { return nil }
    let unreached = tests.filter { test in
      !literal.mayAssign(test.variable) && isNil(test.variable)
    }
    if unreached.isEmpty { return nil }
    let reached = literal.blocks(apartFrom: unreached)
    let ranges = literal.blocks.indices.filter { !reached.contains(BlockID($0)) }
      .map { literal.blocks[$0].start..<literal.blocks[$0].end }
    return UnreachedParts(literal: number, ranges: ranges)
  }

  private func literal(ofDeferred value: ValueID) -> FunctionNumber? {
    let statement = body.instructions[value.index]
    guard statement.flags.contains(.functionValue) else { return nil }
    let closure = operand(value, 0)
    guard !closure.isNone, body.instructions[closure.index].opcode == .closure else { return nil }
    return FunctionNumber(rawValue: body.instructions[closure.index].payload)
  }

  /// Whether a variable was made nil in this block, and nothing has been called since but deferred
  /// functions that do not assign to it.
  private func isNil(_ variable: UInt32) -> Bool {
    var index = Int(current.rawValue)
    let start = Int(body.blocks[currentBlock.index].start)
    while index > start {
      index -= 1
      let instruction = body.instructions[index]
      switch instruction.opcode {
      case .store:
        let address = body.addresses[Int(instruction.payload)]
        guard address.step == .variable, address.payload == variable else { continue }
        return body.stored(by: instruction)?.opcode == .constant
      case .runDeferred:
        let value = body.deferred[Int(instruction.payload)]
        guard !value.isNone, let other = literal(ofDeferred: value),
          !program.function(other).body.mayAssign(variable)
        else { return false }
      case .call, .receive, .send, .next, .recover: return false
      default: break
      }
    }
    return false
  }
}

extension FlowBody {
  /// A branch that asks whether a variable is nil, and where it goes if it is not.
  fileprivate struct NilTest {
    var block: BlockID
    var variable: UInt32
    var otherwise: BlockID
  }

  fileprivate var nilTests: [NilTest] {
    blocks.indices.compactMap { index in
      let block = blocks[index]
      guard block.successorCount == 2, block.end > block.start else { return nil }
      let branch = instructions[Int(block.end) - 1]
      guard branch.opcode == .branch, branch.operandCount == 1 else { return nil }
      let condition = operands[Int(branch.firstOperand)]
      guard !condition.isNone, instructions[condition.index].opcode == .binary,
        case let tested = operand(condition, 0), !tested.isNone,
        instructions[tested.index].opcode == .load,
        case let null = operand(condition, 1), !null.isNone,
        instructions[null.index].opcode == .constant,
        !instructions[null.index].flags.contains(.integer),
        case let address = addresses[Int(instructions[tested.index].payload)],
        address.step == .variable,
        let operation = NodeKind(
          rawValue: UInt8(truncatingIfNeeded: instructions[condition.index].payload))
      else { return nil }
      let ways = Array(successors(of: BlockID(index)))
      switch operation {
      case .notEqual:
        return NilTest(block: BlockID(index), variable: address.payload, otherwise: ways[0])
      case .equal:
        return NilTest(block: BlockID(index), variable: address.payload, otherwise: ways[1])
      default: return nil
      }
    }
  }

  /// The blocks that are reached from the entry without the ways that some tests take.
  fileprivate func blocks(apartFrom tests: [NilTest]) -> Set<BlockID> {
    var found: Set<BlockID> = [.entry]
    var pending: [BlockID] = [.entry]
    while let block = pending.popLast() {
      let test = tests.first { $0.block == block }
      for next in successors(of: block) where next != test?.otherwise {
        if found.insert(next).inserted { pending.append(next) }
      }
    }
    return found
  }
}
