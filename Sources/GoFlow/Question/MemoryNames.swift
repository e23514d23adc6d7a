import Basics
import GoIR

extension FlowPrinter {
  /// The name of memory that lies in a slot or behind it: `Queue.items[]`, `*Queue.head`.
  public func name(of slot: SlotKey.Base, _ way: [MemoryName.Selector]) -> String {
    spell(name(of: slot), way)
  }

  /// The name of memory as a function knows it.
  public func name(of memory: MemoryName, in function: FunctionNumber) -> String {
    let root: String
    switch memory.root {
    case .parameter(let position):
      let parameters = program.functions[function].parameters
      let name =
        Int(position) < parameters.count ? program.texts[parameters[Int(position)].name] : ""
      root = name.isEmpty ? "parameter \(position)" : name
    case .variable(let variable):
      root = name(of: .variable(program.declaration(of: function), variable))
    case .global(let global): root = name(of: .global(global))
    case .site: root = "what \(name(of: function)) makes"
    case .result: root = "what a call in \(name(of: function)) gives"
    case .slot(let slot):
      return spell(name(of: slot.base), slot.way + memory.selectors)
    }
    return spell(root, memory.selectors)
  }

  /// The name of a cell of a function's summary.
  func name(of cell: SummaryCell, in function: FunctionNumber) -> String {
    let summary = analysis.functions[function].summary
    if let slot = summary.slots(of: cell, program.declaration(of: function)).first {
      return name(of: slot.base, slot.way)
    }
    return SummaryNames(summary, function, program).cell(cell)
  }

  /// The name of a lock of a function's summary: `Queue.mu`, `Queue.mu (read)`.
  func name(of lock: SummaryLock, in function: FunctionNumber) -> String {
    name(of: lock.cell, in: function) + (lock.mode == .read ? " (read)" : "")
  }

  /// A pointer that a field or an element follows is not written, as in Go.
  private func spell(_ root: String, _ way: [MemoryName.Selector]) -> String {
    var text = root
    for (index, selector) in way.enumerated() {
      switch selector {
      case .field(let field): text += "." + program.texts[program.fields[field].name]
      case .element: text += "[]"
      case .rest: text += "…"
      case .target where index == way.count - 1: text = "*" + text
      case .target: break
      }
    }
    return text
  }
}
