import GoSyntax

/// What surely does not panic while a lock is held, so that the lock is given back.
struct PanicFreedom {
  private let tree: SyntaxTree
  private let shared: SharedName
  /// What the lock is a field of, which is there: it was taken. Empty for variables.
  private let owner: Substring

  init(_ tree: SyntaxTree, _ shared: SharedName, mutex: String) {
    self.tree = tree
    self.shared = shared
    owner = mutex.lastIndex(of: ".").map { mutex[..<$0] } ?? ""
  }

  /// Whether something below a node may panic, what literals do and one of the nodes left aside.
  func mayPanic(_ node: NodeID, but exception: NodeID = .none) -> Bool {
    var next = node.rawValue
    while next < tree[node].end {
      let part = NodeID(rawValue: next)
      next += 1
      if part == exception || tree.kind(part) == .funcLiteral {
        next = tree[part].end
      } else if mayPanic(itself: part) {
        return true
      }
    }
    return false
  }

  private func mayPanic(itself node: NodeID) -> Bool {
    switch tree.kind(node) {
    case .callExpression:
      return !KnownLibrary.neverPanics(tree.text(tree.child(node, .function)))
    case .indexExpression:
      // A map that is nil may be read, and not be written.
      let operand = tree.child(node, .operand)
      let field = SelectorSyntax(operand, in: tree)?.field ?? operand
      return !shared.isMap || !tree.isName(field, shared.name) || tree.isChanged(operand)
    case .typeAssertionExpression:
      guard let assignment = AssignmentSyntax(tree.place(of: node).parent, in: tree) else {
        return true
      }
      return assignment.targets.count != 2 || assignment.values.count != 1
    case .sliceExpression, .sendStatement: return true
    case .unaryExpression: return tree.kind(tree.child(node, .operator)) == .star
    case .binaryExpression:
      return mayFail(tree.text(tree.child(node, .operator)), by: tree.child(node, .right))
    case .assignmentStatement:
      return mayFail(
        String(tree.text(tree.child(node, .operator)).dropLast()), by: tree.child(node, .right))
    case .selectorExpression:
      let operand = tree.text(tree.child(node, .operand))
      return operand != owner && !owner.hasPrefix(operand + ".")
        && tree.importedNames[operand] == nil
    default: return false
    }
  }

  /// Whether a division or shift is by something that is not written down.
  private func mayFail(_ sign: String, by right: NodeID) -> Bool {
    guard ["/", "%", "<<", ">>"].contains(sign) else { return false }
    let text = tree.text(right)
    return !text.utf8.allSatisfy { (48...57).contains($0) } || text.utf8.allSatisfy { $0 == 48 }
  }
}
