import Basics
import GoIR

/// The functions that a function may run in its own goroutine: those that it calls, and those that
/// it hands to what it calls.
struct CallsOfBodies {
  /// A function that may run at an instruction.
  struct Call: Hashable {
    var value: ValueID
    var target: FunctionNumber
    /// The function that is handed the target; nil for what is called there itself.
    var runner: FunctionNumber?
  }

  private var calls: [FunctionNumber: [Call]] = [:]
  /// The functions that hand others to each function.
  private(set) var handers: [FunctionNumber: Set<FunctionNumber>] = [:]

  /// The functions that run in goroutines of their own.
  private(set) var started: Set<FunctionNumber> = []

  /// Reads all bodies of a program.
  init(_ analysis: FlowAnalysis) {
    for number in analysis.program.functions.ids {
      let found = Self.calls(of: number, analysis)
      if !found.isEmpty { calls[number] = found }
      started.formUnion(Self.started(by: number, analysis))
      for runner in found.compactMap(\.runner) { handers[runner, default: []].insert(number) }
    }
  }

  func calls(of number: FunctionNumber) -> [Call] { calls[number] ?? [] }

  private static func started(
    by number: FunctionNumber, _ analysis: FlowAnalysis
  ) -> [FunctionNumber] {
    let function = analysis.program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    return function.body.instructions.flatMap { instruction -> [FunctionNumber] in
      guard instruction.opcode == .go,
        case .functions(let found) = analysis.facts.targets.target(
          of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest)
      else { return [] }
      return found.map(\.function)
    }
  }

  private static func calls(of number: FunctionNumber, _ analysis: FlowAnalysis) -> [Call] {
    let function = analysis.program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    var calls: [Call] = []
    for (index, instruction) in function.body.instructions.enumerated()
    where instruction.opcode == .call || instruction.opcode == .defer {
      let value = ValueID(index)
      let callee = CalleeNumber(rawValue: instruction.payload)
      var targets: [FunctionNumber] = []
      if case .functions(let found) = analysis.facts.targets.target(of: callee, isInTest: isInTest)
      {
        targets = found.map(\.function)
      }
      calls += targets.map { Call(value: value, target: $0, runner: nil) }
      for operand in function.body.operands(of: instruction) where !operand.isNone {
        for given in functions(in: operand, of: function, analysis) {
          if targets.isEmpty { calls.append(Call(value: value, target: given, runner: nil)) }
          calls += targets.map { Call(value: value, target: given, runner: $0) }
        }
      }
    }
    return calls
  }

  /// The functions that a value is, where the body itself makes it: a literal, a declared function,
  /// or a method with its receiver.
  static func functions(
    in value: ValueID, of function: FlowFunction, _ analysis: FlowAnalysis
  ) -> [FunctionNumber] {
    let instruction = function.body.instructions[value.index]
    switch instruction.opcode {
    case .closure: return [FunctionNumber(rawValue: instruction.payload)]
    case .function, .methodValue:
      guard
        case .functions(let found) = analysis.facts.targets.target(
          of: CalleeNumber(rawValue: instruction.payload),
          isInTest: function.traits.contains(.isInTest))
      else { return [] }
      return found.map(\.function)
    default: return []
    }
  }
}
