import Basics
import GoIR

/// The fields and variables that hold pools: what is given back there was its holder's alone until
/// then, so that whoever takes it out is the only one to have it.
struct Pools {
  private var slots: Set<SlotKey.Base> = []

  var isEmpty: Bool { slots.isEmpty }

  /// Costs a look at all that functions put somewhere.
  init(_ functions: Table<FunctionNumber, FunctionFlow>) {
    for number in functions.ids {
      let summary = functions[number].summary
      for store in summary.stores where store.isGiven {
        if let slot = Self.slot(of: store.cell, summary) { slots.insert(slot) }
      }
    }
  }

  func contains(_ slot: SlotKey.Base) -> Bool { slots.contains(slot) }

  /// The last field or variable on the way to a cell.
  private static func slot(of cell: SummaryCell, _ summary: FunctionSummary) -> SlotKey.Base? {
    var current = cell
    while true {
      if let field = summary.steps(of: current.path).last(where: { $0.field != nil })?.field {
        return .field(field)
      }
      switch summary.objects[Int(current.object)].origin {
      case .initial(let outer): current = outer
      case .global(let global): return .global(global)
      case .slot(let slot): return slot.base
      case .parameter, .captured, .fresh, .opaque, .unknown: return nil
      }
    }
  }
}
