import Basics
import GoPackages
import GoSyntax

/// Finds the packages that a package imports, finished before it.
public protocol ImportedPackages {
  /// The name in the package clauses behind an import path of this package, or nil where it is
  /// not known.
  func name(forImport path: String) -> String?
  /// The interface behind an import path of this package, or nil where it is not known.
  func interface(forImport path: String) -> PackageInterface?
  /// The interface of a package by its number, or nil.
  func interface(of unit: UnitID) -> PackageInterface?
}

/// Works out the types of one package: what it declares, and the expressions of its bodies.
///
/// Everything is found on demand and once. What cannot be known is the unknown type, which no
/// operation on it turns into anything else. Used by one thread.
public final class TypeChecker {
  /// The package.
  public let syntax: PackageSyntax
  /// Its number in the program.
  public let unit: UnitID
  let imports: any ImportedPackages
  /// The types that were met.
  let table = TypeTable()

  var types: [DeclaredTypeInfo] = []
  /// The numbers of the types at package level.
  var typeNumbers: [String: Int] = [:]
  /// The methods of declared types, by their numbers, as far as they were asked for one by one.
  var knownMethods: [Int: [String: DeclaredMethod]] = [:]
  /// What declared types are declared as, where nobody asked for it yet.
  var unreadTypes: [Int: (node: NodeID, place: Place)] = [:]
  /// The declared types whose underlying type is being worked out.
  var openTypes: Set<Int> = []
  /// What a declared type is declared as, while its underlying type is not known yet.
  var pendingUnderlying: [Int: TypeID] = [:]
  var typeParameters: [TypeParameterInfo] = []
  var objects: [String: PackageObject] = [:]
  /// What names turned out to stand for that were asked for; nil where the package does not declare
  /// them.
  var knownObjects: [String: PackageObject?] = [:]
  /// The names whose objects are being worked out: one met again is a cycle.
  var openObjects: Set<String> = []
  /// The types declared inside functions, and type parameters, by their declaring identifiers.
  var localTypes: [PackageNode: TypeID] = [:]
  /// The aliases with type parameters that functions declare, likewise.
  var localAliases: [PackageNode: PackageObject] = [:]
  /// The type parameters of methods, each parsed as those of a function.
  private var methodTrees: [(method: PackageNode, tree: SyntaxTree)] = []
  var importNames: [FileID: [String: String]] = [:]
  var bodies: [PackageNode: BodyTyper] = [:]
  var scopesByDeclaration: [PackageNode: Scopes] = [:]
  var layouts: [TypeID: Layout?] = [:]
  /// How many layouts may still be worked out for the one that was asked for.
  var layoutBudget = 0
  var underlyingTypes: [TypeID: TypeID] = [:]
  /// Parts of the declarations of generic types, with the arguments of instances put in.
  var partsWithArguments: [TypePair: TypeID] = [:]
  /// The core types of constraints; nil where there is none.
  var constraintCores: [TypeID: TypeID?] = [:]
  var importedTypes = NumberMap()
  /// What the uses of things say whose types cannot be found; collected once asked for.
  private(set) lazy var shapesByUse = UseCollector.shapes(in: self)
  /// The methods of each type by its name, those that are declared for an alias of it too.
  private(set) var methodsByType: [String: [String: PackageDeclarations.Function]] = [:]

  /// A checker that has looked at nothing yet.
  public init(_ syntax: PackageSyntax, unit: UnitID, imports: any ImportedPackages) {
    self.syntax = syntax
    self.unit = unit
    self.imports = imports
    for function in syntax.declarations.functions where !function.receiverType.isEmpty {
      let type = Self.aliased(function.receiverType, in: syntax)
      if methodsByType[type]?[function.name] == nil {
        methodsByType[type, default: [:]][function.name] = function
      }
    }
    // Types are numbered by where they are declared, those of tests last: what other packages
    // know of this one without its tests has the same numbers.
    let declared = syntax.declarations.typeNames.sorted {
      let left = syntax.files[$0.node.file].file.isTest
      let right = syntax.files[$1.node.file].file.isTest
      return left == right ? $0.name < $1.name : !left
    }
    for (name, node) in declared {
      guard TypeSpecSyntax(node.node, in: tree(node.file))?.isAlias == false else { continue }
      typeNumbers[name] = types.count
      types.append(
        DeclaredTypeInfo(
          name: name, typeParameters: [], underlying: TypeID.unknown, methods: [:]))
    }
  }

