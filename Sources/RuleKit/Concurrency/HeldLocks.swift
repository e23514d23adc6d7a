import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// The mutexes that are held at a node, as far as straight-line code shows: locked by a
  /// statement before it and not unlocked since, in its own list or one around it, or held at
  /// every call of the function that the package makes.
  public func heldLocks(at node: NodeID, in declaration: PackageNode) -> [SharedPlace] {
    heldLocks(at: node, in: declaration, callDepth: 2)
  }

  private func heldLocks(
    at node: NodeID, in declaration: PackageNode, callDepth: Int
  ) -> [SharedPlace] {
    let tree = tree(declaration.file)
    var held: [SharedPlace] = []
    let path = tree.ancestors(of: node) + [node]
    for (parent, child) in zip(path, path.dropFirst()) {
      switch tree.kind(parent) {
      case .funcLiteral where !tree.runsInPlace(parent):
        held = []
      case .block, .expressionCase, .defaultCase, .typeCase, .communicationCase:
        for sibling in tree.children(parent) {
          if sibling >= child { break }
          apply(sibling, tree, declaration, &held)
        }
      default:
        break
      }
    }
    guard held.isEmpty, callDepth > 0,
      goroutineBody(around: node, in: declaration) == .declaration
    else { return held }
    return locksOfCallers(of: declaration, callDepth - 1)
  }

  private func apply(
    _ statement: NodeID, _ tree: SyntaxTree, _ declaration: PackageNode,
    _ held: inout [SharedPlace]
  ) {
    guard tree.kind(statement) == .expressionStatement else { return }
    let call = tree.firstChild(statement)
    if let mutex = tree.operand(ofCall: call, "Lock") ?? tree.operand(ofCall: call, "RLock") {
      if let place = sharedPlace(of: mutex, in: declaration) { held.append(place) }
    } else if let mutex = tree.operand(ofCall: call, "Unlock")
      ?? tree.operand(ofCall: call, "RUnlock")
    {
      guard let place = sharedPlace(of: mutex, in: declaration) else { return held = [] }
      held.removeAll { $0.mustEqual(place) }
    }
  }

  /// What is held at every call of a function, by the fields' types; empty without callers.
  private func locksOfCallers(of function: PackageNode, _ depth: Int) -> [SharedPlace] {
    var common: [SharedPlace]?
    for call in calls(of: function) {
      let held = heldLocks(at: call.node, in: declaration(around: call), callDepth: depth)
      common = common?.filter { lock in held.contains { $0.mustEqual(lock) } } ?? held
      if common?.isEmpty ?? true { return [] }
    }
    return common ?? []
  }

  /// The calls of a function or method of the package that resolve to it.
  public func calls(of function: PackageNode) -> [PackageNode] {
    let tree = tree(function.file)
    return index.calls(named: tree.text(tree.child(function.node, .name))).filter { call in
      types.callee(of: call.node, at: place(in: declaration(around: call)))?.node == function
    }
  }
}
