import Basics
import GoIR
import GoSyntax

/// A number that a called function works out of what it is given, and that is no sum of that: it is
/// the same whenever these numbers are.
struct ResultNumber: Hashable {
  var function: FunctionNumber
  /// What works it out, in that function's body; `none` where it is what the function returns, and
  /// several places say what.
  var value: ValueID
  /// Which result that is.
  var result: UInt32
  /// The parameters that it is worked out of, as the caller's numbers.
  var arguments: [Argument]

  struct Argument: Hashable {
    var parameter: UInt32
    var number: NumberSum
  }
}

/// Those of a body, each with one number of its own.
struct ResultNumbers {
  private(set) var all: [ResultNumber] = []
  private var numbers: [ResultNumber: UInt32] = [:]

  mutating func number(of result: ResultNumber) -> UInt32 {
    if let known = numbers[result] { return known }
    let number = UInt32(all.count)
    all.append(result)
    numbers[result] = number
    return number
  }
}

/// What calls give as numbers: where a helper says where a part begins and ends.
extension BodyInterpreter {
  private static let longestHelper = 64

  /// What a call gives as a number of the caller; nil where that is not known.
  func number(ofResult result: UInt32, of call: ValueID) -> NumberSum? {
    let instruction = body.instructions[call.index]
    guard instruction.opcode == .call, !instruction.flags.contains(.functionValue),
      case .functions(let targets) = program.target(
        of: CalleeNumber(rawValue: instruction.payload),
        isInTest: function.traits.contains(.isInTest)),
      targets.count == 1, targets[0].function != number
    else { return nil }
    let helper = program.function(targets[0].function).body
    guard helper.instructions.count <= Self.longestHelper else { return nil }
    var arguments: [ResultNumber.Argument] = []
    for position in 0..<Int(instruction.operandCount) {
      let operand = operand(call, position)
      guard !operand.isNone, [.none, .slice].contains(body.instructions[operand.index].kind) else {
        continue
      }
      arguments.append(
        ResultNumber.Argument(parameter: UInt32(position), number: sum(operand)))
    }
    return number(
      ResultNumber(
        function: targets[0].function, value: .none, result: result, arguments: arguments), helper)
  }

  /// What a called function returns as a result: the one sum that all its returns say, or a number of
  /// its own.
  private func number(_ wanted: ResultNumber, _ helper: FlowBody) -> NumberSum? {
    let sums = returned(wanted, helper)
    guard let first = sums.first else { return nil }
    return sums.allSatisfy { $0 == first } ? first : atom(wanted)
  }

  /// What each of the returns says; empty where that is not known of one.
  private func returned(_ wanted: ResultNumber, _ helper: FlowBody) -> [NumberSum] {
    var sums: [NumberSum] = []
    for (index, instruction) in helper.instructions.enumerated()
    where instruction.opcode == .return {
      guard wanted.result < instruction.operandCount,
        case let value = helper.operand(ValueID(index), Int(wanted.result)), !value.isNone,
        let sum = sum(value, of: wanted, helper)
      else { return [] }
      sums.append(sum)
    }
    return sums
  }

  private func atom(_ number: ResultNumber) -> NumberSum {
    NumberSum(NumberAtom(root: .result, number: knownNumbers.results.number(of: number)))
  }

