import Basics
import GoIR

/// Loops over slices that have an element whenever the loop begins: something was appended to them on
/// every way. Such a loop is gone through once at least: `for range batch { wg.Done() }` signals.
struct SureLoops {
  private let body: FlowBody
  /// By the blocks with which the loops begin.
  private var loops: [BlockID: Loop] = [:]

  private struct Loop {
    /// The first block of a turn.
    var turn: BlockID
    var blocks: Set<Int>
  }

  /// Those that begin where `isMeant` says so; `isAssigned` says whether literals assign to a variable.
  init(
    _ body: FlowBody, _ flowLoops: FlowLoops, isMeant: (BlockID) -> Bool,
    isAssigned: (UInt32) -> Bool
  ) {
    self.body = body
    for (index, block) in body.blocks.enumerated() {
      let id = BlockID(index)
      guard flowLoops.isInLoop(id), isMeant(id), let (next, turn) = turn(of: block) else {
        continue
      }
      var filled = FilledSlices(body)
      guard filled.hasElement(body.operand(next, 0), isAssigned) else { continue }
      loops[id] = Loop(turn: turn, blocks: flowLoops.blocks(ofLoop: index, body))
    }
  }

  /// Where a way goes on that leads from a block to one with which a loop begins, if it is gone through
  /// for sure; nil where that is not known, and for ways within the loop.
  func turn(from block: Int, to header: BlockID) -> BlockID? {
    guard let loop = loops[header], !loop.blocks.contains(block) else { return nil }
    return loop.turn
  }

  /// The step of a loop over a slice that a block ends with, and where it goes on with an element.
  private func turn(of block: FlowBlock) -> (next: ValueID, turn: BlockID)? {
    guard block.successorCount == 2,
      let next = (block.start..<block.end).first(where: {
        body.instructions[Int($0)].opcode == .next
      }).map({ ValueID(rawValue: $0) }),
      body.instructions[next.index].operandCount > 0,
      case let slice = body.operand(next, 0), !slice.isNone,
      body.instructions[slice.index].kind == .slice
    else { return nil }
    return (next, body.edges[Int(block.firstSuccessor)])
  }
}

extension BodyInterpreter {
  /// The loops in which signals are given that are gone through once at least; nil where no loop gives
  /// any.
  func sureLoops(of signals: [SignalPoint]) -> SureLoops? {
    guard loops.isCyclic, signals.contains(where: { loops.isInLoop($0.block) }) else { return nil }
    let declaration = program.declaration(of: number)
    return SureLoops(
      body, loops,
      isMeant: { header in signals.contains { loops.areInCommonLoop(header, $0.block) } },
      isAssigned: { variable in
        program.functions(of: declaration).contains {
          $0 != number && program.function($0).body.mayAssign(variable)
        }
      })
  }
}

/// Which slices surely have an element.
private struct FilledSlices {
  let body: FlowBody
  /// Values that are being looked at: what comes round again adds nothing.
  private var seen: Set<ValueID> = []

  init(_ body: FlowBody) { self.body = body }

  mutating func hasElement(_ value: ValueID, _ isAssigned: (UInt32) -> Bool) -> Bool {
    guard !value.isNone else { return false }
    if !seen.insert(value).inserted { return true }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .append:
      if instruction.operandCount > 1, !instruction.flags.contains(.spread) { return true }
      return hasElement(body.operand(value, 0), isAssigned)
    case .phi:
      return (0..<Int(instruction.operandCount)).allSatisfy {
        hasElement(body.operand(value, $0), isAssigned)
      }
    case .convert where instruction.operandCount == 1:
      return hasElement(body.operand(value, 0), isAssigned)
    case .load:
      let node = body.addresses[Int(instruction.payload)]
      guard node.step == .variable, !isAssigned(node.payload) else { return false }
      return isFilled(node.payload, before: value)
    default: return false
    }
  }

  /// Whether what lies in a variable has an element on every way to an instruction: it was appended to
  /// and not replaced since.
  private func isFilled(_ variable: UInt32, before value: ValueID) -> Bool {
    let isAddressed = body.instructions.contains {
      $0.opcode == .address
        && body.root(of: AddressID(rawValue: $0.payload)).isVariable(variable)
    }
    if isAddressed { return false }
    // Behind each block, as far as it is known yet: until the opposite is found.
    var isFilled = Array(repeating: true, count: body.blocks.count)
    func isFilledBefore(_ block: BlockID) -> Bool {
      block.index > 0 && body.predecessors(of: block).allSatisfy { isFilled[$0.index] }
    }
    func stored(_ block: BlockID, before end: UInt32) -> Bool? {
      for index in (body.blocks[block.index].start..<end).reversed() {
        let instruction = body.instructions[Int(index)]
        switch instruction.opcode {
        case .declare where instruction.payload == variable: break
        case .store where body.addresses[Int(instruction.payload)].isVariable(variable): break
        default: continue
        }
        return instruction.operandCount > 0
          && isAppended(body.operands[Int(instruction.firstOperand)])
      }
      return nil
    }
    var isNew = true
    while isNew {
      isNew = false
      for index in body.blocks.indices where isFilled[index] {
        let block = BlockID(index)
        if !(stored(block, before: body.blocks[index].end) ?? isFilledBefore(block)) {
          isFilled[index] = false
          isNew = true
        }
      }
    }
    let block = body.block(of: value)
    return stored(block, before: value.rawValue) ?? isFilledBefore(block)
  }

  /// Whether a value is what an append of something gave.
  private func isAppended(_ value: ValueID) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    return instruction.opcode == .append && instruction.operandCount > 1
      && !instruction.flags.contains(.spread)
  }
}

extension FlowAddress {
  /// Whether it is a variable as a whole.
  fileprivate func isVariable(_ variable: UInt32) -> Bool {
    step == .variable && payload == variable
  }
}
