import Basics
import GoIR
import LibraryModels

/// What a callee runs.
enum CallTarget: Hashable, Sendable {
  /// One function whose body runs; for the receiver, fields are followed first.
  struct Function: Hashable, Sendable {
    var function: FunctionNumber
    var way: [ConcreteType.EmbeddedStep]
  }
  case functions([Function])
  /// What models say of it.
  indirect case model(FunctionModel)
  /// The function value that is the first operand.
  case value
  /// A builtin function, of `go` and `defer`.
  case builtin(String)
  case unknown
}

extension BodyInterpreter {
  /// The operands of a call.
  struct CallOperands {
    /// The function value, where one is called.
    var function = ValueID.none
    /// The receiver first.
    var values: [ValueID] = []
    var hasReceiver = false
    /// What the receiver leads to where it is no operand.
    var receiver: SetID?
    /// What the results lead to, by position, once that is known.
    var results = Few<SetID>()
  }

  func callOperands(_ value: ValueID, _ instruction: FlowInstruction) -> CallOperands {
    var operands = CallOperands()
    var position = 0
    operands.values.reserveCapacity(Int(instruction.operandCount))
    if instruction.flags.contains(.functionValue) {
      operands.function = operand(value, 0)
      position = 1
    }
    operands.hasReceiver = instruction.flags.contains(.receiver)
    while position < Int(instruction.operandCount) {
      operands.values.append(operand(value, position))
      position += 1
    }
    return operands
  }

  func roots(_ operands: CallOperands) -> CallRoots {
    CallRoots(
      arguments: operands.values.map { value in
        if value.isNone { return (Few(), Few()) }
        return (paths(of: body.instructions[value.index].layout), Few(all: leaves(value)))
      })
  }

  // MARK: Calls here and now

  /// Does a call at the current place; gives the leaves of its results.
  func call(_ value: ValueID, _ instruction: FlowInstruction) -> Few<SetID> {
    let operands = callOperands(value, instruction)
    let callee = CalleeNumber(rawValue: instruction.payload)
    let isInTest = function.traits.contains(.isInTest)
    switch program.target(of: callee, isInTest: isInTest) {
    case .functions(let targets):
      noteBoxed(operands, isOfLibrary: false)
      let results =
        targets.count == 1
        ? runOnly(
          (targets[0].function, targets[0].way, .empty), roots(operands), operands.values,
          instruction)
        : runAll(
          narrowed(targets, operands).map { ($0.function, $0.way, SetID.empty) },
          roots(operands), operands.values, instruction)
      if let model = program.ordering(of: callee, isInTest: isInTest) {
        _ = runModel(model, operands, roots(operands), instruction)
      }
      return results
    case .model(let model): return runModel(model, operands, roots(operands), instruction)
    case .value:
      let set = leafSet(operands.function)
      if codes(of: set).open.isEmpty == false { readArguments(operands) }
      return runValues(set, roots(operands), operands.values, instruction)
    case .builtin(let name):
      runBuiltin(name, operands)
      return []
    case .unknown: return runUnknown(operands, instruction)
    }
  }

  /// A builtin function that a `defer` statement names.
  private func runBuiltin(_ name: String, _ operands: CallOperands) {
    guard let first = operands.values.first, !first.isNone else { return }
    let set = leafSet(first)
    switch name {
    case "close": signal(channelCells(set), .close)
    case "delete", "clear": use(elementCells(of: set), .write)
    case "copy":
      useElements(set, .write)
      if operands.values.count > 1 { useElements(leafSet(operands.values[1]), .read) }
    default: break
    }
  }

  /// How deep function values that are called with function values are followed.
  static let maximumActiveCalls = 4

  typealias Target = (function: FunctionNumber, way: [ConcreteType.EmbeddedStep], closure: SetID)

