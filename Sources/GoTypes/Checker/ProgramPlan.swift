import Basics
import GoPackages
import GoSyntax

/// The packages of a program whose interfaces are worked out, and which of them see which.
///
/// The packages of a graph; all that these import; and of what lies outside the graph what its
/// declarations mention, and so on. A function of the sources alone, whatever `jobs` is.
struct ProgramPlan {
  /// A package by its number in the program.
  struct Unit: Sendable {
    let package: Package
    /// The numbers of what its files import, by import path.
    var imports: [String: UnitID] = [:]
    /// Whether its interface is wanted: not of those that nothing but bodies mention.
    var isNeeded = false
    /// Its files, of a package outside the graph: they were read to find what they mention.
    var outlines: [FileSyntax] = []
    /// What its own interface may be made of.
    var dependencies: [UnitID] = []
  }

  /// All packages that were met; a package's number is its place here plus one.
  private(set) var units: [Unit]
  /// Those whose interfaces are wanted, each after its dependencies.
  private(set) var order: [UnitID] = []

  private var outside: OutsidePackages
  private var outsideUnits: [Package.ImportTarget: UnitID] = [:]
  private let jobs: Int
  private let read: @Sendable (SourceFile) -> SourceText?

  init(
    _ graph: PackageGraph, _ options: PackageLoader.Options,
    read: @escaping @Sendable (SourceFile) -> SourceText?
  ) {
    units = graph.packages.elements.map { Unit(package: $0, isNeeded: true) }
    outside = OutsidePackages(around: graph, options)
    jobs = options.jobs
    self.read = read
    findAll()
    putInOrder()
  }

  /// The place of a number in `units`.
  private static func index(_ unit: UnitID) -> Int { unit.index - 1 }

  // MARK: What is needed

  /// Goes outwards, a layer of imports at a time: what is read in one layer is read side by side.
  private mutating func findAll() {
    var layer = units.indices.map { UnitID($0 + 1) }
    while !layer.isEmpty {
      number(layer.flatMap { units[Self.index($0)].package.imports.map(\.target) })
      var next: [UnitID] = []
      for unit in layer {
        connect(unit)
        for import_ in needed(by: unit) where !units[Self.index(import_)].isNeeded {
          units[Self.index(import_)].isNeeded = true
          next.append(import_)
        }
      }
      readOutlines(of: next)
      layer = next
    }
  }

  /// Gives numbers to the packages that were not met before.
  private mutating func number(_ targets: [Package.ImportTarget]) {
    var seen = Set<Package.ImportTarget>()
    let new = targets.filter { outsideUnits[$0] == nil && seen.insert($0).inserted }
    for (target, package) in zip(new, outside.packages(new)) {
      guard let package else { continue }
      units.append(Unit(package: package))
      outsideUnits[target] = UnitID(units.count)
    }
  }

  private mutating func connect(_ unit: UnitID) {
    let index = Self.index(unit)
    for item in units[index].package.imports {
      if case .package(let id) = item.target {
        units[index].imports[item.path] = UnitID(id.index + 1)
      } else if let found = outsideUnits[item.target] {
        units[index].imports[item.path] = found
      }
    }
  }

  /// Of a package of the graph all that it imports, for its bodies; of another one what its
  /// declarations mention, which is then what it depends on.
  private mutating func needed(by unit: UnitID) -> [UnitID] {
    let index = Self.index(unit)
    let package = units[index].package
    guard package.id.isNone else {
      units[index].dependencies = package.imports.filter { !$0.isTestOnly }
        .compactMap { units[index].imports[$0.path] }
      return package.imports.compactMap { units[index].imports[$0.path] }
    }
    var mentioned = Set<String>()
    for file in units[index].outlines {
      let names = Mentions.packages(in: file.tree)
      for entry in file.file.imports {
        let isMentioned =
          switch entry.name {
          case .renamed(let name): names.contains(name)
          case .its: names.contains(name(of: entry.path, in: unit))
          case .dot: true
          case .blank: false
          }
        if isMentioned { mentioned.insert(entry.path) }
      }
    }
    units[index].dependencies = package.imports.filter { mentioned.contains($0.path) }
      .compactMap { units[index].imports[$0.path] }
    return units[index].dependencies
  }

  private func name(of path: String, in unit: UnitID) -> String {
    units[Self.index(unit)].imports[path].map { units[Self.index($0)].package.name }
      ?? ImportTable.defaultName(path)
  }

  private mutating func readOutlines(of new: [UnitID]) {
    let packages = new.map { units[Self.index($0)].package }
    let read = read
    let outlines = Parallel.map(count: new.count, jobs: jobs) { _, index in
      packages[index].id.isNone ? Outlines.read(packages[index].files, read) : []
    }
    for (unit, files) in zip(new, outlines) { units[Self.index(unit)].outlines = files }
  }

  // MARK: Order

  /// A depth-first walk by numbers. Where imports run in a circle, the one that closes it is not
  /// seen: that is a broken program, and what is left of it is the same each time.
  private mutating func putInOrder() {
    var isMet = Array(repeating: false, count: units.count)
    var places = Array(repeating: Int.max, count: units.count)
    for root in units.indices where units[root].isNeeded && units[root].hasInterface {
      var path: [(index: Int, next: Int)] = []
      if !isMet[root] { path.append((root, 0)) }
      while let top = path.last {
        isMet[top.index] = true
        guard top.next < units[top.index].dependencies.count else {
          places[top.index] = order.count
          order.append(UnitID(top.index + 1))
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = Self.index(units[top.index].dependencies[top.next])
        if !isMet[target] { path.append((target, 0)) }
      }
    }
    for index in units.indices {
      let place = places[index]
      units[index].dependencies.removeAll { places[Self.index($0)] >= place }
    }
  }
}

extension ProgramPlan.Unit {
  /// Whether others may import it.
  fileprivate var hasInterface: Bool { package.kind != .externalTest }
}

/// Reads files as far as others see them.
enum Outlines {
  static func read(
    _ files: [SourceFile], _ read: (SourceFile) -> SourceText?
  ) -> [FileSyntax] {
    guard var parser = GoParser() else { return [] }
    var outlines: [FileSyntax] = []
    for file in files {
      guard let text = read(file) else { continue }
      outlines.append(FileSyntax(file: file, tree: parser.parseOutline(text)))
    }
    return outlines
  }
}

/// What a file mentions of the packages that it imports.
enum Mentions {
  /// The names before dots that may be those of packages.
  static func packages(in tree: SyntaxTree) -> Set<String> {
    var names = Set<String>()
    for node in tree.subtree(.root) {
      let operand: NodeID
      switch tree.kind(node) {
      case .qualifiedType: operand = tree.child(node, .package)
      case .selectorExpression: operand = tree.child(node, .operand)
      default: continue
      }
      if [.identifier, .packageIdentifier].contains(tree.kind(operand)) {
        names.insert(tree.text(operand))
      }
    }
    return names
  }
}
