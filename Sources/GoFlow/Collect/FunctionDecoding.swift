import Basics
import GoIR

extension FactsReader {
  mutating func functions(_ bounds: FactsBounds) throws(FactsError) -> [FlowFunction] {
    var bounds = bounds
    bounds.functions = try count()
    var functions: [FlowFunction] = []
    for index in 0..<bounds.functions {
      let function = try function(bounds, at: index, after: functions)
      functions.append(function)
    }
    return functions
  }

  private mutating func function(
    _ bounds: FactsBounds, at index: Int, after others: [FlowFunction]
  ) throws(FactsError) -> FlowFunction {
    let key = try key(bounds)
    let literal = try number(below: index + 1)
    guard literal == 0 || others[index - Int(literal)].literal == 0 else { throw .malformed }
    let parent: FunctionNumber = try optional(below: index)
    let traits = FlowFunction.Traits(rawValue: try byte())
    let file = try number(below: bounds.files)
    let start = try number()
    let end = try number(from: start)
    let parameters = try list { reader throws(FactsError) in try reader.parameter(bounds) }
    let results = try list { reader throws(FactsError) in try reader.parameter(bounds) }
    let variables = try list { reader throws(FactsError) in try reader.variable(bounds) }
    let known = literal == 0 ? variables.count : others[index - Int(literal)].variables.count
    let captures = try list { reader throws(FactsError) in try reader.number(below: known) }
    var body = BodyDecoding(bounds, variables: known, parameters: parameters.count)
    try body.read(from: &self, start: start)
    return FlowFunction(
      key: key, literal: literal, parent: parent, traits: traits, file: file, start: start,
      end: end, parameters: parameters, results: results, captures: captures,
      variables: variables, body: FlowBody(body.body))
  }

  private mutating func parameter(_ bounds: FactsBounds) throws(FactsError) -> FlowParameter {
    FlowParameter(
      name: try id(below: bounds.texts), type: try id(below: bounds.texts), kind: try kind(),
      layout: try id(below: bounds.layouts))
  }

  private mutating func variable(_ bounds: FactsBounds) throws(FactsError) -> FlowVariable {
    let raw = try byte()
    if raw == .max { return .empty }
    guard let kind = ReferenceKind(rawValue: raw) else { throw .malformed }
    let layout: LayoutNumber = try id(below: bounds.layouts)
    return FlowVariable(name: try id(below: bounds.texts), layout: layout, kind: kind)
  }
}

/// Reads a body and checks that it is whole: numbers lie in their tables, blocks have one
/// terminator, edges match, phis have an operand for each way.
private struct BodyDecoding {
  private let bounds: FactsBounds
  private let variables: Int
  private let parameters: Int
  private(set) var body = FlowBody.Parts()

  init(_ bounds: FactsBounds, variables: Int, parameters: Int) {
    self.bounds = bounds
    self.variables = variables
    self.parameters = parameters
  }

  mutating func read(from reader: inout FactsReader, start: UInt32) throws(FactsError) {
    let count = try reader.count()
    body.instructions.reserveCapacity(count)
    for index in 0..<count { try readInstruction(index, count, from: &reader) }
    var last = start
    for _ in 0..<count {
      last = try reader.number(from: last)
      body.positions.append(last)
      body.positions.append(try reader.number(from: last))
    }
    try readBlocks(from: &reader)
    try readAddresses(from: &reader)
    try readContainers(count, from: &reader)
    let bounds = bounds
    body.labels = try reader.list { reader throws(FactsError) in
      try reader.id(below: bounds.fields)
    }
    body.deferred = try reader.list { reader throws(FactsError) in
      try reader.optional(below: count)
    }
    for deferred in body.deferred where !deferred.isNone {
      guard body.instructions[deferred.index].opcode == .defer else { throw .malformed }
    }
    for instruction in body.instructions { try check(instruction) }
    try checkBlocks()
  }

  // MARK: Instructions

  private mutating func readInstruction(
    _ index: Int, _ count: Int, from reader: inout FactsReader
  ) throws(FactsError) {
    let head = try reader.byte()
    guard let opcode = Opcode(rawValue: head & 0x3F) else { throw .malformed }
    var instruction = FlowInstruction(
      opcode: opcode, kind: .none, flags: [], firstOperand: UInt32(body.operands.count),
      operandCount: 0, layout: 0, payload: 0)
    if head & 0x80 != 0 {
      let byte = try reader.byte()
      guard let kind = ReferenceKind(rawValue: byte & 0x7F) else { throw .malformed }
      instruction.kind = kind
      let isReference = byte & 0x80 == 0
      instruction.layout = UInt16(
        isReference ? LayoutNumber.reference.rawValue : try reader.number(below: bounds.layouts))
    }
    if head & 0x40 != 0 {
      instruction.flags = InstructionFlags(
        rawValue: UInt16(try reader.number(below: Int(UInt16.max) + 1)))
    }
    instruction.payload = try reader.optional()
    let operands = try reader.count()
    guard let operandCount = UInt16(exactly: operands) else { throw .malformed }
    instruction.operandCount = operandCount
    for _ in 0..<operands {
      body.operands.append(try value(usedBy: index, count, from: &reader))
    }
    body.instructions.append(instruction)
  }

