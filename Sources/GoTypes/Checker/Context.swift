import Basics
import GoSyntax

/// The types that expressions take on from the place where they stand.
extension BodyTyper {
  /// The type of an expression as the whole program text decides it.
  ///
  /// An untyped value that is no constant, such as a comparison or `1 << n`, has the type that
  /// its context wants; a form that gives two values here is a tuple.
  public func finalType(of expression: NodeID) -> TypeID {
    let type = instantiated(expression)
    if case .basic(let kind) = node(type), kind.isUntyped {
      return kind == .untypedNil ? type : converted(type, kind, expression)
    }
    if hasCommaOk(expression), let success = typeOfSuccess(expression) {
      return intern(.tuple([type, success]))
    }
    return type
  }

  /// The type of an expression; of a generic function that is called or handed over, as the
  /// call around it instantiates it.
  private func instantiated(_ expression: NodeID) -> TypeID {
    let type = type(of: expression)
    guard isGeneric(type) else { return type }
    var around = parent(of: expression)
    while [.parenthesizedExpression, .argumentList].contains(tree.kind(around)) {
      around = parent(of: around)
    }
    _ = self.type(of: around)
    let current = self.type(of: expression)
    guard isGeneric(current), let wanted = wantedType(of: expression),
      case .function = node(checker.core(wanted))
    else { return current }
    return instantiate(expression, current, for: wanted)
  }

  private func converted(_ type: TypeID, _ kind: BasicKind, _ expression: NodeID) -> TypeID {
    guard let wanted = wantedType(of: expression) else {
      return kind == .untypedBool ? type : .basic(kind.defaultKind)
    }
    switch node(checker.underlying(wanted)) {
    case .basic(let wantedKind) where !wantedKind.isUntyped: return wanted
    case .typeParameter: return wanted
    default: return .basic(kind.defaultKind)
    }
  }

  /// The type of the second value of a comma-ok form, if that is asked for: the boolean type of
  /// the variable that gets it, or `bool`.
  private func typeOfSuccess(_ expression: NodeID) -> TypeID? {
    guard let target = successTarget(of: expression) else { return nil }
    if case .basic(.bool) = node(checker.underlying(target)) { return target }
    return .basic(.bool)
  }

  /// Whether a second value is asked for that says whether there was a first.
  func isForTwoTargets(_ expression: NodeID) -> Bool { successTarget(of: expression) != nil }

  /// The type of what gets the second value, unknown where that decides nothing; nil where only
  /// one value is asked for.
  private func successTarget(of expression: NodeID) -> TypeID? {
    var list = parent(of: expression)
    while tree.kind(list) == .parenthesizedExpression { list = parent(of: list) }
    var statement = list
    if tree.kind(list) == .expressionList {
      guard Array(tree.children(list)).count == 1 else { return nil }
      statement = parent(of: list)
    }
    switch tree.kind(statement) {
    case .assignmentStatement, .shortVarDeclaration, .receiveStatement:
      // The operand of an index on the left is no value either.
      let targets = tree.child(statement, .left)
      guard list != targets, expression != targets else { return nil }
      let names = Array(tree.children(targets))
      return names.count == 2 ? type(of: names[1]) : nil
    case .varSpec:
      guard let spec = ValueSpecSyntax(statement, in: tree), spec.names.count == 2 else {
        return nil
      }
      return spec.type.isNone ? unknown : checker.type(spec.type, at: place)
    default:
      return nil
    }
  }

  /// The type that the place of an untyped expression gives it: the unknown type where its
  /// default is taken, nil where it stays untyped, as the condition of `if` does.
  func wantedType(of expression: NodeID) -> TypeID? {
    let parent = parent(of: expression)
    switch tree.kind(parent) {
    case .parenthesizedExpression, .unaryExpression:
      return wantedTypeOnce(of: parent)
    case .binaryExpression:
      return wantedByOperator(parent, expression)
    case .expressionList:
      let position = Array(tree.children(parent)).firstIndex(of: expression) ?? 0
      return wantedByStatement(self.parent(of: parent), position)
    case .assignmentStatement, .shortVarDeclaration, .varSpec, .returnStatement, .expressionCase,
      .constSpec:
      return wantedByStatement(parent, 0)
    case .literalElement:
      return wantedByLiteral(parent)
    case .argumentList:
      return wantedByCall(self.parent(of: parent), parent, expression)
    case .typeConversionExpression:
      return checker.type(tree.child(parent, .type), at: place)
    case .sendStatement:
      return element(ofChannel: type(of: tree.child(parent, .channel)))
    case .indexExpression:
      if case .map(let key, _) = node(checker.core(type(of: tree.child(parent, .operand)))) {
        return key
      }
      return .basic(.int)
    case .sliceExpression:
      return .basic(.int)
    case .expressionSwitchStatement:
      return .unknown
    default:
      return nil
    }
  }

