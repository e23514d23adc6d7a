import Basics

/// How uses count, in whatever goroutine they are.
extension SlotFacts {
  enum UseKind {
    case plain
    /// By the slot that the function put it into.
    case alias
    case below
  }

  /// How a use counts, in whatever goroutine; nil where it does not.
  func kind(
    of record: AccessRecord, _ summary: FunctionSummary, _ number: FunctionNumber
  ) -> UseKind? {
    guard contexts.contested.mayConflict(record, summary) else { return nil }
    if case .slot? = summary.root(of: record.cell) { return .alias }
    let isBelow =
      !record.callee.isNone || record.isReplaced
      || summary.loads(to: record.cell) > FlowTables.maximumLoads
    guard isBelow else { return .plain }
    // Behind a slot into which a function puts what it goes on using.
    return summary.isBehind(handedBases, record.cell, program.declaration(of: number))
      ? .below : nil
  }
}

/// A use of a function, and what of it does not depend on the goroutine.
struct CountedUse {
  var record: AccessRecord
  /// How it counts; nil where it does not.
  var kind: SlotFacts.UseKind?
  /// Whether the program is about to panic.
  var isPanicking: Bool
}

/// What the lists of a summary are in one goroutine, by their numbers there, once that was asked.
struct KnownLists {
  private var numbers: [UInt32]

  init(_ count: Int) { numbers = Array(repeating: .max, count: count) }

  subscript(list: UInt32) -> UInt32? {
    get { numbers[Int(list)] == .max ? nil : numbers[Int(list)] }
    set { numbers[Int(list)] = newValue ?? .max }
  }
}
