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
    index.isNone ? ElementWindow(low: .unknown) : window(ofElement: sum(index))
  }

  func window(ofElement index: NumberSum) -> ElementWindow {
    ElementWindow(
      low: tables.bound(NumberBound(index)),
      high: tables.bound(index.plus(1).map { NumberBound($0) })
    )
  }

  func bound(_ value: ValueID) -> ElementBound { tables.bound(NumberBound(sum(value))) }

  /// The elements that an index is about in all turns of the loops within this body in which a use
  /// stands: `v[y*width+x]`, with `x` below the width.
  func spread(_ value: ValueID) -> ElementIndex {
    if value.isNone { return .unknown }
    if let every = everySoMany(value) { return every }
    // An index of which it is not known how it is worked out may be the same for several numbers.
    let isKnown = named(sum(value)).atoms.allSatisfy { atom in
      atom.root != .value && atom.root != .result
        || [true, false].allSatisfy { !bounds(atom, above: $0, at: currentBlock).isEmpty }
    }
    guard isKnown, let index = within(window(ofElement: value), at: currentBlock) else {
      return .unknown
    }
    if case .within(let low, let high) = index,
      endsByLength(ElementWindow(low: low, high: high))
    {
      return .unknown
    }
    return index
  }

  /// The elements from the first one on, where a loop goes on by other steps than one.
  private func everySoMany(_ value: ValueID) -> ElementIndex? {
    guard body.instructions[value.index].opcode == .phi, case let header = block(of: value),
      currentBlock != header, loops.areInCommonLoop(header, currentBlock),
      let (first, step) = start(of: value, header), constant(step) != 1
    else { return nil }
    return .within(bound(first), .unknown)
  }

  /// A window whose bounds do not change while the body runs, and in which another one lies that is
  /// looked at in a block; nil where nothing is known of it.
  func within(_ window: ElementWindow, at block: BlockID) -> ElementIndex? {
    let low = fixed(window.low, above: false, at: block)
    // A limit of which nothing is known may be the same for all.
    let high = fixed(window.high, above: true, at: block)?.filter { sum in
      named(sum).atoms.allSatisfy {
        $0.root == .parameter || $0.root == .variable
          || $0.root == .value && source(ValueID(rawValue: $0.number)) != nil
      }
    }
    guard let low, let high, let first = NumberBound(oneOf: low),
      let last = NumberBound(oneOf: high)
    else { return nil }
    return .within(tables.bound(first), tables.bound(last))
  }

  private func fixed(
    _ bound: ElementBound, above: Bool, at block: BlockID
  ) -> [NumberSum]? {
    guard let number = tables.number(bound) else { return nil }
    return number.sums.flatMap { sum in
      bounds(sum, above: above, at: block) { isFixed($0) || isLastBeginning($0, at: block) }
    }
  }

  /// Whether something is one number in all loops of this body.
  private func isFixed(_ atom: NumberAtom) -> Bool {
    switch atom.root {
    case .parameter: true
    case .value: isFieldOfFixed(atom) || !loops.isInLoop(block(of: ValueID(rawValue: atom.number)))
    case .variable: captured.contains(atom.number) || !isDeclaredInLoop(atom.number)
    case .result: isWorkedOut(ofResult: atom) { isFixed($0) }
    }
  }

  private func isFieldOfFixed(_ atom: NumberAtom) -> Bool {
    let named = named(NumberSum(atom)).onlyAtom
    return named.map { $0 != atom && isFixed($0) } ?? false
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

  /// Whether something is one number as long as this body runs and its goroutines do.
  private func isStable(_ atom: NumberAtom) -> Bool {
    guard atom.field == .max else { return false }
    switch atom.root {
    case .parameter: return true
    case .value: return !loops.isInLoop(block(of: ValueID(rawValue: atom.number)))
    case .variable:
      return (captured.contains(atom.number) || !isDeclaredInLoop(atom.number))
        && !program.isAssignedAgain(atom.number, in: declaration)
    case .result: return isWorkedOut(ofResult: atom) { isStable($0) }
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
      let part = tables.part(own, of: window)
      // The end of the window says more than an index from a beginning that has no number.
      if case .constant(let first) = part.low {
        switch window.high {
        case .constant, .unknown: return .constant(first)
        default: return .within(.constant(first), window.high)
        }
      }
      if part.low != .unknown { return within(part) }
    case .within(let low, let high):
      let part = tables.part(ElementWindow(low: low, high: high), of: window)
      return within(part.low == .unknown ? ElementWindow(low: window.low, high: part.high) : part)
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
    let own = absolute(index, in: window)
    guard isStart, !window.isWhole else { return own }
    if case .within(let low, let high) = own,
      isApart(ElementWindow(low: low, high: high), at: currentBlock) != nil
    {
      return own
    }
    return isPerTurn(window) ? .perTurn : own
  }

  /// Whether a window is another one in each turn of the loop, as far as its end is known.
  func isPerTurn(_ window: ElementWindow) -> Bool {
    isPerTurn(window.low) && (window.high == .unknown || isPerTurn(window.high))
  }

  private func isPerTurn(_ bound: ElementBound) -> Bool {
    switch bound {
    case .value, .variable, .number:
      tables.number(bound)?.sums.contains { sum in
        sum.first { isPerTurn($0) } != nil && sum.first { isOtherResult($0) } == nil
      } ?? false
    case .ofVariable(let variable): isPerTurn(NumberAtom(root: .variable, number: variable))
    case .constant, .ofParameter, .ofInstance, .unknown: false
    }
  }

  private func isPerTurn(_ atom: NumberAtom) -> Bool {
    // What turns have for themselves may be as long in all of them.
    if atom.isLength { return false }
    switch atom.root {
    case .parameter: return false
    case .variable: return !captured.contains(atom.number) && isDeclaredPerTurn(atom.number)
    case .value:
      return !isBeginning(atom) && isWorkedOutPerTurn(ValueID(rawValue: atom.number))
    case .result: return false
    }
  }

  /// Whether something is what a call gave that may give another number in the next turn.
  private func isOtherResult(_ atom: NumberAtom) -> Bool {
    atom.root == .result && !isSameInTurns(atom, at: currentBlock)
  }

  /// Whether a number is worked out of something that is another one in each turn of the loop.
  func isWorkedOutPerTurn(_ value: ValueID, depth: Int = 0) -> Bool {
    if value.isNone { return false }
    if isPerTurn(value) { return true }
    let instruction = body.instructions[value.index]
    guard depth < 4, [.binary, .convert, .builtin].contains(instruction.opcode),
      instruction.kind == .none
    else { return false }
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
    guard own.site.callee.isNone, own.site.value < start,
      loops.areInCommonLoop(block(of: own.site.value), block(of: start)),
      let address = body.address(of: body.instructions[own.site.value.index]),
      case let element = lastElement(address), element.step == .element
    else { return false }
    let index = ValueID(rawValue: element.payload)
    let areOther: Bool
    if case .within(let low, let high) = other.index {
      areOther =
        areApart(
          window(ofElement: index), ElementWindow(low: low, high: high), at: block(of: start))
        == true
    } else {
      areOther = other.index == .perTurn && isPerTurn(index)
    }
    return areOther && loops.isOneLoop(around: block(of: start), body)
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
    guard let ends = tables.number(high)?.sums, let begins = tables.number(low)?.sums else {
      return false
    }
    return ends.contains { end in
      begins.contains { begin in
        begin.minus(end)?.isAtLeastZero == true
          && begin.atoms.allSatisfy(isStable) && end.atoms.allSatisfy(isStable)
      }
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
      if index == .unknown { index = spread(value) }
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
