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
  var calls = FunctionCalls()
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

  /// Forgets what was found, for a look at everything anew.
  mutating func clear() {
    for index in blocks.indices { blocks[index].clear() }
    conflicts = []
    knownConflicts = []
    conflictsByCell = [:]
    callWaits = [:]
    callSignals = [:]
  }

  var signals: [SignalPoint] { blocks.flatMap(\.signals) }
  var valueCalls: [ValueCallPoint] { blocks.flatMap(\.valueCalls) }
}
