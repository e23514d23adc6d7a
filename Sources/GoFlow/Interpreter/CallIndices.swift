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

  /// Which element a use of a summary is about: as `elementIndex`, and of one that a goroutine has for
  /// itself the part of the array as far as it is known in numbers.
  func usedIndex(
    _ index: ElementIndex, _ instance: inout SummaryInstance, isStart: Bool
  ) -> ElementIndex {
    let own = elementIndex(index, &instance, isStart: isStart)
    guard own == .unknown || own == .perTurn else { return own }
    let number: NumberSum
    switch index {
    case .parameter(let position):
      guard instance.roots.indices.isEmpty, Int(position) < instance.values.count,
        case let value = instance.values[Int(position)], !value.isNone
      else { return own }
      if !isStart { return spread(value) }
      number = sum(value)
    case .captured(let variable) where isStart:
      number = NumberSum(NumberAtom(root: .variable, number: variable))
    default: return own
    }
    let window = window(ofElement: number)
    return isApart(window, at: currentBlock) == true ? .within(window.low, window.high) : own
  }

  /// A window of a called function's array as it is here.
  private func index(
    within low: ElementBound, _ high: ElementBound, _ instance: SummaryInstance, isStart: Bool
  ) -> ElementIndex {
    switch low {
    case .ofInstance: return .perInstance
    case .constant where high == .unknown || high.isNumber, .value, .variable, .number:
      if let found = index(withinNumbers: low, high, instance, isStart: isStart) { return found }
    case .constant, .ofVariable, .ofParameter, .unknown: break
    }
    return index(
      withinUnknown: source(low, instance), source(high, instance), instance, isStart: isStart)
  }

  /// A window between bounds that are sums; nil where they say too little here.
  private func index(
    withinNumbers low: ElementBound, _ high: ElementBound, _ instance: SummaryInstance,
    isStart: Bool
  ) -> ElementIndex? {
    if let known = indexOfInstances(low, high, instance) { return known }
    let window = ElementWindow(
      low: tables.bound(number(low, instance)), high: tables.bound(number(high, instance)))
    if window.low == .unknown || high.isNumber && window.high == .unknown { return nil }
    if !isStart { return within(window, at: currentBlock) }
    if isApart(window, at: currentBlock) == nil, isPerTurn(window) { return .perTurn }
    return .within(window.low, window.high)
  }

  /// A window between sums of a number that each instance of a goroutine has alone, where it is a part
  /// of `[a*n, a*(n+1))`; nil where they are no sums of one such number.
  private func indexOfInstances(
    _ low: ElementBound, _ high: ElementBound, _ instance: SummaryInstance
  ) -> ElementIndex? {
    guard !instance.roots.indices.isEmpty,
      let lows = summaryNumber(low, instance)?.sums, let highs = summaryNumber(high, instance)?.sums
    else { return nil }
    var own: (atom: NumberAtom, index: ElementIndex)?
    for atom in Set((lows + highs).flatMap(\.atoms)) where atom.root == .parameter {
      guard Int(atom.number) < instance.roots.indices.count else { return nil }
      switch instance.roots.indices[Int(atom.number)] {
      case .perInstance, .perTurn:
        guard own == nil, atom.isPlain else { return nil }
        own = (atom, instance.roots.indices[Int(atom.number)])
      case .within, .unknown: return nil
      case .constant, .parameter, .captured, .counted: break
      }
    }
    guard let own else { return nil }
    let isPart = lows.contains { low in
      guard let next = low.replacing({ $0 == own.atom ? NumberSum($0).plus(1) : NumberSum($0) }),
        let width = next.minus(low), !width.atoms.contains(own.atom),
        let begin = width.times(NumberSum(own.atom)), let end = begin.plus(width),
        low.minus(begin)?.isAtLeastZero == true
      else { return false }
      return highs.contains { end.minus($0)?.isAtLeastZero == true }
    }
    return isPart ? own.index : .unknown
  }

  private func summaryNumber(
    _ bound: ElementBound, _ instance: SummaryInstance
  ) -> NumberBound? {
    guard case .number(let number) = bound else { return tables.number(bound) }
    return instance.summary.numbers[Int(number)]
  }

  /// The parameter or captured variable of which a bound of a summary is worked out, and nothing else
  /// about it.
  private func source(_ bound: ElementBound, _ instance: SummaryInstance) -> ElementBound {
    guard bound.isNumber, let number = summaryNumber(bound, instance),
      number.exact?.constant == nil
    else { return bound }
    let atoms = number.sums.flatMap { $0.atoms.sorted() }
    if let parameter = atoms.first(where: { $0.root == .parameter && $0.isPlain }) {
      return .ofParameter(parameter.number)
    }
    return atoms.first { $0.root == .variable && $0.isPlain }.map { .ofVariable($0.number) }
      ?? .unknown
  }

  /// A window of which it is known what it is worked out of, but not how.
  private func index(
    withinUnknown low: ElementBound, _ high: ElementBound, _ instance: SummaryInstance,
    isStart: Bool
  ) -> ElementIndex {
    if low == .unknown, high == .unknown { return .unknown }
    if isStart, isPerTurn(ElementWindow(low: low, high: high)) { return .perTurn }
    guard case .ofParameter(let position) = low else { return .within(low, high) }
    if let known = instance.index(ofArgument: position) {
      switch known {
      case .perInstance, .perTurn: return isOfOne(high, instance) ? .unknown : known
      case .within(.value(let value), _): return index(workedOutOf: value, high, instance, isStart)
      case .within(let low, _):
        return index(within: low, .unknown, instance.withoutArguments, isStart: isStart)
      case .captured(let variable): return .within(.ofVariable(variable), .unknown)
      case .parameter(let outer): return .within(.ofParameter(outer), .unknown)
      case .constant, .counted, .unknown: return .unknown
      }
    }
    guard Int(position) < instance.values.count else { return .unknown }
    return index(workedOutOf: instance.values[Int(position)], high, instance, isStart)
  }

  /// A window that begins with something that is worked out of a number.
  private func index(
    workedOutOf value: ValueID, _ high: ElementBound, _ instance: SummaryInstance, _ isStart: Bool
  ) -> ElementIndex {
    if value.isNone { return .unknown }
    if isStart, isWorkedOutPerTurn(value) {
      return isOfOne(high, instance) ? .unknown : .perTurn
    }
    // Of what the caller's numbers are worked out this one is too.
    guard let source = source(value) else { return .unknown }
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
