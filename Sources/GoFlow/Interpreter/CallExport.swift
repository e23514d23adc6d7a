import Basics
import GoIR

/// The places of one function, each with one number.
struct PlaceTable {
  private(set) var places: [PlaceName] = []
  private var ids: [PlaceName: UInt32] = [:]

  mutating func id(of place: PlaceName) -> UInt32 {
    if let known = ids[place] { return known }
    let id = UInt32(places.count)
    places.append(place)
    ids[place] = id
    return id
  }
}

/// What is needed to name the places of a body's calls.
private final class CallExport {
  var table = PlaceTable()
  /// The objects that the function makes and gives to its callers, with their places.
  let given: [ObjectID: PlaceName]
  let exit: FlowState
  let after: SignalsAfter
  let givings: GivingsAfter
  /// Whether objects are the function's alone, once that was asked.
  var unshared: [ObjectID: Bool] = [:]
  /// The places of objects, once they were asked for, by their numbers; `max` for none.
  private var known = NumberMap()
  /// Those of parts of objects likewise, by the numbers of the cells.
  private var knownCells = NumberMap()

  init(
    given: [ObjectID: PlaceName], exit: FlowState, after: SignalsAfter, givings: GivingsAfter
  ) {
    self.given = given
    self.givings = givings
    self.exit = exit
    self.after = after
  }

  func place(of object: ObjectID, alias: UInt32) -> UInt32? {
    known[UInt64(object.rawValue) << 32 | UInt64(alias &+ 1)]
  }

  func add(_ place: PlaceName?, of object: ObjectID, alias: UInt32) -> UInt32 {
    let id = place.map { table.id(of: $0) } ?? .max
    known.set(UInt64(object.rawValue) << 32 | UInt64(alias &+ 1), id)
    return id
  }

  func place(ofCell cell: UInt32, alias: UInt32) -> UInt32? {
    knownCells[UInt64(cell) << 32 | UInt64(alias &+ 1)]
  }

  func add(_ place: PlaceName?, ofCell cell: UInt32, alias: UInt32) -> UInt32 {
    let id = place.map { table.id(of: $0) } ?? .max
    knownCells.set(UInt64(cell) << 32 | UInt64(alias &+ 1), id)
    return id
  }
}

/// Edges of one function, each once.
private struct DistinctEdges {
  private(set) var edges: [FunctionEdge] = []
  /// The last edge of each instruction to each function, and of each edge the one before it.
  private var last = NumberMap()
  private var previous: [UInt32] = []

  mutating func add(_ edge: FunctionEdge) {
    let key = UInt64(edge.target.rawValue) << 31 ^ UInt64(edge.value.rawValue)
    let first = last[key] ?? .max
    var known = first
    while known != .max {
      if edges[Int(known)] == edge { return }
      known = previous[Int(known)]
    }
    last.set(key, UInt32(edges.count))
    previous.append(first)
    edges.append(edge)
  }
}

/// Calls in terms of the program.
extension BodyInterpreter {
  static let longestPlace = 14

  /// The calls and starts of the body, and what goes through slots.
  func exportCalls(
    _ returned: [[SetID]], _ exit: FlowState, _ after: SignalsAfter
  ) -> FunctionCalls {
    var calls = FunctionCalls()
    if result.blocks.allSatisfy({ $0.calls.isEmpty }) { return calls }
    let export = CallExport(
      given: givenAway(returned, exit), exit: exit, after: after,
      givings: GivingsAfter(body, result.blocks, isGiving: !handed.given.isEmpty))
    var edges = DistinctEdges()
    for block in result.blocks {
      for point in block.calls {
        let edge = edge(point, export)
        if let slot = point.slot {
          let found = SlotFunction(
            slot: slot, edge: edge, sharedCaptures: point.sharedCaptures,
            containerCaptures: point.containerCaptures, isBound: point.isBound,
            isFirst: point.isFirst)
          if point.target.isNone {
            if !calls.fromSlots.contains(found) { calls.fromSlots.append(found) }
          } else if !calls.toSlots.contains(found) {
            calls.toSlots.append(found)
          }
        } else {
          edges.add(edge)
        }
      }
    }
    calls.edges = edges.edges
    calls.places = export.table.places
    return calls
  }

