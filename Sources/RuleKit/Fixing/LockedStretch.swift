import Findings
import GoSyntax

/// Statements one after the other that are to run under one lock.
struct LockedStretch {
  private let tree: SyntaxTree
  private let mutex: String
  private let first: LockedSite
  private var last: NodeID

  /// A stretch of one statement, and how that names the lock.
  init(_ site: LockedSite, _ mutex: String) {
    tree = site.tree
    self.mutex = mutex
    first = site
    last = site.statement
  }

  /// Takes in the statement that follows; false where another one does, or it makes a call that is to
  /// be made before.
  mutating func extend(to site: LockedSite, _ mutex: String) -> Bool {
    guard site.tree === tree, mutex == self.mutex, site.call.isNone,
      case let list = tree.parent(of: last), tree.parent(of: site.statement) == list
    else { return false }
    let isNext = !tree.children(list).contains {
      $0 > last && $0 < site.statement && tree.kind($0) != .comment
    }
    if isNext { last = site.statement }
    return isNext
  }

  /// The lines that take the lock and give it back; nil where a statement shares its line, or no name
  /// is free for the value of a call. Names that are given are taken out of `names`.
  ///
  /// What a return statement gives is evaluated before deferred calls run, and the one that is
  /// deferred last runs first.
  func edits(_ names: inout [String]) -> [TextEdit]? {
    let changes = StatementEdits(tree)
    let indentation = changes.indentation(of: first.statement)
    var before: [String] = []
    var edits: [TextEdit] = []
    if !first.call.isNone {
      let function = tree.ancestors(of: first.statement).dropFirst().first ?? .root
      guard
        let index = names.firstIndex(where: { name in
          !tree.subtree(function).contains { tree.isName($0, name) }
        })
      else { return nil }
      let name = names.remove(at: index)
      before.append("\(name) := \(tree.text(first.call))")
      edits.append(
        TextEdit(
          SourceLocation(file: tree.source.path, range: tree.range(first.call)), replacement: name))
    }
    before.append("\(mutex).Lock()")
    let returns = tree.kind(last) == .returnStatement
    if returns { before.append("defer \(mutex).Unlock()") }
    guard
      let start = changes.insertion(
        before.joined(separator: "\n" + indentation), before: first.statement)
    else { return nil }
    if returns { return [start] + edits }
    return changes.insertion("\(mutex).Unlock()", after: last).map { [start] + edits + [$0] }
  }
}
