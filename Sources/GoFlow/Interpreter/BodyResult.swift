import Basics
import GoIR

/// What the last look at a body found.
struct BodyResult {
  static let maximumConflicts = 200
  static let maximumConflictsOfCell = 8

  private(set) var conflicts: [FlowConflict] = []
  /// What each block does, by its number.
  var blocks: [BlockRecords]
  private var knownConflicts: Set<FlowConflict> = []
  private var conflictsByCell: [Cell: Int] = [:]
  /// What goroutines wait for before they signal.
  var signalWaits: [TokenName: [Cell]] = [:]
  /// Of the uses by called functions what these surely wait for before and signal after.
  var callWaits: [AccessSite: [Cell]] = [:]
  var callSignals: [AccessSite: [Cell]] = [:]
  var marksParallel = false
  /// The functions that it runs in its own goroutine, and those that it starts.
  private(set) var runs: [FunctionRunEdge] = []
  private(set) var starts: [FunctionStart] = []
  /// The objects of the arguments of each start.
  private var startObjects: [(arguments: [[ObjectID]], captured: [[ObjectID]])] = []
  private var knownRuns: Set<FunctionRunEdge> = []
  private var knownStarts: Set<FunctionStart> = []
  var summary = FunctionSummary()

  init(blockCount: Int) { blocks = Array(repeating: BlockRecords(), count: blockCount) }

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

  /// Forgets what was found, for a look at everything anew.
  mutating func clear() {
    for index in blocks.indices { blocks[index].clear() }
    conflicts = []
    knownConflicts = []
    conflictsByCell = [:]
    callWaits = [:]
    callSignals = [:]
    runs = []
    starts = []
    startObjects = []
    knownRuns = []
    knownStarts = []
  }

  var accesses: [OwnAccess] { blocks.flatMap(\.accesses) }
  var signals: [SignalPoint] { blocks.flatMap(\.signals) }
  var valueCalls: [ValueCallPoint] { blocks.flatMap(\.valueCalls) }
}
