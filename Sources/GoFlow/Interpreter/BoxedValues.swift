import Basics
import GoIR
import LibraryModels

/// Values of interfaces of which this function knows the type, since it converted them: what a
/// library call writes into an `io.Writer` goes into the buffer behind it.
extension BodyInterpreter {
  static let maximumActiveMethods = 3

  /// Notes the types of what a call is given as interfaces, of a library's function or of one of
  /// the program: those whose methods the call graph has below this function.
  func noteBoxed(_ operands: CallOperands, isOfLibrary: Bool) {
    if !hasConversions { return }
    for value in operands.values {
      guard let conversion = body.conversion(value) else { continue }
      if program.methods(of: conversion).isEmpty
        || !isOfLibrary && !program.mayBeHandedOn(conversion)
      {
        continue
      }
      for cell in cells(of: leafSet(value)) where boxed[cell]?.contains(conversion) != true {
        boxed[cell, default: []].append(conversion)
        rounds.changeTables()
      }
    }
  }

  /// What those of the variadic arguments of a library call lead to that it may look into: not
  /// what lies in an interface and is of a type that nobody knows here, and not what says itself
  /// how it is printed.
  func plainArguments(_ arguments: ValueID) -> SetID {
    guard !arguments.isNone, body.instructions[arguments.index].opcode == .composite else {
      return .empty
    }
    var set = SetID.empty
    for position in 0..<Int(body.instructions[arguments.index].operandCount) {
      let value = operand(arguments, position)
      if value.isNone || kind(value) == .interface && !isPlain(value) { continue }
      set = tables.sets.union(set, leafSet(value))
    }
    return set
  }

  /// Whether an interface value is made here of a type that no printer calls methods of.
  private func isPlain(_ value: ValueID) -> Bool {
    guard body.instructions[value.index].opcode == .convert,
      kind(operand(value, 0)) != .interface
    else { return false }
    guard let conversion = body.conversion(value) else { return true }
    return !program.printsItself(conversion)
  }

  /// Whether the type of something is known that a set of interface values leads to.
  func isBoxed(_ set: SetID) -> Bool {
    !boxed.isEmpty && tables.sets[set].contains { boxed[tables.references[$0].cell] != nil }
  }

  /// Starts the methods of the values that a set of interface values leads to.
  func startBoxed(_ set: SetID, _ start: StrandStart, signalled: [Cell]) {
    if boxed.isEmpty { return }
    for id in tables.sets[set] {
      let receiver = tables.sets.single(id)
      for conversion in boxed[tables.references[id].cell] ?? [] {
        for target in program.methods(of: conversion) {
          startMethod(target, receiver, start, signalled)
        }
      }
    }
  }

  private func startMethod(
    _ target: CallTarget, _ receiver: SetID, _ start: StrandStart, _ signalled: [Cell]
  ) {
    switch target {
    case .functions(let functions):
      // Of handlers it is known that requests run them, whoever registers them.
      for function in functions where !program.isHandler(function.function) {
        startTarget(
          (function.function, function.way, .empty),
          CallRoots(arguments: [([.whole], [receiver])]), start, [.none], signalled: signalled)
      }
    case .model(let model):
      startModel(
        model, CallOperands(values: [.none], hasReceiver: true, receiver: receiver), start,
        signalled: signalled)
    case .value, .builtin, .unknown: break
    }
  }

  /// Starts a call that a model tells of: `go encoder.Encode(v)`.
  func startModel(
    _ model: FunctionModel, _ operands: CallOperands, _ start: StrandStart,
    signalled: [Cell] = []
  ) {
    guard let effects = model.effects else { return }
    if effects.runsMethods { noteBoxed(operands, isOfLibrary: true) }
    giveAway(roots(operands))
    ofGoroutine = []
    for access in effects.accesses { use(access, operands) }
    for run in effects.runs where run.strand == .now { runBoxed(set(of: run.function, operands)) }
    let uses = ofGoroutine ?? []
    ofGoroutine = nil
    if !uses.isEmpty || phase == .settle, !effects.accesses.isEmpty || !effects.runs.isEmpty {
      let place = UInt64(start.function.rawValue) << 32 | UInt64(start.value.rawValue)
      let list = tables.cellLists.id(of: signalled)
      let name = TokenName(
        value: current, source: Self.sourceOfModels + list.rawValue, group: place)
      let id = token(name, start, waited: [], signalled: signalled)
      for use in uses {
        var access = use
        (access.mustLocks, access.mayLocks) = (.empty, .empty)
        tokens[id.index].add(access)
        goroutineObjects.insert(access.cell.object)
      }
      // One goroutine makes several such calls.
      if !begunByCall.contains(id) {
        begunByCall.append(id)
        begin([id])
      }
    }
    for run in effects.runs {
      startValues(set(of: run.function, operands), roots: CallRoots(arguments: []), start, [])
    }
  }

  /// What stands for the called function in the names of goroutines that run library calls.
  private static let sourceOfModels: UInt32 = 1 << 29

  /// Runs the methods of the values that a set of interface values leads to.
  func runBoxed(_ set: SetID) {
    if boxed.isEmpty || activeMethods >= Self.maximumActiveMethods { return }
    activeMethods += 1
    defer { activeMethods -= 1 }
    for id in tables.sets[set] {
      let receiver = tables.sets.single(id)
      for conversion in boxed[tables.references[id].cell] ?? [] {
        for target in program.methods(of: conversion) { runMethod(target, receiver) }
      }
    }
  }

  /// Runs a method for a library, which may do so or not.
  private func runMethod(_ target: CallTarget, _ receiver: SetID) {
    let roots = CallRoots(arguments: [([.whole], [receiver])])
    let before = state
    switch target {
    case .functions(let functions):
      _ = runAll(
        functions.map { ($0.function, $0.way, SetID.empty) }, roots, [.none], .empty)
    case .model(let model):
      _ = runModel(
        model, CallOperands(values: [.none], hasReceiver: true, receiver: receiver), roots, .empty)
    case .value, .builtin, .unknown: return
    }
    joinState(before)
  }
}
