import Basics

/// The locks of published objects by the names that these have where others find them: whoever
/// holds the lock of an object holds the one of what lies there.
extension BodyInterpreter {
  /// Some locks, and by the name that goes with an alias of an object also those that lie in or
  /// behind the object: in what it holds too, if nothing else lies there by the same name.
  mutating func named(
    _ list: LockListID, beside object: ObjectID, by number: UInt32
  ) -> LockListID {
    if list == .empty { return list }
    var locks = tables.lockLists[list]
    for lock in tables.lockLists[list] {
      guard let (base, alias) = published(lock.cell.object, beside: object, by: number),
        let cell = renamed(lock.cell, from: base, to: alias)
      else { continue }
      locks.insert(sorted: HeldLock(cell: cell, mode: lock.mode))
    }
    return locks.count == tables.lockLists[list].count ? list : tables.lockLists.id(of: locks)
  }

  /// The published object behind which another one was found, or the other one itself, with the
  /// alias by which it belongs to `object`.
  private mutating func published(
    _ other: ObjectID, beside object: ObjectID, by number: UInt32
  ) -> (ObjectID, UInt32)? {
    let outer = aliases.aliases[Int(number)]
    var current = other
    while true {
      if current == object { return (object, number) }
      var index = state.published.firstIndex(notBelow: current.rawValue)
      while index < state.published.count, state.published[index].first == current.rawValue {
        let id = state.published[index].second
        let alias = aliases.aliases[Int(id)]
        if alias.place == outer.place, alias.way != outer.way,
          tables.paths.rebase(alias.way, from: outer.way, onto: .whole) != nil,
          state.published.count(where: { $0.second == id }) == 1
        {
          return (current, id)
        }
        index += 1
      }
      guard case .initial(let next) = tables.objects[current].origin else { return nil }
      current = next.object
    }
  }
}
