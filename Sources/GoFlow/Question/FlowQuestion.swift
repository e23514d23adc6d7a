import Basics
import GoIR

/// Asks a finished analysis whether the code on two lines may touch the same memory at the same
/// time, and what the two share.
///
/// What meets was found by the analysis; this looks it up. Of what does not meet it says no more
/// than the tables do: uses of memory that a function made and keeps for itself, or that it joined,
/// have no record.
public struct FlowQuestion {
  let analysis: FlowAnalysis
  let printer: FlowPrinter
  private let contexts: Contexts

  /// Prepares questions.
  public init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    printer = FlowPrinter(analysis)
    contexts = analysis.contexts
  }

  private var program: FlowProgram { analysis.program }

  /// The answer for two lines, or for one beside itself. Looks at each conflict once.
  public func answer(_ first: FlowLine, _ second: FlowLine) -> FlowAnswer {
    let meetings = meetings(first, second)
    if !meetings.isEmpty { return .atOnce(meetings) }
    let left = LineUses(first, self)
    let right = LineUses(second, self)
    let missing = [left, right].compactMap(\.missing)
    if !missing.isEmpty { return .nothingShared(unique(missing)) }
    let reasons = reasons(left, right)
    if !reasons.isEmpty { return .notAtOnce(reasons) }
    return .nothingShared([.otherMemory(left.names(printer), right.names(printer))])
  }

  // MARK: What meets

  private func meetings(_ first: FlowLine, _ second: FlowLine) -> [FlowMeeting] {
    var found: [FlowMeeting] = []
    for number in analysis.functions.ids {
      for conflict in analysis.functions[number].conflicts {
        if let meeting = order(meeting(conflict), first, second) { found.append(meeting) }
      }
    }
    for conflict in analysis.slotConflicts {
      if let meeting = order(meeting(conflict), first, second) { found.append(meeting) }
    }
    let all = unique(found)
    return all.filter { !$0.isPossibleOnly } + all.filter(\.isPossibleOnly)
  }

  /// A conflict with what is known of both sides.
  public func meeting(_ conflict: Conflict) -> FlowMeeting {
    FlowMeetings(analysis).meeting(conflict)
  }

  /// A conflict between functions with what is known of both sides.
  public func meeting(_ conflict: SlotConflict) -> FlowMeeting {
    FlowMeetings(analysis).meeting(conflict)
  }

  /// A meeting with its sides in the order of the lines; nil where they are not on these lines.
  private func order(
    _ meeting: FlowMeeting, _ first: FlowLine, _ second: FlowLine
  ) -> FlowMeeting? {
    if isOn(meeting.first.trace.last, first), isOn(meeting.second.trace.last, second) {
      return meeting
    }
    guard isOn(meeting.second.trace.last, first), isOn(meeting.first.trace.last, second) else {
      return nil
    }
    var meeting = meeting
    swap(&meeting.first, &meeting.second)
    return meeting
  }

  func isOn(_ site: FlowSite?, _ line: FlowLine) -> Bool {
    guard let site, let place = analysis.position(of: site), place.file == line.file else {
      return false
    }
    return isOn(place.start, line)
  }

  func isOn(_ offset: UInt32, _ line: FlowLine) -> Bool {
    line.bytes.start <= offset && offset < max(line.bytes.end, line.bytes.start + 1)
  }

  // MARK: What does not meet

  private func reasons(_ left: LineUses, _ right: LineUses) -> [FlowReason] {
    var found: [FlowReason] = []
    for first in left.uses {
      for second in right.uses {
        for own in first.slots {
          for other in second.slots
          where own.base == other.base && SlotJudge.overlaps(own.way, other.way) {
            found += reasons(first, second, own.base, own.way)
          }
        }
      }
    }
    return strongest(found + common(left, right))
  }

  /// Without what says nothing beside others: that some of the uses only read.
  private func strongest(_ reasons: [FlowReason]) -> [FlowReason] {
    func says(_ reason: FlowReason) -> Bool {
      if case .onlyRead = reason { return false }
      return true
    }
    let said = reasons.filter(says)
    return unique(said.isEmpty ? reasons : said)
  }

  /// Why two uses of memory of one name do not meet.
  private func reasons(
    _ first: LineUse, _ second: LineUse, _ base: SlotKey.Base, _ way: [MemoryName.Selector]
  ) -> [FlowReason] {
    let name = printer.name(of: base, way)
    if !first.kind.isWrite, !second.kind.isWrite { return [.onlyRead(name)] }
    if first.kind.isAtomic, second.kind.isAtomic { return [.atomic(name)] }
    let locks = first.locks(in: analysis).flatMap { left -> [String] in
      second.locks(in: analysis).compactMap { right in
        guard left.lock.mode == .write || right.lock.mode == .write else { return nil }
        let name = printer.name(of: left.lock.cell, in: left.function)
        return name == printer.name(of: right.lock.cell, in: right.function) ? name : nil
      }
    }
    if !locks.isEmpty { return [.locked(unique(locks))] }
    var found: [FlowReason] = []
    let (lefts, rights) = (
      contexts.contexts(of: first.function), contexts.contexts(of: second.function)
    )
    if lefts.isEmpty { found.append(.notRun(first.function)) }
    if rights.isEmpty { found.append(.notRun(second.function)) }
    var contexts = contexts
    for left in lefts {
      for right in rights {
        found.append(reason(first, left.context, second, right.context, name, &contexts))
      }
    }
    return found
  }

  private func reason(
    _ first: LineUse, _ left: RunContext, _ second: LineUse, _ right: RunContext, _ name: String,
    _ contexts: inout Contexts
  ) -> FlowReason {
    if !contexts.strands.mayRunAtOnce(left, right) {
      let start = contexts.start(of: left.origin) ?? contexts.start(of: right.origin)
      guard left.origin != right.origin, let start else { return .oneGoroutine(start) }
      return .judged(start.function)
    }
    for (use, context) in [(first, left), (second, right)] {
      if let record = use.record,
        contexts.places(of: record.cell, use.function, context).isEmpty
      {
        return .notShared(name, use.function)
      }
    }
    return .judged(program.declaration(of: first.function))
  }

  /// What the functions say whose summaries hold a use on each of the lines, of the same memory.
  private func common(_ left: LineUses, _ right: LineUses) -> [FlowReason] {
    var found: [FlowReason] = []
    for number in analysis.functions.ids {
      let first = held(by: number, left)
      if first.isEmpty { continue }
      let second = held(by: number, right)
      let summary = analysis.functions[number].summary
      for one in first {
        for other in second where summary.mayOverlap(one.record.cell, other.record.cell) {
          found += reasons(number, summary, one, other)
        }
      }
    }
    return found
  }

  private func reasons(
    _ function: FunctionNumber, _ summary: FunctionSummary, _ first: HeldUse, _ second: HeldUse
  ) -> [FlowReason] {
    let (one, other) = (first.record, second.record)
    let name = printer.name(of: one.cell, in: function)
    if !one.kind.isWrite, !other.kind.isWrite { return [.onlyRead(name)] }
    if one.kind.isAtomic, other.kind.isAtomic { return [.atomic(name)] }
    let locks = summary.lockLists[Int(one.mustLocks)].filter { lock in
      summary.lockLists[Int(other.mustLocks)].contains {
        $0.cell == lock.cell && ($0.mode == .write || lock.mode == .write)
      }
    }
    if !locks.isEmpty { return [.locked(locks.map { printer.name(of: $0, in: function) })] }
    func waits(_ one: AccessRecord, for other: AccessRecord) -> [SummaryCell] {
      let signalled = summary.cellLists[Int(other.signalled)]
      return summary.cellLists[Int(one.waited)].filter { signalled.contains($0) }
    }
    let signals = waits(one, for: other) + waits(other, for: one)
    if !signals.isEmpty {
      return signals.map { .signalled(printer.name(of: $0, in: function)) }
    }
    return [.judged(function)]
  }

  /// A record of a summary, with the goroutine that it belongs to.
  private struct HeldUse {
    var record: AccessRecord
    var start: StrandStart?
  }

  private func held(by number: FunctionNumber, _ line: LineUses) -> [HeldUse] {
    let summary = analysis.functions[number].summary
    func isHere(_ record: AccessRecord) -> Bool {
      isOn(analysis.innermost(of: record, in: number), line.line)
    }
    var found = summary.accesses.filter(isHere).map { HeldUse(record: $0, start: nil) }
    for strand in summary.strands {
      found += strand.accesses.filter(isHere).map { HeldUse(record: $0, start: strand.start) }
    }
    return found
  }
}

