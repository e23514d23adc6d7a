import Basics
import GoSyntax

extension SyntaxTree {
  /// Whether statements lie in a node one after another.
  public func isStatementList(_ node: NodeID) -> Bool {
    switch kind(node) {
    case .block, .expressionCase, .defaultCase, .typeCase, .communicationCase: true
    default: false
    }
  }

  /// The statement of a list around a node, with the list; nil where there is none.
  public func listedStatement(around node: NodeID) -> (list: NodeID, statement: NodeID)? {
    let path = ancestors(of: node) + [node]
    guard let list = path.lastIndex(where: { isStatementList($0) }), list + 1 < path.count,
      self[path[list + 1]].field == .none
    else { return nil }
    return (path[list], path[list + 1])
  }

  /// Whether a name stands below a node, as what may be a variable.
  func mentions(_ name: String, in node: NodeID) -> Bool {
    subtree(node).contains {
      (kind($0) == .identifier || isIndexed($0)) && text($0) == name
    }
  }

  /// Whether a node is the name of what is indexed twice by variables, `m` or `s.m` in `m[a][b]`:
  /// the grammar takes that for a type.
  func isIndexed(_ node: NodeID) -> Bool {
    guard kind(node) == .typeIdentifier, self[node].field == .type || self[node].field == .name
    else { return false }
    var type = parent(of: node)
    if kind(type) == .qualifiedType { type = parent(of: type) }
    return kind(type) == .genericType && kind(parent(of: type)) == .typeInstantiationExpression
  }

  /// What such a name is selected from, as text; empty for a variable.
  func operand(ofIndexed node: NodeID) -> String {
    let type = parent(of: node)
    return isIndexed(node) && kind(type) == .qualifiedType ? text(firstChild(type)) : ""
  }

  /// What an expression stands in, alone or in a list of expressions, and which child of that it or
  /// the list is.
  public func place(of expression: NodeID) -> (parent: NodeID, child: NodeID) {
    let parent = parent(of: expression)
    return kind(parent) == .expressionList
      ? (self.parent(of: parent), parent) : (parent, expression)
  }

  /// Whether a mention of a variable is assigned to or declares one.
  func isTarget(_ mention: NodeID) -> Bool {
    let (parent, child) = place(of: mention)
    switch kind(parent) {
    case .assignmentStatement, .shortVarDeclaration, .rangeClause, .receiveStatement:
      return self.child(parent, .left) == child
    case .incStatement, .decStatement, .varSpec: return true
    case .parameterDeclaration, .variadicParameterDeclaration, .constSpec: return true
    case .typeSwitchStatement: return self.child(parent, .alias) == child
    default: return false
    }
  }

  /// Whether a statement assigns to what an operand begins with, or to an index in it: then it is
  /// another one afterwards.
  func exchanges(_ operand: String, in statement: NodeID) -> Bool {
    if operand.isEmpty { return false }
    return subtree(statement).contains { node in
      guard [.identifier, .selectorExpression, .indexExpression].contains(kind(node)),
        isTarget(node)
      else { return false }
      let text = self.text(node)
      return operand == text || operand.hasPrefix(text + ".") || operand.hasPrefix(text + "[")
        || operand.utf8.split(whereSeparator: { "[]".utf8.contains($0) }).dropFirst()
          .contains { $0.elementsEqual(text.utf8) }
    }
  }

  /// The literal or declaration in whose goroutine a node runs: a literal that is called where it
  /// stands, at once or deferred or by the library, runs in that of the function around it.
  func runner(of node: NodeID) -> NodeID {
    var function = function(around: node)
    while isCalledInPlace(function) || isCalledByLibrary(function) {
      function = self.function(around: function)
    }
    return function
  }

  private func isCalledInPlace(_ function: NodeID) -> Bool {
    guard kind(function) == .funcLiteral else { return false }
    var callee = function
    while kind(parent(of: callee)) == .parenthesizedExpression { callee = parent(of: callee) }
    let call = parent(of: callee)
    return kind(call) == .callExpression && child(call, .function) == callee
      && kind(parent(of: call)) != .goStatement
  }

  /// Whether a mention of a variable takes its address.
  func isAddressed(_ mention: NodeID) -> Bool {
    let parent = parent(of: mention)
    return kind(parent) == .unaryExpression && kind(child(parent, .operator)) == .ampersand
  }
}
