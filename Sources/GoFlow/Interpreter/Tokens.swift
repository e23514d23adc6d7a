import Basics
import GoIR
import LibraryModels

/// Where a use of memory happens: an instruction of the function, and of a call the record of the
/// called function's summary.
struct AccessSite: NumberKey {
  var value: ValueID
  var callee = FunctionNumber.none
  var record: UInt32 = .max
  /// Of a called function's goroutine its number in that function's summary; `max` for the
  /// function's own accesses.
  var strand: UInt32 = .max

  var keyNumber: UInt64 {
    let place = UInt64(value.rawValue) << 32 | UInt64(callee.rawValue)
    let part = UInt64(record) << 32 | UInt64(strand)
    return (place &* 0x9E37_79B9_7F4A_7C15 ^ part) &* 0xC2B2_AE3D_27D4_EB4F
  }
}

/// A use of memory as the function sees it.
struct FlowAccess: NumberKey {
  var cell: Cell
  var header: HeaderID
  var kind: AccessKind
  var index: ElementIndex
  /// Locks surely and perhaps held.
  var mustLocks: LockListID
  var mayLocks: LockListID
  var site: AccessSite
  /// Whether a called function knows the memory by a slot already.
  var isNamedBelow = false
  /// Whether it is known by the place that the function, or one that it calls, put its own memory
  /// in: others put theirs there.
  var isOwnPut = false
  /// Whether it is of something that was taken out of a channel or pool.
  var isTaken = false
  /// Whether something else lies since in the cell where it was found.
  var isReplaced = false
  /// Whether the function put there what it uses.
  var isAlias = false
  /// Whether a called function had put the memory where others take it out.
  var isSent = false
  /// Whether each instance of a goroutine uses something else, which it was given.
  var isOfEach = false
  /// Of a goroutine's use the object through which it was given the memory.
  var given = ObjectID.none
  /// Whether a called function found the memory in a cell.
  var isFound = false
  /// Whether it was found in a field that is given shorter slices too: it may reach further than
  /// what lies there now.
  var mayBeLonger = false
  /// Of a use of all that can be reached the fields that it looks into.
  var fields = FieldReach.all
  /// As `AccessRecord.letGo`, of the function that was called.
  var letGo = UInt8.max

  /// Whether each instance of a goroutine uses something else: what it was given or made, be it
  /// known by where the instance put it.
  var isOfInstance: Bool { isOfEach || isOwnPut }

  /// By the most telling parts.
  var keyNumber: UInt64 {
    let place = UInt64(site.record) << 32 ^ UInt64(site.value.rawValue) << 8
    return cell.key &* 0x9E37_79B9_7F4A_7C15 ^ place ^ UInt64(kind.rawValue)
  }
}

/// What names a token: the instruction that starts it, which of the goroutines that it starts,
/// and what that one waits for before and signals after.
struct TokenName: NumberKey {
  var value: ValueID
  var source: UInt32
  var group: UInt64

  var keyNumber: UInt64 {
    (UInt64(value.rawValue) << 32 | UInt64(source)) &* 0x9E37_79B9_7F4A_7C15 ^ group
  }
}

/// The part of a goroutine between the same waits and signals.
final class Token {
  let name: TokenName
  let start: StrandStart
  var waited: [Cell]
  var signalled: [Cell]
  var isRepeated: Bool
  var accesses: [FlowAccess] = []
  /// The accesses of each object, by a number that the object has here.
  private var groups: [[Int]] = []
  private var groupOfObject = NumberMap()
  /// The last of the accesses with a hash, and of each access the one before with its hash.
  private var last = NumberMap()
  private var previous: [UInt32] = []
  private(set) var hasWrites = false
  /// Whether it is one of the tasks that a goroutine does.
  var isTask = false
  /// The semaphores that it was given with the start, and gives back last of all.
  var gates: [HeldLock] = []

  /// Whether one run of the instruction starts several.
  var isSeveral = false
  /// The function value that it runs.
  var run = GoroutineRun()
  /// Of objects of which one is meant what it closes after all that it does to them; see `EitherEnds`.
  var closed: [ObjectID: [Cell]] = [:]

