import Basics
import GoIR

/// The functions that never return: all their ways end in a panic, the end of the goroutine or of the
/// process, or go on for ever, be it in functions that they call. A panic that somebody recovers from
/// further up has left them all the same.
struct NeverReturning: Sendable {
  private(set) var functions = BitSet<FunctionNumber>()
  /// The functions that call one of them.
  private(set) var callers = BitSet<FunctionNumber>()

  private static let maximumRounds = 4

  init(_ program: FlowProgram, _ targets: CallTargets) {
    for number in program.functions.ids {
      let body = program.functions[number].body
      if body.blocks.isEmpty || targets.implementsGoroutines(number, program) { continue }
      if !body.blocks.contains(where: { body.isReturn($0) }) { functions.insert(number) }
    }
    for _ in 0..<Self.maximumRounds {
      var isNew = false
      for number in program.functions.ids where !functions.contains(number) {
        let ends = deadEnds(of: number, program, targets)
        if ends.isEmpty { continue }
        callers.insert(number)
        if !program.functions[number].body.mayReturn(without: ends) {
          functions.insert(number)
          isNew = true
        }
      }
      if !isNew { return }
    }
  }

  /// The blocks in which a function calls one that never returns; none where it may recover.
  func deadEnds(
    of number: FunctionNumber, _ program: FlowProgram, _ targets: CallTargets
  ) -> Set<BlockID> {
    let function = program.functions[number]
    if function.traits.contains(.mayRecover) { return [] }
    let isInTest = function.traits.contains(.isInTest)
    var found: Set<BlockID> = []
    for (index, block) in function.body.blocks.enumerated() {
      for value in block.start..<block.end {
        let instruction = function.body.instructions[Int(value)]
        guard instruction.opcode == .call,
          case .functions(let called) = targets.target(
            of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest),
          called.allSatisfy({ functions.contains($0.function) })
        else { continue }
        found.insert(BlockID(index))
        break
      }
    }
    return found
  }
}

extension FlowBody {
  fileprivate func isReturn(_ block: FlowBlock) -> Bool {
    block.end > block.start && instructions[Int(block.end) - 1].opcode == .return
  }

  /// Whether a way through the body that leads through none of some blocks comes to a return.
  func mayReturn(without ends: Set<BlockID>) -> Bool {
    var seen: Set<BlockID> = []
    var pending: [BlockID] = [.entry]
    while let id = pending.popLast() {
      if ends.contains(id) || !seen.insert(id).inserted { continue }
      if isReturn(blocks[id.index]) { return true }
      pending += successors(of: id)
    }
    return false
  }
}
