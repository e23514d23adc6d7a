import Findings
import GoFlow
import GoSyntax
import RuleKit

/// The edit that keeps a copy of a view.
struct ReusedBufferFix {
  private let program: ProgramContext
  private let view: ReusedView

  init(_ program: ProgramContext, _ view: ReusedView) {
    self.program = program
    self.view = view
  }

  /// Nil where no copy can be made in time.
  func fix() -> Fix? {
    guard
      let original = program.original(of: view.handOff, .slice)
        ?? program.original(of: view.handOff, .map),
      view.kind == .loop || isGivenBackAtTheEnd,
      let tree = program.tree(original.file),
      let clone = CloneExpression(program, file: original.file),
      let edits = clone.edits(copying: [original])
    else { return nil }
    let isSafe = !original.isBoxed || clone.keepsType(original)
    let keep = view.kind == .loop ? "Keep" : "Return"
    return Fix(
      title: "\(keep) a copy of `\(tree.text(original.node).shortened)`",
      safety: isSafe ? .safe : .unsafe, edits: program.aligned(edits))
  }

  /// Whether memory goes back to its pool only after what is returned was worked out.
  private var isGivenBackAtTheEnd: Bool {
    guard let last = view.write.last, let place = program.location(last),
      let tree = program.tree(place.file), let node = program.node(place.range, in: tree)
    else { return false }
    return (tree.ancestors(of: node) + [node]).contains { tree.kind($0) == .deferStatement }
  }
}
