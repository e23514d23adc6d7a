import Basics
import GoIR
import GoSyntax
import GoTypes

/// Makes the graphs of one package small: what leads to no memory, no call and no choice that
/// matters is left out, types become kinds and layouts. Used by one thread.
///
/// An instruction is kept for what it does, or because one that is kept mentions it.
final class BodyCompiler {
  private let symbols: SymbolCollector
  private let layouts: TypeLayouts
  private let callees: CalleeCollector
  private let containers: ContainerTypes
  private let interfaces: InterfaceCollector
  // What one body needs; kept for the next one.
  private var isLive: [Bool] = []
  private var pending: [ValueID] = []
  private var numbers: [UInt32] = []
  private var addressNumbers: [UInt32] = []

  /// A list of more elements than this, all without references, has no operands.
  private static let longList = 16

  init(
    _ symbols: SymbolCollector, _ layouts: TypeLayouts, _ callees: CalleeCollector,
    _ interfaces: InterfaceCollector
  ) {
    self.interfaces = interfaces
    self.symbols = symbols
    self.layouts = layouts
    self.callees = callees
    containers = ContainerTypes(symbols)
  }

  /// The body of a function of a tree; `first` is the number of its declaration's first function.
  func compile(_ function: FunctionIR, in tree: SyntaxTree, first: UInt32) -> FlowBody {
    // Those that nothing leads to come last.
    let blocks = function.blocks.elements.prefix { !$0.isUnreachable }
    let count = Int(blocks.last?.instructions.upperBound ?? 0)
    markLive(function, count)
    var body = FlowBody.Parts()
    let live = numberLive(count)
    body.instructions.reserveCapacity(live)
    body.positions.reserveCapacity(2 * live)
    body.blocks.reserveCapacity(blocks.count)
    for (index, block) in blocks.enumerated() {
      let start = UInt32(body.instructions.count)
      for value in block.instructions where isLive[Int(value)] {
        emit(ValueID(rawValue: value), function, first, to: &body)
        let range = range(of: function.nodes[Int(value)], tree)
        body.positions.append(range.start)
        body.positions.append(range.end)
      }
      close(BlockID(index), function, start, to: &body)
    }
    body.deferred = function.deferred.elements.map {
      !$0.isNone && $0.index < count ? ValueID(rawValue: numbers[$0.index]) : .none
    }
    return FlowBody(body)
  }

  private func range(of node: NodeID, _ tree: SyntaxTree) -> ByteRange {
    node.isNone ? ByteRange(at: 0) : tree.range(node)
  }

  // MARK: What is kept

  private func markLive(_ function: FunctionIR, _ count: Int) {
    isLive.removeAll(keepingCapacity: true)
    isLive.append(contentsOf: repeatElement(false, count: count))
    for index in 0..<count where isRoot(ValueID(index), function) { mark(ValueID(index)) }
    while let value = pending.popLast() {
      for operand in operands(of: value, function) { mark(operand) }
      let instruction = function.instructions[value]
      guard instruction.opcode.hasAddress else { continue }
      var address = AddressID(rawValue: instruction.payload)
      while !address.isNone {
        let step = function.addresses[address]
        mark(step.value)
        address = step.base
      }
    }
  }

  private func mark(_ value: ValueID) {
    if value.isNone || isLive[value.index] { return }
    isLive[value.index] = true
    pending.append(value)
  }

  /// Whether an instruction is kept for what it does itself.
  private func isRoot(_ value: ValueID, _ function: FunctionIR) -> Bool {
    let instruction = function.instructions[value]
    switch instruction.opcode {
    case .load, .store, .declare, .call, .go, .defer, .runDeferred, .append, .copy, .delete,
      .clear, .close, .send, .receive, .next, .recover, .startPanic:
      return true
    case .builtin:
      guard let builtin = Builtin(rawValue: instruction.payload), builtin == .len || builtin == .cap
      else { return false }
      let kind = kind(of: function.operand(of: value), function)
      return kind == .map || kind == .channel
    case .convert:
      // The bytes of a slice are read.
      let operand = function.operand(of: value)
      return layouts.kind(of: instruction.type) == .none
        && kind(of: operand, function) == .slice
    default: return instruction.opcode.isTerminator
    }
  }

