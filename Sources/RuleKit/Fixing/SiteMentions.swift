import GoSyntax

/// Where a statement names something shared: of the object that is told or written, and of others.
struct SiteMentions {
  private let tree: SyntaxTree
  let statement: NodeID
  /// What the field is selected from that the statement itself uses; empty for variables.
  let operand: String
  /// The mentions of that.
  let own: [NodeID]
  /// Those of fields of other objects, by what they are selected from.
  let others: [(operand: String, mentions: [NodeID])]

  /// Whether what runs later in the statement, as in a block of it, uses other objects: not all of
  /// it may run under one lock.
  let usesOthersLater: Bool

  /// Nil where several objects are written, or an object has no name.
  init?(_ tree: SyntaxTree, _ statement: NodeID, _ shared: SharedName, told: String) {
    self.tree = tree
    self.statement = statement
    let all = tree.subtree(statement).filter { tree.isName($0, shared.name) }
    if !shared.isField {
      operand = told
      own = all.filter { tree.operand(ofField: $0) == told }
      others = []
      usesOthersLater = false
      return
    }
    let fields = all.filter {
      (tree.kind($0) == .fieldIdentifier || !tree.operand(ofIndexed: $0).isEmpty)
        && shared.mayBeItself($0, tree)
    }
    let now = fields.filter { tree.headStatement(around: $0) == statement }
    let written = Set(now.filter { tree.isChanged($0) }.map { tree.operand(ofField: $0) })
    guard written.count < 2 else { return nil }
    let operand = written.first ?? told
    var others: [(operand: String, mentions: [NodeID])] = []
    for mention in now {
      let other = tree.operand(ofField: mention)
      if other == operand { continue }
      guard !other.isEmpty, !operand.isEmpty else { return nil }
      if let known = others.firstIndex(where: { $0.operand == other }) {
        others[known].mentions.append(mention)
      } else {
        others.append((other, [mention]))
      }
    }
    usesOthersLater = fields.contains {
      tree.operand(ofField: $0) != operand && tree.headStatement(around: $0) != statement
    }
    self.operand = operand
    self.others = others
    own = all.filter { tree.operand(ofField: $0) == operand }
  }

  /// Whether the object that the operand names surely is there as the statement begins, so that its
  /// lock may be taken then: the statement uses it first of all, or nothing speaks against it.
  var isOperandThere: Bool {
    if operand.isEmpty { return true }
    let isUsed = tree.subtree(statement).contains { node in
      guard let view = SelectorSyntax(node, in: tree), tree.text(view.operand) == operand else {
        return false
      }
      // A method may be called on what is not there.
      return tree[node].field != .function && isAlwaysEvaluated(node)
    }
    if isUsed { return true }
    return !operand.contains { $0 == "." || $0 == "[" } && !isComparedWithNil && !isPerhapsMade
  }

  /// Whether something is evaluated whenever the statement is run.
  private func isAlwaysEvaluated(_ expression: NodeID) -> Bool {
    var node = expression
    while node != statement {
      let parent = tree.parent(of: node)
      switch tree.kind(parent) {
      case .binaryExpression:
        let sign = tree.kind(tree.child(parent, .operator))
        if sign == .logicalAnd || sign == .logicalOr, tree.child(parent, .right) == node {
          return false
        }
      case .ifStatement where tree[node].field != .condition && tree[node].field != .initializer:
        return false
      case .forClause where tree[node].field == .update: return false
      case .expressionCase, .typeCase, .defaultCase, .communicationCase, .block, .funcLiteral:
        return false
      default: break
      }
      node = parent
    }
    return true
  }

  /// Whether the statement asks whether there is such an object.
  private var isComparedWithNil: Bool {
    tree.subtree(statement).contains { node in
      guard tree.kind(node) == .binaryExpression else { return false }
      let sides = [tree.text(tree.child(node, .left)), tree.text(tree.child(node, .right))]
      return sides.contains("nil") && sides.contains(operand)
    }
  }

  /// Whether the variable got its value with another one that may say that there is none, or was
  /// declared without one.
  private var isPerhapsMade: Bool {
    tree.subtree(tree.function(around: statement)).contains { node in
      guard node < statement, tree.isName(node, operand), tree.isTarget(node) else { return false }
      let parent = tree.place(of: node).parent
      switch tree.kind(parent) {
      case .shortVarDeclaration, .assignmentStatement:
        guard let assignment = AssignmentSyntax(parent, in: tree) else { return true }
        return assignment.targets.count > assignment.values.count
          || assignment.values.contains { tree.text($0) == "nil" }
      case .varSpec: return tree[node].field == .name && tree.child(parent, .value).isNone
      default: return false
      }
    }
  }
}
