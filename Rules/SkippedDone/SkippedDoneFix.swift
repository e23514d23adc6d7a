import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// The edits that give a signal on all ways out.
struct SkippedDoneFix {
  private let skipped: SkippedSignal
  private let package: PackageContext
  private let tree: SyntaxTree
  private let statements: [NodeID]
  private let edits: StatementEdits

  init(_ skipped: SkippedSignal, _ package: PackageContext) {
    self.skipped = skipped
    self.package = package
    tree = package.tree(skipped.declaration.file)
    statements = tree.children(skipped.body).filter { [tree] in tree.kind($0) != .comment }
    edits = StatementEdits(tree)
  }

  private var signal: CompletionSignal { skipped.signal }

  /// The best one that there is.
  func fixes() -> [Fix] { (deferred() ?? closed() ?? repeated()).map { [$0] } ?? [] }

  /// `defer wg.Done()` becomes the first statement of the body, where nothing followed the signal but
  /// a return statement. It stands for all signals that are given before the goroutine returns.
  private func deferred() -> Fix? {
    guard signal.kind != .send, statements.count > 1,
      let index = statements.firstIndex(of: signal.statement),
      case let rest = statements[(index + 1)...],
      rest.allSatisfy({ tree.kind($0) == .returnStatement }),
      let others = skipped.signalsBeforeReturns()
    else { return nil }
    let call = tree.text(signal.node)
    let motion = StatementMotion(
      package, declaration: skipped.declaration, function: skipped.function)
    guard motion.mayMoveUp(signal.statement, past: Array(statements[..<index])),
      var changes = edits.replace(signal.statement, with: "defer " + call, before: statements[0])
    else { return nil }
    for other in others {
      guard let deletion = edits.deletion(of: other.statement) else { return nil }
      changes.merge(deletion) { first, _ in first }
    }
    // What is deferred in the body runs before it then, and may wait for it, as what is returned may.
    let mayWait =
      tree.subtree(skipped.body).contains { tree.kind($0) == .deferStatement }
      || (rest + others.map(\.exit)).contains { motion.waiting($0) > .never }
    return Fix(
      title: "Defer `\(call.firstLine)`", safety: mayWait ? .unsafe : .safe,
      edits: edits.edits(changes))
  }

  /// `defer close(ch)` becomes the first statement of the body, and what it sends it sends as before:
  /// who receives sees the end then, and gets nothing.
  ///
  /// Nobody else sends or closes, as the finding says; the goroutine is one for each channel.
  private func closed() -> Fix? {
    guard let send = SendSyntax(signal.node, in: tree), skipped.function != .declaration,
      tree.kind(send.channel) == .identifier, let first = statements.first,
      tree.isInside(skipped.body, skipped.start.node),
      skipped.start.file == skipped.declaration.file,
      isOfOneTurn, isDeclaredOutside(send.channel)
    else { return nil }
    let call = "close(\(tree.text(send.channel)))"
    guard let line = edits.insertion("defer " + call, before: first) else { return nil }
    return Fix(
      title: "Defer `\(call)`", safety: isReceivedForItself ? .safe : .unsafe, edits: [line])
  }

  /// The signal stands in front of each early return too.
  private func repeated() -> Fix? {
    guard isLiteral, let exits = skipped.exitsOfOnlySignal(), !exits.isEmpty,
      exits.allSatisfy({ $0.kind == .returns && tree.kind($0.node) == .returnStatement }),
      tree.subtree(signal.statement).allSatisfy({
        tree.kind($0) != .identifier || isDeclaredOutside($0) && isNotHidden($0)
      })
    else { return nil }
    let text = tree.text(signal.statement)
    let lines = exits.compactMap { edits.insertion(text, before: $0.node) }
    guard lines.count == exits.count else { return nil }
    return Fix(
      title: "Give `\(text.firstLine)` on each way out", safety: .unsafe, edits: lines)
  }

  /// Whether the signal means the same wherever it stands: what it sends is spelled out.
  private var isLiteral: Bool {
    guard let send = SendSyntax(signal.node, in: tree) else { return true }
    switch tree.kind(send.value) {
    case .intLiteral, .floatLiteral, .runeLiteral, .interpretedStringLiteral, .rawStringLiteral,
      .trueLiteral, .falseLiteral, .nilLiteral:
      return true
    case .compositeLiteral: return tree.firstChild(tree.child(send.value, .body)).isNone
    default: return false
    }
  }

  /// Whether a name is no variable that the body itself declares.
  private func isDeclaredOutside(_ name: NodeID) -> Bool {
    let scopes = package.scopes(of: skipped.declaration)
    let variable = scopes.variable(name)
    return variable.isNone || !tree.isInside(scopes.variables[variable].name, skipped.body)
  }

  /// Whether a name means the same all over the body.
  private func isNotHidden(_ name: NodeID) -> Bool {
    let text = tree.text(name)
    return !package.scopes(of: skipped.declaration).variables.elements.contains {
      tree.isInside($0.name, skipped.body) && tree.text($0.name) == text
    }
  }

  /// Whether each channel has one such goroutine: the function that makes it starts the goroutine in
  /// no loop that the channel is not made in too.
  private var isOfOneTurn: Bool {
    guard case .local(let home, let id) = skipped.seen.root, skipped.seen.path.isEmpty,
      home.file == skipped.start.file
    else { return false }
    let scopes = package.scopes(of: home)
    let made = scopes.variables[id]
    return made.function == scopes.function(around: skipped.start.node, in: tree)
      && tree.text(tree.child(made.value, .function), equals: "make")
      && !tree.ancestors(of: skipped.start.node).contains {
        tree.kind($0) == .forStatement && !tree.isInside(made.name, $0)
      }
  }

  /// Whether all who receive do so to wait, and look at nothing that comes.
  private var isReceivedForItself: Bool {
    package.waits(for: signal.kind, on: skipped.seen).allSatisfy { wait in
      let tree = package.tree(wait.declaration.file)
      return tree.kind(wait.node) == .unaryExpression
        && tree.kind(tree.parent(of: wait.node)) == .expressionStatement
    }
  }
}
