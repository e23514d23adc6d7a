import Basics
import GoIR
import GoSyntax

/// What was worked out of the numbers of a body.
struct KnownNumbers {
  var sums: [ValueID: NumberSum] = [:]
  /// The variables that loops have anew in each turn, with what is added to them; nil for others.
  var steps: [UInt32: NumberSum?] = [:]
  /// Whether one window is apart from another one in all other turns of the loop around a block.
  var areApart: [TurnPair: Bool?] = [:]
  var results = ResultNumbers()
}

/// Numbers as sums of what they are worked out of.
extension BodyInterpreter {
  /// A number as a sum; what cannot be taken apart is one of its own.
  func sum(_ value: ValueID) -> NumberSum {
    if let known = knownNumbers.sums[value] { return known }
    let sum = workedOut(value) ?? NumberSum(NumberAtom(root: .value, number: value.rawValue))
    knownNumbers.sums[value] = sum
    return sum
  }

  private func workedOut(_ value: ValueID) -> NumberSum? {
    if let number = constant(value) { return NumberSum(number) }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .convert where instruction.operandCount == 1:
      let operand = operand(value, 0)
      return operand.isNone ? nil : sum(operand)
    case .parameter: return NumberSum(NumberAtom(root: .parameter, number: instruction.payload))
    case .load: return variable(body.addresses[Int(instruction.payload)])
    case .builtin where instruction.payload == Builtin.len.rawValue:
      return length(operand(value, 0)).map { NumberSum($0) }
    case .binary: return combined(value, instruction)
    case .call where instruction.kind == .none: return number(ofResult: 0, of: value)
    case .extract where instruction.kind == .none:
      let whole = operand(value, 0)
      return whole.isNone ? nil : number(ofResult: instruction.payload, of: whole)
    default: return nil
    }
  }

  private func combined(_ value: ValueID, _ instruction: FlowInstruction) -> NumberSum? {
    let (left, right) = (operand(value, 0), operand(value, 1))
    guard !left.isNone, !right.isNone, instruction.kind == .none else { return nil }
    switch NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)) {
    case .plus: return sum(left).plus(sum(right))
    case .minus: return sum(left).minus(sum(right))
    case .star: return sum(left).times(sum(right))
    default: return nil
    }
  }

  /// A variable that holds one number as long as somebody may ask: it is not assigned again, the loop
  /// has it anew in each turn, or others do with it what they do.
  private func variable(_ address: FlowAddress) -> NumberSum? {
    guard address.step == .variable else { return nil }
    let isOne =
      captured.contains(address.payload)
      ? !body.mayAssign(address.payload)
      : !program.isAssignedAgain(address.payload, in: declaration)
        || step(ofVariable: address.payload) != nil
    return isOne ? NumberSum(NumberAtom(root: .variable, number: address.payload)) : nil
  }

  private func length(_ container: ValueID) -> NumberAtom? {
    guard !container.isNone, var atom = sum(container).onlyAtom, atom.isPlain else { return nil }
    atom.isLength = true
    return atom
  }

  /// The sum with fields and lengths by where they lie, and not by when they were looked at.
  func named(_ sum: NumberSum) -> NumberSum {
    guard sum.first(where: { fieldAtom($0) != nil }) != nil else { return sum }
    return sum.replacing { NumberSum(fieldAtom($0) ?? $0) } ?? sum
  }

  /// The field of a variable, parameter or value that a number, or the slice of which it is the
  /// length, was loaded from.
  private func fieldAtom(_ atom: NumberAtom) -> NumberAtom? {
    guard atom.root == .value, atom.field == .max,
      case let load = body.instructions[Int(atom.number)], load.opcode == .load,
      case let field = body.addresses[Int(load.payload)], field.step == .field
    else { return nil }
    var root = body.addresses[field.base.index]
    if root.step == .pointee { root = body.addresses[root.base.index] }
    let owner: NumberSum?
    switch root.step {
    case .value: owner = self.sum(ValueID(rawValue: root.payload))
    case .variable: owner = variable(root)
    default: owner = nil
    }
    guard var found = owner?.onlyAtom, found.isPlain else { return nil }
    found.field = field.payload
    found.isLength = atom.isLength
    return found
  }

  // MARK: Loops

  /// What the turns of a loop add to a variable that each of them has for itself: the last thing in a
  /// turn, and the only one that assigns to it. Nil where it is no such variable.
  func step(ofVariable variable: UInt32) -> NumberSum? {
    if let known = knownNumbers.steps[variable] { return known }
    knownNumbers.steps[variable] = .some(nil)
    let found = findStep(ofVariable: variable)
    knownNumbers.steps[variable] = found
    return found
  }

  private func findStep(ofVariable variable: UInt32) -> NumberSum? {
    var renewed: BlockID?
    var store: ValueID?
    for (index, instruction) in body.instructions.enumerated() {
      switch instruction.opcode {
      case .declare where instruction.payload == variable:
        if instruction.flags.contains(.implicit) { renewed = block(of: ValueID(index)) }
      case .store, .address:
        let address = AddressID(rawValue: instruction.payload)
        let root = body.root(of: address)
        guard root.step == .variable, root.payload == variable else { continue }
        guard instruction.opcode == .store, body.addresses[address.index].step == .variable,
          store == nil
        else { return nil }
        store = ValueID(index)
      default: break
      }
    }
    guard let renewed, let store, block(of: store) == renewed, case let next = operand(store, 0),
      !next.isNone, body.instructions[next.index].opcode == .binary,
      NodeKind(rawValue: UInt8(truncatingIfNeeded: body.instructions[next.index].payload)) == .plus,
      case let (before, step) = (operand(next, 0), operand(next, 1)), !before.isNone, !step.isNone,
      case let load = body.instructions[before.index], load.opcode == .load,
      case let address = body.addresses[Int(load.payload)], address.step == .variable,
      address.payload == variable,
      program.functions(of: declaration).allSatisfy({
        $0 == number || !program.function($0).body.mayAssign(variable)
      })
    else { return nil }
    return sum(step)
  }

  // MARK: Bounds of sums

  /// Sums of what is accepted alone, each of which is not smaller than a sum, or not larger.
  ///
  /// - `block`: where the number is used; nil where the loops are not to be counted around it.
  func bounds(
    _ sum: NumberSum, above: Bool, at block: BlockID?, accepting isAccepted: (NumberAtom) -> Bool
  ) -> [NumberSum] {
    var pending = [sum]
    var found: [NumberSum] = []
    var left = Self.maximumReplacements
    while let next = pending.popLast(), left > 0 {
      left -= 1
      guard let atom = next.first(where: { !isAccepted($0) }) else {
        found.append(next)
        continue
      }
      guard let grows = next.growth(with: atom) else { continue }
      for other in bounds(atom, above: grows == above, at: block) {
        if let replaced = next.replacing({ $0 == atom ? other : NumberSum($0) }) {
          pending.append(replaced)
        }
      }
    }
    return found
  }

  private static let maximumReplacements = 12

  /// Numbers that something is at least, or at most.
  func bounds(_ atom: NumberAtom, above: Bool, at block: BlockID?) -> [NumberSum] {
    if atom.root == .result { return bounds(ofResult: atom, above: above) }
    guard atom.root == .value, atom.isPlain else { return [] }
    let value = ValueID(rawValue: atom.number)
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .builtin:
      let builtin = above ? Builtin.min : .max
      guard instruction.payload == builtin.rawValue else { return [] }
      return (0..<Int(instruction.operandCount)).compactMap {
        let operand = operand(value, $0)
        return operand.isNone ? nil : sum(operand)
      }
    case .extract: return boundOfKey(value, above: above).map { [$0] } ?? []
    case .phi where instruction.kind == .slice: return above ? [] : [NumberSum(0)]
    case .phi:
      guard let block else { return [] }
      return boundOfCounter(value, above: above, at: block).map { [$0] } ?? []
    default: return []
    }
  }

  /// The numbers of which something is the smallest one; empty where it is no such number.
  func smallest(_ atom: NumberAtom) -> [NumberSum] {
    let isMinimum =
      atom.root == .result
      || atom.root == .value
        && body.instructions[Int(atom.number)].opcode == .builtin
    return isMinimum ? bounds(atom, above: true, at: nil) : []
  }

  /// The least or the largest key that a range clause gives for numbers and slices.
  private func boundOfKey(_ value: ValueID, above: Bool) -> NumberSum? {
    guard isKey(value) else { return nil }
    if !above { return NumberSum(0) }
    let container = operand(operand(value, 0), 0)
    if container.isNone { return nil }
    if body.instructions[container.index].kind == .none { return sum(container).plus(-1) }
    return length(container).flatMap { NumberSum($0).plus(-1) }
  }

  /// Whether a value is the key that a range clause counts.
  func isKey(_ value: ValueID) -> Bool {
    guard body.instructions[value.index].opcode == .extract,
      body.instructions[value.index].payload == 1, case let step = operand(value, 0), !step.isNone,
      body.instructions[step.index].opcode == .next
    else { return false }
    let container = operand(step, 0)
    if container.isNone { return true }
    switch body.instructions[container.index].kind {
    case .none, .slice, .aggregate, .pointer: return true
    default: return false
    }
  }

  /// With what a counting variable begins, or where it is in a block of the loop at most.
  private func boundOfCounter(_ value: ValueID, above: Bool, at block: BlockID) -> NumberSum? {
    let header = self.block(of: value)
    guard header != block, let (first, _) = start(of: value, header),
      loops.blocks(ofLoop: header.index, body).contains(block.index)
    else { return nil }
    if !above { return sum(first) }
    let end = body.blocks[header.index].end
    guard end > 0, case let condition = operand(ValueID(rawValue: end - 1), 0), !condition.isNone,
      body.instructions[condition.index].opcode == .binary, operand(condition, 0) == value,
      case let limit = operand(condition, 1), !limit.isNone
    else { return nil }
    let payload = body.instructions[condition.index].payload
    switch NodeKind(rawValue: UInt8(truncatingIfNeeded: payload)) {
    case .less: return sum(limit).plus(-1)
    case .lessOrEqual: return sum(limit)
    default: return nil
    }
  }
}
