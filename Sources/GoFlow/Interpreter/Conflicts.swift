import Basics
import GoIR

/// Uses of memory, and which of them may happen at the same time.
extension BodyInterpreter {
  // MARK: Own uses

  func use(_ cells: Few<Cell>, _ kind: AccessKind) {
    guard phase == .detect || ofGoroutine != nil else { return }
    for cell in cells { use(cell, kind, .unknown, .unknown) }
  }

  /// The header with which a set leads to an object; unknown where there are several.
  func header(of object: ObjectID, in set: SetID) -> HeaderID {
    var found = HeaderID.unknown
    for id in tables.sets[set] {
      let reference = tables.references[id]
      if reference.cell.object != object || reference.header == found { continue }
      if found != .unknown { return .unknown }
      found = reference.header
    }
    return found
  }

  func use(_ cell: Cell, _ kind: AccessKind, _ index: ElementIndex, _ header: HeaderID) {
    guard phase == .detect || ofGoroutine != nil else { return }
    perform(
      FlowAccess(
        cell: cell, header: header, kind: kind, index: index,
        mustLocks: tables.lockLists.id(of: state.mustLocks),
        mayLocks: tables.lockLists.id(of: mayHeld), site: AccessSite(value: current)))
  }

  /// The locks that are perhaps held, without those that surely are not on some way.
  var mayHeld: [HeldLock] {
    state.failed.isEmpty
      ? state.mayLocks : state.mayLocks.filter { !state.failed.contains($0) }
  }

  /// A use by the function's own goroutine once some others are over.
  func perform(_ performed: FlowAccess, without over: [TokenID]) {
    if over.isEmpty {
      perform(performed)
      return
    }
    let live = state.live
    state.live.removeAll { over.contains($0) }
    perform(performed)
    state.live = live
  }

  /// A use by the function's own goroutine.
  func perform(_ performed: FlowAccess) {
    if ofGoroutine != nil {
      ofGoroutine?.append(performed)
      return
    }
    if !state.filled.isEmpty, isFilled(performed) { return }
    if performed.kind.isWrite { wayRecord?.note(performed) }
    guard phase == .detect, !tables.isBlurred(performed.cell.object), isOfInterest(performed),
      state.unused.isEmpty || !isUnused(performed.cell.object)
    else { return }
    var access = performed
    if !state.eitherLocks.isEmpty { addEitherLocks(&access) }
    access.isTaken = (access.isTaken || isTaken(access.cell.object)) && !isOthers(access.cell)
    access.isReplaced = access.isReplaced || isInReplaced(access.cell)
    if isOwned(access.header, access.cell.object, state) {
      record(access)
      return
    }
    if state.eitherWaits.isEmpty {
      for id in state.live { compare(own: access, with: id) }
    } else {
      let object = access.cell.object
      let over = ended(byClosing: eitherWaits(around: object), of: object)
      for id in state.live where !over.contains(id) { compare(own: access, with: id) }
    }
    record(access)
    if !state.published.isEmpty { performPublished(access) }
  }

  /// Notes a use of memory that callers see.
  func record(_ access: FlowAccess) {
    if isVisible(access.cell.object) { recordKnown(access) }
  }

  /// A use of memory that callers get to know, be it that they see it now. What is used by the name
  /// that an object has where others find it comes with the object and that alias.
  func recordKnown(_ access: FlowAccess, of alias: (object: ObjectID, number: UInt32)? = nil) {
    var waited = waitedList
    // These were closed, whatever the function waits for in the end.
    var closed = eitherWaits(around: access.cell.object).map { signalCell($0, .close) }
    let object = alias?.object ?? access.cell.object
    if !state.acknowledged.isEmpty { closed += acknowledgements(of: object) }
    if !closed.isEmpty {
      var cells = tables.cellLists[waited]
      for cell in closed { cells.insert(sorted: cell) }
      waited = tables.cellLists.id(of: cells)
    }
    var given = channelsGiving(access.cell.object)
    if let alias, handed.aliases.contains(alias.number), isOneThing(alias.object) {
      given.formUnion(sorted: channelGiving(alias.number))
    }
    result.blocks[currentBlock.index].add(
      access, currentBlock, waited: waited, given: tables.cellLists.id(of: given))
  }

  /// What was surely waited for; of what may have been closed also that it was.
  private var waitedList: CellListID {
    if state.waited.isEmpty { return .empty }
    if lastWaited.waits != state.waited {
      var cells = state.waited.map(\.cell)
      for wait in state.waited where wait.kind == .close {
        cells.insert(sorted: signalCell(wait.cell, .close))
      }
      lastWaited = (state.waited, tables.cellLists.id(of: cells))
    }
    return lastWaited.list
  }

  /// Whether callers see an object.
  func isVisible(_ object: ObjectID) -> Bool { tables.objects[object].isVisible }

