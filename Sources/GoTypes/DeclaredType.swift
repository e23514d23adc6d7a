import Basics
import GoSyntax

/// A type as the source spells it: the type's syntax, behind a number of pointers.
///
/// This is a reading of declarations, not type checking: it knows what a variable or field
/// was declared as, and nothing of types from outside the package but their names.
public struct DeclaredType: Hashable, Sendable {
  /// The type expression; never a pointer type, for those are counted.
  public var node: PackageNode
  /// How many pointers lead to it.
  public var pointers: Int

  /// The type that an expression spells, behind pointers.
  public init(node: PackageNode, pointers: Int) {
    self.node = node
    self.pointers = pointers
  }
}

/// A type from another package, by name.
public struct ImportedTypeName: Hashable, Sendable {
  /// The import path: "sync".
  public var path: String
  /// The name: "WaitGroup".
  public var name: String

  /// The type `name` of the package `path`.
  public init(_ path: String, _ name: String) {
    self.path = path
    self.name = name
  }
}

/// Reads the declared types of expressions in one package.
///
/// Each answer is nil where the source does not say. Follows names at most `maximumDepth`
/// deep, so that recursive declarations end.
public struct TypeReader: Sendable {
  /// The package whose declarations are read.
  public let package: PackageSyntax

  private static let maximumDepth = 24

  /// A reader of a package's declarations.
  public init(_ package: PackageSyntax) { self.package = package }

  /// The names in force at an expression: its file and the scopes of its declaration.
  public struct Place: Sendable {
    /// The file.
    public var file: FileID
    /// The scopes of the top-level declaration around it; nil at package level.
    public var scopes: Scopes?

    /// The names in force in a declaration of a file.
    public init(file: FileID, scopes: Scopes?) {
      self.file = file
      self.scopes = scopes
    }
  }

  // MARK: Expressions

  /// The declared type of an expression.
  public func type(of expression: NodeID, at place: Place) -> DeclaredType? {
    type(of: expression, at: place, depth: 0)
  }

  private func type(of expression: NodeID, at place: Place, depth: Int) -> DeclaredType? {
    guard depth < Self.maximumDepth, !expression.isNone else { return nil }
    let tree = package.tree(place.file)
    let deeper = depth + 1
    switch tree.kind(expression) {
    case .identifier:
      return typeOfName(expression, at: place, depth: deeper)
    case .parenthesizedExpression:
      return type(of: tree.firstChild(expression), at: place, depth: deeper)
    case .selectorExpression:
      return typeOfSelector(expression, at: place, depth: deeper)
    case .unaryExpression:
      return typeOfUnary(expression, at: place, depth: deeper)
    case .indexExpression:
      let operand = type(of: tree.child(expression, .operand), at: place, depth: deeper)
      return operand.flatMap { element(of: $0, depth: deeper) }
    case .sliceExpression:
      return type(of: tree.child(expression, .operand), at: place, depth: deeper)
    case .compositeLiteral, .typeConversionExpression, .typeAssertionExpression, .funcLiteral:
      let type = tree.child(expression, .type)
      return type.isNone ? nil : declared(type, at: place)
    case .callExpression:
      return typeOfCall(expression, at: place, depth: deeper)
    default:
      return nil
    }
  }

  private func typeOfName(_ name: NodeID, at place: Place, depth: Int) -> DeclaredType? {
    if let scopes = place.scopes {
      let variable = scopes.variable(name)
      if !variable.isNone {
        return type(of: scopes.variables[variable], at: place, depth: depth)
      }
    }
    guard let variable = package.declarations.variable(package.tree(place.file).text(name)) else {
      return nil
    }
    let home = Place(file: variable.name.file, scopes: nil)
    if !variable.type.isNone { return declared(variable.type, at: home) }
    return type(of: variable.value, at: home, depth: depth)
  }

  /// The declared type of a variable of a function.
  public func type(of variable: LocalVariable, at place: Place) -> DeclaredType? {
    type(of: variable, at: place, depth: 0)
  }

