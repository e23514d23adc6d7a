import Basics
import GoIR

/// Channels in fields that are locks by the way in which the whole program uses them: who could send
/// holds the lock, be it long after the function that sent has returned, until somebody receives.
///
/// Such a channel has room for one value and is never closed. Some function sends and gives the lock
/// back itself, which says that a send takes it and does not wake somebody up. What else receives from
/// it gives back what others took: a function that is called for that, and that neither waits in turns
/// nor is a goroutine of its own.
struct LockChannels: Sendable {
  private(set) var fields: Set<FieldNumber> = []

  /// How one function uses the channel of a field.
  fileprivate struct Uses {
    var sends: [ValueID] = []
    var receives: [ValueID] = []
    var isOther = false
  }

  /// Looks at all bodies where a field may hold such a channel.
  init(_ program: FlowProgram, _ capacities: ChannelCapacities) {
    if !capacities.hasRoomForOne { return }
    let names = NamedPlaces(program: program)
    var uses: [FieldNumber: [FunctionNumber: Uses]] = [:]
    var goroutines: Set<FunctionNumber> = []
    for number in program.functions.ids {
      let function = program.functions[number]
      for (index, instruction) in function.body.instructions.enumerated() {
        switch instruction.opcode {
        case .send, .receive, .close, .next:
          guard instruction.operandCount > 0,
            case .field(let field)? = names.place(
              of: function.body.operand(ValueID(index), 0), in: number),
            capacities.capacity(of: .field(field)) == 1
          else { continue }
          uses[field, default: [:]][number, default: Uses()].note(instruction, ValueID(index))
        case .go:
          let callee = CalleeNumber(rawValue: instruction.payload)
          if case .function(let started) = program.resolve(
            callee, inTest: function.traits.contains(.isInTest))
          {
            goroutines.insert(started)
          }
        default: break
        }
      }
    }
    for (field, uses) in uses where Self.isLock(uses, goroutines, program) { fields.insert(field) }
  }

  private static func isLock(
    _ uses: [FunctionNumber: Uses], _ goroutines: Set<FunctionNumber>, _ program: FlowProgram
  ) -> Bool {
    if uses.values.contains(where: \.isOther) { return false }
    let senders = Set(
      uses.filter { !$0.value.sends.isEmpty }.map { program.declaration(of: $0.key) })
    var isGivenBack = false
    for (number, own) in uses where !own.receives.isEmpty {
      let body = program.functions[number].body
      if !own.sends.isEmpty, own.areBehindSends(body) { isGivenBack = true }
      if senders.contains(program.declaration(of: number)) { continue }
      let loops = FlowLoops(body)
      guard program.functions[number].literal == 0, !goroutines.contains(number),
        own.receives.allSatisfy({
          !body.instructions[$0.index].flags.contains(.selected)
            && !loops.isInLoop(body.block(of: $0))
        })
      else { return false }
    }
    return isGivenBack
  }
}

extension LockChannels.Uses {
  fileprivate mutating func note(_ instruction: FlowInstruction, _ value: ValueID) {
    switch instruction.opcode {
    case .send: sends.append(value)
    case .receive: receives.append(value)
    default: isOther = true
    }
  }

  /// Whether the function sends on every way to each of its receives.
  fileprivate func areBehindSends(_ body: FlowBody) -> Bool {
    receives.allSatisfy { !body.isReached($0, from: nil, avoiding: sends) }
  }
}
