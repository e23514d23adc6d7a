import Basics
import GoIR
import GoSyntax

/// How often a loop is gone through, as far as two loops can be compared.
enum LoopCount: Hashable {
  case constant(Int32)
  /// What a value says that holds as long as the body runs.
  case number(ValueID)
  case variable(UInt32)
  /// Once for each element.
  case length(ValueID)
}

/// Receives in a loop that are as many as the goroutines that another loop started.
extension BodyInterpreter {
  /// A loop ends: where it received from a channel in each turn, and had as many turns as the loop
  /// that started the senders, these are over. Where the numbers cannot be compared it is not
  /// known; where they surely differ some still run.
  func endLoop(from header: BlockID, to exit: BlockID) {
    guard loops.isInLoop(header), !loops.areInCommonLoop(header, exit),
      !state.live.isEmpty || !state.pending.isEmpty
    else { return }
    for wait in waitsOfTurn(header) {
      let signal = signalCell(wait.cell, .send)
      let senders = (state.live + state.pending).filter {
        tokens[$0.index].signalled.contains(signal) && !isStartedIn(header, tokens[$0.index])
      }
      if senders.isEmpty { continue }
      let starts = Set(senders.map { tokens[$0.index].name.value })
      var isMatched = starts.count <= Int(wait.count)
      var isDifferent = false
      for start in starts {
        switch compare(header, withLoopOf: start) {
        case true: break
        case false: isDifferent = true
        case nil: isMatched = false
        }
      }
      if isDifferent { continue }
      if isMatched {
        join(signal, isChannel: false, count: wait.count)
      } else {
        for id in senders { state.doubtful.insert(sorted: id) }
      }
    }
  }

  /// The channels from which each turn of a loop surely receives, and how often.
  private func waitsOfTurn(_ header: BlockID) -> [WaitCount] {
    let block = body.blocks[header.index]
    var found: [WaitCount]?
    var before: [WaitCount] = []
    for edge in block.firstPredecessor..<block.firstPredecessor + block.predecessorCount {
      let predecessor = body.edges[Int(edge)]
      guard let other = outStates[predecessor.index] else { continue }
      if loops.areInCommonLoop(header, predecessor) {
        found =
          found.map { list in
            list.compactMap { own in
              other.waited.first { $0.cell == own.cell }.map {
                WaitCount(cell: own.cell, count: min(own.count, $0.count), kind: own.kind)
              }
            }
          } ?? other.waited
      } else {
        before = other.waited
      }
    }
    return (found ?? []).compactMap { wait in
      let count = before.first { $0.cell == wait.cell }?.count ?? 0
      guard wait.count > count else { return nil }
      return WaitCount(cell: wait.cell, count: wait.count - count, kind: wait.kind)
    }
  }

  /// With what a variable comes into a loop, and what each turn adds to it.
  func start(of phi: ValueID, _ header: BlockID) -> (first: ValueID, step: ValueID)? {
    let block = body.blocks[header.index]
    guard block.predecessorCount == 2, body.instructions[phi.index].operandCount == 2 else {
      return nil
    }
    var first: ValueID?
    var step: ValueID?
    for position in 0..<2 {
      let value = operand(phi, position)
      if value.isNone { return nil }
      if body.edges[Int(block.firstPredecessor) + position] >= header {
        let next = body.instructions[value.index]
        guard next.opcode == .binary, operand(value, 0) == phi,
          NodeKind(rawValue: UInt8(truncatingIfNeeded: next.payload)) == .plus
        else { return nil }
        step = operand(value, 1)
      } else {
        first = value
      }
    }
    guard let first, let step, !step.isNone else { return nil }
    return (first, step)
  }

  private func isStartedIn(_ header: BlockID, _ token: Token) -> Bool {
    loops.areInCommonLoop(header, block(of: token.name.value))
  }

  /// Whether a loop has as many turns as the one in which an instruction stands, or as there are
  /// starts; nil where that is not known.
  private func compare(_ header: BlockID, withLoopOf start: ValueID) -> Bool? {
    guard let count = count(of: header) else { return nil }
    let startBlock = block(of: start)
    guard loops.isInLoop(startBlock) else {
      if case .constant(let number) = count { return number >= 1 }
      return nil
    }
    if case .number(let value) = count, isCounter(value, of: startBlock) { return true }
    guard let other = firstBlock(around: startBlock).flatMap({ self.count(of: $0) }) else {
      return nil
    }
    if count == other { return true }
    switch (count, other) {
    case (.constant(let left), .constant(let right)): return left >= right
    case (.length(let left), .length(let right)):
      if isSameValue(left, right) { return true }
      // A part of the same slice has fewer elements.
      let part = body.instructions[left.index]
      return part.opcode == Opcode.slice && isSameValue(operand(left, 0), right) ? false : nil
    case (.number(let left), .number(let right)): return isSameValue(left, right) ? true : nil
    default: return nil
    }
  }

