import Basics
import GoIR

/// The name that a published object has where others find it: a cell that it was put into, and the
/// way from what lies there to the object.
struct Alias {
  var place: Cell
  /// The way from what lies at the place; `follow` for following a reference.
  var way: PathID
  var header: HeaderID
  /// The part of the object that lies there.
  var part: PathID
  /// The cell that it was put into first, where the place is the cell's slot.
  var home: Cell
  /// Whether the place has another name by its slot.
  var isKnownBySlot = false
}

/// The aliases of one body, each with one number.
final class AliasTable {
  static let maximumCount = 64
  /// Ways, headers and parts with larger numbers are not put into names.
  static let maximumNumber: UInt32 = 1 << 16
  /// An object has no more names; what is put elsewhere too is known by the first ones.
  static let maximumCountOfObject = 8

  private(set) var aliases: [Alias] = []
  /// The names that cells have by aliases, as far as they were worked out: by the cell's number,
  /// the object that has the alias, and the alias. Nil for what has none.
  private var renamed = NumberMap()
  private var names: [Cell?] = []
  private var places = NumberMap()
  private var ids = NumberMap()
  /// The place that was asked for last, with its number where it has one: mostly it is asked for
  /// again.
  private var lastPlace: (place: Cell, number: UInt32?)?

  /// Whether there will be no more.
  var isFull: Bool { aliases.count >= Self.maximumCount }

  /// Forgets all names but keeps the room.
  func removeAll() {
    aliases.removeAll(keepingCapacity: true)
    renamed.removeAll()
    names.removeAll(keepingCapacity: true)
    places.removeAll()
    ids.removeAll()
    lastPlace = nil
  }

  /// The number of an alias; nil where it has none yet and could be none.
  func id(of alias: Alias) -> UInt32? {
    guard let place = number(of: alias.place), let key = Self.key(alias, place) else { return nil }
    return ids[key]
  }

  /// Whether some name begins with a place.
  func hasNames(at place: Cell) -> Bool { number(of: place) != nil }

  private func number(of place: Cell) -> UInt32? {
    if let lastPlace, lastPlace.place == place { return lastPlace.number }
    let number = places[place.key]
    lastPlace = (place, number)
    return number
  }

  /// The number of an alias; nil where there are too many.
  func add(_ alias: Alias) -> UInt32? {
    if isFull { return nil }
    let place = number(of: alias.place) ?? UInt32(places.count)
    places.set(alias.place.key, place)
    lastPlace = (alias.place, place)
    guard let key = Self.key(alias, place) else { return nil }
    let id = UInt32(aliases.count)
    aliases.append(alias)
    ids.set(key, id)
    return id
  }

  private static func key(_ alias: Alias, _ place: UInt32) -> UInt64? {
    let (way, header, part) = (alias.way.rawValue, alias.header.rawValue, alias.part.rawValue)
    guard max(way, header, part) < maximumNumber else { return nil }
    return UInt64(place) << 48 | UInt64(way) << 32 | UInt64(header) << 16 | UInt64(part)
  }

  /// The name of a cell, or nil within where it has none; nil where that was not worked out yet.
  func name(of cell: UInt32, from object: ObjectID, _ alias: UInt32) -> Cell?? {
    renamed[Self.key(cell, object, alias)].map { names[Int($0)] }
  }

  func setName(of cell: UInt32, from object: ObjectID, _ alias: UInt32, to name: Cell?) {
    renamed.set(Self.key(cell, object, alias), UInt32(names.count))
    names.append(name)
  }

  private static func key(_ cell: UInt32, _ object: ObjectID, _ alias: UInt32) -> UInt64 {
    UInt64(cell) << 32 | UInt64(object.rawValue) << 6 | UInt64(alias)
  }
}

/// Objects that were put where others find them. What the function does to them afterwards it does
/// to what lies there.
extension BodyInterpreter {
  /// Notes that a set was put into a cell, if others may see that.
  func publish(_ set: SetID, at cell: Cell) {
    // Callers know the cell itself, where what was put there first is there still, or where this
    // function takes out what others put there; all others know its slot.
    let isVisible = isVisible(cell.object)
    let slot = isVisible ? slot(of: cell) : nil
    // Who takes out of a channel may know it by another name.
    if let slot, handed.before == nil, !program.isWatched(slot.base) { return }
    let isKnownHere =
      (slot == nil || !isOnePlace(cell) || tables.isTakenOut(of: cell))
      && (isVisible || state.hasGoroutines)
    if let slot {
      let place = Cell(tables.object(.slot(slot)))
      if slotHomes[slot] == nil { slotHomes[slot] = cell }
      publish(set, at: place, home: cell)
    }
    if isKnownHere { publish(set, at: cell, home: cell) }
  }

