import Basics
import GoIR

/// What the last look at a body found.
struct BodyResult {
  static let maximumConflicts = 200
  static let maximumConflictsOfCell = 8

  private(set) var conflicts: [FlowConflict] = []
  /// What each block does, by its number.
  var blocks: [BlockRecords]
  /// Of each cell the number of its conflicts and the last of them, and of each conflict the one of
  /// the same cell before it.
  private var counts = NumberMap()
  private var last = NumberMap()
  private var previous: [UInt32] = []
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

  /// Whether no more conflicts about a cell are taken.
  func isFull(_ cell: Cell) -> Bool {
    isFull || counts[cell.key].map { $0 >= Self.maximumConflictsOfCell } ?? false
  }

  mutating func add(_ conflict: FlowConflict) {
    let key = conflict.cell.key
    let count = counts[key] ?? 0
    guard !isFull, count < Self.maximumConflictsOfCell else { return }
    var known = last[key]
    let before = known
    while let index = known {
      if conflicts[Int(index)] == conflict { return }
      known = previous[Int(index)] == .max ? nil : previous[Int(index)]
    }
    counts.set(key, count + 1)
    last.set(key, UInt32(conflicts.count))
    previous.append(before ?? .max)
    conflicts.append(conflict)
  }

  /// Forgets what was found, for a look at everything anew.
  mutating func clear() {
    for index in blocks.indices { blocks[index].clear() }
    conflicts = []
    counts.removeAll()
    last.removeAll()
    previous = []
    callWaits = [:]
    callSignals = [:]
  }

  var signals: [SignalPoint] { blocks.flatMap(\.signals) }
  var valueCalls: [ValueCallPoint] { blocks.flatMap(\.valueCalls) }
}
