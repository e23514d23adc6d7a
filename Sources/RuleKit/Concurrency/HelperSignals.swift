import Basics
import GoSyntax
import GoTypes

extension PackageContext {
  /// Calls of functions of the package that give a wait group's `Done` for their caller, each
  /// as a signal of its own: `p.finish()` for `func (p *pool) finish() { p.wg.Done() }`.
  ///
  /// A function counts if the `Done`, deferred or not, is a statement of its own body's list,
  /// so that it is given on every way through that does not leave before.
  public func helperSignals() -> [(declaration: PackageNode, signal: CompletionSignal)] {
    var found: [(declaration: PackageNode, signal: CompletionSignal)] = []
    for candidate in index.signalCandidates {
      let helper = declaration(around: candidate)
      guard let given = givenForCaller(candidate.node, in: helper) else { continue }
      for call in calls(of: helper) {
        let declaration = declaration(around: call)
        let tree = tree(call.file)
        let statement = tree.parent(of: call.node)
        guard declaration != helper,
          tree.kind(statement) == .expressionStatement || tree.kind(statement) == .deferStatement,
          let place = place(given.place, of: .declaration, in: helper, seenBy: call)
        else { continue }
        var signal = CompletionSignal(
          kind: .done, place: place, node: call.node, statement: statement,
          isDeferred: tree.kind(statement) == .deferStatement)
        signal.helper = candidate
        found.append((declaration, signal))
      }
    }
    return found
  }

  /// Calls of variables that hold a wait group's `Done`, each as a signal of its own: after
  /// `finish := wg.Done`, and in a function of the package that gets `wg.Done` for a parameter.
  public func methodValueSignals() -> [(declaration: PackageNode, signal: CompletionSignal)] {
    index.signalValues.flatMap { value -> [(PackageNode, CompletionSignal)] in
      let tree = tree(value.file)
      let declaration = declaration(around: value)
      guard let view = SelectorSyntax(value.node, in: tree),
        let holder = holder(of: value, in: declaration),
        let place = waitGroup(view.operand, in: declaration)
      else { return [] }
      return callsOfVariable(holder.variable, in: holder.declaration).map { call in
        let tree = self.tree(holder.declaration.file)
        let statement = tree.parent(of: call)
        let signal = CompletionSignal(
          kind: .done, place: place, node: call, statement: statement,
          isDeferred: tree.kind(statement) == .deferStatement)
        return (holder.declaration, signal)
      }
    }
  }

  /// The variable that a value is given to and that holds nothing else: the one that it
  /// declares, or the parameter of a function of the package.
  private func holder(
    of value: PackageNode, in declaration: PackageNode
  ) -> (variable: VariableID, declaration: PackageNode)? {
    let scopes = scopes(of: declaration)
    var found: (variable: VariableID, declaration: PackageNode)?
    if let own = scopes.variables.ids.first(where: {
      scopes.variables[$0].value == value.node && scopes.variables[$0].position < 0
    }) {
      found = (own, declaration)
    } else {
      let tree = tree(value.file)
      let arguments = tree.parent(of: value.node)
      let call = PackageNode(file: value.file, node: tree.parent(of: arguments))
      if tree.kind(arguments) == .argumentList, let callee = function(calledBy: call),
        let position = Array(tree.children(arguments)).firstIndex(of: value.node),
        calls(of: callee).count == 1
      {
        let parameter = self.scopes(of: callee).parameter(at: position, of: .declaration)
        if !parameter.isNone { found = (parameter, callee) }
      }
    }
    guard let found, !isAssigned(found.variable, in: found.declaration) else { return nil }
    return found
  }

  private func isAssigned(_ variable: VariableID, in declaration: PackageNode) -> Bool {
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    return tree.subtree(declaration.node).contains { node in
      AssignmentSyntax(node, in: tree)?.targets.contains {
        scopes.variable($0) == variable && scopes.variables[variable].name != $0
      } ?? false
    }
  }

  /// The calls of a variable that stand as statements, deferred or not.
  private func callsOfVariable(
    _ variable: VariableID, in declaration: PackageNode
  ) -> [NodeID] {
    let tree = tree(declaration.file)
    let scopes = scopes(of: declaration)
    return tree.subtree(declaration.node).filter { node in
      guard tree.kind(node) == .callExpression,
        scopes.variable(tree.child(node, .function)) == variable
      else { return false }
      let statement = tree.kind(tree.parent(of: node))
      return statement == .expressionStatement || statement == .deferStatement
    }
  }

  /// The `Done` at a node, if its function gives it for its caller on every way to its end.
  private func givenForCaller(_ node: NodeID, in helper: PackageNode) -> CompletionSignal? {
    let tree = tree(helper.file)
    guard tree.signalCandidate(node)?.kind == .done,
      let signal = completionSignal(node, in: helper),
      tree.parent(of: signal.statement) == tree.child(helper.node, .body)
    else { return nil }
    return signal
  }
}