  private func type(of variable: LocalVariable, at place: Place, depth: Int) -> DeclaredType? {
    if variable.kind == .type { return nil }
    if !variable.type.isNone { return declared(variable.type, at: place) }
    guard !variable.value.isNone else { return nil }
    switch variable.kind {
    case .rangeKey, .rangeElement:
      guard let ranged = type(of: variable.value, at: place, depth: depth + 1) else { return nil }
      let isChannel = kind(of: ranged) == .channelType
      if variable.kind == .rangeElement || isChannel { return element(of: ranged, depth: depth) }
      return nil
    default:
      if variable.position > 0 { return result(variable, at: place, depth: depth + 1) }
      return type(of: variable.value, at: place, depth: depth + 1)
    }
  }

  /// One of several results of a call.
  private func result(_ variable: LocalVariable, at place: Place, depth: Int) -> DeclaredType? {
    let tree = package.tree(place.file)
    guard tree.kind(variable.value) == .callExpression else { return nil }
    let results = resultTypes(of: variable.value, at: place, depth: depth)
    let index = Int(variable.position)
    return index < results.count ? results[index] : nil
  }

  private func typeOfUnary(_ node: NodeID, at place: Place, depth: Int) -> DeclaredType? {
    let tree = package.tree(place.file)
    guard var operand = type(of: tree.child(node, .operand), at: place, depth: depth) else {
      return nil
    }
    switch tree.kind(tree.child(node, .operator)) {
    case .ampersand:
      operand.pointers += 1
      return operand
    case .star:
      operand.pointers -= 1
      return operand.pointers < 0 ? nil : operand
    case .arrow:
      return element(of: operand, depth: depth)
    default:
      return operand
    }
  }

  private func typeOfSelector(_ node: NodeID, at place: Place, depth: Int) -> DeclaredType? {
    let tree = package.tree(place.file)
    let name = tree.text(tree.child(node, .field))
    guard let operand = type(of: tree.child(node, .operand), at: place, depth: depth) else {
      return nil
    }
    return field(name, of: operand)?.type
  }

  private func typeOfCall(_ call: NodeID, at place: Place, depth: Int) -> DeclaredType? {
    let tree = package.tree(place.file)
    let function = tree.child(call, .function)
    let first = tree.firstChild(tree.child(call, .arguments))
    if let type = typeNamed(by: function, at: place) { return type }
    if isUniverse(function, at: place) {
      if tree.text(function, equals: "new") { return typeOfNew(first, at: place, depth: depth) }
      if tree.text(function, equals: "make") { return declared(first, at: place) }
      if tree.text(function, equals: "append") {
        return type(of: first, at: place, depth: depth)
      }
    }
    return resultTypes(of: call, at: place, depth: depth).first
  }

  /// Whether a name stands for what the universe declares: neither the function nor the
  /// package declares it.
  private func isUniverse(_ name: NodeID, at place: Place) -> Bool {
    let tree = package.tree(place.file)
    guard tree.kind(name) == .identifier, place.scopes?.variable(name).isNone ?? true else {
      return false
    }
    let text = tree.text(name)
    return package.declarations.function(text) == nil && package.declarations.type(text) == nil
      && package.declarations.variable(text) == nil
  }

  /// The type of `new(…)`, whose argument is a type or, from Go 1.26, an expression. A mere
  /// name parses as a type's and may be a variable's.
  private func typeOfNew(_ argument: NodeID, at place: Place, depth: Int) -> DeclaredType? {
    let pointee: DeclaredType?
    switch package.tree(place.file).kind(argument) {
    case .typeIdentifier:
      pointee =
        typeOfName(argument, at: place, depth: depth) ?? declared(argument, at: place)
    case .qualifiedType, .genericType, .pointerType, .parenthesizedType, .sliceType, .arrayType,
      .mapType, .channelType, .functionType, .structType, .interfaceType:
      pointee = declared(argument, at: place)
    default:
      pointee = type(of: argument, at: place, depth: depth)
    }
    return pointee.map { DeclaredType(node: $0.node, pointers: $0.pointers + 1) }
  }

