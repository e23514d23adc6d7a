import Basics

/// Turns patterns into directories and files.
struct PatternExpansion {
  private(set) var directories: [String: FoundDirectory] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var excludedFiles = 0
  /// The absolute roots of patterns with `...`, with what they were written as.
  private(set) var trees: [(pattern: String, root: String)] = []
  private let workingDirectory: String
  private let environment: Environment
  private let overlay: SourceOverlay
  private var namedFiles: [String] = []
  private var metLinks = false

  init(workingDirectory: String, environment: Environment, overlay: SourceOverlay) {
    self.workingDirectory = workingDirectory
    self.environment = environment
    self.overlay = overlay
  }

  /// Expands all patterns. Files come last: whether they are left out depends on what
  /// directories the other patterns reach.
  mutating func run(_ patterns: [String], _ catalog: inout ModuleCatalog) throws(PatternError) {
    for pattern in patterns {
      try expand(pattern, &catalog)
    }
    if metLinks { dropDoubles() }
    for path in namedFiles { add(file: path, &catalog) }
  }

  private mutating func expand(
    _ pattern: String, _ catalog: inout ModuleCatalog
  ) throws(PatternError) {
    var path = FilePath.join(workingDirectory, pattern)
    let fixed = Wildcard.isOne(pattern) ? Self.root(of: path) : path
    let isThere = (try? FileSystem.stamp(fixed)) != nil || overlay.text(of: fixed) != nil
    if !isThere, !Self.isLink(fixed) {
      guard let other = try importedPath(pattern, &catalog) else {
        if fixed.hasSuffix(".go") { throw .noSuchFile(pattern) }
        throw .noSuchDirectory(Wildcard.isOne(pattern) ? show(fixed) : pattern)
      }
      path = other
    }
    if Wildcard.isOne(pattern) || Wildcard.isOne(path) {
      try add(tree: path, pattern, &catalog)
    } else if FileSystem.isDirectory(path) {
      try add(directory: path, pattern, &catalog)
    } else if path.hasSuffix(".go") {
      namedFiles.append(path)
    } else {
      throw .notGo(pattern)
    }
  }

  /// The path of a pattern that is an import path: in the module of the working directory,
  /// in a module of its workspace, or `std` and `cmd`.
  private mutating func importedPath(
    _ pattern: String, _ catalog: inout ModuleCatalog
  ) throws(PatternError) -> String? {
    if pattern == "all" { throw .unsupported(pattern) }
    if pattern == "std" || pattern == "cmd" {
      guard let root = environment.goRoots.first(where: { FileSystem.isDirectory($0 + "/src") })
      else { throw .noGoRoot(pattern) }
      return root + (pattern == "std" ? "/src/..." : "/src/cmd/...")
    }
    guard !pattern.hasPrefix("."), !pattern.hasPrefix("/") else { return nil }
    let main = catalog.module(containing: workingDirectory)
    guard !main.isNone else { return nil }
    let roots = [catalog.modules[main].directory] + (catalog.modules[main].workspace?.modules ?? [])
    for root in roots {
      let id = catalog.module(containing: root)
      guard !id.isNone else { continue }
      let module = catalog.modules[id]
      let fixed = pattern.hasSuffix("/...") ? String(pattern.dropLast(4)) : pattern
      guard let suffix = Module.suffix(of: fixed, after: module.path) else { continue }
      let directory = module.directory + suffix
      guard FileSystem.isDirectory(directory) else { continue }
      return pattern.hasSuffix("/...") ? directory + "/..." : directory
    }
    return nil
  }

  private mutating func add(
    tree path: String, _ pattern: String, _ catalog: inout ModuleCatalog
  ) throws(PatternError) {
    let root = followed(Self.root(of: path), &catalog)
    guard FileSystem.isDirectory(root) else { throw .noSuchDirectory(show(root)) }
    var walk = DirectoryWalk(workingDirectory: workingDirectory, overlay: overlay)
    let isPlain = Self.root(of: path) + "/..." == path || path == "/..."
    walk.run(root: root, matching: isPlain ? nil : Wildcard(path), &catalog)
    diagnostics += walk.diagnostics
    for directory in walk.directories { add(directory) }
    trees.append((pattern, root))
    if walk.directories.isEmpty, walk.diagnostics.isEmpty { throw .matchedNothing(pattern) }
  }

