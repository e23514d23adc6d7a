import Basics

/// A text of a package's table of texts, or of the program's.
public struct TextID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A field: of its package's table, once linked of the program's.
public struct FieldNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A variable at package level: of its package's table, once linked of the program's.
public struct GlobalNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// What calls run: of its package's table, once linked of the program's.
public struct CalleeNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A body: of its package's table, once linked of the program's.
public struct FunctionNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// How struct and array values of a type are taken apart: of its package's table, once linked of
/// the program's.
public struct LayoutNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Values that lead nowhere.
  public static let none = LayoutNumber(rawValue: 0)
  /// Values that are one reference.
  public static let reference = LayoutNumber(rawValue: 1)
}

/// A declared function or method, or a declaration of variables of a package with initial values.
///
/// Several functions have one key where they are called `init` or `_`. A declaration of variables
/// has the name "var", a builtin function the empty text for package and receiver.
public struct FunctionKey: Hashable, Sendable {
  /// The import path; of an external test with " [test]" behind it.
  public var package: TextID
  /// The receiver's type without star and type arguments; the empty text for a function.
  public var receiver: TextID
  public var name: TextID
}

/// A field of a type.
public struct FieldKey: Hashable, Sendable {
  /// The import path of the package that declares the owner; of a struct type without a name the
  /// package that uses it, where it has a field that is not exported, else the empty text.
  public var package: TextID
  /// The declared type's name, or the struct type as Go writes it; the empty text where nothing is
  /// known of the owner.
  public var owner: TextID
  public var name: TextID
}

/// The declared type that a pointer leads to.
public struct PointedType: Hashable, Sendable {
  public var package: TextID
  public var name: TextID

  /// Of what is no pointer to something of a declared type.
  public static let none = PointedType(package: .empty, name: .empty)
}

/// What encoders make of a field.
public struct FieldEncoding: Hashable, Sendable {
  /// The keys by which the field's tag takes it out: `json` of `json:"-"`.
  public var omittedBy: [TextID] = []
  /// Whether it is a function or a channel, which no encoder looks into.
  public var leadsNowhere = false

  /// Of a field of which nothing of interest is known.
  public static let plain = FieldEncoding()
}

/// A variable at package level.
public struct GlobalKey: Hashable, Sendable {
  public var package: TextID
  public var name: TextID
}

/// An interface type that values are converted to or called through.
public struct InterfaceNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A type that is no interface and is converted to one: a declared type or a pointer to one.
public struct ConcreteNumber: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// What a call runs.
public enum FlowCallee: Hashable, Sendable {
  /// A declared function or method; of `go` and `defer` a builtin function too.
  case function(FunctionKey)
  /// A method of an interface; the key is that of the method where the interface is declared
  /// (package, interface's name, method), for library models; package and receiver are empty where
  /// the interface has no name. The interface is that of the receiver as it stands, which has more
  /// methods where it embeds the other.
  case method(InterfaceNumber, FunctionKey)
  /// A function value: the call's first operand.
  case value
  /// Nothing is known but the name.
  case unknown(TextID)
}

/// An interface type by what it asks for.
public struct InterfaceShape: Hashable, Sendable {
  /// The methods in the order of their names: the name (of one that is not exported with its
  /// package in front), and the signature as Go writes it with import paths for packages.
  public var methods: [MethodShape]
  /// Whether it is a type parameter's constraint: what calls through it run is known where the
  /// type parameter gets its argument, and no conversion says it.
  public var isConstraint = false
}

/// A method as interfaces compare them.
public struct MethodShape: Hashable, Sendable {
  public var name: TextID
  /// The empty text where a type parameter or a type that is not known stands in it: then it is
  /// like any other.
  public var signature: TextID
}

/// A type whose values lie in interfaces, with its methods.
public struct ConcreteType: Hashable, Sendable {
  /// One method of its method set.
  public struct Method: Hashable, Sendable {
    public var shape: MethodShape
    /// The declared method; of an embedded interface's method that of the interface, with empty
    /// texts for package and receiver where the interface has no name.
    public var function: FunctionKey
    /// The embedded fields that lead from the value to the method's receiver.
    public var way: [EmbeddedStep]
    /// Where the last embedded field is an interface, that one: the method runs what lies in it.
    /// `none` for declared methods.
    public var embedded: InterfaceNumber = .none
  }
  /// One embedded field.
  public struct EmbeddedStep: Hashable, Sendable {
    public var field: FieldNumber
    public var isPointer: Bool
    public var isInterface = false
  }
  /// The import path, the name, and whether it is the pointer to it. A struct type without a name
  /// has the text that Go writes for it. Instances of a generic type stand here each for itself,
  /// with one name.
  public var package: TextID
  public var name: TextID
  public var isPointer: Bool
  /// By name.
  public var methods: [Method]
}

/// Values of one type become values of an interface.
public struct InterfaceConversion: Hashable, Sendable {
  public enum Source: Hashable, Sendable {
    case concrete(ConcreteNumber)
    case interface(InterfaceNumber)
  }
  public var source: Source
  public var target: InterfaceNumber
  /// Whether only tests make it.
  public var isInTest: Bool
}
