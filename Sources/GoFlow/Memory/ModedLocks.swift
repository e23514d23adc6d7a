/// A lock and how it is held.
protocol ModedLock: Comparable {
  associatedtype Place: Equatable
  var place: Place { get }
  var mode: LockMode { get set }
}

extension HeldLock: ModedLock {
  var place: Cell { cell }
}

extension IdentityLock: ModedLock {
  var place: IdentityID { identity }
}

/// Locks in order, each once.
extension Array where Element: ModedLock {
  /// The locks that both hold: what one of them holds for reading is held for reading.
  func common(with other: [Element]) -> [Element] {
    if self == other { return self }
    var common: [Element] = []
    for lock in self {
      for second in other where second.place == lock.place {
        common.insert(sorted: second.mode == .read ? second : lock)
      }
    }
    return common
  }
}
