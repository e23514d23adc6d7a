import Basics
import GoSyntax

/// A name that is declared inside one top-level declaration.
public struct VariableID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A function body inside one top-level declaration: the declaration itself is 0, each
/// function literal in it has a number of its own.
public struct FunctionID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The top-level declaration itself.
  @inlinable public static var declaration: FunctionID { FunctionID(rawValue: 0) }
}

/// What an identifier inside a function stands for.
public struct LocalVariable: Sendable {
  /// How the name came to be.
  public enum Kind: Sendable {
    case receiver
    case parameter
    case result
    /// Declared by `var` or `:=`.
    case local
    /// The key or index of a range clause, and its element.
    case rangeKey
    case rangeElement
    /// The variable of a type switch, one for each clause.
    case typeSwitch
    case constant
    case type
    /// A type parameter of a method: the grammar does not know them, so its name and constraint
    /// are nodes of a tree of their own.
    case methodTypeParameter
  }

  public var kind: Kind
  /// The identifier that declares it.
  public var name: NodeID
  /// The function whose variable it is.
  public var function: FunctionID
  /// The innermost block, clause or statement that it is known in; for parameters and what
  /// the body itself declares, the function.
  public var scope: NodeID
  /// The type that it is declared with, or `none`. For a `type`, its specification.
  public var type: NodeID
  /// The expression that it gets at its declaration (or that is ranged over), or `none`.
  public var value: NodeID
  /// For a parameter, result or receiver its position in the list, from 0. Otherwise which of the results of
  /// `value` it gets, from 0; -1 where `value` is its own.
  public var position: Int32
}

/// A function body of a top-level declaration.
public struct FunctionBody: Sendable {
  /// The declaration or literal.
  public var node: NodeID
  /// Its block, or `none`.
  public var body: NodeID
  /// The function that it stands in; `none` for the declaration.
  public var parent: FunctionID
}

/// The names of one top-level declaration: which variable each identifier stands for.
///
/// By Go's block scopes. What is not found here is declared in the package (the declaration's
/// own name, too), the universe or by an import. Keys of composite literals that may be field
/// names are left unbound.
public struct Scopes: Sendable {
  /// The declaration.
  public let declaration: NodeID
  /// The declaration and its literals, in the order of the text.
  public let functions: Table<FunctionID, FunctionBody>
  /// All variables, in the order of their declarations.
  public let variables: Table<VariableID, LocalVariable>
  private let bindings: [VariableID]
  private let keys: [NodeID: VariableID]

  init(
    declaration: NodeID, functions: Table<FunctionID, FunctionBody>,
    variables: Table<VariableID, LocalVariable>, bindings: [VariableID],
    keys: [NodeID: VariableID]
  ) {
    self.keys = keys
    self.declaration = declaration
    self.functions = functions
    self.variables = variables
    self.bindings = bindings
  }

  /// Reads a top-level declaration of a tree in one walk.
  ///
  /// `methodTypes` is a function that has the type parameters of the method.
  public init(
    of declaration: NodeID, in tree: SyntaxTree, methodTypes: SyntaxTree? = nil
  ) {
    var builder = ScopeBuilder(declaration, tree, methodTypes)
    builder.build()
    self = builder.finish()
  }

  /// The variable that an identifier stands for, or `none`.
  public func variable(_ identifier: NodeID) -> VariableID {
    let index = identifier.index - declaration.index
    return identifier.isNone || index < 0 || index >= bindings.count ? .none : bindings[index]
  }

  /// The function that a node stands in: the innermost literal around it, or the declaration.
  /// A literal stands in the function around it. Linear in the number of literals.
  public func function(around node: NodeID, in tree: SyntaxTree) -> FunctionID {
    var innermost = FunctionID.declaration
    for id in functions.ids {
      let function = functions[id].node
      if function < node, tree.isInside(node, function) { innermost = id }
    }
    return innermost
  }

  /// The variable that a key of a composite literal stands for if the literal turns out to be
  /// of a map, slice or array; `none` for what was bound outright.
  public func variable(ofKey identifier: NodeID) -> VariableID { keys[identifier] ?? .none }

  /// The parameter of a function that an argument goes to, by its position; `none` where that
  /// has no name. The arguments of a variadic parameter all go to one position.
  public func parameter(at position: Int, of function: FunctionID) -> VariableID {
    variables.ids.first {
      let variable = variables[$0]
      return variable.kind == .parameter && variable.function == function
        && Int(variable.position) == position
    } ?? .none
  }

  /// The function of a literal's node, or `none`.
  public func function(of literal: NodeID) -> FunctionID {
    functions.ids.first { functions[$0].node == literal } ?? .none
  }

  /// Whether `inner` is `outer` or stands somewhere inside it.
  public func isInside(_ inner: FunctionID, _ outer: FunctionID) -> Bool {
    var current = inner
    while !current.isNone {
      if current == outer { return true }
      current = functions[current].parent
    }
    return false
  }
}
