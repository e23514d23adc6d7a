import Basics
import GoSyntax

/// What a call runs.
public enum Callee: Hashable, Sendable {
  /// A declared function or method.
  case function(FunctionName)
  /// A method of an interface; what implements it is found when the program is linked.
  case interfaceMethod(String, interface: TypeID)
  /// A function that is held in a variable, field, element or result.
  case value
  /// No call but a conversion.
  case conversion
  case builtin(String)
  case unknown
}

/// The types of the expressions of one top-level declaration, found on demand and kept.
public final class BodyTyper {
  public let checker: TypeChecker
  public let declaration: PackageNode
  public let tree: SyntaxTree
  public let scopes: Scopes
  let place: TypeChecker.Place
  /// The type of each node, offset by the declaration's; `none` where it was not asked for.
  private var types: [TypeID]
  private var variables: [TypeID]
  /// Nodes whose type is being worked out: one met again is a cycle.
  private static let open = TypeID(rawValue: .max - 1)
  private var callees: [NodeID: Callee] = [:]
  /// The functions that calls instantiate, where type arguments are written.
  private var instances: [NodeID: TypeID] = [:]
  /// Whether what stands in parentheses may give a second value, once asked for.
  private var commaOkForms: [NodeID: Bool] = [:]
  /// The types that places of operations give them, once asked for; nil where there is none.
  var wantedTypes: [NodeID: TypeID?] = [:]
  /// The parent of each node, offset likewise; made when it is first asked for.
  private lazy var parents = makeParents()

  init(_ checker: TypeChecker, _ declaration: PackageNode) {
    self.checker = checker
    self.declaration = declaration
    tree = checker.tree(declaration.file)
    scopes = checker.scopes(of: declaration)
    place = TypeChecker.Place(file: declaration.file, scopes: scopes)
    types = Array(
      repeating: .none, count: Int(tree[declaration.node].end) - declaration.node.index)
    variables = Array(repeating: .none, count: scopes.variables.count)
  }

  var unknown: TypeID { .unknown }

  private func makeParents() -> [NodeID] {
    let first = declaration.node.index
    var parents = Array(repeating: NodeID.none, count: types.count)
    var open: [NodeID] = []
    for node in tree.subtree(declaration.node) {
      while let last = open.last, tree[last].end <= node.rawValue { open.removeLast() }
      parents[node.index - first] = open.last ?? .none
      open.append(node)
    }
    return parents
  }

  /// The node around a node of the declaration; `none` around the declaration itself.
  func parent(of node: NodeID) -> NodeID {
    let slot = node.index - declaration.node.index
    return node.isNone || slot < 0 || slot >= parents.count ? .none : parents[slot]
  }

  func intern(_ node: TypeNode) -> TypeID { checker.table.intern(node) }

  func node(_ type: TypeID) -> TypeNode { checker.table[type] }

  /// The type of an expression; of a call with several results a tuple; unknown for what is no
  /// value, as a type or the name of a package.
  public func type(of expression: NodeID) -> TypeID {
    let slot = expression.index - declaration.node.index
    guard !expression.isNone, slot >= 0, slot < types.count else { return unknown }
    let known = types[slot]
    if known == Self.open { return unknown }
    if !known.isNone { return known }
    types[slot] = Self.open
    let type = work(out: expression)
    types[slot] = type
    return type
  }

  /// One result of a call with several, or the value or success of a form with comma-ok.
  public func part(_ position: Int, of expression: NodeID) -> TypeID {
    if case .tuple(let parts) = node(type(of: expression)) {
      return position < parts.count ? parts[position] : unknown
    }
    if position == 0 { return type(of: expression) }
    return position == 1 && hasCommaOk(expression) ? TypeID.basic(.bool) : unknown
  }

  /// Whether an expression may give a second value that says whether there was a first.
  public func hasCommaOk(_ expression: NodeID) -> Bool {
    switch tree.kind(expression) {
    case .parenthesizedExpression:
      // Remembered, or each of many parentheses would look through all that it encloses.
      if let known = commaOkForms[expression] { return known }
      let answer = hasCommaOk(tree.firstChild(expression))
      commaOkForms[expression] = answer
      return answer
    case .typeAssertionExpression: return true
    case .unaryExpression: return tree.kind(tree.child(expression, .operator)) == .arrow
    case .indexExpression, .typeInstantiationExpression, .genericType:
      let operand = type(of: tree.firstChild(expression))
      if case .map = node(checker.core(operand)) { return true }
      return false
    default: return false
    }
  }

