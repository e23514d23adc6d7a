import Basics
import GoPackages
import GoSyntax
import GoTypes
import LibraryModels

/// Lowers one function body. Goes through the statements once, in the order of the text.
struct FunctionLowering: ~Copyable {
  let typer: BodyTyper
  let tree: SyntaxTree
  let scopes: Scopes
  let checker: TypeChecker
  let facts: DeclarationFacts
  let symbols: PackageSymbols
  let bodies: PackageBodies
  let id: FunctionID
  let node: NodeID
  /// Whether each iteration of a loop has variables of its own: from Go 1.22 on.
  let variablesPerIteration: Bool
  let mayRecover: Bool
  var graph: GraphBuilder
  /// The statements around that `break` and `continue` may leave, the innermost last.
  var targets: [JumpTarget] = []
  /// The label of the statement that comes next.
  var label = ""
  /// The blocks that labels name.
  var labelBlocks: [String: BlockID] = [:]
  var receiver: SignatureEntry?
  var parameters: [SignatureEntry] = []
  var results: [SignatureEntry] = []
  var isVariadic = false

  /// A statement that may be left before its end.
  struct JumpTarget {
    var label: String
    var breakBlock: BlockID
    /// `none` for a switch or select.
    var continueBlock: BlockID
    /// Where `fallthrough` leads, or `none`.
    var nextClause = BlockID.none
  }

  init(
    _ id: FunctionID, _ typer: BodyTyper, _ facts: DeclarationFacts, _ bodies: PackageBodies,
    mayRecover: Bool
  ) {
    self.id = id
    self.typer = typer
    self.facts = facts
    self.bodies = bodies
    self.mayRecover = mayRecover
    tree = typer.tree
    scopes = typer.scopes
    checker = typer.checker
    symbols = bodies.symbols
    node = typer.scopes.functions[id].node
    let file = typer.checker.syntax.files[typer.declaration.file].file
    variablesPerIteration = file.languageVersion >= GoVersion(1, 22)
    graph = GraphBuilder(variableType: { [typer] in typer.type(of: $0) })
  }

  /// Lowers the body and puts the graph in order.
  consuming func lower() -> FunctionIR {
    let kind: FunctionIR.Kind
    switch tree.kind(node) {
    case .functionDeclaration, .methodDeclaration:
      kind = .declared
      lowerFunction()
    case .funcLiteral:
      kind = .literal
      lowerFunction()
    default:
      kind = .initializer
      lowerInitializers()
      finishBody(at: node)
    }
    closeMissingLabels()
    graph.sealAll()
    return finish(kind)
  }

  private consuming func finish(_ kind: FunctionIR.Kind) -> FunctionIR {
    let labels = graph.labels
    let captures = Array(facts.functions[id.index].captures)
    let done = GraphCompletion(graph).finish()
    return FunctionIR(
      kind: kind, id: id, node: node, receiver: receiver, parameters: parameters,
      results: results, isVariadic: isVariadic, captures: captures, mayRecover: mayRecover,
      blocks: done.blocks, instructions: Table(done.instructions), nodes: done.nodes,
      addresses: done.addresses, deferred: Table(done.deferred), operands: done.operands,
      edges: done.edges, labels: labels)
  }

  /// A `goto` to a label that the function does not have leads nowhere.
  private mutating func closeMissingLabels() {
    for (_, block) in labelBlocks where !graph.hasInstructions(block) {
      graph.enterUnsealed(block)
      graph.terminate(.halt, node)
    }
  }

  // MARK: Functions

  private mutating func lowerFunction() {
    enterParameters()
    let body = scopes.functions[id].body
    for statement in tree.children(body) { lower(statement) }
    finishBody(at: body.isNone ? node : body)
  }

