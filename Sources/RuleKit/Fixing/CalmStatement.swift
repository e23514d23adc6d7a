import GoSyntax

extension SyntaxTree {
  /// Whether a statement runs to its end without waiting and without calling functions of the program:
  /// a lock may be held around it.
  func isCalm(_ statement: NodeID) -> Bool {
    switch kind(statement) {
    case .expressionStatement, .assignmentStatement, .shortVarDeclaration, .incStatement,
      .decStatement, .returnStatement:
      break
    default: return false
    }
    return subtree(statement).allSatisfy { node in
      switch kind(node) {
      case .funcLiteral: return false
      case .callExpression:
        let function = text(child(node, .function))
        return Self.calmFunctions.contains(function)
      case .unaryExpression: return kind(child(node, .operator)) != .arrow
      default: return true
      }
    }
  }

  /// The literal or declaration whose body a node stands in, or the whole file.
  func function(around node: NodeID) -> NodeID {
    ancestors(of: node).last {
      switch kind($0) {
      case .funcLiteral, .functionDeclaration, .methodDeclaration: true
      default: false
      }
    } ?? .root
  }

  private static let calmFunctions: Set<String> = [
    "append", "cap", "clear", "copy", "delete", "len", "make", "max", "min", "new", "print",
    "println", "string", "int", "int32", "int64", "uint32", "uint64", "float64",
  ]
}
