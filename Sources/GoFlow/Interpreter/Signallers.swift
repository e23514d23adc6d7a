import Basics
import GoIR

/// A goroutine by the instruction that makes it begin and the place of its start.
struct SignallerName: NumberKey {
  var value: ValueID
  var start: ValueID
  var function: FunctionNumber

  var keyNumber: UInt64 {
    UInt64(value.rawValue) << 32 ^ UInt64(start.rawValue) << 16 ^ UInt64(function.rawValue)
  }

  /// The function itself.
  static let own = SignallerName(value: .none, start: .none, function: .none)
}

extension SignallerName {
  init(_ value: ValueID, _ start: StrandStart) {
    self.init(value: value, start: start.value, function: start.function)
  }
}

/// Who may signal: whatever came out of a channel was sent or closed by one of them.
///
/// What a goroutine does before all of its signals on a channel, or on ways that lead to none, is
/// over, or does not happen at all, once something came out of the channel that nobody else
/// signals.
extension BodyInterpreter {
  /// What stands in a list of signals for a channel whose signals, if there are any, come after.
  func aheadCell(_ channel: Cell) -> Cell {
    Cell(channel.object, tables.paths.extend(channel.path, .part(3)))
  }

  /// Adds to a list of signals the channels of which all signals come after what an instruction does.
  /// Where it does so by a call that signals too, and not on its own, `inner` has what comes after it
  /// in the called function.
  func addAhead(
    _ value: ValueID, _ block: BlockID, _ after: SignalsAfter, isOwn: Bool = false,
    inner: [Cell] = [], to signalled: inout [Cell]
  ) {
    for channel in after.channels where !signalled.contains(sorted: channel) {
      guard after.isAhead(of: channel, value, block) else { continue }
      if isOwn || !after.isSignalled(channel, at: value)
        || inner.contains(where: { base(of: $0) == channel && !isReceive($0) })
      {
        signalled.insert(sorted: aheadCell(channel))
      }
    }
  }

  /// Whether a cell of such a list stands for a channel of which all signals come after.
  func isAhead(_ signal: Cell) -> Bool {
    signal.path != .whole && tables.paths.nodes[signal.path.index].step == .part(3)
  }

  /// Whether a signal is given for sure, by one who sends, closes or is done.
  func isSure(_ signal: Cell) -> Bool {
    if signal.path == .whole { return true }
    switch tables.paths.nodes[signal.path.index].step {
    case .part(2), .part(3): return false
    default: return true
    }
  }

  /// What a goroutine waited for, as a signal: that a send was over says that it was received.
  func awaited(_ wait: WaitCount) -> Cell {
    wait.kind == .receive ? signalCell(wait.cell, .receive) : wait.cell
  }

  /// A channel turned out to be closed: what was sent before has come out of it.
  func seeEnd(of cells: Few<Cell>) {
    guard cells.count == 1, let cell = cells.first else { return }
    wait(cells, .close)
    join(signalCell(cell, .send), isChannel: false, count: 1)
  }

  /// Whether a signal says that something was received.
  func isReceive(_ signal: Cell) -> Bool {
    signal.path != .whole && tables.paths.nodes[signal.path.index].step == .part(2)
  }

  func noteSignaller(_ name: SignallerName, _ cells: some Sequence<Cell>) {
    for cell in cells where signallers[cell, default: []].insert(name).inserted {
      if !tokens.isEmpty { rounds.changeTables() }
    }
  }

  /// Notes on which channels a goroutine may send, or which it may close.
  func noteSignals(of instance: inout SummaryInstance, _ start: StrandStart) {
    let name = SignallerName(current, start)
    for signal in instance.summary.signals where signal.kind != .receive {
      noteSignaller(name, cells(signal.cell, &instance).map { base(of: $0) })
    }
    let summary = instance.summary
    for cell in summary.maySignal + summary.signalledBelow + summary.signalledLater {
      noteSignaller(name, cells(cell, &instance).map { base(of: $0) })
    }
  }

  /// Something came out of a channel: what comes before all signals of the only goroutine that may
  /// have given it is over.
  func joinAhead(_ channel: Cell, count: UInt8) {
    guard let names = signallers[channel], names.count <= Int(count), !names.contains(.own) else {
      return
    }
    let ahead = aheadCell(channel)
    remove(
      (state.live + state.pending).filter {
        let token = tokens[$0.index]
        return token.signalled.contains(ahead) && !token.isRepeated
          && names.contains(SignallerName(token.name.value, token.start))
      })
  }
}
