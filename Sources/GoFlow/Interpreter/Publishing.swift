import Basics
import GoIR

/// The name that a published object has where others find it: a cell that it was put into, and the
/// way from what lies there to the object.
struct Alias {
  var place: Cell
  /// The way from what lies at the place; `follow` for following a reference.
  var way: PathID
  var header: HeaderID
}

/// The aliases of one body, each with one number.
struct AliasTable {
  static let maximumCount = 64
  /// An object has no more names; what is put elsewhere too is known by the first ones.
  static let maximumCountOfObject = 4

  /// What is reached from an object that has an alias.
  struct Name: Hashable {
    var cell: Cell
    var object: ObjectID
    var alias: UInt32
  }

  private(set) var aliases: [Alias] = []
  /// What was worked out of the names that things have by aliases.
  var renamed: [Name: Cell] = [:]
  private var places = NumberMap()
  private var ends = NumberMap()
  private var ids = NumberMap()

  /// The number of an alias; nil where there are too many.
  mutating func id(of alias: Alias) -> UInt32? {
    let place = Self.number(alias.place.key, &places)
    let end = Self.number(
      UInt64(alias.way.rawValue) << 32 | UInt64(alias.header.rawValue), &ends)
    let key = UInt64(place) << 32 | UInt64(end)
    if let known = ids[key] { return known }
    guard aliases.count < Self.maximumCount else { return nil }
    let id = UInt32(aliases.count)
    aliases.append(alias)
    ids.set(key, id)
    return id
  }

  private static func number(_ key: UInt64, _ map: inout NumberMap) -> UInt32 {
    if let known = map[key] { return known }
    let number = UInt32(map.count)
    map.set(key, number)
    return number
  }
}

/// Objects that were put where others find them. What the function does to them afterwards it does
/// to what lies there.
extension BodyInterpreter {
  /// Notes that a set was put into a cell, if others may see that.
  mutating func publish(_ set: SetID, at cell: Cell) {
    // Callers know the cell itself, where what was put there first is there still; all others
    // know its slot.
    var places: [Cell] = []
    let isVisible = isVisible(cell.object)
    let slot = isVisible ? slot(of: cell) : nil
    if let slot, !program.isWatched(slot.base) { return }
    if let slot { places.append(Cell(tables.object(.slot(slot)))) }
    if slot == nil || !isOnePlace(cell),
      isVisible || !state.live.isEmpty || !state.pending.isEmpty
    {
      places.append(cell)
    }
    for place in places {
      for id in tables.sets[set] {
        let reference = tables.references[id]
        publish(reference.cell, reference.header, place, .whole, depth: 0)
      }
    }
  }

  private mutating func publish(
    _ cell: Cell, _ header: HeaderID, _ place: Cell, _ way: PathID, depth: Int
  ) {
    if !state.owned.isEmpty { state.owned.removeAll { $0.second == cell.object.rawValue } }
    // What lies there already is no news.
    if case .initial(let outer) = tables.objects[cell.object].origin, outer == place { return }
    if case .slot = tables.objects[cell.object].origin { return }
    guard let id = aliases.id(of: Alias(place: place, way: way, header: header)) else { return }
    let first = state.published.firstIndex(notBelow: cell.object.rawValue)
    var last = first
    while last < state.published.count, state.published[last].first == cell.object.rawValue {
      if state.published[last].second == id { return }
      last += 1
    }
    if last - first >= AliasTable.maximumCountOfObject { return }
    state.published.insert(sorted: NumberPair(first: cell.object.rawValue, second: id))
    if header != .unknown {
      state.bounds.insert(sorted: NumberPair(first: header.rawValue, second: header.rawValue))
    }
    guard depth < 4 else { return }
    for index in trackedCells(of: cell.object) where Int(index) < state.memory.count {
      let held = state.memory[Int(index)]
      if held.isNone || held.isEmpty { continue }
      let part = trackedCells[Int(index)]
      guard let steps = suffix(of: part.path, after: cell.path) else { continue }
      let inner = tables.paths.extend(steps.reduce(way) { tables.paths.extend($0, $1) }, .follow)
      for reference in tables.sets[held] {
        let target = tables.references[reference]
        if target.cell.object == cell.object { continue }
        publish(target.cell, target.header, place, inner, depth: depth + 1)
      }
    }
  }

