import Basics
import GoIR

/// Interprets the bodies of one component of the call graph until their summaries stay the same.
///
/// Functions come after those that they call, as far as a circle has an order. What has been done
/// is done again where a function that it calls says something else than it did then: each at most
/// `maximumRuns` times. In components of more than `smallComponent` functions it is done once more
/// only where nothing was known of the other function before.
struct ComponentSolver {
  static let maximumRuns = 3
  static let smallComponent = 8

  private let basis: FlowBasis
  private let component: CallGraph.Component
  private let context: ComponentContext
  /// What one body after the other is gone through with.
  private let tables: FlowTables
  /// By the positions of functions in the component.
  private var flows: [FunctionFlow?]
  private var runs: [Int]
  /// What each asked of the others when it was done last.
  private var asked: [[FunctionNumber: SummaryBox?]]

  init(
    _ basis: FlowBasis, _ number: ComponentNumber, _ tables: FlowTables,
    finished: @escaping (Int) -> [FunctionFlow]?
  ) {
    self.basis = basis
    self.tables = tables
    component = basis.graph.components[number]
    context = ComponentContext(basis, component: number) { component, position in
      guard let flows = finished(component.index) else { return nil }
      return flows[position].box
    }
    flows = Array(repeating: nil, count: component.functions.count)
    runs = Array(repeating: 0, count: component.functions.count)
    asked = Array(repeating: [:], count: component.functions.count)
  }

  /// What is known of each function, in the component's order.
  mutating func solve() -> [FunctionFlow] {
    if component.isRecursive {
      solveTogether()
    } else {
      for position in component.functions.indices { flows[position] = run(position) }
    }
    return flows.map { $0 ?? FunctionFlow(summary: FunctionSummary(), conflicts: []) }
  }

  private mutating func solveTogether() {
    let (order, callers) = order()
    let isLarge = component.functions.count > Self.smallComponent
    let maximum = isLarge ? 2 : Self.maximumRuns
    var links = RecordLinks(component.functions)
    var isPending = Array(repeating: true, count: order.count)
    var isAny = true
    while isAny {
      isAny = false
      for position in order where isPending[position] && runs[position] < maximum {
        isPending[position] = false
        let flow = runWhereNew(position)
        runs[position] += 1
        flows[position] = flow
        let function = component.functions[position]
        links.note(flow.box, of: function)
        let known = context.own[function]
        if let known, known.summary == flow.summary { continue }
        context.own[function] = flow.box
        if isLarge, known != nil { continue }
        for caller in callers[position] where !isLarge || runs[caller] > 0 {
          isPending[caller] = true
          if runs[caller] > 0, runs[caller] < maximum { isAny = true }
        }
      }
    }
    for position in order {
      flows[position] = flows[position].map {
        links.mended($0, of: component.functions[position])
      }
    }
  }

  /// What an interpretation gives; of one that was done already, and asked nothing of the others that
  /// they would not say again, what it gave then.
  private mutating func runWhereNew(_ position: Int) -> FunctionFlow {
    if let flow = flows[position],
      asked[position].allSatisfy({ context.own[$0.key] == $0.value })
    {
      return flow
    }
    context.asked = [:]
    let flow = run(position)
    asked[position] = context.asked ?? [:]
    context.asked = nil
    return flow
  }

  /// The positions of the functions, callees first, and the callers of each in the component.
  private func order() -> (order: [Int], callers: [[Int]]) {
    let (functions, graph) = (component.functions, basis.graph)
    let own = graph.component(of: functions[0])
    var callees: [[Int]] = []
    var callers: [[Int]] = Array(repeating: [], count: functions.count)
    for (position, function) in functions.enumerated() {
      let inside = graph.callees(of: function).filter { graph.component(of: $0) == own }
        .map { graph.position(of: $0) }
      callees.append(inside)
      for callee in inside { callers[callee].append(position) }
    }
    var order: [Int] = []
    var isSeen = Array(repeating: false, count: functions.count)
    for start in functions.indices where !isSeen[start] {
      isSeen[start] = true
      var stack = [(position: start, next: 0)]
      while let top = stack.last {
        guard top.next < callees[top.position].count else {
          order.append(top.position)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let callee = callees[top.position][top.next]
        if isSeen[callee] { continue }
        isSeen[callee] = true
        stack.append((callee, 0))
      }
    }
    return (order, callers)
  }

  private func run(_ position: Int) -> FunctionFlow {
    let function = component.functions[position]
    if basis.facts.isSkipped(function, basis.program) {
      return FunctionFlow(summary: FunctionSummary(), conflicts: [])
    }
    let begin = ContinuousClock.now
    let interpreter = BodyInterpreter(function, context, tables)
    let result = interpreter.run()
    var flow = FunctionFlow(
      summary: result.summary, conflicts: interpreter.conflicts(result),
      handedTwice: interpreter.handed.pairs)
    flow.calls = result.calls
    let (seconds, attoseconds) = (ContinuousClock.now - begin).components
    flow.time = seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    return flow
  }
}
