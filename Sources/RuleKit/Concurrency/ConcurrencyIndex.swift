import Basics
import GoSyntax
import GoTypes

/// Where a package does anything that has to do with goroutines, found in one scan.
///
/// Most files have little of it: rules begin here and look at the rest of a tree only where
/// a question leads.
public struct ConcurrencyIndex: Sendable {
  /// Every `go` statement.
  public private(set) var goStatements: [PackageNode] = []
  /// Every node that has the form of a completion signal.
  public private(set) var signalCandidates: [PackageNode] = []
  /// Every statement of the form `x.Add(…)` or `x.Go(…)`: the call.
  public private(set) var additions: [PackageNode] = []
  /// Every call `x.Wait()`.
  public private(set) var waitCalls: [PackageNode] = []
  /// Every `x.Done` that is not called: a method value.
  public private(set) var signalValues: [PackageNode] = []
  /// Every receive operation.
  public private(set) var receives: [PackageNode] = []
  /// Every range clause.
  public private(set) var ranges: [PackageNode] = []
  init(_ files: Table<FileID, FileSyntax>) {
    for file in files.ids {
      let tree = files[file].tree
      for index in tree.nodes.indices { add(NodeID(index), tree, file) }
    }
  }

  private mutating func add(_ id: NodeID, _ tree: SyntaxTree, _ file: FileID) {
    let node = PackageNode(file: file, node: id)
    switch tree.kind(id) {
    case .goStatement:
      goStatements.append(node)
    case .sendStatement:
      if tree.signalCandidate(id) != nil { signalCandidates.append(node) }
    case .rangeClause:
      ranges.append(node)
    case .unaryExpression:
      if tree.kind(tree.child(id, .operator)) == .arrow { receives.append(node) }
    case .callExpression:
      addCall(node, tree)
    case .selectorExpression:
      if tree[id].field != .function, tree.text(tree.child(id, .field), equals: "Done") {
        signalValues.append(node)
      }
    default:
      break
    }
  }

  private mutating func addCall(_ node: PackageNode, _ tree: SyntaxTree) {
    guard let call = CallSyntax(node.node, in: tree), !call.name.isNone else { return }
    if tree.signalCandidate(node.node) != nil {
      signalCandidates.append(node)
    } else if call.operand.isNone {
      return
    } else if tree.text(call.name, equals: "Wait") {
      waitCalls.append(node)
    } else if tree.text(call.name, equals: "Add") || tree.text(call.name, equals: "Go"),
      tree.kind(tree.parent(of: node.node)) == .expressionStatement
    {
      additions.append(node)
    }
  }
}
