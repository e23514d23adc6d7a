/// The strongly connected components of a graph: nodes of which each is reached from each other.
///
/// R. Tarjan, "Depth-First Search and Linear Graph Algorithms" (1972), with a stack of its own: ways
/// are long. Costs the nodes and edges once.
public struct StrongComponents: Sendable {
  /// The component of each node. Each component comes after those that it leads to.
  public private(set) var components: [UInt32]
  public private(set) var count = 0
  /// The order in which nodes are met, from 1; 0 before.
  private var order: [UInt32]
  /// The earliest node that each leads to, by that order.
  private var low: [UInt32]
  private var met: UInt32 = 0
  /// The nodes that were met and have no component yet.
  private var open: [Int] = []

  /// The components of a graph of so many nodes, numbered from 0: how many edges lead away from
  /// each, and where each of them leads.
  public init(nodes: Int, edges: (Int) -> Int, target: (_ node: Int, _ edge: Int) -> Int) {
    components = Array(repeating: .max, count: nodes)
    order = Array(repeating: 0, count: nodes)
    low = order
    for node in 0..<nodes where order[node] == 0 { visit(node, edges, target) }
  }

  private mutating func visit(_ root: Int, _ edges: (Int) -> Int, _ target: (Int, Int) -> Int) {
    enter(root)
    var path = [(node: root, next: 0, count: edges(root))]
    while let (node, next, count) = path.last {
      if next < count {
        path[path.count - 1].next += 1
        let other = target(node, next)
        if order[other] == 0 {
          enter(other)
          path.append((other, 0, edges(other)))
        } else if components[other] == .max {
          low[node] = min(low[node], order[other])
        }
      } else {
        path.removeLast()
        if let caller = path.last?.node { low[caller] = min(low[caller], low[node]) }
        if low[node] == order[node] { close(node) }
      }
    }
  }

  private mutating func enter(_ node: Int) {
    met += 1
    order[node] = met
    low[node] = met
    open.append(node)
  }

  private mutating func close(_ node: Int) {
    while let member = open.popLast() {
      components[member] = UInt32(count)
      if member == node { break }
    }
    count += 1
  }
}
