import Basics

/// Exits of a function that end its goroutine, after a panic or `runtime.Goexit`: a test that calls
/// `t.Fatal` in fifty places has fifty of them, and the same deferred calls run at all of them.
extension GraphCompletion {
  /// The end of a block that unwinds: the instruction that stands for the deferred calls, and the one
  /// before it.
  private struct Unwinding {
    var block: BlockID
    var deferred: UInt32
    var before: UInt32
  }

  /// Lets blocks that unwind, with the same deferred calls pending, lead to one block that does it for
  /// all of them.
  mutating func joinUnwinding(_ flow: inout DeferredCalls) {
    var groups: [[Unwinding]] = []
    for block in order where isReachable[block.index] {
      guard let end = unwinding(block) else { continue }
      if let known = groups.firstIndex(where: { flow.areSame($0[0].block, block) }) {
        groups[known].append(end)
      } else {
        groups.append([end])
      }
    }
    for group in groups where group.count > 1 {
      let shared = addReachableBlock()
      flow.addBlock(behind: group[0].block)
      graph.blocks[shared.index].first = group[0].deferred
      graph.blocks[shared.index].last = graph.blocks[group[0].block.index].last
      for end in group { jump(from: end, to: shared) }
    }
  }

  private func unwinding(_ block: BlockID) -> Unwinding? {
    let last = graph.blocks[block.index].last
    guard last != .max, graph.instructions[Int(last)].opcode == .unwind else { return nil }
    var before = UInt32.max
    var index = graph.blocks[block.index].first
    while index != last {
      if graph.instructions[Int(index)].opcode == .runDeferred {
        return Unwinding(block: block, deferred: index, before: before)
      }
      before = index
      index = graph.next[Int(index)]
    }
    return nil
  }

  /// Takes the end of a block away, and lets it lead to another one.
  private mutating func jump(from end: Unwinding, to block: BlockID) {
    let jump = graph.add(
      .jump, graph.nodes[Int(end.deferred)], [], payload: .max, type: .unknown, flags: [])
    standIn.append(jump.rawValue)
    if end.before == .max {
      graph.blocks[end.block.index].first = jump.rawValue
    } else {
      graph.next[Int(end.before)] = jump.rawValue
    }
    graph.blocks[end.block.index].last = jump.rawValue
    graph.blocks[end.block.index].successors = [block]
    graph.blocks[block.index].predecessors.append(end.block)
  }
}
