import Basics

/// A place as all functions of a program know it: an object that goroutines share, and the way
/// from there.
struct IdentityID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// An object that the users of its type have. Of which type it is says the first field on the
  /// way from it.
  static let users = IdentityID(rawValue: 0)
  /// An object of that kind that its users do not have yet.
  static let nascent = IdentityID(rawValue: 1)
}

/// The shared places of a program, each with one number.
///
/// The nodes of lists and trees are one object for each field that leads on. What lies behind more
/// than `maximumDepth` steps has no identity: nothing is found there.
struct IdentityTable {
  enum Root: Hashable {
    case users
    case nascent
    case global(GlobalNumber)
    /// A variable of a declaration, by the number there.
    case variable(FunctionNumber, UInt32)
  }
  struct Node {
    var parent: IdentityID
    var step: PathStep
    var depth: UInt8
    /// The object that it is a part of: the way up to the last reference that is followed.
    var object: IdentityID
    /// Whether an element is passed.
    var isMany: Bool
    var root: IdentityID
  }

  static let maximumDepth: UInt8 = 14

  private(set) var nodes: [Node] = []
  private var roots: [IdentityID: Root] = [:]
  private var rootIDs: [Root: IdentityID] = [:]
  private var ids = NumberMap()

  init() {
    _ = root(.users)
    _ = root(.nascent)
  }

  /// The identity of a root.
  mutating func root(_ root: Root) -> IdentityID {
    if let known = rootIDs[root] { return known }
    let id = IdentityID(nodes.count)
    nodes.append(
      Node(parent: .none, step: .rest, depth: 0, object: id, isMany: false, root: id))
    roots[id] = root
    rootIDs[root] = id
    return id
  }

  /// Where the way to a place begins.
  func root(of id: IdentityID) -> Root { roots[nodes[id.index].root] ?? .users }

  /// A place one step further; `none` where it has no identity.
  mutating func extend(_ id: IdentityID, _ step: PathStep) -> IdentityID {
    if id.isNone { return id }
    let node = nodes[id.index]
    if step.field != nil {
      // What was passed before is passed again.
      var current = id
      while !nodes[current.index].parent.isNone {
        if nodes[current.index].step == step { return current }
        current = nodes[current.index].parent
      }
    }
    let key = UInt64(id.rawValue) << 32 | UInt64(step.rawValue)
    if let known = ids[key] { return IdentityID(rawValue: known) }
    guard node.depth < Self.maximumDepth else { return .none }
    let new = IdentityID(nodes.count)
    nodes.append(
      Node(
        parent: id, step: step, depth: node.depth + 1,
        object: step == .follow ? new : node.object,
        isMany: node.isMany || step == .element || step == .rest, root: node.root))
    ids.set(key, new.rawValue)
    return new
  }

  mutating func extend(_ id: IdentityID, _ steps: some Sequence<PathStep>) -> IdentityID {
    steps.reduce(id) { extend($0, $1) }
  }

  /// The steps from the root on.
  func steps(of id: IdentityID) -> [PathStep] {
    var index = Int(nodes[id.index].depth)
    var steps = Array(repeating: PathStep.rest, count: index)
    var current = id
    while index > 0 {
      index -= 1
      steps[index] = nodes[current.index].step
      current = nodes[current.index].parent
    }
    return steps
  }

  /// Puts a place into a list, and those on the way to it, the root last: in place of what the list
  /// held.
  func list(_ id: IdentityID, withAncestorsIn places: inout [IdentityID]) {
    places.removeAll(keepingCapacity: true)
    var current = id
    while !current.isNone {
      places.append(current)
      current = nodes[current.index].parent
    }
  }

  /// What a place is called once the users of the object have it.
  mutating func published(_ id: IdentityID) -> IdentityID {
    guard !id.isNone, nodes[id.index].root == .nascent else { return id }
    return extend(.users, steps(of: id))
  }

  /// Whether the way to a place begins with another one.
  func isReached(_ id: IdentityID, from start: IdentityID) -> Bool {
    var current = id
    while nodes[current.index].depth > nodes[start.index].depth {
      current = nodes[current.index].parent
    }
    return current == start
  }
}
