import Basics

/// Which functions the program calls only while it sets things up: on what nobody else has yet, or
/// before `main` runs. Callers from outside will do the same with them.
struct SetUpCalls {
  /// Who calls the functions.
  var callers: KnownCallers
  private var early = BitSet<FunctionNumber>()
  private var other = BitSet<FunctionNumber>()

  /// Finds the functions that are given what a caller made and nobody else has yet, and those to
  /// which they pass it on: as receiver, or first of all. What tests do says nothing.
  init(
    _ program: FlowProgram, _ graph: CallGraph, _ facts: ProgramFacts,
    _ functions: Table<FunctionNumber, FunctionFlow>
  ) {
    callers = KnownCallers(program, graph, facts, functions)
    var passed: [FunctionNumber: [FunctionNumber]] = [:]
    for number in functions.ids where !program.functions[number].traits.contains(.isInTest) {
      let calls = functions[number].calls
      for edge in calls.edges where edge.start == nil && !edge.target.isNone {
        if edge.givesOwn {
          early.insert(edge.target)
        } else if Self.passesOn(edge, calls) {
          passed[number, default: []].append(edge.target)
        } else if !program.runsFirst(number) {
          other.insert(edge.target)
        }
      }
    }
    var pending = Array(early)
    while let number = pending.popLast() {
      for target in passed[number] ?? [] where early.insert(target) {
        pending.append(target)
      }
    }
  }

  /// Whether a caller passes on what it is given, or a part of it.
  private static func passesOn(_ edge: FunctionEdge, _ calls: FunctionCalls) -> Bool {
    edge.bindings.contains { binding in
      guard binding.key.isFirstParameter,
        case .parameter = calls.places[Int(binding.place)].root
      else { return false }
      return true
    }
  }

  /// A call before `main` runs.
  mutating func noteEarly(_ function: FunctionNumber) { early.insert(function) }

  /// A call, or the start of a goroutine, of any other kind.
  mutating func noteOther(_ function: FunctionNumber) { other.insert(function) }

  /// Whether calls are known and all of them set something up.
  func isSetUp(_ function: FunctionNumber) -> Bool {
    early.contains(function) && !other.contains(function)
  }
}

extension FlowProgram {
  /// Whether a function runs before `main` does: see "Package initialization" in the specification.
  func runsFirst(_ number: FunctionNumber) -> Bool {
    let function = functions[number]
    guard function.literal == 0, !function.traits.contains(.hasReceiver) else { return false }
    let name = texts[function.key.name]
    return name == "init" || name == "var"
  }
}

extension Contexts {
  /// An exported function is called from outside.
  mutating func startCalled(_ number: FunctionNumber) {
    var context = RunContext(origin: .outside, covered: needs.started[number.index])
    let known = contexts(of: number)
    if setUp.isSetUp(number) || known.contains(where: { $0.context.holdsLocks }) {
      context.entry = .supposed
    } else if setUp.callers.isCalledByOthers[number.index] {
      context.entry = .shown
    }
    startEntry(number, context)
  }

  /// Whether those who call a function from outside go on having what is at a place of it: the
  /// receiver, and what is of a type of the same package.
  func isKnownOutside(
    _ key: BindingKey, _ origin: RunOrigin, _ number: FunctionNumber
  ) -> Bool {
    switch key.rawValue >> 24 {
    case 0:
      if origin == .initialization { return false }
      let function = program.functions[number]
      let position = Int(key.rawValue >> 8)
      if position == 0, function.traits.contains(.hasReceiver) { return true }
      if case .handler = origin { return false }
      guard position < function.parameters.count else { return false }
      let type = program.texts[function.parameters[position].type]
      let package = program.texts[function.key.package]
      return type.hasPrefix("*" + package + ".")
    case 3: return true
    default: return false
    }
  }

  /// Notes what a call says of when the called function is called.
  mutating func note(_ edge: FunctionEdge, _ context: RunContext) {
    if context.origin == .initialization, edge.start == nil {
      setUp.noteEarly(edge.target)
    } else if edge.start != nil || !needs.usesParameters(edge.target) {
      setUp.noteOther(edge.target)
    }
  }

  /// Notes what a function is given with a call.
  mutating func note(_ place: KnownPlace, for target: FunctionNumber, _ context: RunContext) {
    if !place.isLater, context.origin != .initialization { setUp.noteOther(target) }
  }
}

extension FunctionNeeds {
  /// Whether a function, or one below it, uses what it is given.
  func usesParameters(_ function: FunctionNumber) -> Bool {
    keys[function.index].contains { $0.isParameter }
  }

  /// Whether it matters to a function that it gets what nobody else has yet.
  func usesLater(_ function: FunctionNumber) -> Bool {
    usesGlobals[function.index] || !started[function.index].isEmpty
  }
}

extension FunctionEdge {
  /// Makes room for a receiver before the arguments.
  mutating func passReceiver() {
    for index in bindings.indices where bindings[index].key.isParameter {
      bindings[index].key = bindings[index].key.next
    }
  }
}