/// Each element once, in the order of the first ones.
func unique<Element: Hashable>(_ elements: [Element]) -> [Element] {
  var known: Set<Element> = []
  return elements.filter { known.insert($0).inserted }
}

extension FlowAnalysis {
  /// The records that lead from a side of a conflict down to the use.
  func records(below side: ConflictSide) -> [(FunctionNumber, AccessRecord)] {
    var found: [(FunctionNumber, AccessRecord)] = []
    var (callee, number, strand) = (side.callee, side.record, side.strand)
    while !callee.isNone, found.count < Self.longestTrace,
      let record = functions[callee].summary.record(number, strand: strand)
    {
      found.append((callee, record))
      (callee, number, strand) = (record.callee, record.record, record.strand)
    }
    return found
  }

  /// Where the use of a record happens in the end.
  func innermost(of record: AccessRecord, in function: FunctionNumber) -> FlowSite {
    var site = FlowSite(function: function, value: record.value)
    var current = record
    for _ in 0..<Self.longestWay {
      guard !current.callee.isNone,
        let next = functions[current.callee].summary.record(
          current.record, strand: current.strand)
      else { break }
      site = FlowSite(function: current.callee, value: next.value)
      current = next
    }
    return site
  }
}

extension FunctionSummary {
  /// A record by its number, among the function's own or those of one of its goroutines.
  func record(_ number: UInt32, strand: UInt32) -> AccessRecord? {
    if strand == .max { return Int(number) < accesses.count ? accesses[Int(number)] : nil }
    guard Int(strand) < strands.count, Int(number) < strands[Int(strand)].accesses.count else {
      return nil
    }
    return strands[Int(strand)].accesses[Int(number)]
  }

  /// Whether one cell may be the other or a part of it.
  func mayOverlap(_ first: SummaryCell, _ second: SummaryCell) -> Bool {
    guard first.object == second.object else { return false }
    let (left, right) = (steps(of: first.path), steps(of: second.path))
    for (one, other) in zip(left, right) where one != other {
      return one == .rest || other == .rest
    }
    return true
  }
}
