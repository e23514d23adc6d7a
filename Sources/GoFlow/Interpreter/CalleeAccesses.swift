import Basics
import GoIR

/// What called functions use, as uses of memory of this function.
extension BodyInterpreter {
  func performAccesses(_ instance: inout SummaryInstance, _ values: [ValueID]) {
    performAccesses(&instance, values, ofGiven: false) { access, over, isMade in
      perform(access, without: over)
      // Whether others get to know it shows at the end.
      if isMade { recordKnown(access) }
    }
  }

  /// Compares what a called function uses that it gave away, once that lies where it put it, with
  /// some goroutines; not with those that the function leaves behind, which it knows itself.
  func compareAccessesOfGiven(
    _ instance: inout SummaryInstance, _ values: [ValueID], _ known: [TokenID]
  ) {
    let (live, pending) = (state.live, state.pending)
    func isKnown(_ id: TokenID) -> Bool {
      known.contains(id) && tokens[id.index].name.value != current
    }
    state.live.removeAll { !isKnown($0) }
    state.pending.removeAll { !isKnown($0) }
    performAccesses(&instance, values, ofGiven: true) { access, over, _ in
      if tables.isBlurred(access.cell.object) { return }
      for id in state.live where !over.contains(id) { compare(own: access, with: id) }
    }
    (state.live, state.pending) = (live, pending)
  }

  /// Hands on the uses of a called function; only those of what it gave away where that is asked.
  private func performAccesses(
    _ instance: inout SummaryInstance, _ values: [ValueID], ofGiven: Bool,
    _ perform: (_ access: FlowAccess, _ over: [TokenID], _ isMade: Bool) -> Void
  ) {
    let live = state.live
    let begun = begunWithin(&instance)
    let all = begun.reduce(into: live) { $0.insert(sorted: $1.id) }
    defer { state.live = live }
    let mustLocks = tables.lockLists.id(of: state.mustLocks)
    let mayLocks = tables.lockLists.id(of: mayHeld)
    // Of the last list of cells that were waited for; of the empty one none are over.
    var over: (list: UInt32, tokens: [TokenID]) = (0, [])
    var accesses: [FlowAccess] = []
    swap(&accesses, &roomForUses)
    defer { swap(&accesses, &roomForUses) }
    for (index, record) in instance.summary.accesses.enumerated() {
      if instance.isOfSlot(record.cell.object) { continue }
      if let unreached, unreached.contains(record.value, of: instance.function) { continue }
      let isMade = instance.isMade(record.cell.object)
      if ofGiven, !isMade, !record.isSent { continue }
      let site = AccessSite(value: current, callee: instance.function, record: UInt32(index))
      if !begun.isEmpty { state.live = all }
      if over.list != record.waited {
        over = (record.waited, ended(record.waited, &instance))
      }
      collect(record, &instance, values, site, isStart: false, into: &accesses)
      if accesses.isEmpty { continue }
      let isNamedBelow = record.isNamedBelow || instance.isNamed(record.cell)
      if record.waited != 0 { result.callWaits[site] = sureCells(record.waited, &instance) }
      if record.signalled != 0 {
        result.callSignals[site] = sureCells(record.signalled, &instance)
      }
      let later = begun.isEmpty ? [] : begunAfter(record, begun, &instance)
      let isChoice = record.waited != 0 && accesses.count > 1
      for index in accesses.indices {
        var access = accesses[index]
        access.isNamedBelow = isNamedBelow
        access.isSent = record.isSent
        access.mustLocks = tables.lockLists.union(access.mustLocks, mustLocks)
        access.mayLocks = tables.lockLists.union(access.mayLocks, mayLocks)
        var tokens = over.tokens
        if !later.isEmpty { tokens += later }
        if isChoice { tokens += ended(record, access, &instance) }
        perform(access, tokens, isMade)
      }
    }
  }

  /// Of the goroutines that go on while a function runs those that do so only after a use.
  private func begunAfter(
    _ record: AccessRecord, _ begun: [(id: TokenID, waited: [Cell])],
    _ instance: inout SummaryInstance
  ) -> [TokenID] {
    let signalled = sureCells(record.signalled, &instance)
      .filter { !isReceive($0) }.map { base(of: $0) }
    return begun.filter { $0.waited.contains { signalled.contains($0) } }.map(\.id)
  }

  /// The goroutines that go on while a function runs, for it gives a signal, with what they wait
  /// for.
  private func begunWithin(
    _ instance: inout SummaryInstance
  ) -> [(id: TokenID, waited: [Cell])] {
    if state.pending.isEmpty { return [] }
    var signalled: [Cell] = []
    for signal in instance.summary.signals where signal.kind != .receive {
      signalled += cells(signal.cell, &instance).map { base(of: $0) }
    }
    for cell in instance.summary.maySignal {
      signalled += cells(cell, &instance).map { base(of: $0) }
    }
    if signalled.isEmpty { return [] }
    return state.pending.compactMap { id in
      // On another way it went on before.
      if state.live.contains(sorted: id) { return nil }
      let waited = tokens[id.index].waited.map { base(of: $0) }
        .filter { signalled.contains($0) }
      return waited.isEmpty ? nil : (id, waited)
    }
  }

