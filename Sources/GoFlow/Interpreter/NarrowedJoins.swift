import Basics
import GoIR

/// What values can be on the single ways on which they meet, as far as branches of these ways tell.
///
/// Where a map, slice or pointer turned out to be nil it leads to nothing, so that a copy of the struct in
/// which it lies shares nothing by it: `c := u; if u.m != nil { c.m = maps.Clone(u.m) }`. Where a local
/// flag turned out to be set, a value that met another one where the flag did is what it was on the ways
/// on which the flag may have been: `if !copied { x = slices.Clone(x); copied = true }`. Where value and
/// flag went through further joins together, that holds for each of these.
struct NarrowedJoins {
  /// What meets others in place of an operand.
  struct Operand {
    var values: [ValueID]
    /// The parts of these that are nil, by their fields.
    var absent: [[FieldNumber]] = []

    /// Whether a leaf of the values leads to nothing.
    func isAbsent(_ steps: [PathStep]) -> Bool {
      absent.contains { fields in steps.elementsEqual(fields.map { .field($0) }) }
    }
  }

  /// The operands of which more is known, by where they lie among all operands of the body.
  private(set) var operands: [Int: Operand] = [:]

  /// How many blocks are gone back on a way, and how many steps to where a value comes from.
  private static let longestWay = 4
  private static let deepest = 6
  /// How many joins of a value and a flag are gone back through.
  private static let mostPairs = 8

  /// Looks at all joins of a body. Costs a look at each operand of those that have memory.
  init(_ body: FlowBody) {
    for (index, block) in body.blocks.enumerated() where block.predecessorCount > 1 {
      var known: [[(condition: ValueID, isTrue: Bool)]]?
      for value in block.start..<block.end {
        let phi = body.instructions[Int(value)]
        guard phi.opcode == .phi else { break }
        if phi.layout == 0 { continue }
        let ways =
          known
          ?? body.predecessors(of: BlockID(index)).map {
            Self.conditions(from: $0, to: BlockID(index), body)
          }
        known = ways
        for position in 0..<min(ways.count, Int(phi.operandCount)) where !ways[position].isEmpty {
          let place = Int(phi.firstOperand) + position
          operands[place] = Self.narrowed(body.operands[place], ways[position], body)
        }
      }
    }
  }

  /// What the branches found that lead along an edge, and along it alone.
  private static func conditions(
    from: BlockID, to: BlockID, _ body: FlowBody
  ) -> [(condition: ValueID, isTrue: Bool)] {
    var found: [(condition: ValueID, isTrue: Bool)] = []
    var (source, target) = (from, to)
    for _ in 0..<longestWay {
      let block = body.blocks[source.index]
      if let (condition, isNegated) = body.condition(of: block) {
        let isTrue = (target == body.edges[Int(block.firstSuccessor)]) != isNegated
        found.append((condition, isTrue))
      }
      guard block.predecessorCount == 1 else { break }
      (source, target) = (body.edges[Int(block.firstPredecessor)], source)
    }
    return found
  }

  /// What is left of an operand where some conditions hold; nil where that is all of it.
  private static func narrowed(
    _ operand: ValueID, _ ways: [(condition: ValueID, isTrue: Bool)], _ body: FlowBody
  ) -> Operand? {
    if operand.isNone { return nil }
    var found = Operand(values: [operand])
    for (condition, isTrue) in ways {
      let instruction = body.instructions[condition.index]
      if instruction.opcode == .phi {
        var pairs = Pairs(isSet: isTrue)
        pairs.follow(operand, condition, body)
        if pairs.isNarrower { found.values = pairs.values }
      } else if let comparison = body.comparison(condition), comparison.isWithZero,
        comparison.isEqual == isTrue, body.instructions[comparison.value.index].kind != .none
      {
        if let fields = absent(in: operand, where: comparison.value, body) {
          found.absent.append(fields)
        }
      }
    }
    return found.values == [operand] && found.absent.isEmpty ? nil : found
  }

  /// What a value that meets others where a flag does was on the ways on which the flag may be set, or
  /// not. Both take the same way at a join, so that the question goes back along it as long as they
  /// meet others at one place; a pair that comes round again adds nothing to what it was asked for.
  private struct Pairs {
    let isSet: Bool
    var values: [ValueID] = []
    /// Whether some way is left out.
    var isNarrower = false
    private var seen: [(value: ValueID, flag: ValueID)] = []

    init(isSet: Bool) { self.isSet = isSet }

