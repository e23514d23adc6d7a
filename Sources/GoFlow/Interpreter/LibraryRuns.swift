import Basics
import GoIR

/// What a library runs for those who do not go on before it is done.
///
/// Servers that tests drive themselves get one request after the other, each of which ends before
/// the test goes on: what orders them is the network. And what is registered as a program is
/// initialized is called once it runs.
extension BodyInterpreter {
  /// Whether a library runs something that was registered before `main` runs.
  func isOfInitialization(_ id: TokenID) -> Bool {
    guard !id.isNone, program.runsFirst(number) else { return false }
    return tokens[id.index].start.kind != .goroutine
  }

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
