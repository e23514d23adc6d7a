import Basics
import GoSyntax
import GoTypes

@testable import GoIR

/// Channels, select, and the steps of range loops.
extension Machine {
  // MARK: Channels

  /// A send on a channel without room hands its value over when a receiver takes it: it leaves
  /// the value with the channel once, and waits until that is gone.
  func send(_ target: Value, _ value: Value) throws -> Effect {
    guard case .channel(let channel) = target else { return .waits }
    if let mine = channel.senders.firstIndex(where: { $0.goroutine === current }) {
      if channel.isClosed {
        channel.senders.remove(at: mine)
        throw RuntimePanic("send on closed channel")
      }
      return .waits
    }
    if channel.taken.contains(where: { $0 === current }) {
      channel.taken.removeAll { $0 === current }
      return .value(.null)
    }
    if channel.isClosed { throw RuntimePanic("send on closed channel") }
    if channel.buffer.count < channel.capacity {
      channel.buffer.append(value)
      return .value(.null)
    }
    channel.senders.append((current, value))
    waits += 1
    return .waits
  }

  private func take(_ channel: Channel) -> Value? {
    if !channel.buffer.isEmpty {
      let value = channel.buffer.removeFirst()
      if !channel.senders.isEmpty {
        let sender = channel.senders.removeFirst()
        channel.buffer.append(sender.value)
        channel.taken.append(sender.goroutine)
      }
      return value
    }
    if !channel.senders.isEmpty {
      let sender = channel.senders.removeFirst()
      channel.taken.append(sender.goroutine)
      return sender.value
    }
    return nil
  }

  func receive(_ frame: Frame, _ source: Value, _ instruction: Instruction) throws -> Effect {
    guard case .channel(let channel) = source else { return .waits }
    let isPair = instruction.flags.contains(.commaOk)
    if let value = take(channel) {
      channel.receivers.removeAll { $0 === current }
      return .value(isPair ? .tuple([value, .bool(true)]) : value)
    }
    if channel.isClosed {
      let none = zero(resolve(instruction.type, frame))
      return .value(isPair ? .tuple([none, .bool(false)]) : none)
    }
    wait(for: channel)
    return .waits
  }

  private func wait(for channel: Channel) {
    guard !channel.receivers.contains(where: { $0 === current }) else { return }
    channel.receivers.append(current)
    waits += 1
  }

  /// The clause that a select chooses: the first that can go on, the default clause, or none.
  func select(
    _ frame: Frame, _ value: ValueID, _ operands: [Value], _ instruction: Instruction
  ) throws -> Int? {
    let tree = frame.typer.tree
    let clauses = tree.children(frame.function.nodes[value.index])
      .filter { ClauseSyntax($0, in: tree) != nil }
    var rest = operands[...]
    var otherwise: Int?
    for (index, clause) in clauses.enumerated() {
      if tree.kind(clause) == .defaultCase {
        otherwise = index
        continue
      }
      let isSend = SendSyntax(tree.child(clause, .communication), in: tree) != nil
      let target = rest.popFirst()
      if isSend { rest.removeFirst() }
      guard case .channel(let channel)? = target else { continue }
      if isSend {
        let isWaitedFor = channel.receivers.contains { $0 !== current } && channel.senders.isEmpty
        if channel.isClosed || channel.buffer.count < channel.capacity || isWaitedFor {
          return index
        }
      } else if channel.isClosed || !channel.buffer.isEmpty || !channel.senders.isEmpty {
        return index
      } else if otherwise == nil, !instruction.flags.contains(.nonblocking) {
        wait(for: channel)
      }
    }
    if let otherwise {
      if !instruction.flags.contains(.nonblocking) {
        throw InterpreterError("a default clause of a select that waits")
      }
      return otherwise
    }
    return nil
  }

  // MARK: Range loops

  /// A step of a range loop.
  ///
  /// The graph says of an iterator function only that it is called at `next`. It means what the
  /// specification says: each call of the yield function is a step, whose result is true when
  /// `next` is executed again and false when the loop is left otherwise.
  func advance(_ frame: Frame, _ value: ValueID, _ operands: [Value]) throws -> Effect {
    let iteration: Iteration
    if let known = frame.iterations[value] {
      iteration = known
    } else {
      iteration = Iteration(try rangedOver(frame, value, operands))
      frame.iterations[value] = iteration
      if case .function(let function) = iteration.over {
        frame.iterators.append((value, iteration))
        frame.next -= 1
        try invoke(
          function, [.function(FunctionObject(.yield(iteration)))], .iterator(iteration, value))
        return .called
      }
    }
    if let waiting = iteration.waiting {
      waiting.frame.registers[waiting.result.index] = .bool(true)
      iteration.waiting = nil
      frame.next -= 1
      current.frames += iteration.parked
      iteration.parked = []
      return .called
    }
    guard let (key, element) = try step(iteration) else {
      frame.iterations[value] = nil
      return .value(.tuple([.bool(false), .null, .null]))
    }
    return .value(.tuple([.bool(true), key, element]))
  }

  /// The loop over the length of an array does not name it.
  private func rangedOver(_ frame: Frame, _ value: ValueID, _ operands: [Value]) throws -> Value {
    if let operand = operands.first {
      if !operand.isNull { return operand }
      let type = frame.function.instructions[frame.function.operand(of: value)].type
      if case .pointer(let target) = checker.coreNode(resolve(type, frame)),
        case .array(_, let length) = checker.coreNode(target)
      {
        return .int(Int(length))
      }
      if case .function = checker.coreNode(resolve(type, frame)) {
        throw RuntimePanic("nil pointer dereference")
      }
      return .int(0)
    }
    let tree = frame.typer.tree
    guard let range = RangeSyntax(frame.function.nodes[value.index], in: tree) else {
      throw InterpreterError("a range of nothing")
    }
    var type = resolve(frame.typer.type(of: range.expression), frame)
    if case .pointer(let target) = checker.coreNode(type) { type = target }
    guard case .array(_, let length) = checker.coreNode(type) else {
      throw InterpreterError("a range of nothing")
    }
    return .int(Int(length))
  }

  private func step(_ iteration: Iteration) throws -> (Value, Value)? {
    let position = iteration.position
    switch iteration.over {
    case .slice(let slice): iteration.over = .int(slice.count)
    case .array(let parts): iteration.over = .int(parts.count)
    case .pointer(let pointer):
      if case .array(let parts) = pointer.load() { iteration.over = .int(parts.count) }
    default: break
    }
    switch iteration.over {
    case .integer(let count, let kind):
      guard Int128(position) < count else { return nil }
      iteration.position += 1
      return (.integer(Int128(position), kind.defaultKind), .null)
    case .string(let bytes):
      guard position < bytes.count else { return nil }
      let runes = Self.runes(Array(bytes[position...]))
      iteration.position = runes.count > 1 ? position + runes[1].start : bytes.count
      return (.int(position), .integer(Int128(runes[0].scalar), .int32))
    case .map(let map):
      while iteration.position < map.entries.count {
        iteration.position += 1
        if let entry = map.entries[iteration.position - 1] { return (entry.key, entry.value) }
      }
      return nil
    default: throw InterpreterError("a range over \(iteration.over)")
    }
  }
}
