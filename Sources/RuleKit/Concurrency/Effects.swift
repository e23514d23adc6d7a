import Basics
import GoIR
import GoSyntax
import GoTypes

/// A change of memory that lives on after the function, or a report to a test.
public struct OutlivingEffect: Sendable {
  /// What is done to the place.
  public enum Kind: Sendable {
    /// Its memory is changed.
    case change
    /// It is a test, and is told that it failed. When the test has ended, that panics.
    case testFailure
    /// It is a channel, and a value is sent on it. When the channel is closed, that panics.
    case send
  }

  public var kind = Kind.change
  /// The assignment, increment, or call that changes it.
  public var node: NodeID
  /// What is changed.
  public var place: SharedPlace
  /// Where it is done when `node` is a call of a function of the package.
  public var inner: PackageNode?
}

/// Finds the changes of outliving memory in statements of one goroutine's body.
///
/// Outliving is what the body captured, what the package declares, and what the receiver or
/// a parameter leads to through a pointer, slice or map. A plain copy is not.
public struct EffectReader {
  private let context: PackageContext
  private let declaration: PackageNode
  private let function: FunctionID
  private let tree: SyntaxTree
  private let scopes: Scopes
  /// How many calls deep changes are looked for.
  private let callDepth: Int

  /// A reader for the body `function` of a declaration.
  public init(
    _ context: PackageContext, declaration: PackageNode, function: FunctionID, callDepth: Int = 3
  ) {
    self.context = context
    self.declaration = declaration
    self.function = function
    self.callDepth = callDepth
    tree = context.tree(declaration.file)
    scopes = context.scopes(of: declaration)
  }

  /// The changes that are made on some path, in the order of the graph. Literals count where
  /// they are called or deferred, `go` statements not at all.
  public func effects(of continuation: Continuation) -> [OutlivingEffect] {
    effects(at: continuation.points)
  }

  /// The changes that a statement makes in the goroutine that runs it.
  public func effects(in statement: NodeID) -> [OutlivingEffect] {
    guard let bodies = context.bodies.body(of: declaration) else { return [] }
    var points: [ProgramPoint] = []
    for body in bodies.functions.elements
    where context.goroutineBody(around: body.node, orOf: body.id, in: declaration) == function {
      for value in body.instructions.ids {
        let node = body.nodes[value.index]
        if !node.isNone, tree.isInside(node, statement) {
          points.append(ProgramPoint(function: body.id, value: value))
        }
      }
    }
    return effects(at: points)
  }

  private func effects(at points: [ProgramPoint]) -> [OutlivingEffect] {
    guard let bodies = context.bodies.body(of: declaration) else { return [] }
    var effects: [OutlivingEffect] = []
    for point in points {
      let body = bodies.functions[point.function]
      let node = body.nodes[point.value.index]
      switch body.instructions[point.value].opcode {
      case .store: addStore(point.value, body, node, &effects)
      case .send: addSend(node, &effects)
      case .call, .delete, .clear, .copy: addCall(node, &effects)
      case .defer:
        let call = tree.firstChild(node)
        if tree.kind(tree.child(call, .function)) != .funcLiteral { addCall(call, &effects) }
      default: break
      }
    }
    return effects
  }

  // MARK: Stores

  /// A store to memory that lives on, by the place that the graph knows: it sees through
  /// variables that hold a pointer to something else.
  private func addStore(
    _ store: ValueID, _ body: FunctionIR, _ node: NodeID, _ effects: inout [OutlivingEffect]
  ) {
    let address = AddressID(rawValue: body.instructions[store].payload)
    let way = body.place(of: address)
    guard outlives(way, body) else { return }
    let target = target(of: node, lastName(of: way, body))
    guard let place = place(way, body, spelled: target) else { return }
    effects.append(OutlivingEffect(node: node, place: place, inner: nil))
  }

