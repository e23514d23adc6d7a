import Basics
import GoIR

/// Finds the ways that the memory of conflicts took.
///
/// Each body on a way is interpreted once more, so ask for what is going to be reported. Used by
/// one thread. Where a way is not found the answer is nil, or has less in it; nothing is guessed.
public final class WayFinder {
  let analysis: FlowAnalysis
  private var replays: [FunctionNumber: FunctionReplay] = [:]

  /// How many bodies are remembered, and how many calls are followed down.
  static let maximumReplays = 256
  static let maximumCalls = 40

  public init(_ analysis: FlowAnalysis) { self.analysis = analysis }

  private var program: FlowProgram { analysis.program }

  func replay(_ number: FunctionNumber) -> FunctionReplay {
    if let known = replays[number] { return known }
    if replays.count >= Self.maximumReplays { replays = [:] }
    let replay = FunctionReplay(number, analysis)
    replays[number] = replay
    return replay
  }

  // MARK: Conflicts in one function

  /// The way of the memory of a conflict, from the function in which both sides are known. Nil
  /// where they use something else than elements of a slice or map.
  public func way(of conflict: Conflict) -> MemoryWay? {
    guard
      let kind = kind([
        analysis.trace(conflict.first, in: conflict.function).last,
        analysis.trace(conflict.second, in: conflict.function).last,
      ])
    else { return nil }
    let replay = replay(conflict.function)
    guard
      let index = replay.conflicts.firstIndex(where: {
        $0.first == conflict.first && $0.second == conflict.second
          && $0.memory == conflict.memory
      })
    else { return nil }
    let cell = replay.interpreter.result.conflicts[index].cell
    let tables = replay.interpreter.tables
    guard tables.paths.steps(of: cell.path).first == .element else { return nil }
    let memory = cell.object
    var way = MemoryWay(kind: kind)
    if let way = wayByName(of: conflict, kind) { return way }
    if case .site(let value, _) = tables.objects[memory].origin {
      way.made = FlowSite(function: conflict.function, value: value)
    }
    let others = place(of: conflict.second, in: replay, memory)
    let own =
      conflict.first.start == nil
      ? ownPlace(of: conflict.first, in: replay, memory)
      : place(of: conflict.first, in: replay, memory).slot
    if let own, own == others.slot {
      way.shared = own.base
      if case .capture? = others.handOff?.form { way.handOff = others.handOff }
      return way
    }
    way.handOff = others.handOff
    if let puts = others.puts, puts.count > 1 { way.queue = queue(puts[0], in: replay) }
    return way
  }

  /// The way of memory that the first side knows under the name that others have for it: the
  /// function that put it there, or one that it calls, goes on using it.
  private func wayByName(of conflict: Conflict, _ kind: ReferenceKind) -> MemoryWay? {
    var sides = conflict.first.start == nil ? [(conflict.function, conflict.first)] : []
    sides += analysis.records(below: conflict.first).map { function, record in
      (function, ConflictSide(record))
    }
    var calls: [FlowSite] = []
    if conflict.first.start != nil {
      calls.append(FlowSite(function: conflict.function, value: conflict.first.value))
    }
    for (function, side) in sides.prefix(Self.maximumCalls) {
      let replay = replay(function)
      let uses = replay.record.aliasUses.filter { $0.site == AccessSite(side) }
      for use in uses {
        var way = MemoryWay(kind: kind)
        guard follow(use, side, in: replay, &way) else { continue }
        way.handOff?.calls.insert(contentsOf: calls, at: 0)
        return way
      }
      calls.append(FlowSite(function: function, value: side.value))
    }
    return nil
  }

