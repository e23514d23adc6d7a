import Basics

/// The packages that imports lead to and no pattern reached, each read when it is asked for.
///
/// Of these only declarations matter, so test files are left out and nothing is reported on.
/// A value of its own for each thread.
public struct OutsidePackages: Sendable {
  /// What went wrong on the way and was survived.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The modules of the graph under the same ids, and those met since.
  public var modules: Table<ModuleID, Module> { resolver.catalog.modules }

  private var resolver: ImportResolver
  private var known: [String: Package?] = [:]
  private var options: PackageLoader.Options

  /// The packages around a graph; `options` are those that it was loaded with.
  public init(around graph: PackageGraph, _ options: PackageLoader.Options) {
    resolver = graph.resolver
    self.options = options
    self.options.includeTests = false
  }

  /// The package of an absolute directory, as a `.directory` target gives it; nil where the
  /// directory holds none for this build.
  ///
  /// Its id is `none`. Its imports are resolved as the loaded modules would: a `.package` is
  /// of the graph. Costs a read of the heads of its files the first time.
  public mutating func package(inDirectory directory: String) -> Package? {
    if let package = known[directory] { return package }
    let package = load(directory)
    known[directory] = .some(package)
    return package
  }

  private mutating func load(_ directory: String) -> Package? {
    guard let entries = try? FileSystem.entries(directory) else { return nil }
    let names = FoundDirectory.goFiles(entries)
    let id = resolver.module(of: directory)
    let found = FoundDirectory(path: directory, module: id, fileNames: names, reportsAll: false)
    let scan = DirectoryScan(found, options)
    diagnostics += scan.diagnostics
    var assembly = PackageAssembly(options, resolver.catalog.modules)
    assembly.add(found, scan)
    diagnostics += assembly.diagnostics
    guard let made = assembly.packages.elements.first(where: { $0.kind == .main }) else {
      return nil
    }
    let imports = ImportResolver.imports(of: made.files).map { path, isTestOnly in
      let target = resolver.outsideTarget(of: path, from: directory, in: id)
      return Package.Import(path: path, target: target, isTestOnly: isTestOnly)
    }
    return Package(
      id: .none, importPath: made.importPath, name: made.name, directory: directory, module: id,
      kind: .main, files: made.files, imports: imports)
  }
}
