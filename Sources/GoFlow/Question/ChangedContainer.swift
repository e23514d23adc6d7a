import GoIR

extension FlowAnalysis {
  /// Whether a call in production code may run a function.
  public func runs(_ function: FunctionNumber, _ callee: CalleeNumber) -> Bool {
    guard case .functions(let targets) = facts.targets.target(of: callee, isInTest: false) else {
      return false
    }
    return targets.contains { $0.function == function }
  }
}

extension FlowBody {
  /// The slice or map whose elements an instruction stores to, deletes or copies over.
  public func changedContainer(_ value: ValueID) -> ValueID? {
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .store:
      let node = addresses[Int(instruction.payload)]
      guard node.step == .mapElement || node.step == .element else { return nil }
      let root = addresses[node.base.index]
      guard root.step == .value else { return nil }
      let container = ValueID(rawValue: root.payload)
      return container.isNone ? nil : container
    case .delete, .clear, .copy:
      guard instruction.operandCount > 0 else { return nil }
      let container = operands[Int(instruction.firstOperand)]
      return container.isNone ? nil : container
    default: return nil
    }
  }
}
