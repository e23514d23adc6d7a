/// A lock that is held in one way or another.
protocol ModedLock: Comparable {
  var mode: LockMode { get set }
}

extension HeldLock: ModedLock {}
extension IdentityLock: ModedLock {}

extension Array where Element: ModedLock {
  /// The locks that are held here as well as there, both lists in order: where one side holds a
  /// lock for reading only, that is what is common.
  func common(with other: [Element]) -> [Element] {
    if self == other { return self }
    var found: [Element] = []
    for lock in self {
      if other.contains(sorted: lock) { found.append(lock) }
      var weaker = lock
      weaker.mode = .read
      var stronger = lock
      stronger.mode = .write
      if lock.mode == .write ? other.contains(sorted: weaker) : other.contains(sorted: stronger) {
        found.insert(sorted: weaker)
      }
    }
    return found
  }
}
