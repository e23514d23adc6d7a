import Basics
import GoIR

/// Where a signal is given.
struct SignalPoint {
  var block: BlockID
  var value: ValueID
  var cell: Cell
  var kind: SignalKind
  var waited: [Cell]
}

/// A call of a function value that the function's callers know.
struct ValueCallPoint {
  var function: Reference
  var arguments: [(paths: [PathID], sets: [SetID])]
  var start: StrandStart?
  var mustLocks: [HeldLock]
  var mayLocks: [HeldLock]
  var signalled: [Cell]
  var waited: [Cell]
  var value: ValueID
  var block: BlockID
}

/// A use of memory that callers see.
struct OwnAccess {
  var access: FlowAccess
  var block: BlockID
  var waited: CellListID
}

/// What the last look at one block found. A block that is looked at again begins anew.
struct BlockRecords {
  static let maximumAccesses = 600

  private struct AccessName: Hashable {
    var cell: Cell
    var kind: AccessKind
    var header: HeaderID
    var index: ElementIndex
    var mustLocks: LockListID
    var mayLocks: LockListID
    var waited: CellListID
    var isTaken: Bool
    var isReplaced: Bool
    var isAlias: Bool
    /// Apart from those of called functions, which may come without what stands around them here.
    var isOwn: Bool

    /// By the most telling parts.
    func hash(into hasher: inout Hasher) {
      let locks = UInt64(mustLocks.rawValue) << 24 ^ UInt64(waited.rawValue) << 8
      hasher.combine(
        cell.key &* 0x9E37_79B9_7F4A_7C15 ^ locks ^ UInt64(header.rawValue) << 40
          ^ UInt64(kind.rawValue))
    }
  }

  private(set) var accesses: [OwnAccess] = []
  private var known: Set<AccessName> = []
  var signals: [SignalPoint] = []
  var valueCalls: [ValueCallPoint] = []
  /// The functions that it runs and starts, and the function values that go through slots.
  var calls: [CallPoint] = []
  /// The state where the function returns here; nil if it does not.
  var exit: FlowState?
  /// The leaves of each result.
  var returned: [[SetID]] = []

  mutating func add(_ access: FlowAccess, _ block: BlockID, waited: CellListID) {
    guard accesses.count < Self.maximumAccesses else { return }
    let name = AccessName(
      cell: access.cell, kind: access.kind, header: access.kind == .append ? access.header : .none,
      index: access.index, mustLocks: access.mustLocks, mayLocks: access.mayLocks, waited: waited,
      isTaken: access.isTaken, isReplaced: access.isReplaced, isAlias: access.isAlias,
      isOwn: access.site.callee.isNone)
    guard known.insert(name).inserted else { return }
    accesses.append(OwnAccess(access: access, block: block, waited: waited))
  }

  /// Forgets everything but keeps the room.
  mutating func clear() {
    accesses.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    signals.removeAll(keepingCapacity: true)
    valueCalls.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
    exit = nil
    returned.removeAll(keepingCapacity: true)
  }
}
