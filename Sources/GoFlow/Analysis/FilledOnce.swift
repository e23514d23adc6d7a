import Basics
import GoIR

/// Fields that are filled where nothing lies there yet, and never emptied: `if t.names == nil { t.names =
/// make(…) }`. Once such a field of an object was found filled, or was filled, nobody stores there again.
///
/// Objects that are made with a value there, by a composite literal, are other objects.
struct FilledOnce {
  private(set) var fields = BitSet<FieldNumber>()
  private var others = BitSet<FieldNumber>()

  init(_ program: FlowProgram) {
    for function in program.functions.elements { note(function.body, program) }
    for field in others { fields.remove(field) }
  }

  private mutating func note(_ body: FlowBody, _ program: FlowProgram) {
    var gates: [FlowBody.EmptyGate]?
    for (index, instruction) in body.instructions.enumerated()
    where instruction.opcode == .store || instruction.opcode == .address {
      let address = AddressID(rawValue: instruction.payload)
      let node = body.addresses[address.index]
      if instruction.opcode == .store, let value = body.stored(by: instruction) {
        // What is overwritten as a whole may be empty afterwards.
        for leaf in program.layouts[LayoutNumber(rawValue: UInt32(value.layout))].leaves {
          for step in leaf.steps { if let field = step.field { others.insert(field) } }
        }
      }
      guard node.step == .field, case let field = FieldNumber(rawValue: node.payload) else {
        continue
      }
      let known = gates ?? body.emptyGates
      gates = known
      if instruction.opcode == .store, body.isSurelySomething(body.stored(by: instruction)),
        known.contains(where: { body.isGated(ValueID(index), at: address, by: $0) })
      {
        fields.insert(field)
      } else {
        others.insert(field)
      }
    }
  }
}

extension FlowBody {
  /// A branch that asks whether a field is nil.
  struct EmptyGate {
    var address: AddressID
    var block: BlockID
    /// Where it goes on if the field is nil, and if it is not.
    var empty: BlockID
    var filled: BlockID
  }

  /// The branches that ask whether a field is nil.
  var emptyGates: [EmptyGate] {
    blocks.indices.compactMap { index in
      let block = blocks[index]
      guard block.successorCount == 2, block.end > block.start,
        case let branch = instructions[Int(block.end) - 1], branch.opcode == .branch,
        branch.operandCount == 1, let test = nilTest(operands[Int(branch.firstOperand)])
      else { return nil }
      let sides = Array(successors(of: BlockID(index)))
      return EmptyGate(
        address: AddressID(rawValue: instructions[test.load.index].payload),
        block: BlockID(index), empty: sides[test.isEmptyIfTrue ? 0 : 1],
        filled: sides[test.isEmptyIfTrue ? 1 : 0])
    }
  }

  /// The load of a field that a condition compares with nil, and whether the field is nil if the condition
  /// holds; nil for other values.
  func nilTest(_ value: ValueID) -> (load: ValueID, isEmptyIfTrue: Bool)? {
    guard !value.isNone, let comparison = comparison(value), comparison.isWithZero else {
      return nil
    }
    let load = instructions[comparison.value.index]
    guard load.opcode == .load, load.kind != .none,
      addresses[Int(load.payload)].step == .field
    else { return nil }
    return (comparison.value, comparison.isEqual)
  }

  /// Whether an instruction is come to only where a gate found nothing at an address.
  fileprivate func isGated(
    _ value: ValueID, at address: AddressID, by gate: EmptyGate
  ) -> Bool {
    guard value.rawValue >= blocks[gate.block.index].end,
      areSame(address, gate.address, isOne: { $0 == $1 })
    else {
      return false
    }
    let home = block(of: value)
    return reaches(home, from: gate.empty, without: [gate.block])
      && !reaches(home, from: gate.filled, without: [gate.block])
      && (gate.block == .entry || !reaches(home, from: .entry, without: [gate.block]))
  }

  /// Whether a value is surely not nil, as far as its own words tell.
  func isSurelySomething(_ value: FlowInstruction?) -> Bool {
    guard let value else { return false }
    switch value.opcode {
    case .new, .make, .closure, .function, .methodValue, .address: return true
    case .composite: return value.kind == .slice || value.kind == .map
    default: return false
    }
  }
}