  /// Runs a function. The state is changed where it stands: to keep another one is to copy it.
  private func runOnly(
    _ target: Target, _ roots: CallRoots, _ values: [ValueID], _ instruction: FlowInstruction
  ) -> Few<SetID> {
    runTarget(target, roots, values, instruction)
      ?? paths(of: instruction.layout).map { _ in .empty }
  }

  /// Runs one of several functions: the state after is what any of them leaves.
  func runAll(
    _ targets: [Target], _ roots: CallRoots, _ values: [ValueID], _ instruction: FlowInstruction
  ) -> Few<SetID> {
    if targets.count == 1 { return runOnly(targets[0], roots, values, instruction) }
    let paths = paths(of: instruction.layout)
    var results = Few(repeating: SetID.empty, count: paths.count)
    let before = state
    var after: FlowState?
    for target in targets {
      state = before
      lastPuts.forget()
      guard let sets = runTarget(target, roots, values, instruction) else { continue }
      for (index, set) in sets.enumerated() where index < results.count {
        results[index] = tables.sets.union(results[index], set)
      }
      join(&after, state)
    }
    state = after ?? before
    lastPuts.forget()
    return results
  }

  /// Runs a function here; nil where it has no body or is being run already: a function value that
  /// is called with itself is not followed round.
  private func runTarget(
    _ target: Target, _ roots: CallRoots, _ values: [ValueID], _ instruction: FlowInstruction
  ) -> Few<SetID>? {
    guard let summary = program.summary(target.function),
      activeCalls.count < Self.maximumActiveCalls, !activeCalls.contains(target.function)
    else { return nil }
    activeCalls.append(target.function)
    defer { activeCalls.removeLast() }
    var roots = roots
    roots.closure = target.closure
    follow(target.way, &roots)
    return apply(summary, target.function, roots, values, instruction)
  }

  /// The receiver of a promoted method: fields of the value that lies in the interface.
  private func follow(
    _ way: [ConcreteType.EmbeddedStep], _ roots: inout CallRoots
  ) {
    guard !way.isEmpty, let receiver = roots.arguments.first else { return }
    var set = receiver.sets.first ?? .empty
    for step in way {
      let cells = cells(of: set).map {
        Cell($0.object, tables.paths.extend($0.path, .field(step.field)))
      }
      set =
        step.isPointer
        ? load(cells, [.whole]).first ?? .empty
        : tables.sets.set(cells.map { tables.reference($0) })
    }
    roots.arguments[0] = ([.whole], [set])
  }

  /// Calls the functions that a set of function values runs.
  func runValues(
    _ set: SetID, _ roots: CallRoots, _ values: [ValueID], _ instruction: FlowInstruction
  ) -> Few<SetID> {
    let (targets, bound, open) = codes(of: set)
    for reference in open { noteValueCall(reference, roots, values, nil, signalled: []) }
    var results: Few<SetID>
    if targets.isEmpty, bound.isEmpty {
      results = unknownResult(instruction, offset: 1 << 20)
    } else {
      results = runAll(targets, roots, values, instruction)
    }
    for (callee, receiver, _) in bound {
      var roots = roots
      roots.arguments.insert(([.whole], [receiver]), at: 0)
      if !roots.indices.isEmpty { roots.indices.insert(.unknown, at: 0) }
      let found = runCallee(callee, roots, [.none] + values, instruction)
      for (index, set) in found.enumerated() where index < results.count {
        results[index] = tables.sets.union(results[index], set)
      }
    }
    return results
  }

  private func runCallee(
    _ callee: CalleeNumber, _ roots: CallRoots, _ values: [ValueID], _ instruction: FlowInstruction
  ) -> Few<SetID> {
    switch program.target(of: callee, isInTest: function.traits.contains(.isInTest)) {
    case .functions(let targets):
      return runAll(
        targets.map { ($0.function, $0.way, SetID.empty) }, roots, values, instruction)
    case .model(let model):
      return runModel(
        model,
        CallOperands(
          values: values, hasReceiver: true, receiver: roots.arguments.first?.sets.first),
        roots, instruction)
    case .value, .builtin, .unknown: return unknownResult(instruction, offset: 1 << 20)
    }
  }