  /// Whether a node may stand for a value. The grammar takes some values for types, such as
  /// `x` in `new(x)` and `f[x]`.
  public func mayBeExpression(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .typeIdentifier, .qualifiedType, .genericType, .packageIdentifier, .pointerType,
      .parenthesizedType, .iotaLiteral:
      true
    case let kind: kind.isExpression
    }
  }

  /// What a call runs; asks for the call's type first.
  public func callee(of call: NodeID) -> Callee {
    _ = type(of: call)
    return callees[call] ?? .unknown
  }

  /// Says what the type of an expression is: a generic function's, once its call is seen.
  func set(_ type: TypeID, of expression: NodeID) {
    var current = expression
    while !current.isNone {
      types[current.index - declaration.node.index] = type
      guard tree.kind(current) == .parenthesizedExpression else { return }
      current = tree.firstChild(current)
    }
  }

  /// The type of the function that a call with written type arguments calls, arguments put in;
  /// unknown for others.
  public func instance(of call: NodeID) -> TypeID {
    _ = type(of: call)
    return instances[call] ?? .unknown
  }

  func setInstance(_ type: TypeID, of call: NodeID) { instances[call] = type }

  func note(_ callee: Callee, of call: NodeID) { callees[call] = callee }

  // MARK: Variables

  /// The type of a variable of the declaration.
  public func type(of variable: VariableID) -> TypeID {
    let known = variables[variable.index]
    if known == Self.open { return unknown }
    if !known.isNone { return known }
    variables[variable.index] = Self.open
    let local = scopes.variables[variable]
    var type = work(out: local)
    if local.kind != .constant { type = checker.defaulted(type) }
    variables[variable.index] = type
    return type
  }

  private func work(out variable: LocalVariable) -> TypeID {
    switch variable.kind {
    case .type, .methodTypeParameter:
      return unknown
    case .rangeKey, .rangeElement:
      return rangeTypes(of: variable.value)[Int(variable.position) == 0 ? 0 : 1]
    case .typeSwitch:
      if variable.type.isNone { return type(of: variable.value) }
      if tree.text(variable.type, equals: "nil") { return type(of: variable.value) }
      return checker.type(variable.type, at: place)
    case .constant:
      return constant(variable)
    default:
      break
    }
    if !variable.type.isNone {
      if tree.kind(variable.type) == .variadicParameterDeclaration {
        return intern(.slice(checker.type(tree.child(variable.type, .type), at: place)))
      }
      return checker.type(variable.type, at: place)
    }
    if variable.value.isNone { return unknown }
    return variable.position < 0
      ? single(type(of: variable.value)) : part(Int(variable.position), of: variable.value)
  }

  private func constant(_ variable: LocalVariable) -> TypeID {
    if !variable.type.isNone { return checker.type(variable.type, at: place) }
    guard variable.value.isNone else { return type(of: variable.value) }
    guard let spec = tree.ancestors(of: variable.name).last,
      let source = ValueSpecSyntax(checker.constantSource(spec, tree), in: tree)
    else { return unknown }
    if !source.type.isNone { return checker.type(source.type, at: place) }
    return source.values.first.map { type(of: $0) } ?? unknown
  }

  /// A tuple of one is that one.
  private func single(_ type: TypeID) -> TypeID {
    if case .tuple(let parts) = node(type), let first = parts.first { return first }
    return type
  }

  /// What a range over an expression gives to its two variables.
  public func rangeTypes(of expression: NodeID) -> [TypeID] {
    let ranged = type(of: expression)
    let int = TypeID.basic(.int)
    switch node(checker.core(ranged)) {
    case .slice(let element): return [int, element]
    case .array(let element, _): return [int, element]
    case .pointer(let target):
      if case .array(let element, _) = node(checker.core(target)) { return [int, element] }
      return [unknown, unknown]
    case .map(let key, let value): return [key, value]
    case .channel(let element, _): return [element, unknown]
    case .basic(let kind) where kind == .string || kind == .untypedString:
      return [int, TypeID.basic(.int32)]
    case .basic(let kind) where kind.isInteger:
      return [checker.defaulted(ranged), unknown]
    case .function(let function):
      // An iterator function: its parameters are those of the yield function.
      guard let first = function.parameters.first,
        case .function(let yield) = node(checker.core(first))
      else { return [unknown, unknown] }
      return [yield.parameters.first ?? unknown, yield.parameters.dropFirst().first ?? unknown]
    default: return [unknown, unknown]
    }
  }
}
