import Basics
import GoIR

/// Finds the ways that the memory of conflicts took.
///
/// Each body on a way is interpreted once more, so ask for what is going to be reported. Used by
/// one thread. Where a way is not found the answer is nil, or has less in it; nothing is guessed.
public final class WayFinder {
  let analysis: FlowAnalysis
  /// What was handed over last, in the function that did it.
  var handed: (function: FunctionNumber, memory: ObjectID)?
  private var replays: [FunctionNumber: FunctionReplay] = [:]
  /// Tables of bodies that were forgotten.
  private var spareTables: [FlowTables] = []
  private let usesAtOnce: UsesAtOnce

  /// How many bodies are remembered, and how many calls are followed down.
  static let maximumReplays = 256
  static let maximumCalls = 40

  public init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    usesAtOnce = UsesAtOnce(analysis)
  }

  var program: FlowProgram { analysis.program }

  func replay(_ number: FunctionNumber) -> FunctionReplay {
    if let known = replays[number] { return known }
    if replays.count >= Self.maximumReplays { replays = [:] }
    let replay = FunctionReplay(number, analysis, spareTables.popLast() ?? FlowTables())
    replays[number] = replay
    return replay
  }

  /// Forgets a body, and keeps its tables for the next one where nobody else has them.
  func forget(_ number: FunctionNumber) {
    guard var replay = replays.removeValue(forKey: number),
      isKnownUniquelyReferenced(&replay)
    else { return }
    spareTables.append(replay.tables)
  }

  // MARK: Conflicts in one function

  /// The way of the memory of a conflict, from the function in which both sides are known. Nil
  /// where they use something else than elements of a slice or map.
  public func way(of conflict: Conflict) -> MemoryWay? {
    handed = nil
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
    guard replay.tables.paths.steps(of: cell.path).first == .element else { return nil }
    let memory = cell.object
    var way = MemoryWay(kind: kind)
    if let way = wayByName(of: conflict, kind) { return way }
    if case .site(let value, _) = replay.tables.objects[memory].origin {
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
    handed = nil
    let last = conflict.way.lastIndex(of: .target) ?? -1
    guard last + 1 < conflict.way.count, conflict.way[last + 1] == .element,
      let kind = kind([
        analysis.trace(conflict.first).last, analysis.trace(conflict.second).last,
      ])
    else { return nil }
    // Who put it there knows it by the place too; whoever of both that is goes on using it.
    for isSecondOwner in [false, true] {
      let giver = isSecondOwner ? conflict.second : conflict.first
      let taker = isSecondOwner ? conflict.first : conflict.second
      guard var way = way(from: giver, kind) else { continue }
      way.isSecondOwner = isSecondOwner
      if way.handOff != nil { way.taken = taken(conflict.slot, by: taker) }
      return way
    }
    var way = MemoryWay(kind: kind)
    if !conflict.isHandedOver { way.shared = place(conflict) }
    return way
  }

  /// The way of memory that one side of a conflict put where the other finds it; nil where it found
  /// it there itself.
  private func way(from giver: SlotUse, _ kind: ReferenceKind) -> MemoryWay? {
    guard let record = analysis.functions[giver.function].summary.use(giver.record),
      record.isOwnPut
    else { return nil }
    let replay = replay(giver.function)
    let all = replay.record.aliasUses.filter { $0.site == AccessSite(ConflictSide(record)) }
    let named = all.filter { use in
      replay.record.objects[use.found.object] == record.cell.object
        && (replay.record.paths[use.found.path] ?? 0) == record.cell.path
    }
    // The same memory has other names too, and one of them may tell better how it got one.
    let others = all.filter { use in named.contains { $0.own == use.own } }
    for use in named + others {
      var way = MemoryWay(kind: kind)
      guard follow(use, ConflictSide(record), in: replay, &way) else { continue }
      way.isAtOnce = usesAtOnce.contains(ConflictSide(record), use, in: replay)
      return way
    }
    return nil
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

  /// Whether it is a slice or a map that instructions use; nil for anything else, and where they do
  /// not agree: one side does not use what is meant then.
  private func kind(_ sites: [FlowSite?]) -> ReferenceKind? {
    if sites.contains(where: { $0.map { analysis.isMereCall($0) } ?? false }) { return nil }
    let kinds = Set(sites.compactMap { $0.flatMap { program.usedKind(at: $0) } })
      .subtracting([.unknown])
    guard kinds.count == 1, let kind = kinds.first, kind == .slice || kind == .map else {
      return nil
    }
    return kind
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
  func operands(
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
