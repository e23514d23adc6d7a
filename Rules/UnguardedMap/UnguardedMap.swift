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

  /// What tells one map from another.
  private enum MapName: Hashable {
    case place(SlotKey.Base)
    case made(FlowSite)
    case named(String)
  }

  /// Reports each map once.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    var order: [MapName] = []
    var groups: [MapName: [MemoryHazard]] = [:]
    for hazard in program.memoryHazards where hazard.way.kind == .map && !hazard.isHandedOver {
      let name = name(hazard)
      if groups[name] == nil { order.append(name) }
      groups[name, default: []].append(hazard)
    }
    for name in order {
      UnguardedMapReport(program, groups[name] ?? [])?.send(to: &sink)
    }
  }

  private func name(_ hazard: MemoryHazard) -> MapName {
    if let place = hazard.way.shared { return .place(place) }
    return hazard.way.made.map { .made($0) } ?? .named(hazard.memory)
  }
}

/// The finding of one map.
struct UnguardedMapReport {
  private let program: ProgramContext
  private let trace: HazardTrace
  private let hazard: MemoryHazard
  private let anchor: FindingAnchor
  /// The side that the anchor belongs to, and the other one.
  private let writer: FlowMeetingSide
  private let other: FlowMeetingSide

  /// The finding of the hazard that tells it best; nil where nothing can be shown.
  init?(_ program: ProgramContext, _ hazards: [MemoryHazard]) {
    self.program = program
    trace = HazardTrace(program)
    var best:
      (
        hazard: MemoryHazard, writer: FlowMeetingSide, other: FlowMeetingSide, anchor: FindingAnchor
      )?
    for hazard in hazards {
      for (writer, other) in [(hazard.owner, hazard.other), (hazard.other, hazard.owner)]
      where writer.kind.isWrite {
        guard let last = writer.trace.last, let location = program.firstLine(last),
          let anchor = program.anchor(location, in: last.function)
        else { continue }
        if let known = best, !hazard.isBetter(than: known.hazard),
          hazard.confidence < known.hazard.confidence
            || writer.locks.isEmpty == known.writer.locks.isEmpty || !writer.locks.isEmpty
        {
          continue
        }
        best = (hazard, writer, other, anchor)
      }
    }
    guard let best else { return nil }
    hazard = best.hazard
    writer = best.writer
    other = best.other
    anchor = best.anchor
  }

  func send(to sink: inout FindingSink) {
    let name = hazard.mapName(program)
    let others = other.goroutine == nil && writer.goroutine != nil ? "" : " in another goroutine"
    let message =
      "map `\(name)` is written with no lock that both sides hold: \(trace.functionName(writer)) "
      + "\(trace.verb(writer)) it while \(trace.functionName(other)) \(trace.verb(other)) it"
      + others + trace.lonelyLocks(writer, other)
    sink.report(
      at: anchor, subject: name, confidence: hazard.confidence, message: message, trace: steps(),
      fixes: [])
  }

  private func steps() -> [TraceStep] {
    var steps: [TraceStep] = []
    if let made = hazard.way.made, let location = program.firstLine(made) {
      steps.append(TraceStep(.owner, "the map is made here", at: location))
    }
    for side in [writer, other] {
      if let spawn = trace.spawn(side) { steps.append(spawn) }
      let locks = side.locks.map { "`\($0)`" }.joined(separator: ", ")
      let held = locks.isEmpty ? "holding no lock" : "holding \(locks)"
      steps += trace.use(
        side, side.kind.isWrite ? .writer : .reader,
        "\(trace.functionName(side)) \(trace.verb(side)) it here, \(held)")
    }
    return steps
  }
}
