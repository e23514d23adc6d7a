import GoSyntax

extension SyntaxTree {
  /// What lines may be put in front of, so that they run each time that a statement of a list
  /// does: what stands behind a label to which the function jumps, else the statement with the
  /// labels that it needs. Nil where a label is both jumped to and named by what leaves or
  /// continues the statement.
  func runTogether(_ listed: NodeID) -> NodeID? {
    var statement = listed
    while kind(statement) == .labeledStatement {
      let name = text(child(statement, .label))
      var isJumpedTo = false
      var isNeeded = false
      for node in subtree(function(around: statement))
      where kind(node) == .labelName && text(node) == name {
        switch kind(parent(of: node)) {
        case .gotoStatement: isJumpedTo = true
        case .breakStatement, .continueStatement: isNeeded = true
        default: break
        }
      }
      if isNeeded { return isJumpedTo ? nil : listed }
      statement = labeled(by: statement)
      if statement.isNone { return nil }
    }
    return statement
  }

  /// The statement behind a label; `none` where there is none.
  func labeled(by label: NodeID) -> NodeID {
    children(label).first { self[$0].field != .label && kind($0) != .comment } ?? .none
  }

  /// Whether a variable may be declared in front of a statement: no `goto` before it leads to a label
  /// of its list behind it (see "Goto statements").
  func mayDeclare(before statement: NodeID) -> Bool {
    let path = ancestors(of: statement) + [statement]
    guard let list = path.lastIndex(where: { isStatementList($0) }) else { return true }
    var later: Set<String> = []
    for listed in children(path[list]) {
      var label = listed
      while kind(label) == .labeledStatement {
        // What is put in front of a label is put in front of what stands behind it.
        if label >= statement { later.insert(text(child(label, .label))) }
        label = labeled(by: label)
      }
    }
    if later.isEmpty { return true }
    return !subtree(function(around: statement)).contains { node in
      node < statement && kind(node) == .labelName && kind(parent(of: node)) == .gotoStatement
        && later.contains(text(node))
    }
  }
}
