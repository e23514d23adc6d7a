import Basics
import GoIR
import LibraryModels

/// Fields and package variables of slices that only ever hold slices without room behind their
/// end: `append` to what lies there moves away, whoever keeps the result.
///
/// Of those that other packages may set nothing is known, nor of those whose address is taken.
struct ClippedFields {
  /// Given a clipped slice somewhere, and everywhere.
  private(set) var fields = BitSet<FieldNumber>()
  private(set) var globals = BitSet<GlobalNumber>()
  private var others = BitSet<FieldNumber>()
  private var otherGlobals = BitSet<GlobalNumber>()
  /// Fields and package variables that are given, somewhere, a slice that may have room behind its
  /// end: a result of `append`, the bytes of a string, what was made with a capacity or cut off.
  private(set) var roomy = BitSet<FieldNumber>()
  private(set) var roomyGlobals = BitSet<GlobalNumber>()
  /// Of the fields those that are given one in what others may have already, or that may be overwritten
  /// there with all that lies beside them; not where only copies that a body makes are given one.
  private(set) var roomyShared = BitSet<FieldNumber>()
  /// Package variables to which nothing is given but what they begin with, and whose address is not taken.
  private(set) var givenOnce = BitSet<GlobalNumber>()
  private var givenAgain = BitSet<GlobalNumber>()
  private let targets: CallTargets

  /// How far a value is followed to where it comes from.
  private static let maximumDepth = 8

  init(_ program: FlowProgram, _ targets: CallTargets) {
    self.targets = targets
    for function in program.functions.elements { look(at: function.body, program) }
    for global in givenAgain { givenOnce.remove(global) }
    let others = others
    var clipped = BitSet<FieldNumber>()
    for field in fields where !others.contains(field) {
      if !program.texts[program.fields[field].name].isExportedName { clipped.insert(field) }
    }
    fields = clipped
    var clippedGlobals = BitSet<GlobalNumber>()
    for global in globals where !otherGlobals.contains(global) {
      if !program.texts[program.globals[global].name].isExportedName {
        clippedGlobals.insert(global)
      }
    }
    globals = clippedGlobals
  }

  private mutating func look(at body: FlowBody, _ program: FlowProgram) {
    for instruction in body.instructions {
      switch instruction.opcode {
      case .store, .address:
        let node = body.addresses[Int(instruction.payload)]
        noteGlobal(instruction, body)
        if node.step == .global { add(instruction, GlobalNumber(rawValue: node.payload), body) }
        if node.step == .pointee { noteOverwritten(by: instruction, body, program) }
        guard node.step == .field else { continue }
        let field = FieldNumber(rawValue: node.payload)
        if instruction.opcode == .address {
          others.insert(field)
          roomyShared.insert(field)
        } else {
          let isOwn = body.root(of: AddressID(rawValue: instruction.payload)).step == .variable
          add(field, operand(of: instruction, 0, body), body, isOwn: isOwn)
        }
      case .updateField:
        add(
          FieldNumber(rawValue: instruction.payload), operand(of: instruction, 1, body), body,
          isOwn: true)
      case .composite where instruction.flags.contains(.labels):
        for position in 0..<Int(instruction.operandCount) {
          let value = operand(of: instruction, position, body)
          add(body.labels[Int(instruction.payload) + position], value, body)
        }
      default: break
      }
    }
  }

  /// A package variable is given something as a whole, or its address or that of a part is taken.
  private mutating func noteGlobal(_ instruction: FlowInstruction, _ body: FlowBody) {
    let root = body.root(of: AddressID(rawValue: instruction.payload))
    guard root.step == .global else { return }
    let isWhole = body.addresses[Int(instruction.payload)].step == .global
    if instruction.opcode == .store, !isWhole { return }
    let global = GlobalNumber(rawValue: root.payload)
    let isNew = [.new, .composite].contains(body.stored(by: instruction)?.opcode)
    if !isNew || !givenOnce.insert(global) { givenAgain.insert(global) }
  }

  /// What a pointer leads to is overwritten by a struct that is not made there.
  private mutating func noteOverwritten(
    by instruction: FlowInstruction, _ body: FlowBody, _ program: FlowProgram
  ) {
    guard let value = body.stored(by: instruction), value.opcode != .composite, value.layout > 1
    else { return }
    for leaf in program.layouts[LayoutNumber(rawValue: UInt32(value.layout))].leaves {
      for step in leaf.steps { if let field = step.field { roomyShared.insert(field) } }
    }
  }

