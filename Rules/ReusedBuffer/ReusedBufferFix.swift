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

  /// Nil where no copy can be made in time, or not of all that is kept.
  func fix() -> Fix? {
    var originals: [CopiedExpression] = []
    for handOff in view.handOffs {
      guard
        let original = program.original(of: handOff, .slice) ?? program.original(of: handOff, .map)
      else { return nil }
      if !originals.contains(original) { originals.append(original) }
    }
    guard let first = originals.first, originals.allSatisfy({ $0.file == first.file }),
      view.kind == .loop || isGivenBackAtTheEnd, let tree = program.tree(first.file),
      let clone = CloneExpression(program, file: first.file),
      let edits = clone.edits(copying: originals)
    else { return nil }
    let isSafe = originals.allSatisfy { !$0.isBoxed || clone.keepsType($0) }
    let keep = view.kind == .loop ? "Keep" : "Return"
    let names = originals.sorted { $0.node < $1.node }.map { tree.text($0.node).shortened }
    return Fix(
      title: "\(keep) a copy of \(names.asList)", safety: isSafe ? .safe : .unsafe,
      edits: program.aligned(edits))
  }

  /// Whether memory goes back to its pool only after what is returned was worked out.
  private var isGivenBackAtTheEnd: Bool {
    guard let last = view.write.last, let place = program.location(last),
      let tree = program.tree(place.file), let node = program.node(place.range, in: tree)
    else { return false }
    return (tree.ancestors(of: node) + [node]).contains { tree.kind($0) == .deferStatement }
  }
}
