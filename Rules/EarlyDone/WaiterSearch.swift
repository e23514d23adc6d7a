import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// Looks through the package for what waits for a signal and then uses what changes late.
struct WaiterSearch {
  /// What is known against the order of a signal and an effect.
  struct Verdict {
    var confidence: Confidence
    /// Where it is waited for, if that was found.
    var wait: CompletionWait?
    /// The use after the wait, if that was found.
    var use: PackageNode?
  }

  private let package: PackageContext
  private let announcement: Announcement
  private let waits: [CompletionWait]
  /// Other signals that the goroutine gives only after the effect: who waits for one of them
  /// has waited for the effect too.
  private let laterSignals: [CompletionSignal]
  /// The locks that the goroutine holds at the signal.
  private let heldLocks: [SharedPlace]

  /// How many calls, or goroutines that wait and signal in turn, are followed.
  private static let relayDepth = 3

  init(_ package: PackageContext, _ announcement: Announcement) {
    self.package = package
    self.announcement = announcement
    laterSignals = Self.laterSignals(package, announcement)
    heldLocks =
      announcement.signal.isDeferred
      ? [] : package.heldLocks(at: announcement.signal.node, in: announcement.declaration)
    let tree = package.tree(announcement.declaration.file)
    let body = package.scopes(of: announcement.declaration).functions[announcement.function].node
    waits = package.waits(for: announcement.signal).filter {
      // The goroutine does not wait for itself.
      $0.declaration != announcement.declaration || !tree.isInside($0.node, body)
    }
  }

  private static func laterSignals(
    _ package: PackageContext, _ announcement: Announcement
  ) -> [CompletionSignal] {
    let declaration = announcement.declaration
    let tree = package.tree(declaration.file)
    let body = package.scopes(of: declaration).functions[announcement.function].node
    let own = announcement.signal
    var signals: [CompletionSignal] = []
    for node in tree.subtree(body) {
      guard tree.kind(node) == .callExpression || tree.kind(node) == .sendStatement,
        node != own.node,
        let signal = package.completionSignal(node, in: declaration),
        !signal.place.mustEqual(own.place),
        package.goroutineBody(around: node, in: declaration) == announcement.function
      else { continue }
      // A deferred one runs at the end, whichever way it goes; one that is deferred after
      // the own one, though, comes before it.
      if signal.isDeferred ? !own.isDeferred || node < own.node : node > own.node {
        signals.append(signal)
      }
    }
    return signals
  }

  /// What speaks against an effect after the signal; nil where nobody is hurt.
  func verdict(on effect: OutlivingEffect) -> Verdict? {
    var best: Verdict?
    for wait in waits {
      guard let found = use(of: effect, after: wait, Self.relayDepth) else { continue }
      var confidence: Confidence = wait.isCertain ? .confirmed : .likely
      if announcement.signal.kind != .done, blocks(between: wait, and: found) {
        confidence = .possible
      }
      if best.map({ $0.confidence < confidence }) ?? true {
        best = Verdict(confidence: confidence, wait: wait, use: found)
      }
    }
    if var best {
      // Somebody may let the goroutine go on only after the wait: an order not understood.
      if blocks(before: effect) { best.confidence = .possible }
      return best
    }
    return laterSignals.isEmpty ? verdictWithoutUse(effect) : nil
  }

  /// Whether the waiter waits for something else too before it uses what changes: a protocol
  /// of several channels, whose order is not understood.
  private func blocks(between wait: CompletionWait, and use: PackageNode) -> Bool {
    let tree = package.tree(wait.declaration.file)
    let isHere = wait.declaration == package.declaration(around: use)
    return Continuation(after: wait.node, in: tree, loops: .goOn).statements.contains {
      tree.mayBlock($0, before: isHere ? use.node : .none)
    }
  }

  private func blocks(before effect: OutlivingEffect) -> Bool {
    let tree = package.tree(announcement.declaration.file)
    let tail = announcement.tail
    return tail.statements.contains {
      !tail.earlierDefers.contains($0) && tree.mayBlock($0, before: effect.node)
    }
  }

