import Basics
import GoIR
import LibraryModels

/// What the interpretation of one function gave.
public struct FunctionFlow: Hashable, Sendable, Codable {
  /// The time is not kept.
  private enum CodingKeys: CodingKey { case box, conflicts, handedTwice, calls }

  let box: SummaryBox
  public var summary: FunctionSummary { box.summary }
  public var conflicts: [Conflict]
  /// Slots in which it puts one and the same thing.
  var handedTwice: [SlotPair]
  /// What it runs in its own goroutine, what it starts, and what goes through slots.
  public var calls = FunctionCalls()
  /// How long its interpretation took, in nanoseconds. Of no meaning for anything else.
  public var time: Int64 = 0

  init(summary: FunctionSummary, conflicts: [Conflict], handedTwice: [SlotPair] = []) {
    box = SummaryBox(summary)
    self.conflicts = conflicts
    self.handedTwice = handedTwice
  }
}

/// The flow of a whole program: every body interpreted, from the bottom of the call graph up.
///
/// Functions that call each other are gone through until their summaries stay the same, or three
/// times each at most: see `ComponentSolver`.
public struct FlowAnalysis: Sendable {
  private let basis: FlowBasis
  public var program: FlowProgram { basis.program }
  public var graph: CallGraph { basis.graph }
  var facts: ProgramFacts { basis.facts }
  public private(set) var functions: Table<FunctionNumber, FunctionFlow>
  /// Which goroutines may run them; nil until the functions were joined.
  private var joinedContexts: Contexts?
  let replaced: ReplacedFields
  /// How many threads work on it.
  private(set) var jobs: Int
  let onceRuns: OnceRuns
  /// Uses of one slot by functions that no common caller joins.
  public private(set) var slotConflicts: [SlotConflict] = []

  /// One stage of the analysis, and how long it took, in nanoseconds. Of no meaning for anything
  /// else.
  public struct Stage: Sendable {
    public var name: String
    public var time: Int64
  }

  /// The stages, in order.
  public private(set) var stages: [Stage] = []

  /// Analyses a linked program on `jobs` threads.
  public init(_ program: FlowProgram, models: LibraryModels = .builtin, jobs: Int) {
    self.init(interpreting: program, models, jobs: jobs)
    keepFirstConflicts(jobs: jobs, join())
  }

  /// Analyses a linked program on `jobs` threads, and meanwhile looks with them at the bodies alone.
  /// `look` is handed what is known once all bodies were interpreted: no goroutines, and conflicts
  /// that are told more than once. Nil where `isAbandoned` says, before the bodies are interpreted, that
  /// nobody waits any more; it is asked before each component of the call graph.
  public static func run<Found: Sendable>(
    _ program: FlowProgram, models: LibraryModels = .builtin, jobs: Int,
    isAbandoned: @escaping @Sendable () -> Bool = { false },
    _ look: @escaping @Sendable (FlowAnalysis) -> Found
  ) -> (analysis: FlowAnalysis, found: Found)? {
    let bodies = FlowAnalysis(interpreting: program, models, jobs: jobs, isAbandoned)
    if isAbandoned() { return nil }
    return Parallel.both(
      jobs: jobs,
      {
        var analysis = bodies
        analysis.keepFirstConflicts(jobs: jobs, analysis.join())
        return analysis
      },
      {
        var analysis = bodies
        analysis.jobs = max(1, jobs - 1)
        return look(analysis)
      })
  }

  /// What is known once all bodies were interpreted.
  private init(
    interpreting program: FlowProgram, _ models: LibraryModels, jobs: Int,
    _ isAbandoned: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(program, models, jobs: jobs) { basis in
      Self.run(basis, jobs: jobs, isAbandoned)
    }
  }

  /// Joins what `encodedFunctions` wrote of a linked program: what is found is what the analysis
  /// that wrote it found.
  public init(
    _ program: FlowProgram, models: LibraryModels = .builtin, decoding bytes: [UInt8], jobs: Int
  ) throws {
    let functions = try Self.functions(decoding: bytes, of: program)
    self.init(program, models, jobs: jobs) { _ in functions }
    join()
  }

  /// Which goroutines may run the functions.
  var contexts: Contexts {
    guard let joinedContexts else { preconditionFailure("asked before the functions were joined") }
    return joinedContexts
  }