  private mutating func add(
    _ field: FieldNumber, _ value: ValueID, _ body: FlowBody, isOwn: Bool = false
  ) {
    guard !value.isNone, body.instructions[value.index].kind == .slice else { return }
    if isClipped(value, body, depth: 0) { fields.insert(field) } else { others.insert(field) }
    if Self.isRoomy(value, body) {
      roomy.insert(field)
      if !isOwn { roomyShared.insert(field) }
    }
  }

  /// Something is put into a package variable, or its address is taken.
  private mutating func add(
    _ instruction: FlowInstruction, _ global: GlobalNumber, _ body: FlowBody
  ) {
    let value = operand(of: instruction, 0, body)
    guard instruction.opcode == .store, !value.isNone else {
      otherGlobals.insert(global)
      return
    }
    if body.instructions[value.index].kind == .slice, isClipped(value, body, depth: 0) {
      globals.insert(global)
    } else {
      otherGlobals.insert(global)
    }
    if Self.isRoomy(value, body) { roomyGlobals.insert(global) }
  }

  /// Whether a slice may have room behind its end, by how it is made.
  static func isRoomy(_ value: ValueID, _ body: FlowBody, depth: Int = 0) -> Bool {
    guard !value.isNone, depth < maximumDepth else { return false }
    let instruction = body.instructions[value.index]
    guard instruction.kind == .slice else { return false }
    let first = body.operand(value, 0)
    switch instruction.opcode {
    case .append: return true
    case .make: return instruction.operandCount > 1
    case .convert:
      guard !first.isNone else { return false }
      let source = body.instructions[first.index]
      // The specification does not say how much room the bytes of a constant have; compilers make
      // an array of its length of them.
      if source.opcode == .constant { return false }
      return source.kind == .none
        || source.kind == .slice && isRoomy(first, body, depth: depth + 1)
    case .slice:
      if !body.operand(value, 3).isNone { return false }
      return !body.operand(value, 2).isNone || isRoomy(first, body, depth: depth + 1)
    case .phi:
      return (0..<Int(instruction.operandCount)).contains {
        isRoomy(body.operand(value, $0), body, depth: depth + 1)
      }
    default: return false
    }
  }

  private func operand(
    of instruction: FlowInstruction, _ position: Int, _ body: FlowBody
  ) -> ValueID {
    position < Int(instruction.operandCount)
      ? body.operands[Int(instruction.firstOperand) + position] : .none
  }

  /// Whether a slice surely has no room behind its end.
  private func isClipped(_ value: ValueID, _ body: FlowBody, depth: Int) -> Bool {
    guard !value.isNone, depth < Self.maximumDepth else { return false }
    let instruction = body.instructions[value.index]
    let first = operand(of: instruction, 0, body)
    switch instruction.opcode {
    case .constant, .zero, .composite: return true
    case .make: return instruction.operandCount < 2
    case .convert:
      return !first.isNone && body.instructions[first.index].kind == .slice
        && isClipped(first, body, depth: depth + 1)
    case .slice:
      let (high, maximum) = (operand(of: instruction, 2, body), operand(of: instruction, 3, body))
      if !maximum.isNone { return areSameNumber(high, maximum, body) }
      return high.isNone && !first.isNone && body.instructions[first.index].kind == .slice
        && isClipped(first, body, depth: depth + 1)
    case .phi:
      return (0..<Int(instruction.operandCount)).allSatisfy {
        isClipped(operand(of: instruction, $0, body), body, depth: depth + 1)
      }
    case .call:
      guard
        case .model(let model) = targets.target(
          of: CalleeNumber(rawValue: instruction.payload), isInTest: false)
      else { return false }
      let results = model.effects?.results ?? []
      return !results.isEmpty && results.allSatisfy(\.isClipped)
    default: return false
    }
  }

  /// Whether two values are surely the same number: one value, or two calls of `len` for one.
  private func areSameNumber(_ first: ValueID, _ second: ValueID, _ body: FlowBody) -> Bool {
    if first == second { return true }
    guard !first.isNone, !second.isNone else { return false }
    let (left, right) = (body.instructions[first.index], body.instructions[second.index])
    return left.opcode == .builtin && right.opcode == .builtin && left.payload == right.payload
      && left.operandCount == 1 && right.operandCount == 1
      && operand(of: left, 0, body) == operand(of: right, 0, body)
  }
}
