import Basics
import Findings
import GoSyntax
import GoTypes

/// The variable around a goroutine that has one of the same name of its own from now on.
struct OuterVariable {
  private let tree: SyntaxTree
  private let variable: LocalVariable
  /// Where it is named, apart from the goroutine and from its declaration.
  private let mentions: [NodeID]

  /// The one that a name in a literal stands for; nil where that is no variable of a function.
  init?(_ mention: NodeID, usedBy literal: NodeID, _ tree: SyntaxTree) {
    let path = tree.ancestors(of: literal)
    guard path.count > 1 else { return nil }
    let scopes = Scopes(of: path[1], in: tree)
    let id = scopes.variable(mention)
    guard !id.isNone else { return nil }
    self.tree = tree
    let variable = scopes.variables[id]
    self.variable = variable
    mentions = tree.subtree(path[1]).filter {
      tree.kind($0) == .identifier && scopes.variable($0) == id && $0 != variable.name
        && !tree.isInside($0, literal)
    }
  }

  /// What has to go with its uses, as Go has no variables that nothing reads: its declaration, where
  /// that declares nothing else. Nil where something is left over.
  func leftovers() -> [TextEdit]? {
    guard variable.kind == .local else { return [] }
    if mentions.contains(where: { !tree.isTarget($0) }) { return [] }
    guard mentions.isEmpty, let (_, statement) = tree.listedStatement(around: variable.name),
      tree.kind(statement) == .varDeclaration, variable.value.isNone,
      tree.subtree(statement).count(where: {
        tree.kind($0) == .varSpec || tree[$0].field == .name && tree.kind($0) == .identifier
      }) == 2
    else { return nil }
    let edits = StatementEdits(tree)
    return edits.deletion(of: statement).map { edits.edits($0) }
  }
}
