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
      functions[function].summary.lockLists[Int(record.mustLocks)].contains { lock in
        guard let field = field(of: lock.cell, function) else { return false }
        return held.contains {
          $0.field == field && ($0.mode == .write || lock.mode == .write && !own.kind.isWrite)
        }
      }
    }
  }

  /// The field in which a lock of a function lies; of what a condition leads to the lock beside that
  /// one, be it a condition that all callers give. Nil where it is not known.
  private func field(of lock: SummaryCell, _ function: FunctionNumber) -> FieldNumber? {
    let summary = functions[function].summary
    if lock.path != 0 { return summary.paths[Int(lock.path)].step.field }
    guard !facts.conditions.isEmpty,
      case .initial(let leading) = summary.objects[Int(lock.object)].origin, leading.path != 0,
      case let node = summary.paths[Int(leading.path)], let field = node.step.field,
      facts.conditions.leadsToLock(field)
    else { return nil }
    if node.parent != 0 {
      return summary.paths[Int(node.parent)].step.field.flatMap(facts.conditions.lock(beside:))
    }
    guard let key = key(of: leading.object, function) else { return nil }
    let known = contexts.contexts(of: function).flatMap { $0.context.places(key) }
    let locks = Set(
      known.map { place in
        contexts.identities.nodes[place.identity.index].step.field
          .flatMap(facts.conditions.lock(beside:))
      })
    return locks.count == 1 ? locks.first ?? nil : nil
  }

  /// What callers know as an object of a function: what a parameter or a captured variable leads to.
  private func key(of object: UInt32, _ function: FunctionNumber) -> BindingKey? {
    let summary = functions[function].summary
    switch summary.objects[Int(object)].origin {
    case .parameter(let position, 0): return .parameter(position, leaf: 0)
    case .initial(let cell) where cell.path == 0:
      guard case .captured(let variable) = summary.objects[Int(cell.object)].origin else {
        return nil
      }
      return program.functions[function].captures.firstIndex(of: variable).map {
        .captured($0)
      }
    default: return nil
    }
  }
}

extension FunctionSummary {
  /// Whether a function releases one of its callers' locks.
  func releases(_ locks: [LockOfCallers]) -> Bool {
    released.contains { cell in
      cell.path != 0 && locks.contains { $0.field == paths[Int(cell.path)].step.field }
    }
  }
}

/// A lock that callers hold, by the field in which it lies.
struct LockOfCallers: Hashable {
  var field: FieldNumber
  var mode: LockMode
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
