import Basics
import GoIR

/// Which elements of slices and arrays uses are about, and whether they are others.
extension BodyInterpreter {
  // MARK: Which element

  /// Which element an address is about.
  func elementIndex(_ address: AddressID) -> ElementIndex {
    let node = lastElement(address)
    guard node.step == .element else { return .unknown }
    return elementIndex(of: ValueID(rawValue: node.payload))
  }

  func elementIndex(of value: ValueID) -> ElementIndex {
    guard !value.isNone else { return .unknown }
    if let number = constant(value) { return .constant(number) }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .parameter: return .parameter(instruction.payload)
    case .convert: return elementIndex(of: operand(value, 0))
    case .load:
      let address = body.addresses[Int(instruction.payload)]
      if address.step == .variable, captured.contains(address.payload) {
        return .captured(address.payload)
      }
      return .unknown
    case .binary, .phi, .call, .extract: return counted(value) ?? .unknown
    default: return .unknown
    }
  }

  /// The last step of an address that is no field of what comes before.
  func lastElement(_ address: AddressID) -> FlowAddress {
    var node = body.addresses[address.index]
    while node.step == .field || node.step == .pointee { node = body.addresses[node.base.index] }
    return node
  }

  // MARK: Bounds

  /// The window that `s[low:high]` shows of `s`.
  func window(_ low: ValueID, _ high: ValueID) -> ElementWindow {
    ElementWindow(
      low: low.isNone ? .constant(0) : bound(low), high: high.isNone ? .unknown : bound(high))
  }

  /// A window of one element.
  func window(ofElement index: ValueID) -> ElementWindow {
    guard !index.isNone else { return ElementWindow(low: .unknown) }
    if let number = constant(index), number < .max {
      return ElementWindow(low: .constant(number), high: .constant(number + 1))
    }
    return ElementWindow(low: bound(index))
  }

  func bound(_ value: ValueID) -> ElementBound {
    if let number = constant(value) { return .constant(number) }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .convert: return operand(value, 0).isNone ? .value(value) : bound(operand(value, 0))
    case .load:
      let address = body.addresses[Int(instruction.payload)]
      if address.step == .variable,
        !program.isAssignedAgain(address.payload, in: declaration)
      {
        return .variable(address.payload)
      }
      return .value(value)
    default: return .value(value)
    }
  }

  /// The captured variable or the parameter of which a number is worked out.
  func source(_ value: ValueID, depth: Int = 0) -> ElementBound? {
    guard depth < 4, !value.isNone else { return nil }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .binary, .convert:
      for position in 0..<Int(instruction.operandCount) {
        if let found = source(operand(value, position), depth: depth + 1) { return found }
      }
      return nil
    case .parameter: return .ofParameter(instruction.payload)
    case .load:
      let address = body.addresses[Int(instruction.payload)]
      guard address.step == .variable, captured.contains(address.payload) else { return nil }
      return .ofVariable(address.payload)
    default: return nil
    }
  }

  /// Whether a bound is one number as long as this body runs.
  private func isStable(_ bound: ElementBound) -> Bool {
    switch bound {
    case .constant: true
    case .value(let value): !loops.isInLoop(block(of: value))
    case .variable(let variable): captured.contains(variable) || !isDeclaredInLoop(variable)
    case .ofVariable, .ofParameter, .ofInstance, .unknown: false
    }
  }

  private func isDeclaredInLoop(_ variable: UInt32) -> Bool {
    body.instructions.indices.contains { index in
      body.instructions[index].opcode == .declare
        && body.instructions[index].payload == variable
        && loops.isInLoop(block(of: ValueID(index)))
    }
  }

  // MARK: Indices

  /// An index into a slice or array as one into the array behind it, which the slice shows through
  /// a window.
  func absolute(_ index: ElementIndex, in window: ElementWindow) -> ElementIndex {
    if window.isWhole { return index }
    switch index {
    case .perInstance, .perTurn, .counted: return index
    case .constant(let number):
      guard number < .max else { return .unknown }
      let own = ElementWindow(low: .constant(number), high: .constant(number + 1))
      // The end of the window says more than an index from a beginning that has no number.
      if case .constant(let first) = window.part(own).low {
        switch window.high {
        case .constant, .unknown: return .constant(first)
        default: return .within(.constant(first), window.high)
        }
      }
    case .within(let low, let high):
      let part = window.part(ElementWindow(low: low, high: high))
      return within(part)
    case .unknown, .parameter, .captured: break
    }
    return within(window)
  }

  private func within(_ window: ElementWindow) -> ElementIndex {
    if window.low == .unknown, window.high == .unknown { return .unknown }
    return .within(window.low, window.high)
  }

  /// Which element of a started function's array an access is about: another one for each instance
  /// where the window is another one in each turn of the loop that starts them.
  func absolute(
    _ index: ElementIndex, in window: ElementWindow, isStart: Bool
  ) -> ElementIndex {
    if isStart, isPerTurn(window) { return .perTurn }
    return absolute(index, in: window)
  }

  /// Whether a window is another one in each turn of the loop, as far as its end is known.
  func isPerTurn(_ window: ElementWindow) -> Bool {
    isPerTurn(window.low) && (window.high == .unknown || isPerTurn(window.high))
  }

  private func isPerTurn(_ bound: ElementBound) -> Bool {
    switch bound {
    case .value(let value): isWorkedOutPerTurn(value)
    case .variable(let variable), .ofVariable(let variable):
      !captured.contains(variable) && isDeclaredPerTurn(variable)
    case .constant, .ofParameter, .ofInstance, .unknown: false
    }
  }

  /// Whether a number is worked out of something that is another one in each turn of the loop.
  func isWorkedOutPerTurn(_ value: ValueID, depth: Int = 0) -> Bool {
    if value.isNone { return false }
    if isPerTurn(value) { return true }
    let instruction = body.instructions[value.index]
    guard depth < 4, instruction.opcode == .binary || instruction.opcode == .convert else {
      return false
    }
    return (0..<Int(instruction.operandCount)).contains {
      isWorkedOutPerTurn(operand(value, $0), depth: depth + 1)
    }
  }

  /// Whether two uses are surely about different elements of the same array.
  func areDifferent(_ first: FlowAccess, _ second: FlowAccess, stale id: TokenID) -> Bool {
    if !areOtherCounts(first.index, second.index, stale: id) {
      guard let left = range(first.index), let right = range(second.index),
        isBefore(left.high, right.low) || isBefore(right.high, left.low)
      else { return false }
    }
    return tables.paths.elementCount(first.cell.path)
      == tables.paths.elementCount(second.cell.path)
  }

  /// Whether the function uses an element of its turn of the loop in which it starts a goroutine later
  /// on, and the goroutines of earlier turns one each of theirs: `s[i] = x; go use(s[i])`.
  func areOfOtherTurns(_ own: FlowAccess, _ other: FlowAccess, _ id: TokenID) -> Bool {
    let start = tokens[id.index].name.value
    guard other.index == .perTurn, own.site.callee.isNone, own.site.value < start,
      loops.areInCommonLoop(block(of: own.site.value), block(of: start)),
      let address = body.address(of: body.instructions[own.site.value.index]),
      case let element = lastElement(address), element.step == .element
    else { return false }
    return isPerTurn(ValueID(rawValue: element.payload))
      && loops.isOneLoop(around: block(of: start), body)
      && tables.paths.elementCount(own.cell.path) == tables.paths.elementCount(other.cell.path)
  }

  private func range(_ index: ElementIndex) -> ElementWindow? {
    switch index {
    case .constant(let number):
      return ElementWindow(low: .constant(number), high: .constant(number &+ 1))
    case .within(let low, let high): return ElementWindow(low: low, high: high)
    case .unknown, .parameter, .captured, .perInstance, .perTurn, .counted: return nil
    }
  }

  /// Whether what ends at `high` ends where something else that begins at `low` begins, or before.
  private func isBefore(_ high: ElementBound, _ low: ElementBound) -> Bool {
    if case .constant(let left) = high, case .constant(let right) = low { return left <= right }
    return high == low && isStable(high)
  }

  /// The index as callers may know it.
  func exported(_ index: ElementIndex, _ export: SummaryExport) -> ElementIndex {
    if case .counted(let cell, let offset) = index {
      return exported(counted: cell, plus: offset, export)
    }
    guard case .within(let low, let high) = index else { return index }
    let window = ElementWindow(low: exported(low), high: exported(high))
    return within(window)
  }

  func exported(_ window: ElementWindow) -> ElementWindow {
    ElementWindow(low: exported(window.low), high: exported(window.high))
  }

  private func exported(_ bound: ElementBound) -> ElementBound {
    switch bound {
    case .constant, .ofParameter, .ofInstance, .unknown: bound
    case .value(let value): source(value) ?? .unknown
    case .variable(let variable), .ofVariable(let variable):
      function.literal != 0 && captured.contains(variable) ? bound : .unknown
    }
  }

  // MARK: Uses through windows

  /// Uses what an address names, where some slices and pointers show parts of arrays. An element
  /// that a slice shows does not lie behind its end, where `append` writes.
  func use(_ address: AddressID, _ cells: Few<Cell>, _ kind: AccessKind) {
    guard phase == .detect else { return }
    let element = lastElement(address)
    var index = ElementIndex.unknown
    var slice = SetID.empty
    if element.step == .element {
      let value = ValueID(rawValue: element.payload)
      index = elementIndex(of: value)
      if index == .unknown { index = countedOff(value) }
      let base = body.addresses[element.base.index]
      let whole = ValueID(rawValue: base.payload)
      if base.step == .value, self.kind(whole) == .slice { slice = leafSet(whole) }
    }
    guard tables.hasWindows, let root = rootValue(of: address) else {
      for cell in cells { use(cell, kind, index, header(of: cell.object, in: slice)) }
      return
    }
    let steps = elementSteps(address)
    for cell in cells {
      var found: ElementIndex?
      for id in tables.sets[leafSet(root)] {
        let reference = tables.references[id]
        guard reference.cell.object == cell.object else { continue }
        let isPointer = tables.headers[reference.header.index].isElement
        let applies = steps == (isPointer ? 0 : 1)
        let window = tables.window(of: reference.header)
        let own = applies ? absolute(index, in: window) : index
        if let known = found, known != own { found = .unknown } else { found = own }
      }
      use(cell, kind, found ?? index, header(of: cell.object, in: slice))
    }
  }

  /// The value with which an address begins; nil where that is a variable.
  private func rootValue(of address: AddressID) -> ValueID? {
    let node = body.root(of: address)
    return node.step == .value ? ValueID(rawValue: node.payload) : nil
  }

  /// How many elements are passed on the way of an address.
  private func elementSteps(_ address: AddressID) -> Int {
    var node = body.addresses[address.index]
    var count = 0
    while !node.step.isRoot {
      if node.step == .element || node.step == .mapElement { count += 1 }
      node = body.addresses[node.base.index]
    }
    return count
  }

  /// The references to what an address names: a pointer to one element knows which one.
  func references(to address: AddressID, _ value: ValueID) -> SetID {
    let cells = cells(of: address)
    let last = body.addresses[address.index]
    guard last.step == .element, !cells.isEmpty else {
      return tables.sets.set(cells.map { tables.reference($0) })
    }
    let window = window(ofElement: ValueID(rawValue: last.payload))
    var parents: [HeaderID] = []
    if let root = rootValue(of: address), elementSteps(address) == 1 {
      parents = headers(of: leafSet(root))
    }
    let header = tables.header(value, 2, .unknown, parents, window, isElement: true)
    return tables.sets.set(cells.map { tables.reference($0, header) })
  }
}
