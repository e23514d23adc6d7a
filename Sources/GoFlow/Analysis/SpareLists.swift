import Basics
import GoIR

/// Fields of structs with a lock that are lists of spare things: whoever needs one takes the last or the
/// first one off such a list, and gives it back when done with it, by `append`. Nobody looks into the
/// list otherwise, nor has it under another name: what lies there is nobody's, as in a pool.
///
/// That the lock is held meanwhile is another question, which the list itself answers.
struct SpareLists {
  private(set) var fields = BitSet<FieldNumber>()
  private var others = BitSet<FieldNumber>()

  init(_ program: FlowProgram, besideLocks: BitSet<FieldNumber>) {
    for function in program.functions.elements {
      let body = function.body
      for instruction in body.instructions where instruction.opcode == .store {
        let node = body.addresses[Int(instruction.payload)]
        guard node.step == .field, case let field = FieldNumber(rawValue: node.payload),
          besideLocks.contains(field), body.stored(by: instruction)?.opcode == .slice
        else { continue }
        fields.insert(field)
      }
    }
    if fields.isEmpty { return }
    var given = BitSet<FieldNumber>()
    for function in program.functions.elements {
      ListUses(function.body, fields).note(in: &others, given: &given)
    }
    var found = BitSet<FieldNumber>()
    for field in fields where given.contains(field) && !others.contains(field) {
      found.insert(field)
    }
    fields = found
  }
}

/// What one body does with some fields that may be lists of spare things.
private struct ListUses {
  let body: FlowBody
  let fields: BitSet<FieldNumber>
  /// The lists that the body loads from the fields.
  private var lists: [ValueID: FieldNumber] = [:]

  private static let deepest = 4

  init(_ body: FlowBody, _ fields: BitSet<FieldNumber>) {
    self.body = body
    self.fields = fields
    for (index, instruction) in body.instructions.enumerated() where instruction.opcode == .load {
      if let field = field(at: instruction) { lists[ValueID(index)] = field }
    }
  }

  /// Notes the fields with which the body does anything else, and those to which it gives something.
  func note(in others: inout BitSet<FieldNumber>, given: inout BitSet<FieldNumber>) {
    for (index, instruction) in body.instructions.enumerated() {
      let value = ValueID(index)
      switch instruction.opcode {
      case .field: note(instruction.payload, false, &others)
      case .updateField: note(instruction.payload, isNew(body.operand(value, 1)), &others)
      case .composite where instruction.flags.contains(.labels):
        for position in 0..<Int(instruction.operandCount) {
          let label = body.labels[Int(instruction.payload) + position]
          note(label.rawValue, isNew(body.operand(value, position)), &others)
        }
      case .address:
        if let field = field(at: instruction) { others.insert(field) }
      case .store:
        if let field = field(at: instruction), !isKept(body.operand(value, 0), in: field) {
          others.insert(field)
        }
      default: break
      }
      if lists.isEmpty { continue }
      for (position, operand) in body.operands(of: instruction).enumerated() {
        guard let field = lists[operand] else { continue }
        if !isAllowed(value, position) { others.insert(field) }
        if instruction.opcode == .append { given.insert(field) }
      }
      if let list = listOfElement(instruction), let field = lists[list],
        instruction.opcode == .address || instruction.opcode == .load && !isTakenOut(value, list)
      {
        others.insert(field)
      }
    }
  }

  private func note(_ number: UInt32, _ isAllowed: Bool, _ others: inout BitSet<FieldNumber>) {
    let field = FieldNumber(rawValue: number)
    if fields.contains(field), !isAllowed { others.insert(field) }
  }

  /// The field that an instruction loads, stores or takes the address of.
  private func field(at instruction: FlowInstruction) -> FieldNumber? {
    let node = body.addresses[Int(instruction.payload)]
    guard node.step == .field, case let field = FieldNumber(rawValue: node.payload),
      fields.contains(field)
    else { return nil }
    return field
  }

