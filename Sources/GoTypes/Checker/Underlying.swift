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
      result =
        other.unit == .universe
        ? adopt(info.underlying, from: other)
        : adopt(info.underlying, from: other)
    } else if openTypes.contains(Int(named.index)) {
      return TypeID.unknown
    } else if let pending = pendingUnderlying[Int(named.index)] {
      // `type A B` while B is being declared; a cycle of names alone has no underlying type.
      pendingUnderlying[Int(named.index)] = TypeID.unknown
      result = underlying(pending)
      pendingUnderlying[Int(named.index)] = pending
      return substituteArguments(result, named)
    } else {
      result = info.underlying
    }
    result = substituteArguments(result, named)
    underlyingTypes[type] = result
    return result
  }

  private func substituteArguments(_ type: TypeID, _ named: NamedType) -> TypeID {
    if named.arguments.isEmpty { return type }
    return substitute(type, bindings(of: named))
  }

  /// The type arguments of a declared type by its parameters.
  func bindings(of named: NamedType) -> [TypeID: TypeID] {
    Dictionary(
      zip(parameters(of: named), named.arguments), uniquingKeysWith: { first, _ in first })
  }

  /// A type with types put in for type parameters.
  func substitute(_ type: TypeID, _ bindings: [TypeID: TypeID]) -> TypeID {
    if bindings.isEmpty { return type }
    if let bound = bindings[type] { return bound }
    switch table[type] {
    case .unknown, .basic, .typeParameter: return type
    case .named(let named) where named.arguments.isEmpty: return type
    case let node: return table.intern(node.mapTypes { substitute($0, bindings) })
    }
  }

  /// The type that decides what may be done with values: the underlying type; of a type
  /// parameter the one underlying type that all types of its constraint have.
  public func core(_ type: TypeID, depth: Int = 0) -> TypeID {
    let under = underlying(type)
    switch table[under] {
    case .typeParameter(let unit, let index):
      guard let info = parameterInfo(unit, index) else { return TypeID.unknown }
      return coreOfConstraint(info.constraint, depth: depth + 1) ?? under
    default:
      return under
    }
  }

  /// The one underlying type of all types in a constraint, or nil.
  func coreOfConstraint(_ constraint: TypeID, depth: Int) -> TypeID? {
    guard depth < 16 else { return nil }
    guard case .interface(let interface) = table[underlying(constraint)] else {
      return core(constraint, depth: depth + 1)
    }
    for terms in interface.unions {
      let cores = Set(terms.map { core($0.type, depth: depth + 1) })
      if cores.count == 1 { return cores.first }
      // Strings and byte slices together act as strings where they are read.
      return nil
    }
    for embedded in interface.embedded {
      if case .interface = table[underlying(embedded)] {
        if let core = coreOfConstraint(embedded, depth: depth + 1) { return core }
      } else {
        return core(embedded, depth: depth + 1)
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
