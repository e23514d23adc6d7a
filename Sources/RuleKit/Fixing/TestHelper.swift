import GoSyntax

/// A function literal of a test that its subtests call, each once: what it alone uses may as well be
/// made in it.
struct TestHelper {
  let literal: NodeID
  /// The functions of the subtests that call it.
  let callers: [NodeID]

  /// The one around a mention; nil where that stands in none, or it is used in any other way.
  init?(
    around mention: NodeID, in function: NodeID, _ tree: SyntaxTree,
    test: (NodeID) -> NodeID?
  ) {
    let path = tree.ancestors(of: mention)
    guard
      let literal = path.first(where: {
        tree.kind($0) == .funcLiteral && $0 != function && tree.isInside($0, function)
      }),
      case let declaration = tree.place(of: literal).parent,
      let assignment = AssignmentSyntax(declaration, in: tree),
      assignment.operatorKind == .define, assignment.targets.count == 1,
      assignment.values.count == 1
    else { return nil }
    let name = tree.text(assignment.targets[0])
    var callers: [NodeID] = []
    for use in tree.subtree(function)
    where tree.kind(use) == .identifier && tree.text(use) == name && use != assignment.targets[0] {
      let call = tree.parent(of: use)
      guard tree.kind(call) == .callExpression, tree.child(call, .function) == use,
        let caller = test(use), !callers.contains(caller),
        !tree.ancestors(of: use).contains(where: {
          tree.isInside($0, caller) && $0 != caller
            && [.forStatement, .funcLiteral].contains(tree.kind($0))
        })
      else { return nil }
      callers.append(caller)
    }
    self.literal = literal
    self.callers = callers
  }
}
