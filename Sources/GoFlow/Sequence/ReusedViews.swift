import Basics
import GoIR
import LibraryModels

/// A slice or map that is kept although the memory behind it is written anew in the next turn.
public struct ReusedView: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// One piece of memory is filled and kept in each turn of a loop.
    case loop
    /// Memory of what went back to its pool is returned.
    case pool
  }
  public var kind: Kind
  /// Where it is kept: the expression that names it there. Of a pool where it is returned.
  public var handOff: HandOff
  /// What else the same instruction keeps of reused memory: another field of a struct.
  public var others: [HandOff] = []
  /// What it is kept in, outermost last.
  public var puts: [FlowSite]
  /// From the body to where the memory is written again: calls, and the write. Of a pool where it
  /// is put back.
  public var write: [FlowSite]
  /// What uses what was kept, later on; nil where others have it.
  public var use: FlowSite?
  /// Whether a library's call gave the view, which says that it is valid until the next call.
  public var isOfLibrary = false

  /// All that one instruction keeps.
  public var handOffs: [HandOff] { [handOff] + others }

  /// Takes in what the same instruction keeps of other memory.
  fileprivate mutating func add(_ other: ReusedView) {
    others += other.handOffs.filter { !handOffs.contains($0) }
  }
}

/// Finds views of memory that outlive their turn, in one body.
struct ReusedViewFinder {
  private let analysis: FlowAnalysis
  private let ways: WayFinder
  private let replay: FunctionReplay
  private let living: LivingMemory

  init(_ replay: FunctionReplay, _ analysis: FlowAnalysis, _ ways: WayFinder) {
    self.analysis = analysis
    self.ways = ways
    self.replay = replay
    living = LivingMemory(replay)
  }

  private var body: FlowBody { replay.body }
  private var order: BodyOrder { living.order }
  private var tables: FlowTables { replay.tables }

  func views() -> [ReusedView] {
    var found: [ReusedView] = []
    var puts: [ObjectID: [Int]] = [:]
    for (index, put) in replay.record.puts.enumerated() where accumulates(put) {
      for object in Set(replay.objects(put.set)) { puts[object, default: []].append(index) }
    }
    var known: [ValueID: (index: Int, objects: Set<ObjectID>)] = [:]
    for write in replay.record.writes {
      guard let indices = puts[write.cell.object],
        order.loops.isInLoop(order.block(of: write.site.value)),
        isOverwriting(write), isOneObject(write.cell.object, with: write.site.value)
      else { continue }
      for index in indices {
        let put = replay.record.puts[index].value
        if known[put]?.objects.contains(write.cell.object) == true { continue }
        guard let view = view(index, write) else { continue }
        known[put, default: (found.count, [])].objects.insert(write.cell.object)
        if let first = known[put]?.index, first < found.count {
          found[first].add(view)
        } else {
          found.append(view)
        }
      }
    }
    return found + pooled()
  }