  private init(
    _ program: FlowProgram, _ models: LibraryModels, jobs: Int,
    interpret: (FlowBasis) -> Table<FunctionNumber, FunctionFlow>
  ) {
    self.jobs = jobs
    var clock = StageClock()
    let targets = CallTargets(program, models)
    let graph = CallGraph(program, targets, jobs: jobs)
    clock.end("graph", &stages)
    let facts = ProgramFacts(program, graph, targets, models, jobs: jobs)
    clock.end("facts", &stages)
    basis = FlowBasis(program, graph, facts)
    functions = interpret(basis)
    replaced = ReplacedFields(functions)
    onceRuns = OnceRuns(program, graph, targets)
    clock.end("functions", &stages)
  }

  /// What was found out about all functions together while they were joined.
  private struct Joined {
    let single: SingleStarts
    let calls: LocksAtCalls
    let flags: AtomicFlags
    let callers: FunctionCallers
  }

  /// Joins what the functions do: which goroutines run them, and what no function sees whole.
  @discardableResult private mutating func join() -> Joined {
    var clock = StageClock()
    let contexts = Contexts(program, graph, facts, functions)
    joinedContexts = contexts
    clock.end("contexts", &stages)
    var judge = SlotJudge(program, facts, functions, contexts, replaced, onceRuns)
    let found = judge.conflicts()
    slotConflicts = found.filter {
      mayUseOneContainer(trace($0.first).last, trace($0.second).last)
    }
    let ends = slotConflicts.map { (trace($0.first).last, trace($0.second).last) }
    let flags = AtomicFlags(program, functions, facts.targets)
    let callers = FunctionCallers(functions)
    let doubts = ConflictDoubts(self, flags, callers, ends)
    let serial = SerialCalls(program, callers, facts.serialTypes)
    let single = SingleStarts(self, callers)
    let openings = OpeningWrites(self, callers)
    let calls = LocksAtCalls(program, functions)
    for (index, ends) in ends.enumerated() {
      let conflict = slotConflicts[index]
      if conflict.isPossibleOnly { continue }
      let locked = [conflict.first, conflict.second].map { isLocked($0) }
      let sides = ((ends.0, conflict.first.start), (ends.1, conflict.second.start))
      if doubts.isDoubtful(conflict.slot, conflict.way, sides, locked: locked)
        || doubts.isDoneOnce(sides.0, sides.1)
        || doubts.isNoWay(trace(conflict.first), trace(conflict.second))
        || conflict.first.start == nil && conflict.second.start == nil
          && serial.contains(
            conflict.first.function, conflict.second.function, conflict.slot)
        || isOfTestServer(conflict) || holdLocksBeside(conflict, calls) || waitBeside(conflict)
        || openings.contains(conflict) || areOnTheirOwn(conflict)
        || isOverBeforeUsers(conflict, judge.onlyCallers)
        || single.contains(conflict.lastField, conflict.first.start, conflict.second.start)
      {
        slotConflicts[index].isPossibleOnly = true
      }
    }
    for index in TakenOut(self, callers).conflicts(among: slotConflicts) {
      slotConflicts[index].isPossibleOnly = true
    }
    clock.end("judge", &stages)
    return Joined(single: single, calls: calls, flags: flags, callers: callers)
  }

  /// Whether a function, or those that call it, hold a lock for writing where it uses memory.
  private func isLocked(_ use: SlotUse) -> Bool {
    let summary = functions[use.function].summary
    let own = summary.use(use.record, strand: use.strand).map {
      summary.lockLists[Int($0.mustLocks)].contains { $0.mode == .write }
    }
    return own == true || use.held.contains { $0.mode == .write }
  }

  /// Measures one stage after the other.
  private struct StageClock {
    private var last = ContinuousClock.now

    mutating func end(_ name: String, _ stages: inout [Stage]) {
      let (seconds, attoseconds) = (ContinuousClock.now - last).components
      stages.append(Stage(name: name, time: seconds * 1_000_000_000 + attoseconds / 1_000_000_000))
      last = .now
    }
  }

  /// What two goroutines do is seen by the function in which they meet and by all that call it: the
  /// first one, from the bottom up, tells it.
  private mutating func keepFirstConflicts(jobs: Int, _ joined: Joined) {
    for (number, conflicts) in firstConflicts(jobs: jobs, joined) {
      functions[number].conflicts = conflicts
    }
  }

