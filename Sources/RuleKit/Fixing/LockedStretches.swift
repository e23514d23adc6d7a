import Findings
import GoSyntax

/// Statements that are to run under locks, as the stretches that take one each.
struct LockedStretches {
  private var stretches: [LockedStretch] = []
  /// Whether one of the statements changes what is shared by what another one found out of it in a
  /// stretch of its own: that may be otherwise by then.
  private(set) var isSplit = false
  /// Whether one of the statements reads in a stretch of its own what another one stored.
  private(set) var isReadBack = false
  /// Whether something else that goroutines share is used under the lock, and elsewhere without it.
  private(set) var meetsOthers = false

  /// Throws where one of the statements does not name its lock, or might leave it taken. The
  /// statements are in order; `others` are where other things are used that goroutines share, each by
  /// its name.
  init(
    _ sites: [LockedSite], _ program: ProgramContext,
    beside others: [String: [SourceLocation]] = [:],
    _ lock: (LockedSite) -> LockCalls?
  ) throws(Refusal) {
    var locks: [LockedStretch.Locks] = []
    for site in sites {
      guard let own = Self.locks(of: site, lock) else {
        throw Refusal(.hasNoName, at: site.location)
      }
      locks.append(own)
    }
    var next = 0
    /// The stretch of each site.
    var owners: [Int] = []
    while next < sites.count {
      defer {
        owners += Array(repeating: stretches.count - 1, count: next - owners.count)
      }
      let site = sites[next]
      let count = sites[next...].prefix { $0.isInFunction(of: site) }.count
      let own = locks[next..<next + count].map(\.own)
      let stretch = LockedStretch(site, locks[next])
      let mayStayTaken = program.mayRecover(around: site.statement, site.tree) && stretch.mayPanic
      let isTogether =
        count > 1
        && (!Self.meets(others, [.toEnd(site, own[0])])
          || sites[next..<next + count].contains { first in
            sites[next..<next + count].contains { first.decides($0) }
          })
      if isTogether || mayStayTaken, own.allSatisfy({ $0.mutex == own[0].mutex }),
        site.isCalmToEnd(own[0].mutex)
      {
        var all = own[0]
        all.isShared = own.allSatisfy(\.isShared)
        stretches.append(.toEnd(site, all))
        next += count
        continue
      }
      if let (last, length) = Self.section(sites[next..<next + count]),
        own[..<length].allSatisfy({ $0.mutex == own[0].mutex }),
        site.isCalm(to: last, own[0].mutex), !program.mayRecover(around: site.statement, site.tree)
      {
        var all = own[0]
        all.isShared = false
        stretches.append(.section(site, all, to: last))
        next += length
        continue
      }
      if mayStayTaken {
        guard let literal = stretch.inLiteral else {
          throw Refusal(.mayStayTaken, at: site.location)
        }
        stretches.append(literal)
        next += 1
        continue
      }
      if let last = stretches.indices.last, stretches[last].extend(to: site, own[0]) {
        next += 1
        continue
      }
      stretches.append(stretch)
      next += 1
    }
    func isApart(_ depends: (LockedSite, LockedSite) -> Bool) -> Bool {
      sites.indices.contains { first in
        sites.indices.contains { owners[first] != owners[$0] && depends(sites[first], sites[$0]) }
      }
    }
    isSplit = isApart { $0.decides($1) }
    isReadBack = isApart { $0.isReadBack(by: $1) }
    meetsOthers = Self.meets(others, stretches)
  }

  /// Whether some uses of one thing run under the locks of stretches, and some do not.
  private static func meets(
    _ others: [String: [SourceLocation]], _ stretches: [LockedStretch]
  ) -> Bool {
    others.values.contains { places in
      let held = places.count { place in stretches.contains { $0.holds(place) } }
      return held > 0 && held < places.count
    }
  }

  /// Nil where a lock has no name, or another one once the statement was run.
  private static func locks(
    of site: LockedSite, _ lock: (LockedSite) -> LockCalls?
  ) -> LockedStretch.Locks? {
    guard let own = lock(site), !site.tree.exchanges(own.mutex, in: site.statement) else {
      return nil
    }
    var found = LockedStretch.Locks(own: own)
    for other in site.others {
      guard let calls = lock(site.site(of: other)), calls.mutex != own.mutex else { return nil }
      found.others.append(calls)
    }
    return found
  }

  /// The statement up to which one lock must be held from the first of some sites of a function on,
  /// in the same list, and how many of the sites that holds. Nil where the first decides nothing.
  private static func section(_ sites: ArraySlice<LockedSite>) -> (last: NodeID, count: Int)? {
    guard let first = sites.first else { return nil }
    var (next, end) = (sites.startIndex, sites.startIndex)
    while next <= end {
      if let last = sites.indices.last(where: { sites[next].decides(sites[$0]) }) {
        end = max(end, last)
      }
      next += 1
    }
    let tree = first.tree
    guard end > sites.startIndex,
      let last = tree.children(tree.parent(of: first.statement)).first(where: {
        tree.isInside(sites[end].statement, $0)
      })
    else { return nil }
    let count = sites.prefix {
      $0.statement <= last || tree.isInside($0.statement, last)
    }.count
    return (last, count)
  }

  /// What runs under the lock.
  var reach: [SourceLocation] { stretches.compactMap(\.reach) }

  /// Throws where there is no room for a line, or no name free for a value.
  func edits(_ names: inout FreshNames) throws(Refusal) -> [TextEdit] {
    var edits: [TextEdit] = []
    for stretch in stretches {
      guard let lines = stretch.edits(&names) else {
        throw Refusal(.hasNoRoom, at: stretch.location)
      }
      edits += lines
    }
    return edits
  }
}

extension LockedSite {
  /// Whether both stand in the body of one function, literals in it left out.
  fileprivate func isInFunction(of other: LockedSite) -> Bool {
    tree === other.tree
      && tree.function(around: statement) == tree.function(around: other.statement)
  }

  /// Whether all that follows in the function runs to its end without waiting: one lock may be held
  /// for it, so that what is found out first is still true then.
  fileprivate func isCalmToEnd(_ mutex: String) -> Bool {
    let body = tree.parent(of: statement)
    guard tree.child(tree.function(around: statement), .body) == body else { return false }
    return isCalm(tree.children(body).filter { $0 >= statement }, mutex, mayReturn: true)
  }

  /// Whether all up to another statement of the same list does so, and goes on behind it.
  fileprivate func isCalm(to last: NodeID, _ mutex: String) -> Bool {
    let list = tree.children(tree.parent(of: statement))
    return isCalm(
      list.filter { $0 >= statement && $0 <= last && tree.kind($0) != .comment }, mutex,
      mayReturn: false)
  }

  private func isCalm(_ statements: [NodeID], _ mutex: String, mayReturn: Bool) -> Bool {
    let calm = CalmStatement(tree, sharing: shared)
    return others.isEmpty
      && statements.allSatisfy {
        calm.isCalm($0, mayReturn: mayReturn) && !tree.exchanges(operand, in: $0)
          && !tree.exchanges(mutex, in: $0) && usesOneObject($0)
      }
  }
}
