import Basics
import GoSyntax
import GoTypes

/// The names of the functions of a package that its goroutines may run, directly or by way of
/// others: by names alone, so too many. Says where types and graphs are worth their cost.
struct GoroutineNames {
  private var names: Set<Symbol> = []
  private var interner = Interner()

  init(_ package: PackageSyntax, _ starts: [PackageNode]) {
    if starts.isEmpty { return }
    var pending: [Symbol] = []
    for start in starts {
      addCalls(in: start.node, package.tree(start.file), &pending)
    }
    var byName: [Symbol: [PackageNode]] = [:]
    for function in package.declarations.functions {
      byName[interner.intern(Array(function.name.utf8)), default: []].append(function.node)
    }
    while let name = pending.popLast() {
      guard names.insert(name).inserted else { continue }
      for function in byName[name] ?? [] {
        addCalls(in: function.node, package.tree(function.file), &pending)
      }
    }
  }

  /// Whether a goroutine may run a function of that name.
  func contains(_ name: String) -> Bool {
    !names.isEmpty && names.contains(interner.symbol(of: Array(name.utf8)))
  }

  private mutating func addCalls(
    in node: NodeID, _ tree: SyntaxTree, _ pending: inout [Symbol]
  ) {
    for call in tree.subtree(node) where tree.kind(call) == .callExpression {
      guard let view = CallSyntax(call, in: tree) else { continue }
      var name = view.function
      while [.indexExpression, .typeInstantiationExpression, .parenthesizedExpression]
        .contains(tree.kind(name))
      {
        name = tree.firstChild(name)
      }
      if tree.kind(name) == .selectorExpression { name = tree.child(name, .field) }
      if name.isNone || tree.kind(name) == .funcLiteral { continue }
      pending.append(interner.intern(tree.source.bytes[tree.range(name).indices]))
    }
  }
}

extension PackageContext {
  /// Whether a node may run in a goroutine of its own, by the form of the code alone.
  public func mayRunInGoroutine(_ node: PackageNode) -> Bool {
    let tree = tree(node.file)
    for ancestor in tree.ancestors(of: node.node).reversed() {
      switch tree.kind(ancestor) {
      case .funcLiteral where !tree.runsInPlace(ancestor): return true
      case .functionDeclaration, .methodDeclaration:
        return goroutineNames.contains(tree.text(tree.child(ancestor, .name)))
      default: break
      }
    }
    return false
  }

  /// Whether anything may run after a node in its function, by the form of the code alone:
  /// something stands behind it, or was deferred before.
  public func mayBeFollowed(_ node: PackageNode) -> Bool {
    let tree = tree(node.file)
    let path = tree.ancestors(of: node.node)
    guard
      let function = path.last(where: {
        tree.kind($0) == .funcLiteral ? !tree.runsInPlace($0) : tree.parent(of: $0) == .root
      })
    else { return false }
    let end = tree[node.node].end
    for other in tree.subtree(function) where !tree.isInside(node.node, other) {
      switch tree.kind(other) {
      case .deferStatement:
        return true
      case .assignmentStatement, .incStatement, .decStatement, .sendStatement, .callExpression,
        .rangeClause, .receiveStatement, .gotoStatement:
        if other.rawValue >= end { return true }
      default: break
      }
    }
    return false
  }
}
