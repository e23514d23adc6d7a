import Basics
import GoIR

/// Which goroutines may run which functions of a program, and which of the places there others
/// know too.
///
/// What callers know is carried down along the calls until nothing new comes: for each function at
/// most `maximumContexts` goroutines and sets of shared places. What would be more is left out:
/// less is found.
struct Contexts {
  static let maximumContexts = 24
  static let maximumContextsOfGoroutine = 6
  static let maximumIdentities = 3
  static let maximumFunctionsOfSlot = 24

  var identities = IdentityTable()
  private(set) var strands: StrandTable
  private var byFunction: [[SharedContext]]
  /// Of each of these by what it was spread last: how many goroutines had turned out not to be
  /// joined then, or less than that where it changed since.
  private var spreadAt: [[Int]]
  /// How many times what a function calls and starts had changed when each was spread last; less
  /// than that where it changed then or has to be spread again.
  private var calleesAt: [[Int]]
  /// How many times the contexts of each function changed.
  private(set) var changes: [Int]
  /// Of each context, and each function that may lie in a slot from which the function calls it: how
  /// many changes had been seen when the call was spread last of who put it there.
  private var seenOfSlots: [[[Int]]]
  let program: FlowProgram
  let functions: Table<FunctionNumber, FunctionFlow>
  private(set) var needs: FunctionNeeds
  let contested: ContestedFields
  /// The functions that lie in slots, with those that put them there.
  private(set) var contents: [SlotContents] = []
  private var contentsOfSlots: [SlotKey: Int] = [:]
  /// Of the calls of what lies in slots the number of what lies there; nil where nothing does.
  private(set) var contentsOfCalls: [[Int?]]
  /// Those that call what lies in a slot.
  private var slotCallers: [SlotKey: [FunctionNumber]] = [:]
  /// Captured variables that several function values in one slot have.
  var sharedVariables: Set<IdentityID> = []
  private var isPending: [Bool]
  private var pendingCount = 0
  /// The identities of the places of the function that is gone through, as far as they were asked
  /// for.
  var knownPlaces: [[KnownPlace]?] = []
  /// The places of the cells of the function that was asked about last.
  var placesOfCells = PlacesOfCells()
  /// What the program calls while it sets things up.
  var setUp: SetUpCalls

  init(
    _ program: FlowProgram, _ graph: CallGraph, _ facts: ProgramFacts,
    _ functions: Table<FunctionNumber, FunctionFlow>
  ) {
    self.program = program
    self.functions = functions
    byFunction = Array(repeating: [], count: functions.count)
    spreadAt = Array(repeating: [], count: functions.count)
    calleesAt = Array(repeating: [], count: functions.count)
    contentsOfCalls = Array(repeating: [], count: functions.count)
    changes = Array(repeating: 0, count: functions.count)
    seenOfSlots = Array(repeating: [], count: functions.count)
    isPending = Array(repeating: false, count: functions.count)
    setUp = SetUpCalls(program, graph, facts, functions)
    strands = StrandTable(program, functions)
    contested = ContestedFields(program, functions)
    needs = FunctionNeeds(program, graph, functions, contested) { [strands] in
      strands.id(of: $0)
    }
    collectSlots()
    for (slot, number) in contentsOfSlots where slotCallers[slot] != nil {
      for function in contents[number].functions {
        setUp.callers.noteSlot(function.edge.target)
      }
    }
    let called = startEntries(facts)
    spreadAll(graph)
    // Who calls them in the program is known now.
    for number in called { startCalled(number) }
    spreadAll(graph)
  }

  /// Spreads until nothing new comes, callers before what they call as far as there is an order.
  private mutating func spreadAll(_ graph: CallGraph) {
    let order = graph.components.elements.reversed().flatMap { $0.functions.reversed() }
    while pendingCount > 0 {
      for number in order where isPending[number.index] {
        isPending[number.index] = false
        pendingCount -= 1
        spread(number)
      }
    }
  }

  /// The goroutines that may run a function.
  func contexts(of function: FunctionNumber) -> [SharedContext] { byFunction[function.index] }

  /// How a goroutine of the program begins; nil for callers from outside.
  func start(of origin: RunOrigin) -> StrandStart? {
    switch origin {
    case .strand(let id): strands.starts[id.index]
    case .handler(let function):
      StrandStart(kind: .pool, function: function, value: .none, isRepeated: true)
    case .outside, .initialization: nil
    }
  }

  /// The number of a goroutine of the program.
  func id(of start: StrandStart) -> ContextID? { strands.id(of: start) }

  // MARK: Where goroutines begin

