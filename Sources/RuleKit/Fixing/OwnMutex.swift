import Findings
import GoFlow
import GoSyntax

/// Edits that give something shared a mutex of its own, and hold that around each statement that the
/// hazard is made of. Several things that one statement uses have one mutex together.
///
/// Behaviour stays as it is but for the hazard: nothing else has the mutex, and what is done under it
/// neither waits nor calls anything, so that nobody waits for it for ever.
public struct OwnMutex {
  private let program: ProgramContext
  private let things: [Thing]

  /// What gets the mutex.
  private struct Thing {
    let uses: [SharedUse]
    /// Those that are not told as long as nothing guards it, and would be then.
    let possible: [SharedUse]
    /// The type that has it as a field, empty for a variable; nil for a field in a field.
    let owner: String?
    let shared: SharedName

    /// Nil where uses tell of things of several names.
    init?(_ program: ProgramContext, _ uses: [SharedUse]) {
      self.uses = uses.toBeMended
      possible = uses.filter { $0.confidence <= .possible }
      guard let shared = SharedName(program, self.uses), let name = self.uses.first?.name else {
        return nil
      }
      self.shared = shared
      let parts = name.split(separator: ".", omittingEmptySubsequences: false)
      owner = parts.count > 2 ? nil : parts.count == 2 ? String(parts[0]) : ""
    }

  }

