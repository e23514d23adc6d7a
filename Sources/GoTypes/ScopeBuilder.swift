import Basics
import GoSyntax

/// Walks one top-level declaration and binds its identifiers.
///
/// Scopes are undone, not searched: for each name the innermost variable is at hand, and
/// leaving a scope puts the outer ones back.
struct ScopeBuilder: ~Copyable {
  private let tree: SyntaxTree
  private let declaration: NodeID
  private let methodTypes: SyntaxTree?
  private var names = Interner()
  /// The innermost variable of each name.
  private var innermost: [VariableID] = []
  /// What to put back: the names declared in the open scopes with the variables they hid.
  private var hidden: [(symbol: Symbol, variable: VariableID)] = []
  /// The open scopes: their node and where their part of `hidden` begins.
  private var scopes: [(node: NodeID, start: Int)] = []
  private var functions = Table<FunctionID, FunctionBody>()
  private var variables = Table<VariableID, LocalVariable>()
  private var bindings: [VariableID]
  private var keys: [NodeID: VariableID] = [:]
  private var function = FunctionID.none

  init(_ declaration: NodeID, _ tree: SyntaxTree, _ methodTypes: SyntaxTree?) {
    self.methodTypes = methodTypes
    self.tree = tree
    self.declaration = declaration
    bindings = Array(repeating: .none, count: Int(tree[declaration].end) - declaration.index)
  }

  mutating func build() {
    switch tree.kind(declaration) {
    case .functionDeclaration, .methodDeclaration:
      visitFunction(declaration)
    default:
      function = functions.append(FunctionBody(node: declaration, body: .none, parent: .none))
      visitChildren(declaration)
    }
  }

  consuming func finish() -> Scopes {
    Scopes(
      declaration: declaration, functions: functions, variables: variables, bindings: bindings,
      keys: keys)
  }

  // MARK: Scopes

  private mutating func push(_ node: NodeID) { scopes.append((node, hidden.count)) }

  private mutating func pop() {
    guard let scope = scopes.popLast() else { return }
    while hidden.count > scope.start, let last = hidden.popLast() {
      innermost[last.symbol.index] = last.variable
    }
  }

  private mutating func inScope(_ node: NodeID, _ body: (inout Self) -> Void) {
    push(node)
    body(&self)
    pop()
  }

  private mutating func symbol(_ name: NodeID) -> Symbol {
    let symbol = names.intern(tree.source.bytes[tree.range(name).indices])
    if symbol.index == innermost.count { innermost.append(.none) }
    return symbol
  }

  private mutating func bind(_ identifier: NodeID) {
    let variable = innermost[symbol(identifier).index]
    bindings[identifier.index - declaration.index] = variable
  }

  private mutating func declare(
    _ name: NodeID, _ kind: LocalVariable.Kind, type: NodeID = .none, value: NodeID = .none,
    position: Int = -1
  ) {
    // Outside of all scopes are the names of the package, which other declarations see too.
    guard let scope = scopes.last, !tree.text(name, equals: "_") else { return }
    let variable = variables.append(
      LocalVariable(
        kind: kind, name: name, function: function, scope: scope.node,
        type: type, value: value, position: Int32(position)))
    let symbol = symbol(name)
    hidden.append((symbol, innermost[symbol.index]))
    innermost[symbol.index] = variable
    bindings[name.index - declaration.index] = variable
  }

  /// Whether the name is declared in the innermost scope itself, so that `:=` assigns to it.
  private mutating func isInInnermostScope(_ name: NodeID) -> Bool {
    guard let start = scopes.last?.start else { return false }
    let symbol = symbol(name)
    return hidden[start...].contains { $0.symbol == symbol }
  }

  // MARK: Nodes

  private mutating func visitChildren(_ node: NodeID) {
    for child in tree.children(node) { visit(child) }
  }

