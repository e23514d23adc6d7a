import Basics
import Findings

/// The findings of things that goroutines use at the same time. What one line does to several of them,
/// for the same other function, is one finding.
public struct SharedUseFindings {
  private let program: ProgramContext
  private var found: [(report: SharedUseReport, fixes: [Fix])] = []

  /// No findings yet.
  public init(_ program: ProgramContext) { self.program = program }

  /// Adds one thing with all its uses, and what mends them; nothing where none of them can be shown.
  public mutating func add(_ uses: [SharedUse], noun: String, fixes: [Fix] = []) {
    guard let report = SharedUseReport(program, uses, noun: noun) else { return }
    found.append((report, fixes))
  }

  /// Reports them in the order in which they were added; `lead` says what is wrong, as what follows
  /// the name and its verb.
  public func send(_ lead: String, to sink: inout FindingSink) {
    for group in found.groups(by: \.report.place) {
      group[0].report.send(
        lead, with: group.dropFirst().map(\.report), fixes: group[0].fixes, to: &sink)
    }
  }
}
