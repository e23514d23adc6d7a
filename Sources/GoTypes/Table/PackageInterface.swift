import Basics
import GoSyntax

/// A type that a package declares.
public struct DeclaredTypeInfo: Sendable {
  /// The name in its package, or of a type declared in a function.
  public var name: String
  /// The type parameters, as types of the package's table.
  public var typeParameters: [TypeID]
  /// What it is declared as, its own name resolved to the end.
  public var underlying: TypeID
  /// Its methods by name.
  public var methods: [String: DeclaredMethod]
}

/// A method of a declared type.
public struct DeclaredMethod: Sendable {
  /// A function type without the receiver, in terms of the type's own parameters.
  public var type: TypeID
  /// Whether its receiver is a pointer.
  public var hasPointerReceiver: Bool
  /// The declaration.
  public var node: PackageNode
}

/// What a name at package level stands for.
public enum PackageObject: Sendable {
  /// A declared type, by its number, or an alias of any type.
  case type(TypeID)
  /// A generic alias: its parameters and what it stands for.
  case genericAlias(parameters: [TypeID], target: TypeID)
  case variable(TypeID)
  case constant(TypeID)
  /// A function: its type, its type parameters, and its declaration.
  case function(TypeID, typeParameters: [TypeID], node: PackageNode)
}

/// The declared types and objects of a package, finished: what other packages see of it.
public struct PackageInterface: Sendable {
  /// Its number in the program.
  public var unit: UnitID
  /// The import path.
  public var path: String
  /// The name in its package clause.
  public var name: String
  /// The table that all types here belong to.
  public var table: TypeTable
  /// The declared types by their numbers.
  public var types: [DeclaredTypeInfo]
  /// The type parameters by their numbers.
  public var typeParameters: [TypeParameterInfo]
  /// The package's scope.
  public var objects: [String: PackageObject]
}

/// A type parameter.
public struct TypeParameterInfo: Sendable {
  public var name: String
  /// Its constraint; unknown where there is none to be seen.
  public var constraint: TypeID
}
