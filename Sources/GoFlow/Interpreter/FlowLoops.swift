import Basics
import GoIR

/// The loops of a body: which blocks may run again after themselves.
///
/// Two blocks lie in a common loop where each is reached from the other; that takes in what `goto`
/// makes.
struct FlowLoops {
  /// The component of each block that lies in a loop; `max` for others. Empty where there is none.
  private var component: [UInt32] = []

  /// Whether there is a loop.
  var isCyclic: Bool { !component.isEmpty }

  init(_ body: FlowBody) {
    let leadsBack = body.blocks.indices.contains { block in
      (0..<body.successorCount(block)).contains { body.successor(block, $0) <= block }
    }
    if !leadsBack { return }
    let found = StrongComponents(
      nodes: body.blocks.count, edges: body.successorCount, target: body.successor)
    var sizes = Array(repeating: 0, count: found.count)
    for number in found.components { sizes[Int(number)] += 1 }
    component = found.components.enumerated().map { block, number in
      let isLoop =
        sizes[Int(number)] > 1
        || (0..<body.successorCount(block)).contains { body.successor(block, $0) == block }
      return isLoop ? number : .max
    }
  }

  func isInLoop(_ block: BlockID) -> Bool { isCyclic && component[block.index] != .max }

  /// Whether one loop alone is around a block, and none within it: one block of it is led back to.
  func isOneLoop(around block: BlockID, _ body: FlowBody) -> Bool {
    guard isInLoop(block) else { return false }
    let own = component[block.index]
    var heads: Set<Int> = []
    for index in body.blocks.indices where component[index] == own {
      for edge in 0..<body.successorCount(index) {
        let next = body.successor(index, edge)
        if next <= index, component[next] == own { heads.insert(next) }
      }
    }
    return heads.count == 1
  }

  /// Whether two blocks lie in a common loop.
  func areInCommonLoop(_ first: BlockID, _ second: BlockID) -> Bool {
    isInLoop(first) && component[first.index] == component[second.index]
  }
}

extension FlowBody {
  fileprivate func successorCount(_ block: Int) -> Int { Int(blocks[block].successorCount) }

  fileprivate func successor(_ block: Int, _ edge: Int) -> Int {
    edges[Int(blocks[block].firstSuccessor) + edge].index
  }
}
