import Basics
import GoIR

/// Works out what one body does to memory, given what the functions that it calls do.
///
/// Values are sets of references; memory is known at each point of the body (flow-sensitive, with
/// strong updates where one cell is meant). The blocks are gone through until nothing changes, at
/// most `maximumRounds` times, those only to which something new comes. What a block does is noted
/// at each look at it. Where goroutines are started, this shows just which memory they get: then
/// all is gone through once more for what uses memory while they run; before that, in bodies with
/// loops or tasks, for what they do, which elsewhere is known where they begin.
///
/// A class, as its larger tables are: what only reads a large value is handed a copy of it, even of
/// one that cannot be copied, where it is not put into the place of the call.
final class BodyInterpreter {
  static let maximumRounds = 5
  static let maximumBeginnings = 2

  let program: ComponentContext
  let number: FunctionNumber
  let function: FlowFunction
  let body: FlowBody
  /// Whether what the function does may matter to what runs at the same time.
  let isConcerned: Bool
  /// The blocks of loops.
  let loops: FlowLoops
  let narrowed: NarrowedJoins

  let tables: FlowTables
  /// What the leaves of each value lead to: where they begin in `leafSets`.
  let leafStart: [UInt32]
  var leafSets: [SetID]
  var state = FlowState()
  var outStates: [FlowState?]

  /// The cells that something is put into, by tracked number, and back.
  var trackedCells: [Cell] { tables.trackedCells }
  var trackedIDs: NumberMap { tables.trackedIDs }
  /// Cells whose elements are also those of others.
  var links = ElementLinks()
  /// What is put into cells while a goroutine may look.
  var everStored: [UInt32: SetID] = [:]
  /// Objects that goroutines know: through these they may find what is put there later.
  var goroutineObjects: Set<ObjectID> = []
  /// Ways of layouts' leaves, made once each.
  var layoutPaths: [UInt16: Few<PathID>] = [:]
  let captured: Set<UInt32>
  /// The names that published objects have where others find them.
  var aliases: AliasTable { tables.aliases }
  /// Calls by goroutines of what comes to lie in cells, and whether one is being started.
  var taskCalls: [TaskCall] = []
  var isTask = false
  /// What was put into each tracked cell last.
  var lastPuts = LastPuts()
  var storedLast = StoredLast()
  /// The cells by which the function knows slots.
  var slotHomes: [SlotKey: Cell] = [:]

  /// Goroutines, each part of one with a number.
  var tokens: [Token] = []
  var tokenIDs: [TokenName: TokenID] = [:]
  /// Where goroutines are started for whose end the function waits.
  var joinedStarts: Set<ValueID> = []
  /// Goroutines whose end the function waits for, on some way at least.
  var joinedTokens: Set<TokenID> = []
  /// The objects that were made anew while goroutines ran.
  var renewedObjects: [Bool] = []
  /// The functions that are being done at this instruction, one called by the other.
  var activeCalls: [FunctionNumber] = []
  /// Cells that this function signals somewhere.
  var signalledSomewhere: Set<Cell> = []
  /// Who may send to channels or close them.
  var signallers: [Cell: Set<SignallerName>] = [:]
  /// Whether goroutines that were begun turned out to wait for one of them.
  var beginsAgain = false
  var goroutineLooks = GoroutineLooks()
  /// Objects that goroutines find by themselves, and not because they were put there.
  var foundByGoroutines: Set<ObjectID> = []
  /// What begins anew with each turn of a loop, by the value that begins the turn.
  var turnObjects: [ValueID: [ObjectID]] = [:]
  /// Of these the ones that goroutines got in turns, with the values that begin these.
  var turnsOfShown: [ObjectID: Set<ValueID>] = [:]
  /// Likewise, of what the function made and put into containers.
  var turnMade: [ValueID: MadeOfTurn] = [:]
  var placements = Placements()
  var liveValues: LiveValues?
  var knownNumbers = KnownNumbers()
  /// Of a call that goroutines make: whether these may be over, whether each has its own element.
  var (isDoubtfulCall, isCallOfEach) = (false, false)
  /// Calls and the slices that they fill, once that was asked for.
  var filling: Set<NumberPair>?
  /// What is handed out, and the channels that something is sent to.
  var handed = HandedOut()
  var sentTo: Set<ObjectID> = []
  /// Groups that this function raises the count of.
  var announced: Set<Cell> = []
  /// Callee objects that calls made: how many at each, in this look at the call.
  var madeByCall: UInt32 = 0
  /// The goroutines that began at the call for what libraries do in them, in this look at it.
  var begunByCall: [TokenID] = []

