/// Says which kinds of nodes a view is for.
public protocol SyntaxTag {
  /// The kinds of nodes that the view is for.
  static var kinds: [NodeKind] { get }
}

/// A node of known kinds, with names for what it is made of.
///
/// A view is an index and its tree; it is made where it is read and not kept. Parts that are
/// not there are `none`. For walks over whole files, `SyntaxTree.child` on bare ids is faster.
public struct SyntaxView<Tag: SyntaxTag>: Sendable {
  /// The tree.
  public let tree: SyntaxTree
  /// The node.
  public let id: NodeID

  /// A view of a node; nil where the node is of another kind or none.
  public init?(_ id: NodeID, in tree: SyntaxTree) {
    guard !id.isNone, Tag.kinds.contains(tree.kind(id)) else { return nil }
    self.tree = tree
    self.id = id
  }

  func child(_ field: Field) -> NodeID { tree.child(id, field) }

  /// The children in a field that may repeat, such as the names of `a, b int`.
  func children(_ field: Field) -> [NodeID] { tree.children(id).filter { tree[$0].field == field } }

  /// The members of an expression list in a field; the one expression where it is no list.
  func list(_ field: Field) -> [NodeID] {
    let node = child(field)
    if node.isNone { return [] }
    return tree.kind(node) == .expressionList ? Array(tree.children(node)) : [node]
  }
}
