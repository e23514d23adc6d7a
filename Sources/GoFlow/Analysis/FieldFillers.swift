import Basics
import GoIR

/// Which functions of a program put something into its fields. What tests do does not count.
struct FieldFillers: Sendable {
  /// Those that one instruction of the program alone stores something into.
  private(set) var storedOnce = BitSet<FieldNumber>()
  /// By the field the one function that stores something into it, `none` where nobody does, and
  /// `many` where several do.
  private let fillers: [FunctionNumber]

  private static let many = FunctionNumber(rawValue: FunctionNumber.none.rawValue - 1)

  /// Costs a look at each store.
  init(_ program: FlowProgram) {
    var stored = BitSet<FieldNumber>()
    var several = BitSet<FieldNumber>()
    var fillers = Array(repeating: FunctionNumber.none, count: program.fields.count)
    func note(_ field: FieldNumber, _ function: FunctionNumber) {
      if !stored.insert(field) { several.insert(field) }
      let known = fillers[field.index]
      fillers[field.index] = known.isNone || known == function ? function : Self.many
    }
    for number in program.functions.ids {
      let function = program.functions[number]
      if function.traits.contains(.isInTest) { continue }
      let body = function.body
      for instruction in body.instructions {
        switch instruction.opcode {
        case .store, .address:
          let node = body.addresses[Int(instruction.payload)]
          if node.step == .field, body.stored(by: instruction)?.opcode.isZero != true {
            note(FieldNumber(rawValue: node.payload), number)
          }
        case .composite where instruction.flags.contains(.labels):
          for position in 0..<Int(instruction.operandCount) {
            note(body.labels[Int(instruction.payload) + position], number)
          }
        default: break
        }
      }
    }
    self.fillers = fillers
    for field in stored where !several.contains(field) { storedOnce.insert(field) }
  }

  /// The only function that puts something into a field; nil where there is none, or more than one.
  func filler(of field: FieldNumber) -> FunctionNumber? {
    let filler = fillers[field.index]
    return filler.isNone || filler == Self.many ? nil : filler
  }
}
