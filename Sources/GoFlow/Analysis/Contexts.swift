import Basics

/// A declared type of the program, by its name.
struct TypeName: Hashable {
  var package: TextID
  var name: TextID
}

/// Where a goroutine that runs functions of the program comes from.
enum RunOrigin: Hashable {
  /// Whatever calls the methods of a type from outside, or functions that have no receiver.
  case outside(TypeName?)
  /// A server calls a method of the type for each request.
  case handler(FunctionNumber)
  case strand(ContextID)
}

/// A goroutine that the program starts, by where it begins.
struct ContextID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// One goroutine that may run a function.
struct RunContext: Hashable {
  var origin: RunOrigin
  /// The parameters that others have too, one bit each, and the captured variables by their
  /// positions in the function's list.
  var shared: UInt64
  var sharedCaptures: UInt64
  /// The goroutines that a caller in the same goroutine starts: what happens between them was
  /// judged there.
  var covered: Set<ContextID>
  /// The locks that all callers in the goroutine hold.
  var locks: [SlotLock] = []
}

/// Which goroutines may run which functions of a program.
struct Contexts {
  /// A goroutine with the types whose objects it shares with their users.
  struct Strand {
    var start: StrandStart
    var owners: Set<TypeName> = []
  }

  static let maximumContexts = 32

  private(set) var strands: [Strand] = []
  private var ids: [StrandStart: ContextID] = [:]
  private var byFunction: [FunctionNumber: [RunContext]] = [:]
  /// The goroutines that a function starts, itself or through those that it runs.
  private var started: [FunctionNumber: Set<ContextID>] = [:]
  private let program: FlowProgram
  private let shapes: HandlerShapes

  init(_ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>) {
    self.program = program
    shapes = HandlerShapes(program)
    for number in functions.ids { addStrands(of: number, functions[number]) }
    spreadStarts(functions)
    var pending = startEntries(functions)
    while let number = pending.popLast() {
      startStrands(of: number, functions[number], &pending)
      for edge in functions[number].runs {
        for context in contexts(of: number) {
          var next = context
          next.shared = Self.mask(edge.arguments, context)
          next.sharedCaptures = Self.mask(edge.captures, context)
          next.covered.formUnion(started[edge.target] ?? [])
          for lock in edge.locks where !next.locks.contains(lock) { next.locks.append(lock) }
          if add(next, to: edge.target) { pending.append(edge.target) }
        }
      }
    }
  }

  /// The goroutines that may run a function.
  func contexts(of function: FunctionNumber) -> [RunContext] { byFunction[function] ?? [] }

  /// How a goroutine of the program begins; nil for callers from outside.
  func start(of origin: RunOrigin) -> StrandStart? {
    switch origin {
    case .strand(let id): strands[id.index].start
    case .handler(let function):
      StrandStart(kind: .pool, function: function, value: .none, isRepeated: true)
    case .outside: nil
    }
  }

  /// Whether two uses by two functions may happen at the same time in these goroutines, as far as
  /// it was not judged where both meet. `owner` is the type around the memory; nil for package
  /// variables.
  func mayRunAtOnce(_ first: RunContext, _ second: RunContext, owner: TypeName?) -> Bool {
    if first.origin == second.origin {
      switch first.origin {
      case .handler: return true
      case .strand(let id): return strands[id.index].start.isRepeated
      case .outside: return false
      }
    }
    if let id = Self.strand(first), second.covered.contains(id) { return false }
    if let id = Self.strand(second), first.covered.contains(id) { return false }
    guard owner != nil else { return true }
    let (left, right) = (owners(of: first), owners(of: second))
    return !left.isDisjoint(with: right)
  }

  /// Whether a goroutine shares objects of a type with their users.
  func shares(_ context: RunContext, _ owner: TypeName) -> Bool {
    owners(of: context).contains(owner)
  }

  private func owners(of context: RunContext) -> Set<TypeName> {
    switch context.origin {
    case .outside(let type): type.map { [$0] } ?? []
    case .handler(let function): receiver(of: function).map { [$0] } ?? []
    case .strand(let id): strands[id.index].owners
    }
  }

  private static func strand(_ context: RunContext) -> ContextID? {
    if case .strand(let id) = context.origin { return id }
    return nil
  }

  private func receiver(of function: FunctionNumber) -> TypeName? {
    let key = program.functions[function].key
    return key.receiver == .empty ? nil : TypeName(package: key.package, name: key.receiver)
  }

  // MARK: Where goroutines begin

  private static func key(_ start: StrandStart) -> StrandStart {
    var key = start
    key.isRepeated = false
    return key
  }

