import Basics
import GoIR
import LibraryModels

/// Two results of appending to one slice that are in use at the same time, or one that is kept
/// beside the slice that it was appended to.
public struct OverlappingAppend: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The first result is still in use when the second append has run.
    case pair
    /// One append in a loop: the results of earlier turns are still in use.
    case loop
    /// The slice lies in a place of others, and the result is kept elsewhere: the next one who
    /// appends to what lies there writes into it.
    case template
  }
  public var kind: Kind
  public var function: FunctionNumber
  /// The instructions that append; of a loop or template the same one twice.
  public var first: ValueID
  public var second: ValueID
  /// The operand that is appended to.
  public var base: ValueID
  /// The field or package variable that it was loaded from, where there is one.
  public var place: SlotKey.Base?
  /// Whether there surely is room behind the end of the base, on some way.
  public var hasRoom: Bool
  /// Where the first result is put, outermost last.
  public var puts: [FlowSite]
  /// What uses the first result after the second append; nil where others have it.
  public var use: FlowSite?
  /// Of a template whether the result goes into the same field of another object.
  public var isDerived = false
  /// Of a template whether the result is returned.
  public var isReturned = false
  /// Of a template whether the function that appends only captures what has the slice.
  public var isCaptured = false
  /// Of a template whether nothing is appended: the result is the slice itself, as a copy that is none.
  public var isEmpty = false
}

/// Finds results of `append` that share an array, one body after the other.
struct AppendOverlapFinder {
  private let analysis: FlowAnalysis
  private let replay: FunctionReplay
  private let living: LivingMemory
  private let rooms: AppendRooms

  /// Something that appends: the instruction, what it appends to, and the headers of its result.
  private struct Growth {
    var value: ValueID
    var operand: ValueID
    var base: AppendBase
    var objects: Set<ObjectID>
    var headers: Set<HeaderID>
    var hasRoom: Bool
    /// Whether the operand is not the slice, but that in a field of which it lies.
    var isField = false
    /// Whether nothing is appended.
    var isEmpty = false
  }

  init(_ replay: FunctionReplay, _ analysis: FlowAnalysis, _ rooms: AppendRooms) {
    self.analysis = analysis
    self.replay = replay
    self.rooms = rooms
    living = LivingMemory(replay)
  }

  private var body: FlowBody { replay.body }
  private var order: BodyOrder { living.order }

  func overlaps() -> [OverlappingAppend] {
    var found: [OverlappingAppend] = []
    let all = rooms.growths(in: replay.number).compactMap { growth($0) }
    let growths = all.filter { !$0.isEmpty }
    for (index, first) in growths.enumerated() {
      if let overlap = loop(first) {
        found.append(overlap)
        continue
      }
      for second in growths[index...] where second.value != first.value {
        if let overlap = pair(first, second) ?? pair(second, first) {
          found.append(overlap)
          break
        }
      }
    }
    for growth in all
    where !found.contains(where: { $0.first == growth.value || $0.second == growth.value }) {
      if let overlap = template(growth) { found.append(overlap) }
    }
    return found
  }

  private func growth(_ found: AppendRooms.Growth) -> Growth? {
    let (value, operand) = (found.value, found.operand)
    guard let base = body.appendBase(operand) else { return nil }
    if found.isField { return growth(ofField: found, base) }
    var objects: Set<ObjectID> = []
    var own: Set<HeaderID> = []
    var hasRoom = false
    for set in replay.interpreter.leaves(operand) {
      for id in replay.tables.sets[set] {
        let reference = replay.tables.references[id]
        own.insert(reference.header)
        if reference.header == .unknown || replay.tables.isClipped(reference.header) { continue }
        objects.insert(reference.cell.object)
        if mayHaveRoom(reference.header) { hasRoom = true }
      }
    }
    if objects.isEmpty { return nil }
    var headers: Set<HeaderID> = []
    for set in replay.interpreter.leaves(value) {
      for id in replay.tables.sets[set] {
        let reference = replay.tables.references[id]
        if objects.contains(reference.cell.object), !own.contains(reference.header) {
          headers.insert(reference.header)
        }
      }
    }
    if headers.isEmpty, found.isEmpty { headers = own }
    if headers.isEmpty { return nil }
    return Growth(
      value: value, operand: operand, base: base, objects: objects, headers: headers,
      hasRoom: hasRoom, isEmpty: found.isEmpty)
  }