  /// The expression that a statement assigns to; of several the one with a name.
  private func target(of node: NodeID, _ name: String?) -> NodeID {
    let targets: [NodeID]
    switch tree.kind(node) {
    case .assignmentStatement, .shortVarDeclaration:
      targets = AssignmentSyntax(node, in: tree)?.targets ?? []
    case .incStatement, .decStatement: targets = [tree.firstChild(node)]
    default: targets = [node]
    }
    if targets.count > 1, let name {
      let named = targets.first { tree.lastName($0).map { tree.text($0) } == name }
      if let named { return named }
    }
    return targets.first ?? node
  }

  /// The last field of a place, or the variable that it is.
  private func lastName(of way: Place, _ body: FunctionIR) -> String? {
    for selector in way.selectors.reversed() {
      if case .field(let id) = selector { return context.bodies.symbols.fields[id].name }
    }
    switch way.root {
    case .variable(let id): return tree.text(scopes.variables[id].name)
    case .global(let id): return context.bodies.symbols.globals[id].name
    case .parameter(let position):
      return variable(at: position, of: body).map { tree.text(scopes.variables[$0].name) }
    default: return nil
    }
  }

  /// The variable of a receiver or parameter, by its position, the receiver first.
  private func variable(at position: UInt32, of body: FunctionIR) -> VariableID? {
    let entries = (body.receiver.map { [$0] } ?? []) + body.parameters
    guard Int(position) < entries.count else { return nil }
    let variable = entries[Int(position)].variable
    return variable.isNone ? nil : variable
  }

  /// A place of the graph as places are compared: the text's reading where both begin at one
  /// variable, for that knows the elements' indices.
  private func place(_ way: Place, _ body: FunctionIR, spelled target: NodeID) -> SharedPlace? {
    let spelled = context.sharedPlace(of: target, in: declaration)
    let root: SharedPlace.Root
    switch way.root {
    case .variable(let id): root = .local(declaration: declaration, variable: id)
    case .parameter(let position):
      guard let id = variable(at: position, of: body) else { return spelled }
      root = .local(declaration: declaration, variable: id)
    case .global(let id):
      let global = context.bodies.symbols.globals[id]
      guard global.unit == context.checker.unit else { return spelled }
      root = .package(global.name)
    case .value, .nowhere: return spelled
    }
    if way.isOpen || spelled?.root == root { return spelled }
    let symbols = context.bodies.symbols
    var path: [String] = []
    var field: SharedPlace.FieldPath?
    for selector in way.selectors {
      switch selector {
      case .pointee: continue
      case .element: path.append("[]")
      case .field(let id): path.append(symbols.fields[id].name)
      }
      if case .field(let id) = selector,
        context.checker.declaredName(of: symbols.fields[id].owner) != nil
      {
        field = SharedPlace.FieldPath(owner: symbols.fields[id].owner, path: path.suffix(1))
      } else {
        field?.path.append(path.last ?? "")
      }
    }
    return SharedPlace(
      root: root, path: path, field: field, lastName: lastName(of: way, body),
      text: tree.text(target))
  }

  /// Whether a place of the graph is there when the body has ended.
  private func outlives(_ way: Place, _ body: FunctionIR) -> Bool {
    switch way.root {
    case .global: return true
    case .nowhere: return false
    case .parameter: return !way.selectors.isEmpty
    case .value(let value): return comesFromElsewhere(value, body)
    case .variable(let id):
      let variable = scopes.variables[id]
      if !scopes.isInside(variable.function, function) { return true }
      guard leadsAway(way, from: id) else { return false }
      switch variable.kind {
      case .receiver, .parameter: return true
      default: return comesFromElsewhere(variable)
      }
    }
  }

  /// Whether a place lies behind a pointer, slice or map that a variable holds.
  private func leadsAway(_ way: Place, from variable: VariableID) -> Bool {
    if way.selectors.contains(.pointee) { return true }
    guard let element = way.selectors.firstIndex(of: .element) else { return false }
    if case .array = context.checker.coreNode(context.typer(of: declaration).type(of: variable)) {
      return element > 0
    }
    return true
  }