  /// Which conversions to interfaces gave what leads to a cell, by the cell.
  var boxed: [Cell: [ConversionNumber]] = [:]
  /// While a library call is looked at that runs in a goroutine of its own, what it uses.
  var ofGoroutine: [FlowAccess]?
  /// The blocks that end in a call that never returns.
  let deadEnds: Set<BlockID>
  /// Whether the body puts something into an interface.
  let hasConversions: Bool
  /// Of which types things are.
  var types = DynamicTypes()
  /// How many methods of arguments are being run, one called by the other.
  var activeMethods = 0
  /// What the body takes out of where it lay.
  private(set) var removals = Removals()

  /// Whether channels that the body makes give each number once, as far as that was asked for.
  var dealing: [ValueID: Bool] = [:]
  /// What lies in elements that are picked by an index.
  var picked = PickedElements()
  /// While function values are started with arguments that the goroutine makes itself, these.
  var ownArguments: Set<ObjectID> = []
  /// Of a goroutine that calls a function value what it holds there.
  var callLocks = InstanceLocks()

  /// While a deferred literal is run, what it does not get to.
  var unreached: UnreachedParts?

  /// What was given to calls of which nothing is known.
  var givenToUnknown: Set<ObjectID> = []

  /// What is put where; nil where nobody wants to know.
  var wayRecord: WayRecord?

  var phase = Phase.detect
  /// Whether the blocks are still gone through for what holds where.
  var isSettling = true
  var rounds = BlockRounds()
  /// How many pairs of uses may still be compared.
  var comparisons = 400_000
  /// Room for the uses of one call after the other, and for the references of one set.
  var roomForUses: [FlowAccess] = []
  var roomForReferences: [ReferenceID] = []
  /// The list of what was waited for that was asked for last, with its number.
  var lastWaited: (waits: [WaitCount], list: CellListID) = ([], .empty)
  var result: BodyResult
  /// The instruction that is looked at, and its block.
  var current = ValueID.none
  var currentBlock = BlockID.entry

  enum Phase { case settle, materialize, detect }

  /// For a function of a component; what the tables hold is forgotten.
  init(_ number: FunctionNumber, _ program: ComponentContext, _ tables: FlowTables = FlowTables()) {
    self.program = program
    self.tables = tables
    tables.removeAll()
    self.number = number
    function = program.function(number)
    tables.clippedFields = program.clippedFields
    tables.clippedGlobals = program.clippedGlobals
    body = function.body
    isConcerned = program.isConcerned(number)
    deadEnds = program.deadEnds(of: number)
    loops = FlowLoops(function.body)
    narrowed = NarrowedJoins(function.body)
    captured = Set(function.captures)
    var starts: [UInt32] = []
    starts.reserveCapacity(function.body.instructions.count + 1)
    var total: UInt32 = 0
    var hasConversions = false
    for instruction in function.body.instructions {
      if instruction.opcode == .convert, instruction.payload != 0 { hasConversions = true }
      starts.append(total)
      total += UInt32(Self.leafCount(instruction.layout, program))
    }
    starts.append(total)
    self.hasConversions = hasConversions
    leafStart = starts
    leafSets = Array(repeating: .empty, count: Int(total))
    outStates = Array(repeating: nil, count: function.body.blocks.count)
    result = BodyResult(blockCount: function.body.blocks.count)
    removals = findRemovals()
  }

  private static func leafCount(_ layout: UInt16, _ program: ComponentContext) -> Int {
    layout <= 1 ? Int(layout) : program.layout(layout).leaves.count
  }

