import Basics
import GoIR

/// The loops of a body: which blocks may run again after themselves.
///
/// Two blocks lie in a common loop where each is reached from the other (strongly connected
/// components of the graph); that takes in what `goto` makes.
struct FlowLoops {
  /// The component of each block that lies in a loop; 0 for others.
  private let component: [UInt32]
  let isCyclic: Bool

  init(_ body: FlowBody) {
    var hasBackEdge = false
    for (index, block) in body.blocks.enumerated() {
      for edge in block.firstSuccessor..<block.firstSuccessor + block.successorCount
      where body.edges[Int(edge)].index <= index { hasBackEdge = true }
    }
    isCyclic = hasBackEdge
    component =
      hasBackEdge ? Self.components(body) : Array(repeating: 0, count: body.blocks.count)
  }

  func isInLoop(_ block: BlockID) -> Bool { component[block.index] != 0 }

  /// Whether two blocks lie in a common loop.
  func areInCommonLoop(_ first: BlockID, _ second: BlockID) -> Bool {
    component[first.index] != 0 && component[first.index] == component[second.index]
  }

  /// Tarjan's algorithm without recursion.
  private static func components(_ body: FlowBody) -> [UInt32] {
    let count = body.blocks.count
    var order = Array(repeating: UInt32.max, count: count)
    var low = Array(repeating: UInt32.max, count: count)
    var onStack = Array(repeating: false, count: count)
    var stack: [Int] = []
    var work: [(block: Int, edge: UInt32)] = []
    var result = Array(repeating: UInt32(0), count: count)
    var next: UInt32 = 0
    var found: UInt32 = 0
    for root in 0..<count where order[root] == .max {
      work.append((root, 0))
      while let (block, edge) = work.last {
        if edge == 0, order[block] == .max {
          order[block] = next
          low[block] = next
          next += 1
          stack.append(block)
          onStack[block] = true
        }
        if edge < body.blocks[block].successorCount {
          work[work.count - 1].edge += 1
          let target = body.edges[Int(body.blocks[block].firstSuccessor + edge)].index
          if order[target] == .max {
            work.append((target, 0))
          } else if onStack[target] {
            low[block] = min(low[block], order[target])
          }
          continue
        }
        work.removeLast()
        if let parent = work.last?.block { low[parent] = min(low[parent], low[block]) }
        guard low[block] == order[block] else { continue }
        var members: [Int] = []
        while let top = stack.popLast() {
          onStack[top] = false
          members.append(top)
          if top == block { break }
        }
        let isLoop =
          members.count > 1
          || (body.blocks[block].firstSuccessor..<body.blocks[block].firstSuccessor
            + body.blocks[block].successorCount).contains {
              body.edges[Int($0)].index == block
            }
        if isLoop {
          found += 1
          for member in members { result[member] = found }
        }
      }
    }
    return result
  }
}
