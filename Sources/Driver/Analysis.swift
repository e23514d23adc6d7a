import Basics
import Findings
import GoPackages
import GoSyntax
import RuleKit
import Rules

/// Why nothing could be analysed.
public enum AnalysisError: Error, Hashable, Sendable {
  /// A pattern leads nowhere.
  case pattern(PatternError)
  /// The tree-sitter library does not take the grammar that racelint was built with.
  case grammarRefused
  /// It cannot be told what is new.
  case changes(ChangesError)
  /// Nobody waited for the report any more.
  case abandoned
}

/// The analysis of packages: from patterns to a report.
public enum Analysis {
  /// The rules there are, sorted by id.
  public static let rules: [RuleDescriptor] =
    RuleList.all.map { $0.descriptor }.sorted { $0.id < $1.id }

  /// Analyses what the settings name.
  ///
  /// Files are read and parsed by all threads. Their trees, which take three times the room of the
  /// texts, are kept until the rules have looked at their package, the largest packages first: what
  /// others see of a package is made of the same trees as its bodies. Where a rule judges the whole
  /// program, the facts of each package are kept, and its texts.
  public static func run(
    _ settings: AnalysisSettings,
    observer: RunObserver = RunObserver()
  ) throws(AnalysisError) -> AnalysisReport {
    let start = ContinuousClock.now
    var clock = StageClock()
    guard GoParser() != nil else { throw .grammarRefused }
    let graph = try load(settings)
    clock.end("load")
    try observer.check()
    let rules = selectedRules(settings)
    let queue = PackageQueue(
      graph, loaderOptions(settings), rules: rules, models: settings.models, jobs: settings.jobs)
    var results = queue.run(observer)
    clock.add(queue.stages)
    try observer.check()
    if let judged = ProgramJudgement(rules, models: settings.models, jobs: settings.jobs)
      .run(&results, observer)
    {
      results.append(judged.result)
      clock.add(judged.stages)
      try observer.check()
    }

    let all = results.flatMap(\.findings)
    var findings = all
    findings.apply(settings, rules: Self.rules)
    findings.removeConsequences()
    findings.sortByPlace()
    Fingerprints.assign(to: &findings)
    let found = findings.count
    let directiveDiagnostics = suppress(&findings, all, results, settings)
    let shown = findings.reduce(into: Set<String>()) { $0.formUnion($1.files) }
    let directories = Set(graph.packages.elements.map(\.directory))
    clock.end("report")
    var report = AnalysisReport(
      findings: findings,
      diagnostics: sorted(
        diagnostics(of: graph) + results.flatMap(\.diagnostics) + directiveDiagnostics),
      summary: .init(
        packages: directories.count, files: results.reduce(0) { $0 + $1.files },
        bytes: results.reduce(0) { $0 + $1.bytes },
        elapsedSeconds: (ContinuousClock.now - start) / .seconds(1)),
      sources: sources(of: results) { shown.contains($0) })
    report.ignoredCount = found - findings.count
    report.stages = clock.stages
    return report
  }

  /// Leaves out the findings that directives cover; what is to be said of the directives.
  ///
  /// Findings that are not sure enough to be reported make a directive used as well. Fingerprints
  /// stand already: a directive changes none of another finding.
  private static func suppress(
    _ findings: inout [Finding], _ all: [Finding], _ results: [PackageResult],
    _ settings: AnalysisSettings
  ) -> [Diagnostic] {
    let directives = results.flatMap(\.directives).filter {
      !settings.policy.excludes(FilePath.join(settings.workingDirectory, $0.location.file))
    }
    if directives.isEmpty { return [] }
    var suppression = Suppression(directives)
    for finding in all { _ = suppression.covers(finding) }
    findings.removeAll { suppression.covers($0) }
    let files = Set(directives.map(\.location.file))
    let diagnostics = DirectiveDiagnostics(sources(of: results) { files.contains($0) })
    var found = diagnostics.faults(in: directives, rules: rules.map(\.id))
    if settings.reportsUnusedIgnores {
      let ran = Set(
        rules.filter { settings.policy.mayReport($0, settings.rules) }.map(\.id))
      found += diagnostics.unused(
        suppression.unused(
          ran: ran, isComplete: rules.allSatisfy { !$0.isOnByDefault || ran.contains($0.id) }))
    }
    return found
  }

  private static func sources(
    of results: [PackageResult], where isWanted: (String) -> Bool
  ) -> [String: SourceText] {
    var sources: [String: SourceText] = [:]
    for result in results {
      for source in result.sources where isWanted(source.path) { sources[source.path] = source }
    }
    return sources
  }

  /// The packages that the settings name, with nothing read but the heads of files.
  public static func load(_ settings: AnalysisSettings) throws(AnalysisError) -> PackageGraph {
    do throws(PatternError) {
      return try PackageLoader(loaderOptions(settings)).load()
    } catch {
      throw .pattern(error)
    }
  }

  private static func loaderOptions(_ settings: AnalysisSettings) -> PackageLoader.Options {
    let build = BuildConfiguration(
      goos: settings.goos ?? BuildConfiguration.hostSystem,
      goarch: settings.goarch ?? BuildConfiguration.hostArchitecture,
      tags: Set(settings.tags))
    return PackageLoader.Options(
      workingDirectory: settings.workingDirectory, patterns: settings.patterns,
      includeTests: settings.includesTests, build: build, jobs: settings.jobs,
      overlay: settings.overlay)
  }

  private static func selectedRules(_ settings: AnalysisSettings) -> [any Rule.Type] {
    RuleList.all.filter { settings.policy.mayReport($0.descriptor, settings.rules) }
  }

  private static func diagnostics(of graph: PackageGraph) -> [Diagnostic] {
    guard graph.excludedFiles > 0 else { return graph.diagnostics }
    let files = graph.excludedFiles == 1 ? "1 named file" : "\(graph.excludedFiles) named files"
    return graph.diagnostics + [
      Diagnostic(
        .package,
        "\(files) left out: in vendor, testdata, or a directory that Go patterns do not reach",
        path: ".")
    ]
  }

  private static func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.sorted { left, right in
      if left.path != right.path {
        return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
      }
      let start = left.range?.start ?? 0
      let otherStart = right.range?.start ?? 0
      return (start, left.kind.rawValue, left.message)
        < (otherStart, right.kind.rawValue, right.message)
    }
  }
}
