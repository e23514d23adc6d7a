import GoSyntax

/// A statement that a lock may be held around: it runs to its end without waiting and without calling
/// functions of the program, but for one call whose value it stores, which may be made before.
struct LockedSite {
  let tree: SyntaxTree
  let statement: NodeID
  /// The call that is to be made before; `none` where there is none.
  let call: NodeID

  /// Nil for other statements. `name` is what is used under the lock: a call that names it is none to
  /// be made before.
  init?(_ tree: SyntaxTree, _ statement: NodeID, using name: String) {
    self.tree = tree
    self.statement = statement
    if tree.isCalm(statement) {
      call = .none
      return
    }
    let stored = Self.storedCall(in: statement, tree)
    guard !stored.isNone, tree.isCalm(statement, but: stored),
      !tree.subtree(stored).contains(where: { tree.isName($0, name) })
    else { return nil }
    call = stored
  }

  /// The call in `x = f()` or `x = append(x, f())`: the operands beside it have no effects, so that
  /// nobody can tell when it is made. `none` for other statements.
  private static func storedCall(in statement: NodeID, _ tree: SyntaxTree) -> NodeID {
    guard tree.kind(statement) == .assignmentStatement,
      tree.kind(tree.child(statement, .operator)) == .assign,
      case let targets = Array(tree.children(tree.child(statement, .left))), targets.count == 1,
      tree.isPlain(targets[0]),
      case let values = Array(tree.children(tree.child(statement, .right))), values.count == 1,
      tree.kind(values[0]) == .callExpression
    else { return .none }
    guard tree.text(tree.child(values[0], .function), equals: "append") else { return values[0] }
    let arguments = tree.children(tree.child(values[0], .arguments)).filter {
      tree.kind($0) != .comment
    }
    guard arguments.count == 2, tree.isPlain(arguments[0]),
      tree.kind(arguments[1]) == .callExpression
    else { return .none }
    return arguments[1]
  }

  func isSame(as other: LockedSite) -> Bool {
    tree === other.tree && statement == other.statement
  }

  /// Whether a node is in it.
  func contains(_ node: NodeID, of other: SyntaxTree) -> Bool {
    tree === other && tree.isInside(node, statement)
  }
}

extension [LockedSite] {
  /// In the order of their places.
  func inOrder() -> [LockedSite] {
    sorted {
      ($0.tree.source.path, $0.statement.rawValue) < ($1.tree.source.path, $1.statement.rawValue)
    }
  }
}