  private func view(_ index: Int, _ write: FlowAccess) -> ReusedView? {
    let put = replay.record.puts[index]
    let value = write.site.value
    guard put.value != value, order.areInCommonLoop(put.value, value),
      tables.sets[put.set].contains(where: { isWritten(tables.references[$0].cell, write.cell) })
    else { return nil }
    let all = ways.operands(put.value, write.cell.object, replay)
    var operands = all.filter { operand in
      var seen: Set<ValueID> = []
      guard !operand.source.isNone,
        [.slice, .map].contains(body.instructions[operand.source.index].kind),
        isOfLibrary(operand.source) || !isFound(operand.source)
          || beginsWithMemory(put.set, write.cell.object),
        isMade(write.cell.object) || body.instructions[operand.source.index].kind == .slice,
        let origins = origins(of: operand.source, &seen)
      else { return false }
      return order.mayFollow(value, put.value, without: origins)
    }
    guard let operand = operands.first, !isExchanged(write.cell.object, with: value),
      let holding = living.holding(ofPuts: [index], after: value)
    else { return nil }
    // What lies behind it in the same memory is written over with it, wherever it begins.
    let roots = Set(operands.map { root(of: $0.source) })
    operands += all.filter { other in
      !other.source.isNone && roots.contains(root(of: other.source))
        && body.instructions[other.source.index].kind == .slice
        && !operands.contains { $0.source == other.source }
    }
    let side = ConflictSide(
      value: value, kind: write.kind, callee: write.site.callee, record: write.site.record,
      strand: write.site.strand, start: nil)
    let handOffs = operands.map {
      HandOff(
        form: .put, site: site($0.value), operand: $0.operand, field: $0.field, source: $0.source,
        calls: [])
    }
    return ReusedView(
      kind: .loop, handOff: handOffs[0], others: Array(handOffs.dropFirst()),
      puts: [site(put.value)] + holding.puts.map { site(replay.record.puts[$0].value) },
      write: analysis.trace(side, in: replay.number),
      use: holding.use.isNone ? nil : site(holding.use),
      isOfLibrary: isOfLibrary(operand.source))
  }

  private func site(_ value: ValueID) -> FlowSite {
    FlowSite(function: replay.number, value: value)
  }

  // MARK: What is kept

  /// Whether what is put somewhere in each turn of a loop is added to what was put there before.
  private func accumulates(_ put: WayRecord.Put) -> Bool {
    guard order.loops.isInLoop(order.block(of: put.value)) else { return false }
    let instruction = body.instructions[put.value.index]
    switch instruction.opcode {
    case .store:
      let address = body.addresses[Int(instruction.payload)]
      switch address.step {
      case .mapElement, .element:
        // Always the same element is overwritten.
        return !isFixed(ValueID(rawValue: address.payload), put.value)
      default: return false
      }
    case .append:
      guard let base = body.appendBase(body.operand(put.value, 0)) else { return false }
      return base.high.isNone && !isEmptied(put.cell.object)
    case .call: return put.source != nil && !replay.interpreter.isOnePlace(put.cell)
    case .new, .convert, .composite: return living.isMadeAgain(put.cell.object, with: put.value)
    default: return false
    }
  }

  /// Whether an index or key is the same in each turn.
  private func isFixed(_ index: ValueID, _ store: ValueID) -> Bool {
    if index.isNone { return false }
    return !body.origins(of: index).contains { order.areInCommonLoop($0, store) }
      && !body.loads(in: index).contains { order.areInCommonLoop($0, store) }
  }

  /// Whether a loop cuts a list down to nothing.
  private func isEmptied(_ list: ObjectID) -> Bool {
    body.instructions.indices.contains { index in
      let value = ValueID(index)
      let instruction = body.instructions[index]
      guard instruction.opcode == .slice, order.loops.isInLoop(order.block(of: value)),
        replay.objects(of: value).contains(list)
      else { return false }
      let high = body.operand(value, 2)
      return !high.isNone && body.instructions[high.index].flags.contains(.integer)
        && body.instructions[high.index].payload == 0
    }
  }

  /// The values that must not be computed anew for a view to be of the same memory; nil where it
  /// may be another part of it each time.
  private func origins(of view: ValueID, _ seen: inout Set<ValueID>) -> [ValueID]? {
    guard !view.isNone, seen.insert(view).inserted else { return [] }
    let instruction = body.instructions[view.index]
    switch instruction.opcode {
    case .slice:
      if order.loops.isInLoop(order.block(of: view)), mayMoveOn(view) { return nil }
      return origins(of: body.operand(view, 0), &seen)
    case .convert, .extract, .append: return origins(of: body.operand(view, 0), &seen)
    case .phi:
      var all: [ValueID] = []
      for operand in body.operands(of: instruction) {
        guard let found = origins(of: operand, &seen) else { return nil }
        all += found
      }
      return all
    case .call:
      guard let receiver = body.operands(of: instruction).first, !receiver.isNone else {
        return nil
      }
      return body.origins(of: receiver)
    default: return body.origins(of: view)
    }
  }

