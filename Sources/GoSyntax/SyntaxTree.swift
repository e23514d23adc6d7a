import Basics

/// A node of one syntax tree: its position in preorder.
public struct NodeID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The whole file.
  @inlinable public static var root: NodeID { NodeID(rawValue: 0) }
}

/// What the tree stores of a node, sixteen bytes.
public struct Node: Sendable {
  /// What it is.
  public let kind: NodeKind
  /// Its role in its parent.
  public let field: Field
  /// The bytes that it spans.
  public let range: ByteRange
  /// The position after its last descendant: its next sibling's, where it has one.
  public internal(set) var end: UInt32

  init(kind: NodeKind, field: Field, range: ByteRange) {
    self.kind = kind
    self.field = field
    self.range = range
    end = 0
  }
}

/// The syntax of one Go file as a preorder array.
///
/// The named nodes of the grammar are kept, comments too, and of the tokens the operators.
/// A subtree is a contiguous run of the array: walking one is counting. Immutable, and free
/// of the parser's memory.
public final class SyntaxTree: Sendable {
  /// The text; every range is one of its ranges.
  public let source: SourceText
  /// All nodes, parents before children, children in the order of the text.
  public let nodes: [Node]
  /// What could not be parsed, in the order of the text; empty for correct Go.
  public let errors: [SyntaxError]
  /// Type parameter lists of methods, which the grammar does not know; no nodes stand for
  /// them. Ranges from `[` to `]`, both included.
  public let methodTypeParameters: [ByteRange]
  /// The offsets of the signs in `type A[T any] = B`, which the grammar does not know either.
  let aliasSigns: [UInt32]

  init(
    source: SourceText, nodes: [Node], errors: [SyntaxError], methodTypeParameters: [ByteRange],
    aliasSigns: [UInt32]
  ) {
    self.aliasSigns = aliasSigns
    self.source = source
    self.nodes = nodes
    self.errors = errors
    self.methodTypeParameters = methodTypeParameters
  }

  /// A node by its id, which must not be `none`.
  @inlinable public subscript(id: NodeID) -> Node { nodes[id.index] }

  /// The kind of a node, `error` for `none`.
  @inlinable public func kind(_ id: NodeID) -> NodeKind {
    id.isNone ? .error : nodes[id.index].kind
  }

  /// The bytes of a node, which must not be `none`.
  @inlinable public func range(_ id: NodeID) -> ByteRange { nodes[id.index].range }

  /// The text of a node. Allocates: for messages and edits.
  public func text(_ id: NodeID) -> String { id.isNone ? "" : source.string(range(id)) }

  /// Whether the node's text is exactly this. Allocates nothing.
  @inlinable public func text(_ id: NodeID, equals text: StaticString) -> Bool {
    !id.isNone && source.matches(range(id), text)
  }

  /// The ids of a node and all its descendants.
  @inlinable public func subtree(_ id: NodeID) -> NodeSequence {
    NodeSequence(next: id.rawValue, end: id.isNone ? id.rawValue : nodes[id.index].end)
  }

  /// Whether a node or one below it is wanted; what function literals hold is not looked at.
  public func containsOutsideLiterals(_ id: NodeID, where isWanted: (NodeID) -> Bool) -> Bool {
    var next = id.rawValue
    while !id.isNone, next < nodes[id.index].end {
      let node = NodeID(rawValue: next)
      if isWanted(node) { return true }
      next = kind(node) == .funcLiteral ? nodes[node.index].end : next + 1
    }
    return false
  }

  /// The children of a node in the order of the text, comments left out.
  @inlinable public func children(_ id: NodeID) -> NodeChildren {
    NodeChildren(tree: self, parent: id)
  }

