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
    guard let location = program.expression(of: view.handOff),
      let anchor = program.anchor(location, in: view.handOff.site.function)
    else { return }
    let name = anchor.text.shortened
    sink.report(
      at: anchor, subject: name, confidence: view.kind == .loop ? .confirmed : .likely,
      message: message(name), trace: steps(name, location),
      fixes: ReusedBufferFix(program, view).fix().map { [$0] } ?? [])
  }

  private func message(_ name: String) -> String {
    switch view.kind {
    case .loop where view.isOfLibrary:
      "`\(name)` is kept, but is valid only until the next call: then its memory is used again"
    case .loop:
      "`\(name)` is kept in each turn, but the memory is the same each time: the next turn writes "
        + "over what was kept"
    case .pool:
      "`\(name)` is returned, but its memory is in a pool again: who takes it from there writes "
        + "over what was returned"
    }
  }

  private func steps(_ name: String, _ location: SourceLocation) -> [TraceStep] {
    var steps = [TraceStep(.handOff, "`\(name)` is handed over without a copy", at: location)]
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
