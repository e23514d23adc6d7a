import Basics

extension FlowAnalysis {
  /// Whether the goroutines of both sides were started by two functions, each of which gave its
  /// goroutine only what it had made itself: then these have nothing in common but package variables.
  func areOnTheirOwn(_ conflict: SlotConflict) -> Bool {
    if case .global = conflict.slot { return false }
    guard let first = conflict.first.start, let second = conflict.second.start,
      first.kind == .goroutine, second.kind == .goroutine, first.function != second.function,
      !first.value.isNone, !second.value.isNone
    else { return false }
    return givesOnlyOwn(first) && givesOnlyOwn(second)
  }

  /// Whether nothing that a goroutine is given was known to the callers of the function that starts it.
  private func givesOnlyOwn(_ start: StrandStart) -> Bool {
    let calls = functions[start.function].calls
    let edges = calls.edges.filter { edge in
      edge.value == start.value && edge.start.map { $0.isSamePlace(as: start) } == true
    }
    return !edges.isEmpty
      && edges.allSatisfy { edge in
        edge.bindings.allSatisfy { binding in
          switch calls.places[Int(binding.place)].root {
          case .result, .variable: true
          case .parameter, .captured, .global, .slot: false
          }
        }
      }
  }
}
