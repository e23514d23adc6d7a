import Basics
import GoSyntax

extension TypeChecker {
  /// Where a type is written.
  struct Place {
    /// The file.
    var file: FileID
    /// The scopes of the top-level declaration around it; nil at package level.
    var scopes: Scopes?
  }

  /// The type that a type expression stands for; an expression that reads as a type, such as
  /// `*T` or `p.T`, counts as one too.
  func type(_ node: NodeID, at place: Place) -> TypeID {
    if node.isNone { return TypeID.unknown }
    let tree = tree(place.file)
    switch tree.kind(node) {
    case .typeIdentifier, .identifier:
      return typeNamed(node, at: place) ?? TypeID.unknown
    case .qualifiedType:
      return imported(tree.child(node, .package), tree.child(node, .name), place)
    case .selectorExpression:
      return imported(tree.child(node, .operand), tree.child(node, .field), place)
    case .pointerType:
      return table.intern(.pointer(type(tree.firstChild(node), at: place)))
    case .unaryExpression:
      return table.intern(.pointer(type(tree.child(node, .operand), at: place)))
    case .sliceType:
      return table.intern(.slice(type(tree.child(node, .element), at: place)))
    case .arrayType:
      let length =
        integer(tree.child(node, .length), at: place).flatMap { Int64(exactly: $0) } ?? -1
      return table.intern(.array(type(tree.child(node, .element), at: place), length: length))
    case .implicitLengthArrayType:
      return table.intern(.array(type(tree.child(node, .element), at: place), length: -1))
    case .mapType:
      return table.intern(
        .map(
          key: type(tree.child(node, .key), at: place),
          value: type(tree.child(node, .value), at: place)))
    case .channelType:
      guard let view = ChannelTypeSyntax(node, in: tree) else { return TypeID.unknown }
      return table.intern(.channel(type(view.value, at: place), view.direction))
    case .functionType:
      return functionType(of: node, at: place)
    case .structType:
      return structType(node, at: place)
    case .interfaceType:
      return interfaceType(node, at: place)
    case .genericType:
      let arguments = typeArguments(tree.child(node, .typeArguments), at: place)
      return instantiate(tree.child(node, .type), arguments, at: place)
    case .indexExpression:
      let argument = type(tree.child(node, .index), at: place)
      return instantiate(tree.child(node, .operand), [argument], at: place)
    case .typeInstantiationExpression:
      let parts = tree.children(node).map { $0 }
      guard let first = parts.first else { return TypeID.unknown }
      return instantiate(first, parts.dropFirst().map { type($0, at: place) }, at: place)
    case .parenthesizedType, .parenthesizedExpression, .typeElem, .literalElement:
      return type(tree.firstChild(node), at: place)
    case .typeConstraint:
      return constraint(node, at: place)
    case .negatedType:
      return union([UnionTerm(type: type(tree.firstChild(node), at: place), isApproximate: true)])
    default:
      return TypeID.unknown
    }
  }

  func typeArguments(_ list: NodeID, at place: Place) -> [TypeID] {
    tree(place.file).children(list).map { type($0, at: place) }
  }

  // MARK: Names

  /// The type that an unqualified name stands for, or nil where it is no type.
  func typeNamed(_ node: NodeID, at place: Place) -> TypeID? {
    if let scopes = place.scopes {
      let id = scopes.variable(node)
      if !id.isNone {
        let variable = scopes.variables[id]
        if variable.kind == .methodTypeParameter { return methodType(variable, at: place) }
        return variable.kind == .type ? localType(variable, at: place) : nil
      }
    }
    let name = tree(place.file).text(node)
    if let parameter = receiverParameter(named: name, node, at: place) { return parameter }
    switch lookup(name, in: place.file) {
    case .type(let type)?: return type
    case .genericAlias(_, let target)?: return target
    default: return nil
    }
  }

