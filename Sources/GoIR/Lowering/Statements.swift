import Basics
import GoSyntax
import GoTypes

extension FunctionLowering {
  /// Lowers a statement; what is none is left out.
  mutating func lower(_ statement: NodeID) {
    let label = self.label
    self.label = ""
    switch tree.kind(statement) {
    case .block:
      for inner in tree.children(statement) { lower(inner) }
    case .expressionStatement:
      lowerExpression(tree.firstChild(statement))
    case .sendStatement:
      lowerSend(statement)
    case .incStatement, .decStatement:
      lowerStep(statement)
    case .assignmentStatement, .shortVarDeclaration:
      lowerAssignment(statement)
    case .varDeclaration:
      lowerDeclaration(statement)
    case .labeledStatement:
      lowerLabeled(statement)
    case .goStatement:
      lowerCallStatement(statement, .go)
    case .deferStatement:
      lowerCallStatement(statement, .defer)
    case .returnStatement:
      lowerReturn(statement)
    case .breakStatement, .continueStatement, .gotoStatement, .fallthroughStatement:
      lowerJump(statement)
    case .ifStatement:
      lowerIf(statement)
    case .forStatement:
      lowerFor(statement, label)
    case .expressionSwitchStatement:
      lowerSwitch(statement, label)
    case .typeSwitchStatement:
      lowerTypeSwitch(statement, label)
    case .selectStatement:
      lowerSelect(statement, label)
    default:
      break
    }
  }

  // MARK: Simple statements

  /// An expression whose value nobody asks for.
  private mutating func lowerExpression(_ expression: NodeID) {
    switch tree.kind(expression) {
    case .parenthesizedExpression: lowerExpression(tree.firstChild(expression))
    case .callExpression: _ = call(expression, .call, at: expression)
    default: _ = value(expression)
    }
  }

  /// `ch <- v`; the operands of a select's case are evaluated before.
  private mutating func lowerSend(_ statement: NodeID) {
    guard let view = SendSyntax(statement, in: tree) else { return }
    let (channel, element) = sendOperands(view)
    graph.emit(.send, statement, [channel, element])
  }

  /// The channel and the value of a send.
  mutating func sendOperands(_ view: SendSyntax) -> (channel: ValueID, value: ValueID) {
    let channel = value(view.channel)
    let wanted = typer.element(ofChannel: typer.type(of: view.channel))
    return (channel, value(view.value, as: wanted))
  }

  private mutating func lowerStep(_ statement: NodeID) {
    let target = tree.firstChild(statement)
    let operand = self.operand(target)
    let old = read(operand, statement)
    let one = graph.emit(.constant, statement, payload: 1, type: operand.type, flags: .integer)
    let isIncrement = tree.kind(statement) == .incStatement
    let new = graph.emit(
      .binary, statement, [old, one],
      payload: UInt32((isIncrement ? NodeKind.plus : .minus).rawValue), type: operand.type)
    write(new, to: operand, statement)
  }

  private mutating func lowerAssignment(_ statement: NodeID) {
    guard let view = AssignmentSyntax(statement, in: tree) else { return }
    let operatorKind = view.operatorKind
    if operatorKind == .define {
      define(view.targets, view.values, statement)
      return
    }
    let targets = view.targets
    if operatorKind == .assign {
      var operands: [Operand?] = []
      for target in targets { operands.append(isBlank(target) ? nil : operand(target)) }
      assign(view.values, to: operands, statement)
      return
    }
    guard let target = targets.first, let given = view.values.first else { return }
    let operand = operand(target)
    let old = read(operand, statement)
    let right = value(given)
    let new = graph.emit(
      .binary, statement, [old, right],
      payload: UInt32(operatorKind.withoutAssignment.rawValue), type: operand.type)
    write(new, to: operand, statement)
  }

  func isBlank(_ name: NodeID) -> Bool { tree.text(name, equals: "_") }

  /// `a, b := x, y` and the like: what is new is declared, the others are assigned to.
  private mutating func define(_ targets: [NodeID], _ values: [NodeID], _ statement: NodeID) {
    let given = self.values(values, count: targets.count)
    for (target, value) in zip(targets, given) {
      let variable = scopes.variable(target)
      if variable.isNone { continue }
      let type = typer.type(of: variable)
      let held = converted(value.value, from: value.type, to: type, target)
      if scopes.variables[variable].name == target {
        initialize(variable, held, target)
      } else {
        write(held, to: self.variable(variable), target)
      }
    }
  }

