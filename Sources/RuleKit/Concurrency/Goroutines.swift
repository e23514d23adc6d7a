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

  /// A `go` statement that leads to a function of the package: one that starts it, or that
  /// starts what calls it. Looked for from the function back, so that few calls need types.
  private func goroutineStart(ofDeclared function: PackageNode) -> GoroutineStart? {
    if let known = startsByFunction[function] { return known.map { .statement($0) } }
    var seen: Set<PackageNode> = [function]
    var level = [function]
    var start: PackageNode?
    while !level.isEmpty, start == nil {
      let calls = level.flatMap { self.calls(of: $0) }
      start = calls.lazy.compactMap { self.start(by: $0) }.first
      level = calls.compactMap { call in
        let caller = declaration(around: call)
        let body = goroutineBody(around: call.node, in: caller)
        return body == .declaration && seen.insert(caller).inserted ? caller : nil
      }
    }
    startsByFunction[function] = .some(start)
    return start.map { .statement($0) }
  }

  /// The `go` statement that a call stands in as what is started, or in a literal that is.
  private func start(by call: PackageNode) -> PackageNode? {
    let tree = tree(call.file)
    if tree.isSpawned(call.node) {
      return PackageNode(file: call.file, node: tree.parent(of: call.node))
    }
    let declaration = declaration(around: call)
    let body = goroutineBody(around: call.node, in: declaration)
    let literal = scopes(of: declaration).functions[body].node
    guard body != .declaration, let running = tree.callRunning(literal) else { return nil }
    return PackageNode(file: call.file, node: tree.parent(of: running))
  }

  /// The function of the package that a `go` statement starts by its name, or nil.
  public func function(startedBy start: PackageNode) -> PackageNode? {
    function(
      calledBy: PackageNode(file: start.file, node: tree(start.file).firstChild(start.node)))
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
