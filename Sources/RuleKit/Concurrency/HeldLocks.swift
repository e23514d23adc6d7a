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
    guard let operation = lockOperation(statement, in: declaration) else { return }
    guard let mutex = operation.mutex else {
      if !operation.locks { held = [] }
      return
    }
    if operation.locks { held.append(mutex) } else { held.removeAll { $0.mayEqual(mutex) } }
  }

  /// What a statement does to a mutex.
  public struct LockOperation {
    /// The mutex, or nil where the expression names no place.
    public var mutex: SharedPlace?
    /// Whether it locks; else it unlocks.
    public var locks: Bool
  }

  /// The locking or unlocking that a statement is, by the methods that mutexes have; nil for
  /// any other, and for what is deferred.
  public func lockOperation(
    _ statement: NodeID, in declaration: PackageNode
  ) -> LockOperation? {
    let tree = tree(declaration.file)
    guard tree.kind(statement) == .expressionStatement else { return nil }
    let call = tree.firstChild(statement)
    for (method, locks) in Self.lockMethods {
      if let mutex = tree.operand(ofCall: call, method) {
        return LockOperation(mutex: sharedPlace(of: mutex, in: declaration), locks: locks)
      }
    }
    return helperOperation(PackageNode(file: declaration.file, node: call), in: declaration)
  }

  /// The operation of a method whose body is one: `func (s *store) lock() { s.mu.Lock() }`.
  private func helperOperation(
    _ call: PackageNode, in declaration: PackageNode
  ) -> LockOperation? {
    guard let callee = function(calledBy: call), callee != declaration else { return nil }
    let tree = tree(callee.file)
    let statements = Array(tree.children(tree.child(callee.node, .body)))
    guard statements.count == 1, tree.kind(statements[0]) == .expressionStatement else {
      return nil
    }
    for (method, locks) in Self.lockMethods {
      guard let mutex = tree.operand(ofCall: tree.firstChild(statements[0]), method) else {
        continue
      }
      let own = sharedPlace(of: mutex, in: callee)
      return LockOperation(
        mutex: own.flatMap { place($0, of: .declaration, in: callee, seenBy: call) },
        locks: locks)
    }
    return nil
  }

  private static let lockMethods: [(StaticString, Bool)] = [
    ("Lock", true), ("RLock", true), ("Unlock", false), ("RUnlock", false),
  ]

  /// What is held at every call of a function, by the fields' types; empty without callers.
  private func locksOfCallers(of function: PackageNode, _ depth: Int) -> [SharedPlace] {
    var common: [SharedPlace]?
    for call in calls(of: function) {
      let held = heldLocks(at: call.node, in: declaration(around: call), callDepth: depth)
      common = common?.filter { lock in held.contains { $0.mayEqual(lock) } } ?? held
      if common?.isEmpty ?? true { return [] }
    }
    return common ?? []
  }

  /// The calls of a function or method of the package that resolve to it.
  public func calls(of function: PackageNode) -> [PackageNode] {
    let tree = tree(function.file)
    return callIndex.named(tree.text(tree.child(function.node, .name))).filter {
      self.function(calledBy: $0) == function
    }
  }
}