  /// Reads of what nobody ever writes are of no interest.
  private func isOfInterest(_ access: FlowAccess) -> Bool {
    guard access.kind == .read else { return true }
    let node = tables.paths.nodes[access.cell.path.index]
    if access.cell.path == .whole {
      if case .global(let global) = tables.objects[access.cell.object].origin {
        return program.isAssigned(global)
      }
      return true
    }
    // Elements are overwritten as wholes, with their fields, and so are structs in fields.
    guard let field = node.step.field else { return true }
    return program.isAssigned(field) || node.isMany || isReplaced(node.parent)
  }

  /// Whether a field on a way is ever assigned to with all that lies there.
  private func isReplaced(_ path: PathID) -> Bool {
    var current = path
    while current != .whole {
      let node = tables.paths.nodes[current.index]
      if let field = node.step.field, program.isReplaced(field) { return true }
      current = node.parent
    }
    return false
  }

  // MARK: Own uses against goroutines

  func compare(own access: FlowAccess, with id: TokenID) {
    if comparisons <= 0 { return }
    if tokens[id.index].accesses.isEmpty || tokens[id.index].start.kind == .parallelTest { return }
    var letGo = KnownLetGo()
    for index in candidates(access, in: id) {
      let other = tokens[id.index].accesses[index]
      if mayConflict(access, other, stale: id) {
        if waitsForUsers(id) { return }
        if areOfOtherTurns(access, other, id) || isOfRest(access, at: currentBlock, other, id)
          || isLetGo(access, other, to: id, &letGo)
        {
          continue
        }
        report(access, .none, other, id)
      }
    }
  }

  /// The accesses of a token that may be of the same memory, by their places in the token.
  func candidates(_ access: FlowAccess, in id: TokenID) -> [Int] {
    let (isWrite, token) = (access.kind.isWrite, id.index)
    if result.isFull || comparisons <= 0 || !isWrite && !tokens[token].hasWrites { return [] }
    comparisons -= isDeep(access.cell.path) ? tokens[token].accesses.count : 2
    if isDeep(access.cell.path) {
      return tokens[token].accesses.indices.filter {
        (isWrite || tokens[token].accesses[$0].kind.isWrite)
          && isBehind(tokens[token].accesses[$0].cell, deep: access.cell)
      }
    }
    var found = tokens[token].accesses(of: access.cell.object)
    if !isWrite { found.removeAll { !tokens[token].accesses[$0].kind.isWrite } }
    var current = access.cell
    while case .initial(let outer) = tables.objects[current.object].origin {
      for index in tokens[token].accesses(of: outer.object)
      where isWrite || tokens[token].accesses[index].kind.isWrite {
        let path = tokens[token].accesses[index].cell.path
        if isDeep(path), tables.paths.mayOverlap(path, outer.path) { found.append(index) }
      }
      current = outer
    }
    return found
  }

  /// Whether a way stands for all that can be reached.
  func isDeep(_ path: PathID) -> Bool {
    path != .whole && tables.paths.nodes[path.index].step == .rest
  }

