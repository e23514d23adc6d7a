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
    keepFirstConflicts()
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
    var judge = SlotJudge(program, facts, functions, contexts)
    slotConflicts = judge.conflicts()
    lap("judge")
    self.stages = stages
  }

  /// What two goroutines do is seen by the function in which they meet and by all that call it: the
  /// first one, from the bottom up, tells it.
  private mutating func keepFirstConflicts() {
    var known: Set<[FlowSite]> = []
    for component in graph.components.elements {
      for number in component.functions where !functions[number].conflicts.isEmpty {
        functions[number].conflicts = functions[number].conflicts.filter { conflict in
          let sites = [conflict.first, conflict.second]
            .compactMap { trace($0, in: number).last }
            .sorted { ($0.function, $0.value) < ($1.function, $1.value) }
          if sites.contains(where: { facts.synchronizes($0.function, program) }) { return false }
          return known.insert(sites).inserted
        }
      }
    }
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
    let results = Parallel.map(dependencies: graph.dependencies, jobs: jobs) {
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

extension FlowAnalysis {
  public func debugStatistics() -> [String] {
    var groups: [String: (Int, Int, Double, Int, Int, Int)] = [:]
    func add(_ name: String, _ n: FunctionNumber) {
      let f = functions[n]
      var g = groups[name] ?? (0, 0, 0, 0, 0, 0)
      g.0 += 1
      g.1 += program.functions[n].body.instructions.count
      g.2 += Double(f.time) / 1e9
      g.3 += f.summary.accesses.count
      g.4 += f.summary.stores.count
      g.5 += f.summary.objects.count
      groups[name] = g
    }
    for n in functions.ids {
      let fn = program.functions[n]
      let test = fn.traits.contains(.isInTest) ? "test" : "prod"
      let c =
        facts.reach.functions.contains(n)
        ? "inGoroutine" : facts.reach.concerned.contains(n) ? "concerned" : "none"
      add(test + " " + c, n)
      let rec = graph.components[graph.component(of: n)]
      add(
        "component \(rec.functions.count > 100 ? ">100" : rec.functions.count > 8 ? ">8" : rec.isRecursive ? "recursive" : "single")",
        n)
      add("strands \(functions[n].summary.strands.isEmpty ? "no" : "yes")", n)
      add("pkg " + program.texts[fn.key.package], n)
    }
    return groups.sorted { $0.value.2 > $1.value.2 }.prefix(60).map { k, v in
      "\(k): n \(v.0) instr \(v.1) time \(Int(v.2 * 1000)) ms acc \(v.3) stores \(v.4) obj \(v.5)"
    }
  }
}
