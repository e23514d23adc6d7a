import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// An `Add` in a goroutine's body, with what it counts.
struct LateAddition {
  /// What speaks for a hazard.
  struct Verdict {
    var confidence: Confidence
    var wait: CompletionWait?
  }

  let call: NodeID
  /// The wait group as the goroutine's body knows it, and as the code that starts it does.
  let place: SharedPlace
  let startersPlace: SharedPlace
  let declaration: PackageNode
  /// The body that the goroutine runs.
  let function: FunctionID
  /// The `go` statement.
  let start: PackageNode
  /// The call of `Done` that the goroutine itself makes.
  let done: NodeID?
  /// Whether it counts the goroutine that it runs in; if not, one that this one starts.
  let countsItself: Bool

  private let package: PackageContext
  private let tree: SyntaxTree

  /// Nil where the call is none on a wait group, or not in a goroutine that it can be late in.
  init?(_ node: PackageNode, _ package: PackageContext) {
    let tree = package.tree(node.file)
    let call = node.node
    let declaration = package.declaration(around: node)
    guard let view = CallSyntax(call, in: tree) else { return nil }
    let function = package.goroutineBody(around: call, in: declaration)
    guard
      case .statement(let start)? = package.goroutineStart(of: function, in: declaration),
      let place = package.waitGroup(view.operand, in: declaration),
      Self.livesOutside(place, function, package.scopes(of: declaration))
    else { return nil }
    self.package = package
    self.tree = tree
    self.call = call
    self.declaration = declaration
    self.function = function
    self.start = start
    self.place = place
    startersPlace =
      package.call(of: start, running: function, in: declaration).flatMap {
        package.place(place, of: function, in: declaration, seenBy: $0)
      } ?? place

    let dones = Self.dones(place, declaration, package)
    let rest = package.continuation(after: call, in: declaration, loops: .goOn)
    let own = dones.first { done in
      package.goroutineBody(around: done, in: declaration) == function
        && rest.contains(done, tree)
    }
    let body = PackageNode(
      file: node.file, node: package.scopes(of: declaration).functions[function].node)
    // The goroutine was counted before its start: this is one more and comes in time.
    if Self.isCounted(startersPlace, before: start, except: body, package) { return nil }
    // `wg.Go(f)` counts what it starts.
    let nested =
      tree.text(view.name, equals: "Go")
      || Self.startsCounted(after: call, place, dones, declaration, function, package)
    if own != nil, !nested {
      countsItself = true
    } else if nested, own == nil {
      countsItself = false
    } else {
      return nil
    }
    done = own
  }

  /// A wait group that the goroutine made itself is its own affair.
  private static func livesOutside(
    _ place: SharedPlace, _ function: FunctionID, _ scopes: Scopes
  ) -> Bool {
    guard case .local(_, let id) = place.root else { return true }
    let variable = scopes.variables[id]
    switch variable.kind {
    case .receiver, .parameter: return true
    default: return !scopes.isInside(variable.function, function)
    }
  }

  private static func dones(
    _ place: SharedPlace, _ declaration: PackageNode, _ package: PackageContext
  ) -> [NodeID] {
    let tree = package.tree(declaration.file)
    return tree.subtree(declaration.node).filter { node in
      guard tree.kind(node) == .callExpression, tree.signalCandidate(node)?.kind == .done,
        let signal = package.completionSignal(node, in: declaration)
      else { return false }
      return signal.place.mayEqual(place)
    }
  }

  /// Whether the code around the `go` statement adds to the wait group before it, or the code
  /// that calls the function with the statement.
  private static func isCounted(
    _ place: SharedPlace, before start: PackageNode, except body: PackageNode,
    _ package: PackageContext, callDepth: Int = 1
  ) -> Bool {
    let tree = package.tree(start.file)
    let declaration = package.declaration(around: start)
    if callDepth > 0 {
      for call in package.calls(of: declaration) {
        guard
          let seen = package.place(place, of: .declaration, in: declaration, seenBy: call),
          isCounted(seen, before: call, except: body, package, callDepth: callDepth - 1)
        else { continue }
        return true
      }
    }
    return tree.subtree(declaration.node).contains { node in
      guard node < start.node, tree.kind(node) == .callExpression,
        // Of who calls the starter, only what the same goroutine adds counts what it starts.
        callDepth > 0
          || package.goroutineBody(around: node, in: declaration)
            == package.goroutineBody(around: start.node, in: declaration),
        body.file != start.file || !tree.isInside(node, body.node),
        let operand = tree.operand(ofCall: node, "Add"), !tree.takesBack(node)
      else { return false }
      return package.waitGroup(operand, in: declaration)?.mayEqual(place) ?? false
    }
  }

