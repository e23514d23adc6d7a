import Basics

/// The predeclared names of Go.
enum Universe {
  /// The names of the builtin functions.
  static let builtins: Set<String> = [
    "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make", "max",
    "min", "new", "panic", "print", "println", "real", "recover",
  ]

  private static let basics: [String: BasicKind] = {
    var kinds: [String: BasicKind] = ["byte": .uint8, "rune": .int32]
    for kind in BasicKind.allCases where !kind.isUntyped && kind != .unsafePointer {
      kinds[kind.name] = kind
    }
    return kinds
  }()

  /// The error type and `comparable`, as a package of their own.
  static let interface: PackageInterface = {
    let table = TypeTable()
    let string = TypeID.basic(.string)
    let method = table.intern(
      .function(FunctionType(parameters: [], results: [string], isVariadic: false)))
    let error = table.intern(
      .interface(InterfaceType(methods: [InterfaceMethod(name: "Error", type: method)])))
    let empty = table.intern(.interface(InterfaceType()))
    let names = ["error", "comparable"].indices.map {
      table.intern(.named(NamedType(unit: .universe, index: UInt32($0), arguments: [])))
    }
    return PackageInterface(
      unit: .universe, path: "", name: "", nodes: table.nodes,
      types: [
        DeclaredTypeInfo(name: "error", typeParameters: [], underlying: error, methods: [:]),
        DeclaredTypeInfo(name: "comparable", typeParameters: [], underlying: empty, methods: [:]),
      ], typeParameters: [],
      objects: ["error": .type(names[0]), "comparable": .type(names[1])])
  }()

  /// A predeclared type or constant, in a package's table.
  static func object(named name: String, in table: TypeTable) -> PackageObject? {
    if let kind = basics[name] { return .type(TypeID.basic(kind)) }
    switch name {
    case "error", "comparable":
      let index: UInt32 = name == "error" ? 0 : 1
      return .type(
        table.intern(.named(NamedType(unit: .universe, index: index, arguments: []))))
    case "any": return .type(table.intern(.interface(InterfaceType())))
    case "true", "false": return .constant(.basic(.untypedBool), value: nil)
    case "iota": return .constant(.basic(.untypedInt), value: nil)
    case "nil": return .constant(.basic(.untypedNil), value: nil)
    default: return nil
    }
  }
}
