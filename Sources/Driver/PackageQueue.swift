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

/// Parses the files of many packages on several threads and runs the rules on each package as
/// soon as its last file is parsed.
struct PackageQueue: Sendable {
  private let packages: [PackageWork]
  /// All files, those of the largest package first: its package and its place in it.
  private let items: [(package: Int, file: Int)]
  private let rules: [any Rule.Type]
  private let checkers: PackageCheckers
  private let models: LibraryModels
  private let jobs: Int
  private let times = PackageStages()

  init(
    _ graph: PackageGraph, rules: [any Rule.Type], checkers: PackageCheckers,
    models: LibraryModels, jobs: Int
  ) {
    let sized = graph.packages.elements.map { package in
      (package: package, size: package.files.reduce(0) { $0 + $1.size })
    }
    let ordered = sized.sorted { ($1.size, $0.package.id) < ($0.size, $1.package.id) }
    packages = ordered.map { PackageWork($0.package) }
    items = ordered.enumerated().flatMap { index, entry in
      entry.package.files.indices.map { (index, $0) }
    }
    self.rules = rules
    self.checkers = checkers
    self.models = models
    self.jobs = jobs
  }

  /// What the work consisted of, once it is done.
  var stages: [AnalysisReport.Stage] { times.stages }

  /// The results of the packages, in an order that depends on the packages alone; not of all of them
  /// where the run is abandoned.
  func run(_ observer: RunObserver) -> [PackageResult] {
    let (packages, items) = (packages, items)
    let done = ProgressCount()
    // One for each thread: a new parser has to find its memory first.
    let parsers = (0..<max(1, jobs)).map { _ in FileParser() }
    let results = Parallel.map(count: items.count, jobs: jobs) { worker, index -> PackageResult? in
      if observer.isAbandoned() { return nil }
      let work = packages[items[index].package]
      let files = times.measure(.parse) { work.parse(items[index].file, parsers[worker]) }
      guard let files else { return nil }
      let result = analyze(work.package, files)
      observer.progress?(done.next(), packages.count)
      return result
    }
    // Which file of a package is parsed last is chance; the packages' order is not.
    return zip(items, results).compactMap { item, result in
      result.map { (item.package, $0) }
    }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private func analyze(_ package: Package, _ files: [ParsedFile]) -> PackageResult {
    var result = PackageResult()
    result.diagnostics = files.compactMap(\.diagnostic)
    let readable = files.compactMap(\.syntax)
    result.files = readable.count
    result.bytes = readable.reduce(0) { $0 + $1.tree.source.bytes.count }

    let laps = PackageLaps(times)
    let context = PackageContext(
      PackageSyntax(package: package, files: readable), models: models
    ) { [checkers] syntax in
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

/// A package whose files are being parsed.
private final class PackageWork: Sendable {
  let package: Package
  private let parsed: Mutex<(files: [ParsedFile?], missing: Int)>

  init(_ package: Package) {
    self.package = package
    parsed = Mutex((Array(repeating: nil, count: package.files.count), package.files.count))
  }

  /// Reads and parses a file. Gives all files of the package, and lets them go, to whoever
  /// parses the last one; nil to the others.
  func parse(_ index: Int, _ parser: FileParser) -> [ParsedFile]? {
    let file = parser.parse(package.files[index])
    return parsed.withLock { state in
      state.files[index] = file
      state.missing -= 1
      guard state.missing == 0 else { return nil }
      defer { state.files = [] }
      return state.files.compactMap(\.self)
    }
  }
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
