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

  /// The same for other packages, which do not see the trees.
  var withoutNodes: DeclaredTypeInfo {
    var info = self
    info.methods = methods.mapValues {
      DeclaredMethod(type: $0.type, hasPointerReceiver: $0.hasPointerReceiver, node: .none)
    }
    return info
  }
}

/// A method of a declared type.
public struct DeclaredMethod: Sendable {
  /// A function type without the receiver, in terms of the type's own parameters.
  public var type: TypeID
  /// Whether its receiver is a pointer.
  public var hasPointerReceiver: Bool
  /// The declaration; `none` in an interface.
  public var node: PackageNode
}

/// What a name at package level stands for.
public enum PackageObject: Sendable {
  /// A declared type, by its number, or an alias of any type.
  case type(TypeID)
  /// A generic alias: its parameters and what it stands for.
  case genericAlias(parameters: [TypeID], target: TypeID)
  case variable(TypeID)
  /// A constant, with its value if that is an integer; of a string its length.
  case constant(TypeID, value: ConstantValue?)
  /// A function: its type and its declaration, which is `none` in an interface.
  case function(TypeID, node: PackageNode)

  /// The same for other packages, which do not see the trees.
  var withoutNode: PackageObject {
    if case .function(let type, _) = self { return .function(type, node: .none) }
    return self
  }
}

/// The declared types and objects of a package, finished: what other packages see of it.
public final class PackageInterface: Sendable {
  /// Its number in the program.
  public let unit: UnitID
  /// The import path.
  public let path: String
  /// The name in its package clause.
  public let name: String
  /// The types that all ids here belong to.
  public let nodes: [TypeNode]
  /// The declared types by their numbers.
  public let types: [DeclaredTypeInfo]
  /// The type parameters by their numbers.
  public let typeParameters: [TypeParameterInfo]
  /// The package's scope.
  public let objects: [String: PackageObject]

  init(
    unit: UnitID, path: String, name: String, nodes: [TypeNode], types: [DeclaredTypeInfo],
    typeParameters: [TypeParameterInfo], objects: [String: PackageObject]
  ) {
    self.unit = unit
    self.path = path
    self.name = name
    self.nodes = nodes
    self.types = types
    self.typeParameters = typeParameters
    self.objects = objects
  }
}

/// A type parameter.
public struct TypeParameterInfo: Sendable {
  public var name: String
  /// Its constraint; unknown where there is none to be seen.
  public var constraint: TypeID
}