  /// No use after a wait was found. A variable of the function has no others; a field or
  /// package variable may be used by code that is not here.
  private func verdictWithoutUse(_ effect: OutlivingEffect) -> Verdict? {
    let isReachable: Bool
    if effect.place.field != nil {
      isReachable = true
    } else if case .package = effect.place.root {
      isReachable = true
    } else {
      isReachable = false
    }
    guard isReachable else {
      return waits.isEmpty ? Verdict(confidence: .possible) : nil
    }
    guard announcement.signal.kind == .done, let wait = waits.first(where: { mayReturnAway($0) }),
      isUsedElsewhere(effect)
    else { return Verdict(confidence: .possible, wait: waits.first) }
    return Verdict(confidence: .likely, wait: wait)
  }

  /// Whether the function that waits returns to callers outside the package.
  private func mayReturnAway(_ wait: CompletionWait) -> Bool {
    let function = package.goroutineBody(around: wait.node, in: wait.declaration)
    guard function == .declaration else { return false }
    let tree = package.tree(wait.declaration.file)
    let name = tree.text(tree.child(wait.declaration.node, .name))
    return name.first?.isUppercase ?? false
  }

  /// Whether another exported function of the package reads what changes.
  private func isUsedElsewhere(_ effect: OutlivingEffect) -> Bool {
    for function in package.syntax.declarations.functions
    where function.node != announcement.declaration
      && package.goroutineStart(of: .declaration, in: function.node) == nil
      && (function.name.first?.isUppercase ?? false)
    {
      let tree = package.tree(function.node.file)
      let body = tree.child(function.node.node, .body)
      guard !body.isNone else { continue }
      let range = body.rawValue..<tree[body].end
      if use(of: effect, in: range, function.node) != nil { return true }
    }
    return false
  }

  // MARK: Uses

  private func use(
    of effect: OutlivingEffect, after wait: CompletionWait, _ depth: Int
  ) -> PackageNode? {
    let declaration = wait.declaration
    let tree = package.tree(declaration.file)
    let function = package.goroutineBody(around: wait.node, in: declaration)
    if declaration == announcement.declaration, !mayFollowStart(wait.node, function) {
      return nil
    }
    let rest = Continuation(after: wait.node, in: tree, loops: .goOn)
    let laterWait = firstLaterWait(in: rest, declaration)
    for statement in rest.statements {
      let end = min(tree[statement].end, laterWait.rawValue)
      guard statement.rawValue < end else { continue }
      if let use = use(of: effect, in: statement.rawValue..<end, declaration) { return use }
    }
    guard laterWait.isNone else { return nil }
    if let result = returnedResult(effect, rest, function, declaration) { return result }
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

  private func use(
    of effect: OutlivingEffect, in nodes: Range<UInt32>, _ declaration: PackageNode
  ) -> PackageNode? {
    let tree = package.tree(declaration.file)
    let goroutine = goroutineNodes(in: declaration)
    for raw in nodes where !goroutine.contains(raw) {
      let node = NodeID(rawValue: raw)
      let expression: NodeID
      switch tree.kind(node) {
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
        place.overlaps(effect.place), !isOrdered(expression, declaration, effect)
      {
        return PackageNode(file: declaration.file, node: expression)
      }
    }
    return nil
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
  ) -> PackageNode? {
    for call in package.calls(of: function) {
      let tree = package.tree(call.file)
      let declaration = package.declaration(around: call)
      guard declaration != function, !tree.isSpawned(call.node) else { continue }
      let wait = CompletionWait(
        node: call.node, declaration: declaration, isCertain: true,
        isDeferred: tree.isDeferred(call.node))
      if let use = use(of: effect, after: wait, depth) { return use }
    }
    return nil
  }

  /// A goroutine that waits and then signals in turn: `wg.Wait(); close(done)`.
  private func useAfterRelay(
    _ effect: OutlivingEffect, _ rest: Continuation, _ function: FunctionID,
    _ declaration: PackageNode, _ depth: Int
  ) -> PackageNode? {
    let tree = package.tree(declaration.file)
    let body = package.scopes(of: declaration).functions[function].body
    for node in tree.subtree(body) {
      guard tree.kind(node) == .callExpression || tree.kind(node) == .sendStatement,
        let signal = package.completionSignal(node, in: declaration),
        signal.isDeferred || rest.statements.contains(where: { tree.isInside(node, $0) })
      else { continue }
      for wait in package.waits(for: signal)
      where wait.declaration != declaration || !tree.isInside(wait.node, body) {
        if let use = use(of: effect, after: wait, depth) { return use }
      }
    }
    return nil
  }
}