  func isReached(_ object: ObjectID, from root: ObjectID) -> Bool {
    var current = object
    while true {
      if current == root { return true }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }

  private func isAncestorPair(_ first: Cell, _ second: Cell) -> Bool {
    isDeep(first.path) && isBehind(second, deep: first)
      || isDeep(second.path) && isBehind(first, deep: second)
  }

  /// Whether a cell is among all that can be reached from a part of an object.
  private func isBehind(_ cell: Cell, deep part: Cell) -> Bool {
    var current = cell
    while current.object != part.object {
      guard case .initial(let outer) = tables.objects[current.object].origin else { return false }
      current = outer
    }
    return tables.paths.mayOverlap(current.path, part.path)
  }

  /// Whether two uses may touch the same memory at once, `first` now and `second` in the goroutine
  /// of a token that runs.
  func mayConflict(
    _ first: FlowAccess, _ second: FlowAccess, stale id: TokenID, areInstances: Bool = false
  ) -> Bool {
    comparisons -= 1
    guard comparisons > 0, first.kind.isWrite || second.kind.isWrite,
      !result.isFull(isDeep(first.cell.path) ? second.cell : first.cell)
    else { return false }
    // What was taken out of a cell is not what others find there.
    if first.isReplaced, second.isReplaced || second.isFound { return false }
    if second.isReplaced, first.isFound { return false }
    if first.kind.isAtomic, second.kind.isAtomic { return false }
    if first.isOwnPut, second.isOwnPut { return false }
    if first.isTaken, second.isTaken, handed.twice.isEmpty || !isHandedTwice(first.cell.object) {
      return false
    }
    if first.cell.object == second.cell.object {
      if tables.paths.isBehindReferences(first.cell.path)
        || tables.paths.isBehindReferences(second.cell.path)
      {
        return false
      }
      guard tables.paths.mayOverlap(first.cell.path, second.cell.path) else { return false }
    } else if !isAncestorPair(first.cell, second.cell) {
      return false
    }
    if isHidden(second.cell, from: first) || isHidden(first.cell, from: second) { return false }
    if first.index != .unknown, second.index != .unknown, areDifferent(first, second, stale: id) {
      return false
    }
    if isStale(first.cell.object, id, areInstances)
      || isStale(second.cell.object, id, areInstances)
    {
      return false
    }
    if !reachesFurther(first, second) { return false }
    return !haveCommonLock(first, second, id)
  }

  /// Whether a goroutine has an older instance of an object, or of what leads to it. Of two
  /// instances of the goroutine each may also have things of other turns than its own.
  func isStale(_ object: ObjectID, _ id: TokenID, _ areInstances: Bool = false) -> Bool {
    if state.stale.isEmpty { return false }
    var current = object
    while true {
      if state.stale.contains(id, current),
        !areInstances || turnMade.isEmpty || !isMadeOfTurn(current)
      {
        return true
      }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }

  // MARK: Goroutines against goroutines

  /// Compares a goroutine that begins with those that run, and its instances with each other where that
  /// is not known yet.
  func compare(
    new id: TokenID, with live: [TokenID], among started: [TokenID], isKnown: Bool = false
  ) {
    let new = tokens[id.index]
    if new.accesses.isEmpty { return }
    for other in live {
      if areOneGoroutine(new, tokens[other.index]) { continue }
      let isSelf = started.contains(other)
      if other == id || isSelf {
        // Each turn runs another function.
        if !runsOnce(id) { compareInstances(id, other, .ofTurns) }
      } else if areAlternatives(new, tokens[other.index]), runsOnce(id), runsOnce(other) {
        compareGoroutines(id, other)
      } else {
        compareTokens(id, other)
      }
    }
    if !isKnown, new.start.isRepeated, !live.contains(id), !hasOneOfCall(id), !runsOnce(id) {
      compareInstances(id, id, new.isSeveral ? .ofOneCall : .ofTurns)
    }
  }

  private func compareTokens(_ id: TokenID, _ other: TokenID) {
    let (left, right) = (tokens[id.index], tokens[other.index])
    // Parts of one goroutine come one after another.
    if left.isOfSameGoroutine(right) {
      if left.isRepeated || right.isRepeated { compareInstances(id, other, .ofEither) }
      return
    }
    compareGoroutines(id, other)
  }

  private func compareGoroutines(_ id: TokenID, _ other: TokenID) {
    let (left, right) = (tokens[id.index], tokens[other.index])
    if isOrdered(left, right) { return }
    let areOfOneStart = left.start.isSamePlace(as: right.start)
    for access in left.accesses where comparisons > 0 {
      for index in candidates(access, in: other) {
        let candidate = tokens[other.index].accesses[index]
        // One instance does both one after the other, another one has its own.
        if areOfOneStart, access.isOfEach, candidate.isOfEach { continue }
        guard mayConflict(access, candidate, stale: other),
          !isOfRest(access, at: block(of: left.name.value), candidate, other)
        else { continue }
        report(access, id, candidate, other)
      }
    }
  }

  /// Whether one goroutine waits for a signal that the other gives afterwards.
  func isOrdered(_ first: Token, _ second: Token) -> Bool {
    func waits(_ one: Token, for other: Token) -> Bool {
      one.waited.contains { cell in
        other.signalled.contains { base(of: $0) == base(of: cell) && isSure($0) }
      }
    }
    return waits(first, for: second) || waits(second, for: first)
  }

  func report(
    _ first: FlowAccess, _ firstToken: TokenID, _ second: FlowAccess, _ secondToken: TokenID
  ) {
    let isPossible = tables.lockLists[first.mayLocks].contains { left in
      tables.lockLists[second.mayLocks].contains { right in
        mayBeSameLock(left.cell, right.cell) && (left.mode == .write || right.mode == .write)
          && isExclusive(left.cell) && !isKnownAsAnother(left, right, first, second)
          && !(left.cell == right.cell && isStale(left.cell.object, secondToken))
      }
    }
    let isDoubtful =
      state.doubtful.contains(secondToken)
      || !firstToken.isNone && state.doubtful.contains(firstToken)
    var conflict = FlowConflict(
      first: first.site, firstKind: first.kind, second: second.site, secondKind: second.kind,
      secondToken: secondToken, firstToken: firstToken,
      cell: isDeep(first.cell.path) ? second.cell : first.cell,
      isPossibleOnly: isPossible || isDoubtful
        || [firstToken, secondToken].contains { isDriven($0) || isOfInitialization($0) })
    conflict.isFar = isFar(first.site) || isFar(second.site)
    result.add(conflict)
  }

  private static let longestNearWay = 7

  /// Whether a use lies more calls down than a near one.
  private func isFar(_ site: AccessSite) -> Bool {
    var (callee, record, strand) = (site.callee, site.record, site.strand)
    for _ in 1..<Self.longestNearWay {
      guard !callee.isNone, let box = program.summary(callee),
        let found = box.summary.use(record, strand: strand)
      else { return false }
      (callee, record, strand) = (found.callee, found.record, found.strand)
    }
    return !callee.isNone
  }
}
