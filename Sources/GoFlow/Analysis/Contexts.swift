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
  /// How many times the contexts of each function changed.
  private var changes: [Int]
  /// Of each context, and each function that may lie in a slot from which the function calls it: how
  /// many changes had been seen when the call was spread last of who put it there.
  private var seenOfSlots: [[[Int]]]
  let program: FlowProgram
  let functions: Table<FunctionNumber, FunctionFlow>
  private(set) var needs: FunctionNeeds
  let contested: ContestedFields
  /// The functions that lie in slots, with those that put them there.
  private var slotFunctions: [SlotKey: [(creator: FunctionNumber, function: SlotFunction)]] = [:]
  /// Those that call what lies in a slot.
  private var slotCallers: [SlotKey: [FunctionNumber]] = [:]
  /// Captured variables that several function values in one slot have.
  private(set) var sharedVariables: Set<IdentityID> = []
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
    for slot in slotFunctions.keys where slotCallers[slot] != nil {
      for function in slotFunctions[slot] ?? [] {
        setUp.callers.noteSlot(function.function.edge.target)
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
      for function in calls.toSlots
      where slotFunctions[function.slot, default: []].count < Self.maximumFunctionsOfSlot {
        slotFunctions[function.slot, default: []].append((number, function))
      }
      for call in calls.fromSlots { slotCallers[call.slot, default: []].append(number) }
    }
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

  private mutating func add(_ new: RunContext, to function: FunctionNumber) {
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
      push(function)
      return
    }
    let known = byFunction[function.index][index]
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
    let function = program.functions[program.declaration(of: number)]
    let isTest = function.traits.contains(.isInTest) && !function.traits.contains(.hasReceiver)
    let contexts = byFunction[number.index]
    let changed = takeChanged(number)
    for (index, shared) in contexts.enumerated()
    where changed[index] || !calls.fromSlots.isEmpty {
      knownPlaces = Array(repeating: nil, count: calls.places.count)
      if changed[index] { spread(calls, number, shared.context, isTest: isTest) }
      if calls.fromSlots.isEmpty { continue }
      while seenOfSlots[number.index].count <= index { seenOfSlots[number.index].append([]) }
      var seen = changed[index] ? [] : seenOfSlots[number.index][index]
      var position = 0
      for call in calls.fromSlots { spread(call, number, shared.context, &seen, &position) }
      seenOfSlots[number.index][index] = seen
    }
  }

  /// What a goroutine that runs a function brings to those that it calls and starts.
  private mutating func spread(
    _ calls: FunctionCalls, _ number: FunctionNumber, _ context: RunContext, isTest: Bool
  ) {
    for edge in calls.edges {
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
      let order = order(edge, number, context)
      add(next(edge, order, bindings, number, context), to: edge.target)
    }
  }

  /// Which contexts of a function have to be spread along its calls: those that say what they said
  /// when this was done last lead to nothing new, unless goroutines turned out since not to be
  /// joined, or what they come to depends on what others have there.
  private mutating func takeChanged(_ number: FunctionNumber) -> [Bool] {
    let now = strands.unjoinedCount
    let contexts = byFunction[number.index]
    let changed = contexts.indices.map { index in
      spreadAt[number.index][index] != now || contexts[index].context.entry > .unshown
    }
    spreadAt[number.index] = Array(repeating: now, count: contexts.count)
    return changed
  }

  /// Notes that a call is spread to what a function put into a slot; false where nothing changed
  /// since the last time.
  private func note(
    _ creator: FunctionNumber, in seen: inout [Int], at position: Int
  ) -> Bool {
    let count = changes[creator.index]
    if position == seen.count {
      seen.append(count)
      return true
    }
    defer { seen[position] = count }
    return seen[position] != count
  }

  /// The call of what lies in a slot: any of the functions that were put there.
  private mutating func spread(
    _ call: SlotFunction, _ number: FunctionNumber, _ context: RunContext, _ seen: inout [Int],
    _ position: inout Int
  ) {
    var arguments: (order: EdgeOrder, containers: [KnownPlace])?
    for (creator, function) in slotFunctions[call.slot] ?? [] {
      defer { position += 1 }
      guard note(creator, in: &seen, at: position) else { continue }
      let known = arguments ?? self.arguments(of: call, number, context)
      arguments = known
      spread(call, known.order, known.containers, to: function, of: creator, number, context)
    }
  }

  /// What orders a call of what lies in a slot, and the objects in which the slot lies.
  private mutating func arguments(
    of call: SlotFunction, _ number: FunctionNumber, _ context: RunContext
  ) -> (order: EdgeOrder, containers: [KnownPlace]) {
    var containers: [KnownPlace] = []
    for binding in call.edge.bindings where binding.key == .container {
      containers += known(binding.place, number, context)
    }
    return (order(call.edge, number, context), containers)
  }

  private mutating func spread(
    _ call: SlotFunction, _ order: EdgeOrder, _ containers: [KnownPlace],
    to function: SlotFunction, of creator: FunctionNumber, _ number: FunctionNumber,
    _ context: RunContext
  ) {
    let target = function.edge.target
    var edge = call.edge
    edge.target = target
    setUp.noteOther(target)
    if function.isBound { edge.passReceiver() }
    let arguments = bind(
      edge.bindings, target, number, context, isStart: true)
    let places = functions[creator].calls.places
    // What a goroutine puts there itself it takes out itself.
    let own = byFunction[creator.index].filter { $0.context.origin == context.origin }
    for other in (own.isEmpty ? byFunction[creator.index] : own).prefix(4) {
      var captures = bind(
        function.edge.bindings, target, creator, other.context, isStart: true, isCurrent: false)
      for binding in function.edge.bindings where own.isEmpty && binding.key.rawValue >> 24 == 1 {
        let variable: UInt32
        switch places[Int(binding.place)].root {
        case .variable(let own): variable = own
        case .captured(let outer): variable = outer
        default: continue
        }
        guard places[Int(binding.place)].steps.isEmpty else { continue }
        let identity = identities.root(.variable(program.declaration(of: creator), variable))
        captures.insert(
          sorted: ContextBinding(key: binding.key, place: KnownPlace(identity: identity)))
        if function.sharedCaptures & (1 << UInt64(min(binding.key.rawValue & 0xFFFF, 63))) != 0 {
          sharedVariables.insert(identity)
        }
      }
      if own.isEmpty {
        for index in captures.indices { captures[index].place.isMade = false }
        captures.sort()
      }
      var bindings = arguments
      bindings.formUnion(sorted: captures.filter { !isOfContainer($0.key, function) })
      for position in 0..<64 where function.containerCaptures & (1 << UInt64(position)) != 0 {
        let key = function.isBound ? .parameter(0, leaf: 0) : BindingKey.captured(position)
        guard needs.needs(target, key) else { continue }
        for place in containers {
          bindings.insert(sorted: ContextBinding(key: key, place: place))
        }
      }
      // Others have what a goroutine is given so; whoever put it there made it.
      for index in bindings.indices {
        let place = bindings[index].place.identity
        bindings[index].place.identity = identities.published(place)
        bindings[index].place.isLater = false
        if own.isEmpty { bindings[index].place.isOwn = false }
      }
      bindings.sort()
      var task = next(edge, order, bindings, number, context)
      if case .strand(let id) = task.origin {
        // What the starter put there before was judged there.
        let isJudged = function.isFirst && strands.starts[id.index].function == creator
        task.isTask = task.isTask || !isJudged
      }
      add(task, to: target)
    }
  }

  private func isOfContainer(_ key: BindingKey, _ function: SlotFunction) -> Bool {
    (function.isBound ? key.isFirstParameter : key.rawValue >> 24 == 2)
      && function.containerCaptures & (1 << UInt64(min(key.rawValue & 0xFFFF, 63))) != 0
  }

  /// The context of a called or started function.
  private mutating func next(
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
      let isJoined = strands.isJoined(id)
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
