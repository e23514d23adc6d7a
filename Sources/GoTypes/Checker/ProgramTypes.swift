import Basics
import GoPackages
import GoSyntax

/// The types of a program: the interfaces of its packages, all worked out, and checkers for the
/// packages whose bodies are wanted.
///
/// The interfaces are made first, side by side, each after those that it is made of, from trees
/// without the bodies of functions; then they are a table that never changes. Any thread may ask
/// for a checker, and nothing is kept of it here: syntax and types of a package are gone when
/// its checker is let go. What others see of a package is made from its files without tests, so
/// that the imports of tests close no cycle; external tests alone see it with its tests. Nothing
/// depends on the number of threads.
public final class ProgramTypes: Sendable {
  /// The packages that the patterns named.
  public let graph: PackageGraph
  private let packages: [Package]
  private let imports: [[String: UnitID]]
  /// By number; the universe is the first. Nil for what no declaration needs.
  private let interfaces: [PackageInterface?]
  /// What external tests see of the packages that have tests of their own.
  private let interfacesWithTests: [UnitID: PackageInterface]
  private let parsed: ParsedPackages
  private let read: @Sendable (SourceFile) -> SourceText?

  /// Works out the interfaces of a graph's packages, and of what they import, on
  /// `options.jobs` threads; of the graph's packages from the files that are parsed already, as far
  /// as they are. `read` gives the text of another file, or nil where there is none.
  public init(
    _ graph: PackageGraph, _ options: PackageLoader.Options,
    parsed: ParsedPackages = ParsedPackages(),
    read: @escaping @Sendable (SourceFile) -> SourceText? = { try? $0.read() }
  ) {
    self.graph = graph
    self.parsed = parsed
    self.read = read
    let plan = ProgramPlan(graph, options, read: read)
    packages = plan.units.map(\.package)
    imports = plan.units.map(\.imports)
    let made = InterfaceMaking(plan, graph, parsed, read).run(jobs: options.jobs)
    interfaces = made.interfaces
    interfacesWithTests = made.withTests
  }

  /// The number of a package of the graph.
  public func unit(of package: PackageID) -> UnitID { UnitID(package.index + 1) }

  /// The package of a number; nil for the universe.
  public func package(of unit: UnitID) -> Package? {
    unit.index >= 1 && unit.index <= packages.count ? packages[unit.index - 1] : nil
  }

  /// What others see of a package; nil where nobody can, or nothing needs it.
  public func interface(of unit: UnitID) -> PackageInterface? {
    unit.index < interfaces.count ? interfaces[unit.index] : nil
  }

  /// The files of a package of the graph, its tests too, read and parsed where they are not yet.
  /// Files that cannot be read are left out.
  public func syntax(of id: PackageID) -> PackageSyntax {
    let package = graph.packages[id]
    if let files = parsed.files(of: id) { return PackageSyntax(package: package, files: files) }
    guard var parser = GoParser() else { return PackageSyntax(package: package, files: []) }
    var files: [FileSyntax] = []
    for file in package.files {
      guard let text = read(file) else { continue }
      files.append(FileSyntax(file: file, tree: parser.parse(text)))
    }
    return PackageSyntax(package: package, files: files)
  }

  /// A new checker for a package of the graph, with its tests, for the thread that asks.
  public func checker(of id: PackageID) -> TypeChecker { checker(of: syntax(of: id)) }

  /// A new checker for a package of the graph whose files are parsed.
  public func checker(of syntax: PackageSyntax) -> TypeChecker {
    let package = syntax.package
    let unit = unit(of: package.id)
    let tested =
      package.kind == .externalTest
      ? graph.package(inDirectory: package.directory).map { self.unit(of: $0) } : nil
    return TypeChecker(
      syntax, unit: unit,
      imports: ImportsOfPackage(program: self, paths: imports[unit.index - 1], tested: tested))
  }

  /// `work` with a checker of each of the packages, on `jobs` threads, the largest first;
  /// results in the order of `ids`. The files of these packages are let go.
  public func map<Result: Sendable>(
    _ ids: [PackageID], jobs: Int, _ work: @escaping @Sendable (TypeChecker) -> Result
  ) -> [Result] {
    let sizes = ids.map { id in graph.packages[id].files.reduce(0) { $0 + $1.size } }
    let order = ids.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    let results = Parallel.map(count: ids.count, jobs: jobs) { _, index in
      let checker = self.checker(of: ids[order[index]])
      self.parsed.drop(ids[order[index]])
      defer { checker.dropAll() }
      return work(checker)
    }
    return zip(order, results).sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// What an external test sees of the package that it tests, or anybody of another one.
  fileprivate func interface(of unit: UnitID, tested: UnitID?) -> PackageInterface? {
    (unit == tested ? interfacesWithTests[unit] : nil) ?? interface(of: unit)
  }
}

/// What one package imports, all of it finished.
private struct ImportsOfPackage: ImportedPackages {
  let program: ProgramTypes
  let paths: [String: UnitID]
  /// Of an external test the package that it tests.
  let tested: UnitID?

  func name(forImport path: String) -> String? {
    paths[path].flatMap { program.package(of: $0)?.name }
  }

  func interface(forImport path: String) -> PackageInterface? {
    paths[path].flatMap { interface(of: $0) }
  }

  func interface(of unit: UnitID) -> PackageInterface? {
    program.interface(of: unit, tested: tested)
  }
}
