import Basics
import GoSyntax

extension BodyTyper {
  func typeOfCall(_ call: NodeID) -> TypeID {
    guard let view = CallSyntax(call, in: tree) else { return unknown }
    if let name = builtin(view.function) {
      note(.builtin(name), of: call)
      return typeOfBuiltin(name, view)
    }
    if let target = typeOperand(view.function) {
      note(.conversion, of: call)
      return target
    }
    let explicit = checker.typeArguments(view.typeArguments, at: place)
    return result(of: call, view.function, explicit, view.arguments)
  }

  /// `f[T](x)` and `[]byte(x)` parse alike: a conversion unless a function or variable stands
  /// before the brackets.
  func typeOfConversion(_ expression: NodeID) -> TypeID {
    let type = tree.child(expression, .type)
    guard tree.kind(type) == .genericType, typeOperand(type) == nil else {
      note(.conversion, of: expression)
      return typeOfConversion(to: type)
    }
    let base = tree.child(type, .type)
    let arguments = tree.child(type, .typeArguments)
    if genericFunction(base) != nil {
      let result = result(
        of: expression, base, checker.typeArguments(arguments, at: place),
        [tree.child(expression, .operand)])
      set(instance(of: expression), of: type)
      return result
    }
    // An element that is called: `handlers[i](x)`.
    note(.value, of: expression)
    return results(of: element(of: self.type(of: base)))
  }

  /// `*T(x)` is `*(T(x))`, and `<-chan T(x)` likewise (see "Conversions").
  public func typeOfConversion(to type: NodeID) -> TypeID {
    switch tree.kind(type) {
    case .pointerType:
      return target(of: typeOfConversion(to: tree.firstChild(type)))
    default:
      return checker.type(type, at: place)
    }
  }

  func typeOfInstance(_ expression: NodeID) -> TypeID {
    let parts = Array(tree.children(expression))
    guard let base = parts.first else { return unknown }
    let arguments =
      tree.kind(expression) == .genericType
      ? checker.typeArguments(tree.child(expression, .typeArguments), at: place)
      : parts.dropFirst().map { checker.type($0, at: place) }
    if let function = genericFunction(base) { return infer(function, arguments, []) }
    return element(of: type(of: base))
  }

  // MARK: Functions

  private func result(
    of call: NodeID, _ function: NodeID, _ explicit: [TypeID], _ arguments: [NodeID]
  ) -> TypeID {
    note(calleeNamed(by: function), of: call)
    var type = type(of: function)
    if isGeneric(type) {
      type = infer(type, explicit, arguments)
      if explicit.isEmpty { set(type, of: function) } else { setInstance(type, of: call) }
    } else if !tree.child(call, .typeArguments).isNone {
      // An element that is called with several arguments: `handlers[i](x, y)`.
      note(.value, of: call)
      type = element(of: type)
      setInstance(type, of: call)
    }
    return results(of: type)
  }

  /// The results of a function type as the type of a call: one, or a tuple.
  private func results(of type: TypeID) -> TypeID {
    guard case .function(let function) = node(checker.core(type)) else { return unknown }
    return function.results.count == 1
      ? function.results[0] : intern(.tuple(function.results))
  }

  private func calleeNamed(by function: NodeID) -> Callee {
    switch tree.kind(function) {
    case .parenthesizedExpression:
      return calleeNamed(by: tree.firstChild(function))
    case .indexExpression:
      let operand = tree.child(function, .operand)
      return genericFunction(operand) == nil ? .value : calleeNamed(by: operand)
    case .typeInstantiationExpression, .genericType:
      return calleeNamed(by: tree.firstChild(function))
    case .identifier, .typeIdentifier:
      guard scopes.variable(function).isNone else { return .value }
      return declaredFunction(tree.text(function))
    case .selectorExpression:
      guard let view = SelectorSyntax(function, in: tree) else { return .unknown }
      return selected(view.operand, view.field)
    case .qualifiedType:
      return selected(tree.child(function, .package), tree.child(function, .name))
    default:
      return .value
    }
  }

  private func declaredFunction(_ name: String) -> Callee {
    switch checker.lookup(name, in: declaration.file) {
    case .function?:
      // A function of a package that is imported with a dot keeps its home.
      var unit = checker.unit
      if checker.object(named: name) == nil {
        let file = checker.syntax.files[checker.hostFile(declaration.file)].file
        for entry in file.imports where entry.name == .dot {
          if let other = checker.imports.interface(forImport: entry.path),
            other.objects[name] != nil
          {
            unit = other.unit
          }
        }
      }
      return .function(
        FunctionName(unit: unit, receiver: "", hasPointerReceiver: false, name: name))
    case .variable?: return .value
    default: return .unknown
    }
  }

