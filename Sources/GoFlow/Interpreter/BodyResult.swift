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
  var waited: [Cell]
}

/// What the last look at a body found.
struct BodyResult {
  static let maximumConflicts = 200
  static let maximumConflictsOfCell = 8
  static let maximumAccesses = 600

  private struct AccessName: Hashable {
    var cell: Cell
    var kind: AccessKind
    var header: HeaderID
    var index: ElementIndex
    var mustLocks: [HeldLock]
    var mayLocks: [HeldLock]
    var waited: [Cell]
    var block: BlockID
    var isTaken: Bool
    var isReplaced: Bool
  }

  private(set) var conflicts: [FlowConflict] = []
  private(set) var accesses: [OwnAccess] = []
  private var knownConflicts: Set<FlowConflict> = []
  private var conflictsByCell: [Cell: Int] = [:]
  private var knownAccesses: Set<AccessName> = []
  var signals: [SignalPoint] = []
  /// What goroutines wait for before they signal.
  var signalWaits: [TokenName: [Cell]] = [:]
  /// Of the uses by called functions what these surely wait for before and signal after.
  var callWaits: [AccessSite: [Cell]] = [:]
  var callSignals: [AccessSite: [Cell]] = [:]
  var valueCalls: [ValueCallPoint] = []
  var marksParallel = false
  /// The functions that it runs in its own goroutine, and those that it starts.
  private(set) var runs: [FunctionRunEdge] = []
  private(set) var starts: [FunctionStart] = []
  /// The objects of the arguments of each start.
  private var startObjects: [(arguments: [[ObjectID]], captured: [[ObjectID]])] = []
  private var knownRuns: Set<FunctionRunEdge> = []
  private var knownStarts: Set<FunctionStart> = []
  /// The state where the function returns; nil if it never does.
  var exit: FlowState?
  /// The leaves of each result.
  var returned: [[SetID]] = []
  var summary = FunctionSummary()

  /// Whether no more conflicts are taken.
  var isFull: Bool { conflicts.count >= Self.maximumConflicts }

  mutating func add(_ conflict: FlowConflict) {
    guard conflicts.count < Self.maximumConflicts, knownConflicts.insert(conflict).inserted
    else { return }
    let count = conflictsByCell[conflict.cell, default: 0]
    guard count < Self.maximumConflictsOfCell else { return }
    conflictsByCell[conflict.cell] = count + 1
    conflicts.append(conflict)
  }

  mutating func add(_ edge: FunctionRunEdge) {
    if knownRuns.insert(edge).inserted { runs.append(edge) }
  }

  mutating func add(_ start: FunctionStart, objects: [[ObjectID]], captured: [[ObjectID]]) {
    guard knownStarts.insert(start).inserted else { return }
    starts.append(start)
    startObjects.append((objects, captured))
  }

  /// Of the memory that goroutines were given notes what callers get to know too.
  mutating func share(_ isGivenAway: (ObjectID) -> Bool) {
    for (index, objects) in startObjects.enumerated() {
      for (position, list) in objects.arguments.enumerated() where list.contains(where: isGivenAway)
      {
        starts[index].arguments[position].isGivenAway = true
      }
      for (position, list) in objects.captured.enumerated() where list.contains(where: isGivenAway)
      {
        starts[index].captures[position].isGivenAway = true
      }
    }
  }

  mutating func add(_ access: FlowAccess, _ block: BlockID, waited: [WaitCount]) {
    guard accesses.count < Self.maximumAccesses else { return }
    let cells = waited.map(\.cell)
    let name = AccessName(
      cell: access.cell, kind: access.kind, header: access.kind == .append ? access.header : .none,
      index: access.index, mustLocks: access.mustLocks, mayLocks: access.mayLocks, waited: cells,
      block: block, isTaken: access.isTaken, isReplaced: access.isReplaced)
    guard knownAccesses.insert(name).inserted else { return }
    accesses.append(OwnAccess(access: access, block: block, waited: cells))
  }
}