  private func kind(of value: ValueID, _ function: FunctionIR) -> ReferenceKind {
    value.isNone ? .none : layouts.kind(of: function.instructions[value].type)
  }

  /// The operands that an instruction keeps. A branch asks only what a call said, as of a lock that
  /// was tried, or an object of itself, how often a loop is gone through, whether a field or variable is
  /// set, and whether an element is what was given. Long tables of numbers and texts are one value.
  private func operands(of value: ValueID, _ function: FunctionIR) -> ArraySlice<ValueID> {
    let all = function.operands(of: value)
    let instruction = function.instructions[value]
    switch instruction.opcode {
    case .branch:
      let condition = function.operand(of: value)
      return isResultOfCall(condition, function) || isCount(condition, function)
        || isCountedDown(condition, function) || isFlagTest(condition, function)
        || isCheck(condition, function) || isSameTest(condition, function) ? all : []
    case .composite where all.count > Self.longList && !instruction.flags.contains(.labels):
      return all.allSatisfy { shape(of: $0, function).kind == .none }
        ? [] : all.prefix(Int(UInt16.max))
    default: return all.prefix(Int(UInt16.max))
    }
  }

  /// Whether a condition compares a variable that each turn of a loop counts up or down: `i < n`.
  private func isCount(_ condition: ValueID, _ function: FunctionIR) -> Bool {
    guard !condition.isNone, function.instructions[condition].opcode == .binary else {
      return false
    }
    let counter = function.operand(of: condition)
    guard !counter.isNone, function.instructions[counter].opcode == .phi else { return false }
    return function.operands(of: counter).contains { next in
      !next.isNone && function.instructions[next].opcode == .binary
        && function.operand(of: next) == counter
    }
  }

  /// Whether a condition compares the result of a call with zero or one: `n.Add(-1) == 0`.
  private func isCountedDown(_ condition: ValueID, _ function: FunctionIR) -> Bool {
    guard !condition.isNone, function.instructions[condition].opcode == .binary else {
      return false
    }
    let operands = function.operands(of: condition)
    guard operands.count == 2, let count = operands.first, let bound = operands.last,
      !count.isNone, !bound.isNone, function.instructions[count].opcode == .call
    else { return false }
    let number = function.instructions[bound]
    return number.opcode == .constant && number.flags.contains(.integer) && number.payload <= 1
  }

  /// Whether a condition asks what is wrong with an object: `err := s.check(); err != nil`.
  private func isCheck(_ condition: ValueID, _ function: FunctionIR) -> Bool {
    guard !condition.isNone, function.instructions[condition].opcode == .binary else {
      return false
    }
    let operands = function.operands(of: condition)
    guard operands.count == 2, let asked = operands.first, let null = operands.last,
      !asked.isNone, !null.isNone, isZero(null, function)
    else { return false }
    let call = function.instructions[asked]
    return call.opcode == .call && call.flags.contains(.receiver)
      && function.operands(of: asked).count == 1 && kind(of: asked, function) == .interface
  }

  /// Whether a condition asks whether a parameter, a field, an element or a variable in memory is set, is
  /// there, or is zero or nil, whether a channel is closed, or whether a local flag is set: `!s.done`,
  /// `err != nil`, `ok`.
  private func isFlagTest(_ condition: ValueID, _ function: FunctionIR) -> Bool {
    var tested = condition
    while !tested.isNone, function.instructions[tested].opcode == .unary {
      tested = function.operand(of: tested)
    }
    guard !tested.isNone else { return false }
    if function.instructions[tested].opcode == .binary {
      let operands = function.operands(of: tested)
      guard operands.count == 2, let first = operands.first, let zero = operands.last,
        !first.isNone, !zero.isNone, isZero(zero, function)
      else { return false }
      tested = first
      // `if u.labels != nil`, of a struct that is a value
      if function.instructions[tested].opcode == .field {
        let kind = kind(of: tested, function)
        return kind == .map || kind == .slice
      }
    } else if function.instructions[tested].opcode == .phi {
      return isLocalFlag(tested, function)
    }
    // `v, ok := m[k]`, and `v, ok := <-c`
    if function.instructions[tested].opcode == .extract {
      tested = function.operand(of: tested)
      guard !tested.isNone else { return false }
      let opcode = function.instructions[tested].opcode
      return opcode == .load || opcode == .receive
    }
    let opcode = function.instructions[tested].opcode
    return opcode == .load || opcode == .parameter
  }

