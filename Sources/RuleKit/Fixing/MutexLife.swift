import GoFlow

/// Whether a mutex that a function declares is one for all that use something at the same time: each
/// call of the function has a mutex of its own.
struct MutexLife {
  private let program: ProgramContext
  private let sides: [FlowMeetingSide]

  init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    sides = uses.flatMap { [$0.first, $0.second] }
  }

  /// Whether all goroutines that use it are started by the function that they use it in, which is one,
  /// and so by one call of it: what others started has another mutex.
  var isOneCall: Bool {
    let homes = Set(
      sides.compactMap { side in
        side.trace.last.map { program.program.declaration(of: $0.function) }
      })
    guard homes.count == 1, let home = homes.first else { return false }
    return sides.allSatisfy { side in
      side.goroutine.map { program.program.declaration(of: $0.function) == home } ?? true
    }
  }
}
