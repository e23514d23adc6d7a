import Basics
import GoIR

/// The fields that matter to what runs at the same time: some function writes to them, or to a part
/// of them, once others may have the object. What is only read nobody can conflict with.
///
/// A field whose address is taken counts: it may be written as a whole, or in part, through the
/// reference. A struct that is written as a whole through a reference to it is known by the field
/// that holds the reference, or by the type of the parameter.
struct ContestedFields {
  private var fields: BitSet<FieldNumber>
  /// Fields with references to what is written as a whole.
  private var overwritten = BitSet<FieldNumber>()

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>
  ) {
    fields = Self.addressed(program)
    var types: Set<TextID> = []
    for number in functions.ids {
      let box = functions[number].box
      for record in box.summary.uses where record.kind.isWrite {
        add(record, box.summary)
        if record.cell.path == 0 {
          noteWhole(record.cell.object, box.summary, program.functions[number], &types)
        }
      }
      for strand in box.summary.strands {
        for record in strand.accesses where record.kind.isWrite { add(record, box.summary) }
      }
    }
    if types.isEmpty { return }
    let names = Set(types.map { program.texts[$0] })
    for (number, key) in zip(program.fields.ids, program.fields.elements)
    where names.contains("*\(program.texts[key.package]).\(program.texts[key.owner])") {
      fields.insert(number)
    }
  }

  /// Whether a use may be one side of a conflict.
  func mayConflict(_ record: AccessRecord, _ summary: FunctionSummary) -> Bool {
    if record.kind.isWrite { return true }
    if let field = holder(of: record.cell.object, summary), overwritten.contains(field) {
      return true
    }
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

  /// A function writes to the fields on the way to a place.
  private mutating func add(_ record: AccessRecord, _ summary: FunctionSummary) {
    var path = record.cell.path
    while path != 0 {
      let node = summary.paths[Int(path)]
      if let field = node.step.field { fields.insert(field) }
      path = node.parent
    }
  }

  /// An object is written as a whole.
  private mutating func noteWhole(
    _ object: UInt32, _ summary: FunctionSummary, _ function: FlowFunction,
    _ types: inout Set<TextID>
  ) {
    if let field = holder(of: object, summary) { overwritten.insert(field) }
    if case .parameter(let position, 0) = summary.objects[Int(object)].origin,
      Int(position) < function.parameters.count
    {
      types.insert(function.parameters[Int(position)].type)
    }
  }

  /// The field whose reference leads to an object.
  private func holder(of object: UInt32, _ summary: FunctionSummary) -> FieldNumber? {
    guard case .initial(let cell) = summary.objects[Int(object)].origin else { return nil }
    return summary.paths[Int(cell.path)].step.field
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