  private mutating func collectSlots() {
    for number in functions.ids {
      let calls = functions[number].calls
      for function in calls.toSlots { put(function, by: number) }
      for call in calls.fromSlots { slotCallers[call.slot, default: []].append(number) }
    }
    for number in functions.ids where !functions[number].calls.fromSlots.isEmpty {
      contentsOfCalls[number.index] = functions[number].calls.fromSlots.map {
        contentsOfSlots[$0.slot]
      }
    }
  }

  private mutating func put(_ function: SlotFunction, by creator: FunctionNumber) {
    let number = contentsOfSlots[function.slot] ?? contents.count
    if number == contents.count {
      contentsOfSlots[function.slot] = number
      contents.append(SlotContents())
    }
    guard contents[number].creators.count < Self.maximumFunctionsOfSlot else { return }
    contents[number].creators.append(creator)
    contents[number].functions.append(function)
  }

  /// Gives the exported functions that the program calls itself.
  private mutating func startEntries(_ facts: ProgramFacts) -> [FunctionNumber] {
    var called: [FunctionNumber] = []
    for number in functions.ids {
      let function = program.functions[number]
      guard function.literal == 0 else { continue }
      var context = RunContext(origin: .outside, covered: needs.started[number.index])
      let hasReceiver = function.traits.contains(.hasReceiver)
      if program.runsFirst(number) {
        context.origin = .initialization
      } else if function.traits.contains(.isInTest), !hasReceiver {
        // Tests run for themselves: what one of them starts is judged there.
        continue
      } else if facts.handlerShapes.isHandler(function) {
        context.origin = .handler(number)
      } else if facts.isForTests(function), setUp.callers.isCalled[number.index],
        needs.started[number.index].isEmpty
      {
        // Tests call it, each in one goroutine. What it starts itself runs beside whatever else does.
        continue
      } else if setUp.callers.isCalled[number.index] {
        // Where all callers that are known hold a lock, others have to do so too.
        guard function.traits.contains(.isExported), setUp.callers.isCalledBare[number.index]
        else { continue }
        called.append(number)
        continue
      }
      startEntry(number, context)
    }
    return called
  }

  mutating func startEntry(_ number: FunctionNumber, _ start: RunContext) {
    var context = start
    for key in needs.keys[number.index] where isKnownOutside(key, context.origin, number) {
      context.bindings.append(ContextBinding(key: key, place: KnownPlace(identity: .users)))
    }
    add(context, to: number)
  }

  // MARK: Spreading

  mutating func add(_ new: RunContext, to function: FunctionNumber) {
    if new.bindings.isEmpty, !needs.looksOutside(function) { return }
    if new.entry > .unshown, byFunction[function.index].contains(where: { $0.context.covers(new) })
    {
      return
    }
    guard
      let index = byFunction[function.index].firstIndex(where: {
        $0.context.origin == new.origin && $0.context.isTask == new.isTask
          && $0.context.entry == new.entry && $0.context.bindings == new.bindings
      })
    else {
      let others = byFunction[function.index].count {
        $0.context.origin == new.origin && $0.context.entry == new.entry
      }
      guard byFunction[function.index].count < Self.maximumContexts,
        others < Self.maximumContextsOfGoroutine
      else { return }
      byFunction[function.index].append(SharedContext(new))
      spreadAt[function.index].append(-1)
      calleesAt[function.index].append(-1)
      push(function)
      return
    }
    let known = byFunction[function.index][index]
    if known.context.saysNoMore(than: new) { return }
    var joined = known.context
    joined.mustLocks = joined.mustLocks.common(with: new.mustLocks)
    // Where one caller surely does not hold a lock it guards nothing.
    joined.mayLocks = joined.mayLocks.common(with: new.mayLocks)
    joined.waited = joined.waited.intersection(sorted: new.waited)
    joined.signalled = joined.signalled.intersection(sorted: new.signalled)
    joined.covered = joined.covered.intersection(sorted: new.covered)
    if joined == known.context { return }
    byFunction[function.index][index] = SharedContext(joined)
    spreadAt[function.index][index] = -1
    push(function)
  }

  private mutating func push(_ function: FunctionNumber) {
    changes[function.index] += 1
    // What it puts into slots is given what it has now.
    for function in functions[function].calls.toSlots {
      for caller in slotCallers[function.slot] ?? [] { setPending(caller) }
    }
    setPending(function)
  }

  private mutating func setPending(_ function: FunctionNumber) {
    if isPending[function.index] { return }
    isPending[function.index] = true
    pendingCount += 1
  }

