import Basics
import GoIR

/// Numbers that called functions are given and use as indices.
extension BodyInterpreter {
  /// Which element an access of a summary is about, for the caller.
  func elementIndex(
    _ index: ElementIndex, _ instance: inout SummaryInstance, isStart: Bool
  ) -> ElementIndex {
    switch index {
    case .counted(let cell, let offset):
      return self.index(counted: cell, plus: offset, &instance)
    case .unknown, .constant, .perInstance, .perTurn: return index
    case .within(let low, let high):
      return self.index(within: low, high, instance, isStart: isStart)
    case .parameter(let position):
      if let known = instance.index(ofArgument: position) {
        if case .within = known { return .unknown }
        return known
      }
      guard Int(position) < instance.values.count else { return .unknown }
      let operand = instance.values[Int(position)]
      let own = isStart ? startIndex(of: operand) : elementIndex(of: operand)
      return isStart && own == .unknown && isPerTurn(operand) ? .perTurn : own
    case .captured(let variable):
      if captured.contains(variable) { return .captured(variable) }
      return isStart && isDeclaredPerTurn(variable) ? .perTurn : .unknown
    }
  }

  /// What a number is as an index that a goroutine is given. One that a counter gave its starter, others
  /// may be given too: it is another one in each turn that counts.
  private func startIndex(of value: ValueID) -> ElementIndex {
    let index = elementIndex(of: value)
    guard case .counted = index else { return index }
    var count = value
    while [.binary, .convert].contains(body.instructions[count.index].opcode) {
      count = operand(count, 0)
    }
    let turn = loops.innermost(around: block(of: count), body)
    return turn != nil && turn == loops.innermost(around: currentBlock, body) ? .perTurn : .unknown
  }

  /// A window of a called function's array, with what it is worked out of as it is here.
  private func index(
    within low: ElementBound, _ high: ElementBound, _ instance: SummaryInstance, isStart: Bool
  ) -> ElementIndex {
    if low == .ofInstance { return .perInstance }
    if isStart, isPerTurn(ElementWindow(low: low, high: high)) { return .perTurn }
    guard case .ofParameter(let position) = low else { return .within(low, high) }
    if let known = instance.index(ofArgument: position) {
      switch known {
      case .perInstance, .perTurn: return isOfOne(high, instance) ? .unknown : known
      case .within(let low, _):
        return index(within: low, .unknown, instance.withoutArguments, isStart: isStart)
      case .captured(let variable): return .within(.ofVariable(variable), .unknown)
      case .parameter(let outer): return .within(.ofParameter(outer), .unknown)
      case .constant, .counted, .unknown: return .unknown
      }
    }
    guard Int(position) < instance.values.count else { return .unknown }
    let operand = instance.values[Int(position)]
    if operand.isNone { return .unknown }
    if isStart, isWorkedOutPerTurn(operand) {
      return isOfOne(high, instance) ? .unknown : .perTurn
    }
    // Of what the caller's numbers are worked out this one is too.
    guard let source = source(operand) else { return .unknown }
    return .within(source, .unknown)
  }

  /// Whether the end of a window is worked out of an argument that is the same each time.
  private func isOfOne(_ high: ElementBound, _ instance: SummaryInstance) -> Bool {
    guard case .ofParameter(let position) = high else { return high != .unknown }
    switch instance.index(ofArgument: position) {
    case .perInstance, .perTurn, .within(.ofInstance, _): return false
    case .within(let low, _): return !isPerTurn(ElementWindow(low: low))
    case .some: return true
    case nil: break
    }
    guard Int(position) < instance.values.count else { return true }
    return !isWorkedOutPerTurn(instance.values[Int(position)])
  }

  /// What the arguments of a call of a function value, by a called function or a goroutine, are as
  /// indices; empty where nothing is known of any.
  func indices(
    of call: FunctionSummary.ValueCall, _ instance: inout SummaryInstance, isStart: Bool
  ) -> [ElementIndex] {
    if call.indices.isEmpty { return [] }
    let indices = call.indices.map { index -> ElementIndex in
      guard case .parameter(let position) = index else {
        return elementIndex(index, &instance, isStart: isStart)
      }
      if let known = instance.index(ofArgument: position) { return known }
      guard Int(position) < instance.values.count else { return .unknown }
      return argumentIndex(instance.values[Int(position)], isStart: isStart)
    }
    return indices.allSatisfy { $0 == .unknown } ? [] : indices
  }

  /// What a number is that is given to a function value, as an index or as what one is worked out of.
  private func argumentIndex(_ value: ValueID, isStart: Bool) -> ElementIndex {
    if value.isNone { return .unknown }
    let own = isStart ? startIndex(of: value) : elementIndex(of: value)
    if own != .unknown { return own }
    if isStart, isPerTurn(value) { return .perTurn }
    return isStart && isWorkedOutPerTurn(value) || source(value) != nil
      ? .within(.value(value), .unknown) : .unknown
  }

  /// What the arguments of a function value are as indices that callers of this function may know:
  /// it calls that with some values, or has it called as roots say.
  func exportedIndices(
    _ roots: CallRoots, _ values: [ValueID], _ start: StrandStart?
  ) -> [ElementIndex] {
    let indices =
      roots.indices.isEmpty
      ? values.map { argumentIndex($0, isStart: start != nil) } : roots.indices
    // Where several begin at once, each turn has several.
    let isOnePerTurn = start.map { !(roots.caller.areSeveral ?? $0.isRepeated) } ?? false
    let exported = indices.map { index -> ElementIndex in
      switch index {
      case .perTurn: return isOnePerTurn ? .perInstance : .unknown
      // Each turn begins with the same ones again.
      case .perInstance: return loops.isInLoop(currentBlock) ? .unknown : .perInstance
      case .within(.ofInstance, _): return loops.isInLoop(currentBlock) ? .unknown : index
      case .within(.value(let value), _) where start != nil && isWorkedOutPerTurn(value):
        return isOnePerTurn ? .within(.ofInstance, .unknown) : .unknown
      default: return index
      }
    }
    return exported.allSatisfy { $0 == .unknown } ? [] : exported
  }
}

extension SummaryInstance {
  /// What an argument is as an index where the call is one of a function value that was given it
  /// elsewhere; nil where the arguments are values of the caller.
  fileprivate func index(ofArgument position: UInt32) -> ElementIndex? {
    if roots.indices.isEmpty { return nil }
    return Int(position) < roots.indices.count ? roots.indices[Int(position)] : .unknown
  }

  /// The same call with nothing known of the arguments.
  fileprivate var withoutArguments: Self {
    var other = self
    other.roots.indices = []
    return other
  }
}
