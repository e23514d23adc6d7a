import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// A use of memory by who has waited for a signal that came too early.
struct LateUse {
  /// A place that passes the wait on: the return of a function that waits, or the signal of a
  /// goroutine that waits.
  struct Relay {
    var role: TraceRole
    var node: PackageNode
  }

  /// The expression that uses the memory.
  var node: PackageNode
  /// What lies between the wait and the use, in order.
  var relays: [Relay] = []

  /// The same use, reached over more places.
  func reached(over earlier: [Relay]) -> LateUse {
    LateUse(node: node, relays: earlier + relays)
  }
}

extension WaiterSearch {
  /// The first use of what changes that can follow a wait: in the function that waits, in
  /// what it returns to, or behind a signal that it gives in turn.
  func use(
    of effect: OutlivingEffect, after wait: CompletionWait, _ depth: Int
  ) -> LateUse? {
    let declaration = wait.declaration
    let tree = package.tree(declaration.file)
    let function = package.goroutineBody(around: wait.node, in: declaration)
    if declaration == announcement.declaration, !mayFollowStart(wait.node, function) {
      return nil
    }
    let rest = Continuation(after: wait.node, in: tree, loops: .goOn)
    let laterWait = firstLaterWait(in: rest, declaration)
    for statement in rest.statements where effect.kind != .testFailure {
      let end = min(tree[statement].end, laterWait.rawValue)
      guard statement.rawValue < end else { continue }
      if let use = use(of: effect, in: statement.rawValue..<end, declaration) {
        return LateUse(node: use)
      }
    }
    guard laterWait.isNone else { return nil }
    if let test = endedTest(effect, function, declaration) { return LateUse(node: test) }
    if let result = returnedResult(effect, rest, function, declaration) {
      return LateUse(node: result)
    }
    guard depth > 0 else { return nil }
    if function == .declaration { return useInCallers(of: declaration, effect, depth - 1) }
    return useAfterRelay(effect, rest, function, declaration, depth - 1)
  }

  /// Whether a wait in the goroutine's own declaration can come after its start: below it, or
  /// in a loop with it.
  private func mayFollowStart(
    _ wait: NodeID, _ function: FunctionID
  ) -> Bool {
    let scopes = package.scopes(of: announcement.declaration)
    guard announcement.function != .declaration,
      scopes.isInside(announcement.function, function)
    else { return true }
    let tree = package.tree(announcement.declaration.file)
    let body = scopes.functions[announcement.function].node
    if wait > body { return true }
    return tree.ancestors(of: wait).contains {
      tree.kind($0) == .forStatement && tree.isInside(body, $0)
    }
  }

  /// The first node of the rest that waits for a later signal of the goroutine, or `none`.
  private func firstLaterWait(in rest: Continuation, _ declaration: PackageNode) -> NodeID {
    let tree = package.tree(declaration.file)
    var first = NodeID.none
    for signal in laterSignals {
      for wait in package.waits(for: signal) where wait.declaration == declaration {
        if wait.node < first, rest.statements.contains(where: { tree.isInside(wait.node, $0) }) {
          first = wait.node
        }
      }
    }
    return first
  }

  func use(
    of effect: OutlivingEffect, in nodes: Range<UInt32>, _ declaration: PackageNode
  ) -> PackageNode? {
    let tree = package.tree(declaration.file)
    let goroutine = goroutineNodes(in: declaration)
    for raw in nodes where !goroutine.contains(raw) {
      let node = NodeID(rawValue: raw)
      let expression: NodeID
      if effect.kind == .send {
        if closes(node, effect, declaration) {
          return PackageNode(file: declaration.file, node: node)
        }
        continue
      }
      switch tree.kind(node) {
      case .callExpression where readsInside(node, effect, declaration):
        return PackageNode(file: declaration.file, node: node)
      case .identifier where mayBeRoot(node, effect, declaration):
        expression = package.wholeExpression(node, tree)
      case .fieldIdentifier where effect.place.field?.path.first == tree.text(node):
        guard let parent = tree.ancestors(of: node).last,
          tree.kind(parent) == .selectorExpression
        else { continue }
        expression = parent
      default:
        continue
      }
      if let place = package.sharedPlace(of: expression, in: declaration),
        place.overlaps(effect.place), readsBehind(place, expression, declaration, effect),
        !isOrdered(expression, declaration, effect)
      {
        return PackageNode(file: declaration.file, node: expression)
      }
    }
    return nil
  }

  /// Whether a node closes the channel that is sent on.
  private func closes(
    _ node: NodeID, _ effect: OutlivingEffect, _ declaration: PackageNode
  ) -> Bool {
    let tree = package.tree(declaration.file)
    guard tree.kind(node) == .callExpression, tree.signalCandidate(node)?.kind == .close,
      let signal = package.completionSignal(node, in: declaration)
    else { return false }
    return signal.place.mustEqual(effect.place)
  }

  /// Whether a call runs a function of the package that uses the field which changes.
  private func readsInside(
    _ call: NodeID, _ effect: OutlivingEffect, _ declaration: PackageNode
  ) -> Bool {
    guard let field = effect.place.field, heldLocks.isEmpty,
      let callee = package.types.callee(of: call, at: package.place(in: declaration)),
      callee.node != announcement.declaration
    else { return false }
    return package.fieldsUsed(by: callee.node).contains(field.base)
  }