  /// The type that a receiver's name stands for: aliases are followed by their names.
  private static func aliased(_ name: String, in syntax: PackageSyntax) -> String {
    var name = name
    for _ in 0..<16 {
      guard let spec = syntax.declarations.type(name),
        let alias = TypeSpecSyntax(spec.node, in: syntax.tree(spec.file)), alias.isAlias,
        syntax.tree(spec.file).kind(alias.type) == .typeIdentifier
      else { return name }
      name = syntax.tree(spec.file).text(alias.type)
    }
    return name
  }

  /// The interface of the package: all that it declares, worked out to the end. Forgets what was
  /// found inside declarations.
  public func interface() -> PackageInterface {
    defer { dropAll() }
    for name in syntax.declarations.names { _ = object(named: name) }
    var index = 0
    while index < types.count {
      readDeclaration(of: index)
      completeMethods(of: index)
      index += 1
    }
    return PackageInterface(
      unit: unit, path: syntax.package.importPath, name: syntax.package.name, nodes: table.nodes,
      types: types.map(\.withoutNodes), typeParameters: typeParameters,
      objects: objects.mapValues(\.withoutNode))
  }

  /// The scopes of a top-level declaration, read once.
  public func scopes(of declaration: PackageNode) -> Scopes {
    if let known = scopesByDeclaration[declaration] { return known }
    let scopes = Scopes(
      of: declaration.node, in: tree(declaration.file), methodTypes: methodTypes(of: declaration))
    scopesByDeclaration[declaration] = scopes
    return scopes
  }

  // MARK: Type parameters of methods

  /// The tree of a file, or of the type parameters of a method, which have a number behind the
  /// files' ones.
  func tree(_ file: FileID) -> SyntaxTree {
    file.index < syntax.files.count
      ? syntax.files[file].tree : methodTrees[file.index - syntax.files.count].tree
  }

  /// The file that a tree belongs to.
  func hostFile(_ file: FileID) -> FileID {
    file.index < syntax.files.count
      ? file : methodTrees[file.index - syntax.files.count].method.file
  }

  /// The method whose type parameters a tree holds; nil for the tree of a file.
  func method(ofTypes file: FileID) -> PackageNode? {
    file.index < syntax.files.count ? nil : methodTrees[file.index - syntax.files.count].method
  }

  /// The number of the tree with a method's type parameters; `none` where it has none.
  func methodTypesFile(of method: PackageNode) -> FileID {
    if method.file.index >= syntax.files.count { return .none }
    let tree = syntax.tree(method.file)
    guard !tree.methodTypeParameters.isEmpty, tree.kind(method.node) == .methodDeclaration,
      let range = tree.methodTypeParameters.first(where: {
        tree.range(method.node).start <= $0.start && $0.end <= tree.range(method.node).end
      })
    else { return .none }
    if let known = methodTrees.firstIndex(where: { $0.method == method }) {
      return FileID(syntax.files.count + known)
    }
    guard var parser = GoParser() else { return .none }
    let text = "package p\nfunc _" + tree.source.string(range) + "() {}\n"
    methodTrees.append((method, parser.parse(SourceText(path: tree.source.path, text: text))))
    return FileID(syntax.files.count + methodTrees.count - 1)
  }

  private func methodTypes(of method: PackageNode) -> SyntaxTree? {
    let file = methodTypesFile(of: method)
    return file.isNone ? nil : tree(file)
  }

  /// The types of the expressions of a top-level declaration.
  public func body(of declaration: PackageNode) -> BodyTyper {
    if let known = bodies[declaration] { return known }
    let body = BodyTyper(self, declaration)
    bodies[declaration] = body
    return body
  }

  /// Forgets what was found inside a declaration; types stay.
  public func drop(_ declaration: PackageNode) {
    bodies[declaration] = nil
    scopesByDeclaration[declaration] = nil
  }

  /// Forgets what was found inside any declaration. To be called at the end: what is found
  /// there and the checker keep each other in memory.
  public func dropAll() {
    bodies.removeAll()
    scopesByDeclaration.removeAll()
  }