  /// What is put into an object that was published lies there too.
  mutating func publishInner(_ set: SetID, at cell: Cell) {
    guard !state.published.isEmpty else { return }
    let object = cell.object.rawValue
    var index = state.published.firstIndex(notBelow: object)
    var outer: [NumberPair] = []
    while index < state.published.count, state.published[index].first == object {
      outer.append(state.published[index])
      index += 1
    }
    for pair in outer {
      let alias = aliases.aliases[Int(pair.second)]
      let way = tables.paths.extend(tables.paths.join(alias.way, cell.path), .follow)
      for id in tables.sets[set] {
        let target = tables.references[id]
        if target.cell.object == cell.object { continue }
        publish(target.cell, target.header, alias.place, way, depth: 1)
      }
    }
  }

  /// A use of a published object is a use of what others find.
  mutating func performPublished(_ access: FlowAccess) {
    var object = access.cell.object
    while true {
      var index = state.published.firstIndex(notBelow: object.rawValue)
      while index < state.published.count, state.published[index].first == object.rawValue {
        performAlias(access, state.published[index].second, of: object)
        index += 1
      }
      guard case .initial(let outer) = tables.objects[object].origin else { return }
      object = outer.object
    }
  }

  /// A use of what lies in or behind an object is one of what lies behind its alias.
  private mutating func performAlias(
    _ performed: FlowAccess, _ number: UInt32, of object: ObjectID
  ) {
    let alias = aliases.aliases[Int(number)]
    var access = performed
    if access.kind == .append {
      // What lies there is not touched where it does not reach further.
      if alias.header != .unknown, access.header != .unknown,
        !mayReachFurther(alias.header, than: access.header)
      {
        return
      }
      access.kind = .write
    }
    let cell = renamed(access.cell, from: object, to: number)
    access.cell = cell
    access.header = .unknown
    access.isNamedBelow = isKnownBySlot(alias.place)
    access.isTaken = false
    wayRecord?.note(access, own: performed.cell, alias: number)
    for id in state.live { compare(own: access, with: id) }
    record(access)
  }

  /// The name of a cell that is reached from an object, by the object's alias.
  private mutating func renamed(_ cell: Cell, from object: ObjectID, to number: UInt32) -> Cell {
    let name = AliasTable.Name(cell: cell, object: object, alias: number)
    if let known = aliases.renamed[name] { return known }
    let alias = aliases.aliases[Int(number)]
    var steps = tables.paths.steps(of: cell.path)
    var current = cell.object
    while current != object, case .initial(let outer) = tables.objects[current].origin {
      steps = tables.paths.steps(of: outer.path) + [.follow] + steps
      current = outer.object
    }
    var new = Cell(followed(alias.place))
    for step in tables.paths.steps(of: alias.way) + steps {
      new =
        step == .follow
        ? Cell(followed(new)) : Cell(new.object, tables.paths.extend(new.path, step))
    }
    aliases.renamed[name] = new
    return new
  }

  /// Whether a place has another name by its slot.
  private func isKnownBySlot(_ place: Cell) -> Bool {
    if case .slot = tables.objects[place.object].origin { return false }
    return slot(of: place) != nil
  }

  /// What lies in a cell, as others know it.
  private mutating func followed(_ cell: Cell) -> ObjectID {
    if case .slot = tables.objects[cell.object].origin, cell.path == .whole { return cell.object }
    return tables.found(at: cell)
  }

  /// The slot that a cell is; nil where it has no name that others know.
  func slot(of cell: Cell) -> SlotKey? {
    var level: UInt8 = 0
    var current = cell
    while true {
      var path = current.path
      while path != .whole {
        let node = tables.paths.nodes[path.index]
        if let field = node.step.field { return SlotKey(base: .field(field), level: level) }
        guard node.step == .element, level < 4 else { return nil }
        level += 1
        path = node.parent
      }
      switch tables.objects[current.object].origin {
      case .initial(let outer): current = outer
      case .global(let global): return SlotKey(base: .global(global), level: level)
      case .captured(let variable), .variable(let variable):
        return SlotKey(base: .variable(declaration, variable), level: level)
      default: return nil
      }
    }
  }
}
