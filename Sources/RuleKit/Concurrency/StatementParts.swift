import GoSyntax

/// What of a declaration's statements is run in one go: a simple statement, or a condition, value
/// or clause of a statement that holds others.
///
/// Graphs say which instructions a path reaches; this says which piece of the text that is.
struct StatementParts {
  private let first: Int
  private var parts: [NodeID] = []

  /// The parts of a top-level declaration, found in one walk.
  init(_ declaration: NodeID, _ tree: SyntaxTree) {
    first = declaration.index
    var open: [NodeID] = []
    for node in tree.subtree(declaration) {
      while let last = open.last, tree[last].end <= node.rawValue { open.removeLast() }
      let parent = open.last ?? .none
      let begins = parent.isNone || Self.begins(below: parent, around: open.dropLast().last, tree)
      parts.append(begins ? node : parts[parent.index - first])
      open.append(node)
    }
  }

  /// The part that a node belongs to; `none` for statements that hold others.
  func part(of node: NodeID, _ tree: SyntaxTree) -> NodeID {
    let slot = node.index - first
    guard !node.isNone, slot >= 0, slot < parts.count else { return .none }
    return Self.holdsOthers(tree.kind(parts[slot])) ? .none : parts[slot]
  }

  private static func begins(
    below parent: NodeID, around call: NodeID?, _ tree: SyntaxTree
  ) -> Bool {
    if holdsOthers(tree.kind(parent)) { return true }
    // The arguments of a literal that is called where it stands: its body is apart.
    guard tree.kind(parent) == .argumentList, let call else { return false }
    return tree.kind(tree.child(call, .function)) == .funcLiteral
  }

  private static func holdsOthers(_ kind: NodeKind) -> Bool {
    switch kind {
    case .block, .expressionCase, .defaultCase, .typeCase, .communicationCase, .ifStatement,
      .forStatement, .forClause, .expressionSwitchStatement, .typeSwitchStatement,
      .selectStatement, .labeledStatement, .funcLiteral, .functionDeclaration,
      .methodDeclaration:
      true
    default: false
    }
  }
}
