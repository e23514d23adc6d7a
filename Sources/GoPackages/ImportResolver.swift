import Basics

/// Finds where import paths lead, each distinct path of a module once.
///
/// In this order: Go's own library, or what is carried of it; the module itself; its workspace; what is replaced by a
/// directory; `vendor`; the module cache; other modules that are loaded; source roots. A
/// module's build list is not computed: the versions that its `go.mod` names are believed.
struct ImportResolver {
  private struct Key: Hashable {
    var module: ModuleID
    /// Only where the result depends on it: relative paths, and source roots, in which each
    /// directory above the package may hold a `vendor`.
    var directory: String
    var path: String
  }

  private(set) var catalog: ModuleCatalog
  /// The main package of each directory that has one.
  let packages: [String: PackageID]
  /// Those with longer paths first.
  private let loadedModules: [ModuleID]
  private let environment: Environment
  private let goSource: String?
  private var targets: [Key: Package.ImportTarget] = [:]
  private var existing: [String: Bool] = [:]

  init(packages: Table<PackageID, Package>, catalog: ModuleCatalog, environment: Environment) {
    let main = packages.elements.filter { $0.kind == .main }
    self.packages = Dictionary(
      main.map { ($0.directory, $0.id) }, uniquingKeysWith: { first, _ in first })
    self.catalog = catalog
    self.environment = environment
    let loaded = Set(packages.elements.map(\.module)).sorted()
    loadedModules = loaded.filter { catalog.modules[$0].kind == .module }
      .sorted { Self.hasLongerPath(catalog.modules[$0], catalog.modules[$1]) }
    let modules = loaded.map { catalog.modules[$0] }.filter { $0.kind == .module }
    let installed = Self.goSource(in: environment, for: modules.map(\.goVersion).max())
    let standard = loaded.map { catalog.modules[$0] }.first { $0.kind == .standardLibrary }
    let beside = standard.map {
      $0.path == "std" ? $0.directory : FilePath.directory($0.directory)
    }
    goSource = beside ?? installed
  }

  /// The first source of Go's own library that is no older than a module wants it: what an older one
  /// lacks, the go command would fetch a newer one for. Of one that does not say its age it is believed.
  private static func goSource(in environment: Environment, for wanted: GoVersion?) -> String? {
    environment.goRoots.first { root in
      guard FileSystem.isDirectory(root + "/src") else { return false }
      guard let wanted, let version = version(of: root) else { return true }
      return version >= wanted
    }.map { $0 + "/src" }
  }

  /// The version that a Go installation says to have; nil where it does not.
  private static func version(of root: String) -> GoVersion? {
    guard let bytes = try? FileSystem.read(root + "/VERSION") else { return nil }
    let text = String(decoding: bytes.prefix { $0 > UInt8(ascii: " ") }, as: UTF8.self)
    return GoVersion(text)
  }

  /// The same packages with their imports.
  mutating func resolveAll(_ table: Table<PackageID, Package>) -> Table<PackageID, Package> {
    var result = table
    for id in table.ids {
      let package = table[id]
      result[id].imports = Self.imports(of: package.files).map { path, isTestOnly in
        let target = target(of: path, from: package.directory, in: package.module)
        return Package.Import(path: path, target: target, isTestOnly: isTestOnly)
      }
    }
    return result
  }

  /// The distinct import paths of files in byte order, with whether only tests have them.
  static func imports(of files: [SourceFile]) -> [(path: String, isTestOnly: Bool)] {
    var isTestOnly: [String: Bool] = [:]
    for file in files {
      for item in file.imports where !file.isTest || isTestOnly[item.path] == nil {
        isTestOnly[item.path] = file.isTest
      }
    }
    return isTestOnly.map { ($0.key, $0.value) }
      .sorted { $0.0.utf8.lexicographicallyPrecedes($1.0.utf8) }
  }