  private func publish(_ set: SetID, at place: Cell, home: Cell) {
    if handed.before != nil { forgetAcknowledgements(of: set) }
    let isOnly = handed.before != nil && isOneThing(set)
    if !isOnly, state.owned.isEmpty, aliases.isFull, !aliases.hasNames(at: place) { return }
    for id in tables.sets[set] {
      let reference = tables.references[id]
      publish(
        reference.cell, reference.header, place, home, .whole, depth: 0, isHandedOut: isOnly)
    }
  }

  private func publish(
    _ cell: Cell, _ header: HeaderID, _ place: Cell, _ home: Cell, _ way: PathID, depth: Int,
    isHandedOut: Bool = false
  ) {
    if !state.owned.isEmpty { state.owned.removeAll { $0.second == cell.object.rawValue } }
    var alias = Alias(place: place, way: way, header: header, part: cell.path, home: home)
    let known = aliases.id(of: alias)
    // Where there are all names that there may be, most are asked for in vain.
    if known == nil, aliases.isFull, !isHandedOut { return }
    // What lies there already is no news.
    if case .initial(let outer) = tables.objects[cell.object].origin,
      outer == place || outer == home || handed.before != nil && slot(of: outer) == slotKey(place)
    {
      if isHandedOut { noteHandedOut(cell.object, at: place, nil) }
      return
    }
    if case .slot = tables.objects[cell.object].origin { return }
    let first = state.published.firstIndex(notBelow: cell.object.rawValue)
    var last = first
    while last < state.published.count, state.published[last].first == cell.object.rawValue {
      last += 1
    }
    let isFull = last - first >= AliasTable.maximumCountOfObject
    if isFull, !isHandedOut { return }
    let id: UInt32
    if let known {
      id = known
    } else {
      alias.isKnownBySlot = isKnownBySlot(place)
      guard let new = aliases.add(alias) else { return }
      id = new
    }
    if isHandedOut { noteHandedOut(cell.object, at: place, id) }
    if isFull || state.published[first..<last].contains(where: { $0.second == id }) { return }
    state.published.insert(sorted: NumberPair(first: cell.object.rawValue, second: id))
    if header != .unknown {
      state.bounds.insert(sorted: NumberPair(first: header.rawValue, second: header.rawValue))
    }
    guard depth < 4 else { return }
    for index in trackedCells(of: cell.object) where Int(index) < state.memory.count {
      let held = state.memory[Int(index)]
      if held.isNone || held.isEmpty { continue }
      let part = trackedCells[Int(index)]
      guard let outer = tables.paths.rebase(part.path, from: cell.path, onto: way) else {
        continue
      }
      let inner = tables.paths.extend(outer, .follow)
      for reference in tables.sets[held] {
        let target = tables.references[reference]
        if target.cell.object == cell.object { continue }
        publish(target.cell, target.header, place, home, inner, depth: depth + 1)
      }
    }
    publishLinked(cell, place, home, way, depth: depth)
  }

  /// What the elements of a copy lead to lies there too.
  private func publishLinked(
    _ cell: Cell, _ place: Cell, _ home: Cell, _ way: PathID, depth: Int
  ) {
    for link in links.links(of: cell.object) {
      guard let outer = tables.paths.rebase(link.target.path, from: cell.path, onto: way) else {
        continue
      }
      let inner = tables.paths.extend(outer, .follow)
      for source in link.sources where tables.objects[source.object].isIncoming {
        let target = tables.found(at: source)
        if target == cell.object || target == source.object { continue }
        publish(
          Cell(target), tables.initialHeader(target), place, home, inner, depth: depth + 1)
      }
    }
  }

  /// Nobody else finds an object any more.
  func withdraw(_ object: ObjectID) {
    if !state.given.isEmpty { state.given.remove(sorted: object) }
    let count = state.published.count
    if count == 0 { return }
    state.published.removeAll(of: object.rawValue)
    if state.published.count != count { lastPuts.forget() }
  }

  /// Nobody else finds an object any more, nor what was found behind it.
  func withdrawAll(_ object: ObjectID) {
    withdraw(object)
    if state.published.isEmpty { return }
    let count = state.published.count
    let kept = state.published.filter { !isReached(ObjectID(rawValue: $0.first), from: object) }
    if kept.count == count { return }
    state.published = kept
    lastPuts.forget()
  }

  /// What is put into an object that was published lies there too.
  func publishInner(_ set: SetID, at cell: Cell) {
    guard !state.published.isEmpty else { return }
    let object = cell.object.rawValue
    let first = state.published.firstIndex(notBelow: object)
    var end = first
    while end < state.published.count, state.published[end].first == object { end += 1 }
    for pair in Array(state.published[first..<end]) {
      let alias = aliases.aliases[Int(pair.second)]
      guard let outer = tables.paths.rebase(cell.path, from: alias.part, onto: alias.way) else {
        continue
      }
      let way = tables.paths.extend(outer, .follow)
      for id in tables.sets[set] {
        let target = tables.references[id]
        if target.cell.object == cell.object { continue }
        publish(target.cell, target.header, alias.place, alias.home, way, depth: 1)
      }
    }
  }

