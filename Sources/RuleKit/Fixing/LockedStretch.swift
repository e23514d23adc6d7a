import Basics
import Findings
import GoSyntax

/// Statements one after the other that are to run under one lock.
struct LockedStretch {
  private let tree: SyntaxTree
  private let lock: LockCalls
  private let first: LockedSite
  private var last: NodeID
  /// What the statement behind the last one reads early, which is read under the same lock.
  private var next: (statement: NodeID, reads: [EarlyRead])?
  /// Whether all that follows in the function runs under it too.
  private var isToEnd = false

  /// A stretch of one statement, and how that names the lock.
  init(_ site: LockedSite, _ lock: LockCalls) {
    tree = site.tree
    self.lock = lock
    first = site
    last = site.statement
  }

  /// From a statement to the end of the function.
  static func toEnd(_ site: LockedSite, _ lock: LockCalls) -> LockedStretch {
    var stretch = LockedStretch(site, lock)
    stretch.isToEnd = true
    return stretch
  }

  /// Takes in the statement that follows, or what it reads early; false where another one follows, or
  /// not all of it can be done under the lock.
  mutating func extend(to site: LockedSite, _ lock: LockCalls) -> Bool {
    guard next == nil, site.tree === tree, lock == self.lock,
      case let list = tree.parent(of: last), tree.parent(of: site.statement) == list
    else { return false }
    switch first.form {
    case .whole, .storing: break
    case .reads, .condition: return false
    }
    let isNext = !tree.children(list).contains {
      $0 > last && $0 < site.statement && tree.kind($0) != .comment
    }
    guard isNext else { return false }
    switch site.form {
    case .whole: last = site.statement
    case .reads(let reads): next = (site.statement, reads)
    case .storing, .condition: return false
    }
    return true
  }

  /// The lines that take the lock and give it back; nil where a statement shares its line, or no name
  /// is free for a value.
  ///
  /// What a return statement gives is evaluated before deferred calls run, and the one that is
  /// deferred last runs first.
  func edits(_ names: inout FreshNames) -> [TextEdit]? {
    let changes = StatementEdits(tree)
    var before: [String] = []
    var edits: [TextEdit] = []
    let form = isToEnd ? .whole : first.form
    switch form {
    case .reads(let reads):
      return self.edits(reads, &names)
    case .condition(let loop, let reads):
      return LoopCondition(tree, loop, lock).edits(reads, &names)
    case .storing(let value):
      guard let stored = stored(value, &names) else { return nil }
      before.append("\(stored.replacement) := \(tree.text(value))")
      edits.append(stored)
    case .whole: break
    }
    before.append(lock.take)
    let isDeferred = isToEnd || tree.kind(last) == .returnStatement
    if isDeferred { before.append("defer \(lock.giveBack)") }
    guard !isDeferred, let next else {
      return changes.surrounding(
        first.statement, isDeferred ? first.statement : last, before: before,
        after: isDeferred ? [] : [lock.giveBack]
      ).map { $0 + edits }
    }
    guard
      let start = changes.surrounding(first.statement, last, before: before, after: []),
      let early = EarlyValues(next.reads, next.statement, tree, &names),
      let end = changes.surrounding(
        next.statement, next.statement, before: early.lines + [lock.giveBack], after: [])
    else { return nil }
    return start + edits + end + early.edits
  }

  /// Where it begins.
  var location: SourceLocation { first.location }

  /// What runs under the lock; nil where that is only what is read before the statement.
  var reach: SourceLocation? {
    switch first.form {
    case .reads, .condition: if !isToEnd { return nil }
    case .whole, .storing: break
    }
    let end = tree.range(isToEnd ? tree.function(around: first.statement) : last).end
    return SourceLocation(
      file: tree.source.path,
      range: ByteRange(start: tree.range(first.statement).start, end: end))
  }

  /// The names that take the place of what is stored.
  private func stored(_ value: NodeID, _ names: inout FreshNames) -> TextEdit? {
    let isOnly = tree.kind(tree.parent(of: value)) == .expressionList
    let count = isOnly ? AssignmentSyntax(first.statement, in: tree)?.targets.count ?? 1 : 1
    var given: [String] = []
    for _ in 0..<count {
      guard let name = names.next("value", in: first.statement, tree) else { return nil }
      given.append(name)
    }
    return TextEdit(
      SourceLocation(file: tree.source.path, range: tree.range(value)),
      replacement: given.joined(separator: ", "))
  }

  private func edits(_ reads: [EarlyRead], _ names: inout FreshNames) -> [TextEdit]? {
    guard let early = EarlyValues(reads, first.statement, tree, &names),
      let start = StatementEdits(tree).surrounding(
        first.statement, first.statement, before: [lock.take] + early.lines + [lock.giveBack],
        after: [])
    else { return nil }
    return start + early.edits
  }
}

/// How a lock is taken and given back.
struct LockCalls: Equatable {
  var mutex: String
  /// Whether it is taken for reading only.
  var isShared = false

  var take: String { "\(mutex).\(isShared ? "RLock" : "Lock")()" }
  var giveBack: String { "\(mutex).\(isShared ? "RUnlock" : "Unlock")()" }
}

/// Variables for the values of expressions that are evaluated early.
struct EarlyValues {
  /// The lines that declare them.
  private(set) var lines: [String] = []
  /// What puts them in the places of the expressions.
  private(set) var edits: [TextEdit] = []

  /// Nil where no name is free for one.
  init?(
    _ reads: [EarlyRead], _ statement: NodeID, _ tree: SyntaxTree, _ names: inout FreshNames
  ) {
    var known: [String: String] = [:]
    for read in reads {
      let key = "\(read.isFound) \(read.text)"
      if known[key] == nil {
        guard var name = names.next(read.baseName, in: statement, tree) else { return nil }
        if read.isFound {
          guard let second = names.next("found", in: statement, tree) else { return nil }
          name += ", " + second
        }
        known[key] = name
        lines.append("\(name) := \(read.text)")
      }
      edits.append(
        TextEdit(
          SourceLocation(file: tree.source.path, range: tree.range(read.node)),
          replacement: known[key] ?? ""))
    }
  }
}
