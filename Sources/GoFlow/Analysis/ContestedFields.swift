import Basics
import GoIR

/// The fields that matter to what runs at the same time: some function writes to them, or to a part
/// of them, once others may have the object. What is only read nobody can conflict with.
///
/// A field whose address is taken counts: it may be written as a whole, or in part, through the
/// reference. A struct that is written as a whole through a reference to it, and none of whose
/// fields is written alone, is not noticed.
struct ContestedFields {
  private var fields: BitSet<FieldNumber>

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>
  ) {
    fields = Self.addressed(program)
    for flow in functions.elements {
      let summary = flow.summary
      for record in summary.accesses { add(record, summary) }
      for record in summary.ownUses { add(record, summary) }
      for strand in summary.strands {
        for record in strand.accesses { add(record, summary) }
      }
    }
  }

  /// Whether a use may be one side of a conflict.
  func mayConflict(_ record: AccessRecord, _ summary: FunctionSummary) -> Bool {
    if record.kind.isWrite { return true }
    var isOfField = false
    var path = record.cell.path
    while path != 0 {
      let node = summary.paths[Int(path)]
      guard let field = node.step.field else { return true }
      if fields.contains(field) { return true }
      isOfField = true
      path = node.parent
    }
    return !isOfField
  }

  private mutating func add(_ record: AccessRecord, _ summary: FunctionSummary) {
    guard record.kind.isWrite else { return }
    var path = record.cell.path
    while path != 0 {
      let node = summary.paths[Int(path)]
      if let field = node.step.field { fields.insert(field) }
      path = node.parent
    }
  }

  private static func addressed(_ program: FlowProgram) -> BitSet<FieldNumber> {
    var fields = BitSet<FieldNumber>()
    for function in program.functions.elements {
      let body = function.body
      for instruction in body.instructions where instruction.opcode == .address {
        let node = body.addresses[Int(instruction.payload)]
        if node.step == .field { fields.insert(FieldNumber(rawValue: node.payload)) }
      }
    }
    return fields
  }
}
