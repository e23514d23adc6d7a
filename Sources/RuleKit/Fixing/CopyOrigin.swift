import GoSyntax

/// Where what an expression gives comes from, as far as its function tells.
struct CopyOrigin {
  private let node: NodeID
  private let tree: SyntaxTree

  init(_ node: NodeID, _ tree: SyntaxTree) {
    self.node = node
    self.tree = tree
  }

  /// Whether it is a copy already.
  var isCopy: Bool {
    guard tree.kind(node) == .callExpression else { return false }
    let function = tree.child(node, .function)
    if let view = SelectorSyntax(function, in: tree) {
      return tree.text(view.field, equals: "Clone")
        && ["bytes", "maps", "slices"].contains(tree.importedNames[tree.text(view.operand)])
    }
    guard tree.text(function, equals: "append"),
      let slice = SliceSyntax(tree.firstChild(tree.child(node, .arguments)), in: tree)
    else { return false }
    return tree.text(slice.capacity, equals: "0")
  }

  /// Whether the statement around it stores it where it came from, as `q.items = append(q.items, v)`
  /// does: a copy would be made each time, and nobody would have the first one.
  var isStoredBack: Bool {
    guard let assignment = AssignmentSyntax(tree.place(of: node).parent, in: tree),
      tree.kind(tree.place(of: node).parent) == .assignmentStatement,
      assignment.targets.count == assignment.values.count,
      let position = assignment.values.firstIndex(of: node)
    else { return false }
    let target = tree.text(assignment.targets[position])
    return comes(node, from: target, depth: 4)
  }

  /// Whether a slice shares its array with what a text names, by `append`, slicing and variables.
  private func comes(_ node: NodeID, from target: String, depth: Int) -> Bool {
    if depth == 0 { return false }
    switch tree.kind(node) {
    case .callExpression:
      guard tree.text(tree.child(node, .function), equals: "append") else { return false }
      let first = tree.firstChild(tree.child(node, .arguments))
      return tree.text(first) == target || comes(first, from: target, depth: depth - 1)
    case .sliceExpression:
      guard let view = SliceSyntax(node, in: tree) else { return false }
      return tree.text(view.operand) == target
        || comes(view.operand, from: target, depth: depth - 1)
    case .parenthesizedExpression:
      return comes(tree.firstChild(node), from: target, depth: depth)
    case .identifier:
      let name = tree.text(node)
      return tree.subtree(tree.function(around: node)).contains { other in
        guard other < self.node, let assignment = AssignmentSyntax(other, in: tree),
          assignment.targets.count == assignment.values.count
        else { return false }
        return zip(assignment.targets, assignment.values).contains { left, right in
          tree.text(left) == name
            && (tree.text(right) == target || comes(right, from: target, depth: depth - 1))
        }
      }
    default: return false
    }
  }
}
