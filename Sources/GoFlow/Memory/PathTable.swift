import Basics

/// The ways into objects that one function uses, each with one number.
///
/// A way has eight steps at most; what comes after them is its rest.
public struct PathTable: Sendable {
  /// The last step of a way and what stands before it.
  public struct Node: Hashable, Sendable {
    public var parent: PathID
    public var step: PathStep
    public var depth: UInt8
    /// Whether an element or the rest is passed: then many places have this way.
    public var isMany: Bool
  }

  static let maximumDepth: UInt8 = 8

  public private(set) var nodes: [Node] = [
    Node(parent: .none, step: .rest, depth: 0, isMany: false)
  ]
  private var ids = NumberMap()

  init() {}

  /// Forgets all ways but keeps the room.
  mutating func removeAll() {
    nodes.removeLast(nodes.count - 1)
    ids.removeAll()
  }

  /// The way with one more step.
  mutating func extend(_ path: PathID, _ step: PathStep) -> PathID {
    let node = nodes[path.index]
    if node.step == .rest, path != .whole { return path }
    let step = node.depth >= Self.maximumDepth ? .rest : step
    let key = UInt64(path.rawValue) << 32 | UInt64(step.rawValue)
    if let known = ids[key] { return PathID(rawValue: known) }
    let id = PathID(nodes.count)
    nodes.append(
      Node(
        parent: path, step: step, depth: node.depth + 1,
        isMany: node.isMany || step == .element || step == .rest))
    ids.set(key, id.rawValue)
    return id
  }

  /// One way after another.
  mutating func join(_ first: PathID, _ second: PathID) -> PathID {
    if second == .whole { return first }
    if first == .whole { return second }
    let node = nodes[second.index]
    return extend(join(first, node.parent), node.step)
  }

  /// The way from `new` on that a way goes from `beginning` on; nil where it begins otherwise.
  mutating func rebase(_ path: PathID, from beginning: PathID, onto new: PathID) -> PathID? {
    if path == beginning { return new }
    let node = nodes[path.index]
    if path == .whole || node.depth <= nodes[beginning.index].depth { return nil }
    guard let parent = rebase(node.parent, from: beginning, onto: new) else { return nil }
    return extend(parent, node.step)
  }

  /// Whether a way begins with another one.
  func begins(_ path: PathID, with beginning: PathID) -> Bool {
    let depth = nodes[beginning.index].depth
    var current = path
    while nodes[current.index].depth > depth { current = nodes[current.index].parent }
    return current == beginning
  }

  /// The way that some steps are.
  mutating func path(_ steps: some Sequence<PathStep>) -> PathID {
    steps.reduce(.whole) { extend($0, $1) }
  }

  /// The field with which a way begins; nil where it begins with something else.
  func firstField(of path: PathID) -> FieldNumber? {
    var current = path
    while nodes[current.index].depth > 1 { current = nodes[current.index].parent }
    return nodes[current.index].step.field
  }

  /// The steps of a way in order.
  func steps(of path: PathID) -> [PathStep] {
    var index = Int(nodes[path.index].depth)
    var steps = Array(repeating: PathStep.rest, count: index)
    var current = path
    while index > 0 {
      index -= 1
      steps[index] = nodes[current.index].step
      current = nodes[current.index].parent
    }
    return steps
  }

  /// Appends the steps of a way to a list, the last one first.
  func appendSteps(of path: PathID, to list: inout [PathStep]) {
    var current = path
    while current != .whole {
      list.append(nodes[current.index].step)
      current = nodes[current.index].parent
    }
  }

  /// Whether an element is passed on the way.
  func isMany(_ path: PathID) -> Bool { nodes[path.index].isMany }

  /// Whether a way goes through something else than elements.
  func hasName(_ path: PathID) -> Bool {
    var current = path
    while current != .whole {
      if nodes[current.index].step != .element { return true }
      current = nodes[current.index].parent
    }
    return false
  }

  /// How many elements are passed on the way.
  func elementCount(_ path: PathID) -> Int {
    var count = 0
    var current = path
    while nodes[current.index].isMany {
      if nodes[current.index].step == .element { count += 1 }
      current = nodes[current.index].parent
    }
    return count
  }

  /// Whether one of two ways leads into what the other one leads to.
  func mayOverlap(_ first: PathID, _ second: PathID) -> Bool {
    if first == second || first == .whole || second == .whole { return true }
    var left = withoutRest(first)
    var right = withoutRest(second)
    while nodes[left.index].depth > nodes[right.index].depth { left = nodes[left.index].parent }
    while nodes[right.index].depth > nodes[left.index].depth { right = nodes[right.index].parent }
    return left == right
  }

  /// Whether a way stands for what references there lead to, and not for them themselves.
  func isBehindReferences(_ path: PathID) -> Bool {
    let node = nodes[path.index]
    guard path != .whole, node.step == .rest, node.parent != .whole else { return false }
    return nodes[node.parent.index].step == .follow
  }

  private func withoutRest(_ path: PathID) -> PathID {
    let node = nodes[path.index]
    guard node.step == .rest, path != .whole else { return path }
    return isBehindReferences(path) ? nodes[node.parent.index].parent : node.parent
  }
}
