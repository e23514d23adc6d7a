import Basics

/// The names of declared types and of the packages that declare them.
extension TypeChecker {
  /// The import path and the name of a declared type, of a generic one without its arguments;
  /// nil for other types.
  public func declaredName(of type: TypeID) -> (path: String, name: String)? {
    guard case .named(let named) = table[type], let (info, other) = info(of: named) else {
      return nil
    }
    return (other?.path ?? syntax.package.importPath, info.name)
  }

  /// The import path of a package whose types are known, or nil.
  public func importPath(of unit: UnitID) -> String? {
    unit == self.unit ? syntax.package.importPath : imports.interface(of: unit)?.path
  }

  /// The type that the package declares by a name; unknown where it declares none.
  public func declaredType(named name: String) -> TypeID {
    if case .type(let type)? = object(named: name) { return type }
    return .unknown
  }

  /// The type behind a pointer; another type itself.
  public func pointee(of type: TypeID) -> TypeID {
    if case .pointer(let element) = coreNode(type) { return element }
    return type
  }
}
