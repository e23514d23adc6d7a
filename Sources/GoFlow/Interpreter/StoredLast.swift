import GoIR

/// What an instruction just stored where a pointer may lead to one of several objects: whichever it is,
/// the same words lead there again, and what lies there is what was stored.
///
/// Known within a block, until something else may change memory.
struct StoredLast {
  private var address = AddressID.none
  private(set) var value = ValueID.none

  /// A value is stored at an address.
  mutating func note(_ value: ValueID, at address: AddressID) {
    (self.address, self.value) = (address, value)
  }

  /// Something else may lie there now.
  mutating func forget() { value = .none }

  /// Whether it was stored at this address, for sure. `isOne` says whether two references that addresses
  /// begin with are one.
  func isAt(_ other: AddressID, _ body: FlowBody, isOne: (ValueID, ValueID) -> Bool) -> Bool {
    !value.isNone && body.areSame(address, other, isOne: isOne)
  }
}

extension FlowBody {
  /// Whether two addresses lead the same way, from one reference or place. `isOne` says whether two
  /// references that they begin with are one. Of elements it is not known which they are.
  func areSame(
    _ first: AddressID, _ second: AddressID, isOne: (ValueID, ValueID) -> Bool
  ) -> Bool {
    var (first, second) = (first, second)
    while true {
      let (left, right) = (addresses[first.index], addresses[second.index])
      guard left.step == right.step, left.step != .element, left.step != .mapElement,
        left.step != .nowhere
      else { return false }
      if left.payload != right.payload {
        return left.step == .value
          && isOne(ValueID(rawValue: left.payload), ValueID(rawValue: right.payload))
      }
      if left.step.isRoot { return true }
      (first, second) = (left.base, right.base)
    }
  }
}

extension BodyInterpreter {
  /// Whether an instruction stored at this address last.
  func isStoredLast(at address: AddressID) -> Bool {
    !storedLast.value.isNone && storedLast.isAt(address, body) { areLoadsOfOne($0, $1) }
  }

  /// Whether two values, the first of which comes first, are what a variable of the body holds all the
  /// time from the one to the other.
  private func areLoadsOfOne(_ first: ValueID, _ second: ValueID) -> Bool {
    guard first < second, let variable = ownVariable(loadedBy: first),
      ownVariable(loadedBy: second) == variable,
      body.block(of: first) == body.block(of: second)
    else { return false }
    var changers: Set<ValueID>?
    for index in first.index + 1..<second.index {
      let instruction = body.instructions[index]
      switch instruction.opcode {
      case let opcode where opcode.keepsMemory: continue
      case .store:
        let root = body.root(of: AddressID(rawValue: instruction.payload))
        if root.step == .variable, root.payload == variable { return false }
      case .call:
        // Only literals that have the variable can change it.
        guard let known = changers ?? functions(with: variable) else { return false }
        changers = known
        let function = operand(ValueID(index), 0)
        if instruction.flags.contains(.functionValue), known.contains(function) { return false }
      default: return false
      }
    }
    return true
  }

  /// The variable that a value is loaded from, if it is one that the body declares and to which no
  /// pointer leads.
  private func ownVariable(loadedBy value: ValueID) -> UInt32? {
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .load,
      case let address = body.addresses[Int(instruction.payload)], address.step == .variable,
      !captured.contains(address.payload)
    else { return nil }
    let isPointedAt = body.instructions.contains { other in
      guard other.opcode == .address else { return false }
      let root = body.root(of: AddressID(rawValue: other.payload))
      return root.step == .variable && root.payload == address.payload
    }
    return isPointedAt ? nil : address.payload
  }

  /// The literals of the body that capture a variable; nil where the body does anything with one but
  /// call it.
  private func functions(with variable: UInt32) -> Set<ValueID>? {
    var found: Set<ValueID> = []
    for (index, instruction) in body.instructions.enumerated()
    where instruction.opcode == .closure {
      let literal = FunctionNumber(rawValue: instruction.payload)
      if program.function(literal).captures.contains(variable) { found.insert(ValueID(index)) }
    }
    let isCalledOnly = body.instructions.allSatisfy { instruction in
      let operands = body.operands(of: instruction)
      let isCall = instruction.opcode == .call && instruction.flags.contains(.functionValue)
      return (isCall ? operands.dropFirst() : operands).allSatisfy { !found.contains($0) }
    }
    return isCalledOnly ? found : nil
  }
}

extension Opcode {
  /// Whether an instruction surely leaves what lies in memory as it is.
  var keepsMemory: Bool {
    switch self {
    case .load, .address, .parameter, .constant, .zero, .field, .element, .binary, .unary, .convert,
      .extract, .phi:
      true
    default: false
    }
  }
}
