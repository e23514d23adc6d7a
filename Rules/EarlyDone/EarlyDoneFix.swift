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
  private let tree: SyntaxTree
  private let edits: StatementEdits

  init(_ package: PackageContext, _ announcement: Announcement, _ effects: [OutlivingEffect]) {
    self.package = package
    self.announcement = announcement
    self.effects = effects
    tree = package.tree(announcement.declaration.file)
    edits = StatementEdits(tree)
  }

  /// The possible edits, the best first; none where the order of the rest is in doubt.
  func fixes() -> [Fix] {
    if announcement.signal.isDeferred { return swapDefers().map { [$0] } ?? [] }
    // Between the signal and the effect the goroutine may wait for what the signal sets off.
    guard !blocksBeforeLastEffect else { return [] }
    return [deferFirst(), moveLast()].compactMap(\.self)
  }

  private var call: String { tree.text(announcement.signal.node) }

  /// Whether an effect stands in a statement that was deferred before the signal.
  private func deferredEffect() -> NodeID? {
    announcement.tail.earlierDefers.first { statement in
      effects.contains { tree.isInside($0.node, statement) }
    }
  }

  /// `defer wg.Done()` goes before the first deferred effect, and so runs after it.
  private func swapDefers() -> Fix? {
    guard let target = deferredEffect() else { return nil }
    let statement = announcement.signal.statement
    guard let changes = edits.replace(statement, with: tree.text(statement), before: target) else {
      return nil
    }
    return Fix(
      title: "Defer `\(call)` first, so that it runs last", safety: .safe,
      edits: edits.edits(changes))
  }

  /// `defer wg.Done()` becomes the first statement of the body.
  private func deferFirst() -> Fix? {
    let signal = announcement.signal
    let scopes = package.scopes(of: announcement.declaration)
    let body = scopes.functions[announcement.function].body
    guard signal.kind == .done, announcement.tail.list == body, isOnlySignal(body),
      !isChanged(signal.place, in: body)
    else { return nil }
    let first = tree.firstChild(body)
    guard let changes = edits.replace(signal.statement, with: "defer " + call, before: first)
    else { return nil }
    return Fix(
      title: "Defer `\(call)`", safety: mayLeave(body) ? .unsafe : .safe,
      edits: edits.edits(changes))
  }

  /// The signal goes after the last statement of its list that has an effect, and after the
  /// unlocking that belongs to it.
  private func moveLast() -> Fix? {
    let siblings = announcement.tail.siblings
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
    guard !siblings[...target].contains(where: { mayLeave($0) }),
      let changes = edits.move(announcement.signal.statement, after: siblings[target])
    else { return nil }
    return Fix(title: "Move `\(call.firstLine)` last", safety: .safe, edits: edits.edits(changes))
  }

  private func lockDepth(_ statement: NodeID) -> Int {
    guard tree.kind(statement) == .expressionStatement else { return 0 }
    let call = tree.firstChild(statement)
    if tree.operand(ofCall: call, "Lock") != nil { return 1 }
    return tree.operand(ofCall: call, "Unlock") != nil ? -1 : 0
  }

  private func isOnlySignal(_ body: NodeID) -> Bool {
    let own = announcement.signal
    return !tree.subtree(body).contains { node in
      node != own.node && tree.kind(node) == .callExpression
        && package.completionSignal(node, in: announcement.declaration)
          .map { $0.place.mustEqual(own.place) } ?? false
    }
  }

  /// Whether a statement may leave its list: then the signal would not be reached.
  private func mayLeave(_ statement: NodeID) -> Bool {
    var next = statement.rawValue
    while next < tree[statement].end {
      let node = NodeID(rawValue: next)
      next += 1
      switch tree.kind(node) {
      case .funcLiteral: next = tree[node].end
      case .returnStatement, .gotoStatement, .breakStatement, .continueStatement: return true
      default: break
      }
    }
    return false
  }

  /// Whether the wait group may be another one at the start of the body than at the signal.
  private func isChanged(_ place: SharedPlace, in body: NodeID) -> Bool {
    guard case .local(_, let id) = place.root else { return false }
    let scopes = package.scopes(of: announcement.declaration)
    let variable = scopes.variables[id]
    if variable.function == announcement.function, variable.kind == .local { return true }
    return tree.subtree(body).contains { node in
      tree.kind(node) == .assignmentStatement
        && tree.children(tree.child(node, .left)).contains { scopes.variable($0) == id }
    }
  }

  private var blocksBeforeLastEffect: Bool {
    let last = effects.map(\.node).max() ?? .none
    return announcement.tail.statements.contains { tree.mayBlock($0, before: last) }
  }
}
