import Basics
import GoIR
import GoSyntax

/// Where a body has its references from, by its own words.
extension FlowBody {
  /// The references that an instruction goes through to the memory that it uses; empty where it names
  /// a variable.
  func bases(of value: ValueID) -> [ValueID] {
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .load, .store, .address:
      let root = root(of: AddressID(rawValue: instruction.payload))
      return root.step == .value ? [ValueID(rawValue: root.payload)] : []
    case .append, .delete, .clear, .next, .close:
      return operand(value, 0).isNone ? [] : [operand(value, 0)]
    case .copy, .call:
      return operands(of: instruction).filter {
        !$0.isNone && instructions[$0.index].kind != .none
      }
    default: return []
    }
  }

  /// What a load finds, or the elements of what it ranges over.
  enum Find {
    /// What lies in a field of what a value leads to, with the steps to the field; of a package
    /// variable there is no value.
    case place(SlotKey.Base, of: ValueID?)
    /// An element of a slice or map, with the key.
    case element(of: ValueID, key: ValueID)
  }

  /// What an instruction finds; nil where it is no such load.
  func find(by value: ValueID) -> Find? {
    let instruction = instructions[value.index]
    if instruction.opcode == .next {
      let container = operand(value, 0)
      return container.isNone ? nil : .element(of: container, key: .none)
    }
    guard instruction.opcode == .load else { return nil }
    let last = addresses[Int(instruction.payload)]
    switch last.step {
    case .field:
      let root = root(of: AddressID(rawValue: instruction.payload))
      let field = SlotKey.Base.field(FieldNumber(rawValue: last.payload))
      switch root.step {
      case .value: return .place(field, of: ValueID(rawValue: root.payload))
      case .global: return .place(field, of: nil)
      default: return nil
      }
    case .global: return .place(.global(GlobalNumber(rawValue: last.payload)), of: nil)
    case .element, .mapElement:
      let root = addresses[last.base.index]
      guard root.step == .value else { return nil }
      return .element(
        of: ValueID(rawValue: root.payload), key: ValueID(rawValue: last.payload))
    default: return nil
    }
  }

  /// The edges that the body takes only where an instruction found nothing: `ok` is false, or what it
  /// gave is nil.
  func edgesWithout(_ found: ValueID) -> Set<BlockEdge> {
    var edges = edges { condition in isFound(found, where: condition).map { !$0 } }
    let home = block(of: found)
    if instructions[found.index].opcode == .next, blocks[home.index].successorCount == 2,
      let end = successors(of: home).last
    {
      // The end of the loop.
      edges.insert(BlockEdge(from: home, to: end))
    }
    return edges
  }

  /// The edges that the body takes only where a condition has an outcome; `outcome` gives that of
  /// those that are meant.
  func edges(where outcome: (ValueID) -> Bool?) -> Set<BlockEdge> {
    var edges: Set<BlockEdge> = []
    for (index, block) in blocks.enumerated() where block.successorCount == 2 {
      let branch = instructions[Int(block.end) - 1]
      guard branch.opcode == .branch, branch.operandCount == 1,
        case let condition = operands[Int(branch.firstOperand)], !condition.isNone,
        let isTrue = outcome(condition)
      else { continue }
      let sides = Array(successors(of: BlockID(index)))
      edges.insert(BlockEdge(from: BlockID(index), to: sides[isTrue ? 0 : 1]))
    }
    return edges
  }

  /// Whether a condition is true where an instruction found something, or where it did not; nil where
  /// it asks for something else.
  private func isFound(_ found: ValueID, where condition: ValueID) -> Bool? {
    guard !condition.isNone else { return nil }
    // A flag is its own condition.
    if condition == found { return true }
    let instruction = instructions[condition.index]
    switch instruction.opcode {
    case .extract:
      let pair = operand(condition, 0)
      let position: UInt32 = instructions[found.index].opcode == .next ? 0 : 1
      return pair == found && instruction.payload == position ? true : nil
    case .unary: return isFound(found, where: operand(condition, 0)).map { !$0 }
    case .binary:
      let (left, right) = (operand(condition, 0), operand(condition, 1))
      guard let isEqual = comparesForEquality(condition), isZero(right, beside: left),
        withoutConversions(left) == found
      else { return nil }
      return !isEqual
    default: return nil
    }
  }

  /// Whether a comparison is true where its operands are equal, or where they are not; nil of others.
  func comparesForEquality(_ comparison: ValueID) -> Bool? {
    let instruction = instructions[comparison.index]
    guard instruction.opcode == .binary, instruction.operandCount == 2,
      !operand(comparison, 0).isNone, !operand(comparison, 1).isNone
    else { return nil }
    switch NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)) {
    case .equal: return true
    case .notEqual: return false
    default: return nil
    }
  }

  /// The value that another one is the first part of, or is converted from.
  func withoutConversions(_ value: ValueID) -> ValueID {
    var current = value
    while !current.isNone,
      [.extract, .convert, .assert].contains(instructions[current.index].opcode)
    {
      current = operand(current, 0)
    }
    return current
  }

  // MARK: Same values

  /// Whether two values are surely one: also two loads of one place to which the body does not store,
  /// and parts and conversions of such. Where `isAnew` says so, what is stored meanwhile counts for
  /// nothing.
  func isOne(_ first: ValueID, _ second: ValueID, isAnew: Bool = false) -> Bool {
    if first.isNone || second.isNone { return false }
    if first == second { return true }
    let (left, right) = (instructions[first.index], instructions[second.index])
    guard left.opcode == right.opcode else { return false }
    switch left.opcode {
    case .load:
      let addresses = (
        AddressID(rawValue: left.payload), AddressID(rawValue: right.payload)
      )
      return isOneAddress(addresses.0, addresses.1) && (isAnew || !isStored(at: addresses.0))
    case .convert: return isOne(operand(first, 0), operand(second, 0), isAnew: isAnew)
    case .extract:
      return left.payload == right.payload && operand(first, 0) == operand(second, 0)
    case .constant:
      return left.flags.contains(.integer) && right.flags.contains(.integer)
        && left.payload == right.payload
    default: return false
    }
  }

  private func isStored(at address: AddressID) -> Bool {
    instructions.contains {
      $0.opcode == .store && isOneAddress(AddressID(rawValue: $0.payload), address)
    }
  }

  /// Whether two addresses are surely one, apart from what is stored meanwhile.
  func isOneAddress(_ first: AddressID, _ second: AddressID) -> Bool {
    if first == second { return true }
    let (left, right) = (addresses[first.index], addresses[second.index])
    guard left.step == right.step else { return false }
    switch left.step {
    case .variable, .global: return left.payload == right.payload
    case .value:
      return isOne(
        ValueID(rawValue: left.payload), ValueID(rawValue: right.payload), isAnew: true)
    case .field: return left.payload == right.payload && isOneAddress(left.base, right.base)
    case .pointee: return isOneAddress(left.base, right.base)
    case .element, .mapElement, .nowhere: return false
    }
  }
}
