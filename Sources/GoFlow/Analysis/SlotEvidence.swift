import Basics
import GoIR

/// What speaks for two uses by functions that no common caller joins.
extension FlowAnalysis {
  /// Whether it is plain that both sides use one object at the same time: a lock guards what they use
  /// elsewhere, or others use it atomically, or the one gave it to the other, or a goroutine that the type's package starts uses
  /// what an exported method, a handler or a callback uses too, each of them right behind its receiver
  /// or what it captures.
  public func isWitnessed(_ conflict: SlotConflict) -> Bool {
    if conflict.isHandedOver { return true }
    let (first, second) = (conflict.first, conflict.second)
    if comesBeforeStarts(first) || comesBeforeStarts(second) { return false }
    if setsUp(first) || setsUp(second) { return false }
    if makesOnly(first) || makesOnly(second) { return false }
    if conflict.guardedBy != nil || conflict.isAtomicElsewhere { return true }
    if configures(first, second) || configures(second, first) { return false }
    guard case .field(let field) = conflict.slot else { return true }
    let package = program.fields[field].package
    guard isNear(first, package), isNear(second, package) else { return false }
    if isOfCallers(first), isOfCallers(second) { return true }
    // A callback was registered by who knows the other goroutine too.
    if first.isTask != second.isTask, first.start != nil, second.start != nil { return true }
    return isOfCallers(first) && isOfStrand(second, package) && !maySetUp(first, second, conflict)
      || isOfCallers(second) && isOfStrand(first, package) && !maySetUp(second, first, conflict)
  }

  /// Whether a test has one side done by a handler of its own: mostly one client, the test itself, sends
  /// one request after another, and looks at what the handler noted once the answers are there.
  func isOfTestServer(_ conflict: SlotConflict) -> Bool {
    let sides = [conflict.first, conflict.second]
    return sides.allSatisfy { program.functions[$0.function].traits.contains(.isInTest) }
      && sides.contains { $0.start?.value.isNone == true }
  }

  /// Whether a function writes that is called only while things are set up.
  private func setsUp(_ use: SlotUse) -> Bool {
    use.kind.isWrite && use.strand == .max && use.start == nil
      && contexts.setUp.isSetUp(use.function)
  }

  /// Whether callers may set a field before they have the goroutine started that reads it: an
  /// exported method starts it too.
  private func maySetUp(_ use: SlotUse, _ strand: SlotUse, _ conflict: SlotConflict) -> Bool {
    guard conflict.way.isEmpty, use.kind.isWrite, !strand.kind.isWrite, let start = strand.start
    else { return false }
    let starter = program.functions[program.declaration(of: start.function)]
    return starter.traits.contains(.hasReceiver) && starter.traits.contains(.isExported)
  }

  /// Whether a function uses what lies right behind its receiver, behind what it captures, or behind
  /// what it made for its callers, in a package.
  private func isNear(_ use: SlotUse, _ package: TextID) -> Bool {
    let function = program.functions[use.function]
    guard function.key.package == package else { return false }
    let summary = functions[use.function].summary
    guard let record = summary.use(use.record, strand: use.strand) else { return false }
    if use.strand != .max { return summary.loads(to: record.cell) <= 1 }
    guard record.callee.isNone else { return false }
    switch summary.root(of: record.cell) {
    case .parameter(0, 0)?:
      return function.traits.contains(.hasReceiver) && function.literal == 0
        && summary.loads(to: record.cell) <= 1
    case .captured?: return summary.loads(to: record.cell) <= 2
    default: return false
    }
  }

  /// Whether callers from outside or requests run a function.
  private func isOfCallers(_ use: SlotUse) -> Bool {
    guard use.strand == .max else { return false }
    if let start = use.start { return start.kind == .pool && start.function == use.function }
    let function = program.functions[use.function]
    return function.literal == 0 && function.traits.contains(.isExported)
  }

  /// Whether a goroutine runs it that a function of a package starts.
  private func isOfStrand(_ use: SlotUse, _ package: TextID) -> Bool {
    guard let start = use.start else { return false }
    return program.functions[start.function].key.package == package
  }
}
