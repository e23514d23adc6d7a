import Basics
import GoIR

/// The conflicts of an analysis with the names of what meets.
struct FlowMeetings {
  let analysis: FlowAnalysis
  let printer: FlowPrinter

  init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    printer = FlowPrinter(analysis)
  }

  /// What meets in one function.
  func meeting(_ conflict: Conflict) -> FlowMeeting {
    FlowMeeting(
      memory: printer.name(of: conflict.memory, in: conflict.function),
      first: side(conflict.first, in: conflict.function),
      second: side(conflict.second, in: conflict.function), function: conflict.function,
      isHandedOver: false, isPossibleOnly: conflict.isPossibleOnly)
  }

  /// What meets in a slot.
  func meeting(_ conflict: SlotConflict) -> FlowMeeting {
    FlowMeeting(
      memory: printer.name(of: conflict.slot, conflict.way), first: side(conflict.first),
      second: side(conflict.second), function: nil, isHandedOver: conflict.isHandedOver,
      isPossibleOnly: conflict.isPossibleOnly,
      isGuardedElsewhere: conflict.guardedBy.map { !analysis.onceRuns.places.contains($0) } ?? false
    )
  }

  private func side(_ side: ConflictSide, in function: FunctionNumber) -> FlowMeetingSide {
    let own = analysis.functions[function].summary.accesses.first {
      $0.value == side.value && $0.kind == side.kind && $0.callee == side.callee
        && $0.record == side.record && $0.strand == side.strand
    }
    let records = (own.map { [(function, $0)] } ?? []) + analysis.records(below: side)
    return FlowMeetingSide(
      kind: side.kind, trace: analysis.trace(side, in: function), goroutine: side.start,
      locks: locks(records, \.mustLocks, areOnces: false),
      mayLocks: locks(records, \.mayLocks, areOnces: false),
      onces: locks(records, \.mustLocks, areOnces: true))
  }

  private func side(_ use: SlotUse) -> FlowMeetingSide {
    let records = analysis.functions[use.function].summary.use(use.record, strand: use.strand).map {
      [(use.function, $0)]
    }
    func held(areOnces: Bool) -> [String] {
      use.held.filter { analysis.onceRuns.places.contains($0.slot) == areOnces }.map {
        printer.name(of: $0.slot, []) + ($0.mode == .read ? " (read)" : "")
      }
    }
    let own = records ?? []
    return FlowMeetingSide(
      kind: use.kind, trace: analysis.trace(use), goroutine: use.start,
      locks: unique(locks(own, \.mustLocks, areOnces: false) + held(areOnces: false)),
      mayLocks: unique(locks(own, \.mayLocks, areOnces: false) + held(areOnces: false)),
      onces: unique(locks(own, \.mustLocks, areOnces: true) + held(areOnces: true)))
  }

  /// The names of locks, or of what runs functions once and counts as one.
  private func locks(
    _ records: [(FunctionNumber, AccessRecord)], _ list: KeyPath<AccessRecord, UInt32>,
    areOnces: Bool
  ) -> [String] {
    unique(
      records.flatMap { function, record in
        let summary = analysis.functions[function].summary
        let declaration = analysis.program.declaration(of: function)
        return summary.lockLists[Int(record[keyPath: list])].filter { lock in
          let slot = summary.slots(of: lock.cell, declaration).first?.base
          let isOnce = slot.map { analysis.onceRuns.places.contains($0) } ?? false
          return isOnce == areOnces
        }.map { printer.name(of: $0, in: function) }
      })
  }
}

extension FlowAnalysis {
  /// All that may meet: first what functions see, then what slots join, in the order of their
  /// numbers. Costs a look at each conflict.
  public var meetings: [FlowMeeting] {
    let meetings = FlowMeetings(self)
    return functions.elements.flatMap { $0.conflicts.map { meetings.meeting($0) } }
      + slotConflicts.map { meetings.meeting($0) }
  }
}
