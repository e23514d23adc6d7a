import Basics
import GoIR

/// What lies in cells, and putting something there.
extension BodyInterpreter {
  /// The parts of objects that an address may name.
  func cells(of address: AddressID) -> Few<Cell> {
    let node = body.addresses[address.index]
    switch node.step {
    case .value: return cells(of: leafSet(ValueID(rawValue: node.payload)))
    case .variable: return Few(Cell(object(ofVariable: node.payload)))
    case .global:
      return Few(Cell(tables.object(.global(GlobalNumber(rawValue: node.payload)))))
    case .nowhere: return []
    case .pointee: return cells(of: node.base)
    case .field: return extended(node.base, .field(FieldNumber(rawValue: node.payload)))
    case .element, .mapElement: return extended(node.base, .element)
    }
  }

  private func extended(_ base: AddressID, _ step: PathStep) -> Few<Cell> {
    cells(of: base).map { Cell($0.object, tables.paths.extend($0.path, step)) }
  }

  /// The cell that the one reference of a set leads to; nil where there are more, or none.
  func onlyCell(of set: SetID) -> Cell? {
    guard tables.sets.count(set) == 1, let id = tables.sets[set].first else { return nil }
    return tables.references[id].cell
  }

  /// The cells that references lead to, each once.
  func cells(of set: SetID) -> Few<Cell> {
    if let only = onlyCell(of: set) { return Few(only) }
    return set.isEmpty ? [] : tables.cells(ofSeveral: set)
  }

  /// The cells of the elements of what a set leads to.
  func elementCells(of set: SetID) -> Few<Cell> {
    cells(of: set).map { Cell($0.object, tables.paths.extend($0.path, .element)) }
  }

  func object(ofVariable variable: UInt32) -> ObjectID {
    tables.object(captured.contains(variable) ? .captured(variable) : .variable(variable))
  }

  /// The memory that the instruction makes.
  func site(_ part: UInt32 = 0) -> ObjectID { tables.object(.site(current, part)) }

  // MARK: What cells lead to

  /// What a cell leads to at this point.
  func content(of cell: Cell) -> SetID { content(of: cell, trackedIDs[cell.key]) }

  /// What a cell leads to at this point, by its tracked number where it has one.
  private func content(of cell: Cell, _ tracked: UInt32?) -> SetID {
    var set: SetID
    if let tracked, Int(tracked) < state.memory.count, !state.memory[Int(tracked)].isNone {
      set = state.memory[Int(tracked)]
    } else {
      set = initialContent(of: cell)
    }
    if !links.isEmpty { set = tables.sets.union(set, linkedContent(of: cell)) }
    return set
  }

  /// What a cell led to before the function put anything there: of memory that it found what
  /// others put there, of its own nothing.
  func initialContent(of cell: Cell) -> SetID {
    guard tables.objects[cell.object].isIncoming else { return .empty }
    let object = tables.found(at: cell)
    return tables.set(object, .whole, tables.initialHeader(object))
  }

  /// What a cell of elements has in common with the elements that were copied there.
  private func linkedContent(of cell: Cell) -> SetID {
    if !links.hasLinks(cell.object) { return .empty }
    var set = SetID.empty
    // The elements are the last step, or steps of structs follow them.
    var path = cell.path
    while path != .whole {
      let node = tables.paths.nodes[path.index]
      if node.step == .element, let sources = links.sources(of: Cell(cell.object, path)) {
        for source in sources {
          guard let way = tables.paths.rebase(cell.path, from: path, onto: source.path) else {
            continue
          }
          let sourceCell = Cell(source.object, way)
          if sourceCell == cell { continue }
          if let tracked = trackedIDs[sourceCell.key], Int(tracked) < state.memory.count,
            !state.memory[Int(tracked)].isNone
          {
            set = tables.sets.union(set, state.memory[Int(tracked)])
          } else {
            set = tables.sets.union(set, initialContent(of: sourceCell))
          }
        }
      }
      path = node.parent
    }
    return set
  }

