import Findings
import GoSyntax

/// Statements that are to run under locks, as the stretches that take one each.
struct LockedStretches {
  private var stretches: [LockedStretch] = []

  /// Throws where one of the statements does not name its lock, or might leave it taken. The
  /// statements are in order.
  init(
    _ sites: [LockedSite], _ program: ProgramContext, _ lock: (LockedSite) -> LockCalls?
  ) throws(Refusal) {
    var locks: [LockedStretch.Locks] = []
    for site in sites {
      guard let own = Self.locks(of: site, lock) else {
        throw Refusal(.hasNoName, at: site.location)
      }
      locks.append(own)
    }
    var next = 0
    while next < sites.count {
      let site = sites[next]
      let count = sites[next...].prefix { $0.isInFunction(of: site) }.count
      let own = locks[next..<next + count].map(\.own)
      let stretch = LockedStretch(site, locks[next])
      let mayStayTaken = program.mayRecover(around: site.statement, site.tree) && stretch.mayPanic
      if count > 1 || mayStayTaken, own.allSatisfy({ $0.mutex == own[0].mutex }),
        site.isCalmToEnd(own[0].mutex)
      {
        var all = own[0]
        all.isShared = own.allSatisfy(\.isShared)
        stretches.append(.toEnd(site, all))
        next += count
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
    guard others.isEmpty, tree.child(tree.function(around: statement), .body) == body else {
      return false
    }
    let calm = CalmStatement(tree, sharing: shared)
    return tree.children(body).filter { $0 >= statement }.allSatisfy {
      calm.isCalm($0, mayReturn: true) && !tree.exchanges(operand, in: $0)
        && !tree.exchanges(mutex, in: $0) && usesOneObject($0)
    }
  }
}