  /// A use of a published object is a use of what others find.
  func performPublished(_ access: FlowAccess) {
    noteGivenAway(access)
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

  /// What the function made and gave away its callers get to know as what it made.
  private func noteGivenAway(_ access: FlowAccess) {
    let root = root(of: access.cell.object)
    guard !isVisible(root), access.kind != .append else { return }
    let index = state.published.firstIndex(notBelow: root.rawValue)
    if index < state.published.count, state.published[index].first == root.rawValue {
      recordKnown(access)
    }
  }

  /// A use of what lies in or behind an object is one of what lies behind its alias.
  private func performAlias(
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
    guard let cell = renamed(access.cell, from: object, to: number),
      !tables.isBlurred(cell.object)
    else { return }
    access.cell = cell
    access.header = .unknown
    access.isNamedBelow = alias.isKnownBySlot
    access.isAlias = true
    access.isTaken = isOfTaken(alias.home)
    access.isOwnPut = true
    wayRecord?.note(access, own: performed.cell, alias: number)
    for id in state.live { compare(own: access, with: id) }
    if isVisible(access.cell.object) { recordKnown(access, of: (object, number)) }
  }

  /// The name of a cell that is reached from an object, by the object's alias; nil where it does not
  /// lie in the part of the object that has the alias. What is larger than that part begins with it.
  private func renamed(
    _ cell: Cell, from object: ObjectID, to number: UInt32
  ) -> Cell? {
    let cellNumber = tables.number(of: cell)
    if let known = aliases.name(of: cellNumber, from: object, number) { return known }
    let new = newName(of: cell, from: object, by: aliases.aliases[Int(number)])
    aliases.setName(of: cellNumber, from: object, number, to: new)
    return new
  }

  private func newName(
    of cell: Cell, from object: ObjectID, by alias: Alias
  ) -> Cell? {
    if alias.part != .whole {
      var outer = cell
      while outer.object != object,
        case .initial(let next) = tables.objects[outer.object].origin
      {
        outer = next
      }
      let part = tables.paths.steps(of: alias.part)
      let own = tables.paths.steps(of: outer.path)
      if !zip(part, own).allSatisfy({ $0 == $1 || $1 == .rest }) { return nil }
      if own.count < part.count, outer.object != cell.object { return nil }
    }
    let new = extended(Cell(followed(alias.place)), by: alias.way)
    return extended(
      new, by: cell, from: object, without: Int(tables.paths.nodes[alias.part.index].depth))
  }

  /// A cell with the way behind it by which another one is reached from an object, without the first
  /// `count` steps.
  private func extended(
    _ new: Cell, by cell: Cell, from object: ObjectID, without count: Int
  ) -> Cell {
    guard cell.object != object, case .initial(let outer) = tables.objects[cell.object].origin
    else { return extended(new, by: cell.path, without: count) }
    let found = Cell(followed(extended(new, by: outer, from: object, without: count)))
    return extended(found, by: cell.path)
  }

  /// A cell with a way behind it, without the first `count` steps.
  private func extended(_ new: Cell, by way: PathID, without count: Int = 0) -> Cell {
    let node = tables.paths.nodes[way.index]
    if way == .whole || Int(node.depth) <= count { return new }
    let base = extended(new, by: node.parent, without: count)
    return node.step == .follow
      ? Cell(followed(base)) : Cell(base.object, tables.paths.extend(base.path, node.step))
  }

  /// Whether a place has another name by its slot.
  private func isKnownBySlot(_ place: Cell) -> Bool {
    if case .slot = tables.objects[place.object].origin { return false }
    return slot(of: place) != nil
  }

  /// What lies in a cell, as others know it.
  private func followed(_ cell: Cell) -> ObjectID {
    if case .slot = tables.objects[cell.object].origin, cell.path == .whole { return cell.object }
    return tables.found(at: cell)
  }

  /// The slot that a cell is; nil where it has no name that others know.
  func slot(of cell: Cell) -> SlotKey? {
    var level: UInt8 = 0
    // Whether a reference was followed since the last element.
    var isFollowed = false
    var current = cell
    // The field of a struct that is an element.
    var inner = FieldNumber.none
    func key(_ base: SlotKey.Base) -> SlotKey {
      SlotKey(base: base, level: level, isInline: level > 0 && !isFollowed, field: inner)
    }
    while true {
      var path = current.path
      while path != .whole {
        let node = tables.paths.nodes[path.index]
        if let field = node.step.field {
          if level > 0 || tables.paths.nodes[node.parent.index].step != .element {
            return key(.field(field))
          }
          inner = field
          path = node.parent
          continue
        }
        guard node.step == .element, level < 4 else { return nil }
        level += 1
        isFollowed = false
        path = node.parent
      }
      switch tables.objects[current.object].origin {
      case .initial(let outer):
        current = outer
        isFollowed = true
      case .global(let global): return key(.global(global))
      case .captured(let variable), .variable(let variable):
        return key(.variable(declaration, variable))
      default: return inner.isNone ? nil : SlotKey(base: .field(inner), level: 0)
      }
    }
  }
}
