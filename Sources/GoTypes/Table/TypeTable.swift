import GoSyntax
import Basics

/// A field of a struct type.
public struct StructField: Hashable, Sendable {
  /// The name; of an embedded field that of its type.
  public var name: String
  public var type: TypeID
  public var isEmbedded: Bool
  /// The keys by which its tag takes it out of what encoders look at: `json` of `json:"-"`. Nothing
  /// else of tags is kept.
  public var omittedBy: [String] = []
}

/// A method of an interface type.
public struct InterfaceMethod: Hashable, Sendable {
  public var name: String
  /// A function type without the receiver.
  public var type: TypeID
}

/// What an interface type is made of, as it is written.
public struct InterfaceType: Hashable, Sendable {
  /// The methods written in it, sorted by name.
  public var methods: [InterfaceMethod] = []
  /// Embedded interfaces and constraint elements that are single types.
  public var embedded: [TypeID] = []
  /// Unions of types: each a list of terms.
  public var unions: [[UnionTerm]] = []
}

/// A term of a union: `T` or `~T`.
public struct UnionTerm: Hashable, Sendable {
  public var type: TypeID
  public var isApproximate: Bool
}

/// A function type.
public struct FunctionType: Hashable, Sendable {
  /// Of a generic function the type parameters that have no arguments yet.
  public var typeParameters: [TypeID] = []
  /// The types of the parameters; the last one of a variadic function is a slice.
  public var parameters: [TypeID]
  public var results: [TypeID]
  public var isVariadic: Bool
}

/// A declared type, with its type arguments.
public struct NamedType: Hashable, Sendable {
  /// The package that declares it.
  public var unit: UnitID
  /// Its number among the package's declared types.
  public var index: UInt32
  /// The type arguments; empty for a type that is not generic, and for a generic one itself.
  public var arguments: [TypeID]

  /// Whether both are the same declared type, with whatever arguments.
  func isInstance(of other: NamedType) -> Bool { unit == other.unit && index == other.index }
}

/// A type as its table stores it.
public enum TypeNode: NumberKey, Sendable {
  /// Nothing is known of it.
  case unknown
  case basic(BasicKind)
  case pointer(TypeID)
  case slice(TypeID)
  /// The length is -1 where it is not known.
  case array(TypeID, length: Int64)
  case map(key: TypeID, value: TypeID)
  case channel(TypeID, ChannelDirection)
  case structure([StructField])
  case function(FunctionType)
  case interface(InterfaceType)
  case named(NamedType)
  /// A type parameter of the declaration that has this number in its package.
  case typeParameter(unit: UnitID, index: UInt32)
  /// The results of a call that has not exactly one.
  case tuple([TypeID])
}

/// The types of one package, each stored once: equal ids are identical types.
///
/// A class, because looking a type up often adds others on the way: a value would be read
/// before they are there. Used by one thread.
///
/// A type that takes more than `largestSize` parts to write out is the unknown one. Programs
/// that people write stay far below that; types that double with each step, or that contain
/// larger instances of themselves, end there.
final class TypeTable {
  private(set) var nodes: [TypeNode] = []
  private var ids: [TypeNode: TypeID] = [:]
  private var facts: [Facts] = []

  /// What is known of a type from its parts.
  private struct Facts {
    /// How many parts it takes to write the type out; a declared type counts with its arguments.
    var size: UInt32
    var mentionsParameters: Bool
  }

  /// The largest type that is stored.
  static let largestSize: UInt32 = 1 << 16

  /// A table with the unknown type and the basic types.
  init() {
    _ = intern(.unknown)
    for kind in BasicKind.allCases { _ = intern(.basic(kind)) }
  }

  /// How many types there are.
  var count: Int { nodes.count }

  /// What a type is.
  subscript(id: TypeID) -> TypeNode { nodes[id.index] }

  /// How many parts it takes to write a type out, at most `largestSize`.
  func size(_ id: TypeID) -> UInt32 { facts[id.index].size }

  /// Whether a type parameter stands anywhere in a type as it is written out.
  func mentionsParameters(_ id: TypeID) -> Bool { facts[id.index].mentionsParameters }

  /// The id of a type; a type that is new to the table is added.
  func intern(_ node: TypeNode) -> TypeID {
    if let id = ids[node] { return id }
    var size: UInt32 = 1
    var mentionsParameters = false
    if case .typeParameter = node { mentionsParameters = true }
    node.forEachType { part in
      size = min(size + facts[part.index].size, Self.largestSize + 1)
      if facts[part.index].mentionsParameters { mentionsParameters = true }
    }
    if size > Self.largestSize { return .unknown }
    let id = TypeID(nodes.count)
    nodes.append(node)
    facts.append(Facts(size: size, mentionsParameters: mentionsParameters))
    ids[node] = id
    return id
  }
}

extension TypeNode {
  /// By its kind and the types that it is made of.
  public var keyNumber: UInt64 {
    var number: UInt64
    switch self {
    case .unknown: number = 1
    case .basic(let kind): number = 2 | UInt64(kind.rawValue) << 8
    case .pointer: number = 3
    case .slice: number = 4
    case .array(_, let length): number = 5 | UInt64(truncatingIfNeeded: length) << 8
    case .map: number = 6
    case .channel(_, let direction): number = direction == .both ? 7 : 8
    case .structure(let fields):
      number = fields.reduce(9) { ($0 ^ UInt64($1.name.utf8.count)) &* 0x9E37_79B9_7F4A_7C15 }
    case .function(let function): number = 10 | UInt64(function.parameters.count) << 8
    case .interface(let interface):
      number = interface.methods.reduce(11) {
        ($0 ^ UInt64($1.name.utf8.count)) &* 0x9E37_79B9_7F4A_7C15
      }
    case .named(let named):
      number = 12 | UInt64(named.unit.rawValue) << 40 | UInt64(named.index) << 8
    case .typeParameter(let unit, let index):
      number = 13 | UInt64(unit.rawValue) << 40 | UInt64(index) << 8
    case .tuple: number = 14
    }
    forEachType { number = (number ^ UInt64($0.rawValue)) &* 0x9E37_79B9_7F4A_7C15 }
    return number
  }

  /// Visits the types that a type is made of, in the order in which they are written.
  func forEachType(_ visit: (TypeID) -> Void) {
    switch self {
    case .unknown, .basic, .typeParameter: break
    case .pointer(let element), .slice(let element), .array(let element, _),
      .channel(let element, _):
      visit(element)
    case .map(let key, let value):
      visit(key)
      visit(value)
    case .structure(let fields): for field in fields { visit(field.type) }
    case .function(let function):
      function.typeParameters.forEach(visit)
      function.parameters.forEach(visit)
      function.results.forEach(visit)
    case .interface(let interface):
      for method in interface.methods { visit(method.type) }
      interface.embedded.forEach(visit)
      for union in interface.unions { for term in union { visit(term.type) } }
    case .named(let named): named.arguments.forEach(visit)
    case .tuple(let types): types.forEach(visit)
    }
  }
}

extension TypeID {
  /// The type of which nothing is known, in every table.
  public static let unknown = TypeID(rawValue: 0)

  /// A basic type: known without a look-up, in every table.
  public static func basic(_ kind: BasicKind) -> TypeID { TypeID(Int(kind.rawValue) + 1) }
}