  /// Whether two are parts of one goroutine that one instruction starts: of the function that it
  /// runs, or of function values that this one calls.
  func isOfSameGoroutine(_ other: Token) -> Bool {
    name.value == other.name.value
      && (name.source == other.name.source
        || start.isSamePlace(as: other.start))
  }

  init(
    name: TokenName, start: StrandStart, waited: [Cell], signalled: [Cell], isRepeated: Bool
  ) {
    self.name = name
    self.start = start
    self.waited = waited
    self.signalled = signalled
    self.isRepeated = isRepeated
  }

  /// The accesses of an object, by their places in `accesses`.
  func accesses(of object: ObjectID) -> [Int] {
    groupOfObject[UInt64(object.rawValue)].map { groups[Int($0)] } ?? []
  }

  /// Whether it uses an object.
  func uses(_ object: ObjectID) -> Bool { groupOfObject[UInt64(object.rawValue)] != nil }

  func add(_ access: FlowAccess) {
    guard accesses.count < 200, isNew(access) else { return }
    let object = UInt64(access.cell.object.rawValue)
    if let group = groupOfObject[object] {
      groups[Int(group)].append(accesses.count)
    } else {
      groupOfObject.set(object, UInt32(groups.count))
      groups.append([accesses.count])
    }
    accesses.append(access)
    if access.kind.isWrite { hasWrites = true }
  }

  /// Whether it is not known of an access, which is added next then.
  private func isNew(_ access: FlowAccess) -> Bool {
    // The largest number is no key.
    let hash = access.keyNumber >> 1
    let first = last[hash]
    var known = first
    while let index = known {
      if accesses[Int(index)] == access { return false }
      known = previous[Int(index)] == .max ? nil : previous[Int(index)]
    }
    last.set(hash, UInt32(previous.count))
    previous.append(first ?? .max)
    return true
  }
}

/// Two uses of the same memory, nothing between them.
struct FlowConflict: NumberKey {
  var first: AccessSite
  var firstKind: AccessKind
  var second: AccessSite
  var secondKind: AccessKind
  /// The token that the second belongs to, and of a conflict of two goroutines the first.
  var secondToken: TokenID
  var firstToken: TokenID
  var cell: Cell
  /// Whether a lock or protocol may still order them.
  var isPossibleOnly: Bool
  /// Whether one of them lies so many calls down that it is not sure which memory it is of.
  var isFar = false

  /// By what tells most of them apart.
  var keyNumber: UInt64 {
    let sites = first.keyNumber &* 31 &+ second.keyNumber
    return sites ^ UInt64(secondToken.rawValue) << 40 ^ UInt64(firstToken.rawValue) << 20
  }
}

extension BodyInterpreter {
  /// The token of a name; a new one is added, and what it waits for and signals is as it is now.
  func token(
    _ name: TokenName, _ start: StrandStart, waited: [Cell], signalled: [Cell]
  ) -> TokenID {
    if let known = tokenIDs[name] {
      if tokens[known.index].waited != waited || tokens[known.index].signalled != signalled {
        tokens[known.index].waited = waited
        tokens[known.index].signalled = signalled
        rounds.changeTables()
      }
      return known
    }
    // What was noted so far was noted without the goroutine.
    if isSettling { phase = .settle }
    let id = TokenID(tokens.count)
    tokens.append(
      Token(
        name: name, start: start, waited: waited, signalled: signalled,
        isRepeated: start.isRepeated))
    tokens[id.index].isTask = isTask
    tokenIDs[name] = id
    return id
  }

