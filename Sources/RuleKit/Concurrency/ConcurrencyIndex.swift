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
  /// Every statement of the form `x.Add(…)`: the call.
  public private(set) var additions: [PackageNode] = []
  /// Every call `x.Wait()`.
  public private(set) var waitCalls: [PackageNode] = []
  /// Every receive operation.
  public private(set) var receives: [PackageNode] = []
  /// Every range clause.
  public private(set) var ranges: [PackageNode] = []
  /// Every call by the last name of its function, with the calls of literals left out.
  private var callsByName: [Symbol: [PackageNode]] = [:]
  /// Calls by the last names of their arguments: `wait(&s.wg)` under "wg".
  private var callsByArgument: [Symbol: [PackageNode]] = [:]
  private var names = Interner()

  init(_ files: Table<FileID, FileSyntax>) {
    for file in files.ids {
      let tree = files[file].tree
      for index in tree.nodes.indices { add(NodeID(index), tree, file) }
    }
  }

  /// The calls of functions and methods of that name.
  public func calls(named name: String) -> [PackageNode] {
    callsByName[names.symbol(of: Array(name.utf8))] ?? []
  }

  /// The calls that are given an argument which may name the place.
  func calls(givenNameOf place: SharedPlace) -> [PackageNode] {
    guard let name = place.lastName else { return [] }
    return callsByArgument[names.symbol(of: Array(name.utf8))] ?? []
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
    default:
      break
    }
  }

  private mutating func addCall(_ node: PackageNode, _ tree: SyntaxTree) {
    guard let call = CallSyntax(node.node, in: tree), !call.name.isNone else { return }
    let name = call.name
    let symbol = names.intern(tree.source.bytes[tree.range(name).indices])
    callsByName[symbol, default: []].append(node)
    for argument in call.arguments {
      guard let last = tree.lastName(argument) else { continue }
      let symbol = names.intern(tree.source.bytes[tree.range(last).indices])
      if callsByArgument[symbol]?.last != node {
        callsByArgument[symbol, default: []].append(node)
      }
    }
    if tree.signalCandidate(node.node) != nil {
      signalCandidates.append(node)
    } else if tree.text(name, equals: "Wait"), !call.operand.isNone {
      waitCalls.append(node)
    } else if tree.text(name, equals: "Add"), !call.operand.isNone,
      tree.kind(NodeID(rawValue: node.node.rawValue - 1)) == .expressionStatement
    {
      additions.append(node)
    }
  }
}