  /// A number of a called function's body as a sum of the caller's numbers.
  private func sum(
    _ value: ValueID, of wanted: ResultNumber, _ helper: FlowBody, depth: Int = 0
  ) -> NumberSum? {
    let instruction = helper.instructions[value.index]
    guard depth < 8, instruction.kind == .none else { return nil }
    func operand(_ position: Int) -> NumberSum? {
      let operand = helper.operand(value, position)
      return operand.isNone ? nil : sum(operand, of: wanted, helper, depth: depth + 1)
    }
    switch instruction.opcode {
    case .constant where instruction.flags.contains(.integer):
      return NumberSum(Int32(bitPattern: instruction.payload))
    case .parameter: return wanted.argument(instruction.payload)
    case .convert where instruction.operandCount == 1: return operand(0)
    case .builtin where instruction.payload == Builtin.len.rawValue:
      return length(helper.operand(value, 0), of: wanted, helper)
    case .binary:
      guard let left = operand(0), let right = operand(1) else { return nil }
      let found: NumberSum?
      switch NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)) {
      case .plus: found = left.plus(right)
      case .minus: found = left.minus(right)
      case .star: found = left.times(right)
      default: found = nil
      }
      return found ?? workedOut(value, of: wanted, helper)
    case .builtin, .phi: return workedOut(value, of: wanted, helper)
    default: return nil
    }
  }

  private func length(
    _ slice: ValueID, of wanted: ResultNumber, _ helper: FlowBody
  ) -> NumberSum? {
    guard !slice.isNone, case let parameter = helper.instructions[slice.index],
      parameter.opcode == .parameter, parameter.kind == .slice,
      var atom = wanted.argument(parameter.payload)?.onlyAtom, atom.isPlain
    else { return nil }
    atom.isLength = true
    return NumberSum(atom)
  }

  /// A number that is no sum: it has a number of its own, by what it is worked out of.
  private func workedOut(
    _ value: ValueID, of wanted: ResultNumber, _ helper: FlowBody
  ) -> NumberSum? {
    var parameters: Set<UInt32> = []
    guard helper.isWorkedOut(value, of: &parameters) else { return nil }
    var number = wanted
    number.value = value
    number.result = 0
    number.arguments.removeAll { !parameters.contains($0.parameter) }
    return number.arguments.count == parameters.count ? atom(number) : nil
  }

  // MARK: What is known of one

  private func operands(of number: ResultNumber) -> [NumberSum] {
    let helper = program.function(number.function).body
    if number.value.isNone { return returned(number, helper) }
    let count = Int(helper.instructions[number.value.index].operandCount)
    let sums = (0..<count).compactMap { position -> NumberSum? in
      let operand = helper.operand(number.value, position)
      return operand.isNone ? nil : sum(operand, of: number, helper)
    }
    return sums.count == count ? sums : []
  }

  /// Numbers that the result of a call is at least, or at most.
  func bounds(ofResult atom: NumberAtom, above: Bool) -> [NumberSum] {
    let number = knownNumbers.results.all[Int(atom.number)]
    guard atom.isPlain, !number.value.isNone,
      case let instruction = program.function(number.function).body.instructions[number.value.index],
      instruction.opcode == .builtin,
      instruction.payload == (above ? Builtin.min : .max).rawValue
    else { return [] }
    return operands(of: number)
  }

  /// Of a number for which several ways say what it is these; nil for others.
  func ways(ofResult atom: NumberAtom) -> [NumberSum]? {
    let number = knownNumbers.results.all[Int(atom.number)]
    if number.value.isNone { return operands(of: number) }
    let helper = program.function(number.function).body
    guard helper.instructions[number.value.index].opcode == .phi else { return nil }
    return operands(of: number)
  }

  /// Whether something holds for all that the result of a call is worked out of; of what several ways
  /// say it is not known.
  func isWorkedOut(ofResult atom: NumberAtom, where holds: (NumberAtom) -> Bool) -> Bool {
    ways(ofResult: atom) == nil
      && knownNumbers.results.all[Int(atom.number)].arguments.allSatisfy {
        $0.number.atoms.allSatisfy(holds)
      }
  }
}

extension ResultNumber {
  func argument(_ parameter: UInt32) -> NumberSum? {
    arguments.first { $0.parameter == parameter }?.number
  }
}

extension FlowBody {
  /// Whether a number is worked out of parameters and constants alone, without a loop; adds the
  /// parameters. Where several ways meet they say nothing of which one is gone.
  fileprivate func isWorkedOut(
    _ value: ValueID, of parameters: inout Set<UInt32>, depth: Int = 0
  ) -> Bool {
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .constant: return true
    case .parameter:
      parameters.insert(instruction.payload)
      return true
    case .binary, .unary, .convert, .builtin, .phi:
      guard depth < 8, instruction.kind == .none, instruction.opcode != .phi || depth == 0 else {
        return false
      }
      return (0..<Int(instruction.operandCount)).allSatisfy {
        let operand = operand(value, $0)
        return !operand.isNone && operand < value
          && isWorkedOut(operand, of: &parameters, depth: depth + 1)
      }
    default: return false
    }
  }
}
