import Basics
import Findings
import GoFlow
import GoSyntax

/// A call of a function whose other callers hold a lock, from where nobody holds it: what they may do
/// under it this one may do too.
struct LockedCall {
  let tree: SyntaxTree
  let statement: NodeID
  private let call: NodeID
  private let form: Form

  private enum Form {
    /// All of the statement runs under the lock.
    case whole
    /// The call is made before the statement, which takes so many values of it.
    case values(Int)
  }

  /// Throws where the statement around it may do something else that waits.
  init(_ program: ProgramContext, _ bare: BareCall) throws(Refusal) {
    let site = bare.site
    guard let place = program.location(site), program.isAnchor(place.file),
      let tree = program.tree(place.file), let call = program.node(place.range, in: tree)
    else { throw Refusal(.isForeign, at: program.firstLine(site)) }
    guard tree.kind(call) == .callExpression,
      let (_, listed) = tree.listedStatement(around: call),
      let statement = tree.runTogether(listed),
      let form = Self.form(call, statement, tree), Self.gives(bare.callee, form, program)
    else { throw Refusal(.waits, at: place) }
    self.tree = tree
    self.call = call
    self.statement = statement
    self.form = form
    let calm = CalmCalls(tree)
    let isCalm = tree.subtree(statement).allSatisfy { node in
      // What comes behind the call comes behind the lock, but for what is handed over.
      if case .values = form, node > call, !tree.isInside(node, call) { return true }
      if case .values = form, tree.isInside(call, node), node != call { return true }
      switch tree.kind(node) {
      case .callExpression: return node == call || calm.isCalm(node)
      case .unaryExpression: return tree.kind(tree.child(node, .operator)) != .arrow
      case .funcLiteral: return false
      default: return true
      }
    }
    guard isCalm else { throw Refusal(.waits, at: place) }
  }

  /// Whether a function gives as many values as are taken of it, and is given no function that may take
  /// the lock itself.
  private static func gives(
    _ callee: FunctionNumber, _ form: Form, _ program: ProgramContext
  ) -> Bool {
    let function = program.analysis.program.functions[callee]
    if function.body.instructions.contains(where: {
      $0.opcode == .parameter && $0.kind == .function
    }) {
      return false
    }
    guard case .values(let count) = form else { return true }
    return function.results.count == count
  }

  /// How the call may be made under the lock: with the whole statement where that does nothing else,
  /// else before it. Nil where what comes first may do something else, or the call may not come at all.
  private static func form(_ call: NodeID, _ statement: NodeID, _ tree: SyntaxTree) -> Form? {
    let parent = tree.place(of: call).parent
    var count = 1
    switch tree.kind(parent) {
    case .expressionStatement, .returnStatement: if parent == statement { return .whole }
    case .assignmentStatement, .shortVarDeclaration:
      if let assignment = AssignmentSyntax(parent, in: tree), assignment.values == [call] {
        if parent == statement { return .whole }
        count = assignment.targets.count
      }
    default: break
    }
    var node = call
    while node != statement {
      let parent = tree.parent(of: node)
      guard isFirst(node, of: parent, tree) else { return nil }
      node = parent
    }
    return .values(count)
  }

  /// Whether a part of something is evaluated once, whatever the rest of it gives.
  private static func isFirst(_ node: NodeID, of parent: NodeID, _ tree: SyntaxTree) -> Bool {
    switch tree.kind(parent) {
    case .binaryExpression:
      let sign = tree.kind(tree.child(parent, .operator))
      return sign != .logicalAnd && sign != .logicalOr || tree.child(parent, .left) == node
    case .ifStatement:
      return tree[node].field == .initializer
        || tree[node].field == .condition && tree.child(parent, .initializer).isNone
    case .expressionSwitchStatement, .typeSwitchStatement:
      return tree[node].field == .initializer
        || tree[node].field == .value && tree.child(parent, .initializer).isNone
    case .forStatement: return tree.kind(node) == .rangeClause
    case .rangeClause: return tree.child(parent, .right) == node
    case .parenthesizedExpression, .unaryExpression, .selectorExpression, .indexExpression,
      .sliceExpression, .callExpression, .argumentList, .expressionList, .literalElement,
      .keyedElement, .literalValue, .compositeLiteral, .typeAssertionExpression,
      .assignmentStatement, .shortVarDeclaration, .returnStatement, .sendStatement:
      return true
    default: return false
    }
  }

  func isSame(as other: LockedCall) -> Bool { tree === other.tree && call == other.call }

  /// Whether both are made in one statement, and not both before it: what lies in the blocks of a
  /// statement runs when the lock was given back.
  func meets(_ other: LockedCall) -> Bool {
    guard tree === other.tree, statement == other.statement else { return false }
    if case .values = form, case .values = other.form { return false }
    return true
  }

  /// In the order of the text.
  static func isBefore(_ first: LockedCall, _ second: LockedCall) -> Bool {
    (first.tree.source.path, first.call) < (second.tree.source.path, second.call)
  }

  var location: SourceLocation { tree.location(statement) }

  /// What the method is called on; nil where that is more than a name.
  var receiver: String? {
    guard let view = SelectorSyntax(tree.child(call, .function), in: tree),
      tree.isPlain(view.operand)
    else { return nil }
    return tree.text(view.operand)
  }

  /// What a field is selected from that is an argument; nil where none is.
  func owner(ofArgument field: String) -> String? {
    tree.children(tree.child(call, .arguments)).lazy.compactMap { argument -> String? in
      guard let view = SelectorSyntax(argument, in: tree), tree.text(view.field) == field,
        tree.isPlain(view.operand)
      else { return nil }
      return tree.text(view.operand)
    }.first
  }

  /// The lines that take the lock and give it back; nil where there is no room, no name free, or
  /// the lock might stay taken.
  ///
  /// - Parameter recovers: Whether the function around it goes on where the call panics.
  func edits(
    _ lock: LockCalls, recovers: Bool, _ names: inout FreshNames
  ) -> [TextEdit]? {
    let changes = StatementEdits(tree)
    switch form {
    case .whole where recovers && tree.kind(statement) != .returnStatement:
      guard tree.kind(statement) != .shortVarDeclaration else { return nil }
      return changes.enclosing(lock, statement)
    case .values where recovers: return nil
    case .whole:
      let isReturn = tree.kind(statement) == .returnStatement
      return changes.surrounding(
        statement, statement, before: [lock.take] + (isReturn ? ["defer \(lock.giveBack)"] : []),
        after: isReturn ? [] : [lock.giveBack])
    case .values(let count):
      var given: [String] = []
      for _ in 0..<count {
        guard let name = names.next("value", in: statement, tree) else { return nil }
        given.append(name)
      }
      let values = given.joined(separator: ", ")
      return changes.surrounding(
        statement, statement,
        before: [lock.take, "\(values) := \(tree.text(call))", lock.giveBack], after: []
      ).map { $0 + [TextEdit(tree.location(call), replacement: values)] }
    }
  }
}
