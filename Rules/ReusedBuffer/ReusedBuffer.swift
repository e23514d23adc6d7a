import Basics
import Findings
import GoFlow
import RuleKit

/// A slice or map that is kept although the memory behind it is used again.
public struct ReusedBuffer: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "reused-buffer",
    summary: "a part of a buffer is kept, and the buffer is used again while it is kept",
    severity: .error, manual: PackageResources.ReusedBuffer_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each place at which a view is kept.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    for view in program.reusedViews {
      if let write = view.write.last, program.isHazard(write) { continue }
      ReusedBufferReport(program, view).send(to: &sink)
    }
  }
}

/// The finding of one view that is kept.
struct ReusedBufferReport {
  private let program: ProgramContext
  private let view: ReusedView
  private let trace: HazardTrace

  init(_ program: ProgramContext, _ view: ReusedView) {
    self.program = program
    self.view = view
    trace = HazardTrace(program)
  }

  func send(to sink: inout FindingSink) {
    let kept = kept
    guard let first = kept.first,
      let anchor = program.anchor(first.location, in: view.handOff.site.function)
    else { return }
    sink.report(
      at: anchor, subject: first.name, confidence: view.kind == .loop ? .confirmed : .likely,
      message: message(kept.map(\.name)), trace: steps(kept),
      fixes: ReusedBufferFix(program, view).fix().map { [$0] } ?? [])
  }

  /// What is kept, in the order of the text; nothing where the first of it is not found.
  private var kept: [(name: String, location: SourceLocation)] {
    guard program.expression(of: view.handOff) != nil else { return [] }
    var kept: [(name: String, location: SourceLocation)] = []
    for handOff in view.handOffs {
      guard let location = program.expression(of: handOff), let text = program.text(location),
        !kept.contains(where: { $0.location == location })
      else { continue }
      kept.append((text.shortened, location))
    }
    return kept.sorted { $0.location < $1.location }
  }

  private func message(_ kept: [String]) -> String {
    let names = kept.asList
    return switch (view.kind, kept.count) {
    case (.loop, 1) where view.isOfLibrary:
      "\(names) is kept, but is valid only until the next call: then its memory is used again"
    case (.loop, 1):
      "\(names) is kept in each turn, but the memory is the same each time: the next turn writes "
        + "over what was kept"
    case (.loop, _) where view.isOfLibrary:
      "\(names) are kept, but are valid only until the next call: then their memory is used again"
    case (.loop, _):
      "\(names) are kept in each turn, but the memory is the same each time: the next turn writes "
        + "over what was kept"
    case (.pool, _):
      "\(names) is returned, but its memory is in a pool again: who takes it from there writes "
        + "over what was returned"
    }
  }

  private func steps(_ kept: [(name: String, location: SourceLocation)]) -> [TraceStep] {
    var steps = kept.map {
      TraceStep(.handOff, "`\($0.name)` is handed over without a copy", at: $0.location)
    }
    for (index, put) in view.puts.enumerated() {
      guard let place = program.firstLine(put) else { continue }
      steps.append(
        TraceStep(.queue, index == 0 ? "it is kept here" : "what holds it is kept here", at: place))
    }
    if let last = view.write.last, let place = program.firstLine(last) {
      steps += trace.calls(Array(view.write.dropLast()), .writer)
      steps.append(
        TraceStep(
          .writer,
          view.kind == .pool ? "it goes back to the pool here" : "the next turn writes to it here",
          at: place))
    }
    if let use = view.use, let place = program.firstLine(use) {
      steps.append(TraceStep(.reader, "what holds it is still used here", at: place))
    }
    return steps
  }
}
