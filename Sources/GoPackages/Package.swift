import Basics

/// Names a package of a `PackageGraph`.
public struct PackageID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// The files that are compiled together.
public struct Package: Sendable {
  /// What a package is in its directory.
  public enum Kind: Hashable, Sendable {
    /// The package that the directory stands for, with its in-package tests.
    case main
    /// The tests that see it from outside: `package x_test`.
    case externalTest
    /// Files that cannot belong to the directory's package: another package clause, or build
    /// constraints that exclude them though they were named.
    case stray
  }

  /// Where an import leads.
  public enum ImportTarget: Hashable, Sendable {
    /// A package of this graph.
    case package(PackageID)
    /// A directory on disk that no pattern reached, as an absolute path.
    case directory(String)
    /// A package of Go's own library whose declarations the program carries, where Go is not
    /// installed; by its import path.
    case stub(String)
    /// Nothing that could be found.
    case unknown
  }

  /// One import path that some file of the package imports.
  public struct Import: Hashable, Sendable {
    /// The import path.
    public let path: String
    /// Where it leads.
    public let target: ImportTarget
    /// Whether only test files import it.
    public let isTestOnly: Bool
  }

  /// Its place in the graph's table.
  public let id: PackageID
  /// The path by which others import it; that of an external test ends in "_test". Strays
  /// have a path of their own that none can import.
  public let importPath: String
  /// The name in the package clauses.
  public let name: String
  /// The absolute directory.
  public let directory: String
  /// The module that it belongs to.
  public let module: ModuleID
  /// What it is in its directory.
  public let kind: Kind
  /// Its files in the order of their names.
  public let files: [SourceFile]
  /// What its files import, by path in byte order, each path once.
  public internal(set) var imports: [Import] = []

  /// Whether any of its files is to be reported on; else it is there for the others' sake.
  public var isReported: Bool { files.contains { $0.isReported } }

  /// Where an import path leads from here.
  public func target(of importPath: String) -> ImportTarget {
    imports.first { $0.path == importPath }?.target ?? .unknown
  }
}
