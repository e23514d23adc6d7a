import Basics
import GoIR

/// What is surely signalled after each point of a body.
struct SignalsAfter {
  private var atEnd: [[Cell]?] = []
  private var points: [[SignalPoint]] = []
  private let isEmpty: Bool

  init(_ body: FlowBody, _ signals: [SignalPoint]) {
    isEmpty = signals.isEmpty
    if isEmpty { return }
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
    return found
  }
}
