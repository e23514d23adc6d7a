import Basics
import GoPackages
import GoSyntax

/// Works out the interfaces of a plan's packages, each after those that it is made of.
struct InterfaceMaking: Sendable {
  /// A package, seen with its tests or without.
  private struct Item {
    var unit: UnitID
    /// Whether others are to see its tests; it was made without them in the item `plain`.
    var plain: Int?
    /// Whether it will be made with its tests too.
    var isMadeTwice = false
  }

  private struct Made {
    var interface: PackageInterface
    /// The files that it was made of, where they are needed once more.
    var outlines: [FileSyntax]
  }

  private let units: [ProgramPlan.Unit]
  /// The packages in order; behind them those that are seen with their tests too.
  private let items: [Item]
  private let dependencies: [[Int]]
  /// The item of each number; nil of those that are not made.
  private let places: [Int?]
  private let parsed: ParsedPackages
  private let read: @Sendable (SourceFile) -> SourceText?

  init(
    _ plan: ProgramPlan, _ graph: PackageGraph, _ parsed: ParsedPackages,
    _ read: @escaping @Sendable (SourceFile) -> SourceText?
  ) {
    units = plan.units
    self.parsed = parsed
    self.read = read
    var places = [Int?](repeating: nil, count: plan.units.count + 1)
    var items: [Item] = []
    for (place, unit) in plan.order.enumerated() {
      places[unit.index] = place
      items.append(Item(unit: unit))
    }
    for unit in Self.packagesWithBothTests(graph) {
      guard let plain = places[unit.index] else { continue }
      items[plain].isMadeTwice = true
      items.append(Item(unit: unit, plain: plain))
    }
    dependencies = items.map { item in
      let unit = plan.units[item.unit.index - 1]
      let seen = item.plain == nil ? unit.dependencies : Array(unit.imports.values)
      return Set(seen.compactMap { places[$0.index] } + [item.plain].compactMap(\.self)).sorted()
    }
    self.items = items
    self.places = places
  }

  /// The packages that have tests of their own and external ones.
  private static func packagesWithBothTests(_ graph: PackageGraph) -> [UnitID] {
    graph.packages.elements.compactMap { package in
      guard package.kind == .externalTest,
        let tested = graph.package(inDirectory: package.directory),
        graph.packages[tested].files.contains(where: \.isTest)
      else { return nil }
      return UnitID(tested.index + 1)
    }
  }

  /// The interfaces by number, the universe's first; and those with tests.
  func run(
    jobs: Int
  ) -> (interfaces: [PackageInterface?], withTests: [UnitID: PackageInterface]) {
    let made = Parallel.map(dependencies: dependencies, jobs: jobs) { index, finished in
      make(items[index], finished)
    }
    var interfaces = [PackageInterface?](repeating: nil, count: units.count + 1)
    interfaces[UnitID.universe.index] = Universe.interface
    var withTests: [UnitID: PackageInterface] = [:]
    for (item, made) in zip(items, made) {
      if item.plain == nil {
        interfaces[item.unit.index] = made.interface
      } else {
        withTests[item.unit] = made.interface
      }
    }
    return (interfaces, withTests)
  }

  private func make(_ item: Item, _ finished: @escaping (Int) -> Made?) -> Made {
    let unit = units[item.unit.index - 1]
    let outlines = outlines(item, finished)
    // A circle of imports is cut where the plan cuts it; tests close none.
    let seen = Set(unit.dependencies)
    let imports = FinishedImports(
      paths: item.plain != nil ? unit.imports : unit.imports.filter { seen.contains($0.value) },
      names: unit.imports.mapValues { units[$0.index - 1].package.name },
      find: { unit in
        unit == .universe
          ? Universe.interface : places[unit.index].flatMap { finished($0)?.interface }
      })
    let syntax = PackageSyntax(package: unit.package, files: outlines)
    return Made(
      interface: TypeChecker(syntax, unit: item.unit, imports: imports).interface(),
      outlines: item.isMadeTwice ? outlines : [])
  }

  private func outlines(_ item: Item, _ finished: (Int) -> Made?) -> [FileSyntax] {
    let unit = units[item.unit.index - 1]
    guard !unit.package.id.isNone else { return unit.outlines }
    guard let plain = item.plain.flatMap({ finished($0)?.outlines }) else {
      return outlines(of: unit.package, isTest: false)
    }
    return plain + outlines(of: unit.package, isTest: true)
  }

  /// The files of a package of the graph: those of its tests, or the others.
  private func outlines(of package: Package, isTest: Bool) -> [FileSyntax] {
    if let files = parsed.files(of: package.id) {
      return files.filter { $0.file.isTest == isTest }.map { $0.outline() }
    }
    return Outlines.read(package.files.filter { $0.isTest == isTest }, read)
  }
}

/// What a package imports whose interface is being made.
private struct FinishedImports: ImportedPackages {
  let paths: [String: UnitID]
  let names: [String: String]
  let find: (UnitID) -> PackageInterface?

  func name(forImport path: String) -> String? { names[path] }

  func interface(forImport path: String) -> PackageInterface? {
    paths[path].flatMap { interface(of: $0) }
  }

  func interface(of unit: UnitID) -> PackageInterface? { find(unit) }
}
