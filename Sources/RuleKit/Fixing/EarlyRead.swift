import GoSyntax

/// An expression that reads something shared, and that may be evaluated before the statement around
/// it: nobody can tell when that is done.
struct EarlyRead {
  /// What stands in the statement.
  let node: NodeID
  /// What is evaluated before it.
  let text: String
  /// What a name for the value may begin with.
  let baseName: String
  /// Whether it gives a second value, whether there is such an element.
  let isFound: Bool
  /// What copies it.
  let copy: CloneExpression.Copy?
  /// Whether it is a slice or map whose elements the statement may use.
  let isUncopied: Bool

  /// The one around a mention of what is shared; nil where something is stored there, or its address
  /// is taken, or the value is not what is read.
  init?(
    _ mention: NodeID, of shared: SharedName, _ tree: SyntaxTree, _ clone: CloneExpression?
  ) {
    guard !tree.isChanged(mention), !tree.isIndexed(mention) else { return nil }
    var base = mention
    if tree.kind(mention) == .fieldIdentifier {
      base = tree.parent(of: mention)
      guard let view = SelectorSyntax(base, in: tree), view.field == mention,
        tree.isPlain(view.operand)
      else { return nil }
    }
    let (node, isPart, isCounted) = Self.whole(base, tree)
    let parent = tree.parent(of: node)
    var text = tree.text(node)
    switch tree.kind(parent) {
    case .selectorExpression:
      // The method may have the address as its receiver.
      guard node == base ? shared.isPointer || shared.isLoaded(base, tree) : shared.isMap else {
        return nil
      }
    case .sliceExpression where tree.child(parent, .operand) == node:
      guard node == base, shared.isLoaded(base, tree) else { return nil }
    case .literalElement, .keyedElement:
      guard tree.kind(node) != .identifier else { return nil }
    default: break
    }
    if shared.isContainer, !isPart, Self.mayBeChangedByCall(node, tree) { return nil }
    var copy: CloneExpression.Copy?
    if shared.changesElements, !isPart {
      guard tree.kind(parent) == .rangeClause else { return nil }
      copy = clone?.copy(of: node, shared.isMap ? .map : .slice)
      guard copy != nil || !shared.isMap else { return nil }
      text = copy?.text ?? "append(\(text)[:0:0], \(text)...)"
    }
    self.copy = copy
    isUncopied = shared.isContainer && !isPart && text == tree.text(node)
    self.node = node
    self.text = text
    isFound = isPart && !isCounted && Self.givesTwo(node, tree)
    baseName = isCounted || isPart ? (isCounted ? "count" : "value") : Self.name(mention, tree)
  }

  /// The whole condition of an if statement, where nothing in it may wait or calls functions of the
  /// program: what guards a part of it goes along.
  init?(conditionOf statement: NodeID, around mention: NodeID, _ calm: CalmStatement) {
    let tree = calm.tree
    guard tree.kind(statement) == .ifStatement, tree.child(statement, .initializer).isNone,
      case let condition = tree.child(statement, .condition),
      tree.isInside(mention, condition), calm.isCalm(condition: condition)
    else { return nil }
    node = condition
    text = tree.text(condition)
    baseName = "value"
    isFound = false
    copy = nil
    isUncopied = false
  }

  /// Whether an expression is handed to a call in the same statement that changes elements of it.
  private static func mayBeChangedByCall(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    let calls = CalmCalls(tree)
    return tree.ancestors(of: node).reversed()
      .prefix { !tree.isStatementList($0) && tree.kind($0) != .funcLiteral }
      .contains { tree.kind($0) == .callExpression && calls.changesElements($0) }
  }

  private static func name(_ mention: NodeID, _ tree: SyntaxTree) -> String {
    tree.kind(mention) == .fieldIdentifier ? tree.text(mention).loweredFirst : "value"
  }

  /// The largest expression around one that reads a part of it; whether it is a part, and whether
  /// that is the length.
  private static func whole(
    _ base: NodeID, _ tree: SyntaxTree
  ) -> (node: NodeID, isPart: Bool, isCounted: Bool) {
    var (node, isPart) = (base, false)
    while true {
      let parent = tree.parent(of: node)
      switch tree.kind(parent) {
      case .indexExpression:
        guard tree.child(parent, .operand) == node, tree.isPlain(tree.child(parent, .index)) else {
          return (node, isPart, false)
        }
        isPart = true
      case .selectorExpression:
        guard tree.child(parent, .operand) == node, isPart,
          case let call = tree.parent(of: parent),
          tree.kind(call) != .callExpression || tree.child(call, .function) != parent
        else { return (node, isPart, false) }
      case .argumentList:
        let call = tree.parent(of: parent)
        let function = tree.child(call, .function)
        guard tree.text(function, equals: "len") || tree.text(function, equals: "cap") else {
          return (node, isPart, false)
        }
        return (call, true, true)
      default: return (node, isPart, false)
      }
      node = parent
    }
  }

  /// Whether an element stands where its value goes to two variables.
  private static func givesTwo(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    guard tree.kind(node) == .indexExpression,
      let assignment = AssignmentSyntax(tree.place(of: node).parent, in: tree)
    else { return false }
    return assignment.targets.count == 2 && assignment.values.count == 1
  }
}
