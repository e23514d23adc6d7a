import Basics
import GoIR

/// What an `append` appends to, as the body writes it: a value that is computed or loaded, and where
/// it is cut off.
struct AppendBase {
  /// The value without slice expressions and conversions around it.
  var root: ValueID
  /// Where it is cut off: `s[:high]`; `none` where it is not.
  var high = ValueID.none
}

extension FlowBody {
  /// The base of a slice that is appended to; nil where it is surely made for that: a copy with a
  /// capacity of its own.
  func appendBase(_ value: ValueID) -> AppendBase? {
    var base = AppendBase(root: value)
    for _ in 0..<8 {
      guard !base.root.isNone else { return nil }
      let instruction = instructions[base.root.index]
      switch instruction.opcode {
      case .slice:
        if !operand(base.root, 3).isNone { return nil }
        let high = operand(base.root, 2)
        if !high.isNone { base.high = high }
        base.root = operand(base.root, 0)
      case .convert:
        let source = operand(base.root, 0)
        guard !source.isNone, instructions[source.index].kind == .slice else { return base }
        base.root = source
      case .constant, .zero, .composite: return nil
      default: return base
      }
    }
    return base
  }

  /// Whether two bases are written alike: that they are the same slice is another question.
  func areAlike(_ first: AppendBase, _ second: AppendBase) -> Bool {
    areAlike(first.root, second.root)
      && (first.high == second.high || areEqualNumbers(first.high, second.high))
  }

  private func areEqualNumbers(_ first: ValueID, _ second: ValueID) -> Bool {
    guard !first.isNone, !second.isNone else { return false }
    let (left, right) = (instructions[first.index], instructions[second.index])
    return left.opcode == .constant && right.opcode == .constant
      && left.flags.contains(.integer) && right.flags.contains(.integer)
      && left.payload == right.payload
  }

  /// Whether two values are the same one, or loads of places that are written alike.
  func areAlike(_ first: ValueID, _ second: ValueID) -> Bool {
    if first == second { return true }
    guard !first.isNone, !second.isNone else { return false }
    let (left, right) = (instructions[first.index], instructions[second.index])
    guard left.opcode == right.opcode else { return false }
    switch left.opcode {
    case .load:
      return areAlike(AddressID(rawValue: left.payload), AddressID(rawValue: right.payload))
    case .field:
      return left.payload == right.payload && areAlike(operand(first, 0), operand(second, 0))
    default: return false
    }
  }

  func areAlike(_ first: AddressID, _ second: AddressID) -> Bool {
    if first == second { return true }
    let (left, right) = (addresses[first.index], addresses[second.index])
    guard left.step == right.step else { return false }
    switch left.step {
    case .variable, .global: return left.payload == right.payload
    case .value: return areAlike(ValueID(rawValue: left.payload), ValueID(rawValue: right.payload))
    case .field: return left.payload == right.payload && areAlike(left.base, right.base)
    case .pointee: return areAlike(left.base, right.base)
    case .element, .mapElement:
      return areAlike(left.base, right.base)
        && areAlike(ValueID(rawValue: left.payload), ValueID(rawValue: right.payload))
    case .nowhere: return false
    }
  }

  /// The values that a base is computed from: where none of them is computed anew it is the same
  /// slice again, as far as nothing was stored where it is loaded from.
  func origins(of value: ValueID) -> [ValueID] {
    guard !value.isNone else { return [] }
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .constant: return []
    case .load:
      return values(in: AddressID(rawValue: instruction.payload)).flatMap { origins(of: $0) }
    case .field: return origins(of: operand(value, 0))
    default: return [value]
    }
  }

  /// The loads that a value consists of, itself included.
  func loads(in value: ValueID) -> [ValueID] {
    guard !value.isNone else { return [] }
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .load:
      return [value]
        + values(in: AddressID(rawValue: instruction.payload)).flatMap { loads(in: $0) }
    case .field: return loads(in: operand(value, 0))
    default: return []
    }
  }
}
