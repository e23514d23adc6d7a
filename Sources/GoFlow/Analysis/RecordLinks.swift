import Basics
import GoIR

/// The uses of memory that functions of one component name by their numbers in the summaries of
/// others, made those of the summaries that are kept.
///
/// A function that was interpreted before its callee was done once more names the uses of the
/// callee as they were then: the same numbers may be others by now. What a use ends in, the
/// instruction that touches the memory, says which one it is. Where the callee has it no more, it is
/// named right where it ends. Costs a look at each use of each run.
struct RecordLinks {
  /// Where a use ends: an instruction that touches memory, or the use of a function outside the
  /// component.
  private struct End: Hashable {
    var function: FunctionNumber
    var value: ValueID
    var kind: AccessKind
    var callee = FunctionNumber.none
    var record: UInt32 = 0
    var strand: UInt32 = .max
  }

  /// Uses of a function's own goroutine, or of one that it starts.
  private struct Group {
    var start: StrandStart?
    var ends: [End]
  }

  /// One interpretation of a function.
  private struct Run {
    var serial: Int
    /// The same number as the run before where that gave the same summary.
    var version: Int
    var summary: SummaryBox
    var groups: [Group]
  }

  /// A use by its group and number.
  private struct Place {
    var strand: UInt32
    var record: UInt32
  }

  /// By the positions of functions in the component, in the order of time.
  private var runs: [[Run]]
  private let positions: [FunctionNumber: Int]
  private var serial = 0
  /// The uses of what is kept by their ends, for the functions that were asked for.
  private var places: [Int: [End: [Place]]] = [:]

  init(_ functions: [FunctionNumber]) {
    runs = Array(repeating: [], count: functions.count)
    positions = Dictionary(
      uniqueKeysWithValues: functions.enumerated().map { ($0.element, $0.offset) })
  }

  /// Notes what an interpretation gave. Those of its callees are known that were done before.
  mutating func note(_ box: SummaryBox, of function: FunctionNumber) {
    guard let position = positions[function] else { return }
    serial += 1
    let summary = box.summary
    var groups = [Group(start: nil, ends: summary.uses.map { end(of: $0, in: function, serial) })]
    for strand in summary.strands {
      groups.append(
        Group(
          start: strand.start, ends: strand.accesses.map { end(of: $0, in: function, serial) }))
    }
    var version = serial
    if let last = runs[position].last, last.summary == box { version = last.version }
    runs[position].append(
      Run(serial: serial, version: version, summary: box, groups: groups))
  }

  /// The run of a function that one with a serial number has seen.
  private func seen(_ function: FunctionNumber, by serial: Int) -> Run? {
    positions[function].flatMap { runs[$0].last { $0.serial < serial } }
  }

  private func end(
    of record: AccessRecord, in function: FunctionNumber, _ serial: Int
  ) -> End {
    end(
      callee: record.callee, record.record, record.strand,
      else: End(function: function, value: record.value, kind: record.kind), serial)
  }

  private func end(
    callee: FunctionNumber, _ record: UInt32, _ strand: UInt32, else own: End, _ serial: Int
  ) -> End {
    if callee.isNone { return own }
    guard positions[callee] != nil else {
      return End(
        function: own.function, value: own.value, kind: own.kind, callee: callee, record: record,
        strand: strand)
    }
    let group = Self.group(strand)
    guard let run = seen(callee, by: serial), group < run.groups.count,
      Int(record) < run.groups[group].ends.count
    else { return own }
    return run.groups[group].ends[Int(record)]
  }

  // MARK: What is kept

