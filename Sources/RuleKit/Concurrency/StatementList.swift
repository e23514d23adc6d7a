import GoSyntax

/// The statements that follow one in its own list: where a fix may move it.
public struct StatementList: Sendable {
  /// The block or clause that holds the innermost statement around a node.
  public private(set) var list = NodeID.none
  /// The siblings that follow, up to one that leaves the list.
  public private(set) var siblings: [NodeID] = []
  /// That one too.
  public private(set) var followers: [NodeID] = []

  /// The list of the innermost statement around a node.
  public init(after node: NodeID, in tree: SyntaxTree) {
    let path = tree.ancestors(of: node) + [node]
    for level in stride(from: path.count - 2, through: 0, by: -1) {
      switch tree.kind(path[level]) {
      case .block, .expressionCase, .defaultCase, .typeCase, .communicationCase: break
      default: continue
      }
      list = path[level]
      let statement = path[level + 1]
      if tree.kind(statement) == .deferStatement || tree.isTerminating(statement) { return }
      for sibling in tree.children(list) where sibling > statement && tree[sibling].field == .none {
        followers.append(sibling)
        if tree.isTerminating(sibling) { return }
        siblings.append(sibling)
      }
      return
    }
  }
}

extension SyntaxTree {
  /// Whether control never goes on to the statement after this one.
  public func isTerminating(_ statement: NodeID) -> Bool {
    switch kind(statement) {
    case .returnStatement, .gotoStatement, .breakStatement, .continueStatement: return true
    case .expressionStatement:
      let call = firstChild(statement)
      return kind(call) == .callExpression && text(child(call, .function), equals: "panic")
    default: return false
    }
  }
}
