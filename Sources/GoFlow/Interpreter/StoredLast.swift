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

  /// Whether it was stored at this address, for sure.
  func isAt(_ other: AddressID, _ body: FlowBody) -> Bool {
    if value.isNone { return false }
    var (left, right) = (address, other)
    while true {
      let (one, two) = (body.addresses[left.index], body.addresses[right.index])
      // Of elements it is not known here which they are.
      guard one.step == two.step, one.payload == two.payload, one.step != .element,
        one.step != .mapElement, one.step != .nowhere
      else { return false }
      if one.step.isRoot { return true }
      (left, right) = (one.base, two.base)
    }
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