  private mutating func visit(_ node: NodeID) {
    switch tree.kind(node) {
    case .identifier, .typeIdentifier, .iotaLiteral, .nilLiteral, .trueLiteral, .falseLiteral:
      bind(node)
    case .funcLiteral:
      visitFunction(node)
    case .block, .ifStatement, .forStatement, .expressionSwitchStatement, .selectStatement,
      .expressionCase, .defaultCase, .communicationCase:
      inScope(node) { $0.visitChildren(node) }
    case .typeSwitchStatement:
      inScope(node) { $0.visitTypeSwitch(node) }
    case .shortVarDeclaration:
      visit(tree.child(node, .right))
      declareList(tree.child(node, .left), value: tree.child(node, .right))
    case .rangeClause:
      visitRange(node)
    case .receiveStatement:
      visitReceive(node)
    case .varSpec, .constSpec:
      visitSpec(node)
    case .typeSpec, .typeAlias:
      // A type may mention itself, so it is declared before its own text is read.
      declare(tree.child(node, .name), .type, type: node)
      inScope(node) { $0.visitTypeSpec(node) }
    case .selectorExpression:
      visit(tree.child(node, .operand))
    case .qualifiedType:
      // `sync.Mutex` names nothing of this package; in `new(p.x)` p may be a variable.
      bind(tree.child(node, .package))
    case .compositeLiteral:
      visitComposite(node)
    case .functionType, .methodElem, .fieldDeclaration:
      visitTypesOnly(node)
    default:
      visitChildren(node)
    }
  }

  private mutating func visitFunction(_ node: NodeID) {
    let outer = function
    let body = tree.child(node, .body)
    function = functions.append(FunctionBody(node: node, body: body, parent: outer))
    inScope(node) { builder in
      builder.declareTypeParameters(builder.tree.child(node, .typeParameters))
      builder.declareReceiverTypeParameters(builder.tree.child(node, .receiver))
      if outer.isNone { builder.declareMethodTypeParameters() }
      // Parameters are known in the body, not in each other's types: `func(user user, u *user)`.
      let lists: [(Field, LocalVariable.Kind)] = [
        (.receiver, .receiver), (.parameters, .parameter), (.result, .result),
      ]
      for (field, _) in lists { builder.visitParameterTypes(builder.tree.child(node, field)) }
      for (field, kind) in lists {
        let list = builder.tree.child(node, field)
        if builder.tree.kind(list) == .parameterList { builder.declareParameters(list, kind) }
      }
      // Parameters and the body's own declarations share a block: `n, err := f()` assigns to
      // a result that is called `err` (see "Short variable declarations").
      if !body.isNone { builder.visitChildren(body) }
    }
    function = outer
  }

  private mutating func declareTypeParameters(_ list: NodeID) {
    for declaration in tree.children(list) {
      for name in tree.children(declaration) where tree[name].field == .name {
        declare(name, .type, type: tree.child(declaration, .type))
      }
    }
    // Constraints may name all parameters of the list.
    for declaration in tree.children(list) {
      let constraint = tree.child(declaration, .type)
      if !constraint.isNone { visit(constraint) }
    }
  }

  /// `func (r T) M[K any]()` declares K.
  private mutating func declareMethodTypeParameters() {
    guard let methodTypes, let scope = scopes.last else { return }
    for name in methodTypes.subtree(.root) where methodTypes[name].field == .name {
      guard methodTypes.kind(name) == .identifier,
        let parent = methodTypes.ancestors(of: name).last,
        methodTypes.kind(parent) == .typeParameterDeclaration
      else { continue }
      let variable = variables.append(
        LocalVariable(
          kind: .methodTypeParameter, name: name, function: function, scope: scope.node,
          type: methodTypes.child(parent, .type), value: .none, position: -1))
      let symbol = names.intern(methodTypes.source.bytes[methodTypes.range(name).indices])
      if symbol.index == innermost.count { innermost.append(.none) }
      hidden.append((symbol, innermost[symbol.index]))
      innermost[symbol.index] = variable
    }
  }

  /// `func (r *T[K, V])` declares K and V.
  private mutating func declareReceiverTypeParameters(_ receiver: NodeID) {
    if receiver.isNone { return }
    for node in tree.subtree(receiver) where tree.kind(node) == .typeArguments {
      for name in tree.subtree(node) where tree.kind(name) == .typeIdentifier {
        declare(name, .type)
      }
    }
  }

  /// The types of a parameter list, or a result's type.
  private mutating func visitParameterTypes(_ list: NodeID) {
    if list.isNone { return }
    guard tree.kind(list) == .parameterList else { return visit(list) }
    for group in ParameterGroup.groups(of: list, in: tree) where !group.type.isNone {
      if case .map(let key) = group.wrapping { visit(key) }
      visit(group.type)
    }
  }

  private mutating func declareParameters(_ list: NodeID, _ kind: LocalVariable.Kind) {
    var position = 0
    for group in ParameterGroup.groups(of: list, in: tree) {
      for name in group.names {
        let type =
          group.isVariadic ? tree.child(list, ofKind: .variadicParameterDeclaration) : group.type
        declare(name, kind, type: type, position: position)
        position += 1
      }
      // `func(int, string)`: where there are no names, the types stand alone.
      if group.names.isEmpty { position += 1 }
    }
  }