  /// The leaves of a value that is read from cells.
  func load(_ cells: Few<Cell>, _ paths: Few<PathID>) -> Few<SetID> {
    paths.map { path in
      var set = SetID.empty
      for cell in cells {
        let part = Cell(cell.object, tables.paths.join(cell.path, path))
        set = tables.sets.union(set, content(of: part))
      }
      return set
    }
  }

  // MARK: Putting something there

  /// Whether a cell is one place, so that what is put there replaces what was there.
  func isOnePlace(_ cell: Cell) -> Bool { !tables.paths.isMany(cell.path) }

  /// Puts a set into cells: in place of what is there where there is only one.
  func store(_ set: SetID, _ cells: Few<Cell>) {
    let isSure = cells.count == 1 && isOnePlace(cells[0])
    for cell in cells { put(set, into: cell, isSure: isSure) }
  }

  func put(_ given: SetID, into cell: Cell, isSure: Bool) {
    let set = types.isEmpty ? given : fitting(given, cell)
    let index = tracked(cell)
    if loops.isCyclic || tables.hasFunctionValues, !placements.isMoving {
      notePlacement(placements.brought ?? set, in: cell)
    }
    let isPlain = handed.before == nil && wayRecord == nil && taskCalls.isEmpty
    if isPlain, !isSure, lastPuts.isLast(set, in: index) { return }
    if isPlain { lastPuts.note(set, in: index) }
    if handed.before != nil { handed.cells.insert(index) }
    if isSure { noteKept(set, in: cell) }
    let new = isSure ? set : tables.sets.union(set, content(of: cell, index))
    while state.memory.count <= Int(index) { state.memory.append(.none) }
    state.memory[Int(index)] = new
    guard !set.isEmpty else { return }
    wayRecord?.note(set, into: cell, at: current)
    if state.hasGoroutines {
      let before = everStored[index] ?? .empty
      let stored = tables.sets.union(before, set)
      if stored != before {
        everStored[index] = stored
        rounds.changeTables()
      }
      if !state.stale.isEmpty { show(set, in: cell) }
    }
    let holdsFunctions = phase == .detect && holdsFunctions(set)
    if holdsFunctions { noteSlotFunctions(set, cell) }
    publish(set, at: cell)
    publishInner(set, at: cell)
    if holdsFunctions { noteSlotMethods(set, cell) }
    if !taskCalls.isEmpty, !isTask { startTasks(set, cell) }
  }

  /// Where the numbers of what modelled calls make begin.
  static let firstModelledPart: UInt32 = 1 << 24

  /// A goroutine that can look into a cell gets the latest instances of what is put there.
  private func show(_ set: SetID, in cell: Cell) {
    if state.stale.isEmpty || !goroutineLooks.mayAnyLook(into: cell, of: tokens.count) { return }
    guard isVisible(cell.object) || goroutineObjects.contains(root(of: cell.object)) else {
      return
    }
    // What is put there and what lies in it; deeper things are rarely made anew.
    var objects: [ObjectID] = []
    for id in tables.sets[set] {
      let target = tables.references[id].cell.object
      if mayBeStale(target) { objects.append(target) }
      for index in trackedCells(of: target).prefix(Self.maximumShown)
      where Int(index) < state.memory.count {
        let held = state.memory[Int(index)]
        if held.isNone || held.isEmpty { continue }
        for inner in tables.sets[held] {
          let object = tables.references[inner].cell.object
          if mayBeStale(object), objects.count < Self.maximumShown { objects.append(object) }
        }
      }
    }
    if objects.isEmpty { return }
    let lookers = lookers(into: cell)
    if !lookers.isEmpty, loops.isInLoop(currentBlock) { noteShown(objects) }
    for token in lookers {
      for object in objects {
        state.stale.remove(token, object)
      }
    }
  }

  /// The goroutines that may look into a cell and have older instances of something, but not of what
  /// the cell is a part of.
  private func lookers(into cell: Cell) -> [TokenID] {
    (state.rare?.goroutines(withLatest: cell.object) ?? []).filter { mayLook($0, into: cell) }
  }

