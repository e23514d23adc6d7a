/// `a, b = x, y`, `a += x`, `a, b := x, y`.
public struct AssignmentSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.assignmentStatement, .shortVarDeclaration]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// What is assigned to or declared.
  public var targets: [NodeID] { list(.left) }

  /// `.assign`, `.plusAssign`, `.define` and so on.
  public var operatorKind: NodeKind {
    tree.kind(id) == .shortVarDeclaration ? .define : tree.kind(child(.operator))
  }

  /// What is assigned.
  public var values: [NodeID] { list(.right) }
}

/// `ch <- value`.
public struct SendSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.sendStatement]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The channel.
  public var channel: NodeID { child(.channel) }

  /// What is sent.
  public var value: NodeID { child(.value) }
}

/// `v, ok := <-ch` as a case of a select.
public struct ReceiveSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.receiveStatement]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// What is assigned to or declared; empty where the value is dropped.
  public var targets: [NodeID] { list(.left) }

  /// The receive operation.
  public var value: NodeID { child(.right) }

  /// Whether the targets are declared.
  public var isDefinition: Bool { !tree.child(id, ofKind: .define).isNone }
}

/// `for k, v := range x`.
public struct RangeSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.rangeClause]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The iteration variables.
  public var targets: [NodeID] { list(.left) }

  /// What is ranged over.
  public var expression: NodeID { child(.right) }

  /// Whether the variables are declared.
  public var isDefinition: Bool { !tree.child(id, ofKind: .define).isNone }
}

/// `if initializer; condition {…} else …`.
public struct IfSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.ifStatement]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The statement before the condition.
  public var initializer: NodeID { child(.initializer) }

  /// The condition.
  public var condition: NodeID { child(.condition) }

  /// The block.
  public var consequence: NodeID { child(.consequence) }

  /// The block or if statement after `else`.
  public var alternative: NodeID { child(.alternative) }
}

/// A loop of any form.
public struct ForSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.forStatement]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The range clause, or `none`.
  public var range: NodeID { tree.child(id, ofKind: .rangeClause) }

  /// The clause of initializer, condition and update, or `none`.
  public var clause: NodeID { tree.child(id, ofKind: .forClause) }

  /// The block.
  public var body: NodeID { child(.body) }
}

/// A switch by value or by type.
public struct SwitchSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.expressionSwitchStatement, .typeSwitchStatement]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The statement before the value.
  public var initializer: NodeID { child(.initializer) }

  /// The variable of a type switch, or `none`.
  public var alias: NodeID { tree.firstChild(child(.alias)) }

  /// What is looked at, or `none`.
  public var value: NodeID { child(.value) }

  /// The clauses.
  public var clauses: [NodeID] {
    tree.children(id).filter { ClauseSyntax($0, in: tree) != nil }
  }
}

/// A clause of a switch or select.
public struct ClauseSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [
    .expressionCase, .typeCase, .defaultCase, .communicationCase,
  ]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The values of an expression case.
  public var values: [NodeID] { list(.value) }

  /// The types of a type case.
  public var types: [NodeID] { children(.type) }

  /// The send or receive of a select's case.
  public var communication: NodeID { child(.communication) }

  /// The statements.
  public var statements: [NodeID] { unnamedChildren() }
}
