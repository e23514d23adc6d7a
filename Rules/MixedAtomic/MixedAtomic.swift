import Basics
import Findings
import GoFlow
import RuleKit

/// A variable that one goroutine uses through `sync/atomic` while another uses it plainly.
public struct MixedAtomic: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "mixed-atomic",
    summary: "a variable is used through sync/atomic and also plainly",
    severity: .error, manual: PackageResources.MixedAtomic_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each variable and field once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    for group in program.variableHazards
      .filter({ $0.isMixed && !$0.isOfTests }).groups(by: \.place)
    {
      MixedAtomicReport(program, group)?.send(to: &sink)
    }
  }
}

/// The finding of one variable: it stands at a plain use.
struct MixedAtomicReport {
  private let program: ProgramContext
  private let trace: HazardTrace
  private let hazard: VariableHazard
  /// All that are as sure.
  private let hazards: [VariableHazard]
  private let anchor: FindingAnchor
  private let plain: FlowMeetingSide
  private let atomic: FlowMeetingSide

  /// Nil where nothing can be shown.
  init?(_ program: ProgramContext, _ hazards: [VariableHazard]) {
    self.program = program
    trace = HazardTrace(program)
    var best: (hazard: VariableHazard, plain: FlowMeetingSide, anchor: FindingAnchor)?
    for hazard in hazards {
      let plain = hazard.first.kind.isAtomic ? hazard.second : hazard.first
      guard let last = plain.trace.last, let location = program.firstLine(last),
        let anchor = program.anchor(location, in: last.function)
      else { continue }
      // A plain write is worse than a plain read.
      if let best,
        (hazard.confidence, plain.kind.isWrite ? 1 : 0)
          <= (best.hazard.confidence, best.plain.kind.isWrite ? 1 : 0)
      {
        continue
      }
      best = (hazard, plain, anchor)
    }
    guard let best else { return nil }
    hazard = best.hazard
    self.hazards = hazards.filter { $0.confidence == best.hazard.confidence }
    plain = best.plain
    anchor = best.anchor
    atomic = hazard.first.kind.isAtomic ? hazard.first : hazard.second
  }

  func send(to sink: inout FindingSink) {
    let name = hazard.name
    sink.report(
      at: anchor, subject: name, confidence: hazard.confidence,
      message:
        "\(hazard.noun) `\(name)` is used through sync/atomic elsewhere: "
        + "\(trace.functionName(plain)) \(trace.verb(plain)) it plainly while "
        + "\(trace.functionName(atomic)) uses it atomically"
        + trace.goroutine(of: atomic, beside: plain),
      trace: steps(), fixes: AtomicUse(program, hazards).fix().map { [$0] } ?? [])
  }

  private func steps() -> [TraceStep] {
    var steps: [TraceStep] = []
    let goroutines = trace.goroutines(plain, atomic)
    for (side, how, goroutine) in [
      (plain, "\(trace.verb(plain)) it plainly", goroutines.first),
      (atomic, "uses it atomically", goroutines.second),
    ] {
      if let spawn = trace.spawn(side) { steps.append(spawn) }
      steps += trace.use(
        side, side.kind.isWrite ? .writer : .reader, "\(trace.functionName(side)) \(how) here"
      ).taken(by: goroutine)
    }
    return steps
  }
}
