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
      isPossibleOnly: conflict.isPossibleOnly)
  }

  private func side(_ side: ConflictSide, in function: FunctionNumber) -> FlowMeetingSide {
    let own = analysis.functions[function].summary.accesses.first {
      $0.value == side.value && $0.kind == side.kind && $0.callee == side.callee
        && $0.record == side.record && $0.strand == side.strand
    }
    let records = (own.map { [(function, $0)] } ?? []) + analysis.records(below: side)
    return FlowMeetingSide(
      kind: side.kind, trace: analysis.trace(side, in: function), goroutine: side.start,
      locks: lockNames(records, \.mustLocks), mayLocks: lockNames(records, \.mayLocks))
  }

  private func side(_ use: SlotUse) -> FlowMeetingSide {
    let records = analysis.functions[use.function].summary.use(use.record, strand: use.strand).map {
      [(use.function, $0)]
    }
    let held = use.held.map {
      printer.name(of: $0.slot, []) + ($0.mode == .read ? " (read)" : "")
    }
    return FlowMeetingSide(
      kind: use.kind, trace: analysis.trace(use), goroutine: use.start,
      locks: unique(lockNames(records ?? [], \.mustLocks) + held),
      mayLocks: unique(lockNames(records ?? [], \.mayLocks) + held))
  }

  private func lockNames(
    _ records: [(FunctionNumber, AccessRecord)], _ list: KeyPath<AccessRecord, UInt32>
  ) -> [String] {
    unique(
      records.flatMap { function, record in
        analysis.functions[function].summary.lockLists[Int(record[keyPath: list])].map {
          printer.name(of: $0, in: function)
        }
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
