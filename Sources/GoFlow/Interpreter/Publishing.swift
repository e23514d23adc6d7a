import Basics
import GoIR

/// The name that a published object has where others find it: a cell that it was put into, and the
/// way from what lies there to the object.
struct Alias: Hashable {
  var place: Cell
  /// Steps from what lies at the place; `pointee` for following a reference.
  var way: [PathStep]
  var header: HeaderID
}

/// Objects that were put where others find them. What the function does to them afterwards it does
/// to what lies there.
extension BodyInterpreter {
  /// Notes that a set was put into a cell, if others may see that.
  mutating func publish(_ set: SetID, at cell: Cell) {
    let place: Cell
    if let slot = slot(of: cell), isVisible(cell.object) {
      place = Cell(tables.object(.slot(slot)))
    } else if isVisible(cell.object) || !state.live.isEmpty || !state.pending.isEmpty {
      place = cell
    } else {
      return
    }
    for id in tables.sets[set] {
      let reference = tables.references[id]
      publish(reference.cell, reference.header, place, [], depth: 0)
    }
  }

  private mutating func publish(
    _ cell: Cell, _ header: HeaderID, _ place: Cell, _ way: [PathStep], depth: Int
  ) {
    // What lies there already is no news.
    if case .initial(let outer) = tables.objects[cell.object].origin, outer == place { return }
    if case .slot = tables.objects[cell.object].origin { return }
    let alias = Alias(place: place, way: way, header: header)
    let id: UInt32
    if let known = aliasIDs[alias] {
      id = known
    } else {
      guard aliases.count < 64 else { return }
      id = UInt32(aliases.count)
      aliases.append(alias)
      aliasIDs[alias] = id
    }
    let isNew = state.published.insert(
      sorted: NumberPair(first: cell.object.rawValue, second: id))
    if header != .unknown {
      state.bounds.insert(sorted: NumberPair(first: header.rawValue, second: header.rawValue))
    }
    guard isNew, depth < 4, way.count < 6 else { return }
    for index in trackedOfObject[cell.object] ?? [] where Int(index) < state.memory.count {
      let inner = state.memory[Int(index)]
      if inner.isNone || inner.isEmpty { continue }
      let part = trackedCells[Int(index)]
      guard let steps = suffix(of: part.path, after: cell.path) else { continue }
      for reference in tables.sets[inner] {
        let target = tables.references[reference]
        if target.cell.object == cell.object { continue }
        publish(target.cell, target.header, place, way + steps + [.follow], depth: depth + 1)
      }
    }
  }

  /// A use of a published object is a use of what others find.
  mutating func performPublished(_ access: FlowAccess) {
    var suffix: [PathStep] = tables.paths.steps(of: access.cell.path)
    var object = access.cell.object
    while true {
      for pair in state.published where pair.first == object.rawValue {
        performAlias(access, aliases[Int(pair.second)], suffix)
      }
      guard case .initial(let outer) = tables.objects[object].origin else { return }
      suffix = tables.paths.steps(of: outer.path) + [.follow] + suffix
      object = outer.object
    }
  }

  private mutating func performAlias(
    _ access: FlowAccess, _ alias: Alias, _ suffix: [PathStep]
  ) {
    var access = access
    if access.kind == .append {
      // What lies there is not touched where it does not reach further.
      if alias.header != .unknown, access.header != .unknown,
        !mayReachFurther(alias.header, than: access.header)
      {
        return
      }
      access.kind = .write
    }
    var cell = Cell(followed(alias.place))
    for step in alias.way + suffix {
      cell =
        step == .follow
        ? Cell(followed(cell)) : Cell(cell.object, tables.paths.extend(cell.path, step))
    }
    access.cell = cell
    access.header = .unknown
    access.isNamedBelow = false
    for id in state.live { compare(own: access, with: id) }
    if isVisible(cell.object) { result.add(access, currentBlock, waited: state.waited) }
  }

  /// What lies in a cell, as others know it.
  private mutating func followed(_ cell: Cell) -> ObjectID {
    if case .slot = tables.objects[cell.object].origin, cell.path == .whole { return cell.object }
    return tables.found(at: cell)
  }
}