  /// Where an import path leads from a package that no pattern reached.
  ///
  /// Its own module comes first, then what the loaded modules choose, for their `go.mod` files
  /// decide the versions of all they use; its own choice comes last.
  mutating func outsideTarget(
    of path: String, from directory: String, in id: ModuleID
  ) -> Package.ImportTarget {
    if catalog.modules[id].kind == .module, !catalog.modules[id].path.isEmpty,
      let own = catalog.modules[id].directory(ofImport: path), let found = existing(own)
    {
      return packages[found].map(Package.ImportTarget.package) ?? .directory(found)
    }
    for module in loadedModules where catalog.modules[id].kind == .module {
      let target = target(of: path, from: directory, in: module)
      if target != .unknown { return target }
    }
    return target(of: path, from: directory, in: id)
  }

  /// The module of a directory, with or without a `go.mod`.
  mutating func module(of directory: String) -> ModuleID {
    let id = catalog.module(containing: directory)
    return id.isNone ? catalog.moduleWithoutFile(for: directory) : id
  }

  /// Where an import path leads from a package in `directory` of a module.
  mutating func target(
    of path: String, from directory: String, in module: ModuleID
  ) -> Package.ImportTarget {
    let dependsOnDirectory = catalog.modules[module].kind == .sourceRoot || path.hasPrefix(".")
    let key = Key(module: module, directory: dependsOnDirectory ? directory : "", path: path)
    if let known = targets[key] { return known }
    let found = find(path, from: directory, in: module)
    let target =
      found.map { packages[$0].map(Package.ImportTarget.package) ?? .directory($0) }
      ?? (isStub(path, in: module) ? .stub(path) : .unknown)
    targets[key] = target
    return target
  }

  /// Whether a path that was not found leads to what the program carries: of Go's own library, where
  /// that lies nowhere or is too old to have the package. What it imports may be internal to it;
  /// nobody else may import that.
  private func isStub(_ path: String, in module: ModuleID) -> Bool {
    catalog.modules[module].kind != .standardLibrary
      && StandardLibrary.paths.contains(path) && StandardStubs.contains(path)
  }

  private mutating func find(
    _ path: String, from directory: String, in id: ModuleID
  ) -> String? {
    if path == "C" || !Self.isValid(path) { return nil }
    if path == "." || path == ".." || path.hasPrefix("./") || path.hasPrefix("../") {
      return existing(FilePath.join(directory, path))
    }
    if path.split(separator: "/").contains("..") { return nil }
    let module = catalog.modules[id]
    if module.kind != .standardLibrary, !Self.hasDomain(path) {
      if let goSource {
        if let found = existing(goSource + "/" + path) { return found }
      } else if StandardLibrary.paths.contains(path) {
        return nil
      }
    }
    if module.kind == .sourceRoot, let found = inVendor(path, above: directory, module.directory) {
      return found
    }
    if let own = module.directory(ofImport: path), let found = existing(own) { return found }
    if module.kind == .none { return inLoadedModule(path) ?? inSourceRoot(path) }
    return inWorkspace(path, module) ?? replaced(path, module) ?? inVendor(path, module)
      ?? inCache(path, module) ?? inLoadedModule(path) ?? inSourceRoot(path)
      ?? inGoSource(path, module)
  }

  // MARK: Places

  private mutating func inWorkspace(_ path: String, _ module: Module) -> String? {
    guard let workspace = module.workspace else { return nil }
    let ids = workspace.modules.map { catalog.module(containing: $0) }.filter { !$0.isNone }
    let sorted = ids.sorted { Self.hasLongerPath(catalog.modules[$0], catalog.modules[$1]) }
    return inModules(sorted, path)
  }

  private mutating func inLoadedModule(_ path: String) -> String? {
    inModules(loadedModules, path)
  }

  /// The first module that has the package wins.
  private mutating func inModules(_ ids: [ModuleID], _ path: String) -> String? {
    for id in ids {
      let directory = catalog.modules[id].directory(ofImport: path)
      if let directory, let found = existing(directory) {
        return found
      }
    }
    return nil
  }

  private mutating func replaced(_ path: String, _ module: Module) -> String? {
    for (name, version) in Self.candidates(path, module) {
      guard let (replacement, base) = Self.replacement(for: name, version, module),
        replacement.isDirectory, let suffix = Module.suffix(of: path, after: name)
      else { continue }
      let directory = FilePath.join(base, replacement.target) + suffix
      if let found = existing(directory) { return found }
    }
    return nil
  }