  private func firstConflicts(
    jobs: Int, _ joined: Joined
  ) -> [(number: FunctionNumber, conflicts: [Conflict])] {
    let order = graph.components.elements.flatMap(\.functions)
      .filter { !functions[$0].conflicts.isEmpty }
    let sites = Parallel.map(count: order.count, jobs: jobs) { [self] _, index in
      functions[order[index]].conflicts.map { ends(of: $0, in: order[index]) }
    }
    let doubts = ConflictDoubts(
      self, joined.flags, joined.callers, sites.flatMap { $0.map { ($0.first, $0.last) } })
    var perhapsJoined = PerhapsJoined(self)
    var known: Set<[FlowSite]> = []
    // Those that are in doubt by the ways of one caller alone.
    var leftToOthers: Set<[FlowSite]> = []
    var kept: [(number: FunctionNumber, conflicts: [Conflict])] = []
    for (number, sites) in zip(order, sites) {
      let conflicts = zip(functions[number].conflicts, sites)
      let first = conflicts.compactMap { conflict, ends -> Conflict? in
        var conflict = conflict
        guard mayUseOneContainer(ends.first, ends.last),
          !ends.contains(where: { facts.synchronizes($0.function, program) }),
          case let isNew = known.insert(ends).inserted, isNew || leftToOthers.contains(ends)
        else { return nil }
        if !conflict.isPossibleOnly,
          isDoubtful(conflict, doubts) || isGuardedByCallers(conflict, joined.calls)
            || holdLocksBeside(conflict) || waitBeside(conflict) || keepsItsStart(conflict)
            || isBehindEnd(conflict) || perhapsJoined.contains(conflict)
            || joined.single.contains(
              conflict.lastField, conflict.first.start, conflict.second.start)
        {
          conflict.isPossibleOnly = true
        }
        if !conflict.isPossibleOnly {
          conflict.isPossibleOnly = isNoWay(conflict, doubts)
          if conflict.isPossibleOnly {
            leftToOthers.insert(ends)
          } else {
            leftToOthers.remove(ends)
          }
        }
        return isNew || !conflict.isPossibleOnly ? conflict : nil
      }
      kept.append((number, first))
    }
    let taken = Set(
      TakenOut(self, joined.callers).conflicts(among: kept.flatMap(\.conflicts)))
    var index = 0
    for number in kept.indices where !taken.isEmpty {
      for position in kept[number].conflicts.indices {
        if taken.contains(index) { kept[number].conflicts[position].isPossibleOnly = true }
        index += 1
      }
    }
    return kept
  }

  private func isDoubtful(_ conflict: Conflict, _ doubts: ConflictDoubts) -> Bool {
    let (first, second) = (conflict.first, conflict.second)
    let sites = [first, second].map { trace($0, in: conflict.function).last }
    let ends = ((sites[0], first.start), (sites[1], second.start))
    return doubts.isDoubtful(nil, conflict.memory.selectors, ends)
      || doubts.isDoneOnce(ends.0, ends.1)
  }

  private func isNoWay(_ conflict: Conflict, _ doubts: ConflictDoubts) -> Bool {
    let ways = [conflict.first, conflict.second].map { trace($0, in: conflict.function) }
    return doubts.isNoWay(ways[0], ways[1])
  }

  /// Where the two sides of a conflict use the memory, in the order of the program.
  private func ends(of conflict: Conflict, in function: FunctionNumber) -> [FlowSite] {
    [conflict.first, conflict.second]
      .compactMap { trace($0, in: function).last }
      .sorted { ($0.function, $0.value) < ($1.function, $1.value) }
  }

  /// The program around a body, as its last interpretation saw it.
  func context(of function: FunctionNumber) -> ComponentContext {
    let number = graph.component(of: function)
    let context = ComponentContext(basis, component: number) { [basis, functions] in
      functions[basis.graph.components[$0].functions[$1]].box
    }
    let component = graph.components[number]
    if component.isRecursive {
      for function in component.functions { context.own[function] = functions[function].box }
    }
    return context
  }

  private static func run(
    _ basis: FlowBasis, jobs: Int, _ isAbandoned: @escaping @Sendable () -> Bool
  ) -> Table<FunctionNumber, FunctionFlow> {
    let (program, graph) = (basis.program, basis.graph)
    let costs = graph.components.elements.map { component in
      // Those that call each other are gone through a few times.
      component.functions.reduce(0) { $0 + program.functions[$1].body.instructions.count }
        * (component.isRecursive ? 3 : 1)
    }
    let results = Parallel.map(
      dependencies: graph.dependencies, costs: costs, jobs: jobs, scratch: { FlowTables() }
    ) { index, tables, finished -> [FunctionFlow] in
      // Those that depend on this one find that out too, and never ask for what it gave.
      if isAbandoned() { return [] }
      var solver = ComponentSolver(basis, ComponentNumber(index), tables, finished: finished)
      return solver.solve()
    }
    let empty = FunctionFlow(summary: FunctionSummary(), conflicts: [])
    var flows = Array(repeating: empty, count: program.functions.count)
    for (component, results) in zip(graph.components.elements, results) {
      for (function, flow) in zip(component.functions, results) { flows[function.index] = flow }
    }
    return Table(flows)
  }
}