  /// What is known of a function, with the uses of its callees as they are now.
  mutating func mended(_ flow: FunctionFlow, of function: FunctionNumber) -> FunctionFlow {
    guard let position = positions[function], let own = runs[position].last else { return flow }
    var summary = flow.summary
    var isChanged = false
    for index in summary.accesses.indices {
      if mend(&summary.accesses[index], own.serial) { isChanged = true }
    }
    for index in summary.ownUses.indices {
      if mend(&summary.ownUses[index], own.serial) { isChanged = true }
    }
    for strand in summary.strands.indices {
      for index in summary.strands[strand].accesses.indices
      where mend(&summary.strands[strand].accesses[index], own.serial) {
        isChanged = true
      }
    }
    var conflicts = flow.conflicts
    for index in conflicts.indices {
      mend(&conflicts[index].first, own.serial)
      mend(&conflicts[index].second, own.serial)
    }
    if !isChanged, conflicts == flow.conflicts { return flow }
    var mended = FunctionFlow(
      summary: summary, conflicts: conflicts, handedTwice: flow.handedTwice)
    (mended.calls, mended.time) = (flow.calls, flow.time)
    return mended
  }

  /// Says whether the record named another use before.
  private mutating func mend(_ record: inout AccessRecord, _ serial: Int) -> Bool {
    guard
      let place = place(
        of: (record.callee, record.record, record.strand), record.kind, serial)
    else { return false }
    (record.callee, record.record, record.strand) = place
    return true
  }

  private mutating func mend(_ side: inout ConflictSide, _ serial: Int) {
    guard let place = place(of: (side.callee, side.record, side.strand), side.kind, serial)
    else { return }
    (side.callee, side.record, side.strand) = place
  }

  private typealias Link = (callee: FunctionNumber, record: UInt32, strand: UInt32)

  /// The number that a use has now; nil where it is the same one.
  private mutating func place(of link: Link, _ kind: AccessKind, _ serial: Int) -> Link? {
    guard !link.callee.isNone, let position = positions[link.callee],
      let now = runs[position].last
    else { return nil }
    guard let then = seen(link.callee, by: serial) else { return (.none, 0, .max) }
    if then.version == now.version { return nil }
    let group = Self.group(link.strand)
    guard group < then.groups.count, Int(link.record) < then.groups[group].ends.count else {
      return (.none, 0, .max)
    }
    let end = then.groups[group].ends[Int(link.record)]
    let old = Self.record(link.record, in: group, of: then.summary.summary)
    let candidates = places(in: position, now)[end] ?? []
    let start = then.groups[group].start
    let best = candidates.first { candidate in
      let inner = Self.group(candidate.strand)
      return now.groups[inner].start == start
        && Self.record(candidate.record, in: inner, of: now.summary.summary)?.value == old?.value
    }
    guard let found = best ?? candidates.first else { return shortcut(to: end) }
    if found.record == link.record, found.strand == link.strand { return nil }
    return (link.callee, found.record, found.strand)
  }

  /// From a call right to where a use ends, past callees that say no more of it.
  private mutating func shortcut(to end: End) -> Link {
    if !end.callee.isNone { return (end.callee, end.record, end.strand) }
    guard let position = positions[end.function], let run = runs[position].last,
      let found = places(in: position, run)[end]?.first
    else { return (.none, 0, .max) }
    return (end.function, found.record, found.strand)
  }

  private static func group(_ strand: UInt32) -> Int { strand == .max ? 0 : Int(strand) + 1 }

  private static func record(
    _ number: UInt32, in group: Int, of summary: FunctionSummary
  ) -> AccessRecord? {
    summary.use(number, strand: group == 0 ? .max : UInt32(group - 1))
  }

  private mutating func places(in position: Int, _ run: Run) -> [End: [Place]] {
    if let known = places[position] { return known }
    var found: [End: [Place]] = [:]
    for (group, content) in run.groups.enumerated() {
      // Callers do not get to know the rest.
      let count =
        group == 0 ? run.summary.summary.accesses.count : content.ends.count
      for (index, end) in content.ends.prefix(count).enumerated() {
        found[end, default: []].append(
          Place(strand: group == 0 ? .max : UInt32(group - 1), record: UInt32(index)))
      }
    }
    places[position] = found
    return found
  }
}