  /// The top-level declaration around a node.
  func declaration(around node: PackageNode) -> PackageNode {
    let tree = tree(node.file)
    for declaration in tree.children(.root) where tree.isInside(node.node, declaration) {
      return PackageNode(file: node.file, node: declaration)
    }
    return PackageNode(file: node.file, node: .root)
  }

  // MARK: Imports

  /// The interface of the package that a name stands for in a file, or nil.
  func importedPackage(_ name: String, in file: FileID) -> PackageInterface? {
    importPath(name, in: file).flatMap { imports.interface(forImport: $0) }
  }

  /// The import path that a name stands for in a file, or nil.
  func importPath(_ name: String, in file: FileID) -> String? {
    if importNames[file] == nil {
      var names: [String: String] = [:]
      for entry in syntax.files[hostFile(file)].file.imports {
        switch entry.name {
        case .renamed(let name): names[name] = entry.path
        case .its:
          let own = imports.name(forImport: entry.path)
          names[own ?? ImportTable.defaultName(entry.path)] = entry.path
        case .dot, .blank: break
        }
      }
      importNames[file] = names
    }
    return importNames[file]?[name]
  }

  /// A type of another package's table, in this one's.
  func adopt(_ type: TypeID, from other: PackageInterface) -> TypeID {
    if other.unit == unit { return type }
    let key = UInt64(other.unit.rawValue) << 32 | UInt64(type.rawValue)
    if let known = importedTypes[key] { return TypeID(rawValue: known) }
    let adopted = table.intern(
      other.nodes[type.index].mapTypes { adopt($0, from: other) })
    importedTypes.set(key, adopted.rawValue)
    return adopted
  }

  /// What is known of a declared type, and the package that it belongs to where that is
  /// another one.
  func info(of named: NamedType) -> (DeclaredTypeInfo, PackageInterface?)? {
    if named.unit == unit {
      return Int(named.index) < types.count ? (types[Int(named.index)], nil) : nil
    }
    guard let other = imports.interface(of: named.unit), Int(named.index) < other.types.count
    else { return nil }
    return (other.types[Int(named.index)], other)
  }

  /// The type parameters of a declared type, in this package's table.
  func parameters(of named: NamedType) -> [TypeID] {
    guard let (info, other) = info(of: named) else { return [] }
    guard let other else { return info.typeParameters }
    return info.typeParameters.map { adopt($0, from: other) }
  }

  /// What is known of a type parameter; its constraint in this package's table.
  func parameterInfo(_ unit: UnitID, _ index: UInt32) -> TypeParameterInfo? {
    if unit == self.unit {
      return Int(index) < typeParameters.count ? typeParameters[Int(index)] : nil
    }
    guard let other = imports.interface(of: unit), Int(index) < other.typeParameters.count
    else { return nil }
    var info = other.typeParameters[Int(index)]
    info.constraint = adopt(info.constraint, from: other)
    return info
  }
}

extension TypeNode {
  /// The same type made of other types.
  func mapTypes(_ map: (TypeID) -> TypeID) -> TypeNode {
    switch self {
    case .unknown, .basic, .typeParameter: self
    case .pointer(let element): .pointer(map(element))
    case .slice(let element): .slice(map(element))
    case .array(let element, let length): .array(map(element), length: length)
    case .map(let key, let value): .map(key: map(key), value: map(value))
    case .channel(let element, let direction): .channel(map(element), direction)
    case .structure(let fields):
      .structure(
        fields.map { field in
          var field = field
          field.type = map(field.type)
          return field
        })
    case .function(let function):
      .function(
        FunctionType(
          typeParameters: function.typeParameters.map(map),
          parameters: function.parameters.map(map), results: function.results.map(map),
          isVariadic: function.isVariadic))
    case .interface(let interface):
      .interface(
        InterfaceType(
          methods: interface.methods.map { InterfaceMethod(name: $0.name, type: map($0.type)) },
          embedded: interface.embedded.map(map),
          unions: interface.unions.map { union in
            union.map { UnionTerm(type: map($0.type), isApproximate: $0.isApproximate) }
          }))
    case .named(let named):
      .named(
        NamedType(unit: named.unit, index: named.index, arguments: named.arguments.map(map)))
    case .tuple(let types): .tuple(types.map(map))
    }
  }
}