  /// A record of a summary as uses of memory of this function; what it reads of all that can be
  /// reached is followed through what is known here. They take the place of what `found` held.
  func collect(
    _ record: AccessRecord, _ instance: inout SummaryInstance, _ values: [ValueID],
    _ site: AccessSite, isStart: Bool, into found: inout [FlowAccess]
  ) {
    found.removeAll(keepingCapacity: true)
    let must = locks(record.mustLocks, &instance)
    let may =
      record.mayLocks == record.mustLocks
      ? must : locks(record.mayLocks, &instance)
    let isChoice = record.mustLocks != 0 && must.sure != must.perhaps
    let path = path(record.cell.path, &instance)
    let roots = objects(record.cell.object, &instance)
    // A lock of one of several objects does not guard what is one and the same thing.
    let mayLocks = tables.sets.count(roots) == 1 ? may.named : may.perhaps
    let own = usedIndex(record.index, &instance, isStart: isStart)
    let given = isStart ? given(record.cell.object, &instance) : .none
    // Each goroutine has what it makes itself, be it where others may look for it.
    let isOwn = record.isOwnPut || isStart && instance.isMadeAnew(record.cell.object)
    let steps = tables.hasWindows ? tables.paths.elementCount(path) : 0
    for id in tables.sets[roots] {
      let root = tables.references[id]
      if tables.isBlurred(root.cell.object) { continue }
      if !types.isEmpty, root.cell.path == .whole, !mayHave(root.cell.object, path) { continue }
      var index = own
      if tables.hasWindows, root.header != .unknown,
        steps == (tables.headers[root.header.index].isElement ? 0 : 1)
      {
        let window = tables.window(of: root.header)
        index = absolute(index, in: window, isStart: isStart)
      }
      var access = FlowAccess(
        cell: Cell(root.cell.object, tables.paths.join(root.cell.path, path)),
        header: header(record.header, root.header, &instance), kind: record.kind,
        index: index, mustLocks: must.sure,
        mayLocks: mayLocks, site: site, isTaken: record.isTaken)
      if isChoice {
        access.mustLocks = tables.lockLists.union(
          must.sure, locksBeside(record, root.cell, &instance))
      }
      access.given = given
      access.isOfEach = record.isOfEach
      access.letGo = record.letGo
      access.isReplaced = record.isReplaced
      access.isAlias = record.isAlias
      access.isOwnPut = isOwn
      access.fields = record.fields
      if case .initial(let cell) = instance.summary.objects[Int(record.cell.object)].origin {
        access.isFound = true
        if let field = instance.summary.paths[Int(cell.path)].step.field {
          access.mayBeLonger = program.isShortened(field)
        }
      }
      if record.kind == .append, tables.isClipped(root.header) { continue }
      found.append(access)
      guard isDeep(access.cell.path) else { continue }
      let start = Cell(root.cell.object, tables.paths.nodes[access.cell.path.index].parent)
      for cell in reachable(from: start, in: record.fields) {
        access.cell = Cell(cell.object, tables.paths.extend(cell.path, .rest))
        found.append(access)
      }
    }
  }

  /// The object here through which a goroutine is given what it knows as an object of its summary:
  /// what an argument or a captured variable leads to. `none` where there are several.
  private func given(_ index: UInt32, _ instance: inout SummaryInstance) -> ObjectID {
    var current = index
    while case .initial(let cell) = instance.summary.objects[Int(current)].origin {
      current = cell.object
    }
    let origin = instance.summary.objects[Int(current)].origin
    if case .parameter(let position, _) = origin, position < instance.roots.givens.count,
      case let known = instance.roots.givens[Int(position)], !known.isNone
    {
      return known
    }
    switch origin {
    case .parameter, .captured:
      let set = objects(current, &instance)
      guard tables.sets.count(set) == 1, let id = tables.sets[set].first else {
        return turnMade.isEmpty ? .none : oneOfTurn(set)
      }
      return tables.references[id].cell.object
    default: return .none
    }
  }

  /// The objects through which a goroutine is given the arguments with which it calls a function
  /// value, by position; `none` where there are several, or where it made some itself.
  func givens(
    of call: FunctionSummary.ValueCall, _ instance: inout SummaryInstance
  ) -> [ObjectID] {
    var givens: [ObjectID] = []
    for leaves in call.arguments {
      var found = Set<ObjectID>()
      for reference in leaves.lazy.flatMap(\.set) {
        found.insert(given(reference.cell.object, &instance))
      }
      givens.append(found.count == 1 ? found.first ?? .none : .none)
    }
    return givens
  }

  static let maximumReached = 48

  /// The objects that can be reached from a cell through what this function knows, with the whole
  /// of them; about `maximumReached` at most.
  func reachable(from start: Cell, in fields: FieldReach = .all) -> [Cell] {
    var found: [Cell] = []
    var pending = [start]
    var seen: Set<Cell> = [start]
    while let cell = pending.popLast(), found.count < Self.maximumReached {
      for index in trackedCells(of: cell.object) {
        let part = trackedCells[Int(index)]
        guard tables.paths.mayOverlap(part.path, cell.path) else { continue }
        if fields != .all, isHidden(part.path, from: fields) { continue }
        var set =
          Int(index) < state.memory.count && !state.memory[Int(index)].isNone
          ? state.memory[Int(index)] : .empty
        if let stored = everStored[index], !state.live.isEmpty {
          set = tables.sets.union(set, stored)
        }
        for id in tables.sets[set] {
          let target = tables.references[id].cell
          if seen.insert(target).inserted {
            found.append(target)
            pending.append(target)
          }
        }
      }
      // The elements were copied: what they lead to is the same, they themselves are not.
      for link in links.links(of: cell.object) {
        for source in link.sources {
          let inner = Cell(source.object, tables.paths.extend(source.path, .follow))
          if seen.insert(inner).inserted { found.append(inner) }
        }
      }
    }
    return found
  }
}
