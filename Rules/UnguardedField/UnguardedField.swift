import Basics
import Findings
import GoFlow
import RuleKit

/// A struct field that one goroutine writes while another uses it, with no lock that both hold.
public struct UnguardedField: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "unguarded-field",
    summary:
      "a struct field is written by one goroutine while another uses it, with no common lock",
    severity: .error, manual: PackageResources.UnguardedField_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each struct field once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let hazards = program.variableHazards.filter {
      $0.kind == .field && !$0.isSlice && !$0.isMixed && !$0.isOfTests
    }
    var findings = SharedUseFindings(program)
    for group in hazards.groups(by: \.place) {
      let uses = group.map(\.sharedUse)
      findings.add(uses, noun: group[0].noun, SharedUseRepair(program, uses).fix())
    }
    findings.send("written with no lock that both sides hold", to: &sink)
  }
}
