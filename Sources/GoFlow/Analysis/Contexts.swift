import Basics

/// A goroutine of the program, by where it begins; 0 is whatever calls from outside.
struct ContextID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  static let outside = ContextID(rawValue: 0)
}

/// One goroutine that may run a function.
struct RunContext: Hashable {
  var context: ContextID
  /// The parameters that others have too, one bit each; bit 63 for captured variables.
  var shared: UInt64
  /// The goroutines that a caller in the same goroutine starts: what happens between them was
  /// judged there.
  var covered: Set<ContextID>
}

/// Which goroutines may run which functions of a program.
struct Contexts {
  private(set) var starts: [StrandStart] = []
  private var ids: [StrandStart: ContextID] = [:]
  private var byFunction: [FunctionNumber: [RunContext]] = [:]
  /// The goroutines that a function starts, itself or through those that it runs.
  private var started: [FunctionNumber: Set<ContextID>] = [:]

  static let captures: UInt64 = 1 << 63

  init(_ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>) {
    var callers = Set<FunctionNumber>()
    for flow in functions.elements {
      for edge in flow.runs { callers.insert(edge.target) }
      for start in flow.starts { callers.insert(start.target) }
    }
    for (index, flow) in functions.elements.enumerated() {
      for start in flow.starts {
        var key = start.start
        key.isRepeated = false
        let id: ContextID
        if let known = ids[key] {
          id = known
        } else {
          // 0 is the outside.
          id = ContextID(starts.count + 1)
          ids[key] = id
          starts.append(start.start)
        }
        if start.start.isRepeated { starts[id.index - 1].isRepeated = true }
        started[FunctionNumber(index), default: []].insert(id)
      }
    }
    spreadStarts(functions)
    var pending: [FunctionNumber] = []
    for number in functions.ids {
      for start in functions[number].starts {
        var key = start.start
        key.isRepeated = false
        guard let id = ids[key] else { continue }
        let shared = Self.mask(start.arguments, callerShared: .max) | Self.captures
        let context = RunContext(
          context: id, shared: shared, covered: started[number] ?? [])
        if add(context, to: start.target) { pending.append(start.target) }
      }
    }
    for number in functions.ids {
      let function = program.functions[number]
      let isEntry =
        function.literal == 0
        && (function.traits.contains(.isExported) || !callers.contains(number))
      guard isEntry else { continue }
      let context = RunContext(
        context: .outside, shared: ~Self.captures, covered: started[number] ?? [])
      if add(context, to: number) { pending.append(number) }
    }
    while let number = pending.popLast() {
      let own = byFunction[number] ?? []
      for edge in functions[number].runs {
        for context in own {
          var next = context
          next.shared = Self.mask(edge.arguments, callerShared: context.shared)
          if program.functions[edge.target].literal != 0 {
            next.shared |= context.shared & Self.captures
          }
          next.covered.formUnion(started[edge.target] ?? [])
          if add(next, to: edge.target) { pending.append(edge.target) }
        }
      }
    }
  }

  /// The goroutines that may run a function.
  func contexts(of function: FunctionNumber) -> [RunContext] { byFunction[function] ?? [] }

  func start(of context: ContextID) -> StrandStart? {
    context == .outside ? nil : starts[context.index - 1]
  }

  /// Adds a context; says whether anything is new. What is covered is what is covered on all ways.
  private mutating func add(_ context: RunContext, to function: FunctionNumber) -> Bool {
    var list = byFunction[function] ?? []
    guard let index = list.firstIndex(where: { $0.context == context.context }) else {
      guard list.count < 24 else { return false }
      list.append(context)
      byFunction[function] = list
      return true
    }
    var joined = list[index]
    joined.shared |= context.shared
    joined.covered.formIntersection(context.covered)
    if joined == list[index] { return false }
    list[index] = joined
    byFunction[function] = list
    return true
  }

  private static func mask(_ arguments: [ArgumentOrigin], callerShared: UInt64) -> UInt64 {
    var mask: UInt64 = 0
    for (position, argument) in arguments.enumerated() where position < 62 {
      if argument.isShared || argument.parameters & callerShared != 0 {
        mask |= 1 << UInt64(position)
      }
    }
    return mask
  }

  private mutating func spreadStarts(_ functions: Table<FunctionNumber, FunctionFlow>) {
    var callers: [FunctionNumber: [FunctionNumber]] = [:]
    for number in functions.ids {
      for edge in functions[number].runs { callers[edge.target, default: []].append(number) }
    }
    var pending = Array(started.keys)
    while let number = pending.popLast() {
      guard let own = started[number] else { continue }
      for caller in callers[number] ?? [] {
        let before = started[caller]?.count ?? 0
        started[caller, default: []].formUnion(own)
        if started[caller]?.count != before { pending.append(caller) }
      }
    }
  }
}
