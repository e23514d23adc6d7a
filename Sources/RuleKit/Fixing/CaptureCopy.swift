import Basics
import Findings
import GoFlow
import GoSyntax

/// Edits that give a function literal its own copy of a slice or map that it shares with the
/// function around it: `sCopy := slices.Clone(s)` in front of the statement, and that name inside.
public struct CaptureCopy {
  private let tree: SyntaxTree
  private let clone: CloneExpression
  private let use: NodeID
  private let kind: ReferenceKind
  private let literal: NodeID
  private let statement: NodeID
  private let declaration: NodeID

  /// Nil where the literal stands in no statement that a line may be put in front of.
  ///
  /// - Parameters:
  ///   - use: Where the literal names the variable.
  ///   - place: What starts the goroutine or hands the literal on.
  public init?(
    _ program: ProgramContext, use: SourceLocation, kind: ReferenceKind, in place: SourceLocation
  ) {
    guard let tree = program.tree(use.file), let node = program.node(use.range, in: tree),
      let clone = CloneExpression(program, file: use.file)
    else { return nil }
    let path = tree.ancestors(of: node)
    guard tree.kind(node) == .identifier, path.count > 1,
      let level = path.firstIndex(where: {
        tree.kind($0) == .funcLiteral && place.range.contains(tree.range($0))
      }),
      let list = path[..<level].lastIndex(where: { tree.isStatementList($0) })
    else { return nil }
    self.tree = tree
    self.clone = clone
    self.use = node
    self.kind = kind
    literal = path[level]
    statement = path[list + 1]
    declaration = path[1]
    // What stands in between runs before the literal does.
    guard tree[statement].field == .none, isStatement(tree.kind(statement)) else { return nil }
  }

  private func isStatement(_ kind: NodeKind) -> Bool {
    switch kind {
    case .goStatement, .expressionStatement, .sendStatement, .assignmentStatement: true
    default: false
    }
  }

  /// Nil where the name does not mean the one variable in the whole literal, or something is
  /// assigned to it.
  public func edits() -> [TextEdit]? {
    let name = tree.text(use)
    guard tree.mayDeclare(before: statement), let fresh = freshName(name),
      let copy = clone.copy(of: use, kind),
      var edits = clone.importEdits(for: [copy])
    else { return nil }
    let changes = StatementEdits(tree)
    guard var line = changes.insertion("\(fresh) := \(copy.text)", before: statement) else {
      return nil
    }
    line.names = [DeclaredName(fresh, in: tree.location(declaration))]
    edits.append(line)
    for node in tree.subtree(declaration)
    where tree.kind(node) == .identifier && tree.text(node) == name {
      if tree.isInside(node, literal) {
        guard mayRename(node) else { return nil }
        edits.append(
          TextEdit(
            SourceLocation(file: tree.source.path, range: tree.range(node)), replacement: fresh))
      } else if node > statement, tree.isTarget(node) {
        // The literal may be there to see what is assigned.
        return nil
      }
    }
    return edits
  }

  /// A name that the declaration does not use.
  private func freshName(_ name: String) -> String? {
    let names = Set(
      tree.subtree(declaration).filter { tree.kind($0) == .identifier }.map { tree.text($0) })
    return [name + "Copy", name + "Clone"].first { !names.contains($0) }
  }

  /// Whether a mention is one of a variable that is read there.
  private func mayRename(_ node: NodeID) -> Bool {
    if tree.isTarget(node) || tree.isAddressed(node) { return false }
    var (child, parent) = (node, tree.parent(of: node))
    switch tree.kind(parent) {
    case .literalElement:
      (child, parent) = (parent, tree.parent(of: parent))
      return tree.kind(parent) != .keyedElement || tree.child(parent, .key) != child
    case .keyedElement: return tree.child(parent, .key) != child
    default: return true
    }
  }
}
