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
  }

  /// Whether a body may wait: a method that does nothing, as vet's `noCopy` has it, is no lock.
  private static func waits(_ body: FlowBody) -> Bool {
    body.instructions.contains {
      $0.opcode == .call || $0.opcode == .receive || $0.opcode == .send || $0.opcode == .select
    }
  }
}