  /// The first child in a field, or `none`. Linear in the number of children.
  @inlinable public func child(_ id: NodeID, _ field: Field) -> NodeID {
    if id.isNone { return .none }
    let end = nodes[id.index].end
    var next = id.rawValue + 1
    while next < end {
      if nodes[Int(next)].field == field, nodes[Int(next)].kind != .comment {
        return NodeID(rawValue: next)
      }
      next = nodes[Int(next)].end
    }
    return .none
  }

  /// The first child of a kind, or `none`. Linear in the number of children.
  @inlinable public func child(_ id: NodeID, ofKind kind: NodeKind) -> NodeID {
    for child in children(id) where nodes[child.index].kind == kind { return child }
    return .none
  }

  /// The first child that is no comment, or `none`.
  @inlinable public func firstChild(_ id: NodeID) -> NodeID {
    var children = children(id).makeIterator()
    return children.next() ?? .none
  }

  /// Whether `id` is `ancestor` or lies below it.
  @inlinable public func isInside(_ id: NodeID, _ ancestor: NodeID) -> Bool {
    ancestor <= id && id.rawValue < nodes[ancestor.index].end
  }

  /// The parent of a node, or `none` for the root. Costs the nodes between the two, which
  /// are few where the node is one of the first children.
  public func parent(of id: NodeID) -> NodeID {
    var index = id.rawValue
    while index > 0 {
      index -= 1
      // What stands before a node in preorder and reaches past it is around it; the last
      // such node is its parent.
      if nodes[Int(index)].end > id.rawValue { return NodeID(rawValue: index) }
    }
    return .none
  }

  /// The nodes from the root down to the parent of a node. Descends from the root, so it
  /// costs the depth times the number of siblings passed: for what was singled out already.
  public func ancestors(of id: NodeID) -> [NodeID] {
    var path: [NodeID] = []
    var current = NodeID.root
    while current != id, isInside(id, current) {
      path.append(current)
      var next = current.rawValue + 1
      while nodes[Int(next)].end <= id.rawValue { next = nodes[Int(next)].end }
      current = NodeID(rawValue: next)
    }
    return path
  }
}

/// A run of nodes in preorder.
public struct NodeSequence: Sequence, IteratorProtocol, Sendable {
  @usableFromInline var nextID: UInt32
  @usableFromInline let end: UInt32

  @inlinable init(next: UInt32, end: UInt32) {
    nextID = next
    self.end = end
  }

  @inlinable public mutating func next() -> NodeID? {
    guard nextID < end else { return nil }
    defer { nextID += 1 }
    return NodeID(rawValue: nextID)
  }
}

/// The children of a node, comments left out.
public struct NodeChildren: Sequence {
  @usableFromInline let tree: SyntaxTree
  @usableFromInline let parent: NodeID

  @inlinable init(tree: SyntaxTree, parent: NodeID) {
    self.tree = tree
    self.parent = parent
  }

  @inlinable public func makeIterator() -> Iterator {
    parent.isNone
      ? Iterator(tree: tree, nextID: 0, end: 0)
      : Iterator(tree: tree, nextID: parent.rawValue + 1, end: tree.nodes[parent.index].end)
  }

  /// Goes from sibling to sibling.
  public struct Iterator: IteratorProtocol {
    @usableFromInline let tree: SyntaxTree
    @usableFromInline var nextID: UInt32
    @usableFromInline let end: UInt32

    @inlinable init(tree: SyntaxTree, nextID: UInt32, end: UInt32) {
      self.tree = tree
      self.nextID = nextID
      self.end = end
    }

    @inlinable public mutating func next() -> NodeID? {
      while nextID < end {
        let id = NodeID(rawValue: nextID)
        let node = tree.nodes[id.index]
        nextID = node.end
        if node.kind != .comment { return id }
      }
      return nil
    }
  }
}

/// A stretch of text that is no Go.
public struct SyntaxError: Hashable, Sendable {
  /// The bytes that could not be parsed, or the place where something is missing.
  public var range: ByteRange
  /// "unexpected text" or "missing `)`".
  public var message: String
}
