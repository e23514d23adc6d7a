import Basics
import GoIR

/// How a goroutine got to memory, and where that was handed over.
extension WayFinder {
  // MARK: The side that got the memory

  struct OthersPlace {
    /// Where a goroutine finds the memory.
    var slot: SlotKey?
    var handOff: HandOff?
    /// What the function put into each other so that the goroutine finds it.
    var puts: [FunctionReplay.Step]?
  }

  /// How the goroutine of a side got to the memory.
  func place(
    of side: ConflictSide, in replay: FunctionReplay, _ memory: ObjectID, depth: Int = 0
  ) -> OthersPlace {
    var place = OthersPlace()
    guard !side.value.isNone, depth < Self.maximumCalls else { return place }
    let isCall = replay.body.instructions[side.value.index].opcode != .go
    let inner = isCall ? innerPlace(of: side, depth) : nil
    if let inner, inner.isExact, inner.place.handOff != nil {
      place = inner.place
      // These are puts of the called function.
      place.puts = nil
      place.handOff?.calls.insert(FlowSite(function: replay.number, value: side.value), at: 0)
      return place
    }
    let (roots, operand, captured) = roots(of: side, in: replay)
    let route =
      replay.route(from: roots, to: memory)
      ?? replay.route(from: started(by: side, in: replay), to: memory)
    guard let route else { return place }
    let puts = route.compactMap { edge in
      if case .put(let step) = edge { return step }
      return nil
    }
    switch route.last {
    case .put(let step):
      place.slot = replay.slot(of: replay.record.puts[step.put].cell)
      place.puts = puts
      if let captured, route.count == 1 {
        place.handOff = capture(captured, side, in: replay)
      } else {
        place.handOff = handOff(of: step, isContainer: false, in: replay)
      }
    case .found(let cell):
      place.slot = replay.slot(of: cell)
      if let captured, route.count == 1 {
        place.handOff = capture(captured, side, in: replay)
      } else if let last = puts.last {
        // What holds it was put there.
        place.puts = puts
        place.handOff = handOff(of: last, isContainer: true, in: replay)
      }
    case nil:
      if inner == nil { place.handOff = argument(operand, side, memory, in: replay) }
    }
    if place.handOff == nil, let inner, inner.place.handOff != nil {
      place.handOff = inner.place.handOff
      place.handOff?.isContainer = !inner.isExact
      place.handOff?.calls.insert(FlowSite(function: replay.number, value: side.value), at: 0)
    }
    return place
  }

  /// How the called function that starts the goroutine hands over what the goroutine uses; `isExact`
  /// where that is the memory itself and not something in which it lies.
  func innerPlace(
    of side: ConflictSide, _ depth: Int
  ) -> (place: OthersPlace, isExact: Bool)? {
    guard !side.callee.isNone, side.strand != .max else { return nil }
    let summary = analysis.functions[side.callee].summary
    guard let record = summary.record(side.record, strand: side.strand) else { return nil }
    let replay = replay(side.callee)
    guard let object = replay.object(record.cell.object) else { return nil }
    let isExact = summary.paths[Int(record.cell.path)].step != .rest || record.cell.path == 0
    var inner = ConflictSide(record)
    inner.start = side.start
    return (place(of: inner, in: replay, object, depth: depth + 1), isExact)
  }

  /// Where the goroutine of a side begins to look for its memory: objects, the operand that leads
  /// to them, and the captured variable that is one of them.
  func roots(
    of side: ConflictSide, in replay: FunctionReplay
  ) -> (objects: [ObjectID], operand: Int?, captured: UInt32?) {
    let operands = operands(side.value, in: replay)
    let all = operands.values.flatMap { replay.objects(of: $0) }
    guard !side.callee.isNone else { return (all, nil, nil) }
    let summary = analysis.functions[side.callee].summary
    guard let record = summary.record(side.record, strand: side.strand) else {
      return (all, nil, nil)
    }
    switch summary.root(of: record.cell) {
    case .parameter(let position, _) where Int(position) < operands.values.count:
      return (replay.objects(of: operands.values[Int(position)]), Int(position), nil)
    case .captured(let variable)
    where program.declaration(of: side.callee) == program.declaration(of: replay.number):
      return ([replay.interpreter.object(ofVariable: variable)], nil, variable)
    case .global(let global):
      return ([replay.interpreter.tables.object(.global(global))], nil, nil)
    default:
      return (all + replay.objects(of: operands.function), nil, nil)
    }
  }

  /// The objects that a call that starts a goroutine made or gives.
  func started(by side: ConflictSide, in replay: FunctionReplay) -> [ObjectID] {
    replay.interpreter.tables.objects.ids.filter { object in
      switch replay.interpreter.tables.objects[object].origin {
      case .site(side.value, _), .opaque(side.value, _), .unknown(side.value, _): true
      default: false
      }
    }
  }

  // MARK: Hand-offs

  func capture(
    _ variable: UInt32, _ side: ConflictSide, in replay: FunctionReplay
  ) -> HandOff {
    HandOff(
      form: .capture(variable), site: FlowSite(function: replay.number, value: side.value),
      operand: -1, source: .none, calls: [])
  }

