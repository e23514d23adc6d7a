import GoSyntax

/// A thing whose type cannot be found, by its name: all its uses tell one shape.
indirect enum UseKey: Hashable {
  case local(PackageNode, VariableID)
  case packageVariable(String)
  /// A type of a package that is missing: all that has it has one shape.
  case type(path: String, name: String)
  /// A field of a declared type.
  case field(of: DeclaredKey, String)
  /// What is selected from a thing that is not known itself.
  case selected(UseKey, String)
  /// A variable of a package that is missing.
  case member(path: String, name: String)

  /// A declared type, whatever its arguments.
  struct DeclaredKey: Hashable {
    var unit: UnitID
    var index: UInt32
  }
}

extension BodyTyper {
  /// How far variables are followed to what they are made from.
  private static let maximumDepth = 16

  /// The named thing that an expression stands for; nil for other expressions.
  func useKey(of expression: NodeID, depth: Int = 0) -> UseKey? {
    guard depth < Self.maximumDepth, !expression.isNone else { return nil }
    if let declared = declaredKey(of: type(of: expression)) { return declared }
    switch tree.kind(expression) {
    case .parenthesizedExpression:
      return useKey(of: tree.firstChild(expression), depth: depth + 1)
    case .identifier:
      let variable = scopes.variable(expression)
      if !variable.isNone { return useKey(of: variable, depth: depth + 1) }
      return checker.useKey(ofPackageVariable: tree.text(expression))
    case .selectorExpression:
      return useKey(ofSelector: expression, depth: depth + 1)
    case .callExpression:
      // The one result of a function of the package that spells its type.
      guard let view = CallSyntax(expression, in: tree), scopes.variable(view.function).isNone,
        tree.kind(view.function) == .identifier,
        let function = checker.syntax.declarations.function(tree.text(view.function))
      else { return nil }
      let home = checker.tree(function.node.file)
      return checker.useKey(
        ofType: home.child(function.node.node, .result), at: checker.place(in: function.node))
    default:
      return nil
    }
  }

  /// The named thing that a variable is, or what it is made from.
  func useKey(of variable: VariableID, depth: Int) -> UseKey? {
    guard depth < Self.maximumDepth else { return nil }
    let local = scopes.variables[variable]
    switch local.kind {
    case .type, .methodTypeParameter, .constant: return nil
    case .receiver, .parameter, .result, .local, .typeSwitch:
      if !local.type.isNone {
        if tree.kind(local.type) == .variadicParameterDeclaration { return nil }
        if let key = checker.useKey(ofType: local.type, at: place) { return key }
      } else if local.position < 0, !local.value.isNone, local.kind == .local,
        let key = useKey(of: local.value, depth: depth + 1)
      {
        return key
      }
    case .rangeKey, .rangeElement: break
    }
    return .local(declaration, variable)
  }

  private func useKey(ofSelector expression: NodeID, depth: Int) -> UseKey? {
    guard let view = SelectorSyntax(expression, in: tree) else { return nil }
    let name = tree.text(view.field)
    if let path = packageName(view.operand) {
      return checker.imports.interface(forImport: path) == nil
        ? .member(path: path, name: name) : nil
    }
    let operand = checker.dereferenced(type(of: view.operand))
    if case .named(let named) = node(operand), checker.shape(of: operand) != .unknown {
      return checker.spelledField(name, of: named)
        ?? .field(of: UseKey.DeclaredKey(unit: named.unit, index: named.index), name)
    }
    let key = missingTarget(of: view.operand) ?? useKey(of: view.operand, depth: depth)
    return key.map { .selected($0, name) }
  }

  /// The missing type that a variable is declared as a pointer to.
  private func missingTarget(of expression: NodeID) -> UseKey? {
    let variable = scopes.variable(expression)
    guard !variable.isNone, case let spelled = scopes.variables[variable].type,
      scopes.variables[variable].kind != .methodTypeParameter, tree.kind(spelled) == .pointerType
    else { return nil }
    return checker.useKey(ofType: tree.firstChild(spelled), at: place)
  }

  /// A type of this package that is declared as one that cannot be found.
  private func declaredKey(of type: TypeID) -> UseKey? {
    guard case .named(let named) = node(type), checker.shape(of: type) == .unknown else {
      return nil
    }
    return checker.useKey(of: named)
  }
}

extension TypeChecker {
  /// The missing type that a type expression spells, through aliases and declared types.
  func useKey(ofType node: NodeID, at place: Place, depth: Int = 0) -> UseKey? {
    guard depth < 16, !node.isNone else { return nil }
    let tree = tree(place.file)
    switch tree.kind(node) {
    case .parenthesizedType:
      return useKey(ofType: tree.firstChild(node), at: place, depth: depth + 1)
    case .qualifiedType:
      guard let path = importPath(tree.text(tree.child(node, .package)), in: place.file),
        imports.interface(forImport: path) == nil
      else { return nil }
      return .type(path: path, name: tree.text(tree.child(node, .name)))
    case .genericType:
      return useKey(ofType: tree.child(node, .type), at: place, depth: depth + 1)
    case .typeIdentifier:
      if let scopes = place.scopes, !scopes.variable(node).isNone {
        let variable = scopes.variables[scopes.variable(node)]
        guard variable.kind == .type else { return nil }
        let spec = TypeSpecSyntax(variable.type, in: tree)
        return spec.flatMap { useKey(ofType: $0.type, at: place, depth: depth + 1) }
      }
      return useKey(ofDeclared: tree.text(node), depth: depth)
    default:
      return nil
    }
  }

  private func useKey(ofDeclared name: String, depth: Int) -> UseKey? {
    guard let spec = syntax.declarations.type(name),
      let view = TypeSpecSyntax(spec.node, in: tree(spec.file))
    else { return nil }
    let place = Place(file: spec.file, scopes: nil)
    return useKey(ofType: view.type, at: place, depth: depth + 1)
  }

  /// The missing type that a declared type of this package is declared as.
  func useKey(of named: NamedType) -> UseKey? {
    guard named.unit == unit, Int(named.index) < types.count else { return nil }
    return useKey(ofDeclared: types[Int(named.index)].name, depth: 0)
  }

  /// A variable of the package, or the missing type that it is declared with.
  func useKey(ofPackageVariable name: String) -> UseKey? {
    guard let variable = syntax.declarations.variable(name) else { return nil }
    let place = Place(file: variable.name.file, scopes: nil)
    return useKey(ofType: variable.type, at: place) ?? .packageVariable(name)
  }

  /// The missing type that a field of one of the package's structs is declared with.
  func spelledField(_ name: String, of named: NamedType) -> UseKey? {
    guard named.unit == unit, Int(named.index) < types.count,
      let spec = syntax.declarations.type(types[Int(named.index)].name)
    else { return nil }
    let tree = tree(spec.file)
    let structure = tree.child(spec.node, .type)
    guard tree.kind(structure) == .structType else { return nil }
    for child in tree.children(tree.firstChild(structure)) {
      guard let field = FieldSyntax(child, in: tree),
        field.names.contains(where: { tree.text($0) == name })
      else { continue }
      return useKey(ofType: field.type, at: Place(file: spec.file, scopes: nil))
    }
    return nil
  }
}
