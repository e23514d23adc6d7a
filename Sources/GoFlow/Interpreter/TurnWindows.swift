import Basics
import GoIR

/// Two windows at a block.
struct TurnPair: Hashable {
  var first: ElementWindow
  var second: ElementWindow
  var block: BlockID
}

/// Windows of an array that are others in each turn of the loop that starts goroutines.
extension BodyInterpreter {
  /// Whether what a window shows in one turn of the loop around a block is surely nothing that another
  /// one shows in any other turn. Nil where their bounds are worked out of something of which it is
  /// not known how it changes from turn to turn.
  ///
  /// Both begin further on by the same number in each turn, and each ends where the other one begins
  /// in the next turn, or before.
  func areApart(
    _ first: ElementWindow, _ second: ElementWindow, at block: BlockID
  ) -> Bool? {
    let pair = TurnPair(first: first, second: second, block: block)
    if let known = knownNumbers.areApart[pair] { return known }
    let areApart =
      areOfBeginnings(first, second, at: block) ?? findWhetherApart(first, second, at: block)
    knownNumbers.areApart[pair] = .some(areApart)
    return areApart
  }

  func isApart(_ window: ElementWindow, at block: BlockID) -> Bool? {
    areApart(window, window, at: block)
  }

  private func findWhetherApart(
    _ first: ElementWindow, _ second: ElementWindow, at block: BlockID
  ) -> Bool? {
    guard loops.isOneLoop(around: block, body),
      let firstHigh = turnSums(first.high, above: true, at: block),
      let firstLow = turnSums(first.low, above: false, at: block)
        ?? clampedSums(first.low, by: firstHigh, at: block)
    else { return nil }
    if first == second { return ends(firstHigh, beforeNext: firstLow, at: block) }
    guard let secondHigh = turnSums(second.high, above: true, at: block),
      let secondLow = turnSums(second.low, above: false, at: block)
        ?? clampedSums(second.low, by: secondHigh, at: block)
    else { return nil }
    return ends(firstHigh, beforeNext: secondLow, at: block)
      && ends(secondHigh, beforeNext: firstLow, at: block)
  }

  private func ends(
    _ highs: [NumberSum], beforeNext lows: [NumberSum], at block: BlockID
  ) -> Bool {
    lows.contains { low in
      guard let next = low.replacing({ nextTurn($0, at: block) }),
        next.minus(low)?.first(where: { isCounted($0, at: block) }) == nil
      else { return false }
      return highs.contains { high in
        guard let room = next.minus(high) else { return false }
        return room.isAtLeastZero && room.first { isCounted($0, at: block) } == nil
      }
    }
  }

  private func nextTurn(_ atom: NumberAtom, at block: BlockID) -> NumberSum? {
    guard let step = turnStep(atom, at: block) else { return NumberSum(atom) }
    return NumberSum(atom).plus(step)
  }

  /// A bound as sums of what is the same in all turns and of what the loop counts; nil where that
  /// cannot be told.
  private func turnSums(
    _ bound: ElementBound, above: Bool, at block: BlockID
  ) -> [NumberSum]? {
    guard let number = tables.number(bound) else { return nil }
    let sums = number.sums.flatMap { sum -> [NumberSum] in
      guard let resolved = resolved(sum, at: block) else { return [] }
      return bounds(resolved, above: above, at: nil) {
        isSameInTurns($0, at: block) || isCounted($0, at: block)
      }
    }
    return sums.isEmpty ? nil : sums
  }

  /// A bound `min(a, n)` of a window that ends at `n` or before, as sums: the window begins with `a`, or
  /// has no elements.
  private func clampedSums(
    _ bound: ElementBound, by highs: [NumberSum], at block: BlockID
  ) -> [NumberSum]? {
    for sum in tables.number(bound)?.sums ?? [] {
      guard let atom = resolved(sum, at: block)?.onlyAtom, case let operands = smallest(atom),
        operands.count == 2, let limit = operands.firstIndex(where: { highs.contains(named($0)) })
      else { continue }
      return turnSums(tables.bound(NumberBound(operands[1 - limit])), above: false, at: block)
    }
    return nil
  }

  /// A sum with what variables of one turn were declared with.
  private func resolved(_ sum: NumberSum, at block: BlockID, depth: Int = 0) -> NumberSum? {
    let named = named(sum)
    guard depth < 4, named.first(where: { declared($0, at: block) != nil }) != nil,
      let next = named.replacing({ declared($0, at: block) ?? NumberSum($0) })
    else { return named }
    return resolved(next, at: block, depth: depth + 1)
  }

