import Basics

/// Which functions the program calls only while it sets things up: on what nobody else has yet, or
/// before `main` runs. Callers from outside will do the same with them.
struct SetUpCalls {
  private var early = BitSet<FunctionNumber>()
  private var other = BitSet<FunctionNumber>()

  /// A call that sets something up.
  mutating func noteEarly(_ function: FunctionNumber) { early.insert(function) }

  /// A call, or the start of a goroutine, of any other kind.
  mutating func noteOther(_ function: FunctionNumber) { other.insert(function) }

  /// Whether calls are known and all of them set something up.
  func isSetUp(_ function: FunctionNumber) -> Bool {
    early.contains(function) && !other.contains(function)
  }
}

extension Contexts {
  /// An exported function is called from outside.
  mutating func startCalled(_ number: FunctionNumber) {
    var context = RunContext(origin: .outside, covered: needs.started[number.index])
    context.isSetUp = setUp.isSetUp(number)
    startEntry(number, context)
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
    if context.origin == .initialization { return }
    if place.isLater { setUp.noteEarly(target) } else { setUp.noteOther(target) }
  }
}

extension FunctionNeeds {
  /// Whether a function, or one below it, uses what it is given.
  func usesParameters(_ function: FunctionNumber) -> Bool {
    keys[function.index].contains { $0.rawValue >> 24 == 0 }
  }

  /// Whether it matters to a function that it gets what nobody else has yet.
  func usesLater(_ function: FunctionNumber) -> Bool {
    usesGlobals[function.index] || !started[function.index].isEmpty
  }
}
