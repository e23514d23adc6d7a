import Basics
import Findings
import GoFlow
import GoSyntax

/// Edits that take, around the statements that use something shared without it, the lock that all
/// others hold.
public struct CommonLock {
  private let program: ProgramContext
  private let uses: [SharedUse]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.filter { $0.confidence > .possible }
  }

  /// Nil where there is no such lock, or one of the statements may wait, or the lock may be held there
  /// already or must not be taken after others that are.
  public func fix() -> Fix? {
    guard let shared = SharedName(program, uses) else { return nil }
    for lock in candidates {
      guard let bare = bareSides(lock), !bare.isEmpty,
        let fix = fix(lock, shared, bare)
      else { continue }
      return fix
    }
    return nil
  }

  /// The locks that are held where it is used, the one that most hold first.
  private var candidates: [String] {
    var counts: [String: Int] = [:]
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      for lock in Set(side.locks) where !lock.hasSuffix(Self.forReading) {
        counts[lock, default: 0] += 1
      }
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  private static let forReading = " (read)"

  /// Where it is used without a lock, each place once; nil where it is held there in another way.
  private func bareSides(_ lock: String) -> [(site: FlowSite, isWrite: Bool)]? {
    var found: [(site: FlowSite, isWrite: Bool)] = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      if side.locks.contains(lock) { continue }
      if side.locks.contains(lock + Self.forReading) {
        if side.kind.isWrite { return nil }
        continue
      }
      guard !side.mayLocks.contains(where: { $0 == lock || $0 == lock + Self.forReading }),
        let site = side.trace.last
      else { return nil }
      if !found.contains(where: { $0.site == site }) { found.append((site, side.kind.isWrite)) }
    }
    return found
  }

  private func fix(
    _ lock: String, _ shared: SharedName, _ bare: [(site: FlowSite, isWrite: Bool)]
  ) -> Fix? {
    var sites = LockedUses(program, lock, shared)
    for use in bare {
      guard sites.add(use.site, isWrite: use.isWrite) else { return nil }
    }
    guard sites.addOthers() else { return nil }
    let spelling = LockSpelling(program, lock: lock, of: uses[0].name)
    let ordered = sites.inOrder()
    let mayShare = spelling.isForReaders(uses, in: PackageFiles(program, of: ordered))
    var mutex: String?
    let stretches = LockedStretches(ordered) { site in
      guard let name = spelling.name(at: site) else { return nil }
      mutex = mutex ?? name
      return LockCalls(mutex: name, isShared: mayShare && !sites.isWritten(site))
    }
    guard let edits = stretches?.edits(), let mutex, let imports = sites.importEdits() else {
      return nil
    }
    return Fix(
      title: "Hold `\(mutex)` here too", safety: .unsafe,
      edits: program.alignedInEachFile(imports + edits), reach: stretches?.reach ?? [])
  }
}