  /// The way of memory that a function put where others find it, and uses on; false where it is
  /// not found.
  private func follow(
    _ use: WayRecord.AliasUse, _ side: ConflictSide, in replay: FunctionReplay,
    _ way: inout MemoryWay
  ) -> Bool {
    let memory = use.own.object
    let alias = replay.interpreter.aliases.aliases[Int(use.alias)]
    guard let puts = replay.puts(into: alias.place, alias.way, to: memory), let inner = puts.last
    else { return false }
    if case .site(let value, _) = replay.interpreter.tables.objects[memory].origin {
      way.made = FlowSite(function: replay.number, value: value)
    }
    if let own = ownPlace(of: side, in: replay, memory),
      own == replay.slot(of: replay.record.puts[inner.put].cell)
    {
      way.shared = own.base
      return true
    }
    way.handOff = handOff(of: inner, isContainer: false, in: replay)
    if puts.count > 1 { way.queue = queue(puts[0], in: replay) }
    way.isIndirect = puts.contains { replay.wasFound($0.object) && $0.object != memory }
    return true
  }

  // MARK: Conflicts between functions

  /// The way of the memory of a conflict of functions that know it by a slot alone.
  public func way(of conflict: SlotConflict) -> MemoryWay? {
    let last = conflict.way.lastIndex(of: .target) ?? -1
    guard last + 1 < conflict.way.count, conflict.way[last + 1] == .element,
      let kind = kind([
        analysis.trace(conflict.first).last, analysis.trace(conflict.second).last,
      ])
    else { return nil }
    var way = MemoryWay(kind: kind)
    guard conflict.isHandedOver else {
      way.shared = place(conflict)
      return way
    }
    way.isSecondOwner = !isGiver(conflict.first)
    let giver = way.isSecondOwner ? conflict.second : conflict.first
    let taker = way.isSecondOwner ? conflict.first : conflict.second
    let record = analysis.functions[giver.function].summary.accesses[Int(giver.record)]
    let replay = replay(giver.function)
    guard
      let use = replay.record.aliasUses.first(where: { use in
        use.site == AccessSite(ConflictSide(record))
          && replay.record.objects[use.found.object] == record.cell.object
          && replay.record.paths[use.found.path, default: 0] == record.cell.path
      })
    else { return way }
    if follow(use, ConflictSide(record), in: replay, &way), way.handOff != nil {
      way.taken = taken(conflict.slot, by: taker)
    }
    return way
  }

  private func isGiver(_ use: SlotUse) -> Bool {
    let summary = analysis.functions[use.function].summary
    if case .slot? = summary.root(of: summary.accesses[Int(use.record)].cell) { return true }
    return false
  }

  /// The last field or variable on the way to the elements that both use.
  private func place(_ conflict: SlotConflict) -> SlotKey.Base {
    let last = conflict.way.lastIndex(of: .target) ?? 0
    for selector in conflict.way[..<last].reversed() {
      if case .field(let field) = selector { return .field(field) }
    }
    return conflict.slot
  }

  /// Where a function takes something out of a slot.
  private func taken(_ slot: SlotKey.Base, by use: SlotUse) -> FlowSite? {
    let replay = replay(use.function)
    for index in replay.body.instructions.indices {
      let value = ValueID(index)
      let instruction = replay.body.instructions[index]
      guard instruction.opcode == .receive || instruction.opcode == .next else { continue }
      guard replay.slot(of: replay.interpreter.operand(value, 0))?.base == slot else { continue }
      return FlowSite(function: use.function, value: value)
    }
    return nil
  }

  // MARK: What the memory is

  /// Whether it is a slice or a map that instructions use; nil for anything else.
  private func kind(_ sites: [FlowSite?]) -> ReferenceKind? {
    for case .some(let site) in sites {
      switch kind(site) {
      case .some(let kind) where kind == .slice || kind == .map: return kind
      case .some(let kind) where kind != .unknown: return nil
      default: continue
      }
    }
    return nil
  }

  private func kind(_ site: FlowSite) -> ReferenceKind? {
    guard !site.value.isNone else { return nil }
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    func operandKind() -> ReferenceKind? {
      guard instruction.operandCount > 0 else { return nil }
      let operand = body.operands[Int(instruction.firstOperand)]
      return operand.isNone ? nil : body.instructions[operand.index].kind
    }
    switch instruction.opcode {
    case .load, .store:
      var node = body.addresses[Int(instruction.payload)]
      while node.step == .field { node = body.addresses[node.base.index] }
      if node.step == .mapElement { return .map }
      guard node.step == .element else { return ReferenceKind.none }
      let base = body.addresses[node.base.index]
      guard base.step == .value else { return ReferenceKind.none }
      return body.instructions[Int(base.payload)].kind
    case .append, .copy: return .slice
    case .delete: return .map
    case .clear, .next, .builtin, .convert: return operandKind()
    case .send, .receive: return .channel
    case .call, .go, .runDeferred: return callKind(instruction, body)
    default: return nil
    }
  }

