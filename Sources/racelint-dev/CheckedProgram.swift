import Basics
import GoPackages
import GoSyntax
import GoTypes

/// The types of the packages that patterns name.
struct CheckedProgram {
  private let types: ProgramTypes
  /// How many threads may be used.
  let jobs: Int
  /// How long it took to work out what the packages see of each other.
  let interfaceTime: Duration

  /// Loads the packages and works out their interfaces.
  init(
    _ patterns: [String], _ environment: Environment = .process,
    jobs: Int = Parallel.processorCount
  ) throws(DeveloperError) {
    let options = PackageLoader.Options(patterns: patterns, environment: environment, jobs: jobs)
    let graph: PackageGraph
    do throws(PatternError) {
      graph = try PackageLoader(options).load()
    } catch {
      throw DeveloperError(error.description)
    }
    try Self.refuseOutsideDirectories(of: graph, environment)
    guard GoParser() != nil else { throw DeveloperError("the grammar was refused") }
    let parsed = Self.parsed(graph, jobs)
    let clock = ContinuousClock()
    let start = clock.now
    types = ProgramTypes(graph, options, parsed: parsed)
    interfaceTime = clock.now - start
    self.jobs = jobs
  }

  /// The files of the packages, without those that cannot be read.
  private static func parsed(_ graph: PackageGraph, _ jobs: Int) -> ParsedPackages {
    let sized = graph.packages.elements.map { package in
      (package: package, size: package.files.reduce(0) { $0 + $1.size })
    }
    let packages = sized.sorted { $1.size < $0.size }.map(\.package)
    let files = Parallel.map(count: packages.count, jobs: jobs) { _, index -> [FileSyntax] in
      guard var parser = GoParser() else { return [] }
      var files: [FileSyntax] = []
      for file in packages[index].files {
        guard let text = try? file.read() else { continue }
        files.append(FileSyntax(file: file, tree: parser.parse(text)))
      }
      return files
    }
    return ParsedPackages(
      Dictionary(zip(packages.map(\.id), files)) { first, _ in first })
  }

  /// In an environment with no place to look at, nothing outside the packages may be seen: a
  /// directory named `src` above them, which counts as a source root, would show what lies there.
  /// What lies beside them in their own tree, as below `testdata`, is theirs.
  private static func refuseOutsideDirectories(
    of graph: PackageGraph, _ environment: Environment
  ) throws(DeveloperError) {
    guard environment.goRoots.isEmpty, environment.sourceRoots.isEmpty,
      var root = graph.packages.elements.first?.directory
    else { return }
    for package in graph.packages.elements {
      while !FilePath.isInside(package.directory, root) { root = FilePath.directory(root) }
    }
    for package in graph.packages.elements {
      for item in package.imports {
        guard case .directory(let directory) = item.target,
          !FilePath.isInside(directory, root)
        else { continue }
        throw DeveloperError(
          "\(package.importPath) still sees \(directory): copy the packages to a place of their own"
        )
      }
    }
  }

  /// The packages to be reported on, in import order.
  var packages: [PackageID] {
    types.graph.importOrder.filter { types.graph.packages[$0].isReported }
  }

  /// Calls `visit` with each file of the packages to be reported on, in import order, on this
  /// thread, which needs a large stack. Returns how long the parsing took that went before.
  @discardableResult
  func forEachFile(_ visit: (TypeChecker, FileID) -> Void) -> Duration {
    let clock = ContinuousClock()
    var parsing = Duration.zero
    for package in packages {
      let start = clock.now
      let syntax = types.syntax(of: package)
      parsing += clock.now - start
      let checker = types.checker(of: syntax)
      for file in syntax.files.ids { visit(checker, file) }
      checker.dropAll()
    }
    return parsing
  }

  /// What `visit` makes of each package to be reported on, in import order; several threads
  /// call it.
  func mapPackages<Result: Sendable>(
    _ visit: @escaping @Sendable (TypeChecker) -> Result
  ) -> [Result] {
    types.map(packages, jobs: jobs, visit)
  }

  /// What `visit` makes of each file of packages, in order; several threads call it.
  func mapFiles<Result: Sendable>(
    of packages: [PackageID], _ visit: @escaping @Sendable (TypeChecker, FileID) -> Result
  ) -> [Result] {
    types.map(packages, jobs: jobs) { checker in
      checker.syntax.files.ids.map { visit(checker, $0) }
    }.flatMap(\.self)
  }
}
