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

  /// What calls give that are made before the lock is taken.
  private static let valueNames = ["value", "value2", "value3", "value4"]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.filter { $0.confidence > .possible }
  }

  /// Nil where one of the statements may wait or call something, or there is no place for a mutex.
  public func fix() -> Fix? {
    guard let name = uses.first?.name, uses.allSatisfy({ $0.name == name }),
      case let parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init),
      let told = told(parts[parts.count - 1])
    else { return nil }
    switch parts.count {
    case 1: return local(name, told) ?? package(name, told)
    case 2: return field(parts[1], of: parts[0], told)
    default: return nil
    }
  }

  private func local(_ name: String, _ told: [LockedSite]) -> Fix? {
    guard let sites = SharedMentions(name, .identifier).sites(beside: told),
      let home = MutexHome.local(program, name, sites)
    else { return nil }
    return fix(name, sites, home)
  }

  private func package(_ name: String, _ told: [LockedSite]) -> Fix? {
    let mentions = SharedMentions(name, .identifier)
    guard let files = PackageFiles(program, of: told), !files.declaresInFunctions(name),
      let sites = mentions.sites(beside: told),
      let all = mentions.writers(in: files, beside: sites),
      let home = MutexHome.package(program, name, files)
    else { return nil }
    return fix(name, all, home)
  }

  private func field(_ field: String, of type: String, _ told: [LockedSite]) -> Fix? {
    let mentions = SharedMentions(field, .fieldIdentifier)
    guard let files = PackageFiles(program, of: told), files.isOneStruct(with: field),
      let sites = mentions.sites(beside: told),
      let all = mentions.writers(in: files, beside: sites),
      let home = MutexHome.structure(program, type: type, field: field, files)
    else { return nil }
    return fix("\(type).\(field)", all, home)
  }

  private func fix(_ name: String, _ sites: [LockedSite], _ home: MutexHome) -> Fix? {
    var stretches: [LockedStretch] = []
    for site in sites {
      guard let mutex = home.spelling(site) else { return nil }
      if let last = stretches.indices.last, stretches[last].extend(to: site, mutex) { continue }
      stretches.append(LockedStretch(site, mutex))
    }
    var edits = home.declaration
    var names = Self.valueNames
    for stretch in stretches {
      guard let lines = stretch.edits(&names) else { return nil }
      edits += lines
    }
    return Fix(
      title: "Guard `\(name)` by a mutex of its own", safety: .safe,
      edits: program.alignedInEachFile(edits))
  }

  /// The statements of both sides of all uses, each once; nil where no lock may be held around one of
  /// them.
  private func told(_ name: String) -> [LockedSite]? {
    var sites: [LockedSite] = []
    for side in uses.flatMap({ [$0.first, $0.second] }) {
      guard let site = side.trace.last, let place = program.location(site),
        program.isAnchor(place.file), let tree = program.tree(place.file),
        let node = program.node(place.range, in: tree),
        let (_, statement) = tree.listedStatement(around: node),
        let locked = LockedSite(tree, statement, using: name)
      else { return nil }
      if !sites.contains(where: { $0.isSame(as: locked) }) { sites.append(locked) }
    }
    return sites.isEmpty ? nil : sites
  }
}