    mutating func follow(_ value: ValueID, _ flag: ValueID, _ body: FlowBody) {
      guard Self.meet(value, flag, body), seen.count < NarrowedJoins.mostPairs else {
        if !values.contains(value) { values.append(value) }
        return
      }
      if seen.contains(where: { $0 == (value, flag) }) { return }
      seen.append((value, flag))
      for position in 0..<Int(body.instructions[value.index].operandCount) {
        let decider = body.operand(flag, position)
        if let truth = body.truth(of: decider), truth != isSet {
          isNarrower = true
        } else {
          follow(body.operand(value, position), decider, body)
        }
      }
    }

    /// Whether a value and a flag meet others at one join.
    private static func meet(_ value: ValueID, _ flag: ValueID, _ body: FlowBody) -> Bool {
      if value.isNone || flag.isNone { return false }
      let (left, right) = (body.instructions[value.index], body.instructions[flag.index])
      return left.opcode == .phi && right.opcode == .phi && left.operandCount == right.operandCount
        && body.block(of: value) == body.block(of: flag)
    }
  }

  /// The fields by which a value has what is nil; none where it is that itself, nil where it has it not.
  private static func absent(
    in operand: ValueID, where tested: ValueID, _ body: FlowBody
  ) -> [FieldNumber]? {
    if operand == tested { return [] }
    guard body.instructions[tested.index].opcode == .field else { return nil }
    let origin = origin(of: [], in: tested, depth: 0, body)
    // The struct may be one that lies in the operand, or the other way round.
    var fields: [FieldNumber] = []
    var whole = tested
    while !whole.isNone, body.instructions[whole.index].opcode == .field {
      fields.insert(FieldNumber(rawValue: body.instructions[whole.index].payload), at: 0)
      whole = body.operand(whole, 0)
    }
    for start in fields.indices {
      let way = Array(fields[start...])
      if self.origin(of: way, in: operand, depth: 0, body) == origin { return way }
    }
    return nil
  }

  /// A part of a value: where a body takes it from, and by which fields.
  private struct Origin: Equatable {
    var value: ValueID
    var fields: [FieldNumber]
  }

  /// Where a part of a value comes from, past what changes other parts of it.
  private static func origin(
    of fields: [FieldNumber], in value: ValueID, depth: Int, _ body: FlowBody
  ) -> Origin {
    let own = Origin(value: value, fields: fields)
    guard depth < deepest, !value.isNone else { return own }
    let instruction = body.instructions[value.index]
    let field = FieldNumber(rawValue: instruction.payload)
    func next(_ position: Int, _ fields: [FieldNumber]) -> Origin {
      let operand = body.operand(value, position)
      return operand.isNone ? own : origin(of: fields, in: operand, depth: depth + 1, body)
    }
    switch instruction.opcode {
    case .field: return next(0, [field] + fields)
    case .updateField where !fields.isEmpty:
      return fields[0] == field ? next(1, Array(fields.dropFirst())) : next(0, fields)
    case .phi where instruction.operandCount > 0 && instruction.operandCount <= 4:
      let first = next(0, fields)
      let isOne = (1..<Int(instruction.operandCount)).allSatisfy { next($0, fields) == first }
      return isOne ? first : own
    default: return own
    }
  }
}

extension FlowBody {
  /// What the branch at the end of a block asks, and whether the other way is taken where it holds;
  /// nil where one way leads on.
  func condition(of block: FlowBlock) -> (ValueID, isNegated: Bool)? {
    guard block.end > block.start, block.successorCount == 2 else { return nil }
    let terminator = instructions[Int(block.end) - 1]
    guard terminator.opcode == .branch, terminator.operandCount == 1 else { return nil }
    let first = Int(block.firstSuccessor)
    guard edges[first] != edges[first + 1] else { return nil }
    var condition = operands[Int(terminator.firstOperand)]
    var isNegated = false
    while instructions[condition.index].opcode == .unary,
      instructions[condition.index].operandCount == 1
    {
      isNegated.toggle()
      condition = operands[Int(instructions[condition.index].firstOperand)]
    }
    return (condition, isNegated)
  }

  /// Whether a value is the constant true, or false; nil for others.
  fileprivate func truth(of value: ValueID) -> Bool? {
    if value.isNone { return nil }
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .zero: return false
    case .constant where !instruction.flags.contains(.integer) && instruction.payload == 1:
      return true
    case .constant where !instruction.flags.contains(.integer) && instruction.payload == 2:
      return false
    default: return nil
    }
  }
}
