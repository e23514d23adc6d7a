/// A function, method or function literal.
public typealias FunctionSyntax = SyntaxView<FunctionTag>

/// The kinds of `FunctionSyntax`.
public enum FunctionTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.functionDeclaration, .methodDeclaration, .funcLiteral]
}

extension SyntaxView<FunctionTag> {
  /// Whether it has a receiver.
  public var isMethod: Bool { tree.kind(id) == .methodDeclaration }

  /// The parameter list of the receiver.
  public var receiver: NodeID { child(.receiver) }

  /// The name; `none` for a literal.
  public var name: NodeID { child(.name) }

  /// The type parameter list.
  public var typeParameters: NodeID { child(.typeParameters) }

  /// The parameter list.
  public var parameters: NodeID { child(.parameters) }

  /// The result type, or the parameter list of several or named results.
  public var result: NodeID { child(.result) }

  /// The block; `none` where the function is written in another language.
  public var body: NodeID { child(.body) }
}

/// Parameters, results or a receiver that share a type: `a, b int`, `rest ...string`.
public typealias ParameterSyntax = SyntaxView<ParameterTag>

/// The kinds of `ParameterSyntax`.
public enum ParameterTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.parameterDeclaration, .variadicParameterDeclaration]
}

extension SyntaxView<ParameterTag> {
  /// The names; empty where the type stands alone.
  public var names: [NodeID] { children(.name) }

  /// The type; of a variadic parameter that of one element.
  public var type: NodeID { child(.type) }

  /// Whether it is `...T`.
  public var isVariadic: Bool { tree.kind(id) == .variadicParameterDeclaration }
}

/// Fields of a struct that share a type, or an embedded field.
public typealias FieldSyntax = SyntaxView<FieldTag>

/// The kinds of `FieldSyntax`.
public enum FieldTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.fieldDeclaration]
}

extension SyntaxView<FieldTag> {
  /// The names; empty for an embedded field.
  public var names: [NodeID] { children(.name) }

  /// The type, an embedded pointer's without its star.
  public var type: NodeID { child(.type) }

  /// The tag.
  public var tag: NodeID { child(.tag) }

  /// Whether the type stands alone.
  public var isEmbedded: Bool { child(.name).isNone }

  /// Whether it is an embedded `*T`.
  public var embedsPointer: Bool { isEmbedded && !tree.child(id, ofKind: .star).isNone }
}

/// A declared type or alias.
public typealias TypeSpecSyntax = SyntaxView<TypeSpecTag>

/// The kinds of `TypeSpecSyntax`.
public enum TypeSpecTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.typeSpec, .typeAlias]
}

extension SyntaxView<TypeSpecTag> {
  /// The name.
  public var name: NodeID { child(.name) }

  /// The type parameter list.
  public var typeParameters: NodeID { child(.typeParameters) }

  /// What it is declared as.
  public var type: NodeID { child(.type) }

  /// Whether it is `type A = B`. The grammar does not know aliases with type parameters: their
  /// signs were read over, or are errors in the specification where that mended nothing.
  public var isAlias: Bool {
    if tree.kind(id) == .typeAlias || tree.text(tree.child(id, ofKind: .error), equals: "=") {
      return true
    }
    guard !tree.aliasSigns.isEmpty, !typeParameters.isNone, !type.isNone else { return false }
    let gap = tree.range(typeParameters).end..<tree.range(type).start
    return tree.aliasSigns.contains { gap.contains($0) }
  }
}

/// Variables or constants that are declared together: `a, b int = 1, 2`.
public typealias ValueSpecSyntax = SyntaxView<ValueSpecTag>

/// The kinds of `ValueSpecSyntax`.
public enum ValueSpecTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.varSpec, .constSpec]
}

extension SyntaxView<ValueSpecTag> {
  /// The names.
  public var names: [NodeID] { children(.name) }

  /// The type.
  public var type: NodeID { child(.type) }

  /// The values; as many as names, or one call for all, or none.
  public var values: [NodeID] { list(.value) }

  /// Whether they are constants.
  public var isConstant: Bool { tree.kind(id) == .constSpec }
}

/// One import.
public typealias ImportSyntax = SyntaxView<ImportTag>

/// The kinds of `ImportSyntax`.
public enum ImportTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.importSpec]
}

extension SyntaxView<ImportTag> {
  /// A name, `.` or `_`.
  public var name: NodeID { child(.name) }

  /// The string literal.
  public var path: NodeID { child(.path) }
}

/// A channel type.
public typealias ChannelTypeSyntax = SyntaxView<ChannelTypeTag>

/// The kinds of `ChannelTypeSyntax`.
public enum ChannelTypeTag: SyntaxTag {
  public static let kinds: [NodeKind] = [.channelType]
}

extension SyntaxView<ChannelTypeTag> {
  /// The type of its elements.
  public var value: NodeID { child(.value) }

  /// Which ways values may go.
  ///
  /// The grammar reads `chan<- chan T` as `chan (<-chan T)`, but an arrow belongs to the
  /// leftmost `chan` possible (see "Channel types" in the specification): a channel type without
  /// an arrow of its own takes the one that its element begins with. Costs the number of
  /// channels around.
  public var direction: ChannelDirection {
    let arrow = tree.child(id, ofKind: .arrow)
    if !arrow.isNone {
      guard beginsWithArrow else { return .sendOnly }
      if !losesArrow { return .receiveOnly }
    }
    return ChannelTypeSyntax(value, in: tree)?.beginsWithArrow == true ? .sendOnly : .both
  }

  private var beginsWithArrow: Bool {
    let arrow = tree.child(id, ofKind: .arrow)
    return !arrow.isNone && tree.range(arrow).start == tree.range(id).start
  }

  /// Whether the arrow at the beginning belongs to the channel type around: that has none, or
  /// lost its own to the next one.
  private var losesArrow: Bool {
    var around = ChannelTypeSyntax(tree.parent(of: id), in: tree)
    while let channel = around, channel.beginsWithArrow {
      around = ChannelTypeSyntax(tree.parent(of: channel.id), in: tree)
    }
    return around.map { tree.child($0.id, ofKind: .arrow).isNone } ?? false
  }
}

/// Which ways values may go through a channel.
public enum ChannelDirection: Sendable {
  case both
  case sendOnly
  case receiveOnly
}
