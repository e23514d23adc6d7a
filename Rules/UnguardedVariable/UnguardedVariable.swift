import Basics
import Findings
import GoFlow
import RuleKit

/// A variable that one goroutine writes while another uses it, with no lock that both hold.
public struct UnguardedVariable: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "unguarded-variable",
    summary: "a variable is written by one goroutine while another uses it, with no common lock",
    severity: .error, manual: PackageResources.UnguardedVariable_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each variable once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let hazards = program.variableHazards.filter {
      $0.kind != .field && !$0.isSlice && !$0.isMixed && !$0.isOfTests
    }
    var findings = SharedUseFindings(program)
    for group in hazards.groups(by: \.place) {
      let uses = group.map(\.sharedUse)
      let own = OwnVariable(program, group)?.fix()
      findings.add(
        uses, noun: group[0].noun,
        own.map { .success($0) } ?? SharedUseRepair(program, uses).fix())
    }
    findings.send("written with no lock that both sides hold", to: &sink)
  }
}
