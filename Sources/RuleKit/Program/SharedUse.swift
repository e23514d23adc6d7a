import Findings
import GoFlow

/// Two uses of one thing that goroutines share, as a finding tells them.
public struct SharedUse {
  /// The name of what is shared.
  public var name: String
  /// Where it was made, if that is known.
  public var made: FlowSite?
  public var first: FlowMeetingSide
  public var second: FlowMeetingSide
  public var confidence: Confidence
  /// Whether the way to it may have been another one than the one that is told.
  public var isIndirect = false

  public init(
    name: String, made: FlowSite?, first: FlowMeetingSide, second: FlowMeetingSide,
    confidence: Confidence
  ) {
    self.name = name
    self.made = made
    self.first = first
    self.second = second
    self.confidence = confidence
  }

  /// Whether it tells the same thing better than another one.
  func isBetter(than other: SharedUse) -> Bool { telling.isBetter(than: other.telling) }

  private var telling: Telling {
    Telling(
      confidence: confidence, isOnePlace: first.trace.last == second.trace.last,
      isIndirect: isIndirect, length: first.trace.count + second.trace.count)
  }
}

/// The finding of one thing that goroutines use at the same time: it stands at a write, at one
/// without a lock where there is one.
public struct SharedUseReport {
  private let program: ProgramContext
  private let trace: HazardTrace
  /// What it is: "map", "field".
  private let noun: String
  private let use: SharedUse
  private let anchor: FindingAnchor
  /// The side that the anchor belongs to, and the other one.
  private let writer: FlowMeetingSide
  private let other: FlowMeetingSide

  /// The finding of the uses that tell it best; nil where none of them can be shown.
  public init?(_ program: ProgramContext, _ uses: [SharedUse], noun: String) {
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

  /// Reports it; `lead` says what is wrong with it, as what follows the name.
  public func send(_ lead: String, fixes: [Fix] = [], to sink: inout FindingSink) {
    let message =
      "\(noun) `\(use.name)` \(lead): \(trace.functionName(writer)) \(trace.verb(writer)) it while "
      + "\(trace.functionName(other)) \(trace.verb(other)) it"
      + trace.goroutine(of: other, beside: writer) + trace.lonelyLocks(writer, other)
    sink.report(
      at: anchor, subject: use.name, confidence: use.confidence, message: message, trace: steps(),
      fixes: fixes)
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
