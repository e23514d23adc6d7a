import Basics
import GoIR

/// The places that bodies name by their own words: fields, variables and package variables.
struct NamedPlaces {
  let program: FlowProgram

  private static let longestWay = 6

  /// The place in which a value lies or that it leads to, as a channel, group, slice or map: the last
  /// one on the way to it, be it found in an element there; nil where none is named.
  func place(of value: ValueID, in number: FunctionNumber) -> SlotKey.Base? {
    let body = program.functions[number].body
    var current = value
    for _ in 0..<Self.longestWay {
      guard !current.isNone else { return nil }
      let instruction = body.instructions[current.index]
      switch instruction.opcode {
      case .load, .address:
        switch step(at: AddressID(rawValue: instruction.payload), in: number) {
        case .place(let place)?: return place
        case .value(let root)?: current = root
        case nil: return nil
        }
      case .convert, .next, .extract:
        guard instruction.operandCount > 0 else { return nil }
        current = body.operand(current, 0)
      default: return nil
      }
    }
    return nil
  }

  /// The place that an instruction loads from or stores to, or in whose elements it does.
  func used(by value: ValueID, in number: FunctionNumber) -> SlotKey.Base? {
    let body = program.functions[number].body
    guard let address = body.address(of: body.instructions[value.index]) else { return nil }
    switch step(at: address, in: number) {
    case .place(let place)?: return place
    case .value(let root)?: return place(of: root, in: number)
    case nil: return nil
    }
  }

  /// Whether a function looks at a place and does no more with what it finds there than to decide: on
  /// the ways to one of its instructions nothing else.
  func looks(at place: SlotKey.Base, before site: FlowSite) -> Bool {
    let body = program.functions[site.function].body
    let users = ValueUsers(body)
    var isFound = false
    for (index, instruction) in body.instructions.prefix(site.value.index).enumerated()
    where instruction.opcode == .load
      && used(by: ValueID(index), in: site.function) == place
    {
      if decidesOnly(ValueID(index), users, body) {
        isFound = true
      } else if body.isReached(site.value, from: ValueID(index), avoiding: []) {
        return false
      }
    }
    return isFound
  }

  /// Whether what is loaded is compared at most, and only branches ask for the outcome.
  func decidesOnly(_ load: ValueID, _ users: ValueUsers, _ body: FlowBody) -> Bool {
    users[load].allSatisfy { user in
      switch body.instructions[user.index].opcode {
      case .branch: true
      case .binary, .unary: decidesOnly(user, users, body)
      default: false
      }
    }
  }

  private enum Step {
    case place(SlotKey.Base)
    case value(ValueID)
  }

  /// The last place of an address, or the value with which it begins.
  private func step(at address: AddressID, in number: FunctionNumber) -> Step? {
    let body = program.functions[number].body
    var node = body.addresses[address.index]
    while node.step == .element || node.step == .mapElement || node.step == .pointee {
      node = body.addresses[node.base.index]
    }
    switch node.step {
    case .field: return .place(.field(FieldNumber(rawValue: node.payload)))
    case .global: return .place(.global(GlobalNumber(rawValue: node.payload)))
    case .variable: return .place(.variable(program.declaration(of: number), node.payload))
    case .value: return .value(ValueID(rawValue: node.payload))
    default: return nil
    }
  }
}
