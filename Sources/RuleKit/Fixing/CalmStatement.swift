import GoSyntax

extension SyntaxTree {
  /// Whether a statement runs to its end without waiting and without calling functions of the program,
  /// what one of its nodes does left aside.
  func isCalm(_ statement: NodeID, but exception: NodeID = .none) -> Bool {
    switch kind(statement) {
    case .expressionStatement, .assignmentStatement, .shortVarDeclaration, .incStatement,
      .decStatement, .returnStatement:
      break
    default: return false
    }
    return subtree(statement).allSatisfy { node in
      if !exception.isNone, isInside(node, exception) { return true }
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

  private static let calmFunctions: Set<String> = [
    "append", "cap", "clear", "copy", "delete", "len", "make", "max", "min", "new", "print",
    "println", "string", "int", "int32", "int64", "uint32", "uint64", "float64",
  ]

  /// The literal or declaration whose body a node stands in, or the whole file.
  func function(around node: NodeID) -> NodeID {
    ancestors(of: node).last {
      switch kind($0) {
      case .funcLiteral, .functionDeclaration, .methodDeclaration: true
      default: false
      }
    } ?? .root
  }

  /// Whether a node is a name of a variable or field.
  func isName(_ node: NodeID, _ name: String) -> Bool {
    switch kind(node) {
    case .identifier, .fieldIdentifier: text(node) == name
    default: false
    }
  }
}
