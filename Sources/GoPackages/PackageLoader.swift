import Basics

/// Finds the packages that patterns name.
///
/// Patterns are Go's: a directory, `directory/...`, a file, or an import path in the module
/// of the working directory. A pattern may lead into any module on disk. Only the heads of
/// files are read.
public struct PackageLoader: Sendable {
  /// What to load and how.
  public struct Options: Sendable {
    /// The absolute directory that relative patterns start from and paths are shown from.
    public var workingDirectory: String
    /// What to load; nothing stands for `./...`.
    public var patterns: [String]
    /// Whether `_test.go` files are loaded.
    public var includeTests: Bool
    /// Which files belong to a build.
    public var build: BuildConfiguration
    /// Where sources outside the patterns lie.
    public var environment: Environment
    /// How many threads read files. The result does not depend on it.
    public var jobs: Int
    /// What stands in place of Go files.
    public var overlay: SourceOverlay

    /// Options for this process, with `./...` and tests.
    public init(
      workingDirectory: String = FilePath.workingDirectory,
      patterns: [String] = ["./..."],
      includeTests: Bool = true,
      build: BuildConfiguration = BuildConfiguration(),
      environment: Environment = .process,
      jobs: Int = Parallel.processorCount,
      overlay: SourceOverlay = SourceOverlay()
    ) {
      self.workingDirectory = FilePath.clean(workingDirectory)
      self.patterns = patterns
      self.includeTests = includeTests
      self.build = build
      self.environment = environment
      self.jobs = jobs
      self.overlay = overlay
    }
  }

  /// What to load and how.
  public let options: Options

  /// A loader; nothing is read yet.
  public init(_ options: Options) { self.options = options }

  /// Loads the packages.
  ///
  /// Throws only where a pattern names nothing at all. Files and directories that cannot be
  /// read and packages that are not put together well become diagnostics of the graph. Costs
  /// one look at each directory below the patterns and one read of each file that may belong.
  public func load() throws(PatternError) -> PackageGraph {
    let options = options
    var catalog = ModuleCatalog(
      workingDirectory: options.workingDirectory, environment: options.environment)
    var expansion = PatternExpansion(
      workingDirectory: options.workingDirectory, environment: options.environment,
      overlay: options.overlay)
    try expansion.run(options.patterns.isEmpty ? ["./..."] : options.patterns, &catalog)

    let directories = expansion.directories.values.sorted {
      $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    let scans = Parallel.map(count: directories.count, jobs: options.jobs) { _, index in
      DirectoryScan(directories[index], options)
    }
    var assembly = PackageAssembly(options, catalog.modules)
    for (directory, scan) in zip(directories, scans) { assembly.add(directory, scan) }

    var diagnostics = expansion.diagnostics + scans.flatMap(\.diagnostics)
    diagnostics += emptyDirectories(directories, scans, expansion) + assembly.diagnostics
    var resolver = ImportResolver(
      packages: assembly.packages, catalog: catalog, environment: options.environment)
    let packages = resolver.resolveAll(assembly.packages)
    return PackageGraph(
      resolver: resolver, packages: packages,
      diagnostics: resolver.catalog.diagnostics + diagnostics,
      excludedFiles: expansion.excludedFiles)
  }

  /// Directories that were named, and trees, that have Go files but none for this build.
  private func emptyDirectories(
    _ directories: [FoundDirectory], _ scans: [DirectoryScan], _ expansion: PatternExpansion
  ) -> [Diagnostic] {
    let isEmpty = scans.map { $0.files.isEmpty && $0.diagnostics.isEmpty && $0.leftOutCount > 0 }
    var roots: [String] = []
    for (directory, isEmpty) in zip(directories, isEmpty) where isEmpty && directory.isNamed {
      roots.append(directory.path)
    }
    for tree in expansion.trees {
      let inside = directories.indices.filter { FilePath.isInside(directories[$0].path, tree.root) }
      if !inside.isEmpty, inside.allSatisfy({ isEmpty[$0] }) { roots.append(tree.root) }
    }
    return roots.map { root in
      let shown = DisplayPath.of(root, workingDirectory: options.workingDirectory)
      return Diagnostic(.package, "build constraints exclude all Go files", path: shown)
    }
  }
}
