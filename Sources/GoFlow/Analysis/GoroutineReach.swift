import Basics
import GoIR
import LibraryModels

/// Which functions may run in a goroutine that the program or a library starts, told from the call
/// graph alone, before any body is interpreted.
///
/// Over-approximates: a function value that is stored, sent, given back or captured counts as
/// started; one that is called, deferred, or handed to a function that only calls it, does not.
/// Methods of types that hold locks count too, since such types are made for several goroutines.
struct GoroutineReach: Sendable {
  private let program: FlowProgram
  private let graph: CallGraph
  private let targets: CallTargets
  private(set) var functions = BitSet<FunctionNumber>()
  /// The functions that may matter to what runs at the same time: those that may run in a
  /// goroutine, those that may start one, directly or not, and all that these run.
  private(set) var concerned = BitSet<FunctionNumber>()
  /// The parameters that a function may start or keep, one bit each.
  private var started: [UInt64]

  init(
    _ program: FlowProgram, _ graph: CallGraph, _ targets: CallTargets, _ shapes: HandlerShapes
  ) {
    self.program = program
    self.graph = graph
    self.targets = targets
    started = Array(repeating: 0, count: program.functions.count)
    findStartedParameters()
    var roots = BitSet<FunctionNumber>()
    for number in program.functions.ids
    where !targets.implementsGoroutines(number, program) { addRoots(of: number, &roots) }
    addMethodsOfLockedTypes(&roots)
    for number in program.functions.ids where shapes.isHandler(program.functions[number]) {
      roots.insert(number)
    }
    functions = runs(roots)
    concerned = runs(functions.union(startersAbove()))
  }

  /// Some functions and all that they run.
  private func runs(_ roots: BitSet<FunctionNumber>) -> BitSet<FunctionNumber> {
    var found = roots
    var pending = Array(roots)
    while let number = pending.popLast() {
      for callee in graph.callees(of: number) where found.insert(callee) { pending.append(callee) }
    }
    return found
  }

  /// The functions that start goroutines, and all that run these.
  private func startersAbove() -> BitSet<FunctionNumber> {
    var callers: [[FunctionNumber]] = Array(repeating: [], count: program.functions.count)
    var found = BitSet<FunctionNumber>()
    for number in program.functions.ids {
      for callee in graph.callees(of: number) { callers[callee.index].append(number) }
      if targets.implementsGoroutines(number, program) { continue }
      if starts(program.functions[number]) { found.insert(number) }
    }
    var pending = Array(found)
    while let number = pending.popLast() {
      for caller in callers[number.index] where found.insert(caller) { pending.append(caller) }
    }
    return found
  }

  private func starts(_ function: FlowFunction) -> Bool {
    let isInTest = function.traits.contains(.isInTest)
    return function.body.instructions.contains { instruction in
      switch instruction.opcode {
      case .go: return true
      case .call, .defer:
        guard
          case .model(let model) = targets.target(
            of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest)
        else { return false }
        return model.marksParallel
          || model.effects?.runs.contains { !$0.strand.isOfCaller } == true
          || model.effects?.retentions.contains { $0.keeper == .library } == true
      default: return false
      }
    }
  }

  // MARK: Function values

  /// What becomes of the value of an instruction.
  private enum Fate {
    /// It is only called.
    case called
    case started
  }

  /// Which parameters functions start, themselves or through functions that they call: until
  /// nothing changes. Each parameter changes once at most.
  private mutating func findStartedParameters() {
    var callers: [[FunctionNumber]] = Array(repeating: [], count: program.functions.count)
    for number in program.functions.ids {
      for callee in graph.callees(of: number) { callers[callee.index].append(number) }
    }
    var pending = Array(program.functions.ids)
    var isPending = Array(repeating: true, count: pending.count)
    while let number = pending.popLast() {
      isPending[number.index] = false
      let function = program.functions[number]
      guard function.parameters.contains(where: { $0.kind == .function || $0.kind == .interface })
      else { continue }
      var mask = started[number.index]
      let uses = ValueUses(function.body)
      for (index, instruction) in function.body.instructions.enumerated() {
        guard instruction.opcode == .parameter, instruction.payload < 64,
          instruction.kind == .function,
          mask & (1 << UInt64(instruction.payload)) == 0
        else { continue }
        if fate(of: ValueID(index), number, function, uses) == .started {
          mask |= 1 << UInt64(instruction.payload)
        }
      }
      if mask == started[number.index] { continue }
      started[number.index] = mask
      for caller in callers[number.index] where !isPending[caller.index] {
        isPending[caller.index] = true
        pending.append(caller)
      }
    }
  }

  private func fate(
    of value: ValueID, _ number: FunctionNumber, _ function: FlowFunction, _ uses: ValueUses
  ) -> Fate {
    var pending = [value]
    var seen: Set<ValueID> = [value]
    while let current = pending.popLast() {
      for (user, position) in uses.uses(of: current) {
        let instruction = function.body.instructions[user.index]
        switch instruction.opcode {
        case .phi, .convert, .assert, .extract:
          if seen.insert(user).inserted { pending.append(user) }
        case .go: return .started
        case .call, .defer:
          if isStarted(position, instruction, function) { return .started }
        case .branch, .binary, .unary: break
        default: return .started
        }
      }
    }
    return .called
  }