  /// A call that appends to what lies in a field of its receiver, and gives it.
  private func growth(ofField found: AppendRooms.Growth, _ base: AppendBase) -> Growth? {
    var growth = Growth(
      value: found.value, operand: found.operand, base: base, objects: [], headers: [],
      hasRoom: false, isField: true)
    for set in replay.interpreter.leaves(found.value) {
      for id in replay.tables.sets[set] {
        let reference = replay.tables.references[id]
        let header = replay.tables.headers[reference.header.index]
        guard header.kind == .grown, !header.parents.isEmpty,
          !header.parents.contains(where: { replay.tables.isClipped($0) })
        else { continue }
        growth.objects.insert(reference.cell.object)
        growth.headers.insert(reference.header)
        if header.parents.contains(where: { mayHaveRoom($0) }) { growth.hasRoom = true }
      }
    }
    return growth.objects.isEmpty ? nil : growth
  }

  /// Whether a slice has room behind its end on some way that is known.
  private func mayHaveRoom(_ header: HeaderID, depth: Int = 0) -> Bool {
    let info = replay.tables.headers[header.index]
    switch info.kind {
    case .unknown, .clipped: return false
    case .grown, .cut: return true
    case .fresh: return true
    case .initial:
      if case .parameter(let position, .whole) = replay.tables.objects[info.object].origin {
        return rooms.hasRoom(parameter: position, of: replay.number)
      }
      guard let place = place(ofInitial: info.object) else { return false }
      if case .field(let field) = place, isOfKnownGlobal(info.object) {
        return analysis.facts.roomySharedFields.contains(field)
      }
      return rooms.hasRoom(place)
    case .same:
      return depth < 8
        && info.parents.contains { $0 != header && mayHaveRoom($0, depth: depth + 1) }
    }
  }

  /// Whether an object lay in a field of the struct that a package variable begins with, itself or by a
  /// pointer, and to which nothing else is ever given.
  private func isOfKnownGlobal(_ object: ObjectID) -> Bool {
    guard case .initial(let cell) = replay.tables.objects[object].origin,
      replay.tables.paths.nodes[cell.path.index].parent == .whole
    else { return false }
    switch replay.tables.objects[cell.object].origin {
    case .global(let global): return analysis.facts.globalsGivenOnce.contains(global)
    case .initial(let holder):
      guard holder.path == .whole,
        case .global(let global) = replay.tables.objects[holder.object].origin
      else { return false }
      return analysis.facts.globalsGivenOnce.contains(global)
    default: return false
    }
  }

  /// The field or package variable in which an object lay as the function began.
  private func place(ofInitial object: ObjectID) -> SlotKey.Base? {
    switch replay.tables.objects[object].origin {
    case .initial(let cell):
      if let field = replay.tables.paths.nodes[cell.path.index].step.field, cell.path != .whole {
        return .field(field)
      }
      if cell.path == .whole, case .global(let global) = replay.tables.objects[cell.object].origin {
        return .global(global)
      }
      return nil
    case .parameter(_, let path):
      guard path != .whole, let field = replay.tables.paths.nodes[path.index].step.field else {
        return nil
      }
      return .field(field)
    default: return nil
    }
  }

  // MARK: Two results

  private func loop(_ growth: Growth) -> OverlappingAppend? {
    guard order.loops.isInLoop(order.block(of: growth.value)), isSame(growth, growth),
      let holding = living.holding(of: growth.value, after: growth.value, result(of: growth))
    else { return nil }
    return overlap(.loop, growth, growth, holding)
  }

  private func pair(_ first: Growth, _ second: Growth) -> OverlappingAppend? {
    guard body.areAlike(first.base, second.base), first.isField == second.isField,
      !first.objects.isDisjoint(with: second.objects), isSame(first, second),
      let holding = living.holding(of: first.value, after: second.value, result(of: first))
    else { return nil }
    return overlap(.pair, first, second, holding)
  }

  private func result(of growth: Growth) -> SoughtMemory {
    living.sought { [tables = replay.tables] reference in
      growth.objects.contains(reference.cell.object)
        && descends(reference.header, from: growth.headers, tables, 0)
    }
  }

  /// Whether the second one runs while the base is still what it was for the first.
  private func isSame(_ first: Growth, _ second: Growth) -> Bool {
    var origins = body.origins(of: first.base.root)
    if !first.base.high.isNone { origins += body.origins(of: first.base.high) }
    let loads = body.loads(in: first.base.root)
    for load in loads { origins += declarations(of: load) }
    guard order.mayFollow(second.value, first.value, without: origins) else { return false }
    var cells = loads.flatMap {
      replay.interpreter.cells(of: AddressID(rawValue: body.instructions[$0.index].payload))
    }
    if first.isField {
      for object in first.objects {
        if case .initial(let cell) = replay.tables.objects[object].origin {
          cells.append(cell)
        }
      }
    }
    return !isStored(cells)
  }

