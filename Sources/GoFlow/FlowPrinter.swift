import Basics
import GoIR

/// Spells what the analysis found.
public struct FlowPrinter {
  private let analysis: FlowAnalysis
  private var program: FlowProgram { analysis.program }

  /// A printer for an analysis.
  public init(_ analysis: FlowAnalysis) { self.analysis = analysis }

  /// The name of a function: `(Queue).run`, `New$1` for a literal.
  public func name(of number: FunctionNumber) -> String {
    let function = program.functions[number]
    let receiver = program.texts[function.key.receiver]
    let base = (receiver.isEmpty ? "" : "(\(receiver)).") + program.texts[function.key.name]
    return function.literal == 0 ? base : "\(base)$\(function.literal)"
  }

  /// The name of a slot: `Queue.items`.
  public func name(of slot: SlotKey.Base) -> String {
    switch slot {
    case .field(let field):
      let key = program.fields[field]
      return "\(program.texts[key.owner]).\(program.texts[key.name])"
    case .global(let global): return program.texts[program.globals[global].name]
    case .variable(_, let variable): return "variable \(variable)"
    }
  }

  /// The summary of a function, a line for each thing that it says.
  public func string(_ number: FunctionNumber) -> String {
    let summary = analysis.functions[number].summary
    let names = SummaryNames(summary, number, program)
    var lines = ["func \(name(of: number))"]
    func add(_ text: String) { lines.append("  " + text) }
    for (position, leaves) in summary.results.enumerated() {
      for leaf in leaves where !leaf.set.isEmpty {
        add("result \(position)\(names.path(leaf.path)) = \(names.set(leaf.set))")
      }
    }
    for store in summary.stores {
      add("\(names.cell(store.cell)) \(store.isSure ? "=" : "+=") \(names.set(store.set))")
    }
    for link in summary.links { add("\(names.cell(link.target)) += \(names.cell(link.source))") }
    for access in summary.accesses { add(names.access(access)) }
    for strand in summary.strands {
      add("\(self.strand(strand.start))")
      for access in strand.accesses { add("  " + names.access(access)) }
    }
    for call in summary.valueCalls {
      add(
        "calls \(names.cell(call.function.cell))"
          + (call.strand.map { " in \(self.strand($0))" } ?? ""))
    }
    if !summary.acquired.isEmpty { add("acquires \(names.locks(summary.acquired))") }
    if !summary.mayAcquire.isEmpty { add("may acquire \(names.locks(summary.mayAcquire))") }
    if !summary.released.isEmpty {
      add("releases \(summary.released.map(names.cell).joined(separator: ", "))")
    }
    for signal in summary.signals { add("signals \(names.cell(signal.cell))") }
    for wait in summary.waits { add("waits for \(names.cell(wait.cell))") }
    return lines.map { $0 + "\n" }.joined()
  }

  private func strand(_ start: StrandStart) -> String {
    "\(start.kind)\(start.isRepeated ? ", repeated," : "") started in \(name(of: start.function))"
  }
}

/// Spells the objects of one summary.
private struct SummaryNames {
  let summary: FunctionSummary
  let function: FlowFunction
  let variables: [FlowVariable]
  let program: FlowProgram

  init(_ summary: FunctionSummary, _ number: FunctionNumber, _ program: FlowProgram) {
    self.summary = summary
    self.program = program
    function = program.functions[number]
    variables = program.functions[program.declaration(of: number)].variables
  }

  func path(_ index: UInt32) -> String {
    var text = ""
    var current = index
    while current != 0 {
      let node = summary.paths[Int(current)]
      let step =
        if let field = node.step.field {
          "." + program.texts[program.fields[field].name]
        } else if let part = node.step.part {
          "#\(part)"
        } else {
          node.step == .rest ? "…" : "[]"
        }
      text = step + text
      current = node.parent
    }
    return text
  }

  func object(_ index: UInt32) -> String {
    let object = summary.objects[Int(index)]
    switch object.origin {
    case .parameter(let position, let path):
      let name =
        Int(position) < function.parameters.count
        ? program.texts[function.parameters[Int(position)].name] : ""
      return "*" + (name.isEmpty ? "parameter\(position)" : name) + self.path(path)
    case .captured(let variable):
      return Int(variable) < variables.count
        ? program.texts[variables[Int(variable)].name] : "variable\(variable)"
    case .global(let global): return program.texts[program.globals[global].name]
    case .initial(let cell): return "*" + self.cell(cell)
    case .fresh, .opaque: return "new\(index)"
    case .unknown: return "unknown\(index)"
    case .slot(let slot):
      let levels = String(repeating: "[]", count: Int(slot.level))
      switch slot.base {
      case .field(let field):
        let key = program.fields[field]
        return "slot \(program.texts[key.owner]).\(program.texts[key.name])\(levels)"
      case .global(let global):
        return "slot \(program.texts[program.globals[global].name])\(levels)"
      case .variable(_, let variable): return "slot variable\(variable)\(levels)"
      }
    }
  }

  func cell(_ cell: SummaryCell) -> String {
    let text = object(cell.object)
    return cell.path == 0 ? text : (text.hasPrefix("*") ? "(\(text))" : text) + path(cell.path)
  }

  func set(_ references: [FunctionSummary.Reference]) -> String {
    "{" + references.map { cell($0.cell) }.joined(separator: ", ") + "}"
  }

  func locks(_ locks: [SummaryLock]) -> String {
    locks.map { cell($0.cell) + ($0.mode == .read ? " (read)" : "") }.joined(separator: ", ")
  }

  func access(_ access: AccessRecord) -> String {
    var text = "\(access.kind) \(cell(access.cell))"
    let must = summary.lockLists[Int(access.mustLocks)]
    let may = summary.lockLists[Int(access.mayLocks)]
    if !must.isEmpty { text += " under \(locks(must))" }
    if may != must { text += " perhaps under \(locks(may))" }
    let waited = summary.cellLists[Int(access.waited)]
    if !waited.isEmpty { text += " after \(waited.map(cell).joined(separator: ", "))" }
    let signalled = summary.cellLists[Int(access.signalled)]
    if !signalled.isEmpty { text += " before \(signalled.map(cell).joined(separator: ", "))" }
    return text
  }
}
