import Basics

/// What it matters to know of a function's callers: the places where it, or a function that it
/// runs, uses what others may have.
///
/// Computed from the bottom of the call graph up; of functions that call each other at most
/// `maximumRounds` times, and so perhaps too little: then less is found.
struct FunctionNeeds {
  static let maximumRounds = 3

  private(set) var keys: [[BindingKey]]
  /// Whether a package variable is used, by the function or below it.
  private(set) var usesGlobals: [Bool]
  /// The goroutines that a function starts, itself or through those that it runs.
  private(set) var started: [[ContextID]]
  /// How many goroutines are kept of one function.
  static let maximumStarted = 600

  init(
    _ program: FlowProgram, _ graph: CallGraph, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ contested: ContestedFields, _ strand: (StrandStart) -> ContextID?
  ) {
    keys = Array(repeating: [], count: functions.count)
    usesGlobals = Array(repeating: false, count: functions.count)
    started = Array(repeating: [], count: functions.count)
    for component in graph.components.elements {
      for _ in 0..<(component.isRecursive ? Self.maximumRounds : 1) {
        var isNew = false
        for number in component.functions
        where look(number, program, functions[number], contested, strand) { isNew = true }
        if !isNew { break }
      }
    }
  }

  /// Whether a function may do something to others that it is given nothing of: it uses package
  /// variables or starts goroutines.
  func looksOutside(_ function: FunctionNumber) -> Bool {
    usesGlobals[function.index] || !started[function.index].isEmpty
  }

  func needs(_ function: FunctionNumber, _ key: BindingKey) -> Bool {
    keys[function.index].contains(key)
  }

  private mutating func look(
    _ number: FunctionNumber, _ program: FlowProgram, _ flow: FunctionFlow,
    _ contested: ContestedFields, _ strand: (StrandStart) -> ContextID?
  ) -> Bool {
    var found = keys[number.index]
    var globals = usesGlobals[number.index]
    var strands = started[number.index]
    let function = program.functions[number]
    func add(_ root: PlaceName.Root) {
      switch root {
      case .parameter(let position, let leaf):
        found.insert(sorted: .parameter(position, leaf: leaf))
      case .captured(let variable):
        if let position = function.captures.firstIndex(of: variable) {
          found.insert(sorted: .capture(position))
          found.insert(sorted: .captured(position))
        }
      case .result(let position): found.insert(sorted: .result(position))
      case .global: globals = true
      case .variable, .slot: break
      }
    }
    let box = flow.box
    func addRoot(_ cell: SummaryCell) {
      switch box.summary.root(of: cell) {
      case .parameter(let position, let path)?:
        add(.parameter(position, leaf: program.leaf(number, position, path, of: box.summary)))
      case .captured(let variable)?: add(.captured(variable))
      case .global?: globals = true
      case .slot?:
        globals = true
        if let home = box.summary.home(of: cell) { addRoot(home) }
      default: break
      }
    }
    for strand in box.summary.strands {
      for record in strand.accesses {
        if let object = box.summary.base(of: record.cell),
          let result = box.summary.result(of: object)
        {
          add(.result(result))
        }
      }
    }
    for record in box.summary.uses
    where record.callee.isNone && contested.mayConflict(record, box.summary) {
      addRoot(record.cell)
    }
    for edge in flow.calls.edges {
      for binding in edge.bindings where needs(edge.target, binding.key) {
        add(flow.calls.places[Int(binding.place)].root)
      }
      if usesGlobals[edge.target.index] { globals = true }
      if let start = edge.start {
        if let id = strand(start) { strands.insert(sorted: id) }
      } else if strands.count < Self.maximumStarted {
        strands.formUnion(sorted: started[edge.target.index])
      }
    }
    for slot in flow.calls.toSlots + flow.calls.fromSlots {
      for binding in slot.edge.bindings { add(flow.calls.places[Int(binding.place)].root) }
    }
    if !flow.calls.fromSlots.isEmpty || !flow.calls.toSlots.isEmpty { globals = true }
    // Locks and waits matter where something is used.
    if globals || !found.isEmpty || !strands.isEmpty {
      for list in box.summary.lockLists {
        for lock in list { addRoot(lock.cell) }
      }
      for list in box.summary.cellLists {
        for cell in list { addRoot(cell) }
      }
    }
    let isNew =
      found != keys[number.index] || globals != usesGlobals[number.index]
      || strands != started[number.index]
    keys[number.index] = found
    usesGlobals[number.index] = globals
    started[number.index] = strands
    return isNew
  }
}

extension FlowProgram {
  /// Which of a parameter's references a way of a summary leads to.
  func leaf(
    _ function: FunctionNumber, _ position: UInt32, _ path: UInt32, of summary: FunctionSummary
  ) -> UInt32 {
    let parameters = functions[function].parameters
    if path == 0 || Int(position) >= parameters.count { return 0 }
    let layout = parameters[Int(position)].layout
    guard layout.rawValue > 1 else { return 0 }
    let steps = summary.steps(of: path)
    return UInt32(layouts[layout].leaves.firstIndex { $0.steps == steps } ?? 0)
  }
}
