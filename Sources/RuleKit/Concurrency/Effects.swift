import Basics
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

  /// The changes that a statement makes in the goroutine that runs it, in the order of the
  /// text. Literals count where they are called or deferred, `go` statements not at all.
  public func effects(in statement: NodeID) -> [OutlivingEffect] {
    var effects: [OutlivingEffect] = []
    var next = statement.rawValue
    while next < tree[statement].end {
      let node = NodeID(rawValue: next)
      next += 1
      switch tree.kind(node) {
      case .goStatement:
        next = tree[node].end
      case .funcLiteral where !tree.runsInPlace(node):
        next = tree[node].end
      case .assignmentStatement:
        for target in tree.children(tree.child(node, .left)) { add(target, node, &effects) }
      case .incStatement, .decStatement:
        add(tree.firstChild(node), node, &effects)
      case .rangeClause, .receiveStatement:
        if tree.child(node, ofKind: .define).isNone {
          for target in tree.children(tree.child(node, .left)) { add(target, node, &effects) }
        }
      case .sendStatement:
        addSend(node, &effects)
      case .callExpression:
        addCall(node, &effects)
      default:
        break
      }
    }
    return effects
  }

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
    let function = tree.child(call, .function)
    let first = tree.firstChild(tree.child(call, .arguments))
    if tree.kind(function) == .identifier {
      let isBuiltin =
        tree.text(function, equals: "delete") || tree.text(function, equals: "copy")
        || tree.text(function, equals: "clear")
      return isBuiltin && scopes.variable(function).isNone ? first : nil
    }
    guard case .function(let callee) = context.callee(of: node(call)),
      context.checker.isAtomicWrite(callee)
    else { return nil }
    return callee.receiver.isEmpty ? first : tree.child(function, .operand)
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
    return reader.effects(in: scopes.functions[closure].body).compactMap { effect in
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
