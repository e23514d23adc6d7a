import GoSyntax

extension BodyTyper {
  /// The type of a generic function with its type arguments: those given, and those that the
  /// arguments and the constraints' core types tell. What stays open stays a parameter.
  func infer(
    _ function: TypeID, _ explicit: [TypeID], _ arguments: [NodeID]
  ) -> TypeID {
    guard case .function(var signature) = node(function) else { return function }
    let parameters = signature.typeParameters
    var bindings: [TypeID: TypeID] = [:]
    for (parameter, argument) in zip(parameters, explicit) { bindings[parameter] = argument }
    let open = Set(parameters)
    var untyped: [(TypeID, TypeID)] = []
    for (position, argument) in argumentTypes(arguments).enumerated() {
      guard let parameter = parameterType(signature, position, arguments) else { continue }
      if isGeneric(argument) { continue }
      if case .basic(let kind) = node(argument), kind.isUntyped {
        untyped.append((parameter, argument))
      } else {
        unify(parameter, argument, open, &bindings, depth: 0)
      }
    }
    inferFromConstraints(parameters, open, &bindings)
    // Of several untyped constants for one parameter the larger kind counts.
    var kinds: [TypeID: TypeID] = [:]
    for (parameter, argument) in untyped where open.contains(parameter) {
      kinds[parameter] = kinds[parameter].map { balanced($0, argument) } ?? argument
    }
    for (parameter, kind) in kinds where bindings[parameter] == nil {
      bindings[parameter] = checker.defaulted(kind)
    }
    inferFromConstraints(parameters, open, &bindings)
    inferGenericArguments(signature, arguments, open, &bindings)
    signature.typeParameters = parameters.filter { bindings[$0] == nil }
    return checker.substitute(intern(.function(signature)), bindings)
  }

  /// Arguments that are generic functions themselves, such as `cmp.Compare`: what is known of
  /// the parameter tells their type arguments.
  private func inferGenericArguments(
    _ signature: FunctionType, _ arguments: [NodeID], _ open: Set<TypeID>,
    _ bindings: inout [TypeID: TypeID]
  ) {
    for (position, argument) in arguments.enumerated() {
      guard let generic = genericFunction(argument),
        let parameter = parameterType(signature, position, arguments)
      else { continue }
      let wanted = checker.substitute(parameter, bindings)
      unify(parameter, instantiate(argument, generic, for: wanted), open, &bindings, depth: 0)
    }
  }

  /// The type of a generic function that is assigned or handed over as a value of a function
  /// type, which tells its type arguments.
  func instantiate(_ expression: NodeID, _ generic: TypeID, for wanted: TypeID) -> TypeID {
    guard case .function(var function) = node(generic) else { return generic }
    var own: [TypeID: TypeID] = [:]
    let open = Set(function.typeParameters)
    unify(generic, wanted, open, &own, depth: 0)
    inferFromConstraints(function.typeParameters, open, &own)
    function.typeParameters = function.typeParameters.filter { own[$0] == nil }
    let instance = checker.substitute(intern(.function(function)), own)
    set(instance, of: expression)
    return instance
  }

  /// The types of arguments; the one call that gives all of them is spread out.
  private func argumentTypes(_ arguments: [NodeID]) -> [TypeID] {
    if arguments.count == 1, case .tuple(let parts) = node(type(of: arguments[0])) { return parts }
    return arguments.map { type(of: $0) }
  }

  func parameterType(
    _ signature: FunctionType, _ position: Int, _ arguments: [NodeID]
  ) -> TypeID? {
    guard signature.isVariadic, position >= signature.parameters.count - 1,
      let last = signature.parameters.last
    else {
      return position < signature.parameters.count ? signature.parameters[position] : nil
    }
    let isSpread = arguments.last.map { tree.kind($0) == .variadicArgument } ?? false
    if isSpread { return last }
    if case .slice(let element) = node(last) { return element }
    return last
  }

