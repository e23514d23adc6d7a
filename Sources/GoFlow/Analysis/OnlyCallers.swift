import Basics

/// The functions that one other function alone calls: what they do it does. Worked out when it is asked
/// for first. Used by one thread.
final class OnlyCallers {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  private lazy var callers = collect()

  private static let longestChain = 8

  init(_ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>) {
    self.program = program
    self.functions = functions
  }

  /// Goes over all calls. What tests do says nothing.
  private func collect() -> [FunctionNumber] {
    var callers: [FunctionNumber?] = Array(repeating: nil, count: functions.count)
    for number in functions.ids where !program.functions[number].traits.contains(.isInTest) {
      for edge in functions[number].calls.edges where !edge.target.isNone {
        let target = edge.target.index
        let known = callers[target]
        callers[target] =
          edge.start == nil && (known == nil || known == number) ? number : FunctionNumber.none
      }
    }
    for number in program.functionsAsValues() { callers[number.index] = FunctionNumber.none }
    return callers.map { $0 ?? .none }
  }

  /// The function that does what a function does; itself where others may call it.
  func home(of function: FunctionNumber) -> FunctionNumber {
    var current = function
    for _ in 0..<Self.longestChain {
      let caller = callers[current.index]
      guard !caller.isNone, !program.functions[current].traits.contains(.isExported),
        program.functions[current].key.package == program.functions[caller].key.package
      else { break }
      current = caller
    }
    return current
  }
}

extension FlowProgram {
  /// The declared functions that somewhere are a value: who calls that is not told by the calls. Goes over
  /// all bodies.
  func functionsAsValues() -> Set<FunctionNumber> {
    var found: Set<FunctionNumber> = []
    for function in functions.elements {
      for instruction in function.body.instructions
      where instruction.opcode == .function || instruction.opcode == .methodValue {
        let callee = CalleeNumber(rawValue: instruction.payload)
        if case .function(let number) = resolve(
          callee, inTest: function.traits.contains(.isInTest)), !number.isNone
        {
          found.insert(number)
        }
      }
    }
    return found
  }
}
