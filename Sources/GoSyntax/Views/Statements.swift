/// `a, b = x, y`, `a += x`, `a, b := x, y`.
public typealias AssignmentSyntax = SyntaxView<AssignmentTag>

/// The kinds of `AssignmentSyntax`.
public enum AssignmentTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.assignmentStatement, .shortVarDeclaration]
}

extension SyntaxView<AssignmentTag> {
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
public typealias SendSyntax = SyntaxView<SendTag>

/// The kinds of `SendSyntax`.
public enum SendTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.sendStatement]
}

extension SyntaxView<SendTag> {
  /// The channel.
  public var channel: NodeID { child(.channel) }

  /// What is sent.
  public var value: NodeID { child(.value) }
}

/// `v, ok := <-ch` as a case of a select.
public typealias ReceiveSyntax = SyntaxView<ReceiveTag>

/// The kinds of `ReceiveSyntax`.
public enum ReceiveTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.receiveStatement]
}

extension SyntaxView<ReceiveTag> {
  /// What is assigned to or declared; empty where the value is dropped.
  public var targets: [NodeID] { list(.left) }

  /// The receive operation.
  public var value: NodeID { child(.right) }

  /// Whether the targets are declared.
  public var isDefinition: Bool { !tree.child(id, ofKind: .define).isNone }
}

/// `for k, v := range x`.
public typealias RangeSyntax = SyntaxView<RangeTag>

/// The kinds of `RangeSyntax`.
public enum RangeTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.rangeClause]
}

extension SyntaxView<RangeTag> {
  /// The iteration variables.
  public var targets: [NodeID] { list(.left) }

  /// What is ranged over.
  public var expression: NodeID { child(.right) }

  /// Whether the variables are declared.
  public var isDefinition: Bool { !tree.child(id, ofKind: .define).isNone }
}

/// `if initializer; condition {…} else …`.
public typealias IfSyntax = SyntaxView<IfTag>

/// The kinds of `IfSyntax`.
public enum IfTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.ifStatement]
}

extension SyntaxView<IfTag> {
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
public typealias ForSyntax = SyntaxView<ForTag>

/// The kinds of `ForSyntax`.
public enum ForTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.forStatement]
}

extension SyntaxView<ForTag> {
  /// The range clause, or `none`.
  public var range: NodeID { tree.child(id, ofKind: .rangeClause) }

  /// The clause of initializer, condition and update, or `none`.
  public var clause: NodeID { tree.child(id, ofKind: .forClause) }

  /// The block.
  public var body: NodeID { child(.body) }
}

/// A switch by value or by type.
public typealias SwitchSyntax = SyntaxView<SwitchTag>

/// The kinds of `SwitchSyntax`.
public enum SwitchTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.expressionSwitchStatement, .typeSwitchStatement]
}

extension SyntaxView<SwitchTag> {
  /// The statement before the value.
  public var initializer: NodeID { child(.initializer) }

  /// The variable of a type switch, or `none`.
  public var alias: NodeID { tree.firstChild(child(.alias)) }

  /// What is looked at, or `none`.
  public var value: NodeID { child(.value) }

  /// The clauses.
  public var clauses: [NodeID] { tree.children(id).filter { ClauseSyntax($0, in: tree) != nil } }
}

/// A clause of a switch or select.
public typealias ClauseSyntax = SyntaxView<ClauseTag>

/// The kinds of `ClauseSyntax`.
public enum ClauseTag: SyntaxTag {
  public static let kinds: [NodeKind] = [
    .expressionCase, .typeCase, .defaultCase, .communicationCase,
  ]
}

extension SyntaxView<ClauseTag> {
  /// The values of an expression case.
  public var values: [NodeID] { list(.value) }

  /// The types of a type case.
  public var types: [NodeID] { children(.type) }

  /// The send or receive of a select's case.
  public var communication: NodeID { child(.communication) }

  /// The statements.
  public var statements: [NodeID] { children(.none) }
}
