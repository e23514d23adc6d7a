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
    return isOfHanded(record.cell, number) ? .below : nil
  }

  /// Whether a cell lies behind a slot into which a function puts what it goes on using.
  private func isOfHanded(_ cell: SummaryCell, _ number: FunctionNumber) -> Bool {
    functions[number].summary.slots(of: cell, program.declaration(of: number)).contains {
      handedBases.contains($0.base)
    }
  }
}
