import Basics
import GoIR

/// The functions of a program that become values for more than a call at once, and the calls that
/// may run them.
enum KeptFunctions {
  /// A call of a function value.
  struct Call {
    var value: ValueID
    /// How many arguments it has.
    var count: Int
  }

  /// The calls of function values, by the functions that make them.
  static func calls(_ program: FlowProgram) -> [FunctionNumber: [Call]] {
    var calls: [FunctionNumber: [Call]] = [:]
    for number in program.functions.ids {
      for (index, instruction) in program.functions[number].body.instructions.enumerated()
      where instruction.opcode == .call || instruction.opcode == .defer {
        guard instruction.flags.contains(.functionValue) else { continue }
        calls[number, default: []].append(
          Call(value: ValueID(index), count: Int(instruction.operandCount) - 1))
      }
    }
    return calls
  }

  /// The functions that are kept, by how many arguments they take as values.
  static func functions(_ analysis: FlowAnalysis) -> [Int: Set<FunctionNumber>] {
    var functions: [Int: Set<FunctionNumber>] = [:]
    for number in analysis.program.functions.ids {
      let function = analysis.program.functions[number]
      var users: ValueUsers?
      for (index, instruction) in function.body.instructions.enumerated() {
        switch instruction.opcode {
        case .closure, .function, .methodValue: break
        default: continue
        }
        let value = ValueID(index)
        let known = users ?? ValueUsers(function.body)
        users = known
        guard known[value].contains(where: { keeps($0, value, function.body, analysis) }) else {
          continue
        }
        let bound = instruction.opcode == .methodValue ? 1 : 0
        for target in CallsOfBodies.functions(in: value, of: function, analysis) {
          let count = analysis.program.functions[target].parameters.count - bound
          functions[count, default: []].insert(target)
        }
      }
    }
    return functions
  }

  /// Whether an instruction does not just call a value, start it, or hand it to a library, which
  /// runs it under none of the program's locks but those of the call.
  private static func keeps(
    _ user: ValueID, _ value: ValueID, _ body: FlowBody, _ analysis: FlowAnalysis
  ) -> Bool {
    let instruction = body.instructions[user.index]
    switch instruction.opcode {
    case .call, .go, .defer:
      if instruction.flags.contains(.functionValue), body.operand(user, 0) == value { return false }
      let callee = CalleeNumber(rawValue: instruction.payload)
      switch analysis.facts.targets.target(of: callee, isInTest: false) {
      case .functions, .value: return true
      case .model, .builtin, .unknown: return false
      }
    default: return true
    }
  }
}
