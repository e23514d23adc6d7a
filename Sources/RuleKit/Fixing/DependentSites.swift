import GoSyntax

extension LockedSite {
  /// Whether a later statement of the same function changes what is shared by what this one finds
  /// out of it, or only where it finds that: between two sections others could change it first.
  func decides(_ later: LockedSite) -> Bool {
    guard tree === later.tree, statement < later.statement,
      names.contains(where: { later.names.contains($0) }),
      operand == later.operand, !later.isRead,
      case let function = tree.runner(of: statement),
      function == tree.runner(of: later.statement)
    else { return false }
    if tree.isBranching(statement) {
      if tree.isInside(later.statement, statement) || tree.jumps(in: statement) { return true }
      if case .condition = form { return true }
    }
    let values = values(before: later.statement, in: function)
    if values.isEmpty { return false }
    return tree.names(in: later.statement).contains { values.contains($0) }
      || tree.subtree(function).contains { node in
        node > statement && node < later.statement && tree.isBranching(node)
          && (tree.isInside(later.statement, node) || tree.jumps(in: node))
          && tree.names(in: node).contains { values.contains($0) }
      }
  }

  /// Whether a later statement of the same function reads what this one stored: others who store there
  /// too may have put something else in its place.
  func isReadBack(by later: LockedSite) -> Bool {
    guard tree === later.tree, statement < later.statement, !isRead, !isAdded,
      names.contains(where: { later.names.contains($0) }), operand == later.operand,
      case let function = tree.runner(of: statement),
      function == tree.runner(of: later.statement)
    else { return false }
    switch later.form {
    case .reads, .condition: return true
    case .whole, .storing: return later.isRead
    }
  }

  /// Whether a statement gives what is shared to a goroutine that its loop starts, and another
  /// content in the next turn: the goroutine would read a later one, lock or not.
  func refills(for reader: LockedSite) -> Bool {
    guard tree === reader.tree, !isRead, reader.isRead,
      case let function = tree.runner(of: statement),
      case let goroutine = tree.runner(of: reader.statement), goroutine > statement,
      tree.kind(goroutine) == .funcLiteral, tree.runner(of: tree.parent(of: goroutine)) == function
    else { return false }
    let isInLoop = tree.ancestors(of: statement).contains { loop in
      tree.kind(loop) == .forStatement && loop > function && tree.isInside(goroutine, loop)
        && !tree.subtree(loop).contains { tree.isName($0, name) && tree.isDeclared($0) }
    }
    return isInLoop && !isAdded
  }

  /// Whether the statement makes what it stores of what was there, as a count does.
  private var isAdded: Bool {
    switch tree.kind(statement) {
    case .incStatement, .decStatement: return true
    case .assignmentStatement:
      guard let assignment = AssignmentSyntax(statement, in: tree) else { return true }
      return !tree.text(tree.child(statement, .operator), equals: "=")
        || assignment.values.contains { value in
          tree.subtree(value).contains { tree.isName($0, name) }
        }
    case .expressionStatement: return false
    default: return true
    }
  }

  /// The names of what takes a value of the statement, or one that was made of such a value.
  private func values(before end: NodeID, in function: NodeID) -> Set<String> {
    var values = Set(tree.targets(in: statement))
    values.subtract(names)
    for node in tree.subtree(function) where node > statement && node < end {
      guard let assignment = AssignmentSyntax(node, in: tree) else { continue }
      let isOfThem = assignment.values.contains { value in
        tree.names(in: value).contains { values.contains($0) }
      }
      if isOfThem { values.formUnion(tree.targets(in: node)) }
    }
    return values
  }
}

extension SyntaxTree {
  /// Whether a statement does one thing or another by what it asks first.
  fileprivate func isBranching(_ statement: NodeID) -> Bool {
    switch kind(statement) {
    case .ifStatement, .forStatement, .expressionSwitchStatement, .typeSwitchStatement: true
    default: false
    }
  }

  /// Whether a name is that of a variable which is declared there.
  fileprivate func isDeclared(_ name: NodeID) -> Bool {
    let (parent, child) = place(of: name)
    switch kind(parent) {
    case .shortVarDeclaration: return self.child(parent, .left) == child
    case .varSpec: return self[name].field == .name
    default: return false
    }
  }

  /// Whether what follows a statement may be left out by it.
  fileprivate func jumps(in statement: NodeID) -> Bool {
    containsOutsideLiterals(statement) { node in
      switch kind(node) {
      case .returnStatement, .breakStatement, .continueStatement, .gotoStatement: true
      case .callExpression: text(child(node, .function), equals: "panic")
      default: false
      }
    }
  }

  fileprivate func names(in node: NodeID) -> some Sequence<String> {
    subtree(node).lazy.filter { self.kind($0) == .identifier }.map { String(self.text($0)) }
  }

  /// The names of the variables that a statement gives values.
  fileprivate func targets(in statement: NodeID) -> some Sequence<String> {
    subtree(statement).lazy.filter { self.kind($0) == .identifier && self.isTarget($0) }
      .map { String(self.text($0)) }
  }
}
