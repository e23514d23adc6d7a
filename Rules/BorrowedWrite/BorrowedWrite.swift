import Basics
import Findings
import GoFlow
import GoIR
import RuleKit

/// A slice or map of somebody else's that is changed in place by who meant to have his own.
public struct BorrowedWrite: Rule {
  /// What the world knows of the rule.
  public static let descriptor = RuleDescriptor(
    id: "borrowed-write",
    summary: "a slice or map that belongs to another object is changed in place",
    severity: .error, manual: PackageResources.BorrowedWrite_md)
  public static let needsProgram = true

  public init() {}

  /// Reports each borrowed slice or map once in each function.
  public func judge(_ program: ProgramContext, _ sink: inout FindingSink) {
    let writes = program.borrowedWrites.filter {
      !program.isHazard(FlowSite(function: $0.function, value: $0.write))
    }
    for group in writes.groups(by: { Subject(function: $0.function, place: $0.place) }) {
      BorrowedWriteReport(program, group[0]).send(to: &sink)
    }
  }

  private struct Subject: Hashable {
    var function: FunctionNumber
    var place: SlotKey.Base
  }
}

/// The finding of one change.
struct BorrowedWriteReport {
  private let program: ProgramContext
  private let write: WriteToBorrowed

  init(_ program: ProgramContext, _ write: WriteToBorrowed) {
    self.program = program
    self.write = write
  }

  func send(to sink: inout FindingSink) {
    let site = FlowSite(function: write.function, value: write.write)
    guard let location = program.firstLine(site),
      let anchor = program.anchor(location, in: write.function)
    else { return }
    let owner = program.printer.name(of: write.place)
    sink.report(
      at: anchor, subject: owner, confidence: write.kind == .filter ? .confirmed : .likely,
      message: message(owner), trace: steps(owner, location),
      fixes: BorrowedWriteFix(program, write).fix().map { [$0] } ?? [])
  }

  private func message(_ owner: String) -> String {
    switch write.kind {
    case .copy:
      "the struct was copied, but `\(owner)` of the copy is still that of the original: this "
        + "changes both"
    case .filter:
      "this writes into the array of `\(owner)`, which goes on holding it at its old length"
    case .sort: "this sorts `\(owner)` itself, which its owner gave without a copy"
    }
  }

  private func steps(_ owner: String, _ location: SourceLocation) -> [TraceStep] {
    var steps: [TraceStep] = []
    func add(_ role: TraceRole, _ text: String, _ value: ValueID) {
      let site = FlowSite(function: write.function, value: value)
      guard let place = program.firstLine(site) else { return }
      steps.append(TraceStep(role, text, at: place))
    }
    switch write.kind {
    case .copy:
      add(.alias, "the struct is copied here, what its fields lead to is not", write.origin)
    case .filter:
      add(.owner, "`\(owner)` is read here", write.origin)
      add(.alias, "cut off, it is still the same array", write.container)
    case .sort: add(.alias, "`\(owner)` is given here as it is", write.origin)
    }
    steps.append(TraceStep(.writer, "it is changed here", at: location))
    return steps
  }
}