  private func edge(_ point: CallPoint, _ export: CallExport) -> FunctionEdge {
    var edge = FunctionEdge(
      target: point.target, start: point.start, bindings: [], mustLocks: [], mayLocks: [],
      waited: [], signalled: [], value: point.value)
    edge.isJoined = point.start != nil && joinedStarts.contains(point.value)
    edge.isEnded = edge.isJoined && !isStarted(point.value, export.exit.live + export.exit.pending)
    if let start = point.start, !start.isRepeated {
      edge.isLooped = tokens.contains {
        $0.isRepeated && $0.start.value == start.value && $0.start.function == start.function
      }
    }
    edge.givesOwn = point.givesYoung
    edge.locksOfArguments = point.locksOfArguments
    for bound in point.objects {
      if bound.key.isFirstParameter, isUnshared(bound.object, point, export) {
        edge.givesOwn = true
      }
      let place = place(Cell(bound.object, bound.path), alias: bound.alias, export)
      if place != .max {
        edge.bindings.insert(
          sorted: PlaceBinding(
            key: bound.key, place: place, isOwn: bound.alias != .max,
            isTaken: bound.isTaken || isGiven(bound, point, export.givings)))
      }
      // What is published later is with a goroutine by then, as is a receiver with its method.
      guard point.start != nil || point.isBound, bound.alias == .max else { continue }
      addLater(Cell(bound.object, bound.path), bound.key, to: &edge, export)
    }
    for (position, object) in point.results {
      if export.given[object] != nil {
        let place = place(object, alias: .max, export)
        edge.bindings.insert(sorted: PlaceBinding(key: .result(position), place: place))
      }
      addLater(Cell(object), .result(position), to: &edge, export)
    }
    for lock in point.mustLocks {
      let place = place(lock.cell, export)
      if place != .max { edge.mustLocks.append(PlaceLock(place: place, mode: lock.mode)) }
    }
    for lock in point.mayLocks {
      let place = place(lock.cell, export)
      if place != .max { edge.mayLocks.append(PlaceLock(place: place, mode: lock.mode)) }
    }
    for cell in point.waited {
      let place = place(base(of: cell), export)
      if place != .max { edge.waited.append(place) }
    }
    var signalled = point.signalled
    if point.start == nil {
      signalled.formUnion(sorted: export.after.signals(after: point.value, in: point.block))
    }
    if edge.isEnded { signalled.formUnion(sorted: signals(afterEndOf: point, export)) }
    for cell in signalled where !isAhead(cell) {
      let place = place(base(of: cell), export)
      if place != .max { edge.signalled.append(place) }
    }
    return edge
  }

  /// Whether one of some goroutines was started by an instruction.
  private func isStarted(_ value: ValueID, _ ids: [TokenID]) -> Bool {
    ids.contains { tokens[$0.index].name.value == value }
  }

  /// What is surely signalled after a goroutine that was waited for.
  private func signals(afterEndOf point: CallPoint, _ export: CallExport) -> [Cell] {
    let signals = result.blocks.flatMap(\.signals)
    return export.after.signals(after: point.value, in: point.block).filter { cell in
      signals.allSatisfy { signal in
        signal.cell != cell && base(of: signal.cell) != cell || !isStarted(point.value, signal.live)
      }
    }
  }

  /// Whether the function made an object, with all that it leads to, and had put it nowhere where
  /// others look, and no goroutine knows any of it.
  private func isUnshared(
    _ object: ObjectID, _ point: CallPoint, _ export: CallExport
  ) -> Bool {
    if point.objects.contains(where: { $0.object == object && $0.alias != .max }) { return false }
    if let known = export.unshared[object] { return known }
    let found = leadsToOwn(object, export.exit)
    export.unshared[object] = found
    return found
  }

  private func leadsToOwn(_ object: ObjectID, _ exit: FlowState) -> Bool {
    var pending = [object]
    var seen: Set<ObjectID> = [object]
    while let current = pending.popLast() {
      switch tables.objects[current].origin {
      case .site, .opaque, .variable: break
      default: return false
      }
      if goroutineObjects.contains(current) || seen.count > Self.maximumReached { return false }
      for index in trackedCells(of: current) {
        var sets = [everStored[index] ?? .empty]
        if Int(index) < exit.memory.count, !exit.memory[Int(index)].isNone {
          sets.append(exit.memory[Int(index)])
        }
        for id in sets.flatMap({ Array(tables.sets[$0]) })
        where seen.insert(tables.references[id].cell.object).inserted {
          pending.append(tables.references[id].cell.object)
        }
      }
    }
    return true
  }

  /// Where an object that the function made, or a part of it, is found once it returns.
  private func addLater(
    _ cell: Cell, _ key: BindingKey, to edge: inout FunctionEdge,
    _ export: CallExport
  ) {
    switch tables.objects[cell.object].origin {
    case .site, .opaque: break
    default: return
    }
    let object = cell.object.rawValue
    var index = export.exit.published.firstIndex(notBelow: object)
    var count = 0
    while index < export.exit.published.count, count < 3,
      export.exit.published[index].first == object
    {
      let place = place(cell, alias: export.exit.published[index].second, export)
      if place != .max {
        edge.bindings.insert(sorted: PlaceBinding(key: key, place: place, isOwn: true))
      }
      count += 1
      index += 1
    }
  }