  /// Whether a goroutine that this one starts after the `Add` gives the `Done` for it.
  private static func startsCounted(
    after call: NodeID, _ place: SharedPlace, _ dones: [NodeID], _ declaration: PackageNode,
    _ function: FunctionID, _ package: PackageContext
  ) -> Bool {
    let tree = package.tree(declaration.file)
    let body = package.scopes(of: declaration).functions[function].node
    for node in tree.subtree(body) where node > call {
      guard tree.kind(node) == .goStatement || tree.kind(node) == .funcLiteral else { continue }
      if dones.contains(where: {
        tree.isInside($0, node)
          && package.goroutineBody(around: $0, in: declaration) != function
      }) {
        return true
      }
      if tree.kind(node) == .goStatement,
        startsFunctionThatCounts(node, place, declaration, package)
      {
        return true
      }
    }
    return false
  }

  private static func startsFunctionThatCounts(
    _ start: NodeID, _ place: SharedPlace, _ declaration: PackageNode, _ package: PackageContext
  ) -> Bool {
    let tree = package.tree(declaration.file)
    let call = tree.firstChild(start)
    let arguments = tree.child(call, .arguments)
    let isGiven = tree.children(arguments).contains {
      package.sharedPlace(of: $0, in: declaration)?.mayEqual(place) ?? false
    }
    if isGiven { return true }
    guard
      let callee = package.function(calledBy: PackageNode(file: declaration.file, node: call))
    else {
      // Unknown code may well give the `Done`.
      return tree.kind(tree.child(call, .function)) != .funcLiteral
    }
    return !dones(place, callee, package).isEmpty
  }

  // MARK: Waiting

  /// How sure it is that a wait may come first; nil where it cannot.
  func verdict() -> Verdict? {
    let body = package.scopes(of: declaration).functions[function].node
    let waits = package.waits(for: .done, on: startersPlace)
    let others = waits.filter {
      $0.declaration != declaration || !tree.isInside($0.node, body)
    }
    // Only the goroutine itself waits: for those that it has started.
    if others.isEmpty, !waits.isEmpty { return nil }
    let starter = package.declaration(around: start)
    let handshakes = handshakes()
    let earlier = package.withCalls(handshakes.flatMap { package.waits(for: $0) })
    if earlier.contains(where: { $0.declaration == starter && $0.node > start.node }) { return nil }
    // Who waits for another signal of the goroutine first comes after the `Add`.
    let unordered = others.filter { wait in
      !earlier.contains { $0.declaration == wait.declaration && $0.node < wait.node }
    }
    if unordered.isEmpty, !others.isEmpty { return nil }
    if let wait = unordered.first(where: { sharesLock(with: $0) }) {
      return Verdict(confidence: .possible, wait: wait)
    }
    guard runsStarted else { return Verdict(confidence: .possible, wait: unordered.first) }
    if let wait = unordered.first(where: {
      $0.declaration == starter && $0.node > start.node && $0.isCertain
    }) {
      return Verdict(confidence: .confirmed, wait: wait)
    }
    if let wait = unordered.first(where: { $0.isCertain }) {
      return Verdict(confidence: .likely, wait: wait)
    }
    return Verdict(confidence: .possible, wait: unordered.first)
  }

  /// Whether the `Add` depends on a condition that is looked at under a lock, which the
  /// function that waits takes too: it may say there that no more are to be added.
  private func sharesLock(with wait: CompletionWait) -> Bool {
    let held = package.heldLocks(at: call, in: declaration)
    guard !held.isEmpty, isConditional else { return false }
    let tree = package.tree(wait.declaration.file)
    return tree.subtree(wait.declaration.node).contains { node in
      guard node < wait.node,
        let operation = package.lockOperation(node, in: wait.declaration), operation.locks,
        let mutex = operation.mutex
      else { return false }
      return held.contains { $0.mayEqual(mutex) }
    }
  }

  /// Whether the `Add` stands in a branch, or after one that leaves the body.
  private var isConditional: Bool {
    let body = package.scopes(of: declaration).functions[function].node
    return tree.subtree(body).contains { node in
      guard tree.kind(node) == .ifStatement, node < call else { return false }
      return tree.isInside(call, node)
        || tree.subtree(node).contains { tree.kind($0) == .returnStatement }
    }
  }

  /// Whether the `go` statement runs the body itself. A function that the goroutine calls may
  /// count something of its own.
  private var runsStarted: Bool {
    function != .declaration || package.function(startedBy: start) == declaration
  }

  /// What else the goroutine announces after the `Add`, its end included.
  private func handshakes() -> [CompletionSignal] {
    let body = package.scopes(of: declaration).functions[function].node
    return tree.subtree(body).compactMap { node in
      guard tree.kind(node) == .callExpression || tree.kind(node) == .sendStatement,
        let signal = package.completionSignal(node, in: declaration),
        node > call || package.runsAtEnd(node, in: declaration)
      else { return nil }
      if signal.place.mayEqual(place) { return nil }
      var seen = signal
      if let call = package.call(of: start, running: function, in: declaration),
        let place = package.place(
          signal.place, of: function, in: declaration, seenBy: call)
      {
        seen.place = place
      }
      return seen
    }
  }
}