  /// How many cells of an object that is put somewhere are looked at for what is in them, and how
  /// many things are found.
  private static let maximumShown = 64

  /// Whether a goroutine may have had an older instance of an object, and it is known who has it
  /// now: what called functions make may be kept here or handed over, one of the two.
  private func mayBeStale(_ object: ObjectID) -> Bool {
    guard object.index < renewedObjects.count, renewedObjects[object.index] else { return false }
    guard case .site(let value, let part) = tables.objects[object].origin else { return true }
    return body.instructions[value.index].opcode != .call || part >= Self.firstModelledPart
  }

  /// The object from which another one was reached through what the function found.
  func root(of object: ObjectID) -> ObjectID { tables.objects[object].root }

  /// The number of a cell that something is put into.
  func tracked(_ cell: Cell) -> UInt32 {
    if let known = tables.trackedIDs[cell.key] { return known }
    let id = UInt32(tables.trackedCells.count)
    tables.trackedCells.append(cell)
    tables.trackedIDs.set(cell.key, id)
    tables.trackedOfObject.add(to: cell.object)
    return id
  }

  /// The tracked cells of an object.
  func trackedCells(of object: ObjectID) -> NumbersOfObjects.Numbers {
    tables.trackedOfObject[object]
  }

  /// Stores the leaves of a value into cells.
  func store(_ leaves: Few<SetID>, _ paths: Few<PathID>, _ cells: Few<Cell>) {
    for (set, path) in zip(leaves, paths) {
      store(set, cells.map { Cell($0.object, tables.paths.join($0.path, path)) })
    }
  }

  /// A new instance of an object: nothing lies in it, and goroutines that run have older ones.
  func renew(_ object: ObjectID) {
    if !state.eitherWaits.isEmpty { state.eitherWaits.removeAll { $0.object == object } }
    for index in trackedCells(of: object)
    where Int(index) < state.memory.count && !state.memory[Int(index)].isNone {
      state.memory[Int(index)] = .none
      lastPuts.forget()
    }
    exchange(object)
  }

  /// Another instance of an object: it was not put anywhere yet, and goroutines that run have other
  /// ones.
  func exchange(_ object: ObjectID) {
    withdraw(object)
    if !state.filled.isEmpty { state.filled.removeAll { $0.object == object } }
    if foundByGoroutines.contains(object) { return }
    if !state.hasGoroutines { return }
    lastPuts.forget()
    while renewedObjects.count <= object.index { renewedObjects.append(false) }
    renewedObjects[object.index] = true
    state.makeStale(object)
  }

  /// The elements of some cells become, or may become, elements of others: both lists are cells of
  /// elements.
  func link(_ targets: some Collection<Cell>, to sources: some Collection<Cell>) {
    placements.isMoving = true
    defer { placements.isMoving = false }
    var moved: [(way: PathID, set: SetID)] = []
    for target in targets {
      for source in sources where source != target {
        collect(from: source, for: target, into: &moved)
        guard tables.objects[source.object].isIncoming else { continue }
        links.add(source, to: target)
      }
      for item in moved { put(item.set, into: Cell(target.object, item.way), isSure: false) }
      moved.removeAll(keepingCapacity: true)
    }
  }

  /// What this function put into a cell of elements, by where it comes to lie; what comes to lie in one
  /// place is put there at once, which costs as much as one thing does.
  private func collect(
    from source: Cell, for target: Cell, into moved: inout [(way: PathID, set: SetID)]
  ) {
    for index in trackedCells(of: source.object) where Int(index) < state.memory.count {
      let set = state.memory[Int(index)]
      let path = trackedCells[Int(index)].path
      guard !set.isNone, !set.isEmpty,
        let way = tables.paths.rebase(path, from: source.path, onto: target.path)
      else { continue }
      if let known = moved.firstIndex(where: { $0.way == way }) {
        moved[known].set = tables.sets.union(moved[known].set, set)
      } else {
        moved.append((way, set))
      }
    }
  }
}
