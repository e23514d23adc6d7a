import Basics
import Findings
import GoFlow
import GoSyntax

/// Edits that take, around the one statement that uses something shared without a lock, the lock
/// that all others hold.
public struct LockedStatement {
  private let program: ProgramContext
  private let uses: [SharedUse]

  public init(_ program: ProgramContext, _ uses: [SharedUse]) {
    self.program = program
    self.uses = uses.filter { $0.confidence > .possible }
  }

  /// Nil where there is no such lock, or the statement may wait, leave or hold it already.
  public func fix() -> Fix? {
    var lock: String?
    var sites: Set<FlowSite> = []
    for use in uses {
      let (bare, holder) =
        use.first.locks.isEmpty ? (use.first, use.second) : (use.second, use.first)
      let held = holder.locks.filter { !$0.hasSuffix(" (read)") }
      guard bare.locks.isEmpty, bare.mayLocks.isEmpty, held.count == 1, lock ?? held[0] == held[0],
        let site = bare.trace.last
      else { return nil }
      lock = held[0]
      sites.insert(site)
    }
    guard let lock, let name = uses.first?.name else { return nil }
    return fix(lock, name, sites)
  }

  private func fix(_ lock: String, _ name: String, _ sites: Set<FlowSite>) -> Fix? {
    var found: (tree: SyntaxTree, statement: NodeID)?
    for site in sites {
      guard let place = program.location(site), program.isAnchor(place.file),
        let tree = program.tree(place.file), let node = program.node(place.range, in: tree),
        let (_, statement) = tree.listedStatement(around: node),
        found.map({ $0.tree === tree && $0.statement == statement }) ?? true
      else { return nil }
      found = (tree, statement)
    }
    guard let (tree, statement) = found, mayRunLocked(statement, tree),
      let site = LockedSite(tree, statement, using: name),
      let mutex = spelled(lock, name, statement, tree)
    else { return nil }
    var names: [String] = []
    return LockedStretch(site, mutex).edits(&names).map {
      Fix(title: "Hold `\(mutex)` here too", safety: .unsafe, edits: $0)
    }
  }

  /// Whether a statement runs to its end without waiting, in a function that takes no lock.
  private func mayRunLocked(_ statement: NodeID, _ tree: SyntaxTree) -> Bool {
    guard tree.isCalm(statement),
      let function = tree.ancestors(of: statement).last(where: {
        switch tree.kind($0) {
        case .funcLiteral, .functionDeclaration, .methodDeclaration: true
        default: false
        }
      })
    else { return false }
    return !tree.subtree(function).contains { node in
      tree.kind(node) == .fieldIdentifier
        && ["Lock", "RLock", "TryLock", "Unlock"].contains(tree.text(node))
    }
  }

  /// The lock as the statement may name it: a field beside the one that is used, or a variable.
  private func spelled(
    _ lock: String, _ name: String, _ statement: NodeID, _ tree: SyntaxTree
  ) -> String? {
    guard let dot = lock.lastIndex(of: ".") else {
      let path = tree.ancestors(of: statement)
      guard path.count > 1, tree.mentions(lock, in: path[1]) || isDeclared(lock, tree) else {
        return nil
      }
      return lock
    }
    let owner = lock[..<dot]
    guard name.hasPrefix(owner + "."), case let field = name.dropFirst(owner.count + 1),
      !field.contains(".")
    else { return nil }
    for node in tree.subtree(statement) {
      guard let view = SelectorSyntax(node, in: tree), tree.text(view.field) == field,
        tree.isPlain(view.operand)
      else { continue }
      return tree.text(view.operand) + lock[dot...]
    }
    return nil
  }

  private func isDeclared(_ name: String, _ tree: SyntaxTree) -> Bool {
    tree.children(.root).contains { declaration in
      tree.kind(declaration) == .varDeclaration
        && tree.subtree(declaration).contains { tree[$0].field == .name && tree.text($0) == name }
    }
  }
}
