import Basics
import Findings
import GoFlow
import RuleKit

/// A map that one goroutine writes while another uses it, with no lock that both hold.
public struct UnguardedMap: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "unguarded-map",
    summary: "a map is written by one goroutine while another uses it, with no common lock",
    severity: .error, manual: PackageResources.UnguardedMap_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each map once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let hazards = program.memoryHazards.filter {
      $0.way.kind == .map && !$0.isHandedOver && !$0.isOfTests
    }
    var findings = SharedUseFindings(program)
    for group in hazards.groups(by: \.container) {
      let uses = group.map { $0.sharedUse(program) }
      findings.add(uses, noun: "map", SharedUseRepair(program, uses).fix())
    }
    findings.send("written with no lock that both sides hold", to: &sink)
  }
}
