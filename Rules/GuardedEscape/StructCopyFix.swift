import Findings
import GoFlow
import GoSyntax
import RuleKit

/// The edits that copy a slice or map in a struct that is copied while a lock is held: right behind
/// that, the copy gets its own one.
struct StructCopyFix {
  private let program: ProgramContext
  private let escape: LockEscape
  private let tree: SyntaxTree
  /// What declares the copy, its name, and the way in it.
  private let statement: NodeID
  private let name: String
  private let path: String

  /// Nil where what is found is not in a struct that goes into a variable.
  init?(_ program: ProgramContext, _ escape: LockEscape) {
    guard escape.confidence > .possible, escape.isItself, escape.form == .used,
      !escape.inner.isEmpty, let place = program.location(escape.source),
      program.isAnchor(place.file), let tree = program.tree(place.file),
      let node = program.node(place.range, in: tree),
      case let statement = tree.place(of: node).parent,
      let assignment = AssignmentSyntax(statement, in: tree), assignment.values == [node],
      assignment.targets.count == 1, tree.kind(assignment.targets[0]) == .identifier,
      tree.listedStatement(around: node)?.statement == statement
    else { return nil }
    self.program = program
    self.escape = escape
    self.tree = tree
    self.statement = statement
    name = tree.text(assignment.targets[0])
    path = escape.inner.map { program.program.texts[program.program.fields[$0].name] }
      .joined(separator: ".")
  }

  /// Nil where something is changed by way of the copy, or the type of a map cannot be written.
  func fix() -> Fix? {
    let function = tree.ancestors(of: statement)
    guard function.count > 1, let field = escape.inner.last,
      let clone = CloneExpression(program, file: tree.source.path),
      !tree.subtree(function[1]).contains(where: { mention in
        tree.kind(mention) == .identifier && tree.text(mention) == name
          && !tree.isInside(mention, statement) && tree.isChanged(mention)
      }),
      let edits = clone.edits(
        replacing: "\(name).\(path)", escape.kind,
        type: program.typeText(of: field, in: tree.source.path), after: statement)
    else { return nil }
    return Fix(
      title: "Copy `\(name).\(path)` while `\(escape.lock)` is held", safety: .safe,
      edits: program.aligned(edits))
  }
}
