import Basics
import GoSyntax

extension TypeChecker {
  /// What a name at package level stands for; nil where the package does not declare it.
  func object(named name: String) -> PackageObject? {
    if let known = knownObjects[name] { return known }
    if let known = objects[name] { return known }
    guard !openObjects.contains(name) else { return nil }
    openObjects.insert(name)
    defer { openObjects.remove(name) }
    let declarations = syntax.declarations
    let object: PackageObject?
    if let spec = declarations.type(name) {
      object = typeObject(name, spec)
    } else if let function = declarations.function(name) {
      object = functionObject(function)
    } else if let variable = declarations.variable(name) {
      object = variableObject(variable)
    } else {
      object = nil
    }
    if let object { objects[name] = object }
    knownObjects[name] = .some(object)
    return object
  }

  /// The names in force in a top-level declaration.
  func place(in declaration: PackageNode) -> Place {
    Place(file: declaration.file, scopes: scopes(of: declaration))
  }

  // MARK: Types

  private func typeObject(_ name: String, _ node: PackageNode) -> PackageObject? {
    let tree = tree(node.file)
    guard let spec = TypeSpecSyntax(node.node, in: tree) else { return nil }
    let place = place(in: declaration(around: node))
    guard spec.isAlias else {
      return .type(declareType(name, spec, at: place, key: nil))
    }
    let parameters = declareTypeParameters(spec.typeParameters, at: place)
    let target = type(spec.type, at: place)
    return parameters.isEmpty
      ? .type(target) : .genericAlias(parameters: parameters, target: target)
  }

  /// A new declared type. It is known by its name before what it is declared as is read.
  func declareType(
    _ name: String, _ spec: TypeSpecSyntax, at place: Place, key: PackageNode?
  ) -> TypeID {
    let index: Int
    if key == nil, let number = typeNumbers[name] {
      index = number
    } else {
      index = types.count
      types.append(
        DeclaredTypeInfo(
          name: name, typeParameters: [], underlying: TypeID.unknown, methods: [:]))
    }
    let type = table.intern(
      .named(NamedType(unit: unit, index: UInt32(index), arguments: [])))
    if let key { localTypes[key] = type } else { objects[name] = .type(type) }
    openTypes.insert(index)
    types[index].typeParameters = declareTypeParameters(spec.typeParameters, at: place)
    openTypes.remove(index)
    unreadTypes[index] = (spec.type, place)
    return type
  }

  /// Reads what a declared type is declared as, the first time that somebody wants to know. Not
  /// before: an alias on the way back to itself through declared types is not known yet.
  func readDeclaration(of index: Int) {
    guard let (node, place) = unreadTypes.removeValue(forKey: index) else { return }
    openTypes.insert(index)
    let target = self.type(node, at: place)
    pendingUnderlying[index] = target
    openTypes.remove(index)
    types[index].underlying = underlying(target)
    pendingUnderlying[index] = nil
  }

  /// Works out the signatures of all methods of a declared type.
  func completeMethods(of index: Int) {
    guard types[index].methods.isEmpty else { return }
    let methods = (methodsByType[types[index].name] ?? [:]).values.sorted { $0.name < $1.name }
    for function in methods {
      guard case .type(let type)? = objects[types[index].name],
        case .named(let named) = table[type], Int(named.index) == index
      else { return }
      types[index].methods[function.name] = method(function)
    }
  }

  /// A method of one of the package's types by its name, or nil.
  func ownMethod(_ name: String, of index: Int) -> DeclaredMethod? {
    if let known = types[index].methods[name] ?? knownMethods[index]?[name] { return known }
    let typeName = types[index].name
    guard let function = methodsByType[typeName]?[name],
      case .type(let type)? = objects[typeName], case .named(let named) = table[type],
      Int(named.index) == index
    else { return nil }
    let found = method(function)
    // What is found on the way around a circle is not all of it, and type parameters of its own are
    // forgotten with its body.
    if openObjects.isEmpty, openTypes.isEmpty, methodTypesFile(of: function.node).isNone {
      knownMethods[index, default: [:]][name] = found
    }
    return found
  }

