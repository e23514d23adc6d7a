import Basics
import GoIR

/// Spells the objects of one summary.
struct SummaryNames {
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
      var levels = String(repeating: "[]", count: Int(slot.level))
      if !slot.field.isNone { levels += "." + program.texts[program.fields[slot.field].name] }
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