  private mutating func add(
    directory path: String, _ pattern: String, _ catalog: inout ModuleCatalog
  ) throws(PatternError) {
    let path = followed(path, &catalog)
    let entries: [DirectoryEntry]
    do throws(FileError) {
      entries = try FileSystem.entries(path)
    } catch {
      let message = "cannot read the directory: \(error.reason)"
      diagnostics.append(Diagnostic(.io, message, path: show(path)))
      return
    }
    let names = FoundDirectory.goFiles(entries, overlay.names(in: path))
    if names.isEmpty { throw .noGoFiles(pattern) }
    let module = owner(of: path, &catalog)
    add(
      FoundDirectory(path: path, module: module, fileNames: names, reportsAll: true, isNamed: true))
  }

  private mutating func add(_ directory: FoundDirectory) {
    directories[directory.path, default: directory].reportsAll = true
    if directory.isNamed { directories[directory.path]?.isNamed = true }
  }

  // MARK: Files

  private mutating func add(file path: String, _ catalog: inout ModuleCatalog) {
    let directory = FilePath.directory(path)
    let name = FilePath.lastComponent(path)
    if directories[directory] == nil {
      if FoundDirectory.isHidden(name) || isLeftOut(directory, &catalog) {
        excludedFiles += 1
        return
      }
      directories[directory] = unreported(directory, &catalog)
    } else if FoundDirectory.isHidden(name) {
      excludedFiles += 1
      return
    }
    directories[directory]?.addNamed(name)
  }

  /// A directory of which only named files are reported on. Where no module makes a package
  /// of it, only those files are looked at.
  private func unreported(_ directory: String, _ catalog: inout ModuleCatalog) -> FoundDirectory {
    let module = owner(of: directory, &catalog)
    let isBare = catalog.modules[module].kind == .none
    let entries = isBare ? [] : (try? FileSystem.entries(directory)) ?? []
    return FoundDirectory(
      path: directory, module: module,
      fileNames: FoundDirectory.goFiles(entries, isBare ? [] : overlay.names(in: directory)),
      reportsAll: false)
  }

  /// Whether the patterns of the working directory would not reach a directory: something on
  /// the way from there, or from the module's root if it lies elsewhere, is left out.
  private func isLeftOut(_ directory: String, _ catalog: inout ModuleCatalog) -> Bool {
    let id = catalog.module(containing: directory)
    let base: String
    if FilePath.isInside(directory, workingDirectory) {
      base = workingDirectory
    } else if !id.isNone {
      base = catalog.modules[id].directory
    } else {
      return false
    }
    let relative = FilePath.relative(directory, to: base)
    if relative == "." { return false }
    if relative.split(separator: "/").contains(where: { FoundDirectory.isLeftOut(String($0)) }) {
      return true
    }
    return DirectoryWalk.isIgnored(directory, id, catalog)
      && !DirectoryWalk.isIgnored(base, id, catalog)
  }

  // MARK: Paths

  private func owner(of directory: String, _ catalog: inout ModuleCatalog) -> ModuleID {
    let id = catalog.module(containing: directory)
    return id.isNone ? catalog.moduleWithoutFile(for: directory) : id
  }

  /// The directory, or where it leads to if it is a link and only its target is in a module.
  private mutating func followed(_ path: String, _ catalog: inout ModuleCatalog) -> String {
    guard let real = FilePath.resolvingLinks(path), real != path else { return path }
    metLinks = true
    let isInModule = !catalog.module(containing: path).isNone
    return isInModule || catalog.module(containing: real).isNone ? path : real
  }

  /// Takes out directories that another name has reached too; the real name stays.
  private mutating func dropDoubles() {
    var seen = Set<String>()
    let named = directories.keys.sorted().map { (path: $0, real: FilePath.resolvingLinks($0)) }
    let inOrder = named.filter { $0.path == $0.real } + named.filter { $0.path != $0.real }
    for (path, real) in inOrder where !seen.insert(real ?? path).inserted {
      directories[path] = nil
    }
  }

  private static func isLink(_ path: String) -> Bool {
    let entries = try? FileSystem.entries(FilePath.directory(path))
    let name = FilePath.lastComponent(path)
    return entries?.contains { $0.name == name && $0.kind == .symbolicLink } ?? false
  }

  /// The directory in which the walk for a pattern with `...` begins.
  private static func root(of path: String) -> String {
    let fixed = Wildcard.fixedPart(path)
    return fixed.hasSuffix("/") && fixed.utf8.count > 1
      ? String(fixed.dropLast()) : FilePath.directory(fixed)
  }

  private func show(_ path: String) -> String {
    DisplayPath.of(path, workingDirectory: workingDirectory)
  }
}