  private func packageFunction(_ package: NodeID, _ name: NodeID) -> Callee {
    guard let path = packageName(package), let other = checker.imports.interface(forImport: path)
    else { return .unknown }
    switch other.objects[tree.text(name)] {
    case .function?:
      return .function(
        FunctionName(
          unit: other.unit, receiver: "", hasPointerReceiver: false, name: tree.text(name)))
    case .variable?: return .value
    default: return .unknown
    }
  }

  private func selected(_ operand: NodeID, _ field: NodeID) -> Callee {
    if packageName(operand) != nil { return packageFunction(operand, field) }
    let receiver = typeOperand(operand) ?? type(of: operand)
    switch checker.member(tree.text(field), of: receiver) {
    case .method(_, let name)?: return .function(name)
    case .interfaceMethod(_, let interface)?:
      return .interfaceMethod(tree.text(field), interface: interface)
    case .field?: return .value
    case nil: return .unknown
    }
  }

  /// The type of the generic function that an expression names, or nil.
  func genericFunction(_ expression: NodeID) -> TypeID? {
    switch tree.kind(expression) {
    case .parenthesizedExpression, .identifier, .typeIdentifier, .selectorExpression,
      .qualifiedType:
      let type = type(of: expression)
      return isGeneric(type) ? type : nil
    default:
      return nil
    }
  }

  /// Whether a type is a function's that waits for type arguments.
  func isGeneric(_ type: TypeID) -> Bool {
    if case .function(let function) = node(type) { return !function.typeParameters.isEmpty }
    return false
  }

  // MARK: Builtins

  /// The builtin function that an expression names, or nil.
  private func builtin(_ function: NodeID) -> String? {
    if tree.kind(function) == .parenthesizedExpression {
      return builtin(tree.firstChild(function))
    }
    if let view = SelectorSyntax(function, in: tree) {
      guard packageName(view.operand) == "unsafe" else { return nil }
      let name = tree.text(view.field)
      return name == "Pointer" ? nil : "unsafe." + name
    }
    guard tree.kind(function) == .identifier, scopes.variable(function).isNone else { return nil }
    let name = tree.text(function)
    guard Universe.builtins.contains(name), checker.object(named: name) == nil else { return nil }
    return name
  }

  private func typeOfBuiltin(_ name: String, _ view: CallSyntax) -> TypeID {
    let first = view.arguments.first ?? .none
    switch name {
    case "append":
      let type = type(of: first)
      if case .basic(.untypedNil) = node(type) { return unknown }
      return type
    case "cap", "copy", "len": return TypeID.basic(.int)
    case "make": return checker.type(first, at: place)
    case "new":
      if let type = typeOperand(first) { return intern(.pointer(type)) }
      let value = checker.defaulted(type(of: first))
      return value == unknown ? unknown : intern(.pointer(value))
    case "min", "max":
      return view.arguments.dropFirst().reduce(type(of: first)) { balanced($0, type(of: $1)) }
    case "complex":
      if case .basic(.float32) = node(checker.core(type(of: first))) {
        return TypeID.basic(.complex64)
      }
      return TypeID.basic(.complex128)
    case "real", "imag":
      if case .basic(.complex64) = node(checker.core(type(of: first))) {
        return TypeID.basic(.float32)
      }
      return TypeID.basic(.float64)
    case "recover": return intern(.interface(InterfaceType()))
    case "unsafe.Sizeof", "unsafe.Alignof", "unsafe.Offsetof": return TypeID.basic(.uintptr)
    case "unsafe.Add": return TypeID.basic(.unsafePointer)
    case "unsafe.String": return TypeID.basic(.string)
    case "unsafe.StringData": return intern(.pointer(TypeID.basic(.uint8)))
    case "unsafe.Slice":
      if case .pointer(let element) = node(checker.core(type(of: first))) {
        return intern(.slice(element))
      }
      return unknown
    case "unsafe.SliceData":
      if case .slice(let element) = node(checker.core(type(of: first))) {
        return intern(.pointer(element))
      }
      return unknown
    default: return intern(.tuple([]))
    }
  }
}
