import Basics
import GoIR

/// What is surely signalled after each point of a body.
struct SignalsAfter {
  private var atEnd: [[Cell]?] = []
  private var points: [[SignalPoint]] = []
  private let isEmpty: Bool
  /// Of channels that are closed the blocks that a send to them may come before.
  private var afterSends: [Cell: [Bool]] = [:]
  /// The cells of what is closed, by those that stand for the closing.
  private var closed: [Cell: Cell] = [:]

  /// `closes` gives the channel of a cell that stands for its closing.
  init(
    _ body: FlowBody, _ signals: [SignalPoint], _ maySignals: [(block: BlockID, cell: Cell)],
    closes: (Cell) -> Cell?
  ) {
    isEmpty = signals.isEmpty
    if isEmpty { return }
    for signal in signals where signal.kind == .close {
      if let channel = closes(signal.cell), closed[signal.cell] == nil {
        closed[signal.cell] = channel
        let sends =
          signals.filter { $0.cell == channel }.map(\.block)
          + maySignals.filter { $0.cell == channel }.map(\.block)
        afterSends[channel] = Self.reached(body, sends)
      }
    }
    points = Array(repeating: [], count: body.blocks.count)
    for signal in signals { points[signal.block.index].append(signal) }
    // nil: nothing is known yet, all may be signalled.
    atEnd = Array(repeating: nil, count: body.blocks.count)
    var isNew = true
    while isNew {
      isNew = false
      for index in body.blocks.indices.reversed() {
        let block = body.blocks[index]
        var joined: [Cell]?
        if block.successorCount == 0 {
          joined = []
        } else {
          for edge in block.firstSuccessor..<block.firstSuccessor + block.successorCount {
            let successor = body.edges[Int(edge)].index
            guard var other = atEnd[successor] else { continue }
            for point in points[successor] { other.insert(sorted: point.cell) }
            joined = joined?.intersection(sorted: other) ?? other
          }
        }
        if joined != atEnd[index] {
          atEnd[index] = joined
          isNew = true
        }
      }
    }
  }

  /// The signals that are surely given after an instruction of a block.
  func signals(after value: ValueID, in block: BlockID) -> [Cell] {
    if isEmpty { return [] }
    var found = atEnd[block.index] ?? []
    for point in points[block.index] where point.value > value { found.insert(sorted: point.cell) }
    // Whatever comes out of a channel that is surely closed, and to which nothing was sent yet, comes
    // afterwards.
    for (signal, channel) in closed where found.contains(sorted: signal) {
      if afterSends[channel]?[block.index] == false { found.insert(sorted: channel) }
    }
    return found
  }

  /// The blocks that are reached from some blocks, these included.
  private static func reached(_ body: FlowBody, _ blocks: [BlockID]) -> [Bool] {
    var isReached = Array(repeating: false, count: body.blocks.count)
    var pending = blocks
    while let id = pending.popLast() {
      if isReached[id.index] { continue }
      isReached[id.index] = true
      let block = body.blocks[id.index]
      for edge in block.firstSuccessor..<block.firstSuccessor + block.successorCount {
        pending.append(body.edges[Int(edge)])
      }
    }
    return isReached
  }
}
