import Findings
import GoFlow
import LibraryModels
import Basics
import RuleKit

/// Runs the rules that judge the whole program.
///
/// The packages are linked and analysed on several threads, on which the bodies are looked at too for
/// what goes wrong in them; the rules then run one after another, on one thread. Nothing depends on
/// the order in which packages were read.
struct ProgramJudgement {
  private let rules: [any Rule.Type]
  private let models: LibraryModels
  private let jobs: Int

  /// A judgement by those of the rules that need the program.
  init(_ rules: [any Rule.Type], models: LibraryModels, jobs: Int) {
    self.rules = rules.filter { $0.needsProgram }
    self.models = models
    self.jobs = jobs
  }

  /// What the rules find, with the texts that it points into, and what the work consisted of; nil
  /// where no rule needs the program. What the packages had kept for it is let go.
  func run(
    _ results: inout [PackageResult], _ observer: RunObserver
  ) -> (result: PackageResult, stages: [AnalysisReport.Stage])? {
    guard !rules.isEmpty else { return nil }
    var facts: [PackageFacts] = []
    var files: [ProgramFile] = []
    for index in results.indices {
      guard let part = results[index].program else { continue }
      facts.append(part.facts)
      files += part.files
      results[index].program = nil
    }
    let (rules, models, jobs) = (rules, models, jobs)
    let parts = ProgramParts(facts: facts, files: files)
    (facts, files) = ([], [])
    defer { Parallel.release(parts) }
    return Parallel.withLargeStack { [parts] in
      var clock = StageClock()
      let program = FlowProgram(linking: parts.facts, jobs: jobs)
      clock.end("link")
      let flow = FlowAnalysis.run(
        program, models: models, jobs: jobs, isAbandoned: observer.isAbandoned
      ) { analysis in
        var clock = StageClock()
        let finds = BodyFinds(analysis)
        clock.end("bodies")
        return (finds: finds, stages: clock.stages)
      }
      guard let (analysis, found) = flow else { return (PackageResult(), clock.stages) }
      let finds = found.finds
      clock.add(analysis.stages.map { .init($0.name, .nanoseconds($0.time)) } + found.stages)
      if observer.isAbandoned() { return (PackageResult(), clock.stages) }
      let context = ProgramContext(analysis, finds, files: parts.files)
      var sink = FindingSink()
      for rule in rules {
        sink.begin(rule.descriptor)
        rule.init().judge(context, &sink)
      }
      var result = PackageResult()
      result.findings = sink.findings.filter { context.isAnchor($0.location.file) }
      for index in result.findings.indices {
        result.findings[index].keepFixes { context.isAnchor($0) }
      }
      result.sources = context.sources(
        result.findings.reduce(into: Set<String>()) { $0.formUnion($1.files) })
      clock.end("hazards")
      Parallel.release(context)
      return (result, clock.stages)
    }
  }
}

/// What a program is linked from. A class, so that it can be let go of at once.
private final class ProgramParts: Sendable {
  let facts: [PackageFacts]
  let files: [ProgramFile]

  init(facts: [PackageFacts], files: [ProgramFile]) {
    self.facts = facts
    self.files = files
  }
}
