import Basics
import GoIR

/// What the last look at a body found.
struct BodyResult {
  static let maximumConflicts = 200
  static let maximumConflictsOfCell = 8
  /// How many conflicts of a cell are looked at while some of those that were taken are far ones.
  static let maximumOffersOfCell = 32

  private(set) var conflicts: [FlowConflict] = []
  /// What each block does, by its number.
  var blocks: [BlockRecords]
  /// Of each cell the number of its conflicts and the last of them, and of each conflict the one of
  /// the same cell before it.
  private var counts = NumberMap()
  private var last = NumberMap()
  /// How many of the conflicts of each cell are far ones.
  private var far = NumberMap()
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
    if isFull { return true }
    guard let count = counts[cell.key], count >= Self.maximumConflictsOfCell else { return false }
    return count >= Self.maximumOffersOfCell || (far[cell.key] ?? 0) == 0
  }

  /// Takes a conflict. Where there are enough of its cell it takes the place of a far one.
  mutating func add(_ conflict: FlowConflict) {
    let key = conflict.cell.key
    let count = counts[key] ?? 0
    guard !isFull(conflict.cell) else { return }
    var known = last[key]
    let before = known
    var farOne: UInt32?
    while let index = known {
      if conflicts[Int(index)] == conflict { return }
      if conflicts[Int(index)].isFar { farOne = index }
      known = previous[Int(index)] == .max ? nil : previous[Int(index)]
    }
    counts.set(key, count + 1)
    if count >= Self.maximumConflictsOfCell {
      guard let farOne, !conflict.isFar else { return }
      conflicts[Int(farOne)] = conflict
      far.set(key, (far[key] ?? 1) - 1)
      return
    }
    if conflict.isFar { far.set(key, (far[key] ?? 0) + 1) }
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
    far.removeAll()
    previous = []
    callWaits = [:]
    callSignals = [:]
  }

  var signals: [SignalPoint] { blocks.flatMap(\.signals) }
  var valueCalls: [ValueCallPoint] { blocks.flatMap(\.valueCalls) }
}
