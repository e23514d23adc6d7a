import Basics
import GoIR

/// Slices that begin further on in each turn of a loop, by what was cut off: `v = v[n:]`, and the parts
/// of which an iterator gives one in each turn.
///
/// The plain number of such a value says where it begins, counted from where the first one does.
extension BodyInterpreter {
  /// How many elements each turn of a loop cuts off the beginning of a slice that comes into it; nil
  /// where a value is no such slice, or turns may leave it as it is.
  func cutOff(_ value: ValueID) -> ValueID? {
    let phi = body.instructions[value.index]
    guard phi.opcode == .phi, phi.kind == .slice, phi.operandCount == 2,
      case let header = block(of: value), case let block = body.blocks[header.index],
      block.predecessorCount == 2
    else { return nil }
    var cut: ValueID?
    for position in 0..<2
    where body.edges[Int(block.firstPredecessor) + position] >= header {
      let rest = operand(value, position)
      guard cut == nil, !rest.isNone, body.instructions[rest.index].opcode == .slice,
        operand(rest, 0) == value, case let low = operand(rest, 1), !low.isNone,
        operand(rest, 2).isNone, operand(rest, 3).isNone
      else { return nil }
      cut = low
    }
    return cut
  }

  /// The window of a slice that several ways lead to.
  func window(ofJoined value: ValueID) -> ElementWindow {
    cutOff(value) == nil ? ElementWindow() : ElementWindow(low: .value(value))
  }

  func header(ofJoined value: ValueID) -> HeaderID {
    tables.header(value, 0, .same, [], window(ofJoined: value))
  }

  /// What an iterator gives in a turn, which walks over what a set leads to: a part of it where a model
  /// says so.
  func parts(
    of set: SetID, _ value: ValueID, _ instruction: FlowInstruction
  ) -> Few<SetID> {
    var results = unknownResult(instruction)
    guard givesParts(value), instruction.layout > 1 else { return results }
    for (index, leaf) in program.layout(instruction.layout).leaves.enumerated()
    where index < results.count && leaf.steps.count == 1 && leaf.steps[0] == .part(1) {
      let first = NumberAtom(root: .value, number: value.rawValue)
      var length = first
      length.isLength = true
      let end = NumberSum(first).plus(NumberSum(length)).map { NumberBound($0) }
      results[index] = renamed(
        set, value, .clipped, window: ElementWindow(low: .value(value), high: tables.bound(end)))
    }
    return results
  }

  /// Whether a turn of an iterator gives a part of what that walks over, and the next turn the one
  /// behind it.
  private func givesParts(_ next: ValueID) -> Bool {
    guard body.instructions[next.index].opcode == .next,
      case let iterator = operand(next, 0), !iterator.isNone,
      case let call = body.instructions[iterator.index], call.opcode == .call,
      !call.flags.contains(.functionValue),
      case .model(let model) = program.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: function.traits.contains(.isInTest))
    else { return false }
    return model.effects?.results.contains { $0.isInParts } ?? false
  }

  // MARK: Where turns begin

  /// Whether something is where a slice begins, and no number of the program.
  func isBeginning(_ atom: NumberAtom) -> Bool { lengthOfTurn(atom) != nil }

  /// How far behind where a slice begins the one of the next turn does; nil where it is no such slice.
  private func lengthOfTurn(_ atom: NumberAtom) -> NumberSum? {
    guard atom.root == .value, atom.isPlain else { return nil }
    let value = ValueID(rawValue: atom.number)
    if let cut = cutOff(value) { return sum(cut) }
    guard givesParts(value) else { return nil }
    var length = atom
    length.isLength = true
    return NumberSum(length)
  }

  /// Whether something is where a slice begins whose loop was left.
  func isLastBeginning(_ atom: NumberAtom, at block: BlockID) -> Bool {
    guard isBeginning(atom), !loops.isInLoop(block) else { return false }
    return loops.isOneLoop(around: self.block(of: ValueID(rawValue: atom.number)), body)
  }

  /// Whether two windows of different turns are apart because each lies in what its turn cuts off one
  /// slice; nil where one of them does not begin with such a slice.
  ///
  /// What is compared are numbers of one turn, which may be others in the next one.
  func areOfBeginnings(
    _ first: ElementWindow, _ second: ElementWindow, at block: BlockID
  ) -> Bool? {
    guard let left = beginning(of: first), let right = beginning(of: second) else { return nil }
    guard left == right, case let value = ValueID(rawValue: left.number),
      loops.areInCommonLoop(self.block(of: value), block),
      loops.isOneLoop(around: block, body)
    else { return false }
    return isOfTurn(first, left) && isOfTurn(second, left)
  }

  /// The slice with which a window begins.
  private func beginning(of window: ElementWindow) -> NumberAtom? {
    guard let low = tables.number(window.low) else { return nil }
    for sum in low.sums {
      if let found = sum.first(where: isBeginning) { return found }
    }
    return nil
  }

  /// Whether a window lies in what a turn cuts off.
  private func isOfTurn(_ window: ElementWindow, _ beginning: NumberAtom) -> Bool {
    guard isBehind(window.low, beginning), let length = lengthOfTurn(beginning),
      let end = NumberSum(beginning).plus(length).map({ named($0) }),
      let high = tables.number(window.high)
    else { return false }
    let known = end.atoms
    return high.sums.contains { sum in
      bounds(named(sum), above: true, at: nil) { known.contains($0) }
        .contains { end.minus($0)?.isAtLeastZero == true }
    }
  }

  /// Whether a bound is where a slice begins, or behind it.
  private func isBehind(_ bound: ElementBound, _ beginning: NumberAtom) -> Bool {
    guard let low = tables.number(bound) else { return false }
    return low.sums.contains { $0.minus(NumberSum(beginning))?.isAtLeastZero == true }
  }

  // MARK: Behind the loop

  /// Whether a use is of what a loop left of a slice, and the other one by a goroutine of one of its
  /// turns of what that turn cut off.
  ///
  /// - `block`: where the use is, or where the goroutine begins that does it.
  func isOfRest(_ rest: FlowAccess, at block: BlockID, _ other: FlowAccess, _ id: TokenID) -> Bool {
    guard case .within(let low, _) = rest.index, case .within(let start, let end) = other.index,
      let beginning = beginning(of: ElementWindow(low: low)), isBehind(low, beginning),
      case let window = ElementWindow(low: start, high: end),
      self.beginning(of: window) == beginning, isOfTurn(window, beginning),
      case let header = self.block(of: ValueID(rawValue: beginning.number)),
      case let turn = self.block(of: tokens[id.index].name.value),
      loops.areInCommonLoop(header, turn), loops.isOneLoop(around: header, body),
      !loops.areInCommonLoop(header, block),
      !body.successors(of: turn).contains(where: {
        body.reaches(block, from: $0, without: [header])
      })
    else { return false }
    return tables.paths.elementCount(rest.cell.path)
      == tables.paths.elementCount(other.cell.path)
  }
}
