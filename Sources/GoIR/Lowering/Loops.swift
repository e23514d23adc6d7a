import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  mutating func lowerFor(_ statement: NodeID, _ label: String) {
    guard let view = ForSyntax(statement, in: tree) else { return }
    if let range = RangeSyntax(view.range, in: tree) {
      lowerRange(statement, range, view.body, label)
      return
    }
    let clause = view.clause
    let initializer = tree.child(clause, .initializer)
    if !initializer.isNone { lower(initializer) }
    var condition = clause.isNone ? tree.firstChild(statement) : tree.child(clause, .condition)
    if condition == view.body { condition = .none }
    let header = graph.addBlock()
    let body = graph.addBlock()
    let step = graph.addBlock()
    let done = graph.addBlock()
    graph.jump(statement, to: header)
    graph.enterUnsealed(header)
    if condition.isNone {
      graph.jump(statement, to: body)
    } else {
      branch(on: condition, body, done)
    }
    graph.enter(body)
    lowerBody(view.body, JumpTarget(label: label, breakBlock: done, continueBlock: step))
    graph.jump(view.body, to: step)
    graph.enter(step)
    renew(initializer, statement)
    let update = tree.child(clause, .update)
    if !update.isNone { lower(update) }
    graph.jump(statement, to: header)
    graph.seal(header)
    graph.enter(done)
  }

  private mutating func lowerBody(_ body: NodeID, _ target: JumpTarget) {
    targets.append(target)
    lower(body)
    targets.removeLast()
  }

  /// From Go 1.22 on each iteration has its own variables: a new one begins as a copy of the
  /// last one's, before the post statement (see "For statements with for clause").
  private mutating func renew(_ initializer: NodeID, _ statement: NodeID) {
    guard variablesPerIteration, let view = AssignmentSyntax(initializer, in: tree),
      view.operatorKind == .define
    else { return }
    for name in view.targets {
      let variable = scopes.variable(name)
      guard !variable.isNone, facts.inMemory.contains(variable) else { continue }
      let held = read(self.variable(variable), name)
      graph.emit(
        .declare, name, [held], payload: variable.rawValue, type: typer.type(of: variable),
        flags: .implicit)
    }
  }

  // MARK: Range

  /// What a range loop goes over.
  private enum Ranged {
    /// Keys count up; elements are read from the address of the elements.
    case elements(AddressID)
    /// Keys count up; elements are parts of an array value.
    case parts(ValueID)
    case channel
    /// Keys and elements come from each step: maps, strings, integers, iterator functions.
    case steps
  }

  private mutating func lowerRange(
    _ statement: NodeID, _ range: RangeSyntax, _ loopBody: NodeID, _ label: String
  ) {
    let targets = range.targets
    let (over, ranged) = rangedOver(range.expression, hasElement: targets.count > 1)
    if range.isDefinition, !variablesPerIteration { declareOnce(targets) }
    let header = graph.addBlock()
    let body = graph.addBlock()
    let done = graph.addBlock()
    graph.jump(statement, to: header)
    graph.enterUnsealed(header)
    let step: ValueID
    let isChannel: Bool
    if case .channel = ranged {
      isChannel = true
      let type = typer.element(ofChannel: typer.type(of: range.expression))
      step = graph.emit(.receive, range.id, [over], type: type, flags: .commaOk)
    } else {
      isChannel = false
      step = graph.emit(.next, range.id, over.isNone ? [] : [over])
    }
    let more = graph.emit(
      .extract, range.id, [step], payload: isChannel ? 1 : 0, type: .basic(.bool))
    graph.terminate(.branch, range.id, [more], to: [body, done])
    graph.enter(body)
    giveTargets(range, step, ranged)
    lowerBody(loopBody, JumpTarget(label: label, breakBlock: done, continueBlock: header))
    graph.jump(loopBody, to: header)
    graph.seal(header)
    graph.enter(done)
  }

  private mutating func rangedOver(
    _ expression: NodeID, hasElement: Bool
  ) -> (over: ValueID, ranged: Ranged) {
    let type = typer.type(of: expression)
    switch checker.coreNode(type) {
    case .pointer, .array:
      // Where only the length counts, and that is constant, nothing is evaluated.
      if !hasElement, constantLength(expression) != nil { return (.none, .steps) }
    default: break
    }
    switch checker.coreNode(type) {
    case .slice:
      let slice = value(expression)
      return (slice, .elements(graph.target(of: slice)))
    case .pointer(let target):
      let pointer = value(expression)
      guard case .array = checker.coreNode(target) else { return (pointer, .steps) }
      return (pointer, .elements(graph.pointee(of: pointer)))
    case .array:
      // The array is copied before the first step, unless only its length counts.
      guard hasElement else {
        _ = operand(expression)
        return (.none, .steps)
      }
      let array = value(expression)
      return (array, .parts(array))
    case .channel:
      return (value(expression), .channel)
    case .unknown:
      let over = value(expression)
      switch typer.shape(of: expression) {
      case .slice: return (over, .elements(graph.target(of: over)))
      case .channel: return (over, .channel)
      default: return (over, .steps)
      }
    default:
      return (value(expression), .steps)
    }
  }

  /// Before Go 1.22 all iterations share one variable.
  private mutating func declareOnce(_ targets: [NodeID]) {
    for target in targets {
      let variable = scopes.variable(target)
      guard !variable.isNone, facts.inMemory.contains(variable) else { continue }
      let zero = graph.emit(.zero, target, type: typer.type(of: variable))
      initialize(variable, zero, target)
    }
  }

  /// The targets get their values as in an assignment: what indices and pointers among them
  /// are is found before the first one changes (see "For statements with range clause").
  private mutating func giveTargets(_ range: RangeSyntax, _ step: ValueID, _ ranged: Ranged) {
    var key = ValueID.none
    var given: [Given] = []
    for (position, target) in range.targets.enumerated() {
      let isElement = position > 0
      let needsKey: Bool
      switch ranged {
      case .elements, .parts: needsKey = key.isNone
      default: needsKey = false
      }
      if needsKey {
        key = graph.emit(.extract, range.id, [step], payload: 1, type: .basic(.int))
      }
      if isBlank(target) { continue }
      let type = givenType(position, target, range)
      let held: ValueID
      switch ranged {
      case .elements(let base) where isElement:
        let address = graph.addAddress(.element, key.rawValue, on: base)
        held = graph.emit(.load, target, payload: address.rawValue, type: type)
      case .parts(let array) where isElement:
        held = graph.emit(.element, target, [array, key], type: type)
      case .elements, .parts:
        held = key
      case .channel:
        held = graph.emit(.extract, target, [step], payload: 0, type: type)
      case .steps:
        held = graph.emit(
          .extract, target, [step], payload: UInt32(position) + 1, type: type)
      }
      let part = Given(value: held, type: type, target: target)
      if range.isDefinition { declare(part) } else { given.append(part) }
    }
    assign(given)
  }

  /// The type of what a target gets: its own, unless that is an interface into which it is put.
  private func givenType(_ position: Int, _ target: NodeID, _ range: RangeSyntax) -> TypeID {
    guard range.isDefinition else {
      let own = typer.type(of: target)
      guard checker.isInterface(own) else { return own }
      return typer.rangeTypes(of: range.expression)[min(position, 1)]
    }
    let variable = scopes.variable(target)
    return variable.isNone ? .unknown : typer.type(of: variable)
  }

  private mutating func declare(_ given: Given) {
    let variable = scopes.variable(given.target)
    if variable.isNone { return }
    if !variablesPerIteration, facts.inMemory.contains(variable) {
      write(given.value, to: self.variable(variable), given.target)
    } else {
      initialize(variable, given.value, given.target)
    }
  }
}
