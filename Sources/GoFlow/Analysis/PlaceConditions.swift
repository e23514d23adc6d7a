import Basics
import GoIR

/// What holds wherever a function comes to a place: what its branches asked for on all ways there.
struct PlaceConditions {
  /// What a branch asks for.
  enum Question: Hashable {
    /// A field or variable.
    case place(SlotKey.Base)
    /// A parameter, by its position, the receiver first.
    case parameter(UInt32)
  }

  /// A question and its answer: whether what it asks for is true, or neither zero nor nil.
  struct Condition: Hashable {
    var question: Question
    var isSet: Bool
  }

  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  private let facts: ProgramFacts
  private let names: NamedPlaces

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ facts: ProgramFacts
  ) {
    self.program = program
    self.functions = functions
    self.facts = facts
    names = NamedPlaces(program: program)
  }

  /// What holds at an instruction.
  func conditions(at site: FlowSite) -> Set<Condition> {
    conditions(at: site, isInCallee: false)
  }

  /// The flags that were found not set where an instruction is gone to.
  func unsetPlaces(at site: FlowSite) -> Set<SlotKey.Base> {
    Set(
      conditions(at: site).compactMap { condition in
        if case .place(let place) = condition.question, !condition.isSet { return place }
        return nil
      })
  }

  private func conditions(at site: FlowSite, isInCallee: Bool) -> Set<Condition> {
    guard !site.value.isNone else { return [] }
    let body = program.functions[site.function].body
    let order = BodyOrder(body)
    let home = order.block(of: site.value)
    let ends =
      facts.neverReturning.callers.contains(site.function)
      ? facts.neverReturning.deadEnds(of: site.function, program, facts.targets) : []
    var found: Set<Condition> = []
    for (index, block) in body.blocks.enumerated()
    where block.successorCount == 2 && block.end > block.start && block.end <= site.value.rawValue {
      let branch = body.instructions[Int(block.end) - 1]
      guard branch.opcode == .branch, branch.operandCount == 1,
        case let asked = body.operands[Int(branch.firstOperand)],
        case let condition = condition(
          where: asked, isTrue: true, in: site.function, isInCallee: isInCallee),
        case let check = condition == nil && !isInCallee ? body.check(asked) : nil,
        condition != nil || check != nil
      else { continue }
      let sides = Array(body.successors(of: BlockID(index)))
      let avoided = ends.union([BlockID(index)])
      let ways = sides.map { body.reaches(home, from: $0, without: avoided) }
      guard ways[0] != ways[1], !body.reaches(home, from: .entry, without: avoided) else {
        continue
      }
      if let condition {
        found.insert(
          Condition(question: condition.question, isSet: condition.isSet == ways[0]))
      } else if let check, check.isPassedIfTrue == ways[0] {
        found.formUnion(conditions(wherePassed: check, in: site.function))
      }
    }
    return found
  }

  /// What holds where a value is true or false; nil where that is not known.
  private func condition(
    where value: ValueID, isTrue: Bool, in number: FunctionNumber, isInCallee: Bool = false
  ) -> Condition? {
    guard !value.isNone else { return nil }
    let body = program.functions[number].body
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .load, .parameter:
      return question(value, in: number).map { Condition(question: $0, isSet: isTrue) }
    case .unary:
      return condition(
        where: body.operand(value, 0), isTrue: !isTrue, in: number, isInCallee: isInCallee)
    case .binary:
      guard let comparison = body.comparison(value), comparison.isWithZero,
        let question = question(comparison.value, in: number)
      else { return nil }
      return Condition(question: question, isSet: comparison.isEqual != isTrue)
    case .call where !isInCallee:
      let targets = functions[number].calls.edges.filter { $0.value == value && $0.start == nil }
      guard targets.count == 1, let target = targets.first?.target, !target.isNone else {
        return nil
      }
      return answer(of: target, isTrue: isTrue)
    default: return nil
    }
  }

  private func question(_ value: ValueID, in number: FunctionNumber) -> Question? {
    let instruction = program.functions[number].body.instructions[value.index]
    switch instruction.opcode {
    case .load: return names.used(by: value, in: number).map { .place($0) }
    case .parameter: return .parameter(instruction.payload)
    default: return nil
    }
  }

  /// What holds where a check found nothing wrong, as far as it does nothing but look: what holds
  /// wherever it ends so. Where its receiver is nil there is no memory that the caller could go on to.
  private func conditions(
    wherePassed check: FlowBody.Check, in caller: FunctionNumber
  ) -> Set<Condition> {
    let targets = functions[caller].calls.edges.filter {
      $0.value == check.call && $0.start == nil
    }
    guard targets.count == 1, let number = targets.first?.target, !number.isNone,
      number != caller, case let function = program.functions[number],
      !function.body.instructions.contains(where: { $0.opcode == .store })
    else { return [] }
    var common: Set<Condition>?
    for index in function.body.instructions.indices
    where function.body.instructions[index].opcode == .return {
      let value = ValueID(index)
      guard function.body.instructions[index].operandCount == 1 else { return [] }
      if isError(function.body.operand(value, 0), number) { continue }
      let found = conditions(at: FlowSite(function: number, value: value), isInCallee: true)
      if function.traits.contains(.hasReceiver), function.parameters.first?.kind == .pointer,
        found.contains(Condition(question: .parameter(0), isSet: false))
      {
        continue
      }
      common = common?.intersection(found) ?? found
    }
    return (common ?? []).filter {
      if case .place = $0.question { return true }
      return false
    }
  }

  /// Whether a value is one that says what went wrong: made here or by a library, or kept in a package
  /// variable for that.
  private func isError(_ value: ValueID, _ number: FunctionNumber) -> Bool {
    guard !value.isNone else { return false }
    let function = program.functions[number]
    var instruction = function.body.instructions[value.index]
    while instruction.opcode == .convert, instruction.operandCount > 0,
      case let next = function.body.operands[Int(instruction.firstOperand)], !next.isNone
    {
      instruction = function.body.instructions[next.index]
    }
    switch instruction.opcode {
    case .load: return function.body.addresses[Int(instruction.payload)].step == .global
    case .call:
      guard instruction.kind == .interface,
        case .model(let model) = facts.targets.target(
          of: CalleeNumber(rawValue: instruction.payload),
          isInTest: function.traits.contains(.isInTest))
      else { return false }
      return model.effects?.results.contains { $0.result == 0 && $0.origin == .fresh } == true
    default: return function.body.isSurelySomething(instruction)
    }
  }

  /// What holds where a function says yes, or no, that does nothing but look.
  private func answer(of number: FunctionNumber, isTrue: Bool) -> Condition? {
    let body = program.functions[number].body
    let returns = body.instructions.indices.filter { body.instructions[$0].opcode == .return }
    guard returns.count == 1, let last = returns.first,
      body.instructions[last].operandCount == 1,
      !body.instructions.contains(where: { $0.opcode == .store }),
      let condition = condition(
        where: body.operand(ValueID(last), 0), isTrue: isTrue, in: number, isInCallee: true),
      case .place = condition.question
    else { return nil }
    return condition
  }

  /// Whether a way, from call to call, ends in what its last place needs: nobody goes on where a call
  /// hands over a constant that the next place on the way rules out, as in `reset(false)` and
  /// `if all { … }`.
  func isPossible(_ way: [FlowSite]) -> Bool {
    zip(way, way.dropFirst()).allSatisfy { call, next in
      conditions(at: next).allSatisfy { condition in
        guard case .parameter(let position) = condition.question, runs(call, next.function),
          let isSet = constant(at: position, of: call)
        else { return true }
        return isSet == condition.isSet
      }
    }
  }

  /// Whether a call or `go` statement runs a function: of long ways the middle is left out.
  private func runs(_ call: FlowSite, _ function: FunctionNumber) -> Bool {
    functions[call.function].calls.edges.contains {
      $0.value == call.value && $0.target == function
    }
  }

  /// Whether the constant that a call gives a parameter is set; nil where it gives none.
  private func constant(at position: UInt32, of call: FlowSite) -> Bool? {
    guard !call.value.isNone else { return nil }
    let body = program.functions[call.function].body
    let instruction = body.instructions[call.value.index]
    guard [.call, .go, .defer].contains(instruction.opcode),
      !instruction.flags.contains(.functionValue)
    else {
      return nil
    }
    let argument = body.operand(call.value, Int(position))
    guard !argument.isNone else { return nil }
    let value = body.instructions[argument.index]
    switch value.opcode {
    case .zero: return false
    case .constant where value.flags.contains(.integer) || value.payload != 0: return value.isSet
    default: return nil
    }
  }
}

extension FlowBody {
  /// A condition that asks whether a call gave an error, or anything else at all.
  struct Check {
    var call: ValueID
    /// Whether the condition holds if it gave nothing.
    var isPassedIfTrue: Bool
  }

  /// What a condition checks; nil for other values.
  fileprivate func check(_ value: ValueID) -> Check? {
    guard !value.isNone, let comparison = comparison(value), comparison.isWithZero,
      case let asked = instructions[comparison.value.index],
      asked.opcode == .call, asked.kind == .interface
    else { return nil }
    return Check(call: comparison.value, isPassedIfTrue: comparison.isEqual)
  }
}
