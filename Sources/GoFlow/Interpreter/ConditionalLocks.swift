import Basics
import GoIR

/// Locks that a helper holds at its end only where it says so: `if !c.tryAcquire() { return }`.
extension BodyInterpreter {
  /// Notes the locks that are surely held wherever the function returns true, or false, and not
  /// otherwise.
  func exportConditionalLocks(_ export: SummaryExport) {
    let exit = export.exit
    guard exit.mayLocks.count > exit.mustLocks.count else { return }
    for wanted in [true, false] {
      var held: [HeldLock]?
      for (index, block) in result.blocks.enumerated() {
        guard let end = block.exit, returned(in: index) != !wanted else { continue }
        held = held?.common(with: end.mustLocks) ?? end.mustLocks
      }
      for lock in held ?? []
      where !exit.mustLocks.contains(lock) && !exit.regained.contains(lock.cell)
        && isKnownOutside(lock.cell.object, export)
      {
        guard let cell = exportOrdering(lock.cell, export) else { continue }
        export.summary.acquiredWhere.append(
          ConditionalLock(lock: SummaryLock(cell: cell, mode: lock.mode), result: wanted))
      }
    }
  }

  /// What a block returns first, if that is `true` or `false`.
  private func returned(in block: Int) -> Bool? {
    let end = Int(body.blocks[block].end)
    guard end > 0, body.instructions[end - 1].opcode == .return else { return nil }
    let value = operand(ValueID(end - 1), 0)
    guard !value.isNone else { return nil }
    let constant = body.instructions[value.index]
    guard constant.opcode == .constant, !constant.flags.contains(.integer) else { return nil }
    return constant.payload == 1 ? true : constant.payload == 2 ? false : nil
  }

  /// On the way on which a helper gave true, or false: the locks that it holds then.
  func refineHelper(_ other: inout FlowState, _ call: ValueID, _ isTrue: Bool) {
    let instruction = body.instructions[call.index]
    let callee = CalleeNumber(rawValue: instruction.payload)
    guard
      case .functions(let targets) = program.target(
        of: callee, isInTest: function.traits.contains(.isInTest)),
      targets.count == 1, targets[0].way.isEmpty, let box = program.summary(targets[0].function),
      !box.summary.acquiredWhere.isEmpty
    else { return }
    swap(&state, &other)
    let operands = callOperands(call, instruction)
    var instance = instance(
      targets[0].function, box, roots(operands), operands.values, isStrand: false)
    for conditional in box.summary.acquiredWhere {
      let sure = locks([conditional.lock], &instance).sure
      if conditional.result == isTrue {
        acquire(sure)
      } else {
        for lock in sure where !state.mustLocks.contains(lock) {
          state.mayLocks.remove(sorted: lock)
        }
      }
    }
    swap(&state, &other)
  }
}
