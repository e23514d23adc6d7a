import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// Whether a statement may wait for another goroutine, itself or in a function of the
  /// package or a local literal that it calls, `callDepth` calls deep. Locks do not count.
  public func mayBlock(
    _ statement: NodeID, in declaration: PackageNode, callDepth: Int = 2
  ) -> Bool {
    let tree = tree(declaration.file)
    if tree.mayBlock(statement, before: .none) { return true }
    guard callDepth > 0 else { return false }
    return calledBodies(in: statement, declaration).contains { body in
      mayBlock(body.node, in: body.declaration, callDepth: callDepth - 1)
    }
  }

  /// Whether a statement takes a lock, itself or in what it calls.
  public func mayLock(
    _ statement: NodeID, in declaration: PackageNode, callDepth: Int = 2
  ) -> Bool {
    let tree = tree(declaration.file)
    let locks = tree.subtree(statement).contains {
      lockOperation($0, in: declaration)?.locks ?? false
    }
    if locks { return true }
    guard callDepth > 0 else { return false }
    return calledBodies(in: statement, declaration).contains { body in
      mayLock(body.node, in: body.declaration, callDepth: callDepth - 1)
    }
  }

  /// The bodies that calls in a statement run: of functions of the package, and of literals
  /// that local variables hold.
  private func calledBodies(
    in statement: NodeID, _ declaration: PackageNode
  ) -> [(node: NodeID, declaration: PackageNode)] {
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    return tree.subtree(statement).compactMap { node in
      guard tree.kind(node) == .callExpression, !tree.isSpawned(node) else { return nil }
      if let callee = function(calledBy: PackageNode(file: declaration.file, node: node)) {
        let body = self.tree(callee.file).child(callee.node, .body)
        return body.isNone || callee == declaration ? nil : (body, callee)
      }
      let variable = scopes.variable(tree.child(node, .function))
      guard !variable.isNone else { return nil }
      let closure = scopes.function(of: scopes.variables[variable].value)
      return closure.isNone ? nil : (scopes.functions[closure].body, declaration)
    }
  }
}