  /// Whether a value is that of a variable which the function only sets and sets back.
  private func isLocalFlag(_ value: ValueID, _ function: FunctionIR) -> Bool {
    function.operands(of: value).allSatisfy {
      !$0.isNone && [.zero, .constant, .phi].contains(function.instructions[$0].opcode)
    }
  }

  /// Whether a condition compares a reference that an element holds with a parameter: `m[key] == entry`.
  private func isSameTest(_ condition: ValueID, _ function: FunctionIR) -> Bool {
    guard !condition.isNone, function.instructions[condition].opcode == .binary else {
      return false
    }
    let operands = function.operands(of: condition)
    guard operands.count == 2, let found = operands.first, let given = operands.last,
      !found.isNone, !given.isNone, function.instructions[found].opcode == .load,
      function.instructions[given].opcode == .parameter, kind(of: given, function) == .pointer
    else { return false }
    let address = AddressID(rawValue: function.instructions[found].payload)
    return function.addresses[address].step == .mapElement
  }

  private func isZero(_ value: ValueID, _ function: FunctionIR) -> Bool {
    let instruction = function.instructions[value]
    switch instruction.opcode {
    case .zero: return true
    case .constant:
      return instruction.type == .basic(.untypedNil)
        || instruction.flags.contains(.integer) && instruction.payload == 0
    default: return false
    }
  }

  private func isResultOfCall(_ condition: ValueID, _ function: FunctionIR) -> Bool {
    var value = condition
    while !value.isNone {
      let instruction = function.instructions[value]
      switch instruction.opcode {
      case .call: return true
      case .unary where instruction.payload == UInt32(NodeKind.bang.rawValue):
        value = function.operand(of: value)
      case .extract:
        value = function.operand(of: value)
        return !value.isNone && function.instructions[value].opcode == .call
      default: return false
      }
    }
    return false
  }

  /// Gives the values that are kept their numbers; says how many there are.
  private func numberLive(_ count: Int) -> Int {
    numbers.removeAll(keepingCapacity: true)
    addressNumbers.removeAll(keepingCapacity: true)
    var next: UInt32 = 0
    for index in 0..<count {
      numbers.append(isLive[index] ? next : .max)
      if isLive[index] { next += 1 }
    }
    return Int(next)
  }

  private func number(_ value: ValueID) -> ValueID {
    value.isNone ? .none : ValueID(rawValue: numbers[value.index])
  }

  // MARK: Instructions

  private func emit(
    _ value: ValueID, _ function: FunctionIR, _ first: UInt32, to body: inout FlowBody.Parts
  ) {
    let old = function.instructions[value]
    let operands = operands(of: value, function)
    let shape = shape(of: value, function)
    var new = FlowInstruction(
      opcode: old.opcode, kind: shape.kind, flags: old.flags,
      firstOperand: UInt32(body.operands.count), operandCount: UInt16(operands.count),
      layout: UInt16(shape.layout.rawValue), payload: old.payload)
    switch old.opcode {
    case .load, .store, .address:
      new.payload = address(AddressID(rawValue: old.payload), function, to: &body).rawValue
    case .field, .updateField:
      new.payload = symbols.field(FieldID(rawValue: old.payload)).rawValue
    case .closure: new.payload = first + old.payload
    case .function, .methodValue, .call, .go, .defer:
      let receiver = receiver(of: value, old, function)
      let callee = CalleeID(rawValue: old.payload)
      new.payload = callees.callee(callee, receiver: receiver).rawValue
    case .composite where old.flags.contains(.labels):
      new.payload = UInt32(body.labels.count)
      for label in function.labels(of: value).prefix(operands.count) {
        body.labels.append(symbols.field(label))
      }
    case .convert: new.payload = conversion(value, old, function)
    case .phi where operands.count < Int(old.operandCount):
      // More paths meet than can be told apart.
      new.opcode = .unknown
    default: break
    }
    for operand in operands { body.operands.append(number(operand)) }
    if shape.kind == .slice || shape.kind == .map, let type = containers.text(of: old.type) {
      body.containers.append(
        FlowContainer(value: ValueID(body.instructions.count), type: type))
    }
    body.instructions.append(new)
  }

