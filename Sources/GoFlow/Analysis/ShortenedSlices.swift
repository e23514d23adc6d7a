import Basics
import GoIR

/// Fields and package variables that are assigned, or of which an element is, a slice of which it is not
/// sure that it is no shorter: there, `append` may write what a slice shows that was taken out before.
struct ShortenedSlices: Sendable {
  private var fields = BitSet<FieldNumber>()
  private var globals = BitSet<GlobalNumber>()

  /// Looks at all stores of a program.
  init(_ program: FlowProgram) {
    for function in program.functions.elements {
      let body = function.body
      for instruction in body.instructions
      where instruction.opcode == .store && instruction.operandCount > 0 {
        var seen: Set<ValueID> = []
        guard let home = Self.home(of: instruction, body),
          Self.mayShorten(body.operands[Int(instruction.firstOperand)], body, &seen)
        else { continue }
        if home.step == .field {
          fields.insert(FieldNumber(rawValue: home.payload))
        } else {
          globals.insert(GlobalNumber(rawValue: home.payload))
        }
      }
    }
  }

  /// The field or package variable that an instruction stores into, or whose slice or map it gives an
  /// element, however deep; nil where there is none.
  private static func home(of store: FlowInstruction, _ body: FlowBody) -> FlowAddress? {
    var instruction = store
    for _ in 0..<maximumDepth {
      guard let address = body.address(of: instruction) else { return nil }
      var node = body.addresses[address.index]
      while node.step != .field, node.step != .global, !node.step.isRoot {
        node = body.addresses[node.base.index]
      }
      guard node.step == .value else {
        return node.step == .field || node.step == .global ? node : nil
      }
      instruction = body.instructions[Int(node.payload)]
      guard instruction.opcode == .load else { return nil }
    }
    return nil
  }

  private static let maximumDepth = 4

  func contains(_ field: FieldNumber) -> Bool { fields.contains(field) }

  func contains(_ global: GlobalNumber) -> Bool { globals.contains(global) }

  /// Whether a value may be a slice that ends before the end of another one of its array. What was seen
  /// before is looked at already.
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
