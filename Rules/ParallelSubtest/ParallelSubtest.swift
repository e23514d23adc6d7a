import Basics
import Findings
import GoFlow
import RuleKit

/// Something that tests share which run in parallel, and that one of them writes.
public struct ParallelSubtest: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "parallel-subtest",
    summary: "tests that run in parallel share something that one of them writes",
    severity: .error, manual: PackageResources.ParallelSubtest_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each thing that is shared once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let variables = program.variableHazards.filter(\.isOfTests).map {
      (name: MemoryHazard.ContainerName.place($0.place), noun: $0.noun, use: $0.sharedUse)
    }
    let elements = program.memoryHazards.filter(\.isOfTests).map {
      (
        name: $0.container, noun: $0.way.kind == .map ? "map" : "slice",
        use: $0.sharedUse(program)
      )
    }
    let names = Set(variables.map(\.use.name))
    var findings = SharedUseFindings(program)
    for group in (variables + elements).groups(by: \.name) {
      let uses = group.map(\.use)
      let fixes = [OwnTestValue(program, uses, beside: names).fix(), OwnMutex(program, uses).found]
      findings.add(uses, noun: group[0].noun, fixes: fixes.compactMap { $0 })
    }
    findings.send("shared by tests that run in parallel", to: &sink)
  }
}
