import Basics
import GoIR

/// An instruction that signals on some ways only, or on one of several cells.
struct MaySignal {
  var block: BlockID
  var value: ValueID
  var cell: Cell
  /// Whether it is sent to or closed.
  var isChannel: Bool
}

/// What is surely signalled after each point of a body, and of which channels all signals come after
/// it.
struct SignalsAfter {
  private var atEnd: [[Cell]?] = []
  private var points: [[SignalPoint]] = []
  private let isEmpty: Bool
  /// The channels that may be sent to or closed, sorted.
  private(set) var channels: [Cell] = []
  /// Of these all places of a send or close, and the blocks that may come after one.
  private var sites: [Cell: [MaySignal]] = [:]
  private var afterSites: [Cell: [Bool]] = [:]
  /// Of channels that are closed the blocks that a send to them may come before.
  private var afterSends: [Cell: [Bool]] = [:]
  /// The cells of what is closed, by those that stand for the closing.
  private var closed: [Cell: Cell] = [:]

  /// `channel` gives the channel of a cell that stands for a signal on it, `isBehind` says whether a
  /// cell is found behind an object. From `deadEnds` the function does not return: who waits for a
  /// signal that did not come before does so for ever, or the deferred functions give it. `sureLoops`
  /// are gone through once at least.
  init(
    _ body: FlowBody, _ signals: [SignalPoint], _ maySignals: [MaySignal],
    _ nilWays: [NilWay] = [], deadEnds: Set<BlockID> = [], sureLoops: SureLoops? = nil,
    channel: (Cell) -> Cell,
    isBehind: (Cell, ObjectID) -> Bool = { _, _ in false }
  ) {
    isEmpty = signals.isEmpty
    noteSites(body, signals, maySignals, channel)
    if isEmpty { return }
    for signal in signals where signal.kind == .close {
      let channel = channel(signal.cell)
      if channel != signal.cell, closed[signal.cell] == nil {
        closed[signal.cell] = channel
        let sends =
          signals.filter { $0.cell == channel }.map(\.block)
          + maySignals.filter { $0.cell == channel }.map(\.block)
        afterSends[channel] = Self.reached(body, sends)
      }
    }
    points = Array(repeating: [], count: body.blocks.count)
    var all: [Cell] = []
    for signal in signals {
      points[signal.block.index].append(signal)
      all.insert(sorted: signal.cell)
    }
    // nil: nothing is known yet, all may be signalled.
    atEnd = Array(repeating: nil, count: body.blocks.count)
    var isNew = true
    while isNew {
      isNew = false
      for index in body.blocks.indices.reversed() {
        let block = body.blocks[index]
        var joined: [Cell]?
        if deadEnds.contains(BlockID(index)) || body.endsWithoutReturn(block) {
          joined = all
        } else if block.successorCount == 0 {
          joined = []
        } else {
          for successor in body.successors(of: BlockID(index)) {
            let turn = sureLoops?.turn(from: index, to: successor)
            guard var other = atEnd[(turn ?? successor).index] else { continue }
            for point in points[successor.index] { other.insert(sorted: point.cell) }
            if let turn {
              for point in points[turn.index] { other.insert(sorted: point.cell) }
            }
            for way in nilWays where way.from.index == index && way.to == successor {
              for point in signals where isBehind(point.cell, way.object) {
                other.insert(sorted: point.cell)
              }
            }
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

  private mutating func noteSites(
    _ body: FlowBody, _ signals: [SignalPoint], _ maySignals: [MaySignal],
    _ channel: (Cell) -> Cell
  ) {
    for signal in signals where signal.kind == .send || signal.kind == .close {
      let cell = channel(signal.cell)
      sites[cell, default: []].append(
        MaySignal(block: signal.block, value: signal.value, cell: cell, isChannel: true))
    }
    for signal in maySignals where signal.isChannel {
      sites[signal.cell, default: []].append(signal)
    }
    channels = sites.keys.sorted()
    for channel in channels {
      let blocks = sites[channel]?.map(\.block) ?? []
      afterSites[channel] = Self.reached(body, blocks.flatMap { body.successors(of: $0) })
    }
  }

  /// Whether no signal on one of `channels` comes before an instruction of a block: by whatever comes
  /// out of it the instruction is over, unless it does not happen at all.
  func isAhead(of channel: Cell, _ value: ValueID, _ block: BlockID) -> Bool {
    guard afterSites[channel]?[block.index] == false else { return false }
    return !(sites[channel] ?? []).contains { $0.block == block && $0.value < value }
  }

  /// Whether an instruction itself, a call, signals on one of `channels`.
  func isSignalled(_ channel: Cell, at value: ValueID) -> Bool {
    (sites[channel] ?? []).contains { $0.value == value }
  }

  /// The signals that are surely given after an instruction of a block.
  func signals(after value: ValueID, in block: BlockID) -> [Cell] {
    if isEmpty { return [] }
    // What goes round and round for ever gives some signals once, and others never.
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
      pending += body.successors(of: id)
    }
    return isReached
  }
}

extension FlowBody {
  /// Whether a block ends with a panic, or with a call that never returns.
  func endsWithoutReturn(_ block: FlowBlock) -> Bool {
    block.successorCount == 0 && block.end > block.start
      && instructions[Int(block.end) - 1].opcode != .return
  }
}