  /// Whether what a loop cuts off may be another part of the memory in each turn. Of a library's view
  /// all of it is written over.
  private func mayMoveOn(_ view: ValueID) -> Bool {
    let low = body.operand(view, 1)
    if low.isNone || isOfLibrary(view) { return false }
    let start = body.instructions[low.index]
    guard start.opcode == .constant, start.flags.contains(.integer) else { return true }
    // In a loop, `s = s[1:]` comes to the end of it.
    let root = root(of: view)
    return start.payload != 0 && (root.isNone || body.instructions[root.index].opcode == .phi)
  }

  /// Whether a loop puts other memory, or another part of it, where an object was found.
  private func isExchanged(_ object: ObjectID, with value: ValueID) -> Bool {
    guard case .initial(let home) = tables.objects[object].origin else { return false }
    return replay.record.puts.contains { put in
      put.cell == home && !put.set.isEmpty && order.areInCommonLoop(put.value, value)
        && !(replay.objects(put.set).contains(object) && beginsWithMemory(put.set, object))
    }
  }

  /// Whether what is put somewhere begins where the memory begins, or at a place that never
  /// changes.
  private func beginsWithMemory(_ set: SetID, _ object: ObjectID) -> Bool {
    return tables.sets[set].allSatisfy { id in
      let reference = tables.references[id]
      if reference.cell.object != object || reference.header == .unknown { return true }
      if case .constant = replay.interpreter.tables.window(of: reference.header).low { return true }
      return false
    }
  }

  /// The value that a view is a part of.
  private func root(of view: ValueID) -> ValueID {
    var root = view
    for _ in 0..<8 where !root.isNone {
      switch body.instructions[root.index].opcode {
      case .slice, .convert, .extract: root = body.operand(root, 0)
      default: return root
      }
    }
    return root
  }

  /// Whether a view is what a call gave, or what lay in a field or variable.
  private func isFound(_ view: ValueID) -> Bool {
    let root = root(of: view)
    return !root.isNone && [.call, .load].contains(body.instructions[root.index].opcode)
  }

  private func isOfLibrary(_ view: ValueID) -> Bool {
    let root = root(of: view)
    guard !root.isNone, body.instructions[root.index].opcode == .call else { return false }
    return analysis.isReused(body.instructions[root.index], in: replay.number)
  }

  /// Whether the body makes an object: a map that it finds may be there to be shared.
  private func isMade(_ object: ObjectID) -> Bool {
    if case .site = tables.objects[object].origin { return true }
    return false
  }

  // MARK: What is written

  /// Whether a write is to what a reference shows.
  private func isWritten(_ shown: Cell, _ written: Cell) -> Bool {
    guard shown.object == written.object else { return false }
    if shown.path == written.path { return true }
    let node = tables.paths.nodes[written.path.index]
    return written.path != .whole && node.step == .element && node.parent == shown.path
  }

  /// Whether a write changes what was there: appending behind the end does not.
  private func isOverwriting(_ write: FlowAccess) -> Bool {
    switch write.kind {
    case .write: return !isMovingOn(write.site.value)
    case .append: return isCut(write.header, depth: 0)
    default: return false
    }
  }

  /// Whether a store or call writes to another part of the memory each time.
  private func isMovingOn(_ value: ValueID) -> Bool {
    let instruction = body.instructions[value.index]
    let containers: [ValueID]
    switch instruction.opcode {
    case .store:
      containers = body.values(in: AddressID(rawValue: instruction.payload)).suffix(1)
    case .copy: containers = [body.operand(value, 0)]
    case .call: containers = Array(body.operands(of: instruction))
    default: return false
    }
    return containers.contains { container in
      var current = container
      for _ in 0..<8 {
        guard !current.isNone, body.instructions[current.index].opcode == .slice else {
          return false
        }
        let low = body.operand(current, 1)
        if !low.isNone, body.instructions[low.index].opcode != .constant { return true }
        current = body.operand(current, 0)
      }
      return false
    }
  }

