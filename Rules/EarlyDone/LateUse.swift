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
  /// The memory, as the expression names it.
  var place: SharedPlace?
  /// What lies between the wait and the use, in order.
  var relays: [Relay] = []

  /// The same use, reached over more places.
  func reached(over earlier: [Relay]) -> LateUse {
    LateUse(node: node, place: place, relays: earlier + relays)
  }
}

/// What a search found out already: many ways lead to one wait.
final class WaiterMemory {
  /// The callers of a function that waits, and how many calls further up are followed.
  struct Callers: Hashable {
    var function: PackageNode
    var depth: Int
  }

  /// What comes after waits.
  fileprivate var rests: [PackageNode: Continuation] = [:]
  fileprivate var restsBeforeLaterWaits: [PackageNode: Continuation] = [:]
  /// The uses in callers of what the effect changes that is looked at.
  var usesInCallers: [Callers: LateUse?] = [:]
}

extension WaiterSearch {
  /// The first use of what changes that can follow a wait: in the function that waits, in
  /// what it returns to, or behind a signal that it gives in turn.
  func use(
    of effect: OutlivingEffect, after wait: CompletionWait, _ depth: Int
  ) -> LateUse? {
    let declaration = wait.declaration
    let function = package.goroutineBody(around: wait.node, in: declaration)
    guard mayFollowStart(wait, function), !followsLaterWait(wait) else { return nil }
    let rest = restBeforeLaterWaits(after: wait)
    if effect.kind != .testFailure {
      for statement in rest.statements {
        let nodes = statement.rawValue..<end(of: statement, declaration)
        if let use = use(of: effect, in: nodes, declaration, wait) { return use }
      }
    }
    guard rest.reachesEnd else { return nil }
    if let test = endedTest(effect, function, declaration) { return LateUse(node: test) }
    if let result = returnedResult(effect, rest, function, wait) {
      return LateUse(node: result)
    }
    guard depth > 0 else { return nil }
    if function == .declaration { return useInCallers(of: declaration, effect, depth - 1) }
    return useAfterRelay(effect, rest, function, declaration, depth - 1)
  }

  /// Whether a wait in the code that starts the goroutine can come after the start: below it,
  /// in a loop with it, or deferred.
  private func mayFollowStart(_ wait: CompletionWait, _ function: FunctionID) -> Bool {
    let start = announcement.startNode
    guard package.declaration(around: start) == wait.declaration else { return true }
    let tree = package.tree(start.file)
    let scopes = package.scopes(of: wait.declaration)
    guard scopes.isInside(scopes.function(around: start.node, in: tree), function) else {
      return true
    }
    if wait.node > start.node || package.runsAtEnd(wait.node, in: wait.declaration) { return true }
    return tree.ancestors(of: wait.node).contains {
      tree.kind($0) == .forStatement && tree.isInside(start.node, $0)
    }
  }

  /// Whether who waits has waited for a later signal of the goroutine before.
  private func followsLaterWait(_ wait: CompletionWait) -> Bool {
    let tree = package.tree(wait.declaration.file)
    return laterWaits.contains { later in
      later.declaration == wait.declaration && later.isCertain && later.node != wait.node
        && rest(after: later).contains(wait.node, tree)
    }
  }

  /// What who waits goes on with; worked out once.
  func rest(after wait: CompletionWait) -> Continuation {
    let node = PackageNode(file: wait.declaration.file, node: wait.node)
    if let known = memory.rests[node] { return known }
    let rest = package.continuation(after: wait.node, in: wait.declaration, loops: .goOn)
    memory.rests[node] = rest
    return rest
  }

  /// The same until it waits for a later signal of the goroutine.
  private func restBeforeLaterWaits(after wait: CompletionWait) -> Continuation {
    let barriers = laterWaits(in: wait.declaration)
    if barriers.isEmpty { return rest(after: wait) }
    let node = PackageNode(file: wait.declaration.file, node: wait.node)
    if let known = memory.restsBeforeLaterWaits[node] { return known }
    let rest = package.continuation(
      after: wait.node, in: wait.declaration, loops: .goOn, barriers: barriers)
    memory.restsBeforeLaterWaits[node] = rest
    return rest
  }

  /// The nodes of a declaration that wait for a later signal of the goroutine.
  private func laterWaits(in declaration: PackageNode) -> Set<NodeID> {
    Set(laterWaits.filter { $0.declaration == declaration }.map(\.node))
  }

  /// The end of a statement, or the first wait in it for a later signal.
  private func end(of statement: NodeID, _ declaration: PackageNode) -> UInt32 {
    let tree = package.tree(declaration.file)
    let waits = laterWaits(in: declaration).filter { tree.isInside($0, statement) }
    return max(statement.rawValue, min(tree[statement].end, waits.min()?.rawValue ?? .max))
  }

