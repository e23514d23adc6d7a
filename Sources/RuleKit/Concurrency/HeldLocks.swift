import Basics
import GoIR
import GoSyntax
import GoTypes

extension PackageContext {
  /// The mutexes that are surely held at a node, on every path to it: locked and not unlocked
  /// since, by helpers of the package too, or held at every call of the function that the
  /// package makes.
  public func heldLocks(at node: NodeID, in declaration: PackageNode) -> [SharedPlace] {
    heldLocks(at: node, in: declaration, callDepth: 2)
  }

  private func heldLocks(
    at node: NodeID, in declaration: PackageNode, callDepth: Int
  ) -> [SharedPlace] {
    let tree = tree(declaration.file)
    let function = scopes(of: declaration).function(around: node, in: tree)
    let held = heldInBody(at: node, of: function, in: declaration)
    guard held.isEmpty, callDepth > 0,
      goroutineBody(around: node, in: declaration) == .declaration
    else { return held }
    return locksOfCallers(of: declaration, callDepth - 1)
  }

  private func heldInBody(
    at node: NodeID, of function: FunctionID, in declaration: PackageNode
  ) -> [SharedPlace] {
    guard let body = bodies.body(of: declaration)?.functions[function] else { return [] }
    let tree = tree(declaration.file)
    let statement = node.rawValue > 0 ? tree.parent(of: node) : .none
    let values = body.instructions.ids.filter { value in
      let instruction = body.instructions[value]
      guard tree.kind(statement) == .deferStatement else {
        return instruction.opcode != .runDeferred
          && !body.nodes[value.index].isNone && tree.isInside(body.nodes[value.index], node)
      }
      return instruction.opcode == .runDeferred
        && body.nodes[value.index] == statement
    }
    let flow = lockFlow(of: function, in: declaration)
    if tree.kind(statement) == .deferStatement {
      return values.dropFirst().reduce(values.first.map(flow.held(before:)) ?? []) { held, value in
        let other = flow.held(before: value)
        return held.filter { lock in other.contains { $0.mayEqual(lock) } }
      }
    }
    if let first = values.first { return flow.held(before: first) }
    // A name has no instruction of its own: that of the statement around it.
    let part = statementParts(of: declaration).part(of: node, tree)
    return part.isNone || part == node ? [] : heldInBody(at: part, of: function, in: declaration)
  }

  // MARK: Flow

  /// The locks of a body, worked out once. A literal that runs where it stands begins with what
  /// is held there.
  private func lockFlow(of function: FunctionID, in declaration: PackageNode) -> LockFlow {
    let key = BodyKey(declaration: declaration, function: function)
    if let known = lockFlows[key] { return known }
    let body = bodies.body(of: declaration)?.functions[function]
    guard let body else { preconditionFailure("the locks of a function without a body") }
    let flow = LockFlow(body, entry: locksAtEntry(of: function, in: declaration)) { value in
      lockOperations(of: value, in: body, declaration)
    }
    lockFlows[key] = flow
    return flow
  }

  private func locksAtEntry(
    of function: FunctionID, in declaration: PackageNode
  ) -> [SharedPlace] {
    let tree = tree(declaration.file)
    let literal = scopes(of: declaration).functions[function]
    guard function != .declaration, tree.runsInPlace(literal.node),
      let call = tree.callRunning(literal.node)
    else { return [] }
    return heldInBody(at: call, of: literal.parent, in: declaration)
  }

  private func lockOperations(
    of value: ValueID, in body: FunctionIR, _ declaration: PackageNode
  ) -> [LockOperation] {
    let tree = tree(declaration.file)
    let node = body.nodes[value.index]
    let call = tree.kind(node) == .deferStatement ? tree.firstChild(node) : node
    guard tree.kind(call) == .callExpression else { return [] }
    let literal = tree.child(call, .function)
    if tree.kind(literal) == .funcLiteral {
      // What a literal that runs where it stands unlocks; it locks nothing surely.
      return tree.subtree(literal).compactMap {
        tree.kind($0) == .callExpression ? lockOperation(ofCall: $0, in: declaration) : nil
      }.filter { !$0.locks }
    }
    return lockOperation(ofCall: call, in: declaration).map { [$0] } ?? []
  }

  // MARK: Operations

  /// What a call does to a mutex.
  public struct LockOperation {
    /// The mutex, or nil where the expression names no place.
    public var mutex: SharedPlace?
    /// Whether it locks; else it unlocks.
    public var locks: Bool
  }

  /// The locking or unlocking that a statement is; nil for any other, and for what is deferred.
  public func lockOperation(
    _ statement: NodeID, in declaration: PackageNode
  ) -> LockOperation? {
    let tree = tree(declaration.file)
    guard tree.kind(statement) == .expressionStatement else { return nil }
    return lockOperation(ofCall: tree.firstChild(statement), in: declaration)
  }

  /// What a call does to a mutex, by the methods that mutexes have, or as the function of the
  /// package that it runs leaves one behind.
  private func lockOperation(
    ofCall call: NodeID, in declaration: PackageNode
  ) -> LockOperation? {
    if let operation = ownLockOperation(call, in: declaration) { return operation }
    let call = PackageNode(file: declaration.file, node: call)
    guard let callee = function(calledBy: call), callee != declaration,
      let operation = operationOfHelper(callee)
    else { return nil }
    return LockOperation(
      mutex: operation.mutex.flatMap {
        place($0, of: .declaration, in: callee, seenBy: call)
      }, locks: operation.locks)
  }

  private func ownLockOperation(
    _ call: NodeID, in declaration: PackageNode
  ) -> LockOperation? {
    let tree = tree(declaration.file)
    guard tree.kind(call) == .callExpression else { return nil }
    for (method, locks) in Self.lockMethods {
      guard let operand = tree.operand(ofCall: call, method) else { continue }
      var mutex = sharedPlace(of: operand, in: declaration)
      let type = knownType(of: operand, in: declaration)
      if let place = mutex, type != .unknown,
        let selection = checker.selection("\(method)", in: type)
      {
        mutex = promoted(place, by: selection.fields)
      }
      return LockOperation(mutex: mutex, locks: locks)
    }
    return nil
  }

  /// What a function of the package does to a mutex for its caller, in its own names: it returns
  /// with one locked, or unlocks one and locks none.
  private func operationOfHelper(_ function: PackageNode) -> LockOperation? {
    if let known = lockHelpers[function] { return known }
    lockHelpers[function] = .some(nil)
    let tree = tree(function.file)
    let hasLocks = tree.subtree(function.node).contains { node in
      tree.kind(node) == .callExpression
        && Self.lockMethods.contains { tree.operand(ofCall: node, $0.0) != nil }
    }
    guard hasLocks, let body = bodies.body(of: function)?.functions[.declaration] else {
      return nil
    }
    let flow = LockFlow(body, entry: []) { value in
      let node = body.nodes[value.index]
      let call = tree.kind(node) == .deferStatement ? tree.firstChild(node) : node
      return ownLockOperation(call, in: function).map { [$0] } ?? []
    }
    let uses = flow.uses
    let operation: LockOperation?
    if let left = flow.heldAtReturn?.first {
      operation = LockOperation(mutex: left, locks: true)
    } else {
      operation = uses.locks ? nil : uses.unlocks.first
    }
    lockHelpers[function] = .some(operation)
    return operation
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

/// A body of a package.
struct BodyKey: Hashable {
  var declaration: PackageNode
  var function: FunctionID
}
