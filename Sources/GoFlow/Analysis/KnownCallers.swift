import Basics

/// Which functions the program itself calls, and how.
struct KnownCallers {
  /// Whether it is called, be it by a test.
  private(set) var isCalled: [Bool]
  /// Whether it is called with no lock held; what tests do counts where nobody else calls it.
  private(set) var isCalledBare: [Bool]
  /// Whether another package calls it. What tests do says nothing.
  private(set) var isCalledByOthers: [Bool]

  init(
    _ program: FlowProgram, _ graph: CallGraph, _ facts: ProgramFacts,
    _ functions: Table<FunctionNumber, FunctionFlow>
  ) {
    isCalled = Array(repeating: false, count: functions.count)
    isCalledBare = isCalled
    isCalledByOthers = isCalled
    var isCalledInTest = isCalled
    for number in functions.ids {
      let caller = program.functions[number]
      let isInTest = caller.traits.contains(.isInTest)
      if isInTest, facts.isSkipped(number, program) {
        // It was not interpreted, so that its calls stand in the graph alone. Of what others can call
        // too it says nothing.
        for target in graph.callees(of: number)
        where !program.functions[target].traits.contains(.isExported) {
          isCalledInTest[target.index] = true
        }
      }
      for edge in functions[number].calls.edges where !edge.target.isNone {
        let target = edge.target.index
        if isInTest {
          isCalledInTest[target] = true
          continue
        }
        isCalled[target] = true
        if edge.mustLocks.isEmpty, edge.target != number { isCalledBare[target] = true }
        if caller.key.package != program.functions[edge.target].key.package {
          isCalledByOthers[target] = true
        }
      }
    }
    for index in isCalled.indices where isCalledInTest[index] && !isCalled[index] {
      isCalled[index] = true
      isCalledBare[index] = true
    }
  }

  /// Notes that a function lies in a slot of which others call what they find there.
  mutating func noteSlot(_ function: FunctionNumber) {
    isCalled[function.index] = true
    isCalledBare[function.index] = true
  }
}

extension RunContext {
  /// Whether callers hold locks, at least on some ways.
  var holdsLocks: Bool { !mustLocks.isEmpty || !mayLocks.isEmpty }

  /// Whether all that is found in another context, which is less sure, is found in this one.
  func covers(_ other: RunContext) -> Bool {
    entry < other.entry && origin == other.origin && isTask == other.isTask
      && bindings == other.bindings
      && mustLocks.isSubset(ofSorted: other.mustLocks)
      && waited.isSubset(ofSorted: other.waited)
      && signalled.isSubset(ofSorted: other.signalled)
      && covered.isSubset(ofSorted: other.covered)
  }
}
