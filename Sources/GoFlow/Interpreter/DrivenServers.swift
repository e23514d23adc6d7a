import Basics
import GoIR

/// Servers that tests drive themselves, one request after the other, each of which ends before the
/// test goes on: what orders them is the network.
extension BodyInterpreter {
  /// Whether a goroutine serves requests to something that this test, or a helper of it, started.
  func isDriven(_ id: TokenID) -> Bool {
    guard !id.isNone, function.traits.contains(.isInTest) else { return false }
    let start = tokens[id.index].start
    guard start.kind == .pool, !start.value.isNone else { return false }
    let starter = program.function(start.function)
    guard starter.traits.contains(.isInTest) else { return false }
    let call = starter.body.instructions[start.value.index]
    guard call.opcode == .call,
      case .model(let model) = program.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: true)
    else { return false }
    // Of a pool of workers it can be waited for that they are done.
    return model.effects?.runs.contains { $0.strand == .pool && $0.signals == nil } == true
  }
}