  private mutating func spread(_ number: FunctionNumber) {
    let calls = functions[number].calls
    let traits = program.functions[program.declaration(of: number)].traits
    let isTest = traits.contains(.isInTest) && !traits.contains(.hasReceiver)
    let contexts = byFunction[number.index]
    let changed = takeChanged(number)
    for (index, shared) in contexts.enumerated()
    where changed[index] || !calls.fromSlots.isEmpty {
      knownPlaces = Array(repeating: nil, count: calls.places.count)
      let before = changed[index] ? changesOfCallees(number, calls) : 0
      let isNew = changed[index] && calleesAt[number.index][index] != before
      if isNew { spread(calls, number, shared.context, isTest: isTest) }
      defer {
        // What it changed itself may let in what was left out before that.
        if isNew {
          let isSettled = changesOfCallees(number, calls) == before
          calleesAt[number.index][index] = isSettled ? before : -1
        }
      }
      if calls.fromSlots.isEmpty { continue }
      while seenOfSlots[number.index].count <= index { seenOfSlots[number.index].append([]) }
      var seen = isNew ? [] : seenOfSlots[number.index][index]
      var position = 0
      for call in calls.fromSlots.indices {
        spread(call, of: calls, number, shared.context, &seen, &position)
      }
      seenOfSlots[number.index][index] = seen
    }
  }

  /// How many times what a function calls and starts changed, be it by way of a slot.
  private func changesOfCallees(_ number: FunctionNumber, _ calls: FunctionCalls) -> Int {
    var count = 0
    for edge in calls.edges { count += changes[edge.target.index] }
    for case let slot? in contentsOfCalls[number.index] {
      for function in contents[slot].functions { count += changes[function.edge.target.index] }
    }
    return count
  }

  /// What a goroutine that runs a function brings to those that it calls and starts.
  private mutating func spread(
    _ calls: FunctionCalls, _ number: FunctionNumber, _ context: RunContext, isTest: Bool
  ) {
    var last: (index: Int, order: EdgeOrder)?
    for (index, edge) in calls.edges.enumerated() {
      // What a test starts is judged there.
      if edge.start != nil, isTest { continue }
      let bindings = bind(
        edge.bindings, edge.target, number, context, isStart: edge.start != nil)
      note(edge, context)
      if edge.start == nil, bindings.isEmpty, !needs.looksOutside(edge.target) {
        // It is of no concern to the callee. The places get their numbers all the same.
        numberPlaces(of: edge, number, context)
        continue
      }
      let order: EdgeOrder
      if let last, calls.edges[last.index].isOrdered(as: edge) {
        order = last.order
      } else {
        order = self.order(edge, number, context)
      }
      last = (index, order)
      add(next(edge, order, bindings, number, context), to: edge.target)
    }
  }

  /// Which contexts of a function have to be spread along its calls: those that say what they said
  /// when this was done last lead to nothing new, unless goroutines turned out since not to be
  /// joined, or what they come to depends on what others have there (see `calleesAt`).
  private mutating func takeChanged(_ number: FunctionNumber) -> [Bool] {
    let now = strands.unjoinedCount
    let contexts = byFunction[number.index]
    let changed = contexts.indices.map { index in
      let isOld = spreadAt[number.index][index] != now
      if isOld { calleesAt[number.index][index] = -1 }
      return isOld || contexts[index].context.entry > .unshown
    }
    spreadAt[number.index] = Array(repeating: now, count: contexts.count)
    return changed
  }

  /// The context of a called or started function.
  mutating func next(
    _ edge: FunctionEdge, _ order: EdgeOrder, _ bindings: [ContextBinding],
    _ number: FunctionNumber, _ context: RunContext
  ) -> RunContext {
    var next = RunContext(origin: context.origin, isTask: context.isTask, bindings: bindings)
    next.entry = context.entry
    next.waited = order.waited
    next.signalled = order.signalled
    next.mustLocks = order.mustLocks
    next.mayLocks = order.mayLocks
    if let start = edge.start, let id = strands.id(of: start) {
      strands.note(home: context.origin, of: id)
      next.origin = .strand(id)
      // Whoever calls it so, the goroutine is started.
      if next.entry == .shown { next.entry = .unshown }
      next.isTask = false
      next.covered = needs.started[number.index]
      next.covered.formUnion(sorted: context.covered)
      next.covered.formUnion(sorted: needs.started[edge.target.index])
      let isJoined = edge.isEnded || strands.isJoined(id)
      for index in next.bindings.indices {
        // Nobody else has it while the goroutine runs.
        if isJoined, next.bindings[index].place.isLater { continue }
        let identity = identities.published(next.bindings[index].place.identity)
        next.bindings[index].place.identity = identity
        // The one that starts the goroutine made it, and gives it to others afterwards.
        if next.bindings[index].place.isLater { next.bindings[index].place.isMade = true }
        next.bindings[index].place.isLater = false
        if !identity.isNone, identities.nodes[identity.index].isMany {
          strands.ownPlaces[id.index].insert(sorted: identity)
        }
      }
      next.bindings.sort()
      return next
    }
    next.covered = context.covered
    next.covered.formUnion(sorted: needs.started[edge.target.index])
    return next
  }
}
