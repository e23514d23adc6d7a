import Basics
import GoIR

/// An edge of a body's graph.
struct BlockEdge: Hashable {
  var from: BlockID
  var to: BlockID
}

/// Ways through a body.
extension FlowBody {
  /// Whether there is a way from behind an instruction, or from the entry, to another one that leads
  /// past none of some, and along none of some edges. Costs a look at each block.
  func isReached(
    _ goal: ValueID, from start: ValueID?, avoiding values: [ValueID],
    without edges: Set<BlockEdge> = []
  ) -> Bool {
    /// Whether the goal comes in a block from an instruction on before all that is to be avoided.
    func isFound(in block: FlowBlock, from value: UInt32) -> Bool? {
      let range = value..<block.end
      let wall = values.map(\.rawValue).filter { range.contains($0) }.min()
      if range.contains(goal.rawValue), goal.rawValue < wall ?? .max { return true }
      return wall == nil ? nil : false
    }
    func next(_ id: BlockID) -> [BlockID] {
      let all = Array(successors(of: id))
      return edges.isEmpty ? all : all.filter { !edges.contains(BlockEdge(from: id, to: $0)) }
    }
    var seen: Set<BlockID> = []
    var pending: [BlockID] = [BlockID(0)]
    if let start {
      if start.isNone { return true }
      let first = block(of: start)
      if let answer = isFound(in: blocks[first.index], from: start.rawValue + 1) { return answer }
      pending = next(first)
    }
    while let id = pending.popLast() {
      guard id.index < blocks.count, seen.insert(id).inserted else { continue }
      switch isFound(in: blocks[id.index], from: blocks[id.index].start) {
      case true?: return true
      case false?: continue
      case nil: pending += next(id)
      }
    }
    return false
  }

  /// Some instructions, and for those in loops the first ones of the loops' blocks: who comes to such a
  /// loop does what lies in it as often as there is need. Loops around other instructions that stand
  /// `apart` do not count.
  func withLoops(_ values: [ValueID], apart others: [ValueID]) -> [ValueID] {
    let walls = Set(others.filter { !$0.isNone }.map { block(of: $0) })
    var found = values
    for value in values {
      let own = block(of: value)
      if walls.contains(own) { continue }
      let behind = reached(from: own, walls) { successors(of: $0) }
      let before = reached(from: own, walls) { predecessors(of: $0) }
      for id in behind.intersection(before) {
        found.append(ValueID(rawValue: blocks[id.index].start))
      }
    }
    return found
  }

  /// The blocks that are reached from one by at least one step, without some.
  private func reached(
    from block: BlockID, _ walls: Set<BlockID>, _ next: (BlockID) -> ArraySlice<BlockID>
  ) -> Set<BlockID> {
    var seen: Set<BlockID> = []
    var pending = Array(next(block))
    while let id = pending.popLast() {
      if walls.contains(id) || !seen.insert(id).inserted { continue }
      pending += next(id)
    }
    return seen
  }

  func predecessors(of id: BlockID) -> ArraySlice<BlockID> {
    let block = blocks[id.index]
    return edges[Int(block.firstPredecessor)..<Int(block.firstPredecessor + block.predecessorCount)]
  }

  /// The instructions by which the body returns.
  var returns: [ValueID] {
    instructions.indices.filter { instructions[$0].opcode == .return }.map { ValueID($0) }
  }

  /// The block of an instruction.
  func block(of value: ValueID) -> BlockID {
    var low = 0
    var high = blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if blocks[middle].start <= value.rawValue { low = middle } else { high = middle }
    }
    return BlockID(low)
  }
}
