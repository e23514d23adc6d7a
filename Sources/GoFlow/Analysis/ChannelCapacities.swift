import Basics
import GoIR

/// The room of the channels that fields and package variables hold, where all that are ever put
/// there have the same.
struct ChannelCapacities: Sendable {
  /// -1 where it is not known.
  private var capacities: [SlotKey.Base: Int32] = [:]

  init(_ program: FlowProgram) {
    for function in program.functions.elements {
      let body = function.body
      for (index, instruction) in body.instructions.enumerated() {
        switch instruction.opcode {
        case .store:
          let node = body.addresses[Int(instruction.payload)]
          switch node.step {
          case .field: add(.field(FieldNumber(rawValue: node.payload)), index, 0, body)
          case .global: add(.global(GlobalNumber(rawValue: node.payload)), index, 0, body)
          default: break
          }
        case .updateField: add(.field(FieldNumber(rawValue: instruction.payload)), index, 1, body)
        case .composite where instruction.flags.contains(.labels):
          for position in 0..<Int(instruction.operandCount) {
            add(.field(body.labels[Int(instruction.payload) + position]), index, position, body)
          }
        default: break
        }
      }
    }
  }

  private mutating func add(
    _ base: SlotKey.Base, _ instruction: Int, _ position: Int, _ body: FlowBody
  ) {
    let own = body.instructions[instruction]
    guard position < Int(own.operandCount) else { return }
    var value = body.operands[Int(own.firstOperand) + position]
    while !value.isNone, body.instructions[value.index].opcode == .convert,
      body.instructions[value.index].operandCount == 1
    {
      value = body.operands[Int(body.instructions[value.index].firstOperand)]
    }
    guard !value.isNone, body.instructions[value.index].kind == .channel else { return }
    let capacity = capacity(body.instructions[value.index], body)
    capacities[base] = capacities[base].map { $0 == capacity ? capacity : -1 } ?? capacity
  }

  private func capacity(_ value: FlowInstruction, _ body: FlowBody) -> Int32 {
    guard value.opcode == .make else { return -1 }
    if value.operandCount == 0 { return 0 }
    let size = body.operands[Int(value.firstOperand)]
    guard !size.isNone else { return -1 }
    let number = body.instructions[size.index]
    return number.opcode == .constant && number.flags.contains(.integer)
      ? Int32(bitPattern: number.payload) : -1
  }

  func capacity(of base: SlotKey.Base) -> Int32 { capacities[base] ?? -1 }

  /// Whether any of them is known to have room for one value.
  var hasRoomForOne: Bool { capacities.values.contains(1) }
}
