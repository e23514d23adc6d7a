import Basics
import GoIR

/// Methods that lock and unlock by their shape: a type with `Lock()` and `Unlock()` is a lock to Go's
/// own tools too (`sync.Locker`, and vet's check of copied locks). What such a method does may be more
/// than the analysis follows: a state word and a condition, several channels of which one is full.
struct LockShapes: Sendable {
  /// What a call of such a method does to the receiver.
  struct Effect: Hashable, Sendable {
    var isAcquired: Bool
    var mode: LockMode
    /// Whether the lock is taken out of one of several channels.
    var isOfChannels = false
  }

  private(set) var effects: [FunctionNumber: Effect] = [:]

  private static let names: [String: Effect] = [
    "Lock": Effect(isAcquired: true, mode: .write),
    "Unlock": Effect(isAcquired: false, mode: .write),
    "RLock": Effect(isAcquired: true, mode: .read),
    "RUnlock": Effect(isAcquired: false, mode: .read),
    "lock": Effect(isAcquired: true, mode: .write),
    "unlock": Effect(isAcquired: false, mode: .write),
    "rlock": Effect(isAcquired: true, mode: .read),
    "runlock": Effect(isAcquired: false, mode: .read),
  ]

  private struct Owner: Hashable {
    var package: TextID
    var type: TextID
  }

  init(_ program: FlowProgram) {
    let texts = Dictionary(
      uniqueKeysWithValues: Self.names.compactMap { name, effect in
        program.text(name).map { ($0, effect) }
      })
    var found: [Owner: [FunctionNumber: Effect]] = [:]
    for number in program.functions.ids {
      let function = program.functions[number]
      guard let effect = texts[function.key.name], function.literal == 0,
        function.traits.contains(.hasReceiver), function.parameters.count == 1,
        function.parameters[0].kind == .pointer, function.results.isEmpty,
        Self.waits(function.body) || !effect.isAcquired
      else { continue }
      let owner = Owner(package: function.key.package, type: function.key.receiver)
      found[owner, default: [:]][number] = effect
    }
    for methods in found.values {
      for effect in methods.values where effect.isAcquired {
        let opposite = Effect(isAcquired: false, mode: effect.mode)
        if methods.values.contains(opposite) {
          for (number, known) in methods where known.mode == effect.mode {
            effects[number] = known
          }
        }
      }
    }
    findOtherTakers(program)
  }

  /// Finds the methods that wait for some of the channels of which a lock is made and take the lock
  /// out of these alone: `waitAndLock`.
  private mutating func findOtherTakers(_ program: FlowProgram) {
    var channels: [Owner: Set<FieldNumber>] = [:]
    for (number, effect) in effects where effect.isAcquired && effect.mode == .write {
      let key = program.functions[number].key
      guard let fields = Self.emptied(program.functions[number].body), fields.count > 1 else {
        continue
      }
      channels[Owner(package: key.package, type: key.receiver)] = fields
    }
    if channels.isEmpty { return }
    for number in program.functions.ids where effects[number] == nil {
      let function = program.functions[number]
      guard function.literal == 0, function.traits.contains(.hasReceiver),
        let all = channels[Owner(package: function.key.package, type: function.key.receiver)],
        let own = Self.emptied(function.body), all.isSuperset(of: own)
      else { continue }
      effects[number] = Effect(isAcquired: true, mode: .write, isOfChannels: true)
    }
  }

  /// The channels in fields of the receiver of which a body takes something out, one of them for
  /// sure; nil where it does anything else.
  private static func emptied(_ body: FlowBody) -> Set<FieldNumber>? {
    var fields: Set<FieldNumber> = []
    for (index, instruction) in body.instructions.enumerated() {
      switch instruction.opcode {
      case .receive:
        let channel = body.operand(ValueID(index), 0)
        guard !channel.isNone, let field = ownField(body.instructions[channel.index], body) else {
          return nil
        }
        fields.insert(field)
      case .select where instruction.flags.contains(.nonblocking): return nil
      case .parameter, .load, .select, .jump, .return: break
      default: return nil
      }
    }
    return fields.isEmpty ? nil : fields
  }

  /// The field of the receiver that an instruction loads.
  private static func ownField(_ load: FlowInstruction, _ body: FlowBody) -> FieldNumber? {
    guard load.opcode == .load, let field = body.lastField(of: load) else { return nil }
    let node = body.root(of: AddressID(rawValue: load.payload))
    guard node.step == .value,
      case let root = body.instructions[Int(node.payload)], root.opcode == .parameter
    else { return nil }
    return root.payload == 0 ? field : nil
  }

  /// Whether a body may wait: a method that does nothing, as vet's `noCopy` has it, is no lock.
  static func waits(_ body: FlowBody) -> Bool {
    body.instructions.contains {
      $0.opcode == .call || $0.opcode == .receive || $0.opcode == .send || $0.opcode == .select
    }
  }
}