  /// The goroutine of a token begins: from here on it may run. `others` are the goroutines that it was
  /// not compared with where a called function started it; nil for all, itself among them.
  func begin(_ ids: [TokenID], besides others: [TokenID]? = nil) {
    lastPuts.forget()
    if phase == .detect {
      for id in ids {
        compare(new: id, with: others ?? state.live, among: ids, isKnown: others != nil)
      }
    }
    for id in ids {
      // One goroutine does its tasks one after the other.
      let isOne = tokens[id.index].isTask && !tokens[id.index].start.isRepeated
      let isThere = state.live.contains(id) || state.pending.contains(id)
      if phase == .detect, state.live.contains(id) { noteOfEach(id) }
      if isThere, !tokens[id.index].isRepeated, !isOne {
        tokens[id.index].isRepeated = true
        rounds.changeTables()
      }
      state.stale.removeAll(of: id)
      state.renewed.removeAll(of: id)
      // Each turn of a loop starts several at once.
      if phase == .detect, isThere, tokens[id.index].isSeveral, !hasOneOfCall(id) {
        compareInstances(id, id, .ofOneCall)
      }
      let waits = tokens[id.index].waited.contains { signalledSomewhere.contains(base(of: $0)) }
      if waits {
        state.live.remove(sorted: id)
        state.pending.insert(sorted: id)
      } else {
        state.live.insert(sorted: id)
      }
      for access in tokens[id.index].accesses where access.header != .unknown {
        state.bounds.insert(
          sorted: NumberPair(first: access.header.rawValue, second: access.header.rawValue))
      }
    }
  }

  /// A signal's cell without what says which kind of signal it is.
  func base(of cell: Cell) -> Cell {
    let node = tables.paths.nodes[cell.path.index]
    return node.step.part != nil && cell.path != .whole ? Cell(cell.object, node.parent) : cell
  }

  // MARK: Signals and waits

  func signalCell(_ cell: Cell, _ kind: SignalKind) -> Cell {
    switch kind {
    case .done, .send: cell
    case .close: Cell(cell.object, tables.paths.extend(cell.path, .part(1)))
    case .receive: Cell(cell.object, tables.paths.extend(cell.path, .part(2)))
    }
  }

  /// A signal is given on the cells.
  func signal(_ cells: Few<Cell>, _ kind: SignalKind) {
    if kind != .receive { noteSignaller(.own, cells) }
    // A receive lets nobody go on who waits for something that is sent.
    let lets = kind == .receive ? Few(all: cells.filter { capacity(of: $0.object) == 0 }) : cells
    for cell in lets where signalledSomewhere.insert(cell).inserted && !tokens.isEmpty {
      rounds.changeTables()
      if loops.isCyclic, tokenIDs.values.contains(where: { waits($0, for: cell) }) {
        beginsAgain = true
      }
    }
    let meant = one(of: cells)
    let isSure = meant.count == 1
    if isSure { state.signalled.insert(sorted: signalCell(meant[0], kind)) }
    letGo(lets)
    guard phase == .detect, isSure else {
      if phase == .detect { addMaySignals(cells, isChannel: kind == .send || kind == .close) }
      return
    }
    result.blocks[currentBlock.index].signals.append(
      SignalPoint(
        block: currentBlock, value: current, cell: signalCell(meant[0], kind), kind: kind,
        waited: state.waited.map(awaited), live: state.live + state.pending))
  }

  private func addMaySignals(_ cells: Few<Cell>, isChannel: Bool) {
    for cell in cells {
      result.blocks[currentBlock.index].maySignals.append(
        MaySignal(block: currentBlock, value: current, cell: cell, isChannel: isChannel))
    }
  }

  /// A called function may give a signal on the cells.
  func maySignal(_ cells: Few<Cell>) {
    let bases = cells.map { base(of: $0) }
    noteSignaller(.own, bases)
    if phase == .detect {
      for (cell, base) in zip(cells, bases) { addMaySignals([base], isChannel: base != cell) }
    }
    letGo(bases)
  }

  /// A function that a called one calls may signal on channels.
  func maySignalBelow(_ channels: Few<Cell>) {
    noteSignaller(.own, channels)
    if phase == .detect { addMaySignals(channels, isChannel: true) }
  }

  /// Goroutines that wait for signals on some cells go on.
  func letGo(_ cells: Few<Cell>) {
    for cell in cells {
      for id in state.pending where waits(id, for: cell) {
        state.pending.remove(sorted: id)
        // Where it went on before on another way it is not another goroutine now.
        let isSame = !tokens[id.index].isRepeated
        if phase == .detect {
          compare(new: id, with: state.live.filter { !isSame || $0 != id }, among: [])
        }
        state.live.insert(sorted: id)
      }
    }
  }

