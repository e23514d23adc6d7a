import Basics
import GoIR
import GoSyntax

/// Numbers that one loop deals out to several through a channel: whoever receives one has it alone.
extension BodyInterpreter {
  /// Which number out of which channel a value is that a range clause receives; nil where it is none.
  /// A range clause ends with the channel, when other receives give zeros.
  func received(_ value: ValueID, plus offset: Int32) -> ElementIndex? {
    let receive = operand(value, 0)
    guard body.instructions[value.index].payload == 0, !receive.isNone,
      body.instructions[receive.index].opcode == .receive,
      case let turn = block(of: value), turn != block(of: receive),
      body.successors(of: block(of: receive)).first == turn,
      body.blocks[turn.index].predecessorCount == 1,
      case let channels = channelCells(operandSet(receive, 0)), channels.count == 1
    else { return nil }
    let counter = signalCell(channels[0], .receive)
    return .counted(SummaryCell(counter.object.rawValue, counter.path.rawValue), offset)
  }

  /// Whether a counter, if it is a channel, gives each number once: this function made it, and all that
  /// is sent to it is what one loop counts.
  func isCounter(_ cell: Cell) -> Bool {
    guard isReceive(cell) else { return true }
    guard case .site(let maker, 0) = tables.objects[cell.object].origin else { return false }
    if let known = dealing[maker] { return known }
    let instruction = body.instructions[maker.index]
    let isDealing =
      instruction.opcode == .make && instruction.kind == .channel
      && !loops.isInLoop(block(of: maker))
      && ChannelSends(program).isDealing(channel: maker, in: number)
    dealing[maker] = isDealing
    return isDealing
  }

  /// Whether a number comes out of a channel of this function that gives each number once.
  func isDealt(_ index: ElementIndex) -> Bool {
    guard case .counted(let counter, _) = index, case let cell = self.cell(of: counter) else {
      return false
    }
    return isReceive(cell) && isCounter(cell)
  }
}

/// Finds what is sent to a channel that a function makes, where the bodies say all that is done with
/// it: it lies in variables that are not assigned again, and is given to functions that are known.
private struct ChannelSends {
  private struct Send {
    var function: FunctionNumber
    var value: ValueID
    /// Whether the body that sends runs once for the channel.
    var isOnce: Bool
  }

  private let program: ComponentContext
  private var sends: [Send] = []

  private static let deepest = 3

  init(_ program: ComponentContext) { self.program = program }

  /// Whether all that is sent to a channel is what one loop counts, a number once a turn.
  func isDealing(channel: ValueID, in number: FunctionNumber) -> Bool {
    var found = self
    guard found.find([channel], in: number, depth: 0), found.sends.count == 1 else { return false }
    let send = found.sends[0]
    let body = program.function(send.function).body
    let loops = FlowLoops(body)
    return send.isOnce && loops.isOneLoop(around: body.block(of: send.value), body)
      && isCounted(body.operand(send.value, 1), at: body.block(of: send.value), body, loops)
  }

  // MARK: Numbers

