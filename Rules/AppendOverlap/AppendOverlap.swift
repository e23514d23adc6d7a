import Basics
import Findings
import GoFlow
import RuleKit

/// Results of `append` that share one array while both are in use, or one that is kept beside the
/// slice that it was appended to.
public struct AppendOverlap: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "append-overlap",
    summary: "two results of append share one array, so that the later one writes over the other",
    severity: .error, manual: PackageResources.AppendOverlap_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each base that is appended to so, in each function once. Where other
  /// goroutines use what the function writes, that is the hazard, and the rules for those tell it.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    for overlap in program.appendOverlaps {
      if program.hasHazard(in: overlap.function) { continue }
      AppendOverlapReport(program, overlap)?.send(to: &sink)
    }
  }
}

/// The finding of one pair of appends.
struct AppendOverlapReport {
  private let program: ProgramContext
  private let overlap: OverlappingAppend
  private let anchor: FindingAnchor
  /// The slice that is appended to, as the first append writes it.
  private let base: SourceLocation
  private let name: String

  /// Nil where nothing may be anchored there.
  init?(_ program: ProgramContext, _ overlap: OverlappingAppend) {
    self.program = program
    self.overlap = overlap
    let site = FlowSite(function: overlap.function, value: overlap.first)
    guard let base = program.appended(at: site), let text = program.text(base),
      let anchor = program.anchor(base, in: overlap.function)
    else { return nil }
    self.base = base
    self.anchor = anchor
    name = text.shortened
  }

  func send(to sink: inout FindingSink) {
    sink.report(
      at: anchor, subject: name, confidence: confidence, message: message, trace: steps,
      fixes: AppendOverlapFix(program, base).flatMap { $0.fix() }.map { [$0] } ?? [])
  }

  private var confidence: Confidence {
    switch overlap.kind {
    case .pair, .loop: overlap.hasRoom ? .confirmed : .possible
    case .template: overlap.isDerived || !overlap.isCaptured ? .likely : .possible
    }
  }

  private var message: String {
    switch overlap.kind {
    case .loop:
      return "each turn appends to the same `\(name)`: where it has room, the result of one turn "
        + "is written over by the next, and earlier ones are still in use"
    case .pair:
      return "`\(name)` is appended to twice: where it has room, both results are one array, and "
        + "the second append writes over what the first result still shows"
    case .template:
      let place = overlap.place.map { program.printer.name(of: $0) } ?? name
      if overlap.isEmpty {
        return "an append without elements does not copy `\(name)`: where `\(place)` has room, "
          + "appending to the one and to the other writes to one place"
      }
      return "`\(name)` is appended to and the result kept elsewhere: where `\(place)` has room, "
        + "the next append to it writes over what this one wrote"
    }
  }

  private var steps: [TraceStep] {
    var steps: [TraceStep] = []
    func add(_ role: TraceRole, _ text: String, _ site: FlowSite?) {
      guard let site, let location = program.firstLine(site) else { return }
      steps.append(TraceStep(role, text, at: location))
    }
    let first = FlowSite(function: overlap.function, value: overlap.first)
    let second = FlowSite(function: overlap.function, value: overlap.second)
    add(.alias, "the result may be the array of `\(name)`", first)
    for put in overlap.puts { add(.queue, "it is kept here", put) }
    switch overlap.kind {
    case .pair: add(.writer, "this writes behind the end of the same slice", second)
    case .loop: add(.writer, "the next turn writes to the same place", second)
    case .template: break
    }
    add(.reader, "what holds the first result is still used here", overlap.use)
    return steps
  }
}