  /// Whether a use that is shorter than what changes reads that far: a pointer that is merely
  /// handed on does not.
  private func readsBehind(
    _ place: SharedPlace, _ use: NodeID, _ declaration: PackageNode, _ effect: OutlivingEffect
  ) -> Bool {
    let other = effect.place
    let isShorter =
      place.root == other.root
      ? place.path.count < other.path.count
      : (place.field?.path.count ?? 0) < (other.field?.path.count ?? 0)
    guard isShorter,
      let type = package.types.type(of: use, at: package.place(in: declaration))
    else { return true }
    return type.pointers == 0
  }

  /// The nodes of the goroutine's own body, which are not its waiter's.
  private func goroutineNodes(in declaration: PackageNode) -> Range<UInt32> {
    guard declaration == announcement.declaration else { return 0..<0 }
    let tree = package.tree(declaration.file)
    let node = package.scopes(of: declaration).functions[announcement.function].node
    return node.rawValue..<tree[node].end
  }

  private func mayBeRoot(
    _ identifier: NodeID, _ effect: OutlivingEffect, _ declaration: PackageNode
  ) -> Bool {
    switch effect.place.root {
    case .local(let home, let variable):
      return home == declaration && package.scopes(of: declaration).variable(identifier) == variable
    case .package(let name):
      return package.tree(declaration.file).text(identifier) == name
    }
  }

  /// Whether the use is made under a lock that the goroutine holds from the signal until the
  /// effect: then the use has to wait for the effect.
  private func isOrdered(
    _ use: NodeID, _ declaration: PackageNode, _ effect: OutlivingEffect
  ) -> Bool {
    guard !heldLocks.isEmpty else { return false }
    let tree = package.tree(announcement.declaration.file)
    let released = announcement.tail.statements.filter { $0 < effect.node }.compactMap {
      statement -> SharedPlace? in
      let call = tree.firstChild(statement)
      guard tree.kind(statement) == .expressionStatement,
        let mutex = tree.operand(ofCall: call, "Unlock")
      else { return nil }
      return package.sharedPlace(of: mutex, in: announcement.declaration)
    }
    let kept = heldLocks.filter { lock in !released.contains { $0.mustEqual(lock) } }
    guard !kept.isEmpty else { return false }
    let locks = package.heldLocks(at: use, in: declaration)
    return kept.contains { lock in locks.contains { $0.mustEqual(lock) } }
  }

  /// The test that may end after a wait, if the effect is a report to one.
  private func endedTest(
    _ effect: OutlivingEffect, _ function: FunctionID, _ declaration: PackageNode
  ) -> PackageNode? {
    guard effect.kind == .testFailure else { return nil }
    let test = package.testParameter(of: function, in: declaration)
    if test.isNone { return nil }
    return PackageNode(
      file: declaration.file, node: package.scopes(of: declaration).variables[test].name)
  }

  /// A `return` without values after the wait reads the named results.
  private func returnedResult(
    _ effect: OutlivingEffect, _ rest: Continuation, _ function: FunctionID,
    _ declaration: PackageNode
  ) -> PackageNode? {
    guard case .local(let home, let id) = effect.place.root, home == declaration else { return nil }
    let scopes = package.scopes(of: declaration)
    let variable = scopes.variables[id]
    guard variable.kind == .result, variable.function == function else { return nil }
    let tree = package.tree(declaration.file)
    for statement in rest.statements {
      for node in tree.subtree(statement)
      where tree.kind(node) == .returnStatement && tree.firstChild(node).isNone {
        return PackageNode(file: declaration.file, node: node)
      }
    }
    // A deferred wait: the caller gets the result after it.
    return rest.statements.isEmpty ? PackageNode(file: declaration.file, node: variable.name) : nil
  }

  // MARK: Relays

  /// The function that waits returns: what its callers use afterwards counts.
  private func useInCallers(
    of function: PackageNode, _ effect: OutlivingEffect, _ depth: Int
  ) -> LateUse? {
    for call in package.calls(of: function) {
      let tree = package.tree(call.file)
      let declaration = package.declaration(around: call)
      guard declaration != function, !tree.isSpawned(call.node) else { continue }
      let wait = CompletionWait(
        node: call.node, declaration: declaration, isCertain: true,
        isDeferred: tree.isDeferred(call.node))
      if let use = use(of: effect, after: wait, depth) {
        return use.reached(over: [LateUse.Relay(role: .wait, node: call)])
      }
    }
    return nil
  }

  /// A goroutine that waits and then signals in turn: `wg.Wait(); close(done)`.
  private func useAfterRelay(
    _ effect: OutlivingEffect, _ rest: Continuation, _ function: FunctionID,
    _ declaration: PackageNode, _ depth: Int
  ) -> LateUse? {
    let tree = package.tree(declaration.file)
    let body = package.scopes(of: declaration).functions[function].body
    for node in tree.subtree(body) {
      guard tree.kind(node) == .callExpression || tree.kind(node) == .sendStatement,
        let signal = package.completionSignal(node, in: declaration),
        package.runsAtEnd(node, in: declaration)
          || rest.statements.contains(where: { tree.isInside(node, $0) })
      else { continue }
      for wait in package.waits(for: signal)
      where wait.declaration != declaration || !tree.isInside(wait.node, body) {
        if let use = use(of: effect, after: wait, depth) {
          return use.reached(over: [
            LateUse.Relay(
              role: .signal, node: PackageNode(file: declaration.file, node: signal.node)),
            LateUse.Relay(
              role: .wait, node: PackageNode(file: wait.declaration.file, node: wait.node)),
          ])
        }
      }
    }
    return nil
  }
}