  /// The block with which the turns of the innermost loop around a block begin.
  private func firstBlock(around block: BlockID) -> BlockID? {
    var index = block.index
    while index >= 0 {
      let candidate = BlockID(index)
      if loops.areInCommonLoop(candidate, block), count(of: candidate) != nil { return candidate }
      index -= 1
    }
    return nil
  }

  /// How often the loop that begins with a block is gone through.
  private func count(of header: BlockID) -> LoopCount? {
    let block = body.blocks[header.index]
    guard block.end > block.start, block.successorCount == 2 else { return nil }
    let condition = operand(ValueID(rawValue: block.end - 1), 0)
    if !condition.isNone, body.instructions[condition.index].opcode == .binary {
      return count(ofCondition: condition, in: header)
    }
    for value in block.start..<block.end
    where body.instructions[Int(value)].opcode == .next {
      let container = operand(ValueID(rawValue: value), 0)
      return container.isNone ? nil : count(of: container)
    }
    return nil
  }

  /// A number, or the length of what a range clause goes through.
  private func count(of value: ValueID) -> LoopCount? {
    if let number = constant(value) { return .constant(number) }
    let instruction = body.instructions[value.index]
    switch instruction.kind {
    case .slice, .map, .aggregate: return .length(value)
    case .channel, .function: return nil
    default: break
    }
    switch instruction.opcode {
    case .builtin where instruction.payload == Builtin.len.rawValue:
      return .length(operand(value, 0))
    case .load:
      let address = body.addresses[Int(instruction.payload)]
      if address.step == .variable, !program.isAssignedAgain(address.payload, in: declaration) {
        return .variable(address.payload)
      }
      return .number(value)
    default: return .number(value)
    }
  }

  /// `i < n` with `i` from 0 on, or `n > 0` with `n` going down, each time by one.
  private func count(ofCondition condition: ValueID, in header: BlockID) -> LoopCount? {
    let (left, right) = (operand(condition, 0), operand(condition, 1))
    guard !left.isNone, !right.isNone, block(of: left) == header,
      body.instructions[left.index].opcode == .phi,
      let (first, step) = course(of: left, header)
    else { return nil }
    let payload = body.instructions[condition.index].payload
    switch NodeKind(rawValue: UInt8(truncatingIfNeeded: payload)) {
    case .less, .notEqual:
      guard step == .plus, constant(first) == 0 else { return nil }
      return count(of: right)
    case .greater:
      guard step == .minus, constant(right) == 0 else { return nil }
      return count(of: first)
    default: return nil
    }
  }

  /// With what a variable comes into a loop, and whether each turn adds one to it or takes one away.
  private func course(of phi: ValueID, _ header: BlockID) -> (first: ValueID, step: NodeKind)? {
    let block = body.blocks[header.index]
    var first = ValueID.none
    var step: NodeKind?
    for position in 0..<Int(block.predecessorCount) {
      let value = operand(phi, position)
      if value.isNone { return nil }
      if loops.areInCommonLoop(header, body.edges[Int(block.firstPredecessor) + position]) {
        guard let found = self.step(value, of: phi), step == nil || step == found else {
          return nil
        }
        step = found
      } else {
        first = value
      }
    }
    guard let step, !first.isNone else { return nil }
    return (first, step)
  }

  /// Whether a value is another one plus or minus one.
  private func step(_ value: ValueID, of base: ValueID) -> NodeKind? {
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .binary, operand(value, 0) == base,
      constant(operand(value, 1)) == 1,
      let kind = NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)),
      kind == .plus || kind == .minus
    else { return nil }
    return kind
  }

  /// Whether a value counts how often a block is gone through: a variable that begins with 0 and
  /// gets one more where the block stands, and nowhere else.
  private func isCounter(_ value: ValueID, of start: BlockID) -> Bool {
    guard body.instructions[value.index].opcode == .phi else { return false }
    let header = block(of: value)
    guard loops.areInCommonLoop(header, start) else { return false }
    let block = body.blocks[header.index]
    for position in 0..<Int(block.predecessorCount) {
      let operand = operand(value, position)
      if operand.isNone { return false }
      if loops.areInCommonLoop(header, body.edges[Int(block.firstPredecessor) + position]) {
        if !isCount(operand, of: value, start, depth: 0) { return false }
      } else if constant(operand) != 0 {
        return false
      }
    }
    return true
  }

  private func isCount(
    _ value: ValueID, of base: ValueID, _ start: BlockID, depth: Int
  ) -> Bool {
    if value == base { return true }
    if step(value, of: base) == .plus { return block(of: value) == start }
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .phi, depth < 4 else { return false }
    return (0..<Int(instruction.operandCount)).allSatisfy {
      let operand = operand(value, $0)
      return !operand.isNone && isCount(operand, of: base, start, depth: depth + 1)
    }
  }
}
