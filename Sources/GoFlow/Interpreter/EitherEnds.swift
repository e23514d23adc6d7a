import Basics
import GoIR

/// Goroutines that close a channel of the object that they use, where that is one of several: of a
/// flight that was found or else made, say. Who uses one of these objects and has received from the
/// channel of that one comes after what the goroutine did to it.
extension BodyInterpreter {
  /// Notes for a record of a goroutine the channels that it closes afterwards, by the objects that
  /// these lie in.
  func noteEitherEnds(
    _ record: AccessRecord, _ accesses: [FlowAccess], of id: TokenID,
    _ instance: inout SummaryInstance
  ) {
    let list = instance.summary.cellLists[Int(record.signalled)]
    guard record.signalled != 0, list.contains(where: { instance.summary.isClose($0) }) else {
      return
    }
    var closed: [Cell] = []
    for cell in list where instance.summary.isClose(cell) {
      // By another way the object that is used need not be the one whose channel is closed.
      guard case .initial(let home) = instance.summary.objects[Int(cell.object)].origin,
        instance.summary.isReached(record.cell.object, from: home.object)
      else { continue }
      for channel in cells(cell, &instance) { closed.insert(sorted: channel) }
    }
    for access in accesses {
      let own = closed.filter { lies(base(of: $0), around: access.cell.object) }
      tokens[id.index].note(closed: own, of: access.cell.object)
    }
  }

  /// The goroutines that have closed one of some channels after whatever they did to an object.
  func ended(byClosing channels: [Cell], of object: ObjectID) -> [TokenID] {
    let signals = channels.map { signalCell($0, .close) }
    return (state.live + state.pending).filter { id in
      let token = tokens[id.index]
      return signals.contains {
        token.signalled.contains($0) || token.closed[object]?.contains(sorted: $0) == true
      }
    }
  }
}

extension Token {
  /// Does something to an object and closes some channels afterwards.
  fileprivate func note(closed cells: [Cell], of object: ObjectID) {
    closed[object] = closed[object]?.intersection(sorted: cells) ?? cells
  }

  /// What it surely signals after one of its uses.
  func signalled(after access: FlowAccess) -> [Cell] {
    guard !closed.isEmpty, let own = closed[access.cell.object] else { return signalled }
    var all = signalled
    all.formUnion(sorted: own)
    return all
  }

  /// Begins anew, with what it is given now.
  func forgetClosed() { if !closed.isEmpty { closed = [:] } }
}

extension FunctionSummary {
  /// Whether a cell stands for the close of a channel.
  fileprivate func isClose(_ cell: SummaryCell) -> Bool {
    cell.path != 0 && paths[Int(cell.path)].step == .part(1) && paths[Int(cell.path)].parent == 0
  }
}