  /// Whether a value is another number in each turn of the loop around a block.
  private func isCounted(
    _ value: ValueID, at block: BlockID, _ body: FlowBody, _ loops: FlowLoops
  ) -> Bool {
    guard !value.isNone, loops.areInCommonLoop(body.block(of: value), block) else { return false }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .extract:
      let step = body.operand(value, 0)
      guard instruction.payload == 1, !step.isNone, body.instructions[step.index].opcode == .next
      else { return false }
      let container = body.operand(step, 0)
      if container.isNone { return true }
      switch body.instructions[container.index].kind {
      case .none, .slice, .aggregate, .pointer: return true
      default: return false
      }
    case .phi:
      let header = body.block(of: value)
      return zip(body.predecessors(of: header), 0...).allSatisfy { predecessor, position in
        !loops.areInCommonLoop(header, predecessor)
          || isNext(body.operand(value, position), after: value, body)
      }
    default: return false
    }
  }

  /// Whether a value is another one and a constant above zero.
  private func isNext(_ value: ValueID, after base: ValueID, _ body: FlowBody) -> Bool {
    guard !value.isNone, case let sum = body.instructions[value.index], sum.opcode == .binary,
      NodeKind(rawValue: UInt8(truncatingIfNeeded: sum.payload)) == .plus,
      body.operand(value, 0) == base, case let step = body.operand(value, 1), !step.isNone
    else { return false }
    let constant = body.instructions[step.index]
    return constant.opcode == .constant && constant.flags.contains(.integer)
      && Int32(bitPattern: constant.payload) > 0
  }

  // MARK: Uses of the channel

  /// Finds the sends by a function and the literals of its declaration to a channel that some values of
  /// the function are; false where others may get at it.
  private mutating func find(
    _ seeds: [ValueID], in root: FunctionNumber, depth: Int
  ) -> Bool {
    let function = program.function(root)
    let declaration = FunctionNumber(rawValue: root.rawValue - function.literal)
    var variables: Set<UInt32> = []
    let own = values(from: Set(seeds), function.body, &variables)
    guard !variables.contains(where: { program.isAssignedAgain($0, in: declaration) }) else {
      return false
    }
    let known = variables
    for number in program.functions(of: declaration) {
      let body = program.function(number).body
      let channels = number == root ? own : values(from: [], body, &variables)
      guard variables == known, channels.isEmpty || find(channels, number, root, depth) else {
        return false
      }
    }
    return true
  }

  /// The values of a body that are a channel, and the variables that hold it.
  private func values(
    from seeds: Set<ValueID>, _ body: FlowBody, _ variables: inout Set<UInt32>
  ) -> Set<ValueID> {
    var found = seeds
    var count: Int
    repeat {
      count = found.count + variables.count
      for (index, instruction) in body.instructions.enumerated() {
        let value = ValueID(index)
        switch instruction.opcode {
        case .declare where found.contains(body.operand(value, 0)):
          variables.insert(instruction.payload)
        case .convert where found.contains(body.operand(value, 0)): found.insert(value)
        case .load:
          let address = body.addresses[Int(instruction.payload)]
          if address.step == .variable, variables.contains(address.payload) { found.insert(value) }
        default: break
        }
      }
    } while count != found.count + variables.count
    return found
  }

  /// Finds the sends by a body to a channel that some of its values are.
  private mutating func find(
    _ channels: Set<ValueID>, _ number: FunctionNumber, _ root: FunctionNumber, _ depth: Int
  ) -> Bool {
    let body = program.function(number).body
    let isInAddress = body.addresses.contains {
      ($0.step == .value || $0.step == .mapElement || $0.step == .element)
        && channels.contains(ValueID(rawValue: $0.payload))
    }
    if isInAddress { return false }
    for (index, instruction) in body.instructions.enumerated() {
      let value = ValueID(index)
      for position in 0..<Int(instruction.operandCount)
      where channels.contains(body.operand(value, position)) {
        switch instruction.opcode {
        case .declare, .receive, .close, .next, .select, .binary, .builtin: break
        case .convert where instruction.kind == .channel: break
        case .send where position == 0:
          sends.append(Send(function: number, value: value, isOnce: isOnce(number, in: root)))
        case .call, .go, .defer:
          guard find(givenAt: position, of: value, number, root, depth) else { return false }
        default: return false
        }
      }
    }
    return true
  }

  /// Finds the sends by functions that a call gives the channel to.
  private mutating func find(
    givenAt position: Int, of call: ValueID, _ number: FunctionNumber, _ root: FunctionNumber,
    _ depth: Int
  ) -> Bool {
    let function = program.function(number)
    let instruction = function.body.instructions[call.index]
    let hasValue = instruction.flags.contains(.functionValue)
    var targets: [FunctionNumber] = []
    if hasValue {
      let literal = function.body.operand(call, 0)
      guard position > 0, !literal.isNone,
        case let closure = function.body.instructions[literal.index], closure.opcode == .closure
      else { return false }
      targets = [FunctionNumber(rawValue: closure.payload)]
    } else {
      let callee = CalleeNumber(rawValue: instruction.payload)
      switch program.target(of: callee, isInTest: function.traits.contains(.isInTest)) {
      case .builtin("close"): return true
      case .functions(let functions): targets = functions.map(\.function)
      default: return false
      }
    }
    guard depth < Self.deepest, targets.count == 1, let target = targets.first, target != root
    else {
      return false
    }
    let parameter = UInt32(hasValue ? position - 1 : position)
    let body = program.function(target).body
    let seeds = body.instructions.indices.filter {
      body.instructions[$0].opcode == .parameter && body.instructions[$0].payload == parameter
    }
    let count = sends.count
    guard find(seeds.map { ValueID($0) }, in: target, depth: depth + 1) else { return false }
    let isOnce =
      sends.count > count && isOnce(number, in: root)
      && !FlowLoops(function.body).isInLoop(function.body.block(of: call))
    for index in count..<sends.count where !isOnce { sends[index].isOnce = false }
    return true
  }

  /// Whether a body runs once in a run of a function: it is that function's, or that of a literal which
  /// it calls or starts in one place outside of loops, and does nothing else with.
  private func isOnce(_ number: FunctionNumber, in root: FunctionNumber) -> Bool {
    if number == root { return true }
    guard program.function(number).parent == root else { return false }
    let body = program.function(root).body
    var closures: [ValueID] = []
    for (index, instruction) in body.instructions.enumerated()
    where instruction.opcode == .closure && instruction.payload == number.rawValue {
      closures.append(ValueID(index))
    }
    guard closures.count == 1 else { return false }
    let loops = FlowLoops(body)
    var count = 0
    for (index, instruction) in body.instructions.enumerated() {
      let value = ValueID(index)
      for position in 0..<Int(instruction.operandCount)
      where body.operand(value, position) == closures[0] {
        guard position == 0, instruction.flags.contains(.functionValue),
          [.call, .go, .defer].contains(instruction.opcode),
          !loops.isInLoop(body.block(of: value))
        else { return false }
        count += 1
      }
    }
    return count == 1
  }
}
