import Basics

/// The packages that the patterns name, and how they import each other.
public struct PackageGraph: Sendable {
  /// All modules that were met, those that only imports led to included.
  public let modules: Table<ModuleID, Module>
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

  private let byDirectory: [String: PackageID]

  init(
    modules: Table<ModuleID, Module>, packages: Table<PackageID, Package>,
    diagnostics: [Diagnostic], excludedFiles: Int
  ) {
    let order = ImportOrder(packages)
    self.modules = modules
    self.packages = packages
    importOrder = order.packages
    self.diagnostics = diagnostics + order.diagnostics
    self.excludedFiles = excludedFiles
    byDirectory = Self.byDirectory(packages)
  }

  /// The package that an absolute directory stands for, or nil.
  public func package(inDirectory directory: String) -> PackageID? { byDirectory[directory] }

  /// How many files the packages have.
  public var fileCount: Int { packages.elements.reduce(0) { $0 + $1.files.count } }

  /// The main package of each directory that has one.
  static func byDirectory(_ packages: Table<PackageID, Package>) -> [String: PackageID] {
    var result: [String: PackageID] = [:]
    for package in packages.elements where package.kind == .main {
      result[package.directory] = package.id
    }
    return result
  }
}
