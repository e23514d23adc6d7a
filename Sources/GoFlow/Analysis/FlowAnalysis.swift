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
  public let program: FlowProgram
  public let graph: CallGraph
  let facts: ProgramFacts
  public private(set) var functions: Table<FunctionNumber, FunctionFlow>
  /// Which goroutines may run them.
  let contexts: Contexts
  let replaced: ReplacedFields
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
    self.init(program, models, jobs: jobs) { graph, facts in
      Self.run(program, graph, facts, jobs: jobs)
    }
    keepFirstConflicts(jobs: jobs)
  }

  /// Joins what `encodedFunctions` wrote of a linked program: what is found is what the analysis
  /// that wrote it found.
  public init(
    _ program: FlowProgram, models: LibraryModels = .builtin, decoding bytes: [UInt8], jobs: Int
  ) throws {
    let functions = try Self.functions(decoding: bytes, of: program)
    self.init(program, models, jobs: jobs) { _, _ in functions }
  }

  private init(
    _ program: FlowProgram, _ models: LibraryModels, jobs: Int,
    interpret: (CallGraph, ProgramFacts) -> Table<FunctionNumber, FunctionFlow>
  ) {
    var stages: [Stage] = []
    var last = ContinuousClock.now
    func lap(_ name: String) {
      let (seconds, attoseconds) = (ContinuousClock.now - last).components
      stages.append(Stage(name: name, time: seconds * 1_000_000_000 + attoseconds / 1_000_000_000))
      last = .now
    }
    self.program = program
    let targets = CallTargets(program, models)
    graph = CallGraph(program, targets, jobs: jobs)
    lap("graph")
    facts = ProgramFacts(program, graph, targets, models)
    lap("facts")
    functions = interpret(graph, facts)
    lap("functions")
    contexts = Contexts(program, graph, facts, functions)
    lap("contexts")
    replaced = ReplacedFields(functions)
    var judge = SlotJudge(program, facts, functions, contexts, replaced)
    let found = judge.conflicts()
    slotConflicts = found.filter {
      mayUseOneContainer(trace($0.first).last, trace($0.second).last)
    }
    let ends = slotConflicts.map { (trace($0.first).last, trace($0.second).last) }
    let doubts = ConflictDoubts(program, functions, ends)
    for (index, ends) in ends.enumerated() {
      let conflict = slotConflicts[index]
      if doubts.isDoubtful(conflict.slot, conflict.way, [ends.0, ends.1]) {
        slotConflicts[index].isPossibleOnly = true
      }
    }
    lap("judge")
    self.stages = stages
  }

  /// What two goroutines do is seen by the function in which they meet and by all that call it: the
  /// first one, from the bottom up, tells it.
  private mutating func keepFirstConflicts(jobs: Int) {
    let order = graph.components.elements.flatMap(\.functions)
      .filter { !functions[$0].conflicts.isEmpty }
    let sites = Parallel.map(count: order.count, jobs: jobs) { [self] _, index in
      functions[order[index]].conflicts.map { ends(of: $0, in: order[index]) }
    }
    let doubts = ConflictDoubts(
      program, functions, sites.flatMap { $0.map { ($0.first, $0.last) } })
    var known: Set<[FlowSite]> = []
    for (number, sites) in zip(order, sites) {
      let conflicts = zip(functions[number].conflicts, sites)
      functions[number].conflicts = conflicts.compactMap { conflict, ends in
        var conflict = conflict
        guard mayUseOneContainer(ends.first, ends.last),
          !ends.contains(where: { facts.synchronizes($0.function, program) }),
          known.insert(ends).inserted
        else { return nil }
        if doubts.isDoubtful(nil, conflict.memory.selectors, ends) || isGuardedByCallers(conflict) {
          conflict.isPossibleOnly = true
        }
        return conflict
      }
    }
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
    let context = ComponentContext(
      program: program, graph: graph, facts: facts, component: number
    ) { [graph, functions] index in
      graph.components[ComponentNumber(index)].functions.map { functions[$0] }
    }
    let component = graph.components[number]
    if component.isRecursive {
      for function in component.functions { context.own[function] = functions[function].box }
    }
    return context
  }

  private static func run(
    _ program: FlowProgram, _ graph: CallGraph, _ facts: ProgramFacts, jobs: Int
  ) -> Table<FunctionNumber, FunctionFlow> {
    let costs = graph.components.elements.map { component in
      component.functions.reduce(0) { $0 + program.functions[$1].body.instructions.count }
    }
    let results = Parallel.map(dependencies: graph.dependencies, costs: costs, jobs: jobs) {
      index, finished -> [FunctionFlow] in
      var solver = ComponentSolver(
        program, graph, facts, ComponentNumber(index), finished: finished)
      return solver.solve()
    }
    var flows = [FunctionFlow?](repeating: nil, count: program.functions.count)
    for (component, results) in zip(graph.components.elements, results) {
      for (function, flow) in zip(component.functions, results) { flows[function.index] = flow }
    }
    return Table(
      flows.map { $0 ?? FunctionFlow(summary: FunctionSummary(), conflicts: []) })
  }
}