  private func wantedByOperator(_ parent: NodeID, _ expression: NodeID) -> TypeID? {
    guard let view = BinarySyntax(parent, in: tree) else { return nil }
    switch view.operatorKind {
    case .shiftLeft, .shiftRight:
      return expression == view.left ? wantedTypeOnce(of: parent) : .basic(.uint)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let other = type(of: expression == view.left ? view.right : view.left)
      return isUntyped(other) ? .unknown : other
    default:
      let whole = type(of: parent)
      return isUntyped(whole) ? wantedTypeOnce(of: parent) : whole
    }
  }

  /// The same for an expression in which others stand, which all ask for it.
  private func wantedTypeOnce(of expression: NodeID) -> TypeID? {
    if let known = wantedTypes[expression] { return known }
    let type = wantedType(of: expression)
    wantedTypes[expression] = .some(type)
    return type
  }

  private func isUntyped(_ type: TypeID) -> Bool {
    if case .basic(let kind) = node(type) { return kind.isUntyped }
    return false
  }

  private func wantedByStatement(_ statement: NodeID, _ position: Int) -> TypeID? {
    switch tree.kind(statement) {
    case .assignmentStatement:
      guard let view = AssignmentSyntax(statement, in: tree), position < view.targets.count else {
        return .unknown
      }
      return type(of: view.targets[position])
    case .varSpec:
      guard let view = ValueSpecSyntax(statement, in: tree), !view.type.isNone else {
        return .unknown
      }
      return checker.type(view.type, at: place)
    case .returnStatement:
      return wantedByReturn(statement, position)
    case .expressionCase:
      let value = tree.child(parent(of: statement), .value)
      return value.isNone ? .basic(.bool) : checker.defaulted(type(of: value))
    default:
      return .unknown
    }
  }

  private func wantedByReturn(_ statement: NodeID, _ position: Int) -> TypeID {
    var function = statement
    while !function.isNone {
      function = parent(of: function)
      switch tree.kind(function) {
      case .funcLiteral, .functionDeclaration, .methodDeclaration:
        guard case .function(let type) = node(checker.functionType(of: function, at: place)),
          position < type.results.count
        else { return .unknown }
        return type.results[position]
      default: continue
      }
    }
    return .unknown
  }

  private func wantedByLiteral(_ element: NodeID) -> TypeID {
    var keyed = NodeID.none
    var body = parent(of: element)
    if tree.kind(body) == .keyedElement {
      keyed = body
      body = parent(of: body)
    }
    let literal = checker.dereferenced(type(of: body))
    switch node(checker.core(literal)) {
    case .slice(let element), .array(let element, _): return element
    case .map(let key, let value): return tree[element].field == .key ? key : value
    case .structure(let fields):
      if keyed.isNone {
        let position = Array(tree.children(body)).firstIndex(of: element) ?? 0
        return position < fields.count ? fields[position].type : .unknown
      }
      let name = tree.text(tree.child(keyed, .key))
      return fields.first { $0.name == name }?.type ?? .unknown
    default: return .unknown
    }
  }

  private func wantedByCall(_ call: NodeID, _ list: NodeID, _ argument: NodeID) -> TypeID {
    guard let view = CallSyntax(call, in: tree) else { return .unknown }
    let whole = type(of: call)
    switch callee(of: call) {
    case .conversion: return whole
    case .builtin("append"): return element(of: whole)
    case .builtin("min"), .builtin("max"): return isUntyped(whole) ? .unknown : whole
    case .builtin("make"): return .basic(.int)
    case .builtin: return .unknown
    default: break
    }
    let arguments = view.arguments
    guard case .function(let signature) = node(checker.core(type(of: view.function))),
      let position = arguments.firstIndex(of: argument)
    else { return .unknown }
    return parameterType(signature, position, arguments) ?? .unknown
  }

  public func element(ofChannel type: TypeID) -> TypeID {
    if case .channel(let element, _) = node(checker.core(type)) { return element }
    return .unknown
  }
}