  /// The declarations of the variable that a load begins with.
  private func declarations(of load: ValueID) -> [ValueID] {
    let node = body.root(of: AddressID(rawValue: body.instructions[load.index].payload))
    guard node.step == .variable else { return [] }
    return body.instructions.indices.filter {
      body.instructions[$0].opcode == .declare && body.instructions[$0].payload == node.payload
    }.map { ValueID($0) }
  }

  /// Whether the body puts anything into some cells, declarations of variables apart.
  private func isStored(_ cells: [Cell]) -> Bool {
    func isMeant(_ cell: Cell) -> Bool {
      cells.contains { $0 == cell || $0.object == cell.object && cell.path == .whole }
    }
    for put in replay.record.puts where isMeant(put.cell) {
      if body.instructions[put.value.index].opcode != .declare { return true }
    }
    for instruction in body.instructions where instruction.opcode == .store {
      if replay.interpreter.cells(of: AddressID(rawValue: instruction.payload)).contains(
        where: isMeant)
      {
        return true
      }
    }
    return false
  }

  private func overlap(
    _ kind: OverlappingAppend.Kind, _ first: Growth, _ second: Growth, _ holding: MemoryHolding
  ) -> OverlappingAppend {
    OverlappingAppend(
      kind: kind, function: replay.number, first: first.value, second: second.value,
      base: first.operand,
      place: first.objects.lazy.compactMap { place(ofInitial: $0) }.first,
      hasRoom: first.hasRoom || !first.base.high.isNone, puts: sites(holding.puts),
      use: holding.use.isNone ? nil : FlowSite(function: replay.number, value: holding.use))
  }

  private func sites(_ puts: [Int]) -> [FlowSite] {
    puts.map { FlowSite(function: replay.number, value: replay.record.puts[$0].value) }
  }

  // MARK: Templates

  /// A result that outlives the call, of a slice that stays where callers find it.
  private func template(_ growth: Growth) -> OverlappingAppend? {
    guard growth.hasRoom, !growth.isField, growth.base.high.isNone else { return nil }
    // The slice is surely what others have, and nothing else.
    var places: Set<SlotKey.Base> = []
    var homes: Set<Cell> = []
    for object in growth.objects {
      guard case .initial(let cell) = replay.tables.objects[object].origin,
        replay.interpreter.isVisible(cell.object), let place = place(ofInitial: object),
        replay.interpreter.isOnePlace(cell)
      else { return nil }
      places.insert(place)
      homes.insert(cell)
    }
    guard places.count == 1, let place = places.first else { return nil }
    let sought = result(of: growth)
    // What is put back, or in whose place something else is put, is not shared.
    if isStored(Array(homes)) { return nil }
    var found: OverlappingAppend?
    for index in body.instructions.indices where body.instructions[index].opcode == .return {
      let value = ValueID(index)
      guard order.mayFollow(value, growth.value) else { continue }
      for operand in body.operands(of: body.instructions[index]) where !operand.isNone {
        guard
          let holding = living.search(
            replay.interpreter.leaves(operand), growth.value, nil, sought)
        else { continue }
        found = template(growth, place, holding, isReturned: true)
      }
    }
    if found == nil, let holding = living.inOthers(growth.value, except: homes, sought) {
      found = template(growth, place, holding, isReturned: false)
    }
    return found
  }

  private func template(
    _ growth: Growth, _ place: SlotKey.Base, _ holding: MemoryHolding, isReturned: Bool
  ) -> OverlappingAppend {
    var overlap = overlap(.template, growth, growth, holding)
    overlap.place = place
    overlap.isReturned = isReturned
    overlap.isEmpty = growth.isEmpty
    overlap.use = nil
    overlap.isCaptured = growth.objects.contains { object in
      if case .captured = replay.tables.objects[replay.interpreter.root(of: object)].origin {
        return true
      }
      return false
    }
    if case .field(let field) = place, let first = holding.puts.first {
      let cell = replay.record.puts[first].cell
      overlap.isDerived = replay.tables.paths.nodes[cell.path.index].step.field == field
    }
    return overlap
  }
}

/// Whether a header is one of some, or was made of one.
private func descends(
  _ header: HeaderID, from wanted: Set<HeaderID>, _ tables: FlowTables, _ depth: Int
) -> Bool {
  if wanted.contains(header) { return true }
  guard depth < 8 else { return false }
  return tables.headers[header.index].parents.contains {
    $0 != header && descends($0, from: wanted, tables, depth + 1)
  }
}
