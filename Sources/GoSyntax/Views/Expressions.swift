/// A call, a conversion of the same form, or a call of a builtin.
public typealias CallSyntax = SyntaxView<CallTag>

/// The kinds of `CallSyntax`.
public enum CallTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.callExpression]
}

extension SyntaxView<CallTag> {
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
public typealias SelectorSyntax = SyntaxView<SelectorTag>

/// The kinds of `SelectorSyntax`.
public enum SelectorTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.selectorExpression]
}

extension SyntaxView<SelectorTag> {
  /// What is selected from.
  public var operand: NodeID { child(.operand) }

  /// The name of the field, method or member of a package.
  public var field: NodeID { child(.field) }
}

/// `operand[index]`; an instantiation may have the same form.
public typealias IndexSyntax = SyntaxView<IndexTag>

/// The kinds of `IndexSyntax`.
public enum IndexTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.indexExpression]
}

extension SyntaxView<IndexTag> {
  /// What is indexed.
  public var operand: NodeID { child(.operand) }

  /// The index or key.
  public var index: NodeID { child(.index) }
}

/// `operand[start:end:capacity]`.
public typealias SliceSyntax = SyntaxView<SliceTag>

/// The kinds of `SliceSyntax`.
public enum SliceTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.sliceExpression]
}

extension SyntaxView<SliceTag> {
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
public typealias UnarySyntax = SyntaxView<UnaryTag>

/// The kinds of `UnarySyntax`.
public enum UnaryTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.unaryExpression]
}

extension SyntaxView<UnaryTag> {
  /// The operator.
  public var operatorKind: NodeKind { tree.kind(child(.operator)) }

  /// What it stands before.
  public var operand: NodeID { child(.operand) }
}

/// `left operator right`.
public typealias BinarySyntax = SyntaxView<BinaryTag>

/// The kinds of `BinarySyntax`.
public enum BinaryTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.binaryExpression]
}

extension SyntaxView<BinaryTag> {
  /// The left operand.
  public var left: NodeID { child(.left) }

  /// The operator.
  public var operatorKind: NodeKind { tree.kind(child(.operator)) }

  /// The right operand.
  public var right: NodeID { child(.right) }
}

/// `T{…}`.
public typealias CompositeSyntax = SyntaxView<CompositeTag>

/// The kinds of `CompositeSyntax`.
public enum CompositeTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.compositeLiteral]
}

extension SyntaxView<CompositeTag> {
  /// The type.
  public var type: NodeID { child(.type) }

  /// Its elements: `literalElement` or `keyedElement`.
  public var elements: [NodeID] { Array(tree.children(child(.body))) }
}
