import Findings
import GoFlow
import GoIR
import GoSyntax
import RuleKit

/// The edits by which a change is one of a copy.
struct BorrowedWriteFix {
  private let program: ProgramContext
  private let write: WriteToBorrowed

  init(_ program: ProgramContext, _ write: WriteToBorrowed) {
    self.program = program
    self.write = write
  }

  /// Nil where the copy is not one expression.
  func fix() -> Fix? {
    switch write.kind {
    case .copy: copyOfField()
    case .filter: fullClip()
    case .sort: copyOfResult()
    }
  }

  private func site(_ value: ValueID) -> FlowSite {
    FlowSite(function: write.function, value: value)
  }

  /// `c.labels = maps.Clone(c.labels)` below the statement that copies the struct into `c`.
  private func copyOfField() -> Fix? {
    let body = program.program.functions[write.function].body
    let kind = body.instructions[write.container.index].kind
    guard let original = program.original(at: site(write.container), kind),
      let tree = program.tree(original.file), tree.kind(original.node) == .selectorExpression,
      tree.isPlain(original.node),
      let copied = program.location(site(write.origin)),
      let origin = program.node(copied.range, in: tree),
      let clone = CloneExpression(program, file: original.file),
      let copy = clone.copy(of: original.node, kind),
      let added = clone.importEdits(for: [copy])
    else { return nil }
    let text = tree.text(original.node)
    let path = tree.ancestors(of: origin) + [origin]
    guard let list = path.lastIndex(where: { tree.isStatementList($0) }), list + 1 < path.count
    else { return nil }
    let statement = path[list + 1]
    guard declares(statement, String(text.prefix { $0 != "." }), origin, tree),
      let line = StatementEdits(tree).insertion("\(text) = \(copy.text)", after: statement)
    else { return nil }
    return Fix(title: "Copy `\(text)` too", safety: .safe, edits: added + [line])
  }

  /// Whether a statement puts what it copies into a variable.
  private func declares(
    _ statement: NodeID, _ name: String, _ origin: NodeID, _ tree: SyntaxTree
  ) -> Bool {
    guard tree[statement].field == .none,
      tree.kind(statement) == .shortVarDeclaration || tree.kind(statement) == .assignmentStatement
    else { return false }
    let targets = Array(tree.children(tree.child(statement, .left)))
    let values = Array(tree.children(tree.child(statement, .right)))
    return targets.count == 1 && values == [origin] && tree.text(targets[0]) == name
  }

  /// `s[:0:0]` for `s[:0]`, so that the first append makes an array of its own.
  private func fullClip() -> Fix? {
    guard let place = program.location(site(write.container)), let tree = program.tree(place.file),
      let node = program.node(place.range, in: tree), let view = SliceSyntax(node, in: tree),
      view.start.isNone, view.capacity.isNone, tree.text(view.end) == "0"
    else { return nil }
    let text = tree.text(view.operand)
    return Fix(
      title: "Filter `\(text)` into an array of its own", safety: .safe,
      edits: program.aligned([TextEdit(place, replacement: "\(text)[:0:0]")]))
  }

  /// A copy of what a call gives, where it goes into a variable that is sorted.
  private func copyOfResult() -> Fix? {
    guard let original = program.original(at: site(write.origin), .slice),
      let tree = program.tree(original.file)
    else { return nil }
    let statement = tree.place(of: original.node).parent
    guard
      tree.kind(statement) == .shortVarDeclaration || tree.kind(statement) == .assignmentStatement,
      tree.children(tree.child(statement, .left)).allSatisfy({ tree.kind($0) == .identifier }),
      let edits = CloneExpression(program, file: original.file)?.edits(copying: [original])
    else { return nil }
    return Fix(
      title: "Sort a copy of `\(tree.text(original.node).shortened)`", safety: .safe, edits: edits)
  }
}
