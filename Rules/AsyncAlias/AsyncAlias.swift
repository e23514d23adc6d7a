import Basics
import Findings
import GoFlow
import RuleKit

/// Memory of a slice or map that is handed over without a copy, and that one side changes while
/// the other uses it.
///
/// The engine finds both uses and what does not order them; a finding stands where the memory,
/// known until then by a parameter, field or variable, entered what carries it to the other side.
public struct AsyncAlias: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "async-alias",
    summary: "a slice or map is handed over without a copy and changed while it is in use",
    severity: .error, manual: PackageResources.AsyncAlias_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each place at which something is handed over so.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let hazards = program.memoryHazards.filter {
      $0.isHandedOver && $0.way.handOff != nil && !$0.isOfTests
    }
    for group in hazards.groups(by: \.way.handOff?.site) {
      AsyncAliasReport(program, group)?.send(to: &sink)
    }
  }
}

/// The finding of one place at which memory is handed over.
struct AsyncAliasReport {
  private let program: ProgramContext
  private let trace: HazardTrace
  /// What is handed over there, with the hazard that tells it best; the first one tells the story.
  private let items: [(hazard: MemoryHazard, location: SourceLocation, text: String)]
  /// What of it goes wrong, as surely as what is told.
  private let hazards: [MemoryHazard]

  /// Nil where nothing can be shown of it.
  init?(_ program: ProgramContext, _ hazards: [MemoryHazard]) {
    self.program = program
    trace = HazardTrace(program)
    var items: [(hazard: MemoryHazard, location: SourceLocation, text: String)] = []
    for hazard in hazards {
      guard let handOff = hazard.way.handOff, let location = program.expression(of: handOff),
        let text = program.text(location)
      else { continue }
      guard let index = items.firstIndex(where: { $0.location == location }) else {
        items.append((hazard, location, text.shortened))
        continue
      }
      if hazard.isBetter(than: items[index].hazard) { items[index].hazard = hazard }
    }
    guard let confidence = items.map(\.hazard.confidence).max() else { return nil }
    self.items = items.filter { $0.hazard.confidence == confidence }
      .sorted { $0.location < $1.location }
    self.hazards = hazards.filter { $0.confidence == confidence }
  }

  func send(to sink: inout FindingSink) {
    guard let first = items.first, let handOff = first.hazard.way.handOff,
      let anchor = program.anchor(first.location, in: handOff.site.function)
    else { return }
    sink.report(
      at: anchor, subject: anchor.text, confidence: first.hazard.confidence,
      message: message(first.hazard), trace: steps(first.hazard, handOff),
      fixes: fixes(first.hazard.confidence))
  }

  private func fixes(_ confidence: Confidence) -> [Fix] {
    guard confidence > .possible else { return [] }
    let items = items.map { item in
      AsyncAliasFix.Item(
        hazards: hazards.filter { hazard in
          hazard.way.handOff.flatMap { program.expression(of: $0) } == item.location
        }, location: item.location, text: item.text)
    }
    return AsyncAliasFix(program, items).fix().map { [$0] } ?? []
  }

  private func message(_ hazard: MemoryHazard) -> String {
    let list = items.map(\.text).asList
    let (are, them) = items.count == 1 ? ("is", "it") : ("are", "them")
    let handed =
      if case .capture? = hazard.way.handOff?.form {
        "\(list) \(are) shared with a goroutine without a copy"
      } else {
        "\(list) \(are) handed over without a copy"
      }
    let what = hazard.way.kind == .map ? "map" : "array"
    let other =
      "\(hazard.other.goroutine == nil ? trace.functionName(hazard.other) : "a goroutine") "
      + "\(trace.verb(hazard.other)) \(them)"
    return handed + ": \(other) while \(trace.functionName(hazard.owner)) "
      + "\(trace.verb(hazard.owner)) the same \(what)"
  }

  private func steps(_ hazard: MemoryHazard, _ handOff: HandOff) -> [TraceStep] {
    var steps: [TraceStep] = []
    if let made = hazard.way.made, let location = program.firstLine(made) {
      steps.append(TraceStep(.owner, "the memory is made here", at: location))
    }
    steps += trace.calls(handOff.calls, .alias)
    for item in items {
      steps.append(
        TraceStep(.handOff, "`\(item.text)` is handed over without a copy", at: item.location))
    }
    for site in hazard.way.queue where !handOff.calls.contains(site) {
      guard let location = program.firstLine(site) else { continue }
      let isLast = site == hazard.way.queue.last
      steps.append(
        TraceStep(
          .queue, isLast ? "it is queued here" : "what holds it is passed on here", at: location))
    }
    if let spawn = trace.spawn(hazard.other) { steps.append(spawn) }
    let goroutines = trace.goroutines(hazard.owner, hazard.other)
    if let taken = hazard.way.taken, let location = program.firstLine(taken) {
      steps.append(
        TraceStep(.queue, "it is taken out here", at: location, goroutine: goroutines.second))
    }
    let reads = hazard.other.kind.isWrite ? TraceRole.writer : .reader
    steps += trace.use(
      hazard.other, reads, "\(trace.functionName(hazard.other)) \(trace.verb(hazard.other)) it here"
    ).taken(by: goroutines.second)
    if let spawn = trace.spawn(hazard.owner) { steps.append(spawn) }
    let writes = hazard.owner.kind.isWrite ? TraceRole.writer : .reader
    steps += trace.use(
      hazard.owner, writes,
      "meanwhile \(trace.functionName(hazard.owner)) \(trace.verb(hazard.owner)) it here"
    ).taken(by: goroutines.first)
    return steps
  }
}
