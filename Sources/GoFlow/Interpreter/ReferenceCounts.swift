import Basics
import GoIR
import GoSyntax
import LibraryModels

/// Counters of those who use an object: whoever counts it down to zero has it alone.
extension BodyInterpreter {
  /// `if n.Add(-1) == 0`: where the counter is zero nobody else uses the object that holds it.
  func refineCount(_ other: inout FlowState, _ condition: ValueID, _ isTrue: Bool) {
    let comparison = body.instructions[condition.index]
    let count = operand(condition, 0)
    guard comparison.operandCount == 2, !count.isNone,
      body.instructions[count.index].opcode == .call,
      let bound = constant(operand(condition, 1)),
      let operation = NodeKind(rawValue: UInt8(truncatingIfNeeded: comparison.payload)),
      Self.isZero(operation, bound, isTrue)
    else { return }
    for object in countedObjects(count) { other.unused.insert(sorted: object) }
  }

  /// Whether a number that is not negative is zero where it was compared with a bound.
  private static func isZero(_ operation: NodeKind, _ bound: Int32, _ isTrue: Bool) -> Bool {
    switch (operation, bound) {
    case (.equal, 0), (.lessOrEqual, 0), (.less, 1): isTrue
    case (.notEqual, 0), (.greater, 0), (.greaterOrEqual, 1): !isTrue
    default: false
    }
  }

  private func countedObjects(_ call: ValueID) -> [ObjectID] {
    let instruction = body.instructions[call.index]
    guard
      case .model(let model) = program.target(
        of: CalleeNumber(rawValue: instruction.payload),
        isInTest: function.traits.contains(.isInTest))
    else { return [] }
    let operands = callOperands(call, instruction)
    var objects: [ObjectID] = []
    for lock in model.effects?.locks ?? [] where lock.action == .count {
      let cells = cells(of: set(of: lock.lock, operands))
      if cells.count == 1 { objects.append(cells[0].object) }
    }
    return objects
  }

  /// Whether an object, or one on the way to it, is used by nobody else.
  func isUnused(_ object: ObjectID) -> Bool { isBehind(object, state.unused) }
}
