import Basics
import GoIR

extension FlowAnalysis {
  /// Whether the function in which both sides meet keeps what the call gives that has the goroutine
  /// started, and the goroutine uses that: `server = newServer(func() { … server.URL … })`. It would
  /// fail on what was there before, so that something must let it wait that the analysis does not see:
  /// as a rule it serves requests, of which the first one is sent later. A timer or goroutine that the
  /// call itself starts waits for nothing.
  func keepsItsStart(_ conflict: Conflict) -> Bool {
    let (first, second) = (conflict.first, conflict.second)
    return keeps(first, second, in: conflict.function)
      || keeps(second, first, in: conflict.function)
  }

  private func keeps(
    _ own: ConflictSide, _ other: ConflictSide, in number: FunctionNumber
  ) -> Bool {
    guard own.start == nil, let start = other.start, start.function != number, own.callee.isNone,
      own.kind.isWrite,
      !other.kind.isWrite, !own.value.isNone
    else { return false }
    let body = program.functions[number].body
    guard body.instructions[own.value.index].opcode == .store else { return false }
    var given = body.operand(own.value, 0)
    while !given.isNone,
      [.extract, .convert, .assert].contains(body.instructions[given.index].opcode)
    {
      given = body.operand(given, 0)
    }
    return given == other.value
  }
}
