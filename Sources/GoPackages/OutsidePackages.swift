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
  /// Of the directories that were asked for.
  private var known: [String: Package?] = [:]
  private var options: PackageLoader.Options

  /// The packages around a graph; `options` are those that it was loaded with.
  public init(around graph: PackageGraph, _ options: PackageLoader.Options) {
    resolver = graph.resolver
    self.options = options
    self.options.includeTests = false
  }

  /// The packages of `.directory` and `.stub` targets, in their order; nil where there is none
  /// for this build, and of any other target.
  ///
  /// Their ids are `none`. Their imports are resolved as the loaded modules would: a `.package`
  /// is of the graph. Costs a read of the heads of the files in each directory the first time,
  /// which several threads do; the result does not depend on how many.
  public mutating func packages(_ targets: [Package.ImportTarget]) -> [Package?] {
    var directories: [String] = []
    for case .directory(let directory) in targets where known[directory] == nil {
      known[directory] = .some(nil)
      directories.append(directory)
    }
    load(directories)
    return targets.map { target in
      switch target {
      case .directory(let directory): known[directory] ?? nil
      case .stub(let path): StandardStubs.package(path)
      case .package, .unknown: nil
      }
    }
  }

  private mutating func load(_ directories: [String]) {
    let modules = directories.map { resolver.module(of: $0) }
    let options = options
    let read = Parallel.map(count: directories.count, jobs: options.jobs) {
      _, index -> (FoundDirectory, DirectoryScan)? in
      guard let entries = try? FileSystem.entries(directories[index]) else { return nil }
      let found = FoundDirectory(
        path: directories[index], module: modules[index],
        fileNames: FoundDirectory.goFiles(entries, options.overlay.names(in: directories[index])),
        reportsAll: false)
      return (found, DirectoryScan(found, options))
    }
    for (found, scan) in read.compactMap(\.self) { known[found.path] = package(found, scan) }
  }

  private mutating func package(_ found: FoundDirectory, _ scan: DirectoryScan) -> Package? {
    diagnostics += scan.diagnostics
    var assembly = PackageAssembly(options, resolver.catalog.modules)
    assembly.add(found, scan)
    diagnostics += assembly.diagnostics
    guard let made = assembly.packages.elements.first(where: { $0.kind == .main }) else {
      return nil
    }
    let imports = ImportResolver.imports(of: made.files).map { path, isTestOnly in
      let target = resolver.outsideTarget(of: path, from: found.path, in: found.module)
      return Package.Import(path: path, target: target, isTestOnly: isTestOnly)
    }
    return Package(
      id: .none, importPath: made.importPath, name: made.name, directory: found.path,
      module: found.module, kind: .main, files: made.files, imports: imports)
  }
}