  /// What a conversion to an interface is in the list of these, counted from 1; 0 for others.
  private func conversion(
    _ value: ValueID, _ instruction: Instruction, _ function: FunctionIR
  ) -> UInt32 {
    let operand = function.operand(of: value)
    guard !operand.isNone, layouts.kind(of: instruction.type) == .interface else { return 0 }
    let source = function.instructions[operand].type
    return interfaces.conversion(from: source, to: instruction.type).map { UInt32($0) + 1 } ?? 0
  }

  private func shape(of value: ValueID, _ function: FunctionIR) -> ValueShape {
    if value.isNone { return .none }
    let instruction = function.instructions[value]
    guard instruction.opcode.givesValue else { return .none }
    if instruction.opcode == .next {
      let over = function.operand(of: value)
      return over.isNone ? .none : layouts.stepShape(over: function.instructions[over].type)
    }
    return instruction.flags.contains(.commaOk)
      ? layouts.pairShape(of: instruction.type) : layouts.shape(of: instruction.type)
  }

  /// The type of the receiver of a call or method value, or `none`.
  private func receiver(
    of value: ValueID, _ instruction: Instruction, _ function: FunctionIR
  ) -> TypeID {
    let operands = function.operands(of: value)
    let receiver: ValueID?
    switch instruction.opcode {
    case .methodValue: receiver = operands.first
    case .function: receiver = nil
    default:
      guard instruction.flags.contains(.receiver) else { return .none }
      receiver = operands.dropFirst(instruction.flags.contains(.functionValue) ? 1 : 0).first
    }
    guard let receiver, !receiver.isNone else { return .none }
    return function.instructions[receiver].type
  }

  private func address(
    _ id: AddressID, _ function: FunctionIR, to body: inout FlowBody.Parts
  ) -> AddressID {
    if addressNumbers.isEmpty {
      addressNumbers.append(contentsOf: repeatElement(.max, count: function.addresses.count))
    }
    var way: [AddressID] = []
    var current = id
    while !current.isNone, addressNumbers[current.index] == .max {
      way.append(current)
      current = function.addresses[current].base
    }
    for id in way.reversed() {
      let old = function.addresses[id]
      let base = old.base.isNone ? .none : AddressID(rawValue: addressNumbers[old.base.index])
      var payload = old.payload
      switch old.step {
      case .value, .element, .mapElement: payload = number(old.value).rawValue
      case .field: payload = symbols.field(FieldID(rawValue: payload)).rawValue
      case .global: payload = symbols.global(GlobalID(rawValue: payload)).rawValue
      case .variable, .nowhere, .pointee: break
      }
      addressNumbers[id.index] = UInt32(body.addresses.count)
      body.addresses.append(FlowAddress(step: old.step, base: base, payload: payload))
    }
    return AddressID(rawValue: addressNumbers[id.index])
  }

  /// Ends a block: its instructions are those from `start` on.
  private func close(
    _ block: BlockID, _ function: FunctionIR, _ start: UInt32, to body: inout FlowBody.Parts
  ) {
    let successors = function.successors(of: block)
    let predecessors = function.predecessors(of: block)
    let edge = UInt32(body.edges.count)
    body.edges += successors
    body.edges += predecessors
    body.blocks.append(
      FlowBlock(
        start: start, end: UInt32(body.instructions.count), firstSuccessor: edge,
        successorCount: UInt32(successors.count),
        firstPredecessor: edge + UInt32(successors.count),
        predecessorCount: UInt32(predecessors.count)))
  }
}

extension Opcode {
  /// Whether it gives a constant or the zero value of a type.
  var isZero: Bool { self == .constant || self == .zero }

  /// Whether the payload is an address.
  var hasAddress: Bool { self == .load || self == .store || self == .address }
}
