import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  // MARK: Conditions

  /// Ends the block with the jump that a condition decides.
  mutating func branch(on condition: NodeID, _ whenTrue: BlockID, _ whenFalse: BlockID) {
    switch tree.kind(condition) {
    case .parenthesizedExpression:
      branch(on: tree.firstChild(condition), whenTrue, whenFalse)
    case .unaryExpression where UnarySyntax(condition, in: tree)?.operatorKind == .bang:
      branch(on: tree.child(condition, .operand), whenFalse, whenTrue)
    case .binaryExpression:
      guard let view = BinarySyntax(condition, in: tree) else { return }
      switch view.operatorKind {
      case .logicalAnd:
        let middle = graph.addBlock()
        branch(on: view.left, middle, whenFalse)
        graph.enter(middle)
        branch(on: view.right, whenTrue, whenFalse)
      case .logicalOr:
        let middle = graph.addBlock()
        branch(on: view.left, whenTrue, middle)
        graph.enter(middle)
        branch(on: view.right, whenTrue, whenFalse)
      default:
        graph.terminate(.branch, condition, [value(condition)], to: [whenTrue, whenFalse])
      }
    default:
      if let isTrue = typer.constantCondition(condition) {
        graph.jump(condition, to: isTrue ? whenTrue : whenFalse)
        return
      }
      graph.terminate(.branch, condition, [value(condition)], to: [whenTrue, whenFalse])
    }
  }

  // MARK: If

  /// A chain of `else if` is followed in a loop: it may be long.
  mutating func lowerIf(_ statement: NodeID) {
    let done = graph.addBlock()
    var current = statement
    while let view = IfSyntax(current, in: tree) {
      if !view.initializer.isNone { lower(view.initializer) }
      let consequence = graph.addBlock()
      let alternative = view.alternative.isNone ? done : graph.addBlock()
      branch(on: view.condition, consequence, alternative)
      graph.enter(consequence)
      lower(view.consequence)
      graph.jump(view.consequence, to: done)
      if view.alternative.isNone { break }
      graph.enter(alternative)
      current = view.alternative
      if tree.kind(current) != .ifStatement {
        lower(current)
        graph.jump(current, to: done)
        break
      }
    }
    graph.enter(done)
  }

  // MARK: Switch

  mutating func lowerSwitch(_ statement: NodeID, _ label: String) {
    guard let view = SwitchSyntax(statement, in: tree) else { return }
    if !view.initializer.isNone { lower(view.initializer) }
    let tag = view.value
    let tagValue = tag.isNone ? ValueID.none : value(tag)
    lowerClauses(view.clauses, label, statement) { lowering, clause, body in
      guard let clause = ClauseSyntax(clause, in: lowering.tree) else { return }
      for expression in clause.values {
        let following = lowering.graph.addBlock()
        if tag.isNone {
          lowering.branch(on: expression, body, following)
        } else {
          let right = lowering.value(expression)
          let equal = lowering.graph.emit(
            .binary, expression, [tagValue, right], payload: UInt32(NodeKind.equal.rawValue),
            type: .basic(.bool))
          lowering.graph.terminate(.branch, expression, [equal], to: [body, following])
        }
        lowering.graph.enter(following)
      }
    }
  }

  /// `test` ends the current block with the ways to the body of a clause, and goes on where no
  /// case of it matches.
  private mutating func lowerClauses(
    _ clauses: [NodeID], _ label: String, _ statement: NodeID,
    _ test: (inout FunctionLowering, NodeID, BlockID) -> Void,
    enter: (inout FunctionLowering, NodeID) -> Void = { _, _ in }
  ) {
    let done = graph.addBlock()
    var bodies: [BlockID] = []
    for _ in clauses { bodies.append(graph.addBlock()) }
    var otherwise = done
    for (clause, body) in zip(clauses, bodies) {
      if tree.kind(clause) == .defaultCase { otherwise = body } else { test(&self, clause, body) }
    }
    graph.jump(statement, to: otherwise)
    for (index, clause) in clauses.enumerated() {
      graph.enter(bodies[index])
      enter(&self, clause)
      targets.append(
        JumpTarget(
          label: label, breakBlock: done, continueBlock: .none,
          nextClause: index + 1 < bodies.count ? bodies[index + 1] : .none))
      for inner in ClauseSyntax(clause, in: tree)?.statements ?? [] { lower(inner) }
      targets.removeLast()
      graph.jump(clause, to: done)
    }
    graph.enter(done)
  }

  /// Each clause has a variable of its own (see "Type switches").
  mutating func lowerTypeSwitch(_ statement: NodeID, _ label: String) {
    guard let view = SwitchSyntax(statement, in: tree) else { return }
    if !view.initializer.isNone { lower(view.initializer) }
    let subject = value(view.value)
    let subjectType = typer.type(of: view.value)
    var asserted: [NodeID: ValueID] = [:]
    lowerClauses(view.clauses, label, statement) { lowering, node, body in
      guard let clause = ClauseSyntax(node, in: lowering.tree) else { return }
      for type in clause.types {
        let following = lowering.graph.addBlock()
        let matches: ValueID
        if lowering.tree.text(type, equals: "nil") {
          let null = lowering.graph.emit(.constant, type, type: .basic(.untypedNil))
          matches = lowering.graph.emit(
            .binary, type, [subject, null], payload: UInt32(NodeKind.equal.rawValue),
            type: .basic(.bool))
        } else {
          let pair = lowering.graph.emit(
            .assert, type, [subject], type: lowering.typer.typeWritten(type), flags: .commaOk)
          matches = lowering.graph.emit(
            .extract, type, [pair], payload: 1, type: .basic(.bool))
          if clause.types.count == 1 { asserted[node] = pair }
        }
        lowering.graph.terminate(.branch, type, [matches], to: [body, following])
        lowering.graph.enter(following)
      }
    } enter: { lowering, clause in
      guard let variable = lowering.facts.clauseVariables[clause] else { return }
      var held = subject
      if let pair = asserted[clause] {
        held = lowering.graph.emit(
          .extract, clause, [pair], payload: 0, type: lowering.typer.type(of: variable))
      } else {
        held = lowering.converted(
          subject, from: subjectType, to: lowering.typer.type(of: variable), clause)
      }
      lowering.initialize(variable, held, clause)
    }
  }

  // MARK: Select

  mutating func lowerSelect(_ statement: NodeID, _ label: String) {
    let clauses = tree.children(statement).filter { ClauseSyntax($0, in: tree) != nil }
    if clauses.isEmpty {
      graph.terminate(.halt, statement)
      return
    }
    // Channels and values to send are evaluated once, in the order of the text.
    var communications: [[ValueID]] = []
    for clause in clauses { communications.append(communicationOperands(clause)) }
    let done = graph.addBlock()
    var bodies: [BlockID] = []
    for _ in clauses { bodies.append(graph.addBlock()) }
    let isNonblocking = clauses.contains { tree.kind($0) == .defaultCase }
    graph.terminate(
      .select, statement, communications.flatMap(\.self), to: bodies,
      flags: isNonblocking ? .nonblocking : [])
    for (index, clause) in clauses.enumerated() {
      graph.enter(bodies[index])
      communicate(clause, communications[index])
      targets.append(JumpTarget(label: label, breakBlock: done, continueBlock: .none))
      for inner in ClauseSyntax(clause, in: tree)?.statements ?? [] { lower(inner) }
      targets.removeLast()
      graph.jump(clause, to: done)
    }
    graph.enter(done)
  }

  private mutating func communicationOperands(_ clause: NodeID) -> [ValueID] {
    let communication = tree.child(clause, .communication)
    if let send = SendSyntax(communication, in: tree) {
      let (channel, value) = sendOperands(send)
      return [channel, value]
    }
    let receive = receiveOperation(communication)
    guard let view = UnarySyntax(receive, in: tree), view.operatorKind == .arrow else { return [] }
    return [value(view.operand)]
  }

  /// The receive operation of a select's case: its statement may assign what it gives.
  private func receiveOperation(_ communication: NodeID) -> NodeID {
    var operation = communication
    if let view = ReceiveSyntax(communication, in: tree) { operation = view.value }
    while [.parenthesizedExpression, .expressionStatement].contains(tree.kind(operation)) {
      operation = tree.firstChild(operation)
    }
    return operation
  }

  private mutating func communicate(_ clause: NodeID, _ operands: [ValueID]) {
    let communication = tree.child(clause, .communication)
    if SendSyntax(communication, in: tree) != nil, operands.count == 2 {
      graph.emit(.send, communication, operands, flags: .selected)
      return
    }
    guard let channel = operands.first else { return }
    let operation = receiveOperation(communication)
    let type = typer.type(of: operation)
    let view = ReceiveSyntax(communication, in: tree)
    let names = view?.targets ?? []
    let isPair = names.count > 1
    let received = graph.emit(
      .receive, operation, [channel], type: type, flags: isPair ? [.selected, .commaOk] : .selected)
    var given: [Given] = []
    for (position, target) in names.enumerated() where !isBlank(target) {
      var held = received
      let partType = position == 0 ? type : .basic(.bool)
      if isPair {
        held = graph.emit(.extract, target, [received], payload: UInt32(position), type: partType)
      }
      given.append(Given(value: held, type: partType, target: target))
    }
    guard view?.isDefinition == true else {
      assign(given)
      return
    }
    for part in given {
      let variable = scopes.variable(part.target)
      if !variable.isNone { initialize(variable, part.value, part.target) }
    }
  }

  /// What one target of a receive or range clause gets.
  struct Given {
    var value: ValueID
    var type: TypeID
    var target: NodeID
  }

  /// Assigns to the targets of a receive or range clause, all at once.
  mutating func assign(_ given: [Given]) {
    var operands: [Operand] = []
    for part in given { operands.append(operand(part.target)) }
    for (part, operand) in zip(given, operands) {
      let held = converted(part.value, from: part.type, to: operand.type, part.target)
      write(held, to: operand, part.target)
    }
  }
}
