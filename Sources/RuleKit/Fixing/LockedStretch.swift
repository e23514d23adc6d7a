import Basics
import Findings
import GoSyntax

/// Statements one after the other that are to run under one lock.
struct LockedStretch {
  private let tree: SyntaxTree
  private let locks: Locks
  private let first: LockedSite
  private var last: NodeID
  /// What the statement behind the last one reads early, which is read under the same lock.
  private var next: (statement: NodeID, reads: [EarlyRead])?
  private var extent = Extent.statements

  /// The lock of a site, and those of other objects that it reads.
  struct Locks {
    var own: LockCalls
    var others: [LockCalls] = []
  }

  /// What runs under the lock.
  private enum Extent {
    case statements
    /// All that follows in the function.
    case toEnd
    /// All from the first statement to the last one, whatever these need of the lock.
    case section
    /// The one statement, in a literal that gives the lock back also where it panics.
    case literal
  }

  /// A stretch of one statement, and how that names the locks.
  init(_ site: LockedSite, _ locks: Locks) {
    tree = site.tree
    self.locks = locks
    first = site
    last = site.statement
  }

  /// From a statement to the end of the function.
  static func toEnd(_ site: LockedSite, _ lock: LockCalls) -> LockedStretch {
    var stretch = LockedStretch(site, Locks(own: lock))
    stretch.extent = .toEnd
    return stretch
  }

  /// All from a statement to another one of the same list.
  static func section(
    _ site: LockedSite, _ lock: LockCalls, to last: NodeID
  ) -> LockedStretch {
    var stretch = LockedStretch(site, Locks(own: lock))
    stretch.extent = .section
    stretch.last = last
    return stretch
  }

  /// Whether all of the first statement runs under the lock, whatever it needs it for.
  private var isWhole: Bool { extent == .toEnd || extent == .section }

  /// Whether something that is done while a lock is held may panic, and leave it taken.
  var mayPanic: Bool {
    let own = PanicFreedom(tree, first.shared, mutex: locks.own.mutex)
    for (other, lock) in zip(first.others, locks.others) {
      let freedom = PanicFreedom(tree, first.shared, mutex: lock.mutex)
      if other.reads.contains(where: { freedom.mayPanic($0.node) }) { return true }
    }
    switch first.form {
    case .reads(let reads), .condition(_, let reads):
      return reads.contains { own.mayPanic($0.node) }
    case .storing(let value): return own.mayPanic(first.statement, but: value)
    case .whole:
      return tree.kind(first.statement) != .returnStatement && own.mayPanic(first.statement)
    }
  }

  /// The statement in a literal that gives the lock back whatever happens; nil where it declares
  /// something, or what may panic is read before it.
  var inLiteral: LockedStretch? {
    switch first.form {
    case .reads, .condition: return nil
    case .whole, .storing: break
    }
    switch tree.kind(first.statement) {
    case .shortVarDeclaration, .varDeclaration, .returnStatement: return nil
    default: break
    }
    guard first.others.isEmpty else { return nil }
    var stretch = self
    stretch.extent = .literal
    return stretch
  }

  /// Takes in the statement that follows, or what it reads early; false where another one follows, or
  /// not all of it can be done under the lock.
  mutating func extend(to site: LockedSite, _ lock: LockCalls) -> Bool {
    guard next == nil, extent == .statements, site.tree === tree, lock == locks.own,
      site.others.isEmpty,
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
    var before: [String] = []
    var edits: [TextEdit] = []
    if !isWhole, case .storing(let value) = first.form {
      guard let stored = stored(value, &names) else { return nil }
      before.append("\(stored.replacement) := \(OperatorSpaces(tree).text(onItsOwn: value))")
      edits.append(stored)
    }
    let lock = locks.own
    for (reads, lock) in early {
      guard let values = EarlyValues(reads, first.statement, tree, &names) else { return nil }
      before += values.lines(under: lock)
      edits += values.edits
    }
    switch isWhole ? .whole : first.form {
    case .reads: return lines(before, edits)
    case .condition(let loop, let reads):
      return LoopCondition(tree, loop, lock).edits(reads, &names)
    case .storing, .whole: break
    }
    if extent == .literal {
      return StatementEdits(tree).enclosing(lock, first.statement, behind: before)
        .map { $0 + edits }
    }
    before.append(lock.take)
    if extent == .toEnd || tree.kind(last) == .returnStatement {
      return lines(before + ["defer \(lock.giveBack)"], edits)
    }
    let changes = StatementEdits(tree)
    guard let next else {
      return changes.surrounding(
        first.statement, last, before: before, after: [lock.giveBack]
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

  /// What is read before the first statement, under the lock of each object, in the text's order.
  private var early: [(reads: [EarlyRead], lock: LockCalls)] {
    var early = zip(first.others, locks.others).map { (reads: $0.reads, lock: $1) }
    if !isWhole, case .reads(let reads) = first.form { early.append((reads, locks.own)) }
    return early.sorted { first, second in
      (first.reads.first?.node.rawValue ?? 0) < (second.reads.first?.node.rawValue ?? 0)
    }
  }

  /// Lines in front of the first statement, and edits in it.
  private func lines(_ before: [String], _ edits: [TextEdit]) -> [TextEdit]? {
    StatementEdits(tree).surrounding(first.statement, first.statement, before: before, after: [])
      .map { $0 + edits }
  }

  /// Where it begins.
  var location: SourceLocation { first.location }

  /// What runs under the lock; nil where that is only what is read before the statement.
  var reach: SourceLocation? {
    switch first.form {
    case .reads, .condition: if !isWhole { return nil }
    case .whole, .storing: break
    }
    let end = tree.range(extent == .toEnd ? tree.function(around: first.statement) : last).end
    return SourceLocation(
      file: tree.source.path,
      range: ByteRange(start: tree.range(first.statement).start, end: end))
  }

  /// Whether a place lies in what runs under the lock.
  func holds(_ place: SourceLocation) -> Bool {
    guard let reach else { return false }
    return place.file == reach.file && reach.range.start <= place.range.start
      && place.range.end <= reach.range.end
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
}
