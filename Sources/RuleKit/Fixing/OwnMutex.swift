import Findings
import GoFlow
import GoSyntax

/// Edits that give something shared a mutex of its own, and hold that around each statement that the
/// hazard is made of.
///
/// Behaviour stays as it is but for the hazard: nothing else has the mutex, and what is done under it
/// neither waits nor calls anything, so that nobody waits for it for ever.
public struct OwnMutex {
  private let program: ProgramContext
  private let uses: [SharedUse]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.filter { $0.confidence > .possible }
  }

  /// Nil where one of the statements may wait or call something, or there is no place for a mutex.
  public func fix() -> Fix? {
    guard let shared = SharedName(program, uses), let name = uses.first?.name,
      let told = told(shared)
    else { return nil }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1: return local(shared, told) ?? package(shared, told)
    case 2: return field(shared, of: parts[0], told)
    default: return nil
    }
  }

  private func local(_ shared: SharedName, _ told: [LockedSite]) -> Fix? {
    guard let sites = SharedMentions(shared, .identifier).sites(beside: told),
      let home = MutexHome.local(program, shared.name, sites)
    else { return nil }
    return fix(shared.name, sites, home)
  }

  private func package(_ shared: SharedName, _ told: [LockedSite]) -> Fix? {
    let mentions = SharedMentions(shared, .identifier)
    guard let files = PackageFiles(program, of: told), !files.declaresInFunctions(shared.name),
      let sites = mentions.sites(beside: told),
      let all = mentions.writers(in: files, beside: sites),
      let home = MutexHome.package(program, shared.name, files)
    else { return nil }
    return fix(shared.name, all, home)
  }

  private func field(_ shared: SharedName, of type: String, _ told: [LockedSite]) -> Fix? {
    let mentions = SharedMentions(shared, .fieldIdentifier)
    guard let files = PackageFiles(program, of: told), files.isOneStruct(with: shared.name),
      let sites = mentions.sites(beside: told),
      let all = mentions.writers(in: files, beside: sites),
      let home = MutexHome.structure(program, type: type, field: shared.name, files)
    else { return nil }
    return fix("\(type).\(shared.name)", all, home)
  }

  private func fix(_ name: String, _ sites: [LockedSite], _ home: MutexHome) -> Fix? {
    let stretches = LockedStretches(
      sites, { site in home.spelling(site).map { LockCalls(mutex: $0) } })
    guard let stretches, let lines = stretches.edits() else { return nil }
    return Fix(
      title: "Guard `\(name)` by a mutex of its own", safety: .safe,
      edits: program.alignedInEachFile(home.declaration + lines), reach: stretches.reach)
  }

  /// The statements of both sides of all uses, each once; nil where no lock may be held around one of
  /// them.
  private func told(_ shared: SharedName) -> [LockedSite]? {
    var sites: [LockedSite] = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      guard let site = side.trace.last, let place = program.location(site),
        program.isAnchor(place.file), let tree = program.tree(place.file),
        let node = program.node(place.range, in: tree),
        let locked = LockedSite(tree, around: node, using: shared)
      else { return nil }
      if !sites.contains(where: { $0.isSame(as: locked) }) { sites.append(locked) }
    }
    return sites.isEmpty ? nil : sites
  }
}