  /// Binds the open parameters in a type so that it becomes the argument's type. Looks at
  /// nothing that is nested more than 64 deep.
  func unify(
    _ parameter: TypeID, _ argument: TypeID, _ open: Set<TypeID>,
    _ bindings: inout [TypeID: TypeID], depth: Int
  ) {
    guard depth < 64, argument != unknown, checker.table.mentionsParameters(parameter) else {
      return
    }
    if open.contains(parameter) {
      if bindings[parameter] == nil { bindings[parameter] = argument }
      return
    }
    func both(_ left: TypeID, _ right: TypeID) {
      unify(left, right, open, &bindings, depth: depth + 1)
    }
    switch (node(parameter), node(argument)) {
    case (.named(let left), .named(let right)) where left.isInstance(of: right):
      zip(left.arguments, right.arguments).forEach { both($0, $1) }
    case (.interface(let left), .interface(let right)) where depth > 0:
      for method in left.methods {
        if let other = right.methods.first(where: { $0.name == method.name }) {
          both(method.type, other.type)
        }
      }
    case _ where depth == 0 && isInterface(parameter):
      unifyMethods(of: parameter, argument, open, &bindings)
    case (.pointer(let left), .pointer(let right)), (.slice(let left), .slice(let right)):
      both(left, right)
    case (.array(let left, _), .array(let right, _)): both(left, right)
    case (.map(let key, let value), .map(let otherKey, let otherValue)):
      both(key, otherKey)
      both(value, otherValue)
    case (.channel(let left, _), .channel(let right, _)): both(left, right)
    case (.function(let left), .function(let right)):
      zip(left.parameters, right.parameters).forEach { both($0, $1) }
      zip(left.results, right.results).forEach { both($0, $1) }
    case (.structure(let left), .structure(let right)):
      zip(left, right).forEach { both($0.type, $1.type) }
    case (_, .named) where !isNamed(parameter):
      let under = checker.underlying(argument)
      if under != argument { both(parameter, under) }
    case (.named, _) where !isNamed(argument):
      let under = checker.underlying(parameter)
      if under != parameter { both(under, argument) }
    case (_, .typeParameter):
      let core = checker.core(argument)
      if core != argument { both(parameter, core) }
    default: break
    }
  }

  private func isNamed(_ type: TypeID) -> Bool {
    if case .named = node(type) { return true }
    return false
  }

  private func isInterface(_ type: TypeID) -> Bool {
    if case .interface = node(checker.underlying(type)) { return true }
    return false
  }

  /// A type has all methods of an interface that it is assigned to or that constrains it: their
  /// signatures tell what the interface's type arguments are.
  private func unifyMethods(
    of interface: TypeID, _ type: TypeID, _ open: Set<TypeID>, _ bindings: inout [TypeID: TypeID]
  ) {
    for method in checker.methodSet(of: interface) {
      switch checker.member(method.name, of: type) {
      case .method(let own, _)? where !isGeneric(own), .interfaceMethod(let own, _)?:
        unify(method.type, own, open, &bindings, depth: 1)
      default: break
      }
    }
  }

  /// `S ~[]E`: once S is known, so is E; and the other way round. Where a constraint has no core
  /// type, its methods tell (see "Type inference" in the specification).
  private func inferFromConstraints(
    _ parameters: [TypeID], _ open: Set<TypeID>, _ bindings: inout [TypeID: TypeID]
  ) {
    for _ in parameters {
      let before = bindings.count
      for parameter in parameters {
        guard case .typeParameter(let unit, let index) = node(parameter),
          let info = checker.parameterInfo(unit, index)
        else { continue }
        guard let core = checker.coreOfConstraint(info.constraint), core != parameter
        else {
          if let bound = bindings[parameter] {
            unifyMethods(of: info.constraint, bound, open, &bindings)
          }
          continue
        }
        if let bound = bindings[parameter] {
          unify(core, checker.underlying(bound), open, &bindings, depth: 0)
        } else {
          let filled = checker.substitute(core, bindings)
          if !mentions(filled, open, depth: 0) { bindings[parameter] = filled }
        }
      }
      if bindings.count == before { return }
    }
  }

  private func mentions(_ type: TypeID, _ open: Set<TypeID>, depth: Int) -> Bool {
    if open.contains(type) { return true }
    guard depth < 16, checker.table.mentionsParameters(type) else { return false }
    var found = false
    node(type).forEachType { part in
      if !found { found = mentions(part, open, depth: depth + 1) }
    }
    return found
  }
}
