import Basics
import GoSyntax
import GoTypes

/// What has to be known of a declaration's names before its bodies are lowered: one walk.
struct DeclarationFacts {
  /// What a function has in it, its literals' insides left out.
  struct Function {
    var hasDefer: Bool { !deferStatements.isEmpty }
    var deferStatements: [NodeID] = []
    /// Whether it calls `recover` itself.
    var callsRecover = false
    /// The labels that some `goto` leads to.
    var gotoLabels: Set<String> = []
    var captures = BitSet<VariableID>()
  }

  /// The variables that live in memory: somebody takes their address, or a literal uses them.
  private(set) var inMemory = BitSet<VariableID>()
  private(set) var functions: [Function]
  /// The functions of literals, by their nodes.
  private(set) var literals: [NodeID: FunctionID] = [:]
  /// The variables of the clauses of type switches.
  private(set) var clauseVariables: [NodeID: VariableID] = [:]
  /// Receiver, parameters and results.
  private var signatureVariables: [SignatureSlot: VariableID] = [:]

  private struct SignatureSlot: NumberKey {
    var function: FunctionID
    var kind: LocalVariable.Kind
    var position: Int32

    var keyNumber: UInt64 {
      UInt64(function.rawValue) << 32 | UInt64(UInt32(bitPattern: position))
    }
  }

  init(_ typer: BodyTyper) {
    let scopes = typer.scopes
    functions = Array(repeating: Function(), count: scopes.functions.count)
    for id in scopes.functions.ids { literals[scopes.functions[id].node] = id }
    for id in scopes.variables.ids {
      let variable = scopes.variables[id]
      switch variable.kind {
      case .typeSwitch: clauseVariables[variable.scope] = id
      case .receiver, .parameter, .result:
        let slot = SignatureSlot(
          function: variable.function, kind: variable.kind, position: max(0, variable.position))
        signatureVariables[slot] = id
      default: break
      }
    }
    walk(typer)
  }

  /// A receiver, parameter or result by its position; `none` where it has no name.
  func variable(_ kind: LocalVariable.Kind, _ position: Int, of function: FunctionID) -> VariableID
  {
    signatureVariables[
      SignatureSlot(function: function, kind: kind, position: Int32(position))] ?? .none
  }

  /// Keeps the named results of a function in memory: what they hold when a call panics is what
  /// it returns if a deferred call recovers, and a panic of a call has no edge that would say it.
  mutating func keepResults(of function: FunctionID) {
    for (slot, variable) in signatureVariables
    where slot.function == function && slot.kind == .result {
      inMemory.insert(variable)
    }
  }

  // MARK: The walk

  private mutating func walk(_ typer: BodyTyper) {
    let tree = typer.tree
    let scopes = typer.scopes
    var open: [FunctionID] = []
    var next = 0
    for node in tree.subtree(typer.declaration.node) {
      while let last = open.last, tree[scopes.functions[last].node].end <= node.rawValue {
        open.removeLast()
      }
      if next < scopes.functions.count, scopes.functions[FunctionID(next)].node == node {
        open.append(FunctionID(next))
        next += 1
      }
      guard let function = open.last else { continue }
      look(at: node, in: function, typer)
    }
  }

  private mutating func look(at node: NodeID, in function: FunctionID, _ typer: BodyTyper) {
    let tree = typer.tree
    switch tree.kind(node) {
    case let kind where kind.mayBeName:
      var variable = typer.scopes.variable(node)
      if variable.isNone { variable = typer.scopes.variable(ofKey: node) }
      if !variable.isNone { use(variable, in: function, typer.scopes) }
    case .deferStatement:
      functions[function.index].deferStatements.append(node)
    case .gotoStatement:
      functions[function.index].gotoLabels.insert(tree.text(tree.firstChild(node)))
    case .callExpression:
      if tree.text(tree.child(node, .function), equals: "recover"),
        typer.callee(of: node) == .builtin("recover")
      {
        functions[function.index].callsRecover = true
      }
    case .unaryExpression:
      if tree.kind(tree.child(node, .operator)) == .ampersand {
        address(tree.child(node, .operand), typer)
      }
    case .sliceExpression:
      let operand = tree.child(node, .operand)
      if !Self.root(of: operand, typer).isNone, Self.isArray(operand, typer) {
        address(operand, typer)
      }
    case .selectorExpression:
      receive(node, typer)
    default:
      break
    }
  }

  private mutating func use(_ id: VariableID, in function: FunctionID, _ scopes: Scopes) {
    let variable = scopes.variables[id]
    guard variable.function != function else { return }
    switch variable.kind {
    case .constant, .type, .methodTypeParameter: return
    default: break
    }
    inMemory.insert(id)
    var current = function
    while !current.isNone, current != variable.function {
      // What was captured here was captured by the functions around, too.
      if functions[current.index].captures.contains(id) { return }
      functions[current.index].captures.insert(id)
      current = scopes.functions[current].parent
    }
  }

  /// Somebody takes the address of an operand.
  private mutating func address(_ operand: NodeID, _ typer: BodyTyper) {
    let variable = Self.root(of: operand, typer)
    if !variable.isNone { inMemory.insert(variable) }
  }

  /// A method with a pointer receiver takes the address of what it is called on.
  private mutating func receive(_ selector: NodeID, _ typer: BodyTyper) {
    let tree = typer.tree
    let operand = tree.child(selector, .operand)
    let variable = Self.root(of: operand, typer)
    guard !variable.isNone, !inMemory.contains(variable) else { return }
    let type = typer.type(of: operand)
    // What a pointer leads to is not the variable.
    if typer.checker.isPointer(type) { return }
    guard
      let selection = typer.checker.selection(tree.text(tree.child(selector, .field)), in: type),
      case .method(let name) = selection.target, name.hasPointerReceiver
    else { return }
    if selection.fields.contains(where: \.isThroughPointer) { return }
    if case .pointer = typer.checker.coreNode(selection.receiver) { return }
    inMemory.insert(variable)
  }

  /// The plain variable whose memory an operand is a part of; `none` where a pointer, slice or
  /// map lies between, and for what is no variable of the declaration.
  private static func root(of operand: NodeID, _ typer: BodyTyper) -> VariableID {
    let tree = typer.tree
    switch tree.kind(operand) {
    case let kind where kind.mayBeName:
      let variable = typer.scopes.variable(operand)
      if variable.isNone { return .none }
      switch typer.scopes.variables[variable].kind {
      case .constant, .type, .methodTypeParameter: return .none
      default: return variable
      }
    case .parenthesizedExpression:
      return root(of: tree.firstChild(operand), typer)
    case .selectorExpression:
      let inner = tree.child(operand, .operand)
      let variable = root(of: inner, typer)
      if variable.isNone { return .none }
      guard
        let selection = typer.checker.selection(
          tree.text(tree.child(operand, .field)), in: typer.type(of: inner)),
        case .field = selection.target, !selection.fields.contains(where: \.isThroughPointer)
      else { return .none }
      return variable
    case .indexExpression:
      let inner = tree.child(operand, .operand)
      let variable = root(of: inner, typer)
      return variable.isNone || !isArray(inner, typer) ? .none : variable
    default:
      return .none
    }
  }

  private static func isArray(_ operand: NodeID, _ typer: BodyTyper) -> Bool {
    if case .array = typer.checker.coreNode(typer.type(of: operand)) { return true }
    return false
  }
}