  /// The number of a cell's place, by an alias of where its way begins; `max` where it has no name.
  private func place(_ cell: Cell, alias: UInt32 = .max, _ export: CallExport) -> UInt32 {
    if cell.path == .whole { return place(cell.object, alias: alias, export) }
    let number = tables.number(of: cell)
    if let known = export.place(ofCell: number, alias: alias) { return known }
    var place = name(cell.object, alias: alias, export.given)
    place?.steps += tables.paths.steps(of: cell.path)
    if let long = place, long.steps.count > Self.longestPlace { place = nil }
    return export.add(place, ofCell: number, alias: alias)
  }

  private func place(
    _ object: ObjectID, alias: UInt32, _ export: CallExport
  ) -> UInt32 {
    if let known = export.place(of: object, alias: alias) { return known }
    return export.add(name(object, alias: alias, export.given), of: object, alias: alias)
  }

  /// The place of an object, by an alias of where its way begins; nil where it has no name.
  private func name(
    _ object: ObjectID, alias: UInt32, _ given: [ObjectID: PlaceName]
  ) -> PlaceName? {
    // The last step first.
    var way: [PathStep] = []
    var current = object
    while true {
      let root: PlaceName.Root
      switch tables.objects[current].origin {
      case .initial(let cell):
        way.append(.follow)
        tables.paths.appendSteps(of: cell.path, to: &way)
        current = cell.object
        guard way.count <= Self.longestPlace else { return nil }
        continue
      case .parameter(let position, let path):
        root = .parameter(position, leaf: leaf(position, path))
      case .captured(let variable): root = .captured(variable)
      case .global(let global): root = .global(global)
      case .slot(let slot): root = .slot(slot)
      case .unknown: return nil
      case .site, .opaque, .variable:
        if alias != .max { return name(aliases.aliases[Int(alias)], way.reversed()) }
        if var place = given[current] {
          place.steps += way.reversed()
          return place.steps.count <= Self.longestPlace ? place : nil
        }
        guard case .variable(let variable) = tables.objects[current].origin else { return nil }
        root = .variable(variable)
      }
      return PlaceName(root: root, steps: way.reversed())
    }
  }

  private func name(_ alias: Alias, _ suffix: [PathStep]) -> PlaceName? {
    guard var place = name(alias.home.object, alias: .max, [:]) else { return nil }
    place.steps += tables.paths.steps(of: alias.home.path)
    place.steps += [.follow] + tables.paths.steps(of: alias.way) + suffix
    return place.steps.count <= Self.longestPlace ? place : nil
  }

  private func leaf(_ position: UInt32, _ path: PathID) -> UInt32 {
    if path == .whole || Int(position) >= function.parameters.count { return 0 }
    let layout = function.parameters[Int(position)].layout.rawValue
    guard layout > 1 else { return 0 }
    let steps = tables.paths.steps(of: path)
    let leaves = program.layout(UInt16(truncatingIfNeeded: layout)).leaves
    return UInt32(leaves.firstIndex { $0.steps == steps } ?? 0)
  }

  /// The objects that the function makes and gives to its callers, with their places.
  private func givenAway(_ returned: [[SetID]], _ exit: FlowState) -> [ObjectID: PlaceName] {
    var found = GivenObjects()
    for (position, leaves) in returned.enumerated() {
      guard let first = leaves.first else { continue }
      for id in tables.sets[first] {
        add(
          tables.references[id].cell, PlaceName(root: .result(UInt32(position)), steps: []),
          to: &found)
      }
    }
    var next = 0
    while next < found.pending.count {
      let (object, place) = found.pending[next]
      next += 1
      for index in trackedCells(of: object) where Int(index) < exit.memory.count {
        let set = exit.memory[Int(index)]
        if set.isNone || set.isEmpty { continue }
        let steps = tables.paths.steps(of: trackedCells[Int(index)].path)
        for id in tables.sets[set] {
          add(
            tables.references[id].cell,
            PlaceName(root: place.root, steps: place.steps + steps + [.follow]), to: &found)
        }
      }
    }
    return found.places
  }

  private func add(_ cell: Cell, _ place: PlaceName, to found: inout GivenObjects) {
    switch tables.objects[cell.object].origin {
    case .site, .opaque, .variable: break
    default: return
    }
    guard cell.path == .whole, found.places[cell.object] == nil, found.places.count < 64,
      place.steps.count <= Self.longestPlace
    else { return }
    found.places[cell.object] = place
    found.pending.append((cell.object, place))
  }
}

/// The objects that a function gives to its callers.
private struct GivenObjects {
  var places: [ObjectID: PlaceName] = [:]
  var pending: [(object: ObjectID, place: PlaceName)] = []
}