  private func value(
    usedBy index: Int, _ count: Int, from reader: inout FactsReader
  ) throws(FactsError) -> ValueID {
    let coded = Int(try reader.number())
    if coded == 0 { return .none }
    let distance = (coded - 1) >> 1
    let value = coded & 1 == 0 ? index + distance : index - distance
    guard value >= 0, value < count else { throw .malformed }
    return ValueID(value)
  }

  private func check(_ instruction: FlowInstruction) throws(FactsError) {
    let payload = Int(instruction.payload)
    let isSound =
      switch instruction.opcode {
      case .parameter: payload < parameters
      case .function, .methodValue, .call, .go, .defer: payload < bounds.callees
      case .closure: payload < bounds.functions
      case .convert: payload <= bounds.conversions
      case .declare: payload < variables
      case .load, .store, .address: payload < body.addresses.count
      case .field, .updateField: payload < bounds.fields
      case .composite where instruction.flags.contains(.labels):
        payload + Int(instruction.operandCount) <= body.labels.count
      case .runDeferred: payload < body.deferred.count
      default: true
      }
    guard isSound, instruction.operandCount >= instruction.opcode.leastOperands else {
      throw .malformed
    }
    if instruction.opcode == .slice || instruction.opcode == .composite { return }
    let first = Int(instruction.firstOperand)
    for operand in body.operands[first..<first + Int(instruction.operandCount)] {
      if operand.isNone { throw .malformed }
    }
  }

  // MARK: Blocks

  private mutating func readBlocks(from reader: inout FactsReader) throws(FactsError) {
    let count = try reader.count()
    var start = 0
    var edges = 0
    for _ in 0..<count {
      let end = start + Int(try reader.number())
      let successors = Int(try reader.number())
      let predecessors = Int(try reader.number())
      guard end > start, end <= body.instructions.count else { throw .malformed }
      body.blocks.append(
        FlowBlock(
          start: UInt32(start), end: UInt32(end), firstSuccessor: UInt32(truncatingIfNeeded: edges),
          successorCount: UInt32(successors),
          firstPredecessor: UInt32(truncatingIfNeeded: edges + successors),
          predecessorCount: UInt32(predecessors)))
      start = end
      edges += successors + predecessors
      guard edges <= Int(UInt32.max) else { throw .malformed }
    }
    guard count > 0, start == body.instructions.count else { throw .malformed }
    for index in 0..<edges {
      let block = try reader.number(from: UInt32(index))
      guard Int(block) < count else { throw .malformed }
      body.edges.append(BlockID(rawValue: block))
    }
  }

  private mutating func readAddresses(from reader: inout FactsReader) throws(FactsError) {
    let count = try reader.count()
    for index in 0..<count {
      guard let step = Address.Step(rawValue: try reader.byte()) else { throw .malformed }
      var base = AddressID.none
      if !step.isRoot {
        let distance = Int(try reader.number())
        guard distance > 0, distance <= index else { throw .malformed }
        base = AddressID(index - distance)
      }
      let payload = try reader.optional()
      let bound =
        switch step {
        case .value, .element, .mapElement: body.instructions.count
        case .variable: variables
        case .global: bounds.globals
        case .field: bounds.fields
        case .nowhere, .pointee: Int.max
        }
      guard Int(payload) < bound else { throw .malformed }
      body.addresses.append(FlowAddress(step: step, base: base, payload: payload))
    }
  }

  private mutating func readContainers(
    _ count: Int, from reader: inout FactsReader
  ) throws(FactsError) {
    var last = 0
    for _ in 0..<(try reader.count()) {
      last += Int(try reader.number())
      guard last < count else { throw .malformed }
      body.containers.append(
        FlowContainer(value: ValueID(last), type: try reader.id(below: bounds.texts)))
    }
  }

  private func checkBlocks() throws(FactsError) {
    for block in body.blocks {
      for value in block.start..<block.end {
        let instruction = body.instructions[Int(value)]
        guard instruction.opcode.isTerminator == (value + 1 == block.end),
          instruction.opcode != .phi || instruction.operandCount == block.predecessorCount
        else { throw .malformed }
      }
      let fits =
        switch body.instructions[Int(block.end) - 1].opcode {
        case .jump: block.successorCount == 1
        case .branch: block.successorCount == 2
        case .select: block.successorCount > 0
        default: block.successorCount == 0
        }
      guard fits else { throw .malformed }
    }
    try checkEdges()
  }

  /// Each edge is known at both ends.
  private func checkEdges() throws(FactsError) {
    var outward: [UInt64] = []
    var inward: [UInt64] = []
    for (index, block) in body.blocks.enumerated() {
      for other in edges(block.firstSuccessor, block.successorCount) {
        outward.append(UInt64(index) << 32 | UInt64(other.rawValue))
      }
      for other in edges(block.firstPredecessor, block.predecessorCount) {
        inward.append(UInt64(other.rawValue) << 32 | UInt64(index))
      }
    }
    guard outward.count == inward.count, outward.sorted() == inward.sorted() else {
      throw .malformed
    }
  }

  private func edges(_ first: UInt32, _ count: UInt32) -> ArraySlice<BlockID> {
    body.edges[Int(first)..<Int(first) + Int(count)]
  }
}

extension Opcode {
  /// How many operands it has at least, in broken Go too.
  fileprivate var leastOperands: Int {
    switch self {
    case .methodValue, .declare, .store, .field, .new, .slice, .convert, .assert, .unary, .extract,
      .receive:
      1
    case .updateField, .element, .binary, .send: 2
    case .updateElement: 3
    default: 0
    }
  }
}