  /// What function values run: bodies with the values that hold what they capture, bound methods
  /// and functions without a body with their receivers, and those that nothing is known of.
  func codes(
    of set: SetID
  ) -> (targets: [Target], bound: [(CalleeNumber, SetID, ObjectID)], open: [Reference]) {
    var targets: [Target] = []
    var bound: [(CalleeNumber, SetID, ObjectID)] = []
    var open: [Reference] = []
    for id in tables.sets[set] {
      let reference = tables.references[id]
      switch tables.objects[reference.cell.object].code {
      case .none:
        if tables.objects[reference.cell.object].isIncoming { open.append(reference) }
      case .function(let number):
        targets.append((number, [], tables.sets.single(id)))
      case .callee(let callee, let isBound):
        let cell = Cell(reference.cell.object, tables.paths.extend(.whole, .part(0)))
        bound.append((callee, isBound ? content(of: cell) : .empty, reference.cell.object))
      }
    }
    return (targets, bound, open)
  }

  // MARK: Summaries

  /// What a function does, done here.
  func apply(
    _ box: SummaryBox, _ number: FunctionNumber, _ roots: CallRoots,
    _ values: [ValueID], _ instruction: FlowInstruction
  ) -> Few<SetID> {
    var instance = instance(number, box, roots, values, isStrand: false)
    let summary = box.summary
    if box.takesOut { withdrawTaken(&instance) }
    // What only callers of no concern could compare is not handed on.
    let isOfConcern =
      phase == .detect && (isConcerned || !state.published.isEmpty || wayRecord?.isOn == true)
    if phase == .detect { note(number, summary, roots, nil) }
    if isOfConcern { performAccesses(&instance, values) }
    let others = isOfConcern && box.usesGiven ? state.live + state.pending : []
    for call in summary.valueCalls where call.isBeforeStrands { runValueCall(call, &instance) }
    startStrands(&instance, values)
    for call in summary.valueCalls where !call.isBeforeStrands { runValueCall(call, &instance) }
    applyStores(&instance)
    for item in summary.links {
      link(cells(item.target, &instance), to: cells(item.source, &instance))
    }
    withdrawGivenUp(&instance)
    if !others.isEmpty { compareAccessesOfGiven(&instance, values, others) }
    for cell in summary.released { release(cells(cell, &instance)) }
    let acquired = locks(summary.acquired, &instance)
    let perhaps = locks(summary.mayAcquire, &instance)
    acquire(acquired.sure)
    state.mayLocks.formUnion(sorted: acquired.perhaps.filter { !isSemaphore($0.cell) })
    state.mayLocks.formUnion(sorted: perhaps.perhaps)
    if let effect = program.lockEffect(of: number) { applyShape(effect, summary, roots) }
    for item in summary.waits { wait(cells(item.cell, &instance), item.kind) }
    for item in summary.signals {
      let mapped = cells(item.cell, &instance).map { base(of: $0) }
      if item.kind == .receive,
        mapped.contains(where: { capacity(of: $0.object) > 0 })
      {
        continue
      }
      signal(mapped, item.kind)
    }
    for cell in summary.maySignal { maySignal(cells(cell, &instance)) }
    for cell in summary.signalledBelow { maySignalBelow(cells(cell, &instance)) }
    for cell in summary.signalledLater {
      noteSignaller(
        SignallerName(value: current, start: .none, function: number), cells(cell, &instance))
    }
    if !summary.filled.isEmpty { noteFilled(&instance) }
    if summary.marksParallel { result.marksParallel = true }
    let given = results(summary, &instance, instruction)
    if phase == .detect { noteResults(given, number) }
    return given
  }

