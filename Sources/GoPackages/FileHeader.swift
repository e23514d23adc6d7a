import Basics

/// What the top of a Go file says: constraints, package name and imports.
public struct FileHeader: Hashable, Sendable {
  /// Why a file cannot be part of any package.
  public enum Problem: Hashable, Sendable {
    /// The file is empty, or holds nothing but comments and space.
    case noText
    /// The first text that is no comment is not `package` and a name.
    case noPackageClause
    /// There is more than one `//go:build` line.
    case severalConstraints
    /// The `//go:build` line cannot be read; the reason in words.
    case badConstraint(String)
  }

  /// The name after `package`, or nothing.
  public var packageName = ""
  /// Where that name stands.
  public var packageRange = ByteRange(at: 0)
  /// The imports in the order of the file.
  public var imports: [FileImport] = []
  /// The condition under which the file is built, or nil for always.
  public var constraint: BuildConstraint?
  /// The version of Go that the `//go:build` line implies, or nil.
  public var constraintVersion: GoVersion?
  /// Whether a line `// Code generated … DO NOT EDIT.` stands before the package clause.
  public var isGenerated = false
  /// What keeps the file out of any package, or nil.
  public var problem: Problem?

  /// A header that says nothing.
  public init() {}

  /// Whether the file needs cgo.
  public var importsC: Bool { imports.contains { $0.path == "C" } }

  /// The version of the language that the file is written in, in a module of `version`.
  ///
  /// A version that a constraint implies wins both ways, but is never below 1.21: Go's type
  /// checker takes the larger of the two.
  public func languageVersion(inModule version: GoVersion) -> GoVersion {
    constraintVersion.map { max($0, .lowestOfFile) } ?? version
  }
}