  /// Whether a value was received, loaded or read from a range, and so may lead to what others
  /// have too. What a call gives may be new.
  private func comesFromElsewhere(
    _ value: ValueID, _ body: FunctionIR, depth: Int = 4
  ) -> Bool {
    switch body.instructions[value].opcode {
    case .receive, .next, .load: return true
    case .extract, .field, .element:
      return comesFromElsewhere(body.operand(of: value), body, depth: depth)
    case .phi where depth > 0:
      return body.operands(of: value).contains {
        let root = body.place(of: $0).root
        if case .value(let other) = root, other != value {
          return comesFromElsewhere(other, body, depth: depth - 1)
        }
        if case .value = root { return false }
        return body.instructions[$0].opcode == .load
      }
    default: return false
    }
  }

  // MARK: Sends and calls

  /// A send on a channel that is captured, kept in a field, or given as an argument. One that
  /// is a case of a select may well have another way out.
  private func addSend(_ node: NodeID, _ effects: inout [OutlivingEffect]) {
    guard tree[node].field != .communication,
      let place = context.sharedPlace(of: tree.child(node, .channel), in: declaration)
    else { return }
    if case .local(_, let id) = place.root, place.path.isEmpty {
      let variable = scopes.variables[id]
      let isOwn = scopes.isInside(variable.function, function)
      if isOwn, variable.kind != .parameter { return }
    }
    effects.append(OutlivingEffect(kind: .send, node: node, place: place))
  }

  private func add(_ target: NodeID, _ node: NodeID, _ effects: inout [OutlivingEffect]) {
    guard let place = context.sharedPlace(of: target, in: declaration),
      outlives(place, target)
    else { return }
    effects.append(OutlivingEffect(node: node, place: place, inner: nil))
  }

  private func addCall(_ call: NodeID, _ effects: inout [OutlivingEffect]) {
    if let target = changedArgument(of: call) {
      add(target, call, &effects)
    } else if let place = failedTest(by: call) {
      effects.append(OutlivingEffect(kind: .testFailure, node: call, place: place))
    } else if callDepth == 0 {
      return
    } else if tree.kind(tree.child(call, .function)) == .identifier,
      !scopes.variable(tree.child(call, .function)).isNone
    {
      effects += effectsOfClosure(call)
    } else if let callee = context.function(calledBy: node(call)) {
      for effect in context.effects(of: callee, callDepth: callDepth - 1) {
        if let seen = asSeenHere(effect, by: call, of: callee) { effects.append(seen) }
      }
    }
  }

  /// What a builtin or an operation of sync/atomic changes.
  private func changedArgument(of call: NodeID) -> NodeID? {
    let first = tree.firstChild(tree.child(call, .arguments))
    switch context.callee(of: node(call)) {
    case .builtin("delete"), .builtin("copy"), .builtin("clear"): return first
    case .function(let callee) where context.checker.isAtomicWrite(callee):
      return callee.receiver.isEmpty
        ? first : tree.child(tree.child(call, .function), .operand)
    default: return nil
    }
  }

  private func node(_ node: NodeID) -> PackageNode {
    PackageNode(file: declaration.file, node: node)
  }

  /// The test that a call reports a failure to, if that is captured or a parameter.
  private func failedTest(by call: NodeID) -> SharedPlace? {
    let function = tree.child(call, .function)
    guard tree.kind(function) == .selectorExpression else { return nil }
    let method = tree.text(tree.child(function, .field))
    guard KnownLibrary.failures.contains(where: { method.hasPrefix($0) }) else { return nil }
    let operand = tree.child(function, .operand)
    guard let place = context.sharedPlace(of: operand, in: declaration),
      case .local(_, let id) = place.root, context.isTest(operand, in: declaration)
    else { return nil }
    let variable = scopes.variables[id]
    let isOwn = scopes.isInside(variable.function, self.function)
    return isOwn && variable.kind != .parameter ? nil : place
  }

