import Basics
import GoSyntax

extension BodyTyper {
  func work(out expression: NodeID) -> TypeID {
    switch tree.kind(expression) {
    case .identifier, .typeIdentifier, .packageIdentifier:
      return typeOfName(expression)
    case .pointerType:
      // `m[*p]` parses what may be a value as a type.
      return typeOperand(expression) == nil
        ? target(of: type(of: tree.firstChild(expression))) : unknown
    case .intLiteral: return TypeID.basic(.untypedInt)
    case .floatLiteral: return TypeID.basic(.untypedFloat)
    case .imaginaryLiteral: return TypeID.basic(.untypedComplex)
    case .runeLiteral: return TypeID.basic(.untypedRune)
    case .interpretedStringLiteral, .rawStringLiteral: return TypeID.basic(.untypedString)
    case .trueLiteral, .falseLiteral: return predeclared(expression, .untypedBool)
    case .iotaLiteral: return predeclared(expression, .untypedInt)
    case .nilLiteral: return predeclared(expression, .untypedNil)
    case .parenthesizedType where typeOperand(expression) != nil: return unknown
    case .parenthesizedType, .parenthesizedExpression, .expressionStatement, .literalElement,
      .variadicArgument:
      return type(of: tree.firstChild(expression))
    case .expressionList:
      return type(of: tree.firstChild(expression))
    case .selectorExpression: return typeOfSelector(expression)
    case .qualifiedType:
      // `new(p.x)` and `f[p.x]` parse what may be a variable as a type.
      return typeOfQualified(expression)
    case .indexExpression: return typeOfIndex(expression)
    case .sliceExpression: return typeOfSlice(expression)
    case .unaryExpression: return typeOfUnary(expression)
    case .binaryExpression: return typeOfBinary(expression)
    case .callExpression: return typeOfCall(expression)
    case .typeConversionExpression: return typeOfConversion(expression)
    case .typeAssertionExpression:
      return checker.type(tree.child(expression, .type), at: place)
    case .compositeLiteral: return typeOfComposite(expression)
    case .literalValue: return typeOfElidedLiteral(expression)
    case .funcLiteral: return checker.functionType(of: expression, at: place)
    case .typeInstantiationExpression, .genericType:
      return typeOfInstance(expression)
    default:
      return unknown
    }
  }

  // MARK: Names

  private func typeOfName(_ name: NodeID) -> TypeID {
    if tree.text(name, equals: "_") { return unknown }
    var variable = scopes.variable(name)
    if variable.isNone { variable = scopes.variable(ofKey: name) }
    if !variable.isNone {
      let kind = scopes.variables[variable].kind
      return kind == .type || kind == .methodTypeParameter ? unknown : type(of: variable)
    }
    switch checker.lookup(tree.text(name), in: declaration.file) {
    case let object: return value(object)
    }
  }

  /// A predeclared constant, unless the package or function uses its name for something else.
  private func predeclared(_ name: NodeID, _ kind: BasicKind) -> TypeID {
    let variable = scopes.variable(name)
    if !variable.isNone { return type(of: variable) }
    return checker.object(named: tree.text(name)).map { value($0) } ?? .basic(kind)
  }

  /// The import path that an expression stands for, if it is the name of a package.
  func packageName(_ expression: NodeID) -> String? {
    guard tree.kind(expression) == .identifier || tree.kind(expression) == .packageIdentifier,
      scopes.variable(expression).isNone
    else { return nil }
    let name = tree.text(expression)
    if checker.object(named: name) != nil { return nil }
    return checker.importPath(name, in: declaration.file)
  }

  /// What an expression selects from a package, in this package's table; nil where it selects
  /// from something else.
  func packageMember(_ operand: NodeID, _ field: NodeID) -> PackageObject? {
    guard let path = packageName(operand) else { return nil }
    if path == "unsafe" {
      return tree.text(field, equals: "Pointer") ? .type(TypeID.basic(.unsafePointer)) : nil
    }
    guard let other = checker.imports.interface(forImport: path),
      let object = other.objects[tree.text(field)]
    else { return nil }
    return checker.adopt(object, from: other)
  }

