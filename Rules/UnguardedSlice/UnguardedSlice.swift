import Basics
import Findings
import GoFlow
import RuleKit

/// A slice that several goroutines append to, replace or change in place, with no lock that all
/// hold.
public struct UnguardedSlice: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "unguarded-slice",
    summary: "a slice is appended to, replaced or changed by several goroutines at once",
    severity: .error, manual: PackageResources.UnguardedSlice_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each slice once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let headers = program.variableHazards.lazy.filter {
      $0.isSlice && !$0.isMixed && !$0.isOfTests
    }
    .map { (MemoryHazard.ContainerName.place($0.place), $0.sharedUse) }
    let elements = program.memoryHazards.lazy.filter {
      $0.way.kind == .slice && !$0.isHandedOver && !$0.isOfTests
    }
    .map { ($0.container, $0.sharedUse(program)) }
    var findings = SharedUseFindings(program)
    for group in (Array(headers) + Array(elements)).groups(by: { $0.0 }) {
      let uses = group.map(\.1)
      findings.add(uses, noun: "slice", SharedUseRepair(program, uses).fix())
    }
    findings.send("changed with no lock that both sides hold", to: &sink)
  }
}
