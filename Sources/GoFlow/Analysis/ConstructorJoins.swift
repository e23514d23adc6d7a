import Basics
import GoIR

/// Goroutines that a constructor starts, itself or by a function that nobody else calls, and whose end it
/// waits for: they are over before its callers have what it makes.
extension FlowAnalysis {
  /// Whether one side of a conflict belongs to such a goroutine and the other one to callers from outside.
  /// `callers` tells who calls the functions that start goroutines.
  func isOverBeforeUsers(_ conflict: SlotConflict, _ callers: OnlyCallers) -> Bool {
    // A package variable is there before.
    guard case .field = conflict.slot else { return false }
    return isOver(conflict.first, before: conflict.second, callers)
      || isOver(conflict.second, before: conflict.first, callers)
  }

  private func isOver(
    _ use: SlotUse, before other: SlotUse, _ callers: OnlyCallers
  ) -> Bool {
    guard let start = use.start, !use.isTask, other.start == nil, !other.isTask,
      let id = contexts.strands.id(of: start), contexts.strands.isJoined(id)
    else { return false }
    return program.isConstructor(callers.home(of: program.declaration(of: start.function)))
  }
}

extension FlowProgram {
  /// Whether a function gives its callers an object of a type of its package.
  func isConstructor(_ number: FunctionNumber) -> Bool {
    let function = functions[declaration(of: number)]
    let prefix = "*" + texts[function.key.package] + "."
    return !function.traits.contains(.hasReceiver)
      && function.results.contains { texts[$0.type].hasPrefix(prefix) }
  }
}