  /// Parameters and fields of a type are no variables; only the types that it names are bound.
  private mutating func visitTypesOnly(_ node: NodeID) {
    for inner in tree.subtree(node) where tree[inner].field != .name {
      let kind = tree.kind(inner)
      if kind == .typeIdentifier || kind == .identifier { bind(inner) }
    }
  }

  private mutating func visitTypeSpec(_ node: NodeID) {
    declareTypeParameters(tree.child(node, .typeParameters))
    visit(tree.child(node, .type))
  }

  /// Whether a node is a name that may be declared: `iota` and its like may be, too.
  private func isName(_ node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .identifier, .iotaLiteral, .nilLiteral, .trueLiteral, .falseLiteral: true
    default: false
    }
  }

  private mutating func declareList(_ list: NodeID, value: NodeID) {
    let names = Array(tree.children(list))
    let values = Array(tree.children(value))
    for (index, name) in names.enumerated() {
      guard isName(name) else {
        visit(name)
        continue
      }
      if isInInnermostScope(name) {
        bind(name)
      } else if values.count == names.count {
        declare(name, .local, value: values[index])
      } else {
        declare(name, .local, value: values.first ?? .none, position: index)
      }
    }
  }

  private mutating func visitSpec(_ node: NodeID) {
    guard let spec = ValueSpecSyntax(node, in: tree) else { return }
    let kind: LocalVariable.Kind = spec.isConstant ? .constant : .local
    if !spec.type.isNone { visit(spec.type) }
    let values = spec.values
    for value in values { visit(value) }
    let names = spec.names
    for (index, name) in names.enumerated() {
      if values.count == names.count {
        declare(name, kind, type: spec.type, value: values[index])
      } else {
        declare(name, kind, type: spec.type, value: values.first ?? .none, position: index)
      }
    }
  }

  private mutating func visitRange(_ node: NodeID) {
    guard let range = RangeSyntax(node, in: tree) else { return }
    visit(range.expression)
    for (index, target) in range.targets.enumerated() {
      if range.isDefinition, isName(target) {
        declare(
          target, index == 0 ? .rangeKey : .rangeElement, value: range.expression,
          position: index)
      } else {
        visit(target)
      }
    }
  }

  private mutating func visitReceive(_ node: NodeID) {
    guard let receive = ReceiveSyntax(node, in: tree) else { return }
    visit(receive.value)
    for (index, target) in receive.targets.enumerated() {
      if receive.isDefinition, isName(target) {
        declare(target, .local, value: receive.value, position: index)
      } else {
        visit(target)
      }
    }
  }

  private mutating func visitTypeSwitch(_ node: NodeID) {
    let alias = tree.firstChild(tree.child(node, .alias))
    let value = tree.child(node, .value)
    for child in tree.children(node) {
      switch tree.kind(child) {
      case .typeCase, .defaultCase:
        inScope(child) { builder in
          if !alias.isNone {
            let types = ClauseSyntax(child, in: builder.tree)?.types ?? []
            builder.declare(
              alias, .typeSwitch, type: types.count == 1 ? types[0] : .none, value: value)
          }
          builder.visitChildren(child)
        }
      default:
        if tree[child].field != .alias { visit(child) }
      }
    }
  }

  /// A key of a struct's literal is a field's name; of a map's, slice's or array's an
  /// expression. Where the literal's type does not show which it is, the key stays unbound.
  private mutating func visitComposite(_ node: NodeID) {
    let type = tree.child(node, .type)
    visit(type)
    let keysAreValues: Bool
    switch tree.kind(type) {
    case .mapType, .sliceType, .arrayType, .implicitLengthArrayType: keysAreValues = true
    default: keysAreValues = false
    }
    visitLiteral(tree.child(node, .body), keysAreValues)
  }

  private mutating func visitLiteral(_ body: NodeID, _ keysAreValues: Bool) {
    for element in tree.children(body) {
      guard tree.kind(element) == .keyedElement else {
        visitElement(element)
        continue
      }
      let key = tree.child(element, .key)
      let name = tree.firstChild(key)
      if keysAreValues || tree.kind(name) != .identifier {
        visitElement(key)
      } else {
        keys[name] = innermost[symbol(name).index]
      }
      visitElement(tree.child(element, .value))
    }
  }

  private mutating func visitElement(_ element: NodeID) {
    for child in tree.children(element) {
      if tree.kind(child) == .literalValue {
        visitLiteral(child, false)
      } else {
        visit(child)
      }
    }
  }
}