  /// Of one thing.
  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.init(program, ofEach: [uses])
  }

  /// Of several things, each with its uses.
  init(_ program: ProgramContext, ofEach uses: [[SharedUse]]) {
    self.program = program
    let things = uses.compactMap { Thing(program, $0) }
    self.things = things.count == uses.count ? things : []
  }

  /// The fix, if there is one.
  public var found: Fix? {
    do throws(Refusal) { return try fix() } catch { return nil }
  }

  /// Throws where one of the statements may wait or call something, or there is no place for a mutex.
  public func fix() throws(Refusal) -> Fix {
    guard let first = things.first, things.allSatisfy({ $0.owner == first.owner }) else {
      throw Refusal(.severalNames)
    }
    var told: [[LockedSite]] = []
    var all: [[LockedSite]] = []
    var isComplete = true
    for thing in things {
      let own = try self.told(thing)
      told.append(own)
      let (sites, isAll) = withPossible(thing, own)
      all.append(sites)
      if !isAll { isComplete = false }
    }
    let hasMore = zip(all, told).contains { $0.count > $1.count }
    var found: Fix?
    do throws(Refusal) {
      found = try fix(first.owner, all)
    } catch {
      if !hasMore { throw error }
    }
    if found == nil, hasMore {
      found = try fix(first.owner, told)
      isComplete = false
    }
    guard var found else { throw Refusal(.hasNoHome, at: told.first?.first?.location) }
    if !isComplete { found.safety = .unsafe }
    return found
  }

  private func fix(_ owner: String?, _ told: [[LockedSite]]) throws(Refusal) -> Fix? {
    guard let owner else { return nil }
    if !owner.isEmpty { return try field(of: owner, told) }
    if let fix = try local(told) { return fix }
    return try package(told)
  }

  private func local(_ told: [[LockedSite]]) throws(Refusal) -> Fix? {
    let sites = try together(told) { (mentions, told) throws(Refusal) in
      try mentions.sites(beside: told)
    }
    guard things.allSatisfy({ MutexLife(program, $0.uses).isOneCall }),
      let home = MutexHome.local(program, names, sites)
    else { return nil }
    return try fix(sites, home)
  }

  private func package(_ told: [[LockedSite]]) throws(Refusal) -> Fix? {
    guard let files = PackageFiles(program, of: told.flatMap { $0 }),
      !names.contains(where: { files.declaresInFunctions($0) }),
      let home = MutexHome.package(program, names, files)
    else { return nil }
    let sites = try together(told) { (mentions, told) throws(Refusal) in
      try mentions.writers(in: files, beside: mentions.sites(beside: told))
    }
    return try fix(sites, home)
  }

  private func field(of type: String, _ told: [[LockedSite]]) throws(Refusal) -> Fix? {
    guard let files = PackageFiles(program, of: told.flatMap { $0 }),
      names.allSatisfy({ files.isOneStruct(with: $0) }),
      let home = MutexHome.structure(program, type: type, field: names[0], files)
    else { return nil }
    let sites = try together(told) { (mentions, told) throws(Refusal) in
      let writers = try mentions.writers(in: files, beside: mentions.sites(beside: told))
      return mentions.readers(of: type, in: files, beside: writers)
    }
    return try fix(sites, home)
  }

  private var names: [String] { things.map(\.shared.name) }

  /// All statements that take the mutex, each once: those that are told, and what else is found with
  /// what names a thing.
  private func together(
    _ told: [[LockedSite]],
    _ find: (SharedMentions, [LockedSite]) throws(Refusal) -> [LockedSite]
  ) throws(Refusal) -> [LockedSite] {
    var sites: [LockedSite] = []
    for (thing, told) in zip(things, told) {
      let kind: NodeKind = thing.shared.isField ? .fieldIdentifier : .identifier
      for site in try find(SharedMentions(thing.shared, kind, freedom), told) {
        guard let same = sites.firstIndex(where: { $0.isSame(as: site) }) else {
          sites.append(site)
          continue
        }
        guard let both = sites[same].joined(with: site) else {
          throw Refusal(.unknownForm, at: site.location)
        }
        sites[same] = both
      }
    }
    return things.count == 1 ? sites : sites.inOrder()
  }

  /// What is told of too gets a lock of its own, and is not to look as if this one were for it.
  private var freedom: LockedSite.Freedom {
    LockedSite.Freedom(others: program.toldNames.subtracting(names))
  }

  private func fix(_ sites: [LockedSite], _ home: MutexHome) throws(Refusal) -> Fix {
    let others = program.toldPlaces.filter { other, _ in
      !sites.contains { $0.names.contains(other) }
    }
    let stretches = try LockedStretches(
      sites, program, beside: others,
      { site in home.spelling(site).map { LockCalls(mutex: $0) } })
    let isUncopied =
      sites.contains(where: \.hasUncopied) && sites.contains(where: \.changesElements)
    let hasWriters = things.contains { thing in
      thing.uses.contains { $0.first.kind.isWrite && $0.second.kind.isWrite }
    }
    let isSure =
      !stretches.isSplit && !stretches.meetsOthers && !isUncopied
      && !(hasWriters && stretches.isReadBack)
    var names = FreshNames()
    let lines = try stretches.edits(&names).declaring(names.given)
    let told = things.compactMap { $0.uses.first?.name }
    return Fix(
      title: "Guard \(told.asList) by a mutex of \(told.count == 1 ? "its" : "their") own",
      safety: isSure ? .safe : .unsafe,
      edits: program.alignedInEachFile(home.declaration + lines), reach: stretches.reach)
  }

  /// The statements of a thing with those of uses that are only possible; false where no lock may be
  /// held around one of these.
  private func withPossible(_ thing: Thing, _ told: [LockedSite]) -> ([LockedSite], isAll: Bool) {
    var sites = told
    var isAll = true
    let package = sites.first.flatMap { program.files[$0.tree.source.path]?.package }
    for side in thing.possible.flatMap({ [$0.first, $0.second] }) {
      if let use = side.trace.last, program.isInTest(use.function) { continue }
      guard let use = side.trace.last, let place = program.location(use),
        program.isAnchor(place.file), program.files[place.file]?.package == package,
        let tree = program.tree(place.file), let node = program.node(place.range, in: tree),
        let site = LockedSite(tree, around: node, using: thing.shared, freedom),
        tree.subtree(site.statement).contains(where: { tree.isName($0, thing.shared.name) })
      else {
        isAll = false
        continue
      }
      if !sites.contains(where: { $0.isSame(as: site) }) { sites.append(site) }
    }
    return (sites, isAll)
  }

  /// The statements of both sides of all uses of a thing, each once; throws where no lock may be held
  /// around one of them.
  private func told(_ thing: Thing) throws(Refusal) -> [LockedSite] {
    var sites: [LockedSite] = []
    for side in thing.uses.flatMap({ [$0.first, $0.second] }) {
      guard let site = side.trace.last, let place = program.location(site),
        program.isAnchor(place.file), let tree = program.tree(place.file),
        let node = program.node(place.range, in: tree)
      else { throw Refusal(.isForeign, at: side.trace.last.flatMap { program.firstLine($0) }) }
      guard let locked = LockedSite(tree, around: node, using: thing.shared, freedom) else {
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
