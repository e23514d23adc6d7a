import GoFlow
import GoSyntax

/// Whether a mutex that a function declares is one for all that use something at the same time: each
/// call of the function has a mutex of its own.
struct MutexLife {
  private let program: ProgramContext
  private let sides: [FlowMeetingSide]

  init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    sides = uses.flatMap { [$0.first, $0.second] }
  }

  /// Whether all goroutines that use it, in one function or its literals, have the mutex of one call:
  /// they come from that function, or run a literal that it handed over. A goroutine that others start
  /// and that calls the function has another mutex.
  var isOneCall: Bool {
    let homes = Set(
      sides.compactMap { side in
        side.trace.last.map { program.program.declaration(of: $0.function) }
      })
    guard homes.count == 1, let home = homes.first else { return false }
    return sides.allSatisfy { side in
      guard let start = side.goroutine, program.program.declaration(of: start.function) != home
      else { return true }
      return side.trace.last?.function != home
        && !names(home, FlowSite(function: start.function, value: start.value))
    }
  }

  /// Whether a statement that starts a goroutine names a function; true where it is not at hand.
  private func names(_ function: FunctionNumber, _ start: FlowSite) -> Bool {
    guard !start.value.isNone, let place = program.location(start),
      let tree = program.tree(place.file), let node = program.node(place.range, in: tree)
    else { return true }
    let name = program.program.texts[program.program.functions[function].key.name]
    return tree.subtree(node).contains { tree.isName($0, name) }
  }
}
