import Basics
import GoIR

/// Where a signal is given.
struct SignalPoint {
  var block: BlockID
  var value: ValueID
  var cell: Cell
  var kind: SignalKind
  var waited: [Cell]
  /// The goroutines that may run there.
  var live: [TokenID] = []
}

/// A call of a function value that the function's callers know.
struct ValueCallPoint {
  var function: Reference
  var arguments: [(paths: Few<PathID>, sets: Few<SetID>)]
  var start: StrandStart?
  var mustLocks: [HeldLock]
  var mayLocks: [HeldLock]
  var signalled: [Cell]
  var waited: [Cell]
  var value: ValueID
  var block: BlockID
  /// Whether no goroutine runs that this function started.
  var isBeforeStrands: Bool
  /// The arguments, one bit each, that are another thing for each instance of the goroutine.
  var ownArguments: UInt64 = 0
  /// Whether a called function waits on some ways for the goroutine that makes the call.
  var isDoubtful = false
  /// Whether each instance of a goroutine finds the function in an element of its own.
  var isOfEach = false
  /// Whether each of the goroutines calls another function value of a container.
  var hasOneEach = false
  /// What the arguments are as indices, as callers may know them.
  var indices: [ElementIndex] = []
}

/// A use of memory that callers see.
struct OwnAccess {
  var access: FlowAccess
  var block: BlockID
  var waited: CellListID
  /// The channels through which others may have the memory.
  var given: CellListID

  /// By the most telling parts.
  fileprivate var hash: UInt64 {
    let locks = UInt64(access.mustLocks.rawValue) << 24 ^ UInt64(waited.rawValue) << 8
    let mixed = access.cell.key &* 0x9E37_79B9_7F4A_7C15 ^ locks ^ UInt64(access.kind.rawValue)
    return mixed >> 1
  }

  /// Whether another one says the same. Own uses are apart from those of called functions, which
  /// may come without what stands around them here.
  fileprivate func isAlike(_ other: OwnAccess) -> Bool {
    access.cell == other.access.cell && access.kind == other.access.kind
      && (access.kind != .append || access.header == other.access.header)
      && access.index == other.access.index && access.mustLocks == other.access.mustLocks
      && access.mayLocks == other.access.mayLocks && waited == other.waited
      && given == other.given
      && access.isTaken == other.access.isTaken && access.isReplaced == other.access.isReplaced
      && access.isAlias == other.access.isAlias && access.isSent == other.access.isSent
      && access.site.callee.isNone == other.access.site.callee.isNone
  }
}

/// What the last look at one block found. A block that is looked at again begins anew.
struct BlockRecords {
  static let maximumAccesses = 600
  /// As many are looked through one by one.
  private static let fewAccesses = 6

  private(set) var accesses: [OwnAccess] = []
  /// The last of the accesses with a hash, and of each access the one before with its hash; empty as
  /// long as there are few.
  private var last = NumberMap()
  private var previous: [UInt32] = []
  var signals: [SignalPoint] = []
  var maySignals: [MaySignal] = []
  /// Where things are given back, each as the signal of its object.
  var givings: [SignalPoint] = []
  var valueCalls: [ValueCallPoint] = []
  /// The functions that it runs and starts, and the function values that go through slots.
  var calls: [CallPoint] = []
  /// The state where the function returns here; nil if it does not.
  var exit: FlowState?
  /// The leaves of each result.
  var returned: [[SetID]] = []

  mutating func add(
    _ access: FlowAccess, _ block: BlockID, waited: CellListID, given: CellListID
  ) {
    guard accesses.count < Self.maximumAccesses else { return }
    let new = OwnAccess(access: access, block: block, waited: waited, given: given)
    if accesses.count < Self.fewAccesses {
      if !accesses.contains(where: { $0.isAlike(new) }) { accesses.append(new) }
      return
    }
    if previous.isEmpty {
      for access in accesses { index(access.hash) }
    }
    let hash = new.hash
    let first = last[hash]
    var known = first
    while let index = known {
      if accesses[Int(index)].isAlike(new) { return }
      known = previous[Int(index)] == .max ? nil : previous[Int(index)]
    }
    index(hash)
    accesses.append(new)
  }

  /// Notes the hash of the next access.
  private mutating func index(_ hash: UInt64) {
    let first = last[hash]
    last.set(hash, UInt32(previous.count))
    previous.append(first ?? .max)
  }

  /// Forgets everything but keeps the room.
  mutating func clear() {
    accesses.removeAll(keepingCapacity: true)
    last.removeAll()
    previous.removeAll(keepingCapacity: true)
    signals.removeAll(keepingCapacity: true)
    maySignals.removeAll(keepingCapacity: true)
    givings.removeAll(keepingCapacity: true)
    valueCalls.removeAll(keepingCapacity: true)
    calls.removeAll(keepingCapacity: true)
    exit = nil
    returned.removeAll(keepingCapacity: true)
  }
}
