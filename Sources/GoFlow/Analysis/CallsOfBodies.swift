import Basics
import GoIR

/// The functions that a function may run in its own goroutine: those that it calls, and literals that
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
  /// The functions that hand literals to each function.
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
        let closure = function.body.instructions[operand.index]
        guard closure.opcode == .closure else { continue }
        let literal = FunctionNumber(rawValue: closure.payload)
        if targets.isEmpty { calls.append(Call(value: value, target: literal, runner: nil)) }
        calls += targets.map { Call(value: value, target: literal, runner: $0) }
      }
    }
    return calls
  }
}
