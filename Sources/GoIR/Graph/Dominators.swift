import Basics

/// Which blocks every path from the entry to a block passes.
///
/// After K. Cooper, T. Harvey and K. Kennedy, "A Simple, Fast Dominance Algorithm". Linear for
/// the graphs of structured programs.
public struct Dominators: Sendable {
  /// The immediate dominator of each block; the entry's is itself, `none` for unreachable ones.
  private var immediate: [BlockID]
  /// The numbers of a walk over the tree: a block dominates those whose numbers lie in its range.
  private var entered: [UInt32] = []
  private var left: [UInt32] = []

  /// The dominators of a function's blocks.
  public init(_ function: FunctionIR) {
    immediate = Array(repeating: .none, count: function.blocks.count)
    immediate[0] = .entry
    var changed = true
    while changed {
      changed = false
      // Blocks are numbered in reverse postorder.
      for block in function.blocks.ids.dropFirst() where !function.blocks[block].isUnreachable {
        var new = BlockID.none
        for predecessor in function.predecessors(of: block)
        where !immediate[predecessor.index].isNone {
          new = new.isNone ? predecessor : common(new, predecessor)
        }
        if new != immediate[block.index] {
          immediate[block.index] = new
          changed = true
        }
      }
    }
    numberTree()
  }

  private func common(_ first: BlockID, _ second: BlockID) -> BlockID {
    var (first, second) = (first, second)
    while first != second {
      while first > second { first = immediate[first.index] }
      while second > first { second = immediate[second.index] }
    }
    return first
  }

  private mutating func numberTree() {
    var children = Array(repeating: [BlockID](), count: immediate.count)
    for index in immediate.indices.dropFirst() where !immediate[index].isNone {
      children[immediate[index].index].append(BlockID(index))
    }
    entered = Array(repeating: .max, count: immediate.count)
    left = Array(repeating: 0, count: immediate.count)
    var clock: UInt32 = 0
    var path: [(block: BlockID, next: Int)] = [(.entry, 0)]
    entered[0] = 0
    while let (block, next) = path.last {
      if next < children[block.index].count {
        path[path.count - 1].next += 1
        let child = children[block.index][next]
        clock += 1
        entered[child.index] = clock
        path.append((child, 0))
      } else {
        left[block.index] = clock
        path.removeLast()
      }
    }
  }

  /// Whether every path from the entry to the second block passes the first; a block dominates
  /// itself. Constant time.
  public func dominates(_ first: BlockID, _ second: BlockID) -> Bool {
    let (start, end) = (entered[first.index], left[first.index])
    let number = entered[second.index]
    return number != .max && start != .max && start <= number && number <= end
  }
}
