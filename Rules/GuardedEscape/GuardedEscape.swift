import Basics
import Findings
import GoFlow
import RuleKit

/// A slice or map that a lock guards and that leaves the lock uncopied, while it is changed in place
/// under the lock elsewhere.
public struct GuardedEscape: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "guarded-escape",
    summary: "a slice or map that a lock guards is handed out or used without the lock, uncopied",
    severity: .error, manual: PackageResources.GuardedEscape_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each place at which something is found under a lock that leaves it.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    for escape in program.lockEscapes {
      GuardedEscapeReport(program, escape).send(to: &sink)
    }
  }
}

/// The finding of one slice or map that leaves its lock.
struct GuardedEscapeReport {
  private let program: ProgramContext
  private let escape: LockEscape
  private let trace: HazardTrace
  private var noun: String { escape.kind == .map ? "map" : "slice" }

  init(_ program: ProgramContext, _ escape: LockEscape) {
    self.program = program
    self.escape = escape
    trace = HazardTrace(program)
  }

  func send(to sink: inout FindingSink) {
    guard let location = program.firstLine(escape.source),
      let anchor = program.anchor(location, in: escape.source.function),
      let change = escape.change.last
    else { return }
    let fix = GuardedEscapeFix(program, escape)?.fix() ?? StructCopyFix(program, escape)?.fix()
    sink.report(
      at: anchor, subject: escape.memory, confidence: escape.confidence,
      message: message(change), trace: steps(location),
      fixes: fix.map { [$0] } ?? [])
  }

  private func message(_ change: FlowSite) -> String {
    let own = trace.name(of: escape.source)
    let way =
      switch escape.form {
      case .used: "is read after `\(escape.lock)` was released"
      case .returned: "is returned uncopied by \(own)"
      case .held: "is reached by what \(own) returns"
      case .copied: "is shared by the copy that \(own) returns"
      case .given: "is given away uncopied by \(own)"
      }
    let reads =
      if escape.form == .used {
        "\(own) reads it"
      } else if let reader = escape.readers.first?.last {
        "\(trace.name(of: reader)) reads it without the lock"
      } else {
        "others have it"
      }
    return "\(noun) `\(escape.memory)`, which `\(escape.lock)` guards, \(way): "
      + "\(trace.name(of: change)) changes it in place while \(reads)"
  }

  private func steps(_ location: SourceLocation) -> [TraceStep] {
    var steps = [
      TraceStep(
        .alias, "\(trace.name(of: escape.source)) finds it here, holding `\(escape.lock)`",
        at: location)
    ]
    if let reader = escape.readers.first {
      let way = trace.calls(Array(reader.dropLast()), .reader)
      steps += way
      if let last = reader.last, let place = program.firstLine(last) {
        steps.append(
          TraceStep(
            .reader, "\(trace.name(of: last)) reads it here without `\(escape.lock)`", at: place))
      }
    }
    if let start = escape.changeStart,
      let place = program.firstLine(FlowSite(function: start.function, value: start.value))
    {
      steps.append(TraceStep(.spawn, "a goroutine starts here", at: place))
    }
    steps += trace.calls(Array(escape.change.dropLast()), .writer).taken(by: 1)
    if let change = escape.change.last, let place = program.firstLine(change) {
      steps.append(
        TraceStep(
          .writer,
          "meanwhile \(trace.name(of: change)) changes it here in place, holding `\(escape.lock)`",
          at: place, goroutine: 1))
    }
    return steps
  }
}
