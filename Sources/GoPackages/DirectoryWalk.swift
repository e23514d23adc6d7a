import Basics

/// Finds the directories below a root that `root/...` stands for.
///
/// Left out are `vendor`, `testdata`, names that begin with "_" or ".", and what the `ignore`
/// directives of `go.mod` name; never the root itself. Symbolic links are not followed, but
/// the root may be one, so that the walk always ends. A root in a module stays in it; from
/// any other root the walk goes on into the modules below.
struct DirectoryWalk {
  private(set) var directories: [FoundDirectory] = []
  private(set) var diagnostics: [Diagnostic] = []
  private let workingDirectory: String
  private let overlay: SourceOverlay

  init(workingDirectory: String, overlay: SourceOverlay) {
    self.workingDirectory = workingDirectory
    self.overlay = overlay
  }

  mutating func run(root: String, matching wildcard: Wildcard?, _ catalog: inout ModuleCatalog) {
    let rootModule = catalog.module(containing: root)
    var stack = [(path: root, module: rootModule)]
    while let (path, outer) = stack.popLast() {
      guard let entries = entries(path) else { continue }
      var module = outer
      if path != root, Self.holdsModuleFile(entries, path) {
        if !rootModule.isNone { continue }
        module = catalog.module(at: path)
      }
      let goFiles = FoundDirectory.goFiles(entries, overlay.names(in: path))
      if !goFiles.isEmpty, wildcard?.matches(path) ?? true,
        !Self.isDocumentation(path, module, catalog)
      {
        let owner = module.isNone ? catalog.moduleWithoutFile(for: path) : module
        directories.append(
          FoundDirectory(path: path, module: owner, fileNames: goFiles, reportsAll: true))
      }
      let prefix = path == "/" ? "/" : path + "/"
      for entry in entries where entry.kind == .directory {
        let child = prefix + entry.name
        if FoundDirectory.isLeftOut(entry.name) || Self.isIgnored(child, module, catalog) {
          continue
        }
        stack.append((child, module))
      }
    }
  }

  /// Whether the ignore directives of its module leave a directory out.
  static func isIgnored(_ path: String, _ id: ModuleID, _ catalog: ModuleCatalog) -> Bool {
    guard !id.isNone, !catalog.modules[id].ignored.isEmpty else { return false }
    let module = catalog.modules[id]
    return module.ignored.contains(FilePath.relative(path, to: module.directory))
  }

  /// Whether it is `builtin` of the standard library, which documents what the compiler knows
  /// and is no package.
  private static func isDocumentation(
    _ path: String, _ id: ModuleID, _ catalog: ModuleCatalog
  ) -> Bool {
    guard path.hasSuffix("/builtin"), !id.isNone else { return false }
    let module = catalog.modules[id]
    return module.path == "std" && path == module.directory + "/builtin"
  }

  private static func holdsModuleFile(_ entries: [DirectoryEntry], _ path: String) -> Bool {
    guard let entry = entries.first(where: { $0.name == "go.mod" }) else { return false }
    return entry.kind == .file || FileSystem.isFile(path + "/go.mod")
  }

  private mutating func entries(_ path: String) -> [DirectoryEntry]? {
    do throws(FileError) {
      return try FileSystem.entries(path)
    } catch {
      let shown = DisplayPath.of(path, workingDirectory: workingDirectory)
      diagnostics.append(Diagnostic(.io, "cannot read the directory: \(error.reason)", path: shown))
      return nil
    }
  }
}