  func use(
    of effect: OutlivingEffect, in nodes: Range<UInt32>, _ declaration: PackageNode,
    _ wait: CompletionWait?
  ) -> LateUse? {
    let tree = package.tree(declaration.file)
    let goroutine = goroutineNodes(in: declaration)
    for raw in nodes where !goroutine.contains(raw) {
      let node = NodeID(rawValue: raw)
      let expression: NodeID
      if effect.kind == .send {
        if closes(node, effect, declaration) {
          return LateUse(node: PackageNode(file: declaration.file, node: node))
        }
        continue
      }
      switch tree.kind(node) {
      case .callExpression where readsInside(node, effect, declaration):
        return LateUse(
          node: PackageNode(file: declaration.file, node: node),
          place: CallSyntax(node, in: tree).flatMap {
            package.sharedPlace(of: $0.operand, in: declaration)
          })
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
        place.mayOverlap(effect.place), readsBehind(place, expression, declaration, effect),
        !isOrdered(expression, declaration, effect, wait)
      {
        return LateUse(
          node: PackageNode(file: declaration.file, node: expression), place: place)
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
    return signal.place.mayEqual(effect.place)
  }

  /// Whether a call runs a function of the package that uses the field which changes.
  private func readsInside(
    _ call: NodeID, _ effect: OutlivingEffect, _ declaration: PackageNode
  ) -> Bool {
    guard let field = effect.place.field, heldLocks.isEmpty,
      let callee = package.function(
        calledBy: PackageNode(file: declaration.file, node: call)),
      callee != announcement.declaration
    else { return false }
    return package.fieldsUsed(by: callee).contains(field.base)
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
      case .pointer = package.checker.node(package.typer(of: declaration).type(of: use))
    else { return true }
    return false
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

  /// Whether a lock orders the use and the effect. Either the goroutine holds it from the signal
  /// until the effect, and the use needs it: then the use has to wait for the effect. Or who
  /// waits holds it all the time, and the effect needs it: then the effect waits for the use.
  private func isOrdered(
    _ use: NodeID, _ declaration: PackageNode, _ effect: OutlivingEffect, _ wait: CompletionWait?
  ) -> Bool {
    let locks = package.heldLocks(at: use, in: declaration)
    guard !locks.isEmpty else { return false }
    let released = announcement.tail.statements.filter { $0 < effect.node }.compactMap {
      statement -> SharedPlace? in
      let operation = package.lockOperation(statement, in: announcement.declaration)
      return operation.flatMap { $0.locks ? nil : $0.mutex }
    }
    let kept = heldLocks.filter { lock in !released.contains { $0.mayEqual(lock) } }
    if kept.contains(where: { lock in locks.contains { $0.mayEqual(lock) } }) { return true }

    guard let wait else { return false }
    let waiters = package.heldLocks(at: wait.node, in: wait.declaration)
    var effects = package.heldLocks(at: effect.node, in: announcement.declaration)
    if let inner = effect.inner {
      effects += package.heldLocks(at: inner.node, in: package.declaration(around: inner))
    }
    // One lock may have several names, as a condition variable's: any is taken for the same.
    return !effects.isEmpty
      && waiters.contains { lock in locks.contains { $0.mayEqual(lock) } }
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
    _ wait: CompletionWait
  ) -> PackageNode? {
    let declaration = wait.declaration
    guard case .local(let home, let id) = effect.place.root, home == declaration else { return nil }
    let scopes = package.scopes(of: declaration)
    let variable = scopes.variables[id]
    guard variable.kind == .result, variable.function == function else { return nil }
    let tree = package.tree(declaration.file)
    if package.runsAtEnd(wait.node, in: declaration) {
      // The caller gets the result after a deferred wait.
      return PackageNode(file: declaration.file, node: variable.name)
    }
    return rest.returns.first {
      tree.kind($0) == .returnStatement && tree.firstChild($0).isNone
    }.map { PackageNode(file: declaration.file, node: $0) }
  }

  // MARK: Relays

  /// The function that waits returns: what its callers use afterwards counts.
  private func useInCallers(
    of function: PackageNode, _ effect: OutlivingEffect, _ depth: Int
  ) -> LateUse? {
    let key = WaiterMemory.Callers(function: function, depth: depth)
    if let known = memory.usesInCallers[key] { return known }
    let use = findUseInCallers(of: function, effect, depth)
    memory.usesInCallers[key] = .some(use)
    return use
  }

  private func findUseInCallers(
    of function: PackageNode, _ effect: OutlivingEffect, _ depth: Int
  ) -> LateUse? {
    for call in package.calls(of: function) {
      let tree = package.tree(call.file)
      let declaration = package.declaration(around: call)
      guard declaration != function, !tree.isSpawned(call.node) else { continue }
      let wait = CompletionWait(
        node: call.node, declaration: declaration, place: nil, isCertain: true)
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
          || rest.contains(node, tree)
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