  /// The type of this package that an expression names: `T`, `(*T)`, `List[int]`. Nil for
  /// values, and for types of the function's own.
  private func typeNamed(by expression: NodeID, at place: Place) -> DeclaredType? {
    let tree = package.tree(place.file)
    var current = expression
    var pointers = 0
    while true {
      switch tree.kind(current) {
      case .parenthesizedExpression, .typeInstantiationExpression, .indexExpression:
        current = tree.firstChild(current)
      case .unaryExpression where tree.kind(tree.child(current, .operator)) == .star:
        pointers += 1
        current = tree.child(current, .operand)
      case .identifier:
        guard place.scopes?.variable(current).isNone ?? true,
          package.declarations.type(tree.text(current)) != nil
        else { return nil }
        return DeclaredType(
          node: PackageNode(file: place.file, node: current), pointers: pointers)
      default:
        return nil
      }
    }
  }

  private func resultTypes(of call: NodeID, at place: Place, depth: Int) -> [DeclaredType] {
    guard let function = callee(of: call, at: place, depth: depth) else { return [] }
    let tree = package.tree(function.node.file)
    let home = Place(file: function.node.file, scopes: nil)
    let result = tree.child(function.node.node, .result)
    if result.isNone { return [] }
    guard tree.kind(result) == .parameterList else {
      return declared(result, at: home).map { [$0] } ?? []
    }
    return tree.children(result).flatMap { parameter -> [DeclaredType] in
      guard let view = ParameterSyntax(parameter, in: tree),
        let type = declared(view.type, at: home)
      else { return [] }
      return Array(repeating: type, count: max(1, view.names.count))
    }
  }

  // MARK: Callees

  /// The function or method of this package that a call runs, where its name and the declared
  /// type of its receiver tell. Nil for function values, interfaces and other packages.
  public func callee(of call: NodeID, at place: Place) -> PackageDeclarations.Function? {
    callee(of: call, at: place, depth: 0)
  }

  private func callee(
    of call: NodeID, at place: Place, depth: Int
  ) -> PackageDeclarations.Function? {
    function(named: package.tree(place.file).child(call, .function), at: place, depth: depth)
  }

  /// The function of this package that an expression names: `run`, `p.run`, `(*Pool).run`.
  public func function(named node: NodeID, at place: Place) -> PackageDeclarations.Function? {
    function(named: node, at: place, depth: 0)
  }

  private func function(
    named node: NodeID, at place: Place, depth: Int
  ) -> PackageDeclarations.Function? {
    let tree = package.tree(place.file)
    switch tree.kind(node) {
    case .parenthesizedExpression:
      return function(named: tree.firstChild(node), at: place, depth: depth)
    case .typeInstantiationExpression, .indexExpression:
      return function(named: tree.firstChild(node), at: place, depth: depth)
    case .identifier:
      guard place.scopes?.variable(node).isNone ?? true else { return nil }
      return package.declarations.function(tree.text(node))
    case .selectorExpression:
      let operand = tree.child(node, .operand)
      let type = typeNamed(by: operand, at: place) ?? type(of: operand, at: place, depth: depth + 1)
      return type.flatMap { method(tree.text(tree.child(node, .field)), of: $0) }
    default:
      return nil
    }
  }

  // MARK: Types

