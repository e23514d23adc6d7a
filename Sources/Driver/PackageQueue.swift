import Basics
import Findings
import GoFlow
import GoPackages
import GoSyntax
import GoTypes
import LibraryModels
import RuleKit
import Synchronization

/// What the analysis of one package gives.
struct PackageResult: Sendable {
  var findings: [Finding] = []
  var diagnostics: [Diagnostic] = []
  /// The texts that findings point into.
  var sources: [SourceText] = []
  var files = 0
  var bytes = 0
  /// The comments that ask for findings to be left out.
  var directives: [PlacedDirective] = []
  /// What rules that judge the whole program need of the package; nil where there are none.
  var program: ProgramPart?
}

/// What one package contributes to the judgement of the whole program.
struct ProgramPart: Sendable {
  var facts: PackageFacts
  var files: [ProgramFile]
}

/// Parses the files of many packages on several threads, and then runs the rules on the packages.
struct PackageQueue: Sendable {
  private let graph: PackageGraph
  private let options: PackageLoader.Options
  /// Those that have files, the largest first.
  private let packages: [Package]
  private let rules: [any Rule.Type]
  private let models: LibraryModels
  private let jobs: Int
  private let times = PackageStages()

  init(
    _ graph: PackageGraph, _ options: PackageLoader.Options, rules: [any Rule.Type],
    models: LibraryModels, jobs: Int
  ) {
    self.graph = graph
    self.options = options
    let sized = graph.packages.elements.filter { !$0.files.isEmpty }.map { package in
      (package: package, size: package.files.reduce(0) { $0 + $1.size })
    }
    packages = sized.sorted { ($1.size, $0.package.id) < ($0.size, $1.package.id) }
      .map(\.package)
    self.rules = rules
    self.models = models
    self.jobs = jobs
  }

  /// What the work consisted of, once it is done.
  var stages: [AnalysisReport.Stage] { times.stages }

  /// The results of the packages, in an order that depends on the packages alone; not of all of them
  /// where the run is abandoned.
  func run(_ observer: RunObserver) -> [PackageResult] {
    let (parsed, diagnostics) = parse(observer)
    let checkers = PackageCheckers(graph, options, parsed)
    let done = ProgressCount()
    let results = Parallel.map(count: packages.count, jobs: jobs) { _, index -> PackageResult? in
      if observer.isAbandoned() { return nil }
      let package = packages[index]
      defer { parsed.drop(package.id) }
      var result = analyze(package, parsed.files(of: package.id) ?? [], checkers)
      result.diagnostics = diagnostics[index]
      observer.progress?(done.next(), packages.count)
      return result
    }
    return results.compactMap(\.self)
  }

  /// Reads and parses all files; what could be parsed, and by the places of the packages what is to
  /// be said of the rest.
  private func parse(_ observer: RunObserver) -> (ParsedPackages, [[Diagnostic]]) {
    let items = packages.indices.flatMap { package in
      packages[package].files.map { (package: package, file: $0) }
    }
    // One for each thread: a new parser has to find its memory first.
    let parsers = (0..<max(1, jobs)).map { _ in FileParser() }
    let files = Parallel.map(count: items.count, jobs: jobs) { worker, index in
      if observer.isAbandoned() { return ParsedFile() }
      return times.measure(.parse) { parsers[worker].parse(items[index].file) }
    }
    var readable: [PackageID: [FileSyntax]] = [:]
    var diagnostics = packages.map { _ in [Diagnostic]() }
    for (item, file) in zip(items, files) {
      if let syntax = file.syntax {
        readable[packages[item.package].id, default: []].append(syntax)
      }
      if let diagnostic = file.diagnostic { diagnostics[item.package].append(diagnostic) }
    }
    return (ParsedPackages(readable), diagnostics)
  }

  private func analyze(
    _ package: Package, _ readable: [FileSyntax], _ checkers: PackageCheckers
  ) -> PackageResult {
    var result = PackageResult()
    result.files = readable.count
    result.bytes = readable.reduce(0) { $0 + $1.tree.source.bytes.count }

    let laps = PackageLaps(times)
    let context = PackageContext(
      PackageSyntax(package: package, files: readable), models: models
    ) { syntax in
      laps.measureTypes { checkers.checker(of: syntax) }
    }
    defer { context.dropAll() }
    var sink = FindingSink(context)
    for rule in rules {
      sink.begin(rule.descriptor)
      rule.init().check(context, &sink)
    }
    laps.end(.rules)
    if rules.contains(where: { $0.needsProgram }) {
      // Lowers bodies that the rules have asked for once more at worst: they may be dropped here.
      result.program = ProgramPart(
        facts: PackageFacts(collecting: context.bodies),
        files: readable.map { ProgramFile($0, package: package.importPath) })
      laps.end(.collect)
    }
    // Nobody edits generated code, and files that were not named are read for their names.
    let reported = Set(
      readable.filter { $0.file.isReported && !$0.file.isGenerated }.map(\.file.displayPath))
    result.findings = sink.findings.filter { reported.contains($0.location.file) }
    for index in result.findings.indices {
      result.findings[index].keepFixes { reported.contains($0) }
    }
    result.directives = readable.filter { reported.contains($0.file.displayPath) }
      .flatMap { DirectiveReader.directives(in: $0.tree) }
    let shown = result.findings.reduce(
      into: Set(result.directives.map(\.location.file))
    ) { $0.formUnion($1.files) }
    result.sources = readable.map(\.tree.source).filter { shown.contains($0.path) }
    return result
  }
}

/// A file that was read and parsed, or could not be.
struct ParsedFile: Sendable {
  var syntax: FileSyntax?
  var diagnostic: Diagnostic?
}

/// Reads and parses files, one after the other.
private final class FileParser: Sendable {
  /// Nil as long as nothing was parsed.
  private let parser = Mutex<GoParser?>(nil)

  func parse(_ file: SourceFile) -> ParsedFile {
    let text: SourceText
    do throws(FileError) {
      text = try file.read()
    } catch {
      return ParsedFile(
        diagnostic: Diagnostic(.io, "cannot read: \(error.reason)", path: file.displayPath))
    }
    let parsed = parser.withLock { parser -> SyntaxTree? in
      if parser == nil { parser = GoParser() }
      return parser?.parse(text)
    }
    guard let tree = parsed else { return ParsedFile() }
    var result = ParsedFile(syntax: FileSyntax(file: file, tree: tree))
    if let first = tree.errors.first {
      let more = tree.errors.count - 1
      let others = more == 0 ? "" : more == 1 ? ", and one more error" : ", and \(more) more errors"
      result.diagnostic = Diagnostic(
        .syntax, "syntax error: \(first.message)\(others); the rest of the file was analysed",
        in: tree.source, range: first.range)
    }
    return result
  }
}

/// How many packages are done.
private final class ProgressCount: Sendable {
  private let count = Atomic<Int>(0)

  func next() -> Int { count.wrappingAdd(1, ordering: .relaxed).newValue }
}
