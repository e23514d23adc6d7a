import Basics
import GoSyntax
import GoTypes

/// Where a goroutine that runs a body starts, as far as the package shows.
public enum GoroutineStart: Sendable {
  /// A `go` statement that runs it, itself or through functions of the package.
  case statement(PackageNode)
  /// A literal that was given to other code.
  case handedOver(PackageNode)
}

extension PackageContext {
  /// The innermost function around a node that is not simply run where it stands.
  ///
  /// A literal that is called at once or deferred runs in the goroutine of the function
  /// around it and belongs to that; any other literal is a function of its own.
  public func goroutineBody(around node: NodeID, in declaration: PackageNode) -> FunctionID {
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    var function = scopes.function(around: node, in: tree)
    while function != .declaration, tree.runsInPlace(scopes.functions[function].node) {
      function = scopes.functions[function].parent
    }
    return function
  }

  /// The function in whose goroutine a body runs: itself, unless it is simply run where it stands.
  func goroutineBody(
    around node: NodeID, orOf function: FunctionID, in declaration: PackageNode
  ) -> FunctionID {
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    var function = function
    while function != .declaration, tree.runsInPlace(scopes.functions[function].node) {
      function = scopes.functions[function].parent
    }
    return function
  }

  /// Whether a node runs when its goroutine's body ends: in a deferred call or literal.
  public func runsAtEnd(_ node: NodeID, in declaration: PackageNode) -> Bool {
    let tree = tree(declaration.file)
    for ancestor in tree.ancestors(of: node).reversed() {
      switch tree.kind(ancestor) {
      case .deferStatement: return true
      case .funcLiteral where !tree.runsInPlace(ancestor): return false
      default: break
      }
    }
    return false
  }

  /// Whether a node may run in a goroutine of its own, by the form of the code alone: where
  /// nothing of the package starts one or hands a literal over, none is looked for.
  public func mayRunInGoroutine(_ node: NodeID, in declaration: PackageNode) -> Bool {
    if !index.goStatements.isEmpty { return true }
    let tree = tree(declaration.file)
    return tree.ancestors(of: node).contains { tree.kind($0) == .funcLiteral }
  }

  /// How a body comes to run in a goroutine of its own; nil where nothing says that it does.
  public func goroutineStart(
    of function: FunctionID, in declaration: PackageNode
  ) -> GoroutineStart? {
    guard function != .declaration else { return goroutineStart(ofDeclared: declaration) }
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    let literal = scopes.functions[function].node
    if let call = tree.callRunning(literal) {
      guard tree.isSpawned(call) else { return nil }
      return .statement(
        PackageNode(file: declaration.file, node: tree.parent(of: call)))
    }
    // `work := func() {…}`, then `go work()` or `submit(work)`.
    if let variable = scopes.variables.ids.first(where: {
      scopes.variables[$0].value == literal && scopes.variables[$0].position < 0
    }) {
      for node in tree.subtree(declaration.node) where tree.kind(node) == .goStatement {
        let callee = tree.child(tree.firstChild(node), .function)
        if scopes.variable(callee) == variable {
          return .statement(PackageNode(file: declaration.file, node: node))
        }
      }
      guard isHandedOn(variable, scopes, tree) else { return nil }
    }
    return .handedOver(PackageNode(file: declaration.file, node: literal))
  }

  /// Whether a variable is used other than by being called or declared.
  private func isHandedOn(_ variable: VariableID, _ scopes: Scopes, _ tree: SyntaxTree) -> Bool {
    tree.subtree(scopes.declaration).contains { node in
      tree.kind(node) == .identifier && scopes.variable(node) == variable
        && node != scopes.variables[variable].name && tree[node].field != .function
    }
  }

  private func goroutineStart(ofDeclared declaration: PackageNode) -> GoroutineStart? {
    goroutineRoots[declaration].map { .statement($0) }
  }

  /// The function of the package that a `go` statement starts by its name, or nil.
  public func function(startedBy start: PackageNode) -> PackageNode? {
    function(
      calledBy: PackageNode(file: start.file, node: tree(start.file).firstChild(start.node)))
  }

  /// Every function of the package that a goroutine runs, with a `go` statement that leads to
  /// it: started directly, or called from what is started.
  func findGoroutineRoots() -> [PackageNode: PackageNode] {
    var roots: [PackageNode: PackageNode] = [:]
    var pending: [(body: PackageNode, start: PackageNode)] = []
    for start in index.goStatements {
      let tree = tree(start.file)
      let call = tree.firstChild(start.node)
      let function = tree.child(call, .function)
      if tree.kind(function) == .funcLiteral {
        pending.append((PackageNode(file: start.file, node: function), start))
      } else if let callee = self.function(calledBy: PackageNode(file: start.file, node: call)),
        roots[callee] == nil
      {
        roots[callee] = start
        pending.append((callee, start))
      }
    }
    while let (body, start) = pending.popLast() {
      for callee in callees(of: body) where roots[callee] == nil {
        roots[callee] = start
        pending.append((callee, start))
      }
    }
    return roots
  }

  /// The functions of the package that a body calls in its own goroutine.
  private func callees(of body: PackageNode) -> [PackageNode] {
    let tree = tree(body.file)
    var callees: [PackageNode] = []
    var next = body.node.rawValue + 1
    while next < tree[body.node].end {
      let node = NodeID(rawValue: next)
      next += 1
      switch tree.kind(node) {
      case .goStatement: next = tree[node].end
      case .funcLiteral where !tree.runsInPlace(node): next = tree[node].end
      case .callExpression:
        if let callee = function(calledBy: PackageNode(file: body.file, node: node)) {
          callees.append(callee)
        }
      default: break
      }
    }
    return callees
  }
}

extension SyntaxTree {
  /// The call whose function is this literal: `func() {…}()`. Nil for any other literal.
  public func callRunning(_ literal: NodeID) -> NodeID? {
    self[literal].field == .function ? parent(of: literal) : nil
  }

  /// Whether a literal is called where it stands, at once or deferred, but not by `go`.
  public func runsInPlace(_ literal: NodeID) -> Bool {
    guard let call = callRunning(literal) else { return false }
    return !isSpawned(call)
  }
}
