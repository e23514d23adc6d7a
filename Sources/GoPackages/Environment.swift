import Basics
import Glibc

/// Where on this machine sources outside the patterns may lie.
///
/// It is made once, from the process's environment or by a test, and handed down.
public struct Environment: Sendable {
  /// Which `go.work` file counts.
  public enum WorkspaceChoice: Hashable, Sendable {
    /// The nearest one above a module, if it names that module.
    case nearest
    /// None.
    case off
    /// This one, an absolute path.
    case file(String)
  }

  /// Go installations, best first: directories that have `src` below them.
  public var goRoots: [String]
  /// Directories whose subdirectories are import paths, as `$GOPATH/src`, best first.
  public var sourceRoots: [String]
  /// Where the go command keeps the modules that it fetched, or nil.
  public var moduleCache: String?
  /// Which `go.work` file counts.
  public var workspace: WorkspaceChoice

  /// An environment with nothing but what is given.
  public init(
    goRoots: [String] = [], sourceRoots: [String] = [], moduleCache: String? = nil,
    workspace: WorkspaceChoice = .nearest
  ) {
    self.goRoots = goRoots
    self.sourceRoots = sourceRoots
    self.moduleCache = moduleCache
    self.workspace = workspace
  }

  /// The environment that variables of a process describe, with the usual places of a Linux
  /// system added: `GOROOT`, `GOPATH`, `GOMODCACHE`, `GOWORK` and `HOME` are read.
  public init(variables: [String: String]) {
    func value(_ name: String) -> String? {
      variables[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    let home = value("HOME")
    let ownPaths = value("GOPATH")?.split(separator: ":").map(String.init)
    let goPaths = ownPaths ?? home.map { [$0 + "/go"] } ?? []
    let absolutePaths = goPaths.filter { $0.hasPrefix("/") }.map(FilePath.clean)
    let goRoot = value("GOROOT").map(FilePath.clean)
    self.init(
      goRoots: (goRoot.map { [$0] } ?? []) + ["/usr/local/go", "/usr/lib/go"],
      sourceRoots: absolutePaths.map { $0 + "/src" } + ["/usr/share/gocode/src"],
      moduleCache: value("GOMODCACHE").map(FilePath.clean)
        ?? absolutePaths.first.map { $0 + "/pkg/mod" })
    switch value("GOWORK") {
    case "off"?: workspace = .off
    case let path? where path.hasPrefix("/"): workspace = .file(FilePath.clean(path))
    default: workspace = .nearest
    }
  }

  /// The environment of this process.
  public static var process: Environment {
    var variables: [String: String] = [:]
    for name in ["GOROOT", "GOPATH", "GOMODCACHE", "GOWORK", "HOME"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    return Environment(variables: variables)
  }
}
