import Basics
import GoSyntax
import GoTypes

/// Whether code comes to its end by itself, or when others have done something.
public enum Waiting: Comparable, Sendable {
  /// Nothing in it waits for another goroutine, but for a lock perhaps.
  case never
  /// It calls something, or goes round in a loop, that is not known to come to its end by itself.
  case perhaps
  /// It holds something that waits for another goroutine, or a loop without an end.
  case surely
}

extension PackageContext {
  /// Whether a statement waits, itself or in what it calls: functions of the package, and literals
  /// that it names or hands over, however deep. Looks at each body once.
  public func waiting(in statement: NodeID, of declaration: PackageNode) -> Waiting {
    var search = WaitSearch(package: self)
    search.look(at: statement, in: declaration)
    return search.found
  }
}

/// Looks for what waits in code, and in all that it calls.
private struct WaitSearch {
  let package: PackageContext
  private(set) var found = Waiting.never
  private var seen: Set<PackageNode> = []

  init(package: PackageContext) { self.package = package }

  mutating func look(at code: NodeID, in declaration: PackageNode) {
    guard seen.insert(PackageNode(file: declaration.file, node: code)).inserted else { return }
    let tree = package.tree(declaration.file)
    if tree.mayBlock(code, before: .none) { return note(.surely) }
    var next = code.rawValue
    while next < tree[code].end, found < .surely {
      let node = NodeID(rawValue: next)
      next += 1
      switch tree.kind(node) {
      case .goStatement: next = tree[node].end
      case .funcLiteral where !tree.runsInPlace(node): next = tree[node].end
      case .forStatement: note(waiting(inLoop: node, tree))
      case .rangeClause: note(waiting(inRange: node, declaration, tree))
      case .callExpression: look(atCall: node, declaration, tree)
      default: break
      }
    }
  }

  private mutating func note(_ waiting: Waiting) { found = max(found, waiting) }

  private func waiting(inLoop loop: NodeID, _ tree: SyntaxTree) -> Waiting {
    guard let view = ForSyntax(loop, in: tree), view.range.isNone else { return .never }
    if tree.firstChild(loop) == view.body { return .surely }
    // A condition alone may ask what others change.
    return view.clause.isNone || tree.child(view.clause, .condition).isNone
      || tree.child(view.clause, .update).isNone ? .perhaps : .never
  }

  private func waiting(
    inRange clause: NodeID, _ declaration: PackageNode, _ tree: SyntaxTree
  ) -> Waiting {
    let type = package.typer(of: declaration).type(of: tree.child(clause, .right))
    switch package.checker.coreNode(type) {
    case .channel: return .surely
    case .slice, .array, .map, .basic: return .never
    case .pointer: return .never
    default: return .perhaps
    }
  }

  private mutating func look(
    atCall call: NodeID, _ declaration: PackageNode, _ tree: SyntaxTree
  ) {
    if package.completionSignal(call, in: declaration) != nil
      || package.lockOperation(tree.parent(of: call), in: declaration) != nil
    {
      return
    }
    let site = PackageNode(file: declaration.file, node: call)
    switch package.callee(of: site) {
    case .builtin, .conversion: return
    case .function(let name):
      if let callee = package.bodies.declaration(of: name) {
        let body = package.tree(callee.file).child(callee.node, .body)
        if body.isNone { note(.perhaps) } else { look(at: body, in: callee) }
      } else if package.checker.endsByItself(name) {
        look(atArgumentsOf: call, declaration, tree)
      } else {
        note(.perhaps)
      }
    case .interfaceMethod(let name, _): if name != "Error" { note(.perhaps) }
    case .value, .unknown:
      if tree.kind(tree.child(call, .function)) == .funcLiteral { return }
      let scopes = package.scopes(of: declaration)
      let variable = scopes.variable(tree.child(call, .function))
      let literal = variable.isNone ? .none : scopes.function(of: scopes.variables[variable].value)
      if literal.isNone {
        note(.perhaps)
      } else {
        look(at: scopes.functions[literal].body, in: declaration)
      }
    }
  }

  /// Looks at the functions that a call may call back.
  private mutating func look(
    atArgumentsOf call: NodeID, _ declaration: PackageNode, _ tree: SyntaxTree
  ) {
    for argument in tree.children(tree.child(call, .arguments)) {
      if tree.kind(argument) == .funcLiteral {
        look(at: tree.child(argument, .body), in: declaration)
      } else if case .function = package.checker.coreNode(
        package.typer(of: declaration).type(of: argument))
      {
        note(.perhaps)
      }
    }
  }
}
