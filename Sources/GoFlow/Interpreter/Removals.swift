import Basics
import GoIR

/// Values that a body takes out of where they lay: the last or first element of a slice that it
/// then shortens, what it deletes from a map, the first node of a list whose next one takes its
/// place. Who does so under a lock has what nobody else gets there.
struct Removals {
  /// The loads of such values, in order.
  private var loads: [ValueID] = []

  /// So many instructions before the removal the load is looked for.
  static let longestDistance = 60

  init() {}

  fileprivate mutating func insert(_ load: ValueID) { loads.insert(sorted: load) }

  /// Whether a load gives a value that is taken out.
  func contains(_ load: ValueID) -> Bool { !loads.isEmpty && loads.contains(sorted: load) }
}

extension BodyInterpreter {
  /// What the body takes out, by the instructions alone.
  func findRemovals() -> Removals {
    var removals = Removals()
    for (index, instruction) in body.instructions.enumerated() {
      switch instruction.opcode {
      case .store, .delete:
        if let load = removedValue(ValueID(index), instruction) { removals.insert(load) }
      default: break
      }
    }
    return removals
  }

  /// The load of the value that an instruction removes; nil where it removes none.
  private func removedValue(_ removal: ValueID, _ instruction: FlowInstruction) -> ValueID? {
    if instruction.opcode == .delete {
      return lastLoad(before: removal) { isElement($0, .mapElement, ofMapOf: removal) }
    }
    let value = operand(removal, 0)
    if value.isNone { return nil }
    let address = AddressID(rawValue: instruction.payload)
    switch body.instructions[value.index].opcode {
    case .slice:
      let base = operand(value, 0)
      guard isLoad(base, of: address) else { return nil }
      return lastLoad(before: removal) { isCutOff($0, by: value, base) }
    case .load:
      // `list = first.next`
      guard let first = root(of: AddressID(rawValue: body.instructions[value.index].payload)),
        first != value, isLoad(first, of: address)
      else { return nil }
      return first
    default: return nil
    }
  }

  private func isLoad(_ value: ValueID, of address: AddressID) -> Bool {
    guard !value.isNone else { return false }
    let instruction = body.instructions[value.index]
    return instruction.opcode == .load
      && isSameAddress(AddressID(rawValue: instruction.payload), address)
  }

  /// The value of whose target an address names a field; nil for all others.
  private func root(of address: AddressID) -> ValueID? {
    let node = body.addresses[address.index]
    guard node.step == .field else { return nil }
    var base = body.addresses[node.base.index]
    if base.step == .pointee { base = body.addresses[base.base.index] }
    return base.step == .value ? ValueID(rawValue: base.payload) : nil
  }

  private func lastLoad(before removal: ValueID, where isMeant: (FlowAddress) -> Bool) -> ValueID? {
    var index = removal.index
    let end = max(0, index - Removals.longestDistance)
    while index > end {
      index -= 1
      let instruction = body.instructions[index]
      if instruction.opcode == .load, instruction.layout != 0,
        isMeant(body.addresses[Int(instruction.payload)])
      {
        return ValueID(index)
      }
    }
    return nil
  }

  /// Whether an address is the element of a map that an instruction deletes.
  private func isElement(
    _ node: FlowAddress, _ step: Address.Step, ofMapOf removal: ValueID
  ) -> Bool {
    guard node.step == step, let container = container(of: node) else { return false }
    return isSameValue(container, operand(removal, 0))
      && isSameNumber(ValueID(rawValue: node.payload), operand(removal, 1))
  }

  /// Whether an address is the element that a shortened slice does not show any more.
  private func isCutOff(_ node: FlowAddress, by slice: ValueID, _ base: ValueID) -> Bool {
    guard node.step == .element, let container = container(of: node), isSameValue(container, base)
    else { return false }
    let (low, high) = (operand(slice, 1), operand(slice, 2))
    let index = ValueID(rawValue: node.payload)
    if low.isNone { return !high.isNone && isSameNumber(index, high) }
    return constant(index) == 0 && constant(low) == 1
  }

  private func container(of node: FlowAddress) -> ValueID? {
    let base = body.addresses[node.base.index]
    return base.step == .value ? ValueID(rawValue: base.payload) : nil
  }

  /// Whether two values are surely the same, be they worked out twice: `len(s) - 1`.
  private func isSameNumber(_ first: ValueID, _ second: ValueID, depth: Int = 0) -> Bool {
    if isSameValue(first, second) { return true }
    guard !first.isNone, !second.isNone, depth < 4 else { return false }
    if let left = constant(first), let right = constant(second) { return left == right }
    let left = body.instructions[first.index]
    let right = body.instructions[second.index]
    guard left.opcode == right.opcode, left.payload == right.payload,
      left.operandCount == right.operandCount,
      [.binary, .builtin, .convert].contains(left.opcode)
    else { return false }
    return (0..<Int(left.operandCount)).allSatisfy {
      isSameNumber(operand(first, $0), operand(second, $0), depth: depth + 1)
    }
  }
}
