import Findings
import GoSyntax

/// Statements that are to run under locks, as the stretches that take one each.
struct LockedStretches {
  private var stretches: [LockedStretch] = []

  /// Throws where one of the statements does not name its lock. The statements are in order.
  init(_ sites: [LockedSite], _ lock: (LockedSite) -> LockCalls?) throws(Refusal) {
    var calls: [LockCalls] = []
    for site in sites {
      guard let own = lock(site) else { throw Refusal(.hasNoName, at: site.location) }
      calls.append(own)
    }
    var next = 0
    while next < sites.count {
      let site = sites[next]
      let count = sites[next...].prefix { $0.isInFunction(of: site) }.count
      let own = calls[next..<next + count]
      if count > 1, own.allSatisfy({ $0.mutex == own[next].mutex }), site.isCalmToEnd {
        var all = own[next]
        all.isShared = own.allSatisfy(\.isShared)
        stretches.append(.toEnd(site, all))
        next += count
        continue
      }
      if let last = stretches.indices.last, stretches[last].extend(to: site, calls[next]) {
        next += 1
        continue
      }
      stretches.append(LockedStretch(site, calls[next]))
      next += 1
    }
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
  fileprivate var isCalmToEnd: Bool {
    let body = tree.parent(of: statement)
    guard tree.child(tree.function(around: statement), .body) == body else { return false }
    let calm = CalmStatement(tree, sharing: shared)
    return tree.children(body).filter { $0 >= statement }.allSatisfy {
      calm.isCalm($0, mayReturn: true) && !tree.exchanges(operand, in: $0)
    }
  }
}