  /// The object of a name that is not declared in a function: of the package, of a package
  /// imported with a dot, or predeclared.
  func lookup(_ name: String, in file: FileID) -> PackageObject? {
    if let object = object(named: name) { return object }
    for entry in syntax.files[hostFile(file)].file.imports where entry.name == .dot {
      guard let other = imports.interface(forImport: entry.path),
        let object = other.objects[name]
      else { continue }
      return adopt(object, from: other)
    }
    return Universe.object(named: name, in: table)
  }

  func adopt(_ object: PackageObject, from other: PackageInterface) -> PackageObject {
    switch object {
    case .type(let type): .type(adopt(type, from: other))
    case .genericAlias(let parameters, let target):
      .genericAlias(
        parameters: parameters.map { adopt($0, from: other) }, target: adopt(target, from: other))
    case .variable(let type): .variable(adopt(type, from: other))
    case .constant(let type, let value): .constant(adopt(type, from: other), value: value)
    case .function(let type, let node): .function(adopt(type, from: other), node: node)
    }
  }

  private func imported(_ package: NodeID, _ name: NodeID, _ place: Place) -> TypeID {
    let tree = tree(place.file)
    let packageName = tree.text(package)
    if importPath(packageName, in: place.file) == "unsafe" {
      return TypeID.basic(.unsafePointer)
    }
    guard let other = importedPackage(packageName, in: place.file),
      let object = other.objects[tree.text(name)]
    else { return TypeID.unknown }
    switch object {
    case .type(let type): return adopt(type, from: other)
    case .genericAlias(_, let target): return adopt(target, from: other)
    default: return TypeID.unknown
    }
  }

  /// A type that a function declares, or a type parameter.
  private func localType(_ variable: LocalVariable, at place: Place) -> TypeID {
    let tree = tree(place.file)
    let key = PackageNode(file: place.file, node: variable.name)
    if let known = localTypes[key] { return known }
    if let spec = TypeSpecSyntax(variable.type, in: tree) {
      if spec.isAlias {
        localTypes[key] = TypeID.unknown
        let parameters = declareTypeParameters(spec.typeParameters, at: place)
        let target = type(spec.type, at: place)
        localTypes[key] = target
        if !parameters.isEmpty {
          localAliases[key] = .genericAlias(parameters: parameters, target: target)
        }
        return target
      }
      return declareType(tree.text(variable.name), spec, at: place, key: key)
    }
    if let scopes = place.scopes,
      let receiver = receiverParameter(
        of: PackageNode(file: place.file, node: scopes.declaration),
        where: { tree.isInside(variable.name, $0) })
    {
      localTypes[key] = receiver
      return receiver
    }
    return declareTypeParameter(variable.name, constraint: variable.type, at: place)
  }

  /// A type parameter of the method around a place.
  private func methodType(_ variable: LocalVariable, at place: Place) -> TypeID? {
    guard let scopes = place.scopes else { return nil }
    let file = methodTypesFile(
      of: PackageNode(file: place.file, node: scopes.declaration))
    if file.isNone { return nil }
    return declareTypeParameter(
      variable.name, constraint: variable.type, at: methodPlace(file))
  }

  /// Where the type parameters of a method are written.
  func methodPlace(_ file: FileID) -> Place {
    let tree = tree(file)
    let function = Array(tree.children(.root)).last ?? .root
    return Place(file: file, scopes: Scopes(of: function, in: tree))
  }

  /// A new type parameter, named by an identifier.
  func declareTypeParameter(_ name: NodeID, constraint: NodeID, at place: Place) -> TypeID {
    let key = PackageNode(file: place.file, node: name)
    if let known = localTypes[key] { return known }
    let index = typeParameters.count
    typeParameters.append(
      TypeParameterInfo(
        name: tree(place.file).text(name), constraint: TypeID.unknown))
    let type = table.intern(.typeParameter(unit: unit, index: UInt32(index)))
    localTypes[key] = type
    typeParameters[index].constraint = self.type(constraint, at: place)
    return type
  }