  private mutating func addStrands(of number: FunctionNumber, _ flow: FunctionFlow) {
    for start in flow.starts {
      let key = Self.key(start.start)
      let id = ids[key] ?? ContextID(strands.count)
      if ids[key] == nil {
        ids[key] = id
        strands.append(Strand(start: start.start))
      }
      if start.start.isRepeated { strands[id.index].start.isRepeated = true }
      started[number, default: []].insert(id)
      strands[id.index].owners.formUnion(owners(of: start, number))
    }
  }

  /// The types whose objects a goroutine gets that others have too: the receiver of the function
  /// that starts it, and what that one makes and gives away.
  private func owners(of start: FunctionStart, _ number: FunctionNumber) -> Set<TypeName> {
    var owners: Set<TypeName> = []
    let all = start.arguments + start.captures
    let declaration = program.declaration(of: number)
    if all.contains(where: { $0.parameters & 1 != 0 || $0.isShared }),
      let type = receiver(of: declaration)
    {
      owners.insert(type)
    }
    if all.contains(where: \.isGivenAway) {
      for result in program.functions[declaration].results {
        if let type = TypeName(written: program.texts[result.type], program) { owners.insert(type) }
      }
      if let type = receiver(of: start.target), start.arguments.first?.isGivenAway == true {
        owners.insert(type)
      }
    }
    return owners
  }

  /// The goroutines that a function starts get what it shares itself, and its receiver.
  private mutating func startStrands(
    of number: FunctionNumber, _ flow: FunctionFlow, _ pending: inout [FunctionNumber]
  ) {
    for start in flow.starts {
      guard let id = ids[Self.key(start.start)] else { continue }
      for caller in contexts(of: number) {
        var own = caller
        if program.functions[number].traits.contains(.hasReceiver) { own.shared |= 1 }
        let context = RunContext(
          origin: .strand(id), shared: Self.mask(start.arguments, own),
          sharedCaptures: Self.mask(start.captures, own), covered: started[number] ?? [])
        if add(context, to: start.target) { pending.append(start.target) }
      }
    }
  }

  private mutating func startEntries(
    _ functions: Table<FunctionNumber, FunctionFlow>
  ) -> [FunctionNumber] {
    var called = Set<FunctionNumber>()
    for flow in functions.elements {
      for edge in flow.runs { called.insert(edge.target) }
      for start in flow.starts { called.insert(start.target) }
    }
    var entries: [FunctionNumber] = []
    for number in functions.ids {
      let function = program.functions[number]
      guard function.literal == 0 else { continue }
      // What runs before everything else (see "Package initialization") runs beside nothing.
      let name = program.texts[function.key.name]
      if function.key.receiver == .empty, name == "init" || name == "var" { continue }
      let isHandler = shapes.isHandler(function)
      guard isHandler || function.traits.contains(.isExported) || !called.contains(number) else {
        continue
      }
      let context = RunContext(
        origin: isHandler ? .handler(number) : .outside(receiver(of: number)),
        shared: function.traits.contains(.hasReceiver) ? 1 : 0, sharedCaptures: 0,
        covered: started[number] ?? [])
      if add(context, to: number) { entries.append(number) }
    }
    return entries
  }

  // MARK: Spreading

  /// Adds a context; says whether anything is new. What is covered is what is covered on all ways.
  private mutating func add(_ context: RunContext, to function: FunctionNumber) -> Bool {
    var list = byFunction[function] ?? []
    guard let index = list.firstIndex(where: { $0.origin == context.origin }) else {
      guard list.count < Self.maximumContexts else { return false }
      list.append(context)
      byFunction[function] = list
      return true
    }
    var joined = list[index]
    joined.shared |= context.shared
    joined.sharedCaptures |= context.sharedCaptures
    joined.covered.formIntersection(context.covered)
    joined.locks = joined.locks.filter { context.locks.contains($0) }
    if joined == list[index] { return false }
    list[index] = joined
    byFunction[function] = list
    return true
  }

  private static func mask(_ arguments: [ArgumentOrigin], _ caller: RunContext) -> UInt64 {
    var mask: UInt64 = 0
    for (position, argument) in arguments.enumerated() where position < 62 {
      if argument.isShared || argument.isGivenAway || argument.parameters & caller.shared != 0
        || argument.captures & caller.sharedCaptures != 0
      {
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
    var pending = started.keys.sorted()
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

extension TypeName {
  /// The declared type that a written type is, or points to: `*example.com/queue.Queue`.
  init?(written text: String, _ program: FlowProgram) {
    // Type arguments have paths of their own; the path of a package may have dots.
    let name = (text.hasPrefix("*") ? text.dropFirst() : text[...]).prefix { $0 != "[" }
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let type = name[name.index(after: dot)...]
    guard let package = program.text(String(name[..<dot])),
      let found = program.text(String(type))
    else { return nil }
    self.init(package: package, name: found)
  }
}
