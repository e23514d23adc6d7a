import Basics
import GoIR

/// The values and places of a body that may have what a goroutine was given, from its start on.
///
/// A value has it that had it then, or that is made of one that has it. Memory of the kind that was given is
/// known by the values that lead there: what lies in an object that nobody gave was not given. Where one that
/// has it and one that does not are joined, as by a call with both, the other one may be given too.
struct Holders {
  /// Where values and places lead.
  struct Kinds {
    /// The objects of the given kind to which a value leads.
    var objects: (ValueID) -> Set<ObjectID>
    /// Whether a value leads to such objects only as its own instruction made them.
    var isMade: (ValueID) -> Bool
    /// All objects of the kind that can be reached from a value.
    var reached: (ValueID) -> Set<ObjectID>
    /// The places that lead to such objects.
    var places: () -> [UInt32: Set<ObjectID>]
    var placesOfAddress: (AddressID) -> Places
    /// The variables that a literal captures.
    var captures: (ValueID) -> [UInt32]
  }

  /// The places that an address may name.
  struct Places {
    var indices: [UInt32] = []
    /// Whether it is a single one, so that a store replaces what was there.
    var isSure = false
    /// Whether the function put something into all of them.
    var areKnown = true
  }

  /// What has it.
  private struct Held {
    var values = BitSet<ValueID>()
    var places: Set<UInt32> = []
    /// The variables of which the goroutine has the present instance.
    var variables: Set<UInt32> = []

    func isSubset(of other: Held) -> Bool {
      values.isSubset(of: other.values) && places.isSubset(of: other.places)
        && variables.isSubset(of: other.variables)
    }

    mutating func formUnion(_ other: Held) {
      values.formUnion(other.values)
      places.formUnion(other.places)
      variables.formUnion(other.variables)
    }
  }

  private let body: FlowBody
  private let start: ValueID
  private let kinds: Kinds
  private let gone: [UInt32]
  private let places: [UInt32: Set<ObjectID>]
  private var objects: [ValueID: Set<ObjectID>] = [:]
  private var placesOf: [AddressID: Places] = [:]
  private var isFree = true
  /// Whether nothing may have it where the function returns.
  private var isGone = true
  private var left = Self.maximumSteps

  /// How many instructions are gone through; where that is not enough nothing is free.
  private static let maximumSteps = 20_000

  /// `without` are the places that do not have it any more when the goroutine was started.
  init(_ body: FlowBody, start: ValueID, _ kinds: Kinds, without gone: [UInt32] = []) {
    self.body = body
    self.start = start
    self.kinds = kinds
    self.gone = gone
    places = kinds.places()
  }

  /// Whether none of some values has it where an instruction uses them.
  mutating func areFree(_ values: [ValueID], at use: ValueID) -> Bool {
    follow(values, use)
    return isFree && left > 0
  }

  /// Whether nothing has it where the function returns.
  mutating func areGone() -> Bool {
    follow([], .none)
    return isGone && left > 0
  }

  private mutating func follow(_ values: [ValueID], _ use: ValueID) {
    var first = Held()
    for index in body.instructions.indices where leadsThere(ValueID(index)) {
      first.values.insert(ValueID(index))
    }
    first.places = Set(places.keys).subtracting(gone)
    // What a called function found in a place and gave away, it gave without the place.
    for operand in body.operands(of: body.instructions[start.index])
    where gone.isEmpty && !operand.isNone {
      if body.instructions[operand.index].opcode == .closure {
        first.variables.formUnion(kinds.captures(operand))
      }
    }
    var entries: [Held?] = Array(repeating: nil, count: body.blocks.count)
    var pending: [BlockID] = []
    var block = body.block(of: start)
    var held = go(from: start.rawValue + 1, in: block, first, values, use)
    while isFree, left > 0 {
      for next in body.successors(of: block) {
        let entering = enter(next, from: block, held)
        if let before = entries[next.index], entering.isSubset(of: before) { continue }
        if entries[next.index]?.formUnion(entering) == nil { entries[next.index] = entering }
        pending.append(next)
      }
      guard let next = pending.popLast(), let entering = entries[next.index] else { break }
      block = next
      held = go(from: body.blocks[block.index].start, in: block, entering, values, use)
    }
  }

  // MARK: Ways through the body

  /// What has it when a block is entered from another one.
  private mutating func enter(_ block: BlockID, from other: BlockID, _ held: Held) -> Held {
    var entering = held
    // A branch may lead to one block on both sides.
    let positions = body.predecessors(of: block).enumerated().filter { $1 == other }.map(\.offset)
    for index in body.blocks[block.index].start..<body.blocks[block.index].end {
      let value = ValueID(rawValue: index)
      let instruction = body.instructions[value.index]
      guard instruction.opcode == .phi else { break }
      entering.values.remove(value)
      guard leadsThere(value) else { continue }
      let operands = Array(body.operands(of: instruction))
      if positions.contains(where: { $0 >= operands.count || held.values.contains(operands[$0]) }) {
        entering.values.insert(value)
      }
    }
    return entering
  }

