import Basics
import GoSyntax

/// What those ask who read bodies with their types.
extension TypeChecker {
  /// What a type is made of, as it is written: of a declared type its name.
  public func node(_ type: TypeID) -> TypeNode { table[type] }

  /// The id of a type in this package's table.
  public func id(of type: TypeNode) -> TypeID { table.intern(type) }

  /// What decides what may be done with values of a type: `core`, as a node.
  public func coreNode(_ type: TypeID) -> TypeNode { table[core(type)] }

  /// Whether a type is a pointer that has no name.
  public func isPointer(_ type: TypeID) -> Bool {
    if case .pointer = table[type] { return true }
    return false
  }

  /// How many types the package's table has now.
  public var typeCount: Int { table.count }

  /// The empty interface, `any`.
  public var emptyInterface: TypeID { table.intern(.interface(InterfaceType())) }

  /// Whether values of a type are held in an interface. Not so for type parameters, whose values
  /// are of their arguments' types.
  public func isInterface(_ type: TypeID) -> Bool {
    if case .interface = table[underlying(type)] { return true }
    return false
  }
}

/// What a name stands for that no selector stands before.
public enum NameMeaning: Hashable, Sendable {
  /// A name that the declaration itself declares.
  case local(VariableID)
  /// A variable at package level.
  case packageVariable(unit: UnitID, name: String)
  case constant
  case function(FunctionName)
  case type
  /// The name of an import.
  case package
  case builtin(String)
  case unknown
}

extension BodyTyper {
  /// The value of a condition that is a constant, here or of an imported package, by its name:
  /// `if debug`. Nil for all others.
  public func constantCondition(_ condition: NodeID) -> Bool? {
    switch tree.kind(condition) {
    case .trueLiteral, .falseLiteral: return tree.kind(condition) == .trueLiteral
    case .identifier:
      guard case .constant = meaning(of: condition) else { return nil }
    case .selectorExpression:
      let package = tree.child(condition, .operand)
      guard tree.kind(package) == .identifier, case .package = meaning(of: package) else {
        return nil
      }
    default: return nil
    }
    return checker.integer(condition, at: place).map { $0 != 0 }
  }

  /// The value of a name that stands for a constant integer; nil for all others.
  public func constantInteger(_ name: NodeID) -> ConstantValue? {
    guard case .basic(let kind) = checker.table[checker.underlying(type(of: name))],
      kind.isInteger
    else { return nil }
    return checker.integer(name, at: place)
  }

  /// What a name stands for.
  public func meaning(of name: NodeID) -> NameMeaning {
    if tree.text(name, equals: "_") { return .unknown }
    var variable = scopes.variable(name)
    if variable.isNone { variable = scopes.variable(ofKey: name) }
    if !variable.isNone {
      switch scopes.variables[variable].kind {
      case .type, .methodTypeParameter: return .type
      case .constant: return .constant
      default: return .local(variable)
      }
    }
    let text = tree.text(name)
    if let object = checker.object(named: text) {
      return meaning(of: object, text, checker.unit)
    }
    if checker.importPath(text, in: declaration.file) != nil { return .package }
    for entry in checker.syntax.files[declaration.file].file.imports where entry.name == .dot {
      if let other = checker.imports.interface(forImport: entry.path),
        let object = other.objects[text]
      {
        return meaning(of: object, text, other.unit)
      }
    }
    if Universe.builtins.contains(text) { return .builtin(text) }
    return Universe.object(named: text, in: checker.table)
      .map { meaning(of: $0, text, .universe) } ?? .unknown
  }

  /// What a name stands for that a package's name stands before; nil where the operand is no
  /// package.
  public func meaning(of field: NodeID, inPackage operand: NodeID) -> NameMeaning? {
    guard let path = packageName(operand) else { return nil }
    let text = tree.text(field)
    if path == "unsafe" { return text == "Pointer" ? .type : .builtin("unsafe." + text) }
    guard let other = checker.imports.interface(forImport: path), let object = other.objects[text]
    else { return .unknown }
    return meaning(of: object, text, other.unit)
  }

  private func meaning(of object: PackageObject, _ name: String, _ unit: UnitID) -> NameMeaning {
    switch object {
    case .type, .genericAlias: .type
    case .variable: .packageVariable(unit: unit, name: name)
    case .constant: .constant
    case .function:
      .function(FunctionName(unit: unit, receiver: "", hasPointerReceiver: false, name: name))
    }
  }

  /// The type that an expression stands for, or nil if it is a value.
  public func typeMeant(by expression: NodeID) -> TypeID? { typeOperand(expression) }

  /// The type that a type expression stands for.
  public func typeWritten(_ node: NodeID) -> TypeID { checker.type(node, at: place) }

  /// The signature of a function declaration or literal of the declaration, without receiver.
  public func signature(of function: NodeID) -> FunctionType? {
    if case .function(let type) = checker.table[checker.functionType(of: function, at: place)] {
      return type
    }
    return nil
  }

  /// Whether an expression names a generic function that type arguments may follow.
  public func isGenericFunction(_ expression: NodeID) -> Bool { genericFunction(expression) != nil }
}
