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
  /// Those that are not told as long as nothing guards it, and would be then.
  private let possible: [SharedUse]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.toBeMended
    possible = uses.filter { $0.confidence <= .possible }
  }

  /// The fix, if there is one.
  public var found: Fix? {
    do throws(Refusal) { return try fix() } catch { return nil }
  }

  /// Throws where one of the statements may wait or call something, or there is no place for a mutex.
  public func fix() throws(Refusal) -> Fix {
    guard let shared = SharedName(program, uses), let name = uses.first?.name else {
      throw Refusal(.severalNames)
    }
    let told = try told(shared)
    var all = told
    var isComplete = addPossible(shared, to: &all)
    var found: Fix?
    do throws(Refusal) {
      found = try fix(name, shared, all)
    } catch {
      if all.count == told.count { throw error }
    }
    if found == nil, all.count > told.count {
      found = try fix(name, shared, told)
      isComplete = false
    }
    guard var found else { throw Refusal(.hasNoHome, at: told.first?.location) }
    if !isComplete { found.safety = .unsafe }
    return found
  }

  private func fix(
    _ name: String, _ shared: SharedName, _ told: [LockedSite]
  ) throws(Refusal) -> Fix? {
    let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      if let fix = try local(shared, told) { return fix }
      return try package(shared, told)
    case 2: return try field(shared, of: parts[0], told)
    default: return nil
    }
  }

  private func local(_ shared: SharedName, _ told: [LockedSite]) throws(Refusal) -> Fix? {
    let sites = try mentions(shared, .identifier).sites(beside: told)
    guard MutexLife(program, uses).isOneCall,
      let home = MutexHome.local(program, shared.name, sites)
    else { return nil }
    return try fix(shared.name, sites, home)
  }

  private func package(_ shared: SharedName, _ told: [LockedSite]) throws(Refusal) -> Fix? {
    let mentions = mentions(shared, .identifier)
    guard let files = PackageFiles(program, of: told), !files.declaresInFunctions(shared.name),
      let home = MutexHome.package(program, shared.name, files)
    else { return nil }
    let all = try mentions.writers(in: files, beside: mentions.sites(beside: told))
    return try fix(shared.name, all, home)
  }

  private func field(
    _ shared: SharedName, of type: String, _ told: [LockedSite]
  ) throws(Refusal) -> Fix? {
    let mentions = mentions(shared, .fieldIdentifier)
    guard let files = PackageFiles(program, of: told), files.isOneStruct(with: shared.name),
      let home = MutexHome.structure(program, type: type, field: shared.name, files)
    else { return nil }
    let writers = try mentions.writers(in: files, beside: mentions.sites(beside: told))
    let all = mentions.readers(of: type, in: files, beside: writers)
    return try fix("\(type).\(shared.name)", all, home)
  }

  private func mentions(_ shared: SharedName, _ kind: NodeKind) -> SharedMentions {
    SharedMentions(shared, kind, freedom(shared))
  }

  /// What is told of too gets a lock of its own, and is not to look as if this one were for it.
  private func freedom(_ shared: SharedName) -> LockedSite.Freedom {
    LockedSite.Freedom(others: program.toldNames.subtracting([shared.name]))
  }

  private func fix(
    _ name: String, _ sites: [LockedSite], _ home: MutexHome
  ) throws(Refusal) -> Fix {
    let others = program.toldPlaces.filter { other, _ in !sites.contains { $0.name == other } }
    let stretches = try LockedStretches(
      sites, program, beside: others,
      { site in home.spelling(site).map { LockCalls(mutex: $0) } })
    let isUncopied =
      sites.contains(where: \.hasUncopied) && sites.contains(where: \.changesElements)
    var names = FreshNames()
    let lines = try stretches.edits(&names).declaring(names.given)
    return Fix(
      title: "Guard `\(name)` by a mutex of its own",
      safety: stretches.isSplit || stretches.meetsOthers || isUncopied ? .unsafe : .safe,
      edits: program.alignedInEachFile(home.declaration + lines), reach: stretches.reach)
  }

  /// Adds the statements of uses that are only possible; false where no lock may be held around
  /// one.
  private func addPossible(_ shared: SharedName, to sites: inout [LockedSite]) -> Bool {
    var isComplete = true
    let package = sites.first.flatMap { program.files[$0.tree.source.path]?.package }
    for side in possible.flatMap({ [$0.first, $0.second] }) {
      if let use = side.trace.last, program.isInTest(use.function) { continue }
      guard let use = side.trace.last, let place = program.location(use),
        program.isAnchor(place.file), program.files[place.file]?.package == package,
        let tree = program.tree(place.file), let node = program.node(place.range, in: tree),
        let site = LockedSite(tree, around: node, using: shared, freedom(shared)),
        tree.subtree(site.statement).contains(where: { tree.isName($0, shared.name) })
      else {
        isComplete = false
        continue
      }
      if !sites.contains(where: { $0.isSame(as: site) }) { sites.append(site) }
    }
    return isComplete
  }

  /// The statements of both sides of all uses, each once; throws where no lock may be held around one
  /// of them.
  private func told(_ shared: SharedName) throws(Refusal) -> [LockedSite] {
    var sites: [LockedSite] = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      guard let site = side.trace.last, let place = program.location(site),
        program.isAnchor(place.file), let tree = program.tree(place.file),
        let node = program.node(place.range, in: tree)
      else { throw Refusal(.isForeign, at: side.trace.last.flatMap { program.firstLine($0) }) }
      guard let locked = LockedSite(tree, around: node, using: shared, freedom(shared)) else {
        throw Refusal(.waits, at: place)
      }
      if !sites.contains(where: { $0.isSame(as: locked) }) { sites.append(locked) }
    }
    if let refilled = sites.first(where: { site in sites.contains { site.refills(for: $0) } }) {
      throw Refusal(.unknownForm, at: refilled.location)
    }
    return sites
  }
}