  /// An argument of what starts the goroutine, or of a call that keeps it.
  func argument(
    _ position: Int?, _ side: ConflictSide, _ memory: ObjectID, in replay: FunctionReplay
  ) -> HandOff? {
    let operands = operands(side.value, in: replay).values
    guard
      let position = position
        ?? operands.firstIndex(where: { replay.objects(of: $0).contains(memory) }),
      position < operands.count
    else { return nil }
    return HandOff(
      form: .argument, site: FlowSite(function: replay.number, value: side.value),
      operand: position, source: operands[position], calls: [])
  }

  /// Where memory was put somewhere, followed down to the instruction that does it; `isContainer`
  /// where what was put there only holds it.
  func handOff(
    of step: FunctionReplay.Step, isContainer: Bool, in start: FunctionReplay
  ) -> HandOff? {
    var replay = start
    var step = step
    var calls: [FlowSite] = []
    while let inner = follow(down: step, in: replay), calls.count < Self.maximumCalls {
      calls.append(
        FlowSite(function: replay.number, value: replay.record.puts[step.put].value))
      (replay, step) = inner
    }
    handed = (replay.number, step.object)
    let value = replay.record.puts[step.put].value
    let found = operand(value, step.object, replay)
    return HandOff(
      form: .put, site: FlowSite(function: replay.number, value: found.value),
      operand: found.operand, field: found.field, source: found.source, isContainer: isContainer,
      isCutShort: replay.record.puts[step.put].source != nil, calls: calls)
  }

  /// The put of a called function that is a put here.
  func follow(
    down step: FunctionReplay.Step, in replay: FunctionReplay
  ) -> (FunctionReplay, FunctionReplay.Step)? {
    guard let number = replay.record.puts[step.put].source else { return nil }
    let source = replay.record.sources[number]
    let store = analysis.functions[source.callee].summary.stores[source.store]
    let inner = self.replay(source.callee)
    for (reference, set) in zip(store.set, source.references)
    where replay.objects(set).contains(step.object) {
      if let found = inner.step(of: store, reference, analysis) { return (inner, found) }
    }
    return nil
  }

  /// An operand through which memory goes somewhere.
  struct PutOperand {
    /// The instruction and the position in it; -1 where no operand is the memory.
    var value: ValueID
    var operand = -1
    var field: FieldNumber?
    /// The instruction that gives it.
    var source = ValueID.none
  }

  /// The operand through which memory goes into what an instruction makes or stores; of struct
  /// literals in each other the innermost.
  func operand(_ value: ValueID, _ memory: ObjectID, _ replay: FunctionReplay) -> PutOperand {
    operands(value, memory, replay).first ?? PutOperand(value: value)
  }

  /// All such operands, those of one struct in their order, and what was put in it before behind them.
  func operands(
    _ value: ValueID, _ memory: ObjectID, _ replay: FunctionReplay, depth: Int = 0
  ) -> [PutOperand] {
    guard depth < 8 else { return [] }
    let instruction = replay.body.instructions[value.index]
    var found: [PutOperand] = []
    var before: [PutOperand] = []
    for position in 0..<Int(instruction.operandCount) {
      let source = replay.interpreter.operand(value, position)
      guard !source.isNone, replay.objects(of: source).contains(memory) else { continue }
      guard isStored(position, instruction) else {
        // What is changed may hold it already.
        if instruction.opcode == .updateField, position == 0 {
          before = operands(source, memory, replay, depth: depth + 1)
        }
        continue
      }
      var own = PutOperand(value: value, operand: position, source: source)
      if instruction.opcode == .composite, instruction.flags.contains(.labels) {
        own.field = replay.body.labels[Int(instruction.payload) + position]
      }
      let inner =
        mayHoldOthers(replay.body.instructions[source.index])
        ? operands(source, memory, replay, depth: depth + 1) : []
      found += inner.isEmpty ? [own] : inner
    }
    return found + before
  }

  /// Whether an instruction makes something that holds what it is made of.
  private func mayHoldOthers(_ instruction: FlowInstruction) -> Bool {
    switch instruction.opcode {
    case .composite, .updateField, .updateElement: true
    case .convert: instruction.layout > 1
    default: false
    }
  }

  /// Whether an operand is put somewhere by its instruction.
  func isStored(_ position: Int, _ instruction: FlowInstruction) -> Bool {
    switch instruction.opcode {
    case .append, .send, .updateField: position > 0
    case .updateElement: position == 2
    case .composite: !instruction.flags.contains(.keyed) || position % 2 == 1
    default: true
    }
  }

  /// Of the puts into one cell the one that puts what was handed over in the same function.
  private func leading(
    _ step: FunctionReplay.Step, in replay: FunctionReplay
  ) -> FunctionReplay.Step {
    guard let handed, handed.function == replay.number else { return step }
    let cell = replay.record.puts[step.put].cell
    for (index, put) in replay.record.puts.enumerated() where put.cell == cell {
      for object in replay.objects(put.set)
      where replay.route(from: [object], to: handed.memory) != nil {
        return FunctionReplay.Step(put: index, object: object)
      }
    }
    return step
  }

  /// The calls that lead to a put, its instruction last.
  func queue(_ step: FunctionReplay.Step, in start: FunctionReplay) -> [FlowSite] {
    var replay = start
    var step = step
    var sites: [FlowSite] = []
    while sites.count < Self.maximumCalls {
      sites.append(FlowSite(function: replay.number, value: replay.record.puts[step.put].value))
      guard let inner = follow(down: step, in: replay) else { break }
      (replay, step) = inner
      step = leading(step, in: replay)
    }
    return sites
  }
}