  private func typeOfSelector(_ expression: NodeID) -> TypeID {
    guard let view = SelectorSyntax(expression, in: tree) else { return unknown }
    if packageName(view.operand) != nil {
      return value(packageMember(view.operand, view.field))
    }
    // A method expression: `T.Method`, `(*T).Method`.
    if let receiver = typeOperand(view.operand) {
      return methodExpression(tree.text(view.field), of: receiver)
    }
    return selected(tree.text(view.field), from: view.operand)
  }

  private func selected(_ name: String, from operand: NodeID) -> TypeID {
    switch checker.member(name, of: type(of: operand)) {
    case .field(let type)?: return type
    case .method(let type, _)?, .interfaceMethod(let type, _)?: return type
    case nil: return unknown
    }
  }

  private func typeOfQualified(_ expression: NodeID) -> TypeID {
    let package = tree.child(expression, .package)
    let name = tree.child(expression, .name)
    if packageName(package) != nil { return value(packageMember(package, name)) }
    return selected(tree.text(name), from: package)
  }

  private func value(_ object: PackageObject?) -> TypeID {
    switch object {
    case .variable(let type)?, .constant(let type, _)?, .function(let type, _)?: type
    default: unknown
    }
  }

  /// The type of a method as a function whose first parameter is the receiver.
  private func methodExpression(_ name: String, of receiver: TypeID) -> TypeID {
    let method: TypeID
    switch checker.member(name, of: receiver) {
    case .method(let type, _)?, .interfaceMethod(let type, _)?: method = type
    default: return unknown
    }
    guard case .function(var function) = node(method) else { return unknown }
    function.parameters.insert(receiver, at: 0)
    return intern(.function(function))
  }

  /// The type that an expression stands for, or nil if it is a value.
  func typeOperand(_ expression: NodeID) -> TypeID? {
    switch tree.kind(expression) {
    case .identifier, .typeIdentifier:
      return checker.typeNamed(expression, at: place)
    case .parenthesizedExpression:
      return typeOperand(tree.firstChild(expression))
    case .unaryExpression:
      guard tree.kind(tree.child(expression, .operator)) == .star else { return nil }
      return typeOperand(tree.child(expression, .operand)).map { intern(.pointer($0)) }
    case .selectorExpression:
      let view = SelectorSyntax(expression, in: tree)
      if case .type(let type)? = view.flatMap({ packageMember($0.operand, $0.field) }) {
        return type
      }
      return nil
    case .qualifiedType:
      if case .type(let type)? = packageMember(
        tree.child(expression, .package), tree.child(expression, .name))
      {
        return type
      }
      return nil
    case .indexExpression:
      guard typeOperand(tree.child(expression, .operand)) != nil else { return nil }
      return checker.type(expression, at: place)
    case .typeInstantiationExpression, .genericType:
      guard typeOperand(tree.firstChild(expression)) != nil else { return nil }
      return checker.type(expression, at: place)
    case .pointerType:
      return typeOperand(tree.firstChild(expression)).map { intern(.pointer($0)) }
    case .parenthesizedType:
      return typeOperand(tree.firstChild(expression))
    case .sliceType, .arrayType, .implicitLengthArrayType, .mapType, .channelType,
      .functionType, .structType, .interfaceType:
      return checker.type(expression, at: place)
    default:
      return nil
    }
  }

  // MARK: Operations

  private func typeOfIndex(_ expression: NodeID) -> TypeID {
    guard let view = IndexSyntax(expression, in: tree) else { return unknown }
    if let function = genericFunction(view.operand) {
      return infer(function, [checker.type(view.index, at: place)], [])
    }
    return element(of: type(of: view.operand))
  }

  /// The element of a slice, array, pointer to an array, map or string.
  func element(of type: TypeID, depth: Int = 0) -> TypeID {
    switch node(checker.core(type)) {
    case .slice(let element), .array(let element, _): return element
    case .map(_, let value): return value
    case .pointer(let target):
      if case .array(let element, _) = node(checker.core(target)) { return element }
      return unknown
    case .basic(let kind) where kind == .string || kind == .untypedString:
      return TypeID.basic(.uint8)
    case .typeParameter:
      return depth < 16 ? elementOfAllTerms(type, depth: depth + 1) : unknown
    default: return unknown
    }
  }

