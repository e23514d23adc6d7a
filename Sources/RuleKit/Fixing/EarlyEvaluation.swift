import GoSyntax

/// Whether expressions in a statement may be evaluated before it.
struct EarlyEvaluation {
  private let tree: SyntaxTree
  private let calm: CalmStatement
  private let statement: NodeID
  private let mayPassCalls: Bool

  init(_ calm: CalmStatement, _ statement: NodeID, mayPassCalls: Bool) {
    self.calm = calm
    self.mayPassCalls = mayPassCalls
    tree = calm.tree
    self.statement = statement
  }

  /// When an expression is evaluated: once as the statement begins, or as the condition of a loop
  /// each time. Nil where it may be at another time, or what comes before it may change it.
  enum Time: Equatable {
    case once
    case condition(ofLoop: NodeID)
  }

  func time(of read: EarlyRead, _ shared: SharedName) -> Time? {
    var time = Time.once
    var guards: [NodeID] = []
    var part = statement
    var node = read.node
    while node != statement {
      let parent = tree.parent(of: node)
      switch tree.kind(parent) {
      case .binaryExpression:
        let sign = tree.kind(tree.child(parent, .operator))
        if sign == .logicalAnd || sign == .logicalOr, tree.child(parent, .right) == node {
          guards.append(tree.child(parent, .left))
        }
      case .ifStatement:
        guard let condition = step(ofIf: parent, node) else { return nil }
        if !condition.isNone { guards.append(condition) }
        if tree[node].field != .alternative { part = node }
      case .expressionSwitchStatement, .typeSwitchStatement:
        let isFirst = tree[node].field == .initializer
        guard isFirst || tree.child(parent, .initializer).isNone,
          isFirst || tree[node].field == .value
        else { return nil }
        part = node
      case .forStatement:
        if tree.kind(node) != .rangeClause, tree.kind(node) != .forClause {
          guard time == .once else { return nil }
          time = .condition(ofLoop: parent)
        }
        part = tree.kind(node) == .forClause ? part : node
      case .forClause:
        switch tree[node].field {
        case .initializer: break
        case .condition: time = .condition(ofLoop: tree.parent(of: parent))
        default: return nil
        }
        part = node
      case .rangeClause:
        guard tree.child(parent, .right) == node else { return nil }
      case .expressionCase, .typeCase, .funcLiteral: return nil
      default: break
      }
      node = parent
    }
    guard isUndisturbed(read.node, in: part) else { return nil }
    return guards.isEmpty || mayBeInVain(read, guards, shared) ? time : nil
  }

  /// The condition on which a part of an if statement is run, `none` where it is run first; nil where
  /// something else runs before.
  private func step(ofIf parent: NodeID, _ node: NodeID) -> NodeID? {
    if tree[node].field == .initializer { return NodeID.none }
    guard tree.child(parent, .initializer).isNone else { return nil }
    return tree[node].field == .alternative ? tree.child(parent, .condition) : NodeID.none
  }

  /// Whether nothing beside an expression, in what is evaluated with it, may change what it reads.
  private func isUndisturbed(_ read: NodeID, in part: NodeID) -> Bool {
    !tree.containsOutsideLiterals(part) { node in
      if tree.isInside(read, node) || tree.isInside(node, read) { return false }
      switch tree.kind(node) {
      case .block: return false
      case .callExpression:
        // Which comes first Go leaves open, but what is on the left is made first as a rule.
        return (!mayPassCalls || node < read) && !isBelowBlock(node, part)
          && !calm.isCalmCall(node) && !calm.isForeignCall(node)
      case .unaryExpression:
        return tree.kind(tree.child(node, .operator)) == .arrow && !isBelowBlock(node, part)
      default: return false
      }
    }
  }

  /// Whether something stands in a block, which runs later.
  private func isBelowBlock(_ node: NodeID, _ part: NodeID) -> Bool {
    tree.ancestors(of: node).contains { tree.isInside($0, part) && tree.isStatementList($0) }
  }

  /// Whether an expression may be evaluated where the statement does not always do so: it is a
  /// variable or a field of the receiver, which is there.
  private func mayBeInVain(
    _ read: EarlyRead, _ guards: [NodeID], _ shared: SharedName
  ) -> Bool {
    let isCalm = guards.allSatisfy { condition in
      !tree.subtree(condition).contains {
        tree.kind($0) == .callExpression && !calm.isCalmCall($0) && !calm.isForeignCall($0)
      }
    }
    guard isCalm else { return false }
    return tree.subtree(read.node).allSatisfy { node in
      switch tree.kind(node) {
      case .identifier, .fieldIdentifier, .argumentList: return true
      case .callExpression: return true
      case .indexExpression: return shared.isMap
      case .selectorExpression:
        let operand = tree.child(node, .operand)
        return tree.kind(operand) == .identifier && tree.isReceiver(operand)
      default: return false
      }
    }
  }
}

extension SyntaxTree {
  /// What a field is selected from, as text; empty for a variable, and where that has effects.
  func operand(ofField mention: NodeID) -> String {
    if isIndexed(mention) { return operand(ofIndexed: mention) }
    guard kind(mention) == .fieldIdentifier,
      let view = SelectorSyntax(parent(of: mention), in: self), isPlain(view.operand)
    else { return "" }
    return text(view.operand)
  }

  /// Whether a name is that of the receiver of the method around it.
  func isReceiver(_ name: NodeID) -> Bool {
    let path = ancestors(of: name)
    guard path.count > 1, kind(path[1]) == .methodDeclaration else { return false }
    let receiver = firstChild(child(path[1], .receiver))
    return text(child(receiver, .name)) == text(name)
  }

  /// The statement of a list that a part of it is evaluated with: the cases of a switch or select with
  /// the whole, and behind its labels unless it needs them. Nil where there is none.
  func headStatement(around node: NodeID) -> NodeID? {
    let path = ancestors(of: node) + [node]
    for index in path.indices.reversed() where isStatementList(path[index]) {
      guard index + 1 < path.count else { continue }
      if self[path[index + 1]].field == .none { return runTogether(path[index + 1]) }
    }
    return nil
  }

  /// Whether something is stored in what a mention names, or in a part or element of it, or its
  /// address is taken.
  public func isChanged(_ mention: NodeID) -> Bool {
    var node = mention
    while true {
      let parent = parent(of: node)
      switch kind(parent) {
      case .selectorExpression, .parenthesizedExpression, .sliceExpression: node = parent
      case .indexExpression where child(parent, .operand) == node: node = parent
      case .qualifiedType, .genericType, .typeInstantiationExpression: node = parent
      case .unaryExpression:
        if kind(child(parent, .operator)) == .ampersand { return true }
        guard kind(child(parent, .operator)) == .star else { return false }
        node = parent
      case .argumentList:
        return ["clear", "copy", "delete"].contains(text(child(self.parent(of: parent), .function)))
      default: return isTarget(node)
      }
    }
  }
}
