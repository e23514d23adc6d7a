import Basics

/// Names a module of a `PackageGraph`.
public struct ModuleID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A tree of packages that share an import path prefix.
public struct Module: Sendable {
  /// What makes it a module.
  public enum Kind: Hashable, Sendable {
    /// It has a `go.mod`.
    case module
    /// It has a `go.mod` that names it `std` or `cmd`: Go's own source.
    case standardLibrary
    /// It has none; import paths are relative to it, as in `$GOPATH/src`.
    case sourceRoot
    /// It stands for all packages that are in no module and under no source root.
    case none
  }

  /// The path that import paths begin with; empty for source roots and bare packages.
  public let path: String
  /// The absolute directory that holds the `go.mod`, or the source root; for bare packages
  /// the working directory.
  public let directory: String
  /// What makes it a module.
  public let kind: Kind
  /// The language version of files that do not choose their own.
  public let goVersion: GoVersion
  /// What its `go.mod` needs and replaces.
  public let requirements: [ModuleFile.Requirement]
  public let replacements: [ModuleFile.Replacement]
  /// What its `go.mod` keeps out of `...`.
  public let ignored: IgnoredDirectories
  /// The workspace that it belongs to, or nil.
  public let workspace: Workspace?

  init(file: ModuleFile, directory: String, workspace: Workspace?) {
    path = file.path
    self.directory = directory
    kind = path == "std" || path == "cmd" ? .standardLibrary : .module
    goVersion = file.goVersion ?? .withoutGoLine
    requirements = file.requirements
    replacements = file.replacements
    ignored = file.ignored
    self.workspace = workspace
  }

  init(withoutFile kind: Kind, directory: String) {
    path = ""
    self.directory = directory
    self.kind = kind
    goVersion = .newest
    requirements = []
    replacements = []
    ignored = IgnoredDirectories([])
    workspace = nil
  }

  /// The import path of a directory in it.
  func importPath(of directory: String) -> String {
    let relative =
      directory.utf8.count > self.directory.utf8.count
      ? String(directory.dropFirst(self.directory == "/" ? 1 : self.directory.count + 1)) : ""
    switch kind {
    case .none:
      if !FilePath.isInside(directory, self.directory) { return directory }
      return relative.isEmpty ? FilePath.lastComponent(directory) : relative
    case .sourceRoot:
      return Self.afterVendor(relative) ?? relative
    case .standardLibrary where path == "std":
      return relative.isEmpty ? path : relative
    case .standardLibrary:
      return relative.isEmpty ? path : path + "/" + relative
    case .module:
      if let vendored = Self.afterVendor(relative) { return vendored }
      let prefix = path.isEmpty ? FilePath.lastComponent(self.directory) : path
      return relative.isEmpty ? prefix : prefix + "/" + relative
    }
  }

  /// The directory that an import path has in this module; nil if the path is not its.
  func directory(ofImport importPath: String) -> String? {
    switch kind {
    case .none: return nil
    case .sourceRoot: return directory + "/" + importPath
    case .standardLibrary where path == "std": return directory + "/" + importPath
    case .standardLibrary, .module:
      return Self.suffix(of: importPath, after: path).map { directory + $0 }
    }
  }

  /// What follows a module's path in an import path, with its slash; nil for other modules.
  static func suffix(of importPath: String, after modulePath: String) -> Substring? {
    guard !modulePath.isEmpty, importPath.hasPrefix(modulePath) else { return nil }
    let rest = importPath.dropFirst(modulePath.count)
    return rest.isEmpty || rest.hasPrefix("/") ? rest : nil
  }

  private static func afterVendor(_ relative: String) -> String? {
    let parts = relative.split(separator: "/")
    guard let vendor = parts.lastIndex(of: "vendor"), vendor + 1 < parts.count else { return nil }
    return parts[(vendor + 1)...].joined(separator: "/")
  }
}
