/// A call, a conversion of the same form, or a call of a builtin.
public struct CallSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.callExpression]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// What is called.
  public var function: NodeID { child(.function) }

  /// The type arguments, where they are given.
  public var typeArguments: NodeID { child(.typeArguments) }

  /// The arguments; the last may be a `variadicArgument`.
  public var arguments: [NodeID] { Array(tree.children(child(.arguments))) }

  /// The last name of what is called, `Done` of `s.wg.Done()`; `none` for other expressions.
  public var name: NodeID {
    switch tree.kind(function) {
    case .identifier: function
    case .selectorExpression: tree.child(function, .field)
    default: .none
    }
  }

  /// What a method is called on, `s.wg` of `s.wg.Done()`; `none` for other expressions.
  public var operand: NodeID {
    tree.kind(function) == .selectorExpression ? tree.child(function, .operand) : .none
  }
}

/// `operand.field`.
public struct SelectorSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.selectorExpression]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// What is selected from.
  public var operand: NodeID { child(.operand) }

  /// The name of the field, method or member of a package.
  public var field: NodeID { child(.field) }
}

/// `operand[index]`; an instantiation may have the same form.
public struct IndexSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.indexExpression]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// What is indexed.
  public var operand: NodeID { child(.operand) }

  /// The index or key.
  public var index: NodeID { child(.index) }
}

/// `operand[start:end:capacity]`.
public struct SliceSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.sliceExpression]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// What is sliced.
  public var operand: NodeID { child(.operand) }

  /// The low bound.
  public var start: NodeID { child(.start) }

  /// The high bound.
  public var end: NodeID { child(.end) }

  /// The bound of the capacity.
  public var capacity: NodeID { child(.capacity) }
}

/// `<-ch`, `&x`, `*p`, `-n`, `!ok`.
public struct UnarySyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.unaryExpression]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The operator.
  public var operatorKind: NodeKind { tree.kind(child(.operator)) }

  /// What it stands before.
  public var operand: NodeID { child(.operand) }
}

/// `left operator right`.
public struct BinarySyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.binaryExpression]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The left operand.
  public var left: NodeID { child(.left) }

  /// The operator.
  public var operatorKind: NodeKind { tree.kind(child(.operator)) }

  /// The right operand.
  public var right: NodeID { child(.right) }
}

/// `T{…}`.
public struct CompositeSyntax: SyntaxView {
  public static let kinds: [NodeKind] = [.compositeLiteral]
  public let tree: SyntaxTree
  public let id: NodeID

  public init(checked id: NodeID, in tree: SyntaxTree) {
    self.tree = tree
    self.id = id
  }

  /// The type.
  public var type: NodeID { child(.type) }

  /// Its elements: `literalElement` or `keyedElement`.
  public var elements: [NodeID] { Array(tree.children(child(.body))) }
}