  /// A type expression as a declared type: its pointers counted, parentheses taken off.
  public func declared(_ node: NodeID, at place: Place) -> DeclaredType? {
    let tree = package.tree(place.file)
    var current = node
    var pointers = 0
    while !current.isNone {
      switch tree.kind(current) {
      case .pointerType:
        pointers += 1
        current = tree.firstChild(current)
      case .parenthesizedType, .typeElem:
        current = tree.firstChild(current)
      case .genericType:
        current = tree.child(current, .type)
      case .typeIdentifier:
        if let scopes = place.scopes, !scopes.variable(current).isNone {
          // A type of the function's own, or a type parameter.
          let spec = scopes.variables[scopes.variable(current)].type
          guard !spec.isNone else { return nil }
          switch tree.kind(spec) {
          case .typeSpec, .typeAlias: current = tree.child(spec, .type)
          default: return nil
          }
          continue
        }
        return DeclaredType(
          node: PackageNode(file: place.file, node: current), pointers: pointers)
      default:
        return DeclaredType(
          node: PackageNode(file: place.file, node: current), pointers: pointers)
      }
    }
    return nil
  }

  /// The name of a type that this package declares, or nil. An alias has the name of what it
  /// stands for.
  public func localName(of type: DeclaredType) -> String? {
    var current = type
    for _ in 0..<Self.maximumDepth {
      guard let spec = specification(of: current) else { return nil }
      let tree = package.tree(spec.file)
      if tree.kind(spec.node) != .typeAlias { return tree.text(tree.child(spec.node, .name)) }
      guard let next = named(current) else { return nil }
      current = next
    }
    return nil
  }

  /// The `type_spec` or `type_alias` of this package that a type names, or nil.
  func specification(of type: DeclaredType) -> PackageNode? {
    let tree = package.tree(type.node.file)
    switch tree.kind(type.node.node) {
    case .typeIdentifier, .identifier: return package.declarations.type(tree.text(type.node.node))
    default: return nil
    }
  }

  /// The imported type that a type names, following this package's own names; pointers are
  /// not looked at. `type group = sync.WaitGroup` is followed too.
  public func importedName(of type: DeclaredType) -> ImportedTypeName? {
    var current = type
    for _ in 0..<Self.maximumDepth {
      let tree = package.tree(current.node.file)
      let imports = package.files[current.node.file].imports
      let node = current.node.node
      if tree.kind(node) == .qualifiedType {
        let name = tree.text(tree.child(node, .package))
        return imports.path(name).map {
          ImportedTypeName($0, tree.text(tree.child(node, .name)))
        }
      }
      if let next = named(current) {
        current = next
      } else if tree.kind(node) == .typeIdentifier, imports.dotImports.count == 1,
        let first = tree.text(node).first, first.isUppercase
      {
        return ImportedTypeName(imports.dotImports[0], tree.text(node))
      } else {
        return nil
      }
    }
    return nil
  }

  /// What a named type of this package is declared as.
  private func named(_ type: DeclaredType) -> DeclaredType? {
    guard let spec = specification(of: type) else { return nil }
    let tree = package.tree(spec.file)
    let home = Place(file: spec.file, scopes: nil)
    guard var target = declared(tree.child(spec.node, .type), at: home) else { return nil }
    target.pointers += type.pointers
    return target
  }

  /// The type with this package's names replaced by what they are declared as.
  public func underlying(_ type: DeclaredType) -> DeclaredType {
    var current = type
    for _ in 0..<Self.maximumDepth {
      guard let next = named(current) else { return current }
      current = next
    }
    return current
  }

  /// The kind of the underlying type's syntax: `.mapType`, `.channelType`, `.structType`…
  public func kind(of type: DeclaredType) -> NodeKind {
    let underlying = underlying(type)
    return package.tree(underlying.node.file).kind(underlying.node.node)
  }

  /// The element of a slice, array, map or channel.
  private func element(of type: DeclaredType, depth: Int) -> DeclaredType? {
    let underlying = underlying(type)
    let tree = package.tree(underlying.node.file)
    let node = underlying.node.node
    let place = Place(file: underlying.node.file, scopes: nil)
    switch tree.kind(node) {
    case .sliceType, .arrayType, .implicitLengthArrayType:
      return declared(tree.child(node, .element), at: place)
    case .mapType, .channelType:
      return declared(tree.child(node, .value), at: place)
    case .variadicParameterDeclaration:
      return declared(tree.child(node, .type), at: place)
    default:
      return nil
    }
  }
}
