import Basics
import GoIR
import LibraryModels

/// The places by name in which the channels and groups lie that bodies signal and wait for.
struct ChannelPlaces {
  let program: FlowProgram
  let targets: CallTargets

  private var names: NamedPlaces { NamedPlaces(program: program) }

  /// The place of a channel or group that a value is or leads to.
  func place(of value: ValueID, in number: FunctionNumber) -> SlotKey.Base? {
    names.place(of: value, in: number)
  }

  /// What an instruction sends to, closes, or is done with.
  func signalled(by value: ValueID, in number: FunctionNumber) -> [SlotKey.Base] {
    let body = program.functions[number].body
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .send, .close: return [place(of: body.operand(value, 0), in: number)].compactMap(\.self)
    case .call, .defer, .go:
      return subjects(of: value, in: number) { $0 == .signal }
        + [closed(by: value, in: number)].compactMap(\.self)
    default: return []
    }
  }

  /// What an instruction waits for by itself: what it receives from, to the end where it is a loop,
  /// and the groups for which models say so.
  func waited(by value: ValueID, in number: FunctionNumber) -> [SlotKey.Base] {
    let body = program.functions[number].body
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .receive: return [place(of: body.operand(value, 0), in: number)].compactMap(\.self)
    case .next:
      guard instruction.operandCount > 0, case let channel = body.operand(value, 0),
        !channel.isNone, body.instructions[channel.index].kind == .channel
      else { return [] }
      return [place(of: channel, in: number)].compactMap(\.self)
    case .call: return subjects(of: value, in: number) { $0 == .wait }
    default: return []
    }
  }

  /// The groups to which an instruction adds one that is to be waited for.
  func announced(by value: ValueID, in number: FunctionNumber) -> [SlotKey.Base] {
    let opcode = program.functions[number].body.instructions[value.index].opcode
    return opcode == .call ? subjects(of: value, in: number) { $0 == .announce } : []
  }

  /// What a deferred `close` closes.
  private func closed(by value: ValueID, in number: FunctionNumber) -> SlotKey.Base? {
    let function = program.functions[number]
    let callee = CalleeNumber(rawValue: function.body.instructions[value.index].payload)
    let isInTest = function.traits.contains(.isInTest)
    guard case .builtin("close") = targets.target(of: callee, isInTest: isInTest) else {
      return nil
    }
    return place(of: function.body.operand(value, 0), in: number)
  }

  /// The receivers of a call that a model says to signal or wait for them.
  private func subjects(
    of value: ValueID, in number: FunctionNumber, _ isMeant: (SignalEffect.Action) -> Bool
  ) -> [SlotKey.Base] {
    let function = program.functions[number]
    let instruction = function.body.instructions[value.index]
    let callee = CalleeNumber(rawValue: instruction.payload)
    let isInTest = function.traits.contains(.isInTest)
    guard instruction.flags.contains(.receiver), instruction.operandCount > 0,
      case .model(let model) = targets.target(of: callee, isInTest: isInTest),
      let effects = model.effects,
      effects.signals.contains(where: { isMeant($0.action) && $0.subject == .receiver })
    else { return [] }
    let receiver = function.body.operand(value, 0)
    return [place(of: receiver, in: number)].compactMap(\.self)
  }
}
