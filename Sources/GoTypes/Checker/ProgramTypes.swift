import Basics
import GoPackages
import GoSyntax

/// The types of a program: the interfaces of its packages, each worked out when it is first
/// asked for, and checkers for the packages whose bodies are wanted.
///
/// What others see of a package is made from its files without tests, so that the imports of
/// tests close no cycle. Used by one thread.
public final class ProgramTypes {
  /// The packages that the patterns named.
  public let graph: PackageGraph
  private var outside: OutsidePackages
  private let parse: (SourceFile) -> FileSyntax?
  private var interfaces: [UnitID: PackageInterface] = [UnitID.universe: Universe.interface]
  /// Packages whose interfaces are being worked out: an import of one is a cycle.
  private var open: Set<UnitID> = []
  /// What external tests see of the packages that have some.
  private var interfacesWithTests: [UnitID: PackageInterface] = [:]
  private var openWithTests: Set<UnitID> = []
  private let externallyTested: Set<String>
  /// The checkers that were asked for and not dropped yet.
  private var checkers: [PackageID: TypeChecker] = [:]
  private var packages: [UnitID: Package] = [:]
  private var outsideUnits: [Package.ImportTarget: UnitID] = [:]
  private var files: [String: FileSyntax] = [:]

  /// The types of a graph's packages; `parse` gives the syntax of a file, or nil where it
  /// cannot be read.
  public init(
    _ graph: PackageGraph, _ options: PackageLoader.Options,
    parse: @escaping (SourceFile) -> FileSyntax?
  ) {
    self.graph = graph
    self.parse = parse
    outside = OutsidePackages(around: graph, options)
    externallyTested = Set(
      graph.packages.elements.filter { $0.kind == .externalTest }.map(\.directory))
  }

  /// The number of a package of the graph.
  public func unit(of package: PackageID) -> UnitID { UnitID(package.index + 1) }

  /// The checker of a package of the graph, with its tests.
  public func checker(of id: PackageID) -> TypeChecker {
    if let known = checkers[id] { return known }
    let package = graph.packages[id]
    let checker = TypeChecker(
      PackageSyntax(package: package, files: package.files.compactMap { syntax(of: $0) }),
      unit: unit(of: id), imports: ImportsOfPackage(self, package))
    checkers[id] = checker
    return checker
  }

  /// Lets the checker and the syntax of a package go, once what others see of it is known.
  public func drop(_ id: PackageID) {
    let package = graph.packages[id]
    let unit = unit(of: id)
    if package.kind == .main, let checker = checkers[id] {
      let hasTests = package.files.contains { $0.isTest }
      if !hasTests, interfaces[unit] == nil { interfaces[unit] = checker.interface() }
      _ = interface(of: unit)
      if hasTests, externallyTested.contains(package.directory) {
        interfacesWithTests[unit] = checker.interface()
      }
    }
    checkers[id] = nil
    for file in package.files { files[file.path] = nil }
  }

  /// What a package of the graph imports.
  public func imports(of id: PackageID) -> any ImportedPackages {
    ImportsOfPackage(self, graph.packages[id])
  }

  /// Lets all syntax go that no checker holds.
  public func dropSyntax() { files = [:] }

  /// The interface of a package by its number, or nil where it is not known or being made.
  func interface(of unit: UnitID) -> PackageInterface? {
    if let known = interfaces[unit] { return known }
    guard let package = package(of: unit), open.insert(unit).inserted else { return nil }
    defer { open.remove(unit) }
    let own = package.files.filter { !$0.isTest || package.kind == .externalTest }
    let checker = TypeChecker(
      PackageSyntax(package: package, files: own.compactMap { syntax(of: $0) }), unit: unit,
      imports: ImportsOfPackage(self, package))
    let interface = checker.interface()
    interfaces[unit] = interface
    return interface
  }

  /// The interface of a package of the graph with its own tests, for its external ones.
  func interfaceWithTests(of unit: UnitID) -> PackageInterface? {
    if let known = interfacesWithTests[unit] { return known }
    guard openWithTests.insert(unit).inserted else { return interface(of: unit) }
    defer { openWithTests.remove(unit) }
    let interface = checker(of: PackageID(unit.index - 1)).interface()
    interfacesWithTests[unit] = interface
    return interface
  }

  private func package(of unit: UnitID) -> Package? {
    if unit.index >= 1, unit.index <= graph.packages.count {
      return graph.packages[PackageID(unit.index - 1)]
    }
    return packages[unit]
  }

  /// The number of what a package imports by a path, or nil.
  func unit(importedAs path: String, by package: Package) -> UnitID? {
    let target = package.target(of: path)
    let found: Package?
    switch target {
    case .package(let id): return unit(of: id)
    case .unknown: return nil
    case _ where outsideUnits[target] != nil: return outsideUnits[target]
    case .directory(let directory): found = outside.package(inDirectory: directory)
    case .stub(let path): found = StandardStubs.package(path)
    }
    guard let found else { return nil }
    let unit = UnitID(graph.packages.count + 1 + packages.count)
    outsideUnits[target] = unit
    packages[unit] = found
    return unit
  }

  private func syntax(of file: SourceFile) -> FileSyntax? {
    if let known = files[file.path] { return known }
    let syntax = parse(file)
    if let syntax { files[file.path] = syntax }
    return syntax
  }
}

/// What one package imports.
private struct ImportsOfPackage: ImportedPackages {
  unowned let program: ProgramTypes
  let package: Package
  private let tested: UnitID?

  init(_ program: ProgramTypes, _ package: Package) {
    self.program = program
    self.package = package
    tested =
      package.kind == .externalTest
      ? program.graph.package(inDirectory: package.directory).map { program.unit(of: $0) } : nil
  }

  func interface(forImport path: String) -> PackageInterface? {
    program.unit(importedAs: path, by: package).flatMap { interface(of: $0) }
  }

  /// An external test sees its package with the tests that lie in it.
  func interface(of unit: UnitID) -> PackageInterface? {
    unit == tested ? program.interfaceWithTests(of: unit) : program.interface(of: unit)
  }
}