  /// Whether a call may start the function value at an operand's position.
  private func isStarted(
    _ position: Int, _ call: FlowInstruction, _ function: FlowFunction
  ) -> Bool {
    let first = call.flags.contains(.functionValue) ? 1 : 0
    if position < first { return false }
    let argument = position - first
    let callee = CalleeNumber(rawValue: call.payload)
    switch targets.target(of: callee, isInTest: function.traits.contains(.isInTest)) {
    case .functions(let targets):
      return targets.contains { target in
        argument >= 64 || started[target.function.index] & (1 << UInt64(argument)) != 0
      }
    case .model(let model):
      guard let effects = model.effects else { return false }
      let plain = argument - (call.flags.contains(.receiver) ? 1 : 0)
      return effects.runs.contains { run in
        switch run.function {
        case .argument(let wanted), .variadic(let wanted):
          wanted == plain && !run.strand.isOfCaller
        case .receiver, .kept, .field, .result: false
        }
      } || effects.retentions.contains { $0.value == .argument(plain) }
    case .value: return true
    case .builtin, .unknown: return false
    }
  }

  private func addRoots(of number: FunctionNumber, _ roots: inout BitSet<FunctionNumber>) {
    let function = program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    var uses: ValueUses?
    for (index, instruction) in function.body.instructions.enumerated() {
      switch instruction.opcode {
      case .go: add(instruction, isInTest, &roots)
      case .call:
        if case .model(let model) = targets.target(
          of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest),
          model.marksParallel
        {
          roots.insert(number)
        }
      case .closure, .function, .methodValue:
        if uses == nil { uses = ValueUses(function.body) }
        guard let uses, fate(of: ValueID(index), number, function, uses) == .started else {
          continue
        }
        if instruction.opcode == .closure {
          roots.insert(FunctionNumber(rawValue: instruction.payload))
        } else {
          add(instruction, isInTest, &roots)
        }
      default: break
      }
    }
  }

  /// What an instruction with a callee runs.
  private func add(
    _ instruction: FlowInstruction, _ isInTest: Bool, _ roots: inout BitSet<FunctionNumber>
  ) {
    let callee = CalleeNumber(rawValue: instruction.payload)
    guard case .functions(let found) = targets.target(of: callee, isInTest: isInTest) else {
      return
    }
    for target in found { roots.insert(target.function) }
  }

  // MARK: Types made for several goroutines

  private func addMethodsOfLockedTypes(_ roots: inout BitSet<FunctionNumber>) {
    var locked: Set<TypeName> = []
    for function in program.functions.elements where function.traits.contains(.hasReceiver) {
      let name = TypeName(package: function.key.package, name: function.key.receiver)
      if locked.contains(name) { continue }
      let isInTest = function.traits.contains(.isInTest)
      let locks = function.body.instructions.contains { instruction in
        guard instruction.opcode == .call || instruction.opcode == .defer,
          case .model(let model) = targets.target(
            of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest)
        else { return false }
        return model.effects?.locks.contains {
          $0.action != .claim && $0.action != .count
        } == true
      }
      if locks { locked.insert(name) }
    }
    for number in program.functions.ids {
      let function = program.functions[number]
      guard function.traits.contains(.hasReceiver) else { continue }
      if locked.contains(TypeName(package: function.key.package, name: function.key.receiver)) {
        roots.insert(number)
      }
    }
  }
}

/// The instructions that use each value of a body.
private struct ValueUses {
  private var starts: [UInt32]
  private var users: [(user: ValueID, position: Int)]

  init(_ body: FlowBody) {
    var counts = Array(repeating: UInt32(0), count: body.instructions.count + 1)
    for operand in body.operands where !operand.isNone { counts[operand.index] += 1 }
    var total: UInt32 = 0
    for index in counts.indices {
      total += counts[index]
      counts[index] = total - counts[index]
    }
    starts = counts
    users = Array(repeating: (.none, 0), count: Int(total))
    var next = counts
    for (index, instruction) in body.instructions.enumerated() {
      for position in 0..<Int(instruction.operandCount) {
        let operand = body.operands[Int(instruction.firstOperand) + position]
        if operand.isNone { continue }
        users[Int(next[operand.index])] = (ValueID(index), position)
        next[operand.index] += 1
      }
    }
  }

  func uses(of value: ValueID) -> ArraySlice<(user: ValueID, position: Int)> {
    users[Int(starts[value.index])..<Int(starts[value.index + 1])]
  }
}

/// The slots into which goroutines may look: a function that may run in one names them.
struct WatchedSlots {
  private var fields = BitSet<FieldNumber>()
  private var globals = BitSet<GlobalNumber>()
  /// The declarations that a goroutine may run a part of.
  private var declarations = BitSet<FunctionNumber>()

  init(_ program: FlowProgram, _ reach: GoroutineReach) {
    for number in reach.functions {
      declarations.insert(program.declaration(of: number))
      let body = program.functions[number].body
      for instruction in body.instructions where instruction.opcode == .field {
        fields.insert(FieldNumber(rawValue: instruction.payload))
      }
      for node in body.addresses {
        switch node.step {
        case .field: fields.insert(FieldNumber(rawValue: node.payload))
        case .global: globals.insert(GlobalNumber(rawValue: node.payload))
        default: break
        }
      }
    }
  }

  func contains(_ base: SlotKey.Base) -> Bool {
    switch base {
    case .field(let field): fields.contains(field)
    case .global(let global): globals.contains(global)
    case .variable(let declaration, _): declarations.contains(declaration)
    }
  }
}
