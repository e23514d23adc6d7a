import Basics
import Findings
import GoSyntax
import GoTypes
import RuleKit

/// The edit that defers a signal.
struct SkippedDoneFix {
  private let skipped: SkippedSignal
  private let package: PackageContext
  private let tree: SyntaxTree

  init(_ skipped: SkippedSignal, _ package: PackageContext) {
    self.skipped = skipped
    self.package = package
    tree = package.tree(skipped.declaration.file)
  }

  /// `defer wg.Done()` becomes the first statement of the body, where it was the last one.
  func fixes() -> [Fix] {
    let signal = skipped.signal
    let statements = tree.children(skipped.body).filter { tree.kind($0) != .comment }
    guard signal.kind != .send, statements.count > 1, statements.last == signal.statement else {
      return []
    }
    let call = tree.text(signal.node)
    let motion = StatementMotion(
      package, declaration: skipped.declaration, function: skipped.function)
    let edits = StatementEdits(tree)
    guard motion.mayMoveUp(signal.statement, past: Array(statements.dropLast())),
      let changes = edits.replace(signal.statement, with: "defer " + call, before: statements[0])
    else { return [] }
    // What is deferred in the body runs before it then, and may wait for it.
    let hasDefers = tree.subtree(skipped.body).contains { tree.kind($0) == .deferStatement }
    return [
      Fix(
        title: "Defer `\(call.firstLine)`", safety: hasDefers ? .unsafe : .safe,
        edits: edits.edits(changes))
    ]
  }
}
