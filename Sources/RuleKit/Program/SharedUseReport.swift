import Findings
import GoFlow

/// The finding of one thing that goroutines use at the same time: it stands at a write, at one
/// without a lock where there is one.
struct SharedUseReport {
  private let program: ProgramContext
  private let trace: HazardTrace
  /// What it is: "map", "field".
  let noun: String
  private let use: SharedUse
  private let anchor: FindingAnchor
  /// The side that the anchor belongs to, and the other one.
  private let writer: FlowMeetingSide
  private let other: FlowMeetingSide

  /// The finding of the uses that tell it best; nil where none of them can be shown.
  init?(_ program: ProgramContext, _ uses: [SharedUse], noun: String) {
    self.program = program
    self.noun = noun
    trace = HazardTrace(program)
    var best:
      (use: SharedUse, writer: FlowMeetingSide, other: FlowMeetingSide, anchor: FindingAnchor)?
    for use in uses {
      for (writer, other) in [(use.first, use.second), (use.second, use.first)]
      where writer.kind.isWrite {
        guard let last = writer.trace.last, let location = program.firstLine(last),
          let anchor = program.anchor(location, in: last.function)
        else { continue }
        if let known = best, !use.isBetter(than: known.use),
          use.confidence < known.use.confidence
            || writer.locks.isEmpty == known.writer.locks.isEmpty || !writer.locks.isEmpty
        {
          continue
        }
        best = (use, writer, other, anchor)
      }
    }
    guard let best else { return nil }
    use = best.use
    writer = best.writer
    other = best.other
    anchor = best.anchor
  }

  /// What findings have in common that one line makes, for the same other function.
  struct Place: Hashable {
    var file: String
    var line: Int
    var function: FunctionNumber?
    var other: FunctionNumber?
    var noun: String
    var confidence: Confidence
  }

  var place: Place {
    let location = anchor.location
    return Place(
      file: location.file, line: program.line(location),
      function: writer.trace.last?.function, other: other.trace.last?.function, noun: noun,
      confidence: use.confidence)
  }

  /// Reports it, with what else the line does in the same way; `lead` says what is wrong with it, as
  /// what follows the name and its verb.
  func send(
    _ lead: String, with others: [SharedUseReport], fixes: [Fix], refusal: Refusal?,
    to sink: inout FindingSink
  ) {
    let names = ([self] + others).map(\.use.name).asList
    let subject = others.isEmpty ? "\(noun) \(names) is" : "\(noun)s \(names) are"
    let it = others.isEmpty ? "it" : "them"
    let message =
      "\(subject) \(lead): \(trace.functionName(writer)) \(trace.verb(writer)) \(it) while "
      + "\(trace.functionName(other)) \(trace.verb(other)) \(it)"
      + trace.goroutine(of: other, beside: writer) + trace.lonelyLocks(writer, other)
    sink.report(
      at: anchor, subject: use.name, confidence: use.confidence, message: message,
      trace: steps() + others.flatMap { $0.moreSteps }, fixes: fixes, refusal: refusal)
  }

  /// The uses of what is told along with something else.
  private var moreSteps: [TraceStep] {
    let goroutines = trace.goroutines(writer, other)
    var sides = [(writer, goroutines.first), (other, goroutines.second)]
    if writer.trace.last == other.trace.last { sides.removeLast() }
    return sides.flatMap { side, goroutine -> [TraceStep] in
      guard let last = side.trace.last, let location = program.firstLine(last) else { return [] }
      let step = TraceStep(
        side.kind.isWrite ? .writer : .reader,
        "\(trace.functionName(side)) \(trace.verb(side)) `\(use.name)` here", at: location)
      return [step].taken(by: goroutine)
    }
  }

  private func steps() -> [TraceStep] {
    var steps: [TraceStep] = []
    if let made = use.made, let location = program.firstLine(made) {
      steps.append(TraceStep(.owner, "the \(noun) is made here", at: location))
    }
    let goroutines = trace.goroutines(writer, other)
    for (side, goroutine) in [(writer, goroutines.first), (other, goroutines.second)] {
      if let spawn = trace.spawn(side) { steps.append(spawn) }
      let locks = side.locks.map { "`\($0)`" }.joined(separator: ", ")
      let held = locks.isEmpty ? "holding no lock" : "holding \(locks)"
      steps += trace.use(
        side, side.kind.isWrite ? .writer : .reader,
        "\(trace.functionName(side)) \(trace.verb(side)) it here, \(held)"
      ).taken(by: goroutine)
    }
    return steps
  }
}
