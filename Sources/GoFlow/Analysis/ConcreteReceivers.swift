import Basics
import GoIR

/// What calls through interfaces run where a body, or the function that gives it the receiver,
/// makes the interface of one type: however many types there are that have the method.
extension FlowProgram {
  /// The method; `none` where the type is not known, or has the method by an interface in it.
  func concreteMethod(of call: ValueID, in number: FunctionNumber) -> FunctionNumber {
    let body = functions[number].body
    let instruction = body.instructions[call.index]
    guard instruction.opcode == .call,
      case .method(_, let key) = callees[CalleeNumber(rawValue: instruction.payload)],
      let concrete = concrete(behind: body.operand(call, 0), in: number),
      let method = interfaces.concretes[concrete.index].methods.first(where: {
        $0.shape.name == key.name
      }), method.embedded.isNone
    else { return .none }
    return function(method.function)
  }

  /// The type of what lies in an interface.
  private func concrete(
    behind value: ValueID, in number: FunctionNumber, isInCallee: Bool = false
  ) -> ConcreteNumber? {
    guard !value.isNone else { return nil }
    let body = functions[number].body
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .convert:
      if let conversion = body.conversion(value),
        case .concrete(let concrete) = conversions[conversion].source
      {
        return concrete
      }
      return concrete(behind: body.operand(value, 0), in: number, isInCallee: isInCallee)
    case .call where !isInCallee: return concrete(givenBy: instruction, 0)
    case .extract where !isInCallee:
      let call = body.operand(value, 0)
      guard !call.isNone, body.instructions[call.index].opcode == .call else { return nil }
      return concrete(givenBy: body.instructions[call.index], Int(instruction.payload))
    default: return nil
    }
  }

  /// The type of what a called function gives in an interface wherever it returns.
  private func concrete(givenBy call: FlowInstruction, _ position: Int) -> ConcreteNumber? {
    guard
      case .function(let target) = resolve(CalleeNumber(rawValue: call.payload), inTest: true)
    else { return nil }
    let body = functions[target].body
    let given = body.instructions.indices.filter { body.instructions[$0].opcode == .return }
      .map { concrete(behind: body.operand(ValueID($0), position), in: target, isInCallee: true) }
    guard let first = given.first, given.allSatisfy({ $0 == first }) else { return nil }
    return first
  }
}
