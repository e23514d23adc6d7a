import Basics

/// Locks that both sides of a conflict hold beside the memory, in the functions on the way to the
/// uses: each in the object from which it goes on to the memory, by the same words. Where the sides meet
/// the object may be one of several and its lock not be known; that it is held is known further down.
struct LocksBesideUses {
  let functions: Table<FunctionNumber, FunctionFlow>

  /// A lock and the memory beside it, by the ways to them from one object.
  private struct Pair: Hashable {
    var lock: [MemoryName.Selector]
    var memory: MemoryName.Selector
  }

  /// How many references lie between the memory and an object whose lock is meant for it.
  private static let furthest = 2

  /// Whether both sides hold such a lock, one of them for writing. `fields` are those by which the
  /// memory is known where the sides meet.
  func contains(
    _ first: [(FunctionNumber, AccessRecord)], _ second: [(FunctionNumber, AccessRecord)],
    _ fields: Set<FieldNumber>
  ) -> Bool {
    let held = pairs(first)
    if held.isEmpty { return false }
    let others = pairs(second)
    return held.contains { pair, mode in
      guard case .field(let field) = pair.memory, fields.contains(field),
        let other = others[pair]
      else { return false }
      return mode == .write || other == .write
    }
  }

  /// Whether one side holds such a lock and the callers of the other side's function one of the same
  /// field.
  func contains(
    _ records: [(FunctionNumber, AccessRecord)], held: [HeldSlot], _ fields: Set<FieldNumber>
  ) -> Bool {
    if held.isEmpty { return false }
    return pairs(records).contains { pair, mode in
      guard case .field(let field) = pair.memory, fields.contains(field),
        case .field(let lock)? = pair.lock.last(where: { $0 != .target })
      else { return false }
      return held.contains { $0.slot == .field(lock) && ($0.mode == .write || mode == .write) }
    }
  }

  private func pairs(_ records: [(FunctionNumber, AccessRecord)]) -> [Pair: LockMode] {
    var found: [Pair: LockMode] = [:]
    for (function, record) in records where record.mustLocks != 0 {
      let summary = functions[function].summary
      let memory = summary.ways(to: record.cell, furthest: Self.furthest)
      for lock in summary.lockLists[Int(record.mustLocks)] {
        for (object, way) in summary.ways(to: lock.cell, furthest: Self.furthest) {
          guard let first = memory.first(where: { $0.object == object })?.way.first,
            !way.isEmpty, !way.contains(.element), !way.contains(.rest)
          else { continue }
          let pair = Pair(lock: way, memory: first)
          if found[pair] != .write { found[pair] = lock.mode }
        }
      }
    }
    return found
  }
}

extension FunctionSummary {
  /// The objects on the way to a cell, the nearest one first, each with the way from there.
  func ways(
    to cell: SummaryCell, furthest: Int
  ) -> [(object: UInt32, way: [MemoryName.Selector])] {
    var found: [(object: UInt32, way: [MemoryName.Selector])] = []
    var way: [MemoryName.Selector] = []
    var current = cell
    for _ in 0...furthest {
      way = steps(of: current.path).map { MemoryName.Selector($0) } + way
      found.append((current.object, way))
      guard case .initial(let outer) = objects[Int(current.object)].origin else { break }
      way.insert(.target, at: 0)
      current = outer
    }
    return found
  }
}

extension SlotConflict {
  /// The fields by which its memory is known.
  var fields: Set<FieldNumber> {
    var fields = Set(
      way.compactMap { selector -> FieldNumber? in
        if case .field(let field) = selector { return field }
        return nil
      })
    if case .field(let field) = slot { fields.insert(field) }
    return fields
  }
}

extension FlowAnalysis {
  /// Whether both sides of a conflict hold one lock beside the memory, as functions on the way tell.
  func holdLocksBeside(_ conflict: Conflict) -> Bool {
    // Two objects may have led to what lies behind a field; the field itself is one.
    guard case .field(let field)? = conflict.memory.selectors.last else { return false }
    return LocksBesideUses(functions: functions).contains(
      records(below: conflict.first), records(below: conflict.second), [field])
  }

  /// Likewise, of a conflict about a slot.
  func holdLocksBeside(_ conflict: SlotConflict, _ calls: LocksAtCalls) -> Bool {
    let fields = conflict.fields
    let locks = LocksBesideUses(functions: functions)
    let (first, second) = (records(of: conflict.first), records(of: conflict.second))
    return locks.contains(first, second, fields)
      || locks.contains(first, held: held(around: conflict.second, calls), fields)
      || locks.contains(second, held: held(around: conflict.first, calls), fields)
      || areGuardedByCallers(conflict, fields, calls)
  }

  /// Whether all calls of one side's function are made with a lock beside the memory of which it is not
  /// known in this context whose it is, and the other side holds one of the same field.
  private func areGuardedByCallers(
    _ conflict: SlotConflict, _ fields: Set<FieldNumber>, _ calls: LocksAtCalls
  ) -> Bool {
    func isGuarded(_ use: SlotUse, _ other: SlotUse) -> Bool {
      guard use.strand == .max else { return false }
      let held = held(around: other, calls)
      return calls.locks(of: use.function).contains { lock in
        fields.contains { program.areBeside(lock.field, $0) }
          && !use.held.contains { $0.slot == .field(lock.field) }
          && held.contains {
            $0.slot == .field(lock.field) && ($0.mode == .write || lock.mode == .write)
          }
      }
    }
    return isGuarded(conflict.first, conflict.second) || isGuarded(conflict.second, conflict.first)
  }

  private func held(around use: SlotUse, _ calls: LocksAtCalls) -> [HeldSlot] {
    // What a goroutine does is not done at the call.
    if use.strand != .max { return use.held }
    return use.held
      + calls.locks(of: use.function).map { HeldSlot(slot: .field($0.field), mode: $0.mode) }
  }

  func records(of use: SlotUse) -> [(FunctionNumber, AccessRecord)] {
    guard let record = functions[use.function].summary.use(use.record, strand: use.strand) else {
      return []
    }
    return [(use.function, record)]
      + records(
        below: ConflictSide(
          value: record.value, kind: use.kind, callee: record.callee, record: record.record,
          strand: record.strand, start: use.start))
  }
}