  /// What a name stands for that no scope has, and that the receiver's type arguments declare:
  /// `_` in the receiver, or K in the constraints of the method's own type parameters.
  private func receiverParameter(
    named name: String, _ node: NodeID, at place: Place
  ) -> TypeID? {
    if let method = method(ofTypes: place.file) {
      let tree = tree(method.file)
      return receiverParameter(of: method) { tree.text($0) == name }
    }
    guard name == "_", let scopes = place.scopes else { return nil }
    let method = PackageNode(file: place.file, node: scopes.declaration)
    let tree = tree(place.file)
    return receiverParameter(of: method) { tree.isInside(node, $0) }
  }

  /// The K of `func (m *Map[K, V]) …` is the first parameter of the type itself.
  private func receiverParameter(
    of method: PackageNode, where isWanted: (NodeID) -> Bool
  ) -> TypeID? {
    let tree = tree(method.file)
    let receiver = tree.child(method.node, .receiver)
    guard !receiver.isNone,
      let list = tree.subtree(receiver).first(where: { tree.kind($0) == .typeArguments }),
      let position = tree.children(list).enumerated().first(where: { isWanted($0.element) })?.offset
    else { return nil }
    let base = PackageDeclarations.receiverType(method.node, tree)
    guard case .type(let type)? = object(named: base), case .named(let named) = table[type] else {
      return nil
    }
    let parameters = parameters(of: named)
    return position < parameters.count ? parameters[position] : nil
  }

  /// A type parameter list's types, in order; each gets its place in the table.
  func declareTypeParameters(_ list: NodeID, at place: Place) -> [TypeID] {
    let tree = tree(place.file)
    var parameters: [TypeID] = []
    for declaration in tree.children(list) {
      let constraint = tree.child(declaration, .type)
      for name in tree.children(declaration) where tree[name].field == .name {
        parameters.append(declareTypeParameter(name, constraint: constraint, at: place))
      }
    }
    return parameters
  }

  // MARK: Composite types

  /// The function type of a declaration, method, literal or function type.
  func functionType(
    of node: NodeID, at place: Place, typeParameters: [TypeID] = []
  ) -> TypeID {
    let tree = tree(place.file)
    var function = FunctionType(
      typeParameters: typeParameters, parameters: [], results: [], isVariadic: false)
    for group in ParameterGroup.groups(of: tree.child(node, .parameters), in: tree) {
      var type = type(of: group, at: place)
      if group.isVariadic {
        type = table.intern(.slice(type))
        function.isVariadic = true
      }
      for _ in 0..<max(1, group.names.count) { function.parameters.append(type) }
    }
    let result = tree.child(node, .result)
    if tree.kind(result) == .parameterList {
      for group in ParameterGroup.groups(of: result, in: tree) {
        let type = type(of: group, at: place)
        for _ in 0..<max(1, group.names.count) { function.results.append(type) }
      }
    } else if !result.isNone {
      function.results = [type(result, at: place)]
    }
    return table.intern(.function(function))
  }

  private func type(of group: ParameterGroup, at place: Place) -> TypeID {
    let type = type(group.type, at: place)
    switch group.wrapping {
    case .none: return type
    case .function:
      return table.intern(
        .function(FunctionType(parameters: [type], results: [], isVariadic: false)))
    case .channel: return table.intern(.channel(type, .both))
    case .map(let key): return table.intern(.map(key: self.type(key, at: place), value: type))
    }
  }

  private func structType(_ node: NodeID, at place: Place) -> TypeID {
    let tree = tree(place.file)
    var fields: [StructField] = []
    for child in tree.children(tree.firstChild(node)) {
      guard let view = FieldSyntax(child, in: tree) else { continue }
      var type = type(view.type, at: place)
      let omittedBy = view.tag.isNone ? [] : StructTag(literal: tree.text(view.tag)).omittingKeys
      if view.isEmbedded {
        if view.embedsPointer { type = table.intern(.pointer(type)) }
        fields.append(
          StructField(
            name: embeddedName(view.type, tree), type: type, isEmbedded: true,
            omittedBy: omittedBy))
      }
      for name in view.names {
        fields.append(
          StructField(
            name: tree.text(name), type: type, isEmbedded: false, omittedBy: omittedBy))
      }
    }
    return table.intern(.structure(fields))
  }