  /// The list in an element of which, or a part of one, an instruction's address lies.
  private func listOfElement(_ instruction: FlowInstruction) -> ValueID? {
    guard let address = body.address(of: instruction) else { return nil }
    let root = body.root(of: address)
    return root.step == .value ? ValueID(rawValue: root.payload) : nil
  }

  /// Whether a value is a new list.
  private func isNew(_ value: ValueID) -> Bool {
    guard !value.isNone else { return true }
    switch body.instructions[value.index].opcode {
    case .make, .zero, .constant: return true
    default: return false
    }
  }

  /// Whether a value is a new list, or what is left of the one that lies in the field, or that with more.
  private func isKept(_ value: ValueID, in field: FieldNumber) -> Bool {
    if isNew(value) { return true }
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .append || instruction.opcode == .slice else { return false }
    return lists[body.operand(value, 0)] == field
  }

  /// Whether an instruction may have a list as an operand: it asks for its length, or what it gives goes
  /// back into the same field and nowhere else.
  private func isAllowed(_ value: ValueID, _ position: Int) -> Bool {
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .builtin:
      return [Builtin.len.rawValue, Builtin.cap.rawValue].contains(instruction.payload)
    case .append where instruction.flags.contains(.spread): return false
    case .append, .slice: return position == 0 && isPutBack(value, body.operand(value, 0))
    default: return false
    }
  }

  private func isPutBack(_ value: ValueID, _ list: ValueID) -> Bool {
    let home = AddressID(rawValue: body.instructions[list.index].payload)
    var isStored = false
    for instruction in body.instructions {
      if instruction.opcode.hasAddress, let root = listOfElement(instruction), root == value {
        return false
      }
      guard body.operands(of: instruction).contains(value) else { continue }
      guard instruction.opcode == .store,
        body.areAlike(AddressID(rawValue: instruction.payload), home)
      else { return false }
      isStored = true
    }
    return isStored
  }

  /// Whether what is loaded from an element of a list is surely taken out afterwards: the list is cut off
  /// there.
  private func isTakenOut(_ load: ValueID, _ list: ValueID) -> Bool {
    let node = body.addresses[Int(body.instructions[load.index].payload)]
    guard node.step == .element else { return false }
    let index = ValueID(rawValue: node.payload)
    let home = AddressID(rawValue: body.instructions[list.index].payload)
    let cuts = body.instructions.indices.map { ValueID($0) }.filter { store in
      let instruction = body.instructions[store.index]
      guard instruction.opcode == .store,
        body.areAlike(AddressID(rawValue: instruction.payload), home),
        case let rest = body.operand(store, 0), !rest.isNone,
        body.instructions[rest.index].opcode == .slice
      else { return false }
      let (low, high) = (body.operand(rest, 1), body.operand(rest, 2))
      return low.isNone ? isSameNumber(index, high) : isNumber(index, 0) && isNumber(low, 1)
    }
    return !cuts.isEmpty
      && body.returns.allSatisfy { !body.isReached($0, from: load, avoiding: cuts) }
  }

  private func isNumber(_ value: ValueID, _ number: UInt32) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    return instruction.opcode == .constant && instruction.flags.contains(.integer)
      && instruction.payload == number
  }

  /// Whether two values are the same number, be it worked out twice: `len(list) - 1`.
  private func isSameNumber(_ first: ValueID, _ second: ValueID, depth: Int = 0) -> Bool {
    if first.isNone || second.isNone { return false }
    if first == second || body.areAlike(first, second) { return true }
    let (left, right) = (body.instructions[first.index], body.instructions[second.index])
    guard depth < Self.deepest, left.opcode == right.opcode, left.payload == right.payload,
      left.operandCount == right.operandCount
    else { return false }
    switch left.opcode {
    case .constant: return true
    case .binary, .builtin, .convert:
      return (0..<Int(left.operandCount)).allSatisfy {
        isSameNumber(body.operand(first, $0), body.operand(second, $0), depth: depth + 1)
      }
    default: return false
    }
  }
}