  /// Whether a goroutine waits for a signal on a cell before it goes on.
  private func waits(_ id: TokenID, for cell: Cell) -> Bool {
    tokens[id.index].waited.contains { base(of: $0) == cell }
  }

  /// Waits until what was announced on the cells is signalled: `send` where a value came out of a
  /// channel, `close` where it may have been closed instead.
  func wait(_ cells: Few<Cell>, _ kind: SignalKind) {
    if cells.count > 1, kind == .close { waitForEither(cells) }
    let meant = one(of: cells)
    guard meant.count == 1, let cell = meant.first else { return }
    if kind != .receive { takeBack(companionsOf: cell.object) }
    var count: UInt8 = 1
    if let index = state.waited.firstIndex(where: { $0.cell == cell }) {
      count = min(200, state.waited[index].count + 1)
      state.waited[index].count = count
      if kind == .close { state.waited[index].kind = kind }
    } else {
      state.waited.append(WaitCount(cell: cell, count: count, kind: kind))
      state.waited.sort { $0.cell < $1.cell }
    }
    if kind != .receive { acknowledge(cell, kind) }
    if kind == .close { join(signalCell(cell, .send), isChannel: true, count: count) }
    join(signalCell(cell, kind), isChannel: kind == .send || kind == .receive, count: count)
    if kind == .send || kind == .close { joinAhead(cell, count: count) }
  }

  /// Goroutines that surely signalled a cell after what they did are over.
  func join(_ signal: Cell, isChannel: Bool, count: UInt8) {
    // What waits for a channel and then receives from it once more does so for its next turn.
    let channel = base(of: signal)
    let isReceive = isReceive(signal)
    let joined = (state.live + state.pending).filter {
      tokens[$0.index].signalled.contains(signal)
        && !(isReceive && tokens[$0.index].waited.contains(channel))
    }
    if joined.isEmpty { return }
    if isChannel {
      // As many receives as goroutines; a receive in a loop may be as many.
      let senders = Set(joined.map { tokens[$0.index].name.value })
      let areMany = joined.contains {
        tokens[$0.index].isRepeated || loops.isInLoop(block(of: tokens[$0.index].name.value))
      }
      if !loops.isInLoop(currentBlock), areMany || senders.count > Int(count) { return }
    }
    remove(joined)
    // What they had waited for is over too.
    for id in joined {
      for other in state.live + state.pending
      where !tokens[other.index].signalled.isEmpty {
        let waits = result.signalWaits[tokens[id.index].name] ?? []
        if tokens[other.index].signalled.contains(where: {
          !isAhead($0) && waits.contains(self.isReceive($0) ? $0 : base(of: $0))
        }) {
          remove([other])
        }
      }
    }
  }

  /// All goroutines are over.
  func joinAll() { remove(state.live + state.pending) }

  /// The goroutines are over that calls of some functions left behind.
  func stop(_ functions: [ModelledFunction]) {
    remove(
      (state.live + state.pending).filter {
        program.isOfCall(tokens[$0.index].start, of: functions)
      })
  }

  /// Whether a goroutine that makes a call has ended whenever the function returns.
  func isJoined(_ call: ValueCallPoint, _ exit: FlowState) -> Bool {
    call.start != nil && joinedStarts.contains(call.value)
      && !(exit.live + exit.pending).contains { tokens[$0.index].name.value == call.value }
  }

  /// Whether a goroutine that makes a call has ended on some ways out only.
  func isLeft(_ call: ValueCallPoint, _ exit: FlowState) -> Bool {
    call.start != nil && joinedStarts.contains(call.value) && !isJoined(call, exit)
  }

  /// Some goroutines are over.
  func remove(_ ids: [TokenID]) {
    state.live.removeAll { ids.contains($0) }
    state.pending.removeAll { ids.contains($0) }
    for id in ids {
      joinedStarts.insert(tokens[id.index].name.value)
      joinedTokens.insert(id)
      state.stale.removeAll(of: id)
      state.renewed.removeAll(of: id)
    }
  }

  func block(of value: ValueID) -> BlockID { body.block(of: value) }
}
