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
