import Basics
import GoIR

extension FlowAnalysis {
  /// Whether the callers of the function in which both sides of a conflict meet hold a lock around
  /// its own use that the goroutine takes too.
  func isGuardedByCallers(_ conflict: Conflict, _ calls: LocksAtCalls) -> Bool {
    let own: ConflictSide
    let other: ConflictSide
    switch (conflict.first.start, conflict.second.start) {
    case (nil, .some): (own, other) = (conflict.first, conflict.second)
    case (.some, nil): (own, other) = (conflict.second, conflict.first)
    default: return false
    }
    let known = contexts.locksOfCallers(conflict.function)
    let held = known + calls.locks(of: conflict.function).filter { !known.contains($0) }
    if held.isEmpty || functions[conflict.function].summary.releases(held) { return false }
    return records(below: other).contains { function, record in
      let summary = functions[function].summary
      return summary.lockLists[Int(record.mustLocks)].contains { lock in
        guard let field = summary.paths[Int(lock.cell.path)].step.field, lock.cell.path != 0 else {
          return false
        }
        return held.contains {
          $0.field == field && ($0.mode == .write || lock.mode == .write && !own.kind.isWrite)
        }
      }
    }
  }
}

extension FunctionSummary {
  /// Whether a function releases one of its callers' locks, be it for a while.
  func releases(_ locks: [LockOfCallers]) -> Bool {
    (released + opened).contains { cell in
      cell.path != 0 && locks.contains { $0.field == paths[Int(cell.path)].step.field }
    }
  }
}

/// A lock that callers hold, by the field in which it lies.
public struct LockOfCallers: Hashable, Sendable, Codable {
  public var field: FieldNumber
  public var mode: LockMode
}

extension Contexts {
  /// The locks that all callers of a function hold, as far as they are known.
  func locksOfCallers(_ function: FunctionNumber) -> [LockOfCallers] {
    let known = contexts(of: function).filter { $0.context.entry != .supposed }
    guard let first = known.first else { return [] }
    return locks(first.context).filter { lock in
      known.dropFirst().allSatisfy { locks($0.context).contains(lock) }
    }
  }

  private func locks(_ context: RunContext) -> [LockOfCallers] {
    context.mustLocks.compactMap { lock in
      identities.nodes[lock.identity.index].step.field.map {
        LockOfCallers(field: $0, mode: lock.mode)
      }
    }
  }
}
