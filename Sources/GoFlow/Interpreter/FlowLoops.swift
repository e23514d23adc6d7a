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

  /// The blocks with which loops begin, those within others too: where one is led back to.
  func headers(_ body: FlowBody) -> Set<Int> {
    var heads: Set<Int> = []
    for index in body.blocks.indices where isInLoop(BlockID(index)) {
      for edge in 0..<body.successorCount(index) {
        let next = body.successor(index, edge)
        if next <= index { heads.insert(next) }
      }
    }
    return heads
  }

  /// The block with which the innermost loop around a block begins.
  func innermost(around block: BlockID, _ body: FlowBody) -> BlockID? {
    guard isInLoop(block) else { return nil }
    var found: (header: Int, size: Int)?
    for header in headers(body) {
      let blocks = blocks(ofLoop: header, body)
      guard blocks.contains(block.index), blocks.count < found?.size ?? .max else { continue }
      found = (header, blocks.count)
    }
    return (found?.header).map { BlockID($0) }
  }

  /// The blocks of the loop that begins with a block, which are those that lead back to it.
  func blocks(ofLoop header: Int, _ body: FlowBody) -> Set<Int> {
    var blocks: Set<Int> = [header]
    var pending = body.blocks.indices.filter { index in
      index >= header
        && (0..<body.successorCount(index)).contains { body.successor(index, $0) == header }
    }
    while let next = pending.popLast() {
      guard blocks.insert(next).inserted else { continue }
      let block = body.blocks[next]
      for edge in block.firstPredecessor..<block.firstPredecessor + block.predecessorCount {
        pending.append(body.edges[Int(edge)].index)
      }
    }
    return blocks
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