  private mutating func enterParameters() {
    guard let signature = typer.signature(of: node) else { return }
    isVariadic = signature.isVariadic
    var position: UInt32 = 0
    if tree.kind(node) == .methodDeclaration {
      let list = tree.child(node, .receiver)
      let variable = facts.variable(.receiver, 0, of: id)
      let type =
        ParameterGroup.groups(of: list, in: tree).first.map { typer.typeWritten($0.type) }
        ?? .unknown
      receiver = SignatureEntry(variable: variable, type: type)
      enter(variable, type, &position, list)
    }
    let list = tree.child(node, .parameters)
    for (index, type) in signature.parameters.enumerated() {
      let variable = facts.variable(.parameter, index, of: id)
      parameters.append(SignatureEntry(variable: variable, type: type))
      enter(variable, type, &position, list)
    }
    let result = tree.child(node, .result)
    for (index, type) in signature.results.enumerated() {
      let variable = facts.variable(.result, index, of: id)
      results.append(SignatureEntry(variable: variable, type: type))
      if variable.isNone { continue }
      initialize(variable, graph.emit(.zero, result, type: type), result)
    }
  }

  private mutating func enter(
    _ variable: VariableID, _ type: TypeID, _ position: inout UInt32, _ list: NodeID
  ) {
    let value = graph.emit(.parameter, list, payload: position, type: type)
    position += 1
    if !variable.isNone { initialize(variable, value, list) }
  }

  /// A new variable gets its first value.
  mutating func initialize(_ variable: VariableID, _ value: ValueID, _ node: NodeID) {
    if facts.inMemory.contains(variable) {
      graph.emit(
        .declare, node, [value], payload: variable.rawValue, type: typer.type(of: variable))
    } else {
      graph.write(variable, value)
    }
  }

  /// `var a, b = f()` at package level.
  private mutating func lowerInitializers() {
    guard tree.kind(node) == .varDeclaration else { return }
    let list = tree.child(node, ofKind: .varSpecList)
    for spec in tree.children(list.isNone ? node : list) {
      guard let view = ValueSpecSyntax(spec, in: tree), !view.values.isEmpty else { continue }
      let targets = view.names.map { name -> Operand? in
        if tree.text(name, equals: "_") { return nil }
        return global(checker.unit, tree.text(name), typer.type(of: name))
      }
      assign(view.values, to: targets, spec)
    }
  }

  // MARK: Exits

  private mutating func finishBody(at node: NodeID) {
    // What comes after the last statement is reached unless that ended the block.
    if !graph.isAtDeadStart { leave(node, []) }
  }

  /// Whether a value is what was read from a variable: `return err` with the result `err` writes
  /// nothing.
  private func holds(_ variable: VariableID, _ value: ValueID) -> Bool {
    let instruction = graph.instructions[value.index]
    guard instruction.opcode == .load else { return false }
    let address = graph.addresses[AddressID(rawValue: instruction.payload)]
    return address.step == .variable && address.payload == variable.rawValue
  }

  /// Returns with values, or with the named results as they are.
  mutating func leave(_ node: NodeID, _ values: [ValueID], flags: InstructionFlags = []) {
    let isNamed = results.contains { !$0.variable.isNone }
    var given = values
    if isNamed {
      for (entry, value) in zip(results, values)
      where !entry.variable.isNone && !holds(entry.variable, value) {
        write(value, to: variable(entry.variable), node)
      }
    }
    let runsDeferred = facts.functions[id.index].hasDefer
    if runsDeferred { graph.emit(.runDeferred, node) }
    if isNamed, values.isEmpty || runsDeferred {
      given = results.enumerated().map { index, entry in
        if entry.variable.isNone {
          return index < values.count
            ? values[index] : graph.emit(.zero, node, type: entry.type, flags: .implicit)
        }
        return read(variable(entry.variable), node)
      }
    }
    graph.terminate(.return, node, given, flags: flags)
  }

  /// Ends the block after a call that does not return, or a panic.
  mutating func leave(after end: CallEnd, _ node: NodeID) {
    switch end {
    case .returns: return
    case .process: graph.terminate(.halt, node)
    case .panic where mayRecover:
      // The results are what they were when the panic began, or what a deferred call made them.
      var given: [ValueID] = []
      graph.emit(.runDeferred, node)
      for entry in results {
        given.append(
          entry.variable.isNone
            ? graph.emit(.zero, node, type: entry.type, flags: .implicit)
            : read(variable(entry.variable), node))
      }
      graph.terminate(.return, node, given, flags: .recovered)
    case .panic, .goroutine:
      if facts.functions[id.index].hasDefer { graph.emit(.runDeferred, node) }
      graph.terminate(.unwind, node)
    }
  }
}
