import Basics
import GoIR

/// Package variables in which no reference ever lies: they are declared with nil of some type or with a
/// number, as those are that stand for "no value" in an interface, and nobody assigns to them or takes
/// their address.
struct EmptyVariables: Sendable {
  private(set) var globals = BitSet<GlobalNumber>()

  /// Costs a look at each store.
  init(_ program: FlowProgram) {
    var others = BitSet<GlobalNumber>()
    for number in program.functions.ids {
      let body = program.functions[number].body
      for instruction in body.instructions
      where instruction.opcode == .store || instruction.opcode == .address {
        let root = body.root(of: AddressID(rawValue: instruction.payload))
        guard root.step == .global else { continue }
        let global = GlobalNumber(rawValue: root.payload)
        let isWhole = body.addresses[Int(instruction.payload)].step == .global
        if isWhole, instruction.opcode == .store, instruction.operandCount > 0,
          program.runsFirst(number),
          Self.isEmpty(body.operands[Int(instruction.firstOperand)], body)
        {
          globals.insert(global)
        } else {
          others.insert(global)
        }
      }
    }
    for global in others { globals.remove(global) }
  }

  /// Whether a value is a constant, be it of another type.
  private static func isEmpty(_ value: ValueID, _ body: FlowBody) -> Bool {
    var current = value
    while !current.isNone, body.instructions[current.index].opcode == .convert {
      current = body.operand(current, 0)
    }
    return !current.isNone && body.instructions[current.index].opcode.isZero
  }
}