  /// The element that all types of a constraint share, as `byte` of `~string | ~[]byte`.
  private func elementOfAllTerms(_ type: TypeID, depth: Int) -> TypeID {
    guard case .typeParameter(let unit, let index) = node(checker.core(type)),
      let info = checker.parameterInfo(unit, index),
      case .interface(let interface) = node(checker.underlying(info.constraint)),
      let terms = interface.unions.first
    else { return unknown }
    let elements = Set(terms.map { element(of: $0.type, depth: depth) })
    return elements.count == 1 ? elements.first ?? unknown : unknown
  }

  private func typeOfSlice(_ expression: NodeID) -> TypeID {
    let operand = type(of: tree.child(expression, .operand))
    switch node(checker.core(operand)) {
    case .array(let element, _): return intern(.slice(element))
    case .pointer(let target):
      if case .array(let element, _) = node(checker.core(target)) {
        return intern(.slice(element))
      }
      return unknown
    case .basic(.untypedString): return TypeID.basic(.string)
    default: return operand
    }
  }

  private func typeOfUnary(_ expression: NodeID) -> TypeID {
    guard let view = UnarySyntax(expression, in: tree) else { return unknown }
    let operand = type(of: view.operand)
    switch view.operatorKind {
    case .ampersand:
      return operand == unknown ? unknown : intern(.pointer(operand))
    case .star:
      return target(of: operand)
    case .arrow:
      return element(ofChannel: operand)
    default:
      return operand
    }
  }

  /// What a pointer points at.
  func target(of pointer: TypeID) -> TypeID {
    if case .pointer(let target) = node(checker.core(pointer)) { return target }
    return unknown
  }

  private func typeOfBinary(_ expression: NodeID) -> TypeID {
    guard let view = BinarySyntax(expression, in: tree) else { return unknown }
    switch view.operatorKind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return TypeID.basic(.untypedBool)
    case .shiftLeft, .shiftRight:
      return type(of: view.left)
    default:
      return balanced(type(of: view.left), type(of: view.right))
    }
  }

  /// The type of an operation on two operands: the typed one, or the larger untyped kind.
  func balanced(_ left: TypeID, _ right: TypeID) -> TypeID {
    guard case .basic(let kind) = node(left), kind.isUntyped else {
      return left == unknown ? typedOnly(right) : left
    }
    guard case .basic(let other) = node(right), other.isUntyped else { return right }
    return kind.rawValue >= other.rawValue ? left : right
  }

  private func typedOnly(_ type: TypeID) -> TypeID {
    if case .basic(let kind) = node(type), kind.isUntyped { return unknown }
    return type
  }

  // MARK: Literals

  private func typeOfComposite(_ expression: NodeID) -> TypeID {
    let node = tree.child(expression, .type)
    guard tree.kind(node) == .implicitLengthArrayType else { return checker.type(node, at: place) }
    let element = checker.type(tree.child(node, .element), at: place)
    return intern(.array(element, length: arrayLength(tree.child(expression, .body))))
  }

  /// The length of `[...]T{…}`: one more than the largest index.
  private func arrayLength(_ body: NodeID) -> Int64 {
    var next: Int64 = 0
    var length: Int64 = 0
    for element in tree.children(body) {
      if tree.kind(element) == .keyedElement {
        guard let value = checker.integer(tree.child(element, .key), at: place),
          let key = Int64(exactly: value), key >= 0, key < .max
        else { return -1 }
        next = key
      }
      next += 1
      length = max(length, next)
    }
    return length
  }

  /// `{…}` inside a composite literal has the type of the element or key that it is.
  private func typeOfElidedLiteral(_ literal: NodeID) -> TypeID {
    var outer = parent(of: literal)
    var isKey = false
    while !outer.isNone, tree.kind(outer) != .literalValue, tree.kind(outer) != .compositeLiteral {
      if tree[outer].field == .key { isKey = true }
      outer = parent(of: outer)
    }
    if outer.isNone { return unknown }
    // The body of a literal that has its type.
    if tree.kind(outer) == .compositeLiteral { return type(of: outer) }
    if tree[outer].field == .key { isKey = true }
    let outerType = checker.dereferenced(type(of: outer))
    switch node(checker.core(outerType)) {
    case .slice(let element), .array(let element, _): return element
    case .map(let key, let value): return isKey ? key : value
    default: return unknown
    }
  }
}
