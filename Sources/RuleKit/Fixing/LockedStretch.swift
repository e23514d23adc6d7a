import Findings
import GoSyntax

/// Statements one after the other that are to run under one lock.
struct LockedStretch {
  private let tree: SyntaxTree
  private let mutex: String
  private let first: NodeID
  private var last: NodeID

  /// A stretch of one statement, and how that names the lock.
  init(_ site: OwnMutex.Site, _ mutex: String) {
    tree = site.tree
    self.mutex = mutex
    first = site.statement
    last = site.statement
  }

  /// Takes in the statement that follows; false where another one does.
  mutating func extend(to site: OwnMutex.Site, _ mutex: String) -> Bool {
    guard site.tree === tree, mutex == self.mutex, case let list = tree.parent(of: last),
      tree.parent(of: site.statement) == list
    else { return false }
    let isNext = !tree.children(list).contains {
      $0 > last && $0 < site.statement && tree.kind($0) != .comment
    }
    if isNext { last = site.statement }
    return isNext
  }

  /// The lines that take the lock and give it back; nil where a statement shares its line.
  ///
  /// What a return statement gives is evaluated before deferred calls run, and the one that is
  /// deferred last runs first.
  func edits() -> [TextEdit]? {
    let changes = StatementEdits(tree)
    if tree.kind(last) == .returnStatement {
      let lines = "\(mutex).Lock()\n\(changes.indentation(of: first))defer \(mutex).Unlock()"
      return changes.insertion(lines, before: first).map { [$0] }
    }
    guard let start = changes.insertion("\(mutex).Lock()", before: first),
      let end = changes.insertion("\(mutex).Unlock()", after: last)
    else { return nil }
    return [start, end]
  }
}
