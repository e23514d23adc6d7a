import Basics

extension FunctionEdge {
  /// Whether what orders it orders another one of the same function, and nothing else does.
  func isOrdered(as other: FunctionEdge) -> Bool {
    (start == nil) == (other.start == nil) && isEnded == other.isEnded && waited == other.waited
      && signalled == other.signalled && mustLocks == other.mustLocks
      && mayLocks == other.mayLocks
  }
}

/// What the context of a caller and a call together say of the order of things.
extension Contexts {
  /// What orders a called or started function: locks, waits and signals.
  struct EdgeOrder {
    var waited: [IdentityID] = []
    var signalled: [IdentityID] = []
    var mustLocks: [IdentityLock] = []
    var mayLocks: [IdentityLock] = []
  }

  /// Works out the places that say what orders a call.
  mutating func numberPlaces(
    of edge: FunctionEdge, _ number: FunctionNumber, _ context: RunContext
  ) {
    for place in edge.waited { _ = known(place, number, context) }
    for place in edge.signalled { _ = known(place, number, context) }
    for lock in edge.mustLocks { _ = known(lock.place, number, context) }
    for lock in edge.mayLocks { _ = known(lock.place, number, context) }
  }

  mutating func order(
    _ edge: FunctionEdge, _ number: FunctionNumber, _ context: RunContext
  ) -> EdgeOrder {
    var order = EdgeOrder()
    for place in edge.waited {
      for known in known(place, number, context) {
        order.waited.insert(sorted: known.identity)
      }
    }
    for place in edge.signalled {
      for known in known(place, number, context) {
        order.signalled.insert(sorted: known.identity)
      }
    }
    order.waited.formUnion(sorted: context.waited)
    // What callers signal comes after the end of a goroutine that was waited for.
    if edge.start == nil || edge.isEnded { order.signalled.formUnion(sorted: context.signalled) }
    // Of what is held where a goroutine starts nothing is held by it.
    if edge.start == nil {
      order.mustLocks = context.mustLocks
      order.mayLocks = context.mayLocks
    }
    for lock in edge.mustLocks {
      // Of several objects it is the one that the use is about, as far as is known.
      for id in known(lock.place, number, context) {
        order.mustLocks.insert(sorted: IdentityLock(identity: id.identity, mode: lock.mode))
      }
    }
    for lock in edge.mayLocks {
      for id in known(lock.place, number, context) {
        order.mayLocks.insert(sorted: IdentityLock(identity: id.identity, mode: lock.mode))
      }
    }
    return order
  }
}