  // MARK: Going through the blocks

  /// Everything about the body.
  func run() -> BodyResult {
    if loops.isCyclic { rounds = BlockRounds(body, narrowed) }
    var left = loops.isCyclic ? Self.maximumRounds : 1
    var beginnings = 0
    while left > 0, settle() {
      left -= 1
      guard beginsAgain, beginnings < Self.maximumBeginnings else { continue }
      beginAgain()
      beginnings += 1
      left = Self.maximumRounds
    }
    isSettling = false
    if !tokens.isEmpty {
      result.clear()
      // Without loops and tasks, what a goroutine does is known where it begins.
      if loops.isCyclic || !taskCalls.isEmpty {
        phase = .materialize
        goThrough()
      }
      phase = .detect
      goThrough()
    }
    finish()
    return result
  }

  /// Forgets what held where: a goroutine that was taken for running waits for a signal that was
  /// found only later, and in a loop it would run on.
  private func beginAgain() {
    beginsAgain = false
    for index in outStates.indices { outStates[index] = nil }
    rounds.changeTables()
  }

  /// Looks in reverse postorder at each block to which something new comes; says whether there was
  /// one that has to be looked at again.
  private func settle() -> Bool {
    var isNew = false
    for index in body.blocks.indices {
      let id = BlockID(index)
      enter(id)
      if !rounds.begin(id, state) { continue }
      currentBlock = id
      result.blocks[index].clear()
      if lookAt(id) { isNew = true }
      if outStates[index] != state {
        outStates[index] = state
        isNew = true
      }
    }
    return isNew
  }

  /// Looks at each block once more, with what is known of all of them.
  func goThrough() {
    for index in body.blocks.indices {
      let id = BlockID(index)
      currentBlock = id
      enter(id)
      _ = lookAt(id)
      // What goroutines know shows only now.
      if phase == .materialize || !loops.isCyclic { outStates[index] = state }
    }
  }

  /// Goes through the instructions of a block; says whether a value leads elsewhere than before.
  private func lookAt(_ id: BlockID) -> Bool {
    let block = body.blocks[id.index]
    storedLast.forget()
    let changes = (headers: tables.headerChanges, links: links.count)
    tables.areHeadersRead = false
    var isNew = false
    for value in block.start..<block.end {
      current = ValueID(rawValue: value)
      madeByCall = 0
      if !begunByCall.isEmpty { begunByCall = [] }
      if transfer(current) {
        rounds.change(current)
        isNew = true
      }
    }
    if links.count != changes.links { rounds.changeTables() }
    if tables.headerChanges != changes.headers { rounds.changeHeaders() }
    rounds.note(id, readsHeaders: tables.areHeadersRead)
    return isNew
  }

  /// The state at the beginning of a block: what its predecessors leave.
  private func enter(_ id: BlockID) {
    let block = body.blocks[id.index]
    var joined: FlowState?
    for edge in block.firstPredecessor..<block.firstPredecessor + block.predecessorCount {
      let predecessor = body.edges[Int(edge)]
      guard var other = outStates[predecessor.index], !deadEnds.contains(predecessor) else {
        continue
      }
      let position = Int(edge - block.firstPredecessor)
      refineBranch(&other, from: predecessor, to: id)
      if loops.isCyclic, !other.live.isEmpty || !other.pending.isEmpty {
        swap(&state, &other)
        endLoop(from: predecessor, to: id)
        endTurns(from: predecessor, to: id)
        swap(&state, &other)
      }
      renameBounds(&other, into: id, position)
      if !other.published.isEmpty { withdrawHandedAway(&other, into: id, position) }
      join(&joined, other)
    }
    state = joined ?? FlowState()
    lastPuts.forget()
    if !state.published.isEmpty { noteOwned(block) }
  }

  /// Adds to what holds at the ends of some ways here what holds at the end of another one.
  func join(_ joined: inout FlowState?, _ other: FlowState) {
    guard var first = joined.take() else {
      joined = other
      return
    }
    join(&first, other)
    joined = first
  }

