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
    for number in analysis.program.functions.ids { read(number, analysis) }
  }

  func calls(of number: FunctionNumber) -> [Call] { calls[number] ?? [] }

  private mutating func read(_ number: FunctionNumber, _ analysis: FlowAnalysis) {
    let function = analysis.program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    var found: [Call] = []
    for (index, instruction) in function.body.instructions.enumerated() {
      switch instruction.opcode {
      case .go, .call, .defer: break
      default: continue
      }
      let value = ValueID(index)
      var targets: [FunctionNumber] = []
      if case .functions(let functions) = analysis.facts.targets.target(
        of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest)
      {
        targets = functions.map(\.function)
      }
      if instruction.opcode == .go {
        started.formUnion(targets)
        continue
      }
      for target in targets { found.append(Call(value: value, target: target, runner: nil)) }
      for operand in function.body.operands(of: instruction) where !operand.isNone {
        for given in Self.functions(in: operand, of: function, analysis) {
          if targets.isEmpty { found.append(Call(value: value, target: given, runner: nil)) }
          for target in targets {
            found.append(Call(value: value, target: given, runner: target))
            handers[target, default: []].insert(number)
          }
        }
      }
    }
    if !found.isEmpty { calls[number] = found }
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
