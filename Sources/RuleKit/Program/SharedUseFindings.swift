import Basics
import Findings

/// The findings of things that goroutines use at the same time. What one line does to several of them,
/// for the same other function, is one finding.
public struct SharedUseFindings {
  private let program: ProgramContext
  private var found: [Thing] = []

  private struct Thing {
    let report: SharedUseReport
    let uses: [SharedUse]
    let fixes: [Fix]
    var refusal: Refusal?
  }

  /// No findings yet.
  public init(_ program: ProgramContext) { self.program = program }

  /// Adds one thing with all its uses, and what mends them; nothing where none of them can be shown.
  public mutating func add(_ uses: [SharedUse], noun: String, fixes: [Fix] = []) {
    guard let report = SharedUseReport(program, uses, noun: noun) else { return }
    found.append(Thing(report: report, uses: uses, fixes: fixes))
  }

  /// Adds one thing with all its uses, and what mends them or why nothing does.
  public mutating func add(_ uses: [SharedUse], noun: String, _ fix: Result<Fix, Refusal>) {
    guard let report = SharedUseReport(program, uses, noun: noun) else { return }
    switch fix {
    case .success(let fix): found.append(Thing(report: report, uses: uses, fixes: [fix]))
    case .failure(let refusal):
      found.append(Thing(report: report, uses: uses, fixes: [], refusal: refusal))
    }
  }

  /// Reports them in the order in which they were added; `lead` says what is wrong, as what follows
  /// the name and its verb.
  public func send(_ lead: String, to sink: inout FindingSink) {
    for group in found.groups(by: \.report.place) {
      group[0].report.send(
        lead, with: group.dropFirst().map(\.report),
        fixes: group.count == 1 ? group[0].fixes : fixes(of: group),
        refusal: group[0].refusal, to: &sink)
    }
  }

  /// What mends several things at once: fixes that each of them has, or that go together, or one mutex
  /// where each would have one. Else what mends the first of them, which is worth a change, but no
  /// look.
  private func fixes(of things: [Thing]) -> [Fix] {
    let common = things[0].fixes.filter { fix in things.allSatisfy { $0.fixes.contains(fix) } }
    let own = things.map { thing in thing.fixes.filter { !common.contains($0) } }
    let all = common + [Fix.joined(own) ?? mutex(of: things)].compactMap { $0 }
    return all.isEmpty ? own[0].filter { $0.safety == .safe } : all
  }

  private func mutex(of things: [Thing]) -> Fix? {
    let isOfEach = things.allSatisfy { thing in
      OwnMutex(program, thing.uses).found.map { thing.fixes.contains($0) } ?? false
    }
    return isOfEach ? OwnMutex(program, ofEach: things.map(\.uses)).found : nil
  }
}

extension Fix {
  /// The fixes of several things as one, where each has the same one and their edits go together: what
  /// all do is done once. Nil where they do not.
  fileprivate static func joined(_ fixes: [[Fix]]) -> Fix? {
    guard fixes.count > 1, let first = fixes[0].first,
      fixes.allSatisfy({ $0.count == 1 && $0[0].title == first.title })
    else { return nil }
    let reach = fixes.flatMap { $0[0].reach }
    if fixes.contains(where: { list in
      fixes.contains { other in
        other[0] != list[0] && list[0].reach.contains { other[0].edits.contains(where: $0.holds) }
      }
    }) {
      return nil
    }
    var edits: [TextEdit] = []
    for edit in fixes.flatMap({ $0[0].edits }) where !edits.contains(edit) {
      let range = edit.location.range
      let meets = edits.contains { other in
        let own = other.location.range
        if edit.names.contains(where: { name in other.names.contains { $0.clashes(with: name) } }) {
          return true
        }
        return other.location.file == edit.location.file
          && (own.start == range.start || own.start < range.end && range.start < own.end)
      }
      if meets { return nil }
      edits.append(edit)
    }
    return Fix(title: first.title, safety: first.safety, edits: edits, reach: reach)
  }
}