  /// Of a call that a model describes the kind of what it is given, if that is one slice or map.
  private func callKind(_ instruction: FlowInstruction, _ body: FlowBody) -> ReferenceKind? {
    var instruction = instruction
    if instruction.opcode == .runDeferred {
      guard Int(instruction.payload) < body.deferred.count,
        !body.deferred[Int(instruction.payload)].isNone
      else { return nil }
      instruction = body.instructions[body.deferred[Int(instruction.payload)].index]
    }
    let operands = body.operands[Int(instruction.firstOperand)...]
      .prefix(Int(instruction.operandCount))
    let kinds = Set(operands.filter { !$0.isNone }.map { body.instructions[$0.index].kind })
      .intersection([.slice, .map])
    return kinds.count == 1 ? kinds.first : nil
  }

  // MARK: The side that had the memory

  /// The place from which the function's own side of a conflict has the memory.
  private func ownPlace(
    of side: ConflictSide, in replay: FunctionReplay, _ memory: ObjectID
  ) -> SlotKey? {
    if side.callee.isNone {
      let containers = replay.containers(side.value)
      return containers.first { replay.objects(of: $0).contains(memory) }
        .flatMap { replay.slot(of: $0) }
    }
    let summary = analysis.functions[side.callee].summary
    guard let record = summary.record(side.record, strand: side.strand) else { return nil }
    switch summary.objects[Int(record.cell.object)].origin {
    case .initial(let cell):
      guard let slot = summary.slots(of: cell, program.declaration(of: side.callee)).first else {
        return nil
      }
      return SlotKey(base: slot.base, level: UInt8(slot.way.filter { $0 == .element }.count))
    case .parameter(let position, let path):
      if path != 0, let field = summary.paths[Int(path)].step.field {
        return SlotKey(base: .field(field), level: 0)
      }
      let operands = operands(side.value, in: replay).values
      return Int(position) < operands.count ? replay.slot(of: operands[Int(position)]) : nil
    default: return nil
    }
  }

  /// The operands of a call, also of one that was deferred and runs here.
  private func operands(
    _ value: ValueID, in replay: FunctionReplay
  ) -> BodyInterpreter.CallOperands {
    var value = value
    var instruction = replay.body.instructions[value.index]
    if instruction.opcode == .runDeferred, Int(instruction.payload) < replay.body.deferred.count {
      value = replay.body.deferred[Int(instruction.payload)]
      if value.isNone { return BodyInterpreter.CallOperands() }
      instruction = replay.body.instructions[value.index]
    }
    return replay.interpreter.callOperands(value, instruction)
  }

  // MARK: The side that got the memory

  private struct OthersPlace {
    /// Where a goroutine finds the memory.
    var slot: SlotKey?
    var handOff: HandOff?
    /// What the function put into each other so that the goroutine finds it.
    var puts: [FunctionReplay.Step]?
  }

