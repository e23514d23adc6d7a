import Basics
import GoIR
import LibraryModels

/// What a program hands to `sync.Once` and its like.
struct OnceRuns: Sendable {
  /// The functions that are run at most once for each receiver, and those that only they call.
  private(set) var functions = BitSet<FunctionNumber>()
  /// Where what keeps count of it lies.
  private(set) var places: Set<SlotKey.Base> = []

  init(_ program: FlowProgram, _ graph: CallGraph, _ targets: CallTargets) {
    for number in program.functions.ids {
      for (index, instruction) in program.functions[number].body.instructions.enumerated()
      where instruction.opcode == .call || instruction.opcode == .defer {
        note(ValueID(index), number, program, targets)
      }
    }
    addCalled(program, graph)
  }

  /// Adds what only these functions mention.
  private mutating func addCalled(_ program: FlowProgram, _ graph: CallGraph) {
    var users: [FunctionNumber: [FunctionNumber]] = [:]
    var pending = Array(functions)
    var below = functions
    while let number = pending.popLast() {
      for callee in graph.callees(of: number) where below.insert(callee) { pending.append(callee) }
    }
    for number in program.functions.ids {
      for callee in graph.callees(of: number) where below.contains(callee) {
        users[callee, default: []].append(number)
      }
    }
    pending = Array(functions)
    while let number = pending.popLast() {
      for callee in graph.callees(of: number)
      where !program.functions[callee].traits.contains(.isExported)
        && users[callee]?.allSatisfy({ functions.contains($0) }) == true
        && functions.insert(callee)
      {
        pending.append(callee)
      }
    }
  }

  private mutating func note(
    _ call: ValueID, _ number: FunctionNumber, _ program: FlowProgram, _ targets: CallTargets
  ) {
    let function = program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    let instruction = function.body.instructions[call.index]
    let callee = CalleeNumber(rawValue: instruction.payload)
    guard case .model(let model) = targets.target(of: callee, isInTest: isInTest),
      model.effects?.runs.contains(where: { $0.strand == .once }) == true
    else { return }
    if instruction.flags.contains(.receiver),
      let place = NamedPlaces(program: program).place(
        of: function.body.operand(call, 0), in: number)
    {
      places.insert(place)
    }
    for operand in function.body.operands(of: instruction) where !operand.isNone {
      let value = function.body.instructions[operand.index]
      switch value.opcode {
      case .closure: functions.insert(FunctionNumber(rawValue: value.payload))
      case .function, .methodValue:
        let callee = CalleeNumber(rawValue: value.payload)
        guard case .functions(let found) = targets.target(of: callee, isInTest: isInTest) else {
          continue
        }
        for target in found { functions.insert(target.function) }
      default: continue
      }
    }
  }
}
