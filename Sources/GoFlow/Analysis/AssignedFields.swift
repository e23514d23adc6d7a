import Basics
import GoIR

/// The fields and package variables that bodies of a program assign to, and how.
struct AssignedFields: Sendable {
  /// Those that are assigned to, or whose address is taken, as a whole or in part.
  private(set) var fields = BitSet<FieldNumber>()
  private(set) var globals = BitSet<GlobalNumber>()
  /// Fields that are assigned to as wholes.
  private(set) var replaced = BitSet<FieldNumber>()
  let storedOnce: BitSet<FieldNumber>
  let shortened: BitSet<FieldNumber>

  init(_ program: FlowProgram) {
    storedOnce = Self.fieldsStoredOnce(program)
    shortened = Self.shortenedFields(program)
    for function in program.functions.elements {
      for instruction in function.body.instructions
      where instruction.opcode == .store || instruction.opcode == .address {
        note(instruction, function.body)
        noteFields(of: instruction, function.body)
      }
    }
  }

  private mutating func note(_ instruction: FlowInstruction, _ body: FlowBody) {
    var node = body.addresses[Int(instruction.payload)]
    if node.step == .field { replaced.insert(FieldNumber(rawValue: node.payload)) }
    while true {
      switch node.step {
      case .field: fields.insert(FieldNumber(rawValue: node.payload))
      case .global: globals.insert(GlobalNumber(rawValue: node.payload))
      default: break
      }
      if node.step.isRoot { break }
      node = body.addresses[node.base.index]
    }
  }

  /// A struct that is overwritten as a whole by a new one gives all its fields new values.
  private mutating func noteFields(of store: FlowInstruction, _ body: FlowBody) {
    guard store.opcode == .store, store.operandCount > 0,
      body.addresses[Int(store.payload)].step == .pointee
    else { return }
    let value = body.operands[Int(store.firstOperand)]
    guard !value.isNone else { return }
    let composite = body.instructions[value.index]
    guard composite.opcode == .composite, composite.flags.contains(.labels) else { return }
    for position in 0..<Int(composite.operandCount) {
      fields.insert(body.labels[Int(composite.payload) + position])
    }
  }

  /// Those that one instruction of the program alone stores something into.
  private static func fieldsStoredOnce(_ program: FlowProgram) -> BitSet<FieldNumber> {
    var stored = BitSet<FieldNumber>()
    var several = BitSet<FieldNumber>()
    func note(_ field: FieldNumber) {
      if !stored.insert(field) { several.insert(field) }
    }
    for function in program.functions.elements where !function.traits.contains(.isInTest) {
      let body = function.body
      for instruction in body.instructions {
        switch instruction.opcode {
        case .store, .address:
          let node = body.addresses[Int(instruction.payload)]
          if node.step == .field, body.stored(by: instruction)?.opcode.isZero != true {
            note(FieldNumber(rawValue: node.payload))
          }
        case .composite where instruction.flags.contains(.labels):
          for position in 0..<Int(instruction.operandCount) {
            note(body.labels[Int(instruction.payload) + position])
          }
        default: break
        }
      }
    }
    var once = BitSet<FieldNumber>()
    for field in stored where !several.contains(field) { once.insert(field) }
    return once
  }

  /// Those that are given slices which may end before the ends of others.
  private static func shortenedFields(_ program: FlowProgram) -> BitSet<FieldNumber> {
    var fields = BitSet<FieldNumber>()
    for function in program.functions.elements {
      let body = function.body
      for instruction in body.instructions where instruction.opcode == .store {
        let address = body.addresses[Int(instruction.payload)]
        guard address.step == .field, instruction.operandCount > 0 else { continue }
        var seen: Set<ValueID> = []
        guard mayShorten(body.operands[Int(instruction.firstOperand)], body, &seen) else {
          continue
        }
        fields.insert(FieldNumber(rawValue: address.payload))
      }
    }
    return fields
  }

  /// Whether a value may be a slice that ends before the end of another one of its array. What was
  /// seen before is looked at already.
  private static func mayShorten(
    _ value: ValueID, _ body: FlowBody, _ seen: inout Set<ValueID>
  ) -> Bool {
    guard !value.isNone, seen.insert(value).inserted else { return false }
    let instruction = body.instructions[value.index]
    let operands = body.operands[Int(instruction.firstOperand)...]
      .prefix(Int(instruction.operandCount))
    switch instruction.opcode {
    case .slice: return operands.count > 2 && !(operands.dropFirst(2).first?.isNone ?? true)
    case .append, .convert:
      guard let base = operands.first else { return true }
      return mayShorten(base, body, &seen)
    case .phi: return operands.contains { mayShorten($0, body, &seen) }
    case .load, .make, .composite, .constant, .zero, .new, .parameter, .receive: return false
    default: return instruction.kind == .slice
    }
  }
}
