import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// The edits that put a signal after what it stands for.
struct EarlyDoneFix {
  private let package: PackageContext
  private let announcement: Announcement
  private let effects: [OutlivingEffect]
  private let waitersLocks: [SharedPlace]
  private let tree: SyntaxTree
  private let edits: StatementEdits
  private let motion: StatementMotion
  /// The statements that follow the signal in its own list.
  private let rest: StatementList

  init(
    _ package: PackageContext, _ announcement: Announcement, _ effects: [OutlivingEffect],
    _ wait: CompletionWait?
  ) {
    self.package = package
    self.announcement = announcement
    self.effects = effects
    waitersLocks = wait.map { package.heldLocks(at: $0.node, in: $0.declaration) } ?? []
    tree = package.tree(announcement.declaration.file)
    edits = StatementEdits(tree)
    rest = StatementList(after: announcement.signal.node, in: tree)
    motion = StatementMotion(
      package, declaration: announcement.declaration, function: announcement.function)
  }

  /// The possible edits, the best first; none where the order of the rest is in doubt.
  func fixes() -> [Fix] {
    if announcement.signal.isDeferred {
      guard announcement.signal.helper == nil else { return [] }
      return swapDefers().map { [$0] } ?? []
    }
    var fixes = [deferFirst(), moveLast()].compactMap(\.self)
    // What else the called function does is moved along.
    if announcement.signal.helper != nil {
      for index in fixes.indices { fixes[index].safety = .unsafe }
    }
    return fixes.sorted { $0.safety == .safe && $1.safety == .unsafe }
  }

  /// What runs after the signal: of its own list, and what was deferred.
  private var followers: [NodeID] { rest.followers + announcement.tail.defers }

  private var call: String { tree.text(announcement.signal.node) }

  private var statement: NodeID { announcement.signal.statement }

  /// Whether an effect stands in a statement whose call is deferred until after the signal.
  private func deferredEffect() -> NodeID? {
    announcement.tail.defers.first { statement in
      effects.contains { tree.isInside($0.node, statement) }
    }
  }

  /// `defer wg.Done()` goes before the first deferred effect, and so runs after it.
  private func swapDefers() -> Fix? {
    guard let target = deferredEffect(), tree.parent(of: target) == tree.parent(of: statement),
      motion.mayMoveUp(statement, past: siblings(from: target, to: statement)),
      let changes = edits.replace(statement, with: tree.text(statement), before: target)
    else { return nil }
    let waiting = waiting(
      in: siblings(from: target, to: statement).filter { tree.kind($0) == .deferStatement })
    if waiting == .surely { return nil }
    return Fix(
      title: "Defer `\(call)` first, so that it runs last",
      safety: waiting == .never ? .safe : .unsafe, edits: edits.edits(changes))
  }

  /// `defer wg.Done()` becomes the first statement of the body.
  private func deferFirst() -> Fix? {
    let signal = announcement.signal
    let body = package.scopes(of: announcement.declaration)
      .functions[announcement.function].body
    guard signal.kind == .done, rest.list == body, isOnlySignal(body) else {
      return nil
    }
    let first = tree.firstChild(body)
    // The signal would wait for all that follows, and somebody may end that only after it.
    let waiting = waiting(in: followers)
    guard waiting < .surely,
      motion.mayMoveUp(statement, past: siblings(from: first, to: statement)),
      !followers.contains(where: { takesWaitersLock($0) }),
      let changes = edits.replace(statement, with: "defer " + call, before: first)
    else { return nil }
    return Fix(
      title: "Defer `\(call)`",
      safety: motion.mayLeave(body) || !sends.isEmpty || waiting > .never ? .unsafe : .safe,
      edits: edits.edits(changes))
  }

  /// The signal goes after the last statement of its list that has an effect, and after the
  /// unlocking that belongs to it.
  private func moveLast() -> Fix? {
    let siblings = rest.siblings
    // A failing test may end its goroutine, and the signal with it, unless that is deferred.
    guard deferredEffect() == nil, !effects.contains(where: { $0.kind == .testFailure }),
      let last = siblings.lastIndex(where: { sibling in
        effects.contains { tree.isInside($0.node, sibling) }
      }),
      effects.allSatisfy({ effect in
        siblings.contains { tree.isInside(effect.node, $0) }
      })
    else { return nil }
    var target = last
    var depth = siblings[...last].reduce(0) { $0 + lockDepth($1) }
    while depth > 0, target + 1 < siblings.count {
      target += 1
      depth += lockDepth(siblings[target])
    }
    let passed = Array(siblings[...target])
    guard
      motion.mayMoveDown(statement, past: passed, waitersLocks: waitersLocks, sends: sends),
      let changes = edits.move(statement, after: siblings[target])
    else { return nil }
    return Fix(
      title: "Move `\(call.firstLine)` last",
      safety: sends.isEmpty && !recovers && waiting(in: passed) == .never ? .safe : .unsafe,
      edits: edits.edits(changes))
  }

  /// Whether the goroutine goes on after a panic: then a statement that panics on the way to
  /// the signal would leave it out.
  private var recovers: Bool {
    let scopes = package.scopes(of: announcement.declaration)
    let body = scopes.functions[announcement.function].node
    return tree.subtree(body).contains { node in
      tree.kind(node) == .callExpression
        && tree.text(tree.child(node, .function), equals: "recover")
    }
  }

  /// The effects that are sends. If nobody receives before the wait, a signal that comes after
  /// them never comes.
  private var sends: [NodeID] { effects.filter { $0.kind == .send }.map(\.node) }

  /// Whether statements that the signal is to come after end by themselves: what they wait for may
  /// come after the signal only. Sends are looked at elsewhere.
  private func waiting(in statements: [NodeID]) -> Waiting {
    statements.filter { !sends.contains($0) }.map { motion.waiting($0) }.max() ?? .never
  }

  private func lockDepth(_ statement: NodeID) -> Int {
    package.lockOperation(statement, in: announcement.declaration).map { $0.locks ? 1 : -1 } ?? 0
  }

  private func takesWaitersLock(_ statement: NodeID) -> Bool {
    !waitersLocks.isEmpty
      && !motion.mayMoveDown(
        self.statement, past: [statement], waitersLocks: waitersLocks, sends: sends)
  }

  /// The statements of a list from one of them up to, not including, another.
  private func siblings(from first: NodeID, to end: NodeID) -> [NodeID] {
    tree.children(tree.parent(of: first)).filter { $0 >= first && $0 < end }
  }

  private func isOnlySignal(_ body: NodeID) -> Bool {
    !tree.subtree(body).contains { node in
      node != announcement.signal.node && tree.kind(node) == .callExpression
        && (isSignal(node) || literalCalled(by: node).contains { isSignal($0) })
    }
  }

  private func isSignal(_ node: NodeID) -> Bool {
    package.completionSignal(node, in: announcement.declaration)
      .map { $0.place.mayEqual(announcement.signal.place) } ?? false
  }

  /// The nodes of the literal that a variable holds which a call names.
  private func literalCalled(by call: NodeID) -> [NodeID] {
    let scopes = package.scopes(of: announcement.declaration)
    let variable = scopes.variable(tree.child(call, .function))
    guard !variable.isNone else { return [] }
    let literal = scopes.function(of: scopes.variables[variable].value)
    return literal.isNone ? [] : Array(tree.subtree(scopes.functions[literal].body))
  }
}