  /// Puts into cells what a function puts there: all of it is what was there before, and what new
  /// objects hold is in them before others see these.
  private func applyStores(_ instance: inout SummaryInstance) {
    var stores: [(set: SetID, cells: Few<Cell>, isSure: Bool, isHandedOut: Bool, isGiven: Bool)] =
      []
    stores.reserveCapacity(instance.summary.stores.count)
    // Several places often get the same.
    var last: (references: [FunctionSummary.Reference], set: SetID) = ([], .empty)
    for store in instance.summary.stores {
      let references = store.isHandedOut ? instance.summary.handedOut(by: store) : store.set
      if references != last.references { last = (references, set(references, &instance)) }
      stores.append(
        (
          last.set, cells(store.cell, &instance), store.isSure, store.isHandedOut, store.isGiven
        ))
    }
    for (index, store) in stores.enumerated().reversed() {
      if wayRecord != nil { beginStore(index, &instance) }
      defer { wayRecord?.endSource() }
      let isSure = store.isSure && store.cells.count == 1 && isOnePlace(store.cells[0])
      if store.isHandedOut { handed.before = state.published }
      beginPlacing(index, instance.firstPart << 6, &instance)
      for cell in store.cells { put(store.set, into: cell, isSure: isSure) }
      endPlacing()
      handed.before = nil
      if store.isHandedOut { handOn(store.set) }
      if store.isGiven { giveBack(index, store.cells, &instance) }
    }
    for object in instance.summary.handedAndKept where !state.stale.isEmpty {
      let cells = cells(of: objects(object, &instance))
      state.stale.removeAll { object in cells.contains { $0.object == object } }
    }
    noteHandedTwice(&instance)
  }

  /// Notes what a function hands out more than once.
  private func noteHandedTwice(_ instance: inout SummaryInstance) {
    for object in instance.summary.handedTwice {
      let set = objects(object, &instance)
      if tables.sets.count(set) == 1, let id = tables.sets[set].first {
        handed.twice.insert(tables.references[id].cell.object)
      }
    }
  }

  private func results(
    _ summary: FunctionSummary, _ instance: inout SummaryInstance, _ instruction: FlowInstruction
  ) -> Few<SetID> {
    if instruction.layout == 0 { return [] }
    let leaves: [(part: Int, path: PathID)]
    if instruction.layout == 1 {
      leaves = [(0, .whole)]
    } else {
      leaves = program.layout(instruction.layout).leaves.map { leaf in
        if let part = leaf.steps.first?.part {
          return (part, tables.paths.path(leaf.steps.dropFirst()))
        }
        return (0, tables.paths.path(leaf.steps))
      }
    }
    let sets = leaves.map { part, wanted -> SetID in
      guard part < summary.results.count else { return .empty }
      var found = SetID.empty
      for leaf in summary.results[part] {
        let path = path(leaf.path, &instance)
        if path == wanted || isDeep(path) || isDeep(wanted) {
          found = tables.sets.union(found, set(leaf.set, &instance))
        }
      }
      return found
    }
    return Few(all: sets)
  }

  // MARK: Deferred calls

  func runDeferred(_ instruction: FlowInstruction) {
    guard Int(instruction.payload) < body.deferred.count else { return }
    let value = body.deferred[Int(instruction.payload)]
    guard !value.isNone else { return }
    unreached = unreachedParts(ofDeferred: value)
    defer { unreached = nil }
    if instruction.flags.contains(.sure) {
      _ = call(value, body.instructions[value.index])
      return
    }
    let before = state
    let givings = result.blocks[currentBlock.index].givings
    _ = call(value, body.instructions[value.index])
    joinState(before)
    // What it gives back it does so only perhaps.
    result.blocks[currentBlock.index].givings = givings
  }
}

extension FlowInstruction {
  /// An instruction that gives nothing.
  static let empty = FlowInstruction(
    opcode: .call, kind: .none, flags: [], firstOperand: 0, operandCount: 0, layout: 0, payload: 0)
}
