import Basics
import GoSyntax
import LibraryModels

/// Says from the text of a function alone, and from what is known of the last call in it,
/// whether it never returns.
struct NeverReturning {
  private let tree: SyntaxTree
  private let function: NodeID

  init(_ tree: SyntaxTree, _ function: NodeID) {
    self.tree = tree
    self.function = function
  }

  /// How calls of the function end; `endOfCall` says how a call in it does.
  func end(_ endOfCall: (NodeID) -> CallEnd) -> CallEnd {
    guard tree.child(function, .result).isNone else { return .returns }
    let body = tree.child(function, .body)
    guard let last = lastStatement(of: body), mayNeverEnd(last), !hasReturn(body) else {
      return .returns
    }
    return tree.kind(last) == .expressionStatement ? endOfCall(tree.firstChild(last)) : .process
  }

  private func lastStatement(of block: NodeID) -> NodeID? {
    var last: NodeID?
    for statement in tree.children(block) where tree.kind(statement) != .emptyStatement {
      last = statement
    }
    return last
  }

  private func mayNeverEnd(_ statement: NodeID) -> Bool {
    switch tree.kind(statement) {
    case .expressionStatement:
      return tree.kind(tree.firstChild(statement)) == .callExpression
    case .selectStatement:
      return tree.firstChild(statement).isNone
    case .forStatement:
      // `for {…}` that nothing breaks out of.
      guard tree.firstChild(statement) == tree.child(statement, .body) else { return false }
      return !tree.subtree(statement).contains { tree.kind($0) == .breakStatement }
    default:
      return false
    }
  }

  /// Whether the function has a `return` or a `goto` of its own. A deferred call may recover from
  /// a panic of whatever stands before the last statement, and then the function returns.
  private func hasReturn(_ body: NodeID) -> Bool {
    tree.containsOutsideLiterals(body) { node in
      switch tree.kind(node) {
      case .returnStatement, .gotoStatement, .deferStatement: true
      default: false
      }
    }
  }
}