  /// `var a, b T = x, y` in a body.
  private mutating func lowerDeclaration(_ declaration: NodeID) {
    let list = tree.child(declaration, ofKind: .varSpecList)
    for spec in tree.children(list.isNone ? declaration : list) {
      guard let view = ValueSpecSyntax(spec, in: tree) else { continue }
      let names = view.names
      if view.values.isEmpty {
        for name in names {
          let variable = scopes.variable(name)
          if variable.isNone { continue }
          let type = typer.type(of: variable)
          initialize(variable, graph.emit(.zero, name, type: type), name)
        }
      } else {
        define(names, view.values, spec)
      }
    }
  }

  /// Assigns values to operands whose own operands are evaluated already; nil is `_`.
  mutating func assign(_ values: [NodeID], to targets: [Operand?], _ statement: NodeID) {
    let given = self.values(values, count: targets.count)
    for (target, value) in zip(targets, given) {
      guard let target else { continue }
      write(
        converted(value.value, from: value.type, to: target.type, statement), to: target, statement)
    }
  }

  /// As many values as are wanted: one for each expression, or the parts of one that has several.
  mutating func values(
    _ expressions: [NodeID], count: Int
  ) -> [(value: ValueID, type: TypeID)] {
    guard count > 1, expressions.count == 1, let whole = expressions.first else {
      var values: [(value: ValueID, type: TypeID)] = []
      for expression in expressions {
        values.append((value(expression), typer.type(of: expression)))
      }
      return values
    }
    let all = severalValues(whole)
    return (0..<count).map { position in
      let type = typer.part(position, of: whole)
      let part = graph.emit(.extract, whole, [all], payload: UInt32(position), type: type)
      return (part, type)
    }
  }

  // MARK: Calls and returns

  private mutating func lowerCallStatement(_ statement: NodeID, _ opcode: Opcode) {
    var call = tree.firstChild(statement)
    while tree.kind(call) == .parenthesizedExpression { call = tree.firstChild(call) }
    _ = self.call(call, opcode, at: statement)
  }

  private mutating func lowerReturn(_ statement: NodeID) {
    let list = tree.firstChild(statement)
    let expressions =
      list.isNone
      ? [] : tree.kind(list) == .expressionList ? Array(tree.children(list)) : [list]
    if expressions.isEmpty {
      leave(statement, [])
      return
    }
    let given = values(expressions, count: results.count)
    var returned: [ValueID] = []
    for (position, value) in given.enumerated() {
      let wanted = position < results.count ? results[position].type : .unknown
      returned.append(converted(value.value, from: value.type, to: wanted, statement))
    }
    leave(statement, returned)
  }

  // MARK: Jumps

  private mutating func lowerLabeled(_ statement: NodeID) {
    let name = tree.text(tree.child(statement, .label))
    if facts.functions[id.index].gotoLabels.contains(name) {
      let block = labelBlock(name)
      graph.jump(statement, to: block)
      graph.enterUnsealed(block)
    }
    label = name
    for inner in tree.children(statement) where tree[inner].field != .label { lower(inner) }
    label = ""
  }

  private mutating func labelBlock(_ name: String) -> BlockID {
    if let known = labelBlocks[name] { return known }
    let block = graph.addBlock()
    labelBlocks[name] = block
    return block
  }

  private mutating func lowerJump(_ statement: NodeID) {
    let name = tree.text(tree.firstChild(statement))
    let block: BlockID?
    switch tree.kind(statement) {
    case .gotoStatement:
      block = labelBlock(name)
    case .fallthroughStatement:
      block = targets.last.map(\.nextClause)
    case .breakStatement:
      block = targets.last { name.isEmpty || $0.label == name }.map(\.breakBlock)
    default:
      block =
        targets.last { (name.isEmpty || $0.label == name) && !$0.continueBlock.isNone }
        .map(\.continueBlock)
    }
    guard let block, !block.isNone else { return }
    graph.jump(statement, to: block)
  }
}

extension NodeKind {
  /// The operator of an assignment operator: `+` of `+=`.
  var withoutAssignment: NodeKind {
    switch self {
    case .plusAssign: .plus
    case .minusAssign: .minus
    case .starAssign: .star
    case .slashAssign: .slash
    case .percentAssign: .percent
    case .shiftLeftAssign: .shiftLeft
    case .shiftRightAssign: .shiftRight
    case .ampersandAssign: .ampersand
    case .ampersandCaretAssign: .ampersandCaret
    case .pipeAssign: .pipe
    case .caretAssign: .caret
    default: self
    }
  }
}