  private func embeddedName(_ type: NodeID, _ tree: SyntaxTree) -> String {
    switch tree.kind(type) {
    case .genericType: embeddedName(tree.child(type, .type), tree)
    case .qualifiedType: tree.text(tree.child(type, .name))
    case .pointerType, .parenthesizedType: embeddedName(tree.firstChild(type), tree)
    default: tree.text(type)
    }
  }

  private func interfaceType(_ node: NodeID, at place: Place) -> TypeID {
    let tree = tree(place.file)
    var interface = InterfaceType()
    for child in tree.children(node) {
      switch tree.kind(child) {
      case .methodElem:
        interface.methods.append(
          InterfaceMethod(
            name: tree.text(tree.child(child, .name)), type: functionType(of: child, at: place)))
      case .typeElem:
        addElement(child, to: &interface, at: place)
      default:
        break
      }
    }
    interface.methods.sort { $0.name < $1.name }
    return table.intern(.interface(interface))
  }

  private func addElement(
    _ element: NodeID, to interface: inout InterfaceType, at place: Place
  ) {
    let tree = tree(place.file)
    let terms = tree.children(element).map { term -> UnionTerm in
      let isApproximate = tree.kind(term) == .negatedType
      return UnionTerm(
        type: type(isApproximate ? tree.firstChild(term) : term, at: place),
        isApproximate: isApproximate)
    }
    if terms.count == 1, !terms[0].isApproximate {
      interface.embedded.append(terms[0].type)
    } else if !terms.isEmpty {
      interface.unions.append(terms)
    }
  }

  /// The constraint of a type parameter: an interface, or a union that stands for one.
  private func constraint(_ node: NodeID, at place: Place) -> TypeID {
    let tree = tree(place.file)
    var interface = InterfaceType()
    addElement(node, to: &interface, at: place)
    if interface.unions.isEmpty, interface.embedded.count == 1 {
      let only = interface.embedded[0]
      if case .interface = table[underlying(only)] { return only }
      // `[T int]`: the one type stands for the interface that has it as its only element.
      if case .named = table[only], tree.kind(tree.firstChild(node)) != .sliceType { return only }
      return union([UnionTerm(type: only, isApproximate: false)])
    }
    return table.intern(.interface(interface))
  }

  private func union(_ terms: [UnionTerm]) -> TypeID {
    table.intern(.interface(InterfaceType(unions: [terms])))
  }

  /// The generic type that a type expression names, with its arguments put in.
  func instantiate(_ generic: NodeID, _ arguments: [TypeID], at place: Place) -> TypeID {
    if case .genericAlias(let parameters, let target)? = objectNamed(generic, at: place) {
      return substitute(
        target, Dictionary(zip(parameters, arguments), uniquingKeysWith: { first, _ in first }))
    }
    let type = type(generic, at: place)
    guard case .named(let named) = table[type], named.arguments.isEmpty else { return type }
    return table.intern(
      .named(NamedType(unit: named.unit, index: named.index, arguments: arguments)))
  }

  /// What a name of a package stands for, with or without the package before it; nil for other
  /// expressions and for what a function declares, but for its generic aliases.
  private func objectNamed(_ node: NodeID, at place: Place) -> PackageObject? {
    let tree = tree(place.file)
    let package: NodeID
    let name: NodeID
    switch tree.kind(node) {
    case .identifier, .typeIdentifier:
      if let scopes = place.scopes, case let id = scopes.variable(node), !id.isNone {
        _ = typeNamed(node, at: place)
        return localAliases[PackageNode(file: place.file, node: scopes.variables[id].name)]
      }
      return lookup(tree.text(node), in: place.file)
    case .qualifiedType: (package, name) = (tree.child(node, .package), tree.child(node, .name))
    case .selectorExpression:
      (package, name) = (tree.child(node, .operand), tree.child(node, .field))
    default: return nil
    }
    guard let other = importedPackage(tree.text(package), in: place.file),
      let object = other.objects[tree.text(name)]
    else { return nil }
    return adopt(object, from: other)
  }
}