  /// A change that a function of the package makes for its caller, in the caller's names: what
  /// the callee reaches through its receiver or a parameter, the caller reaches through the
  /// operand or argument. Nil where that has no name here or does not live on.
  private func asSeenHere(
    _ effect: OutlivingEffect, by call: NodeID, of callee: PackageNode
  ) -> OutlivingEffect? {
    guard
      var place = context.place(
        effect.place, of: .declaration, in: callee,
        seenBy: PackageNode(file: declaration.file, node: call))
    else { return nil }
    if place.root != effect.place.root {
      guard let argument = argument(effect.place, of: callee, call),
        effect.kind != .change || outlives(place, argument)
      else { return nil }
      place.text = ([tree.text(argument)] + effect.place.path).joined(separator: ".")
        .replacing(".[]", with: "[…]")
    }
    return OutlivingEffect(
      kind: effect.kind, node: call, place: place,
      inner: effect.inner ?? PackageNode(file: callee.file, node: effect.node))
  }

  private func argument(
    _ place: SharedPlace, of callee: PackageNode, _ call: NodeID
  ) -> NodeID? {
    guard case .local(_, let id) = place.root else { return nil }
    return context.argument(
      for: context.scopes(of: callee).variables[id],
      of: PackageNode(file: declaration.file, node: call))
  }

  /// The changes that a call of a local variable makes that holds a literal: those of the
  /// literal's body which outlive this one too.
  private func effectsOfClosure(_ call: NodeID) -> [OutlivingEffect] {
    let variable = scopes.variable(tree.child(call, .function))
    guard !variable.isNone else { return [] }
    let literal = scopes.variables[variable].value
    let closure = scopes.function(of: literal)
    guard tree.kind(literal) == .funcLiteral, !closure.isNone, closure != function else {
      return []
    }
    let reader = EffectReader(
      context, declaration: declaration, function: closure, callDepth: callDepth - 1)
    return reader.effects(of: context.run(of: closure, in: declaration)).compactMap { effect in
      if case .local(let home, let id) = effect.place.root, home == declaration,
        scopes.isInside(scopes.variables[id].function, function)
      {
        return nil
      }
      return OutlivingEffect(
        kind: effect.kind, node: call, place: effect.place,
        inner: effect.inner ?? PackageNode(file: declaration.file, node: effect.node))
    }
  }

  /// Whether a variable of the body gets its value from a channel, field, element or another
  /// variable, and so may point at what others have too.
  private func comesFromElsewhere(_ variable: LocalVariable) -> Bool {
    switch variable.kind {
    case .rangeKey, .rangeElement: return true
    default: break
    }
    switch tree.kind(variable.value) {
    case .selectorExpression, .indexExpression: return true
    case .unaryExpression:
      return tree.kind(tree.child(variable.value, .operator)) == .arrow
    default: return false
    }
  }

  /// Whether the memory is there when the body has ended.
  private func outlives(_ place: SharedPlace, _ target: NodeID) -> Bool {
    guard case .local(_, let id) = place.root else { return true }
    let variable = scopes.variables[id]
    if !scopes.isInside(variable.function, function) { return true }
    switch variable.kind {
    case .receiver, .parameter: break
    default:
      guard comesFromElsewhere(variable) else { return false }
    }
    // The body's own variable: only what it points at lives on.
    let type = context.checker.coreNode(context.typer(of: declaration).type(of: id))
    if case .pointer = type {
      return !place.path.isEmpty || tree.kind(target) == .unaryExpression
    }
    guard let element = place.path.firstIndex(where: { $0.hasPrefix("[") }) else { return false }
    // `p[i] = v` through a slice or map parameter; an array is a copy.
    if case .array = type { return element > 0 }
    return true
  }
}

extension PackageContext {
  /// Whether an expression is a test, benchmark or fuzz test, as package testing hands them out.
  public func isTest(_ expression: NodeID, in declaration: PackageNode) -> Bool {
    checker.isTest(typer(of: declaration).type(of: expression))
  }

  /// The test among the parameters of a function, or `none`.
  public func testParameter(
    of function: FunctionID, in declaration: PackageNode
  ) -> VariableID {
    let scopes = scopes(of: declaration)
    let typer = typer(of: declaration)
    return scopes.variables.ids.first { id in
      let variable = scopes.variables[id]
      return variable.kind == .parameter && variable.function == function
        && checker.isTest(typer.type(of: id))
    } ?? .none
  }
}
