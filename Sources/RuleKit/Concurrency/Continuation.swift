import GoSyntax

/// What a goroutine may still run after a statement, by the structure around it.
///
/// The statements that follow in each list outward, up to one that leaves the function. Not
/// followed: jumps backwards, so the next turn of a loop is none of it.
public struct Continuation: Sendable {
  /// What a loop around the statement does to what follows it.
  public enum Loops: Sendable {
    /// The loop ends the continuation: its next turn is another's.
    case end
    /// What comes after the loop is run too.
    case goOn
  }

  /// The statements that run afterwards, in the order in which they run. Those that were
  /// deferred before come last.
  public private(set) var statements: [NodeID] = []
  /// The siblings that follow in the statement's own list, up to one that leaves it.
  public private(set) var siblings: [NodeID] = []
  /// The statements deferred before this one, which run after it.
  public private(set) var earlierDefers: [NodeID] = []
  /// The node that holds the statement: a block or clause.
  public private(set) var list = NodeID.none
  /// Whether it stands in a loop of its function.
  public private(set) var isInLoop = false

  private let tree: SyntaxTree
  private let loops: Loops

  /// The continuation of a node: of the innermost statement around it that stands in a list.
  /// Literals that are called where they stand belong to the function around them.
  public init(after node: NodeID, in tree: SyntaxTree, loops: Loops) {
    self.tree = tree
    self.loops = loops
    climb(tree.ancestors(of: node) + [node])
    statements += earlierDefers.reversed()
  }

  /// Where control goes from a statement on the way outward.
  private enum Flow {
    /// To the statement that follows.
    case onward
    /// Out of the innermost switch, select or loop.
    case breaks
    /// To the next turn of the innermost loop.
    case continues
    /// Out of the function, or to a label.
    case away
  }

  private mutating func climb(_ path: [NodeID]) {
    // What is deferred runs at the end: after it only what was deferred before.
    var runsAtEnd = false
    var flow = Flow.onward
    for level in stride(from: path.count - 2, through: 0, by: -1) {
      let parent = path[level]
      let child = path[level + 1]
      if tree.kind(child) == .deferStatement { runsAtEnd = true }
      switch tree.kind(parent) {
      case .block, .expressionCase, .defaultCase, .typeCase, .communicationCase:
        let isOwnList = list.isNone
        if isOwnList { list = parent }
        noteDefers(before: child, in: parent)
        if !runsAtEnd, flow == .onward { flow = follow(child, in: parent, isOwnList) }
      case .ifStatement:
        if !runsAtEnd, flow == .onward { followHeader(child, of: parent) }
      case .expressionSwitchStatement, .typeSwitchStatement:
        if !runsAtEnd, flow == .onward { followHeader(child, of: parent) }
        if flow == .breaks { flow = .onward }
      case .selectStatement:
        if flow == .breaks { flow = .onward }
      case .forStatement:
        isInLoop = true
        if flow == .breaks || flow == .continues { flow = .onward }
        if loops == .end { flow = .away }
      case .funcLiteral where tree.runsInPlace(parent):
        flow = .onward
      case .funcLiteral, .functionDeclaration, .methodDeclaration:
        return
      default:
        break
      }
    }
  }

  /// After the condition or value of a statement its branches may run.
  private mutating func followHeader(_ child: NodeID, of statement: NodeID) {
    switch tree[child].field {
    case .initializer, .condition, .value:
      statements += tree.children(statement).filter { $0 > child }
    default:
      break
    }
  }

  /// Adds what follows a statement in its list, and says where the list leads.
  private mutating func follow(_ child: NodeID, in list: NodeID, _ isOwnList: Bool) -> Flow {
    if let end = flow(after: child) { return end }
    for sibling in tree.children(list) where sibling > child && tree[sibling].field == .none {
      statements.append(sibling)
      if let end = flow(after: sibling) { return end }
      if isOwnList { siblings.append(sibling) }
    }
    return .onward
  }

  /// Where a statement leads that does not go on to the one that follows; nil if it does.
  private func flow(after statement: NodeID) -> Flow? {
    guard tree.isTerminating(statement) else { return nil }
    let isLabelled = !tree.firstChild(statement).isNone
    switch tree.kind(statement) {
    case .breakStatement: return isLabelled ? .away : .breaks
    case .continueStatement: return isLabelled ? .away : .continues
    default: return .away
    }
  }

  private mutating func noteDefers(before child: NodeID, in list: NodeID) {
    for sibling in tree.children(list) {
      if sibling >= child { return }
      if tree.kind(sibling) == .deferStatement { earlierDefers.append(sibling) }
    }
  }
}

extension SyntaxTree {
  /// Whether control never goes on to the statement after this one.
  public func isTerminating(_ statement: NodeID) -> Bool {
    switch kind(statement) {
    case .returnStatement, .gotoStatement, .breakStatement, .continueStatement: return true
    case .expressionStatement:
      let call = firstChild(statement)
      return kind(call) == .callExpression && text(child(call, .function), equals: "panic")
    default: return false
    }
  }

  /// Whether a statement holds something that makes its goroutine wait for another: a receive
  /// operation, a select statement, a range over what may be a channel, a call of `Wait`.
  public func mayBlock(_ statement: NodeID, before end: NodeID) -> Bool {
    var next = statement.rawValue
    while next < min(self[statement].end, end.rawValue) {
      let node = NodeID(rawValue: next)
      next += 1
      switch kind(node) {
      case .goStatement: next = self[node].end
      case .funcLiteral where !runsInPlace(node): next = self[node].end
      case .selectStatement, .sendStatement: return true
      case .unaryExpression where kind(child(node, .operator)) == .arrow: return true
      case .callExpression where operand(ofCall: node, "Wait") != nil: return true
      default: break
      }
    }
    return false
  }
}
