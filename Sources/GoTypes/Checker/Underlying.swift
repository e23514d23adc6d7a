import Basics

extension TypeChecker {
  /// What a type is made of: of a declared type what it is declared as, type arguments put
  /// in; any other type is its own. A type parameter is its own too.
  public func underlying(_ type: TypeID) -> TypeID {
    guard case .named(let named) = table[type] else { return type }
    if let known = underlyingTypes[type] { return known }
    if named.unit == unit { readDeclaration(of: Int(named.index)) }
    guard let (info, other) = info(of: named) else { return TypeID.unknown }
    var result: TypeID
    if let other {
      result = adopt(info.underlying, from: other)
    } else if openTypes.contains(Int(named.index)) {
      return TypeID.unknown
    } else if let pending = pendingUnderlying[Int(named.index)] {
      // `type A B` while B is being declared; a cycle of names alone has no underlying type.
      pendingUnderlying[Int(named.index)] = TypeID.unknown
      result = underlying(pending)
      pendingUnderlying[Int(named.index)] = pending
      return withArguments(of: named, type, result)
    } else {
      result = info.underlying
    }
    result = withArguments(of: named, type, result)
    underlyingTypes[type] = result
    return result
  }

  /// A part of a declared type's declaration with the type's arguments put in; remembered.
  func withArguments(of named: NamedType, _ id: TypeID, _ part: TypeID) -> TypeID {
    if named.arguments.isEmpty || !table.mentionsParameters(part) { return part }
    let key = TypePair(left: id, right: part)
    if let known = partsWithArguments[key] { return known }
    let parameters = parameters(of: named)
    let result = substitute(
      part,
      Dictionary(zip(parameters, named.arguments), uniquingKeysWith: { first, _ in first }))
    // While a type's parameters are being declared, they are not known yet.
    if parameters.count == named.arguments.count { partsWithArguments[key] = result }
    return result
  }

  /// A type with types put in for type parameters. Costs the parts that have any, each once.
  func substitute(_ type: TypeID, _ bindings: [TypeID: TypeID]) -> TypeID {
    if bindings.isEmpty { return type }
    var done: [TypeID: TypeID] = [:]
    return substitute(type, bindings, &done)
  }

  private func substitute(
    _ type: TypeID, _ bindings: [TypeID: TypeID], _ done: inout [TypeID: TypeID]
  ) -> TypeID {
    guard table.mentionsParameters(type) else { return type }
    if let bound = bindings[type] { return bound }
    let node = table[type]
    if case .typeParameter = node { return type }
    // Small types are faster worked out again than looked up.
    let isLarge = table.size(type) > 32
    if isLarge, let known = done[type] { return known }
    let result = table.intern(node.mapTypes { substitute($0, bindings, &done) })
    if isLarge { done[type] = result }
    return result
  }

  /// The type that decides what may be done with values: the underlying type; of a type
  /// parameter the one underlying type that all types of its constraint have.
  public func core(_ type: TypeID) -> TypeID {
    let under = underlying(type)
    guard case .typeParameter(let unit, let index) = table[under] else { return under }
    guard let info = parameterInfo(unit, index) else { return TypeID.unknown }
    return coreOfConstraint(info.constraint) ?? under
  }

  /// The one underlying type of all types in a constraint, or nil. Worked out once; of one that
  /// is being worked out nothing is known.
  func coreOfConstraint(_ constraint: TypeID) -> TypeID? {
    if let known = constraintCores[constraint] { return known }
    constraintCores[constraint] = .some(nil)
    let core = workOutCore(of: constraint)
    // While types are being declared, not all of the constraint may be known yet.
    let isFinal = openTypes.isEmpty && pendingUnderlying.isEmpty
    constraintCores[constraint] = isFinal ? .some(core) : nil
    return core
  }

  private func workOutCore(of constraint: TypeID) -> TypeID? {
    guard case .interface(let interface) = table[underlying(constraint)] else {
      return core(constraint)
    }
    if let terms = interface.unions.first {
      // Strings and byte slices together act as strings where they are read.
      let cores = Set(terms.map { core($0.type) })
      return cores.count == 1 ? cores.first : nil
    }
    for embedded in interface.embedded {
      if case .interface = table[underlying(embedded)] {
        if let core = coreOfConstraint(embedded) { return core }
      } else {
        return core(embedded)
      }
    }
    return nil
  }

  /// The type behind a pointer, or the type itself.
  func dereferenced(_ type: TypeID) -> TypeID {
    if case .pointer(let element) = table[core(type)] { return element }
    return type
  }
}

/// Two types, as the key of what is known of them together.
struct TypePair: NumberKey {
  var left: TypeID
  var right: TypeID

  var keyNumber: UInt64 { UInt64(left.rawValue) << 32 | UInt64(right.rawValue) }
}
