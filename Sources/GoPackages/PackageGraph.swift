import Basics

/// The packages that the patterns name, and how they import each other.
public struct PackageGraph: Sendable {
  /// All modules that were met, those that only imports led to included.
  public var modules: Table<ModuleID, Module> { resolver.catalog.modules }
  /// The packages by directory, in byte order; in one directory the package itself, then its
  /// external tests, then strays.
  public let packages: Table<PackageID, Package>
  /// All packages, each after those that it imports; imports of test files do not count.
  /// External test packages come last.
  public let importOrder: [PackageID]
  /// What went wrong and was survived, in a fixed order.
  public let diagnostics: [Diagnostic]
  /// How many files that were named were left out for where they lie: `vendor`, `testdata`
  /// and the like.
  public let excludedFiles: Int

  /// What is known of imports, for going on to what lies outside.
  let resolver: ImportResolver

  init(
    resolver: ImportResolver, packages: Table<PackageID, Package>, diagnostics: [Diagnostic],
    excludedFiles: Int
  ) {
    let order = ImportOrder(packages)
    self.resolver = resolver
    self.packages = packages
    importOrder = order.packages
    self.diagnostics = diagnostics + order.diagnostics
    self.excludedFiles = excludedFiles
  }

  /// The package that an absolute directory stands for, or nil.
  public func package(inDirectory directory: String) -> PackageID? {
    resolver.packages[directory]
  }
}