  private mutating func inVendor(_ path: String, _ module: Module) -> String? {
    for root in [module.directory] + (module.workspace.map { [$0.directory] } ?? []) {
      if existing(root + "/vendor") != nil, let found = existing("\(root)/vendor/\(path)") {
        return found
      }
    }
    return nil
  }

  /// As before modules: each directory from the package's own up to the root may have one.
  private mutating func inVendor(
    _ path: String, above directory: String, _ root: String
  ) -> String? {
    var directory = directory
    while FilePath.isInside(directory, root) {
      if let found = existing("\(directory)/vendor/\(path)") { return found }
      if directory == root || directory == "/" { break }
      directory = FilePath.directory(directory)
    }
    return nil
  }

  private mutating func inCache(_ path: String, _ module: Module) -> String? {
    guard let cache = environment.moduleCache else { return nil }
    for (name, version) in Self.candidates(path, module) {
      guard let suffix = Module.suffix(of: path, after: name) else { continue }
      var source: (name: String, version: String?) = (name, version)
      if let (replacement, _) = Self.replacement(for: name, version, module) {
        source = (replacement.target, replacement.targetVersion)
      }
      guard let version = source.version else { continue }
      let root = "\(cache)/\(Self.escaped(source.name))@\(Self.escaped(version))"
      if let found = existing(root + suffix) { return found }
    }
    return nil
  }

  private mutating func inSourceRoot(_ path: String) -> String? {
    for root in environment.sourceRoots where existing(root) != nil {
      if let found = existing(root + "/" + path) { return found }
    }
    return nil
  }

  private mutating func inGoSource(_ path: String, _ module: Module) -> String? {
    guard module.kind == .standardLibrary, let goSource else { return nil }
    return existing(goSource + "/" + path)
  }

  // MARK: Parts

  /// The modules that a `go.mod` speaks of and that may hold a path, longest path first.
  private static func candidates(
    _ path: String, _ module: Module
  ) -> [(name: String, version: String?)] {
    var versions: [String: String?] = [:]
    for item in module.replacements + (module.workspace?.replacements ?? [])
    where Module.suffix(of: path, after: item.path) != nil {
      versions[item.path] = .some(item.version)
    }
    for item in module.requirements where Module.suffix(of: path, after: item.path) != nil {
      versions[item.path] = item.version
    }
    return versions.map { ($0.key, $0.value) }.sorted { $0.0.utf8.count > $1.0.utf8.count }
  }

  /// What replaces a module, and the directory that its target is relative to.
  private static func replacement(
    for name: String, _ version: String?, _ module: Module
  ) -> (ModuleFile.Replacement, String)? {
    if let workspace = module.workspace,
      let found = workspace.replacements.replacement(for: name, version: version)
    {
      return (found, workspace.directory)
    }
    return module.replacements.replacement(for: name, version: version)
      .map { ($0, module.directory) }
  }

  private static func hasLongerPath(_ left: Module, _ right: Module) -> Bool {
    let lengths = (left.path.utf8.count, right.path.utf8.count)
    return lengths.0 == lengths.1 ? left.directory < right.directory : lengths.0 > lengths.1
  }

  private mutating func existing(_ directory: String) -> String? {
    if packages[directory] != nil { return directory }
    if let known = existing[directory] { return known ? directory : nil }
    let exists = FileSystem.isDirectory(directory)
    existing[directory] = exists
    return exists ? directory : nil
  }

  /// Whether Go lets a path stand in an import: printable, and none of its special characters.
  private static func isValid(_ path: String) -> Bool {
    let illegal = "!\"#$%&'()*,:;<=>?[\\]^{|}`\u{FFFD}".unicodeScalars
    return !path.isEmpty && !path.hasPrefix("/")
      && path.unicodeScalars.allSatisfy {
        $0.value > 0x20 && $0.value != 0x7F && !illegal.contains($0)
      }
  }

  /// Whether the first element has a dot, which the standard library's paths never have.
  private static func hasDomain(_ path: String) -> Bool {
    path.utf8.prefix { $0 != UInt8(ascii: "/") }.contains(UInt8(ascii: "."))
  }

  /// A path as the module cache spells it: "!a" for "A".
  static func escaped(_ path: String) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      if ("A"..."Z").contains(scalar) {
        result += "!" + String(scalar).lowercased()
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