  /// What a variable is declared with that each turn has for itself and that nobody assigns to, and
  /// what a number is in all turns but one, to which another one is given: where a loop ends.
  private func declared(_ atom: NumberAtom, at block: BlockID) -> NumberSum? {
    guard atom.isPlain else { return nil }
    switch atom.root {
    case .parameter: return nil
    case .result:
      return ways(ofResult: atom).flatMap { only($0, at: block) }
    case .variable:
      guard !captured.contains(atom.number),
        !program.isAssignedAgain(atom.number, in: declaration),
        let declared = self.declaration(ofVariable: atom.number),
        loops.areInCommonLoop(self.block(of: declared), block),
        case let value = operand(declared, 0), !value.isNone
      else { return nil }
      return self.sum(value)
    case .value:
      let value = ValueID(rawValue: atom.number)
      guard body.instructions[value.index].opcode == .phi,
        loops.areInCommonLoop(self.block(of: value), block),
        !loops.headers(body).contains(self.block(of: value).index)
      else { return nil }
      let operands = (0..<Int(body.instructions[value.index].operandCount)).map {
        operand(value, $0)
      }
      return operands.contains { $0.isNone } ? nil : only(operands.map { sum($0) }, at: block)
    }
  }

  /// The one of some sums that is not the same in all turns; nil where there are several.
  private func only(_ sums: [NumberSum], at block: BlockID) -> NumberSum? {
    var own: NumberSum?
    for sum in sums where !named(sum).atoms.allSatisfy({ isSameInTurns($0, at: block) }) {
      guard own == nil || own == sum else { return nil }
      own = sum
    }
    return own
  }

  /// Whether something is one number in all turns of the loop around a block.
  func isSameInTurns(_ atom: NumberAtom, at block: BlockID) -> Bool {
    if atom.field != .max, isStored(field: atom.field) { return false }
    switch atom.root {
    case .parameter: return true
    case .variable:
      if program.isAssignedAgain(atom.number, in: declaration) {
        return captured.contains(atom.number) && !body.mayAssign(atom.number)
      }
      guard !captured.contains(atom.number) else { return true }
      guard let declared = declaration(ofVariable: atom.number) else { return false }
      return !loops.areInCommonLoop(self.block(of: declared), block)
    case .value: return isSameInTurns(ValueID(rawValue: atom.number), at: block)
    case .result: return isWorkedOut(ofResult: atom) { isSameInTurns($0, at: block) }
    }
  }

  private func isSameInTurns(_ value: ValueID, at block: BlockID, depth: Int = 0) -> Bool {
    if !loops.areInCommonLoop(self.block(of: value), block) { return true }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .constant: return true
    case .binary, .convert, .unary, .builtin:
      return depth < 4 && instruction.kind == .none
        && (0..<Int(instruction.operandCount)).allSatisfy {
          let operand = operand(value, $0)
          return !operand.isNone && isSameInTurns(operand, at: block, depth: depth + 1)
        }
    case .load:
      let atoms = named(sum(value)).atoms
      return !atoms.contains { $0.root == .value && $0.number == value.rawValue }
        && atoms.allSatisfy { isSameInTurns($0, at: block) }
    default: return false
    }
  }

  /// Whether the body puts something into a field of any struct.
  private func isStored(field: UInt32) -> Bool {
    body.instructions.contains { instruction in
      guard instruction.opcode == .store || instruction.opcode == .address else { return false }
      let last = body.addresses[Int(instruction.payload)]
      return last.step == .field && last.payload == field
    }
  }

  /// Whether the loop around a block adds the same to something in each turn.
  private func isCounted(_ atom: NumberAtom, at block: BlockID) -> Bool {
    turnStep(atom, at: block) != nil
  }

  /// What the loop around a block adds to something in each turn; nil where it is not known.
  private func turnStep(_ atom: NumberAtom, at block: BlockID) -> NumberSum? {
    guard atom.isPlain else { return nil }
    let added: NumberSum
    switch atom.root {
    case .parameter, .result: return nil
    case .variable:
      guard !captured.contains(atom.number), let step = step(ofVariable: atom.number),
        isDeclared(atom.number, inLoopAround: block)
      else { return nil }
      added = step
    case .value:
      let value = ValueID(rawValue: atom.number)
      guard loops.areInCommonLoop(self.block(of: value), block) else { return nil }
      if isKey(value) { return NumberSum(1) }
      guard body.instructions[value.index].opcode == .phi,
        let (_, step) = start(of: value, self.block(of: value))
      else { return nil }
      added = sum(step)
    }
    let step = named(added)
    return step.atoms.allSatisfy { isSameInTurns($0, at: block) } ? step : nil
  }
}
