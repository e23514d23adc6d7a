import Findings
import GoFlow

extension LockEscape {
  /// Who reads it without the lock is known, or anybody may.
  public var confidence: Confidence {
    readers.isEmpty ? isOpen && form != .given ? .likely : .possible : .confirmed
  }
}

extension ProgramContext {
  /// Whether two uses are told by the cause: what one of them reads left the lock that the other
  /// one holds.
  func isEscape(_ first: FlowMeetingSide, _ second: FlowMeetingSide) -> Bool {
    [first, second].contains { side in
      !side.kind.isWrite && side.trace.last.map { escapedReads.contains($0) } == true
    }
  }
}