  /// How the goroutine of a side got to the memory.
  private func place(
    of side: ConflictSide, in replay: FunctionReplay, _ memory: ObjectID, depth: Int = 0
  ) -> OthersPlace {
    var place = OthersPlace()
    guard !side.value.isNone, depth < Self.maximumCalls else { return place }
    let isCall = replay.body.instructions[side.value.index].opcode != .go
    let inner = isCall ? innerPlace(of: side, depth) : nil
    if let inner, inner.isExact, inner.place.handOff != nil {
      place = inner.place
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
  private func innerPlace(
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
  private func roots(
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
  private func started(by side: ConflictSide, in replay: FunctionReplay) -> [ObjectID] {
    replay.interpreter.tables.objects.ids.filter { object in
      switch replay.interpreter.tables.objects[object].origin {
      case .site(side.value, _), .opaque(side.value, _), .unknown(side.value, _): true
      default: false
      }
    }
  }

  // MARK: Hand-offs

  private func capture(
    _ variable: UInt32, _ side: ConflictSide, in replay: FunctionReplay
  ) -> HandOff {
    HandOff(
      form: .capture(variable), site: FlowSite(function: replay.number, value: side.value),
      operand: -1, source: .none, calls: [])
  }

  /// An argument of what starts the goroutine, or of a call that keeps it.
  private func argument(
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
  private func handOff(
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
    let value = replay.record.puts[step.put].value
    let found = operand(value, step.object, replay)
    return HandOff(
      form: .put, site: FlowSite(function: replay.number, value: found.value),
      operand: found.operand, field: found.field, source: found.source, isContainer: isContainer,
      calls: calls)
  }

  /// The put of a called function that is a put here.
  private func follow(
    down step: FunctionReplay.Step, in replay: FunctionReplay
  ) -> (FunctionReplay, FunctionReplay.Step)? {
    guard let number = replay.record.puts[step.put].source else { return nil }
    let source = replay.record.sources[number]
    let store = analysis.functions[source.callee].summary.stores[source.store]
    let inner = self.replay(source.callee)
    guard let cell = inner.cell(store.cell) else { return nil }
    for (reference, set) in zip(store.set, source.references)
    where replay.objects(set).contains(step.object) {
      guard let object = inner.object(reference.cell.object),
        let index = inner.put(of: object, into: cell)
      else { continue }
      return (inner, FunctionReplay.Step(put: index, object: object))
    }
    return nil
  }

  /// The operand through which memory goes into what an instruction makes or stores; of struct
  /// literals in each other the innermost.
  private func operand(
    _ value: ValueID, _ memory: ObjectID, _ replay: FunctionReplay
  ) -> (value: ValueID, operand: Int, field: FieldNumber?, source: ValueID) {
    var value = value
    var found: (value: ValueID, operand: Int, field: FieldNumber?, source: ValueID) =
      (value, -1, nil, .none)
    for _ in 0..<8 {
      let instruction = replay.body.instructions[value.index]
      guard
        let position = (0..<Int(instruction.operandCount)).first(where: { position in
          isStored(position, instruction)
            && replay.objects(of: replay.interpreter.operand(value, position)).contains(memory)
        })
      else { return found }
      let source = replay.interpreter.operand(value, position)
      var field: FieldNumber?
      if instruction.opcode == .composite, instruction.flags.contains(.labels) {
        field = replay.body.labels[Int(instruction.payload) + position]
      }
      found = (value, position, field, source)
      switch replay.body.instructions[source.index].opcode {
      case .composite, .updateField, .updateElement: value = source
      case .convert where replay.body.instructions[source.index].layout > 1: value = source
      default: return found
      }
    }
    return found
  }

  /// Whether an operand is put somewhere by its instruction.
  private func isStored(_ position: Int, _ instruction: FlowInstruction) -> Bool {
    switch instruction.opcode {
    case .append, .send, .updateField: position > 0
    case .updateElement: position == 2
    case .composite: !instruction.flags.contains(.keyed) || position % 2 == 1
    default: true
    }
  }

  /// The calls that lead to a put, its instruction last.
  private func queue(_ step: FunctionReplay.Step, in start: FunctionReplay) -> [FlowSite] {
    var replay = start
    var step = step
    var sites: [FlowSite] = []
    while sites.count < Self.maximumCalls {
      sites.append(FlowSite(function: replay.number, value: replay.record.puts[step.put].value))
      guard let inner = follow(down: step, in: replay) else { break }
      (replay, step) = inner
    }
    return sites
  }
}

extension ConflictSide {
  /// A use by a function's own goroutine.
  init(_ record: AccessRecord) {
    self.init(
      value: record.value, kind: record.kind, callee: record.callee, record: record.record,
      strand: record.strand, start: nil)
  }
}

extension AccessSite {
  init(_ side: ConflictSide) {
    self.init(value: side.value, callee: side.callee, record: side.record, strand: side.strand)
  }
}