  /// Adds to a state what holds at the end of another way here.
  func join(_ first: inout FlowState, _ other: FlowState) {
    var other = other
    if first.rare != nil || other.rare != nil { makeUp(&first, &other) }
    first.join(other) { left, right, index in merge(left, right, trackedCells[index]) }
  }

  /// Adds to the current state what holds at the end of another way here.
  func joinState(_ other: FlowState) {
    var joined = FlowState()
    swap(&joined, &state)
    join(&joined, other)
    swap(&joined, &state)
    lastPuts.forget()
  }

  /// What a cell holds where two ways meet; one that only one way put something into holds on the
  /// other what it held at first.
  private func merge(_ left: SetID, _ right: SetID, _ cell: Cell) -> SetID {
    let first = left.isNone ? initialContent(of: cell) : left
    let second = right.isNone ? initialContent(of: cell) : right
    return tables.sets.union(first, second)
  }

  /// `if mu.TryLock()`: the lock is held where the call gave true. `v, ok := <-c` and range clauses:
  /// the channel is closed where `ok` is false.
  private func refineBranch(_ other: inout FlowState, from: BlockID, to: BlockID) {
    let block = body.blocks[from.index]
    guard let (condition, isNegated) = body.condition(of: block) else { return }
    let isTrue = (to == body.edges[Int(block.firstSuccessor)]) != isNegated
    if !isTrue, let channel = receivedFrom(condition) {
      swap(&state, &other)
      seeEnd(of: channelCells(leafSet(channel)))
      swap(&state, &other)
    }
    if body.instructions[condition.index].opcode == .binary {
      refineCount(&other, condition, isTrue)
      refineNil(&other, condition, isTrue)
      refineFilled(&other, condition, isTrue)
      return
    }
    guard body.instructions[condition.index].opcode == .call else { return }
    for lock in triedLocks(condition) {
      if isTrue {
        if lock.isSure { other.mustLocks.insert(sorted: lock.lock) }
        other.mayLocks.insert(sorted: lock.lock)
        other.failed.remove(sorted: lock.lock)
      } else if lock.isSure, !other.mustLocks.contains(lock.lock) {
        other.failed.insert(sorted: lock.lock)
      }
    }
    refineHelper(&other, condition, isTrue)
  }

  /// The channel of `v, ok := <-c` where a condition is `ok`: also that of a range clause.
  private func receivedFrom(_ condition: ValueID) -> ValueID? {
    let instruction = body.instructions[condition.index]
    guard instruction.opcode == .extract, instruction.payload == 1 else { return nil }
    let pair = operand(condition, 0)
    guard !pair.isNone, body.instructions[pair.index].opcode == .receive else { return nil }
    return operand(pair, 0)
  }

  /// On the way into a block the values that meet there take over the headers of what they come
  /// from: what reached no further than one of these reaches no further than the joined one.
  private func renameBounds(
    _ other: inout FlowState, into id: BlockID, _ position: Int
  ) {
    guard !other.bounds.isEmpty else { return }
    let block = body.blocks[id.index]
    var added: [NumberPair] = []
    var removed: [NumberPair] = []
    for index in block.start..<block.end {
      let instruction = body.instructions[Int(index)]
      guard instruction.opcode == .phi else { break }
      guard instruction.kind == .slice, position < Int(instruction.operandCount) else { continue }
      let operand = body.operands[Int(instruction.firstOperand) + position]
      let header = header(ofJoined: ValueID(rawValue: index))
      let sources = headers(of: leafSet(operand))
      guard !sources.isEmpty else { continue }
      for pair in other.bounds
      where sources.allSatisfy({
        tables.mustNotReachFurther(HeaderID(rawValue: pair.second), than: $0)
      }) {
        added.append(NumberPair(first: pair.first, second: header.rawValue))
        removed.append(pair)
      }
    }
    for pair in removed { other.bounds.remove(sorted: pair) }
    for pair in added { other.bounds.insert(sorted: pair) }
  }
}
