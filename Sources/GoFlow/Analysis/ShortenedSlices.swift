import Basics
import GoIR
import LibraryModels

/// Fields and package variables that are assigned, or of which an element is, a slice of which it is not
/// sure that it is no shorter: there, `append` may write what a slice shows that was taken out before.
struct ShortenedSlices: Sendable {
  private var fields = BitSet<FieldNumber>()
  private var globals = BitSet<GlobalNumber>()

  /// Looks at all stores of a program, and at what functions give back of which results are stored.
  init(_ program: FlowProgram, _ targets: CallTargets) {
    var results = ShortenedResults(program, targets)
    for function in program.functions.elements {
      let body = function.body
      for instruction in body.instructions
      where instruction.opcode == .store && instruction.operandCount > 0 {
        guard let home = Self.home(of: instruction, body),
          results.mayShorten(body.operands[Int(instruction.firstOperand)], in: function)
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
}

/// Which values, and results of functions, may be slices that end before the end of another one of their
/// array.
private struct ShortenedResults {
  private struct Result: Hashable {
    var function: FunctionNumber
    var position: Int
  }

  private let program: FlowProgram
  private let targets: CallTargets
  /// Of results that were asked for; true while that is looked at.
  private var known: [Result: Bool] = [:]

  private static let deepest = 8

  init(_ program: FlowProgram, _ targets: CallTargets) {
    self.program = program
    self.targets = targets
  }

  mutating func mayShorten(_ value: ValueID, in function: FlowFunction) -> Bool {
    var seen: Set<ValueID> = []
    return mayShorten(value, function, &seen, depth: 0)
  }

  /// What was seen before is looked at already.
  private mutating func mayShorten(
    _ value: ValueID, _ function: FlowFunction, _ seen: inout Set<ValueID>, depth: Int
  ) -> Bool {
    guard !value.isNone, seen.insert(value).inserted else { return false }
    let body = function.body
    let instruction = body.instructions[value.index]
    let operands = body.operands(of: instruction)
    switch instruction.opcode {
    case .slice: return operands.count > 2 && !(operands.dropFirst(2).first?.isNone ?? true)
    case .append, .convert:
      guard let base = operands.first else { return true }
      return mayShorten(base, function, &seen, depth: depth)
    case .phi:
      for operand in operands where mayShorten(operand, function, &seen, depth: depth) {
        return true
      }
      return false
    // What a called function found somewhere may have been made shorter there.
    case .load, .receive: return depth > 0 && instruction.kind == .slice
    case .make, .composite, .constant, .zero, .new, .parameter: return false
    case .call: return instruction.kind == .slice && gives(value, 0, function, &seen, depth)
    case .extract:
      guard instruction.kind == .slice else { return false }
      guard let call = operands.first, !call.isNone,
        body.instructions[call.index].opcode == .call
      else { return true }
      return gives(call, Int(instruction.payload), function, &seen, depth)
    default: return instruction.kind == .slice
    }
  }

  /// Whether a result of a call may be one: the called function makes it so, or gives back such an
  /// argument.
  private mutating func gives(
    _ call: ValueID, _ position: Int, _ function: FlowFunction, _ seen: inout Set<ValueID>,
    _ depth: Int
  ) -> Bool {
    let instruction = function.body.instructions[call.index]
    let callee = CalleeNumber(rawValue: instruction.payload)
    switch targets.target(of: callee, isInTest: function.traits.contains(.isInTest)) {
    case .functions(let targets):
      for target in targets where mayShorten(target.function, position, depth: depth + 1) {
        return true
      }
      for operand in function.body.operands(of: instruction) where !operand.isNone {
        if mayShorten(operand, function, &seen, depth: depth) { return true }
      }
      return false
    case .model(let model): return !isMade(position, by: model)
    case .value, .builtin, .unknown: return true
    }
  }

  /// Whether a library makes a result anew.
  private func isMade(_ position: Int, by model: FunctionModel) -> Bool {
    let origins = (model.effects?.results ?? []).filter { $0.result == position }
    return !origins.isEmpty
      && origins.allSatisfy { origin in
        switch origin.origin {
        case .fresh, .copy: !origin.isReused
        case .view, .element, .taken: false
        }
      }
  }

  private mutating func mayShorten(_ number: FunctionNumber, _ position: Int, depth: Int) -> Bool {
    guard depth < Self.deepest else { return true }
    let result = Result(function: number, position: position)
    if let known = known[result] { return known }
    // Of those that call themselves nothing is known.
    known[result] = true
    let function = program.functions[number]
    var found = false
    for instruction in function.body.instructions where instruction.opcode == .return {
      let operands = Array(function.body.operands(of: instruction))
      var seen: Set<ValueID> = []
      if position >= operands.count
        || mayShorten(operands[position], function, &seen, depth: depth)
      {
        found = true
        break
      }
    }
    known[result] = found
    return found
  }
}