  private func isCut(_ header: HeaderID, depth: Int) -> Bool {
    let info = tables.headers[header.index]
    if info.kind == .cut { return true }
    guard info.kind == .same || info.kind == .grown, depth < 6 else { return false }
    return info.parents.contains { $0 != header && isCut($0, depth: depth + 1) }
  }

  /// Whether an object is one and the same in each turn of the loop around an instruction.
  private func isOneObject(_ object: ObjectID, with value: ValueID) -> Bool {
    var current = object
    while true {
      if tables.objects[current].isTaken || living.isMadeAgain(current, with: value) {
        return false
      }
      guard case .initial(let cell) = tables.objects[current].origin else { return true }
      if tables.paths.isMany(cell.path) { return false }
      current = cell.object
    }
  }
}

// MARK: Pools

extension ReusedViewFinder {
  /// Returned slices whose memory belongs to what was put back where it was taken from.
  private func pooled() -> [ReusedView] {
    var found: [ReusedView] = []
    for index in body.instructions.indices where body.instructions[index].opcode == .return {
      let value = ValueID(index)
      for (position, operand) in body.operands(of: body.instructions[index]).enumerated() {
        guard !operand.isNone, body.instructions[operand.index].kind == .slice,
          let put = putBack(operand, before: value)
        else { continue }
        found.append(
          ReusedView(
            kind: .pool,
            handOff: HandOff(
              form: .put, site: site(value), operand: position, source: operand, calls: []),
            puts: [], write: [site(put.value)], use: nil,
            isOfLibrary: isOfLibrary(operand)))
      }
    }
    return found
  }

  /// The put that gives back what a returned slice surely lies in.
  private func putBack(_ returned: ValueID, before exit: ValueID) -> WayRecord.Put? {
    var found: WayRecord.Put?
    for object in replay.objects(of: returned) {
      if let put = putBack(object, before: exit) {
        found = put
      } else if case .site(let site, _) = tables.objects[object].origin,
        body.instructions[site.index].opcode == .append
      {
        // Where there was room it is the array that was appended to.
        continue
      } else {
        return nil
      }
    }
    return found
  }

  private func putBack(_ object: ObjectID, before exit: ValueID) -> WayRecord.Put? {
    var current = object
    while true {
      if tables.objects[current].isTaken,
        case .initial(let pool) = tables.objects[current].origin,
        let put = replay.record.puts.first(where: { put in
          put.cell == pool && replay.objects(put.set).contains(current)
            && order.mayFollow(exit, put.value)
        }), current == object || !isReplaced(object)
      {
        return put
      }
      guard case .initial(let cell) = tables.objects[current].origin else { return nil }
      current = cell.object
    }
  }

  /// Whether the body puts something else where it found some memory.
  private func isReplaced(_ object: ObjectID) -> Bool {
    guard case .initial(let home) = tables.objects[object].origin else { return false }
    return body.instructions.contains { instruction in
      guard instruction.opcode == .store,
        replay.interpreter.cells(of: AddressID(rawValue: instruction.payload)).contains(home)
      else { return false }
      return !(body.operands(of: instruction).first.map { replay.objects(of: $0) } ?? [])
        .contains(object)
    }
  }
}

extension FlowAnalysis {
  /// Whether a call of a library gives memory that a later call on the receiver uses again.
  func isReused(_ call: FlowInstruction, in function: FunctionNumber) -> Bool {
    let isInTest = program.functions[function].traits.contains(.isInTest)
    guard
      case .model(let model) = facts.targets.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: isInTest)
    else { return false }
    return model.effects?.results.contains(where: \.isReused) ?? false
  }
}
