import Basics
import GoIR

/// The fields and package variables that bodies of a program assign to, and how.
struct AssignedFields: Sendable {
  /// Those that are assigned to, or whose address is taken, as a whole or in part; not those that only
  /// makers of objects assign to before these have them alone no more.
  private(set) var fields = BitSet<FieldNumber>()
  private(set) var globals = BitSet<GlobalNumber>()
  /// Fields that are assigned to as wholes.
  private(set) var replaced = BitSet<FieldNumber>()
  let shortened: ShortenedSlices

  init(_ program: FlowProgram, _ targets: CallTargets) {
    shortened = ShortenedSlices(program, targets)
    for function in program.functions.elements {
      var makers: MakersStores?
      for (index, instruction) in function.body.instructions.enumerated()
      where instruction.opcode == .store || instruction.opcode == .address {
        noteReplaced(by: instruction, function.body)
        if !function.body.madeObject(of: instruction).isNone {
          let known = makers ?? MakersStores(function.body)
          makers = known
          if known.contains(ValueID(index)) { continue }
        }
        note(instruction, function.body)
        noteFields(of: instruction, function.body)
      }
    }
  }

  private mutating func noteReplaced(by instruction: FlowInstruction, _ body: FlowBody) {
    let node = body.addresses[Int(instruction.payload)]
    if node.step == .field { replaced.insert(FieldNumber(rawValue: node.payload)) }
  }

  private mutating func note(_ instruction: FlowInstruction, _ body: FlowBody) {
    var node = body.addresses[Int(instruction.payload)]
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
}
