import Findings
import GoSyntax

/// The statements that name something shared beside those that a hazard tells: of several uses in one
/// function it tells one, and writes that are only perhaps beside others it does not tell at all.
struct SharedMentions {
  private let shared: SharedName
  private let kind: NodeKind
  private let freedom: LockedSite.Freedom
  private var name: String { shared.name }

  /// Of a variable (`identifier`), or of a field that one struct alone has (`fieldIdentifier`).
  init(_ shared: SharedName, _ kind: NodeKind, _ freedom: LockedSite.Freedom) {
    self.shared = shared
    self.kind = kind
    self.freedom = freedom
  }

  /// Statements that are told, with all others of their functions that name it; throws where no
  /// lock may be held around one of these.
  func sites(beside told: [LockedSite]) throws(Refusal) -> [LockedSite] {
    var sites = told
    for site in told {
      let tree = site.tree
      let function = tree.runner(of: site.statement)
      for node in mentions(in: function, tree) where tree.runner(of: node) == function {
        try add(node, tree, to: &sites)
      }
    }
    return sites.inOrder()
  }

  /// The same with all other statements of a package that change it; throws where no lock may
  /// be held around one of these.
  func writers(
    in files: PackageFiles, beside told: [LockedSite]
  ) throws(Refusal) -> [LockedSite] {
    var sites = told
    for tree in files.trees(with: name) {
      for node in mentions(in: .root, tree) where tree.isChanged(node) && !tree.isOfOwnObject(node)
      {
        try add(node, tree, to: &sites)
      }
    }
    return sites.inOrder()
  }

  /// The same with the reads of the type's own methods, as far as a lock may be held around them: what
  /// has a mutex is there to be used by several goroutines, and these would be asked for it next.
  func readers(
    of type: String, in files: PackageFiles, beside told: [LockedSite]
  ) -> [LockedSite] {
    var sites = told
    for tree in files.trees(with: name) {
      for node in mentions(in: .root, tree)
      where !tree.isChanged(node) && isOfReceiver(node, type, tree) && !mayBeLocked(node, tree) {
        try? add(node, tree, to: &sites)
      }
    }
    return sites.inOrder()
  }

  /// Whether the method around a mention takes some lock.
  private func mayBeLocked(_ mention: NodeID, _ tree: SyntaxTree) -> Bool {
    guard let method = tree.ancestors(of: mention).dropFirst().first else { return false }
    return tree.subtree(method).contains { node in
      tree.kind(node) == .fieldIdentifier && ["Lock", "RLock"].contains(tree.text(node))
    }
  }

  private func isOfReceiver(_ mention: NodeID, _ type: String, _ tree: SyntaxTree) -> Bool {
    guard let view = SelectorSyntax(tree.parent(of: mention), in: tree),
      tree.kind(view.operand) == .identifier, tree.isReceiver(view.operand),
      let method = tree.ancestors(of: mention).dropFirst().first
    else { return false }
    return tree.subtree(tree.child(method, .receiver)).contains {
      tree.kind($0) == .typeIdentifier && tree.text($0) == type
    }
  }

  private func mentions(in node: NodeID, _ tree: SyntaxTree) -> [NodeID] {
    tree.subtree(node).filter {
      (tree.kind($0) == kind || isIndexed($0, tree)) && tree.text($0) == name
        && !isDeclaration($0, tree)
    }
  }

  private func isIndexed(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    tree.isIndexed(node) && (kind == .identifier) == tree.operand(ofIndexed: node).isEmpty
  }

  /// Adds the statement around a mention unless it is there; throws where no lock may be held around it.
  private func add(
    _ node: NodeID, _ tree: SyntaxTree, to sites: inout [LockedSite]
  ) throws(Refusal) {
    if sites.contains(where: { $0.contains(node, of: tree) }) { return }
    guard let site = LockedSite(tree, around: node, using: shared, freedom) else {
      throw Refusal(.waits, at: tree.location(node))
    }
    sites.append(site)
  }

  private func isDeclaration(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    let (parent, child) = tree.place(of: node)
    switch tree.kind(parent) {
    case .varSpec, .parameterDeclaration, .fieldDeclaration: return tree[node].field == .name
    case .shortVarDeclaration: return tree.child(parent, .left) == child
    default: return false
    }
  }
}

extension SyntaxTree {
  /// Whether a field is one of an object that the function around it made itself: `s := &T{}`.
  func isOfOwnObject(_ mention: NodeID) -> Bool {
    guard let view = SelectorSyntax(parent(of: mention), in: self),
      kind(view.operand) == .identifier
    else { return false }
    let owner = text(view.operand)
    return subtree(function(around: mention)).contains { node in
      guard kind(node) == .shortVarDeclaration, mentions(owner, in: child(node, .left)),
        case let value = firstChild(child(node, .right))
      else { return false }
      switch kind(value) {
      case .unaryExpression: return kind(child(value, .operand)) == .compositeLiteral
      case .callExpression: return text(child(value, .function), equals: "new")
      default: return false
      }
    }
  }
}