  private func method(_ function: PackageDeclarations.Function) -> DeclaredMethod {
    let tree = tree(function.node.file)
    let receiver = tree.child(function.node.node, .receiver)
    let types = methodTypesFile(of: function.node)
    let parameters =
      types.isNone
      ? []
      : self.tree(types).subtree(.root).first { self.tree(types).kind($0) == .typeParameterList }
        .map { declareTypeParameters($0, at: methodPlace(types)) } ?? []
    return DeclaredMethod(
      type: functionType(
        of: function.node.node, at: place(in: function.node), typeParameters: parameters),
      hasPointerReceiver: tree.subtree(receiver).contains { tree.kind($0) == .pointerType },
      node: function.node)
  }

  // MARK: Functions, variables, constants

  private func functionObject(_ function: PackageDeclarations.Function) -> PackageObject {
    let tree = tree(function.node.file)
    let place = place(in: function.node)
    let parameters = declareTypeParameters(
      tree.child(function.node.node, .typeParameters), at: place)
    return .function(
      functionType(of: function.node.node, at: place, typeParameters: parameters),
      node: function.node)
  }

  private func variableObject(_ variable: PackageDeclarations.Variable) -> PackageObject? {
    let tree = tree(variable.name.file)
    let declaration = PackageNode(file: variable.name.file, node: variable.declaration)
    let place = place(in: declaration)
    if tree.kind(variable.specification) == .constSpec {
      return constantObject(variable, declaration, place)
    }
    if !variable.type.isNone { return .variable(type(variable.type, at: place)) }
    if !variable.value.isNone {
      return .variable(defaulted(body(of: declaration).type(of: variable.value)))
    }
    // One call for all names.
    guard let call = ValueSpecSyntax(variable.specification, in: tree)?.values.first else {
      return .variable(.unknown)
    }
    return .variable(defaulted(body(of: declaration).part(variable.position, of: call)))
  }

  private func constantObject(
    _ variable: PackageDeclarations.Variable, _ declaration: PackageNode, _ place: Place
  ) -> PackageObject? {
    guard let source = ValueSpecSyntax(variable.source, in: tree(variable.name.file)) else {
      return nil
    }
    let values = source.values
    let expression = variable.position < values.count ? values[variable.position] : .none
    var type = TypeID.unknown
    if !source.type.isNone {
      type = self.type(source.type, at: place)
    } else if !expression.isNone {
      type = body(of: declaration).type(of: expression)
    }
    let value =
      integer(expression, at: place, iota: ConstantValue(variable.number))
      ?? stringLength(expression, place)
    return .constant(type, value: value)
  }

  /// The number of a constant's specification in its group.
  func iota(of spec: NodeID, _ tree: SyntaxTree) -> ConstantValue? {
    guard let group = tree.ancestors(of: spec).last else { return nil }
    var number: ConstantValue = 0
    for sibling in tree.children(group) where tree.kind(sibling) == .constSpec {
      if sibling == spec { return number }
      number += 1
    }
    return nil
  }

  /// The specification whose type and values a constant has: its own, or the last one before
  /// it in the group that has any.
  func constantSource(_ spec: NodeID, _ tree: SyntaxTree) -> NodeID {
    if !tree.child(spec, .value).isNone || !tree.child(spec, .type).isNone { return spec }
    guard let group = tree.ancestors(of: spec).last else { return spec }
    var source = spec
    for sibling in tree.children(group) where tree.kind(sibling) == .constSpec {
      if sibling >= spec { break }
      if !tree.child(sibling, .value).isNone { source = sibling }
    }
    return source
  }

  /// The type that a variable gets from an expression: an untyped constant's default type.
  public func defaulted(_ type: TypeID) -> TypeID {
    if case .basic(let kind) = table[type] { return TypeID.basic(kind.defaultKind) }
    return type
  }
}