  /// Goes through the instructions of a block.
  private mutating func go(
    from index: UInt32, in block: BlockID, _ entering: Held, _ values: [ValueID], _ use: ValueID
  ) -> Held {
    var held = entering
    for index in index..<max(index, body.blocks[block.index].end) {
      let value = ValueID(rawValue: index)
      let instruction = body.instructions[value.index]
      if instruction.opcode == .phi { continue }
      left -= 1
      if value == use, values.contains(where: { mayFind(by: $0, held) }) { isFree = false }
      switch instruction.opcode {
      case .return, .unwind:
        let hasResult = body.operands(of: instruction).contains { held.values.contains($0) }
        if hasResult || !held.places.isEmpty { isGone = false }
      case .store: store(instruction, &held)
      case .declare:
        held.variables.remove(instruction.payload)
        store(value, into: placesOfVariable(instruction.payload), &held)
      case .call, .go, .defer, .send, .copy, .append, .composite, .updateField, .updateElement:
        join(Array(body.operands(of: instruction)), &held)
        if [.call, .go, .defer].contains(instruction.opcode) { call(instruction, &held) }
      default: break
      }
      let has = leadsThere(value) && gives(value, instruction, held)
      if has { held.values.insert(value) } else { held.values.remove(value) }
    }
    return held
  }

  /// Whether an instruction gives something that has it.
  private mutating func gives(
    _ value: ValueID, _ instruction: FlowInstruction, _ held: Held
  ) -> Bool {
    switch instruction.opcode {
    case .parameter, .constant, .zero, .make, .function: return false
    case .closure:
      return kinds.captures(value).contains { variable in
        held.variables.contains(variable)
          || !held.places.isDisjoint(with: placesOfVariable(variable))
      }
    case .load, .address: return isHeld(AddressID(rawValue: instruction.payload), held)
    case .call, .receive, .next, .builtin, .unknown:
      let operands = body.operands(of: instruction)
      if operands.contains(where: { held.values.contains($0) }) { return true }
      // What others have, and not what the call itself made.
      return !kinds.isMade(value)
        && (!held.places.isEmpty || !operands.contains { leadsThere($0) })
    default: return body.operands(of: instruction).contains { held.values.contains($0) }
    }
  }

  /// Whether what lies at an address, or the address itself, has it.
  private mutating func isHeld(_ address: AddressID, _ held: Held) -> Bool {
    let root = body.root(of: address)
    switch root.step {
    case .value:
      let base = ValueID(rawValue: root.payload)
      if held.values.contains(base) { return true }
    case .variable: if held.variables.contains(root.payload) { return true }
    default: break
    }
    let places = places(at: address)
    return !places.areKnown || !held.places.isDisjoint(with: places.indices)
  }

  /// Whether what has it may be found by way of a value; of a value that leads elsewhere it is not looked
  /// at what lies there.
  private mutating func mayFind(by value: ValueID, _ held: Held) -> Bool {
    held.values.contains(value) || !leadsThere(value) && !held.places.isEmpty
  }

  // MARK: What is put somewhere

  private mutating func store(_ instruction: FlowInstruction, _ held: inout Held) {
    guard instruction.operandCount > 0,
      case let value = body.operands[Int(instruction.firstOperand)]
    else { return }
    let address = AddressID(rawValue: instruction.payload)
    let root = body.root(of: address)
    switch root.step {
    case .value where leadsThere(ValueID(rawValue: root.payload)):
      join([ValueID(rawValue: root.payload), value], &held)
    case .variable where held.variables.contains(root.payload): give(value, &held)
    default: break
    }
    let places = places(at: address)
    if !value.isNone, held.values.contains(value) {
      held.places.formUnion(places.indices)
    } else if places.isSure {
      held.places.subtract(places.indices)
    }
  }

  private mutating func store(_ value: ValueID, into places: Set<UInt32>, _ held: inout Held) {
    let operand = body.operands(of: body.instructions[value.index]).first ?? .none
    if !operand.isNone, held.values.contains(operand) {
      held.places.formUnion(places)
    } else {
      held.places.subtract(places)
    }
  }

  /// What a call does with places is not looked at: it may put what they have into others.
  private mutating func call(_ instruction: FlowInstruction, _ held: inout Held) {
    let operands = body.operands(of: instruction)
    guard !held.places.isEmpty || operands.contains(where: { held.values.contains($0) }) else {
      return
    }
    held.places.formUnion(places.keys)
  }

  /// Where one that has it comes together with others, these may be given too.
  private mutating func join(_ values: [ValueID], _ held: inout Held) {
    guard values.contains(where: { held.values.contains($0) }) else { return }
    for value in values where !value.isNone && !held.values.contains(value) { give(value, &held) }
  }

  /// A value is given: all that leads to its objects may have them.
  private mutating func give(_ value: ValueID, _ held: inout Held) {
    guard !value.isNone, leadsThere(value) else { return }
    let reached = kinds.reached(value)
    for index in body.instructions.indices {
      let other = ValueID(index)
      if leadsThere(other), !objects(other).isDisjoint(with: reached) {
        held.values.insert(other)
      }
    }
    for (place, objects) in places where !objects.isDisjoint(with: reached) {
      held.places.insert(place)
    }
  }

  // MARK: Where values and addresses lead

  private mutating func objects(_ value: ValueID) -> Set<ObjectID> {
    if let known = objects[value] { return known }
    let found = kinds.objects(value)
    objects[value] = found
    return found
  }

  private mutating func leadsThere(_ value: ValueID) -> Bool {
    !value.isNone && !objects(value).isEmpty
  }

  private mutating func places(at address: AddressID) -> Places {
    if let known = placesOf[address] { return known }
    let found = kinds.placesOfAddress(address)
    placesOf[address] = found
    return found
  }

  private mutating func placesOfVariable(_ variable: UInt32) -> Set<UInt32> {
    for (index, address) in body.addresses.enumerated()
    where address.step == .variable && address.payload == variable {
      return Set(places(at: AddressID(index)).indices)
    }
    return []
  }
}
