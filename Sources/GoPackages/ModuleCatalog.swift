import Basics

/// Finds the module of a directory, and reads each `go.mod` and `go.work` once.
struct ModuleCatalog {
  private(set) var modules = Table<ModuleID, Module>()
  private(set) var diagnostics: [Diagnostic] = []
  private let workingDirectory: String
  private let environment: Environment
  /// The nearest module of each directory that was asked for; `none` where there is none.
  private var nearest: [String: ModuleID] = [:]
  private var roots: [String: ModuleID] = [:]
  private var sourceRoots: [String: ModuleID] = [:]
  private var workspaces: [String: Workspace?] = [:]
  private var bare = ModuleID.none

  init(workingDirectory: String, environment: Environment) {
    self.workingDirectory = workingDirectory
    self.environment = environment
  }

  /// The module whose `go.mod` lies in the directory or nearest above it, or `none`.
  ///
  /// A module of the module cache ends there: what lies above the cache is not its module.
  mutating func module(containing directory: String) -> ModuleID {
    if let known = nearest[directory] { return known }
    var found = ModuleID.none
    if FileSystem.isFile(directory + "/go.mod") {
      found = module(at: directory)
    } else if directory != "/", directory != environment.moduleCache {
      found = module(containing: FilePath.directory(directory))
    }
    nearest[directory] = found
    return found
  }

  /// The module of a directory that holds a `go.mod`.
  mutating func module(at directory: String) -> ModuleID {
    if let known = roots[directory] { return known }
    let path = directory + "/go.mod"
    var file = ModuleFile(SourceText(path: show(path), bytes: []))
    do throws(FileError) {
      file = ModuleFile(SourceText(path: show(path), bytes: try FileSystem.read(path)))
      diagnostics += file.diagnostics
    } catch {
      diagnostics.append(Diagnostic(.io, "cannot read the file: \(error.reason)", path: show(path)))
    }
    let workspace = workspace(of: directory)
    let id = modules.append(Module(file: file, directory: directory, workspace: workspace))
    roots[directory] = id
    nearest[directory] = id
    return id
  }

  /// What stands in for a module where none contains the directory: a source root such as
  /// `$GOPATH/src` if it lies below one, else the module of bare packages.
  ///
  /// A directory named `src` on the way is taken for a source root.
  mutating func moduleWithoutFile(for directory: String) -> ModuleID {
    guard let root = sourceRoot(of: directory) else {
      if bare.isNone {
        bare = modules.append(Module(withoutFile: .none, directory: workingDirectory))
      }
      return bare
    }
    if let known = sourceRoots[root] { return known }
    let id = modules.append(Module(withoutFile: .sourceRoot, directory: root))
    sourceRoots[root] = id
    return id
  }

  private func sourceRoot(of directory: String) -> String? {
    let known = environment.sourceRoots.first {
      directory != $0 && FilePath.isInside(directory, $0)
    }
    if let known { return known }
    var parts = directory.split(separator: "/")
    guard !parts.isEmpty else { return nil }
    // The root itself can be no package: it has no import path.
    parts.removeLast()
    guard let last = parts.lastIndex(of: "src") else { return nil }
    return "/" + parts[...last].joined(separator: "/")
  }

  // MARK: Workspaces

  private mutating func workspace(of module: String) -> Workspace? {
    var directory = module
    switch environment.workspace {
    case .off:
      return nil
    case .file(let path):
      directory = FilePath.directory(path)
      return workspace(file: path, in: directory).flatMap { $0.modules.contains(module) ? $0 : nil }
    case .nearest:
      while true {
        let path = directory == "/" ? "/go.work" : directory + "/go.work"
        if let found = workspace(file: path, in: directory) {
          return found.modules.contains(module) ? found : nil
        }
        if directory == "/" || directory == environment.moduleCache { return nil }
        directory = FilePath.directory(directory)
      }
    }
  }

  private mutating func workspace(file path: String, in directory: String) -> Workspace? {
    if let known = workspaces[path] { return known }
    var result: Workspace?
    if FileSystem.isFile(path) {
      do throws(FileError) {
        let source = SourceText(path: show(path), bytes: try FileSystem.read(path))
        let file = WorkFile(source)
        diagnostics += file.diagnostics
        result = Workspace(
          directory: directory, modules: file.uses.map { FilePath.join(directory, $0) },
          replacements: file.replacements)
      } catch {
        diagnostics.append(
          Diagnostic(.io, "cannot read the file: \(error.reason)", path: show(path)))
      }
    }
    workspaces[path] = .some(result)
    return result
  }

  private func show(_ path: String) -> String {
    DisplayPath.of(path, workingDirectory: workingDirectory)
  }
}
