import Basics
import Findings
import GoFlow
import GoSyntax

/// Edits that take, around the statements that use something shared without it, the lock that all
/// others hold.
struct CommonLock {
  private let program: ProgramContext
  private let uses: [SharedUse]

  init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.toBeMended
  }

  /// Around what a lock is taken.
  enum Extent {
    /// The statements that use something.
    case statements
    /// Calls too, of functions that others call while they hold it.
    case calls
  }

  /// Nil where there is no such lock. Throws where one of the statements may wait, or the lock may be
  /// held there already or must not be taken after others that are.
  func fix(_ extent: Extent) throws(Refusal) -> Fix? {
    guard let shared = SharedName(program, uses) else { throw Refusal(.severalNames) }
    var first: Refusal?
    for lock in candidates {
      do throws(Refusal) {
        let bare = try bareSides(lock)
        if !bare.isEmpty { return try fix(lock, shared, bare, extent) }
      } catch {
        first = first ?? error
      }
    }
    if let first { throw first }
    return nil
  }

  /// The locks that are held where it is used, the one that most hold first.
  private var candidates: [String] {
    var counts: [String: Int] = [:]
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      for lock in Set(side.locks) { counts[Self.base(of: lock), default: 0] += 1 }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static let forReading = " (read)"

  /// The name of a lock, however it is held.
  private static func base(of lock: String) -> String {
    lock.hasSuffix(forReading) ? String(lock.dropLast(forReading.count)) : lock
  }

  /// Where it is used without a lock, or perhaps without it, each place once; throws where it is held
  /// there in another way.
  private func bareSides(
    _ lock: String
  ) throws(Refusal) -> [(trace: [FlowSite], isWrite: Bool)] {
    var found: [(trace: [FlowSite], isWrite: Bool)] = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      if side.locks.contains(lock) {
        // Of the ways to one place one is told.
        if let use = side.trace.last, isReachedWithout(lock, use.function),
          !found.contains(where: { $0.trace == [use] })
        {
          found.append(([use], side.kind.isWrite))
        }
        continue
      }
      if side.locks.contains(lock + Self.forReading) {
        if side.kind.isWrite { throw refusal(.lockedOtherwise, side) }
        continue
      }
      guard !side.mayLocks.contains(where: { $0 == lock || $0 == lock + Self.forReading }),
        !side.trace.isEmpty
      else { throw refusal(.lockedOtherwise, side) }
      if !found.contains(where: { $0.trace == side.trace }) {
        found.append((side.trace, side.kind.isWrite))
      }
    }
    return found
  }

  /// Whether a function that some call while they hold a lock is called without it too, for an
  /// object that others may have.
  private func isReachedWithout(_ lock: String, _ function: FunctionNumber) -> Bool {
    program.lockOrder.locks.contains { own in
      guard program.printer.name(of: own) == lock,
        program.lockOrder.isEntered(function, holding: own)
      else { return false }
      guard let calls = program.lockOrder.bareCalls(of: function, without: own) else { return true }
      return calls.contains { !program.isInTest($0.site.function) && !isOfOwnObject($0.site) }
    }
  }

  /// Whether a call is of a method of what the function around it made.
  private func isOfOwnObject(_ call: FlowSite) -> Bool {
    guard let place = program.location(call), let tree = program.tree(place.file),
      let node = program.node(place.range, in: tree),
      let view = SelectorSyntax(tree.child(node, .function), in: tree)
    else { return false }
    return tree.isOfOwnObject(view.field)
  }

  private func refusal(_ reason: Refusal.Reason, _ side: FlowMeetingSide) -> Refusal {
    Refusal(reason, at: side.trace.last.flatMap { program.firstLine($0) })
  }

  private func fix(
    _ lock: String, _ shared: SharedName, _ bare: [(trace: [FlowSite], isWrite: Bool)],
    _ extent: Extent
  ) throws(Refusal) -> Fix {
    let spelling = LockSpelling(program, lock: lock, of: uses[0].name)
    var sites = LockedUses(program, lock, spelling, shared)
    for use in bare {
      try sites.add(use.trace, isWrite: use.isWrite, extent)
    }
    try sites.addOthers()
    let ordered = sites.inOrder()
    let mayShare = spelling.isForReaders(uses, in: PackageFiles(program, of: ordered))
    var mutex = sites.mutexOfCalls
    let stretches = try LockedStretches(ordered, program) { site in
      guard let name = spelling.name(at: site) else { return nil }
      mutex = mutex ?? name
      return LockCalls(mutex: name, isShared: mayShare && !sites.isWritten(site))
    }
    var names = FreshNames()
    let lines = try stretches.edits(&names) + sites.callEdits(&names)
    guard let mutex, let imports = sites.importEdits() else { throw Refusal(.hasNoRoom) }
    return Fix(
      title: "Hold `\(mutex)` here too", safety: .unsafe,
      edits: program.alignedInEachFile(imports + lines.declaring(names.given)),
      reach: stretches.reach + sites.reachOfCalls
    )
  }
}
