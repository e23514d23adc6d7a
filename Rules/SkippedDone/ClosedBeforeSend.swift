import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// A channel that its maker closes on a way on which it did not wait for the goroutine that sends.
struct ClosedBeforeSend {
  let close: CompletionSignal
  let declaration: PackageNode
  /// The send, and the `go` statement that starts the goroutine around it.
  let send: NodeID
  let start: NodeID
  private let package: PackageContext
  private let tree: SyntaxTree
  private let function: FunctionID

  /// Nil where nothing shows that the send may come after the close.
  init?(_ candidate: PackageNode, _ package: PackageContext) {
    declaration = package.declaration(around: candidate)
    tree = package.tree(candidate.file)
    self.package = package
    guard tree.signalCandidate(candidate.node)?.kind == .close,
      let close = package.completionSignal(candidate.node, in: declaration),
      case .local(_, let id) = close.place.root, close.place.path.isEmpty
    else { return nil }
    self.close = close
    let scopes = package.scopes(of: declaration)
    function = scopes.function(around: close.node, in: tree)
    // The variable is the function's own, and holds what is made there.
    guard scopes.variables[id].function == function,
      tree.text(tree.child(scopes.variables[id].value, .function), equals: "make"),
      let found = Self.send(on: id, close, declaration, function, package)
    else { return nil }
    (send, start) = found
    guard let barriers = barriers(id) else { return nil }
    if close.isDeferred {
      guard start > close.node,
        !package.exits(of: function, in: declaration, after: start, avoiding: barriers).isEmpty
      else { return nil }
    } else {
      guard
        package.comes(
          to: [close.node], after: start, of: function, in: declaration, avoiding: barriers)
      else { return nil }
    }
  }

  /// The only send on a channel, in a literal that a `go` statement of the function runs.
  private static func send(
    on id: VariableID, _ close: CompletionSignal, _ declaration: PackageNode,
    _ function: FunctionID, _ package: PackageContext
  ) -> (send: NodeID, start: NodeID)? {
    let tree = package.tree(declaration.file)
    let scopes = package.scopes(of: declaration)
    var found: (send: NodeID, start: NodeID)?
    for node in tree.subtree(declaration.node)
    where tree.kind(node) == .identifier && scopes.variable(node) == id {
      let parent = tree.parent(of: node)
      guard tree.kind(parent) == .sendStatement, tree.child(parent, .channel) == node,
        tree[parent].field != .communication
      else { continue }
      let inner = scopes.function(around: node, in: tree)
      guard found == nil, inner != function, scopes.functions[inner].parent == function,
        let call = tree.callRunning(scopes.functions[inner].node), tree.isSpawned(call),
        !recovers(scopes.functions[inner].body, tree)
      else { return nil }
      found = (parent, tree.parent(of: call))
    }
    return found
  }

  private static func recovers(_ body: NodeID, _ tree: SyntaxTree) -> Bool {
    tree.subtree(body).contains { node in
      tree.kind(node) == .callExpression
        && tree.text(tree.child(node, .function), equals: "recover")
    }
  }

  /// What waits for the goroutine, or may; nil where that cannot be told apart from the rest.
  private func barriers(_ id: VariableID) -> Set<NodeID>? {
    let scopes = package.scopes(of: declaration)
    var barriers: Set<NodeID> = []
    for node in tree.subtree(scopes.functions[function].body) {
      if tree.isInside(node, start) || tree.isInside(node, close.statement) { continue }
      switch tree.kind(node) {
      case .unaryExpression where tree.text(tree.child(node, .operator), equals: "<-"):
        guard mayBeSignalled(tree.child(node, .operand), id, scopes) else { continue }
        if isInOwnLoop(node) { return nil }
        barriers.insert(node)
      case .callExpression:
        guard mayWait(node) else { continue }
        if isInOwnLoop(node) { return nil }
        barriers.insert(node)
      case .rangeClause: if package.mayBlock(node, in: declaration) { return nil }
      case .identifier where scopes.variable(node) == id && node != scopes.variables[id].name:
        // Given on to others, who may wait for what comes.
        let parent = tree.parent(of: node)
        let isOfOtherClose =
          tree.kind(parent) == .argumentList
          && tree.text(tree.child(tree.parent(of: parent), .function), equals: "close")
        if tree.kind(parent) != .unaryExpression, !isOfOtherClose { return nil }
      default: break
      }
    }
    return barriers
  }

  /// Whether a receive operation may wait for the goroutine: from the channel itself, or from one
  /// that the goroutine's literal uses too.
  private func mayBeSignalled(_ channel: NodeID, _ id: VariableID, _ scopes: Scopes) -> Bool {
    let variable = scopes.variable(channel)
    if variable == id { return true }
    if tree.kind(channel) == .callExpression {
      // `ctx.Done()`, `time.After(d)`: of another's.
      return false
    }
    if variable.isNone { return true }
    return tree.subtree(start).contains { scopes.variable($0) == variable }
  }

  /// Whether a call may wait for the goroutine: a `Wait`, or anything that blocks in the package.
  private func mayWait(_ call: NodeID) -> Bool {
    if tree.isSpawned(call) { return false }
    if tree.operand(ofCall: call, "Wait") != nil { return true }
    let function = tree.child(call, .function)
    let scopes = package.scopes(of: declaration)
    if !scopes.variable(function).isNone || tree.kind(function) == .funcLiteral { return true }
    guard
      let callee = package.function(
        calledBy: PackageNode(file: declaration.file, node: call))
    else { return false }
    let tree = package.tree(callee.file)
    let body = tree.child(callee.node, .body)
    return !body.isNone && package.mayBlock(body, in: callee)
  }

  /// Whether a node stands in a loop of the function that does not go round the `go` statement.
  private func isInOwnLoop(_ node: NodeID) -> Bool {
    tree.ancestors(of: node).contains {
      tree.kind($0) == .forStatement && !tree.isInside(start, $0)
    }
  }

  func report(_ sink: inout FindingSink) {
    let text = "`\(tree.text(send).firstLine)`"
    let call = "`\(tree.text(close.node).firstLine)`"
    func step(
      _ role: TraceRole, _ message: String, _ node: NodeID, goroutine: Int = 0
    ) -> TraceStep {
      TraceStep(
        role, message, at: package.firstLine(PackageNode(file: declaration.file, node: node)),
        goroutine: goroutine)
    }
    sink.report(
      at: PackageNode(file: declaration.file, node: close.node), subject: close.place.text,
      confidence: .confirmed,
      message:
        "\(call) may come before \(text) of a goroutine that is not waited for on every way, and a "
        + "send on a closed channel panics",
      trace: [
        step(.spawn, "the goroutine starts here", start),
        step(.effect, "and sends here, however late", send, goroutine: 1),
        step(
          .signal,
          close.isDeferred ? "by then this may have run" : "by then this may have closed it",
          close.node),
      ], fixes: [])
  }
}
