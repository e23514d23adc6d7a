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
  ///
  /// Those of one place stand together in both, so that one walk over both finds them.
  func common(with other: [Element]) -> [Element] {
    if self == other { return self }
    var common: [Element] = []
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      let place = self[left].place
      guard place == other[right].place else {
        if self[left] < other[right] { left += 1 } else { right += 1 }
        continue
      }
      let start = right
      while left < count, self[left].place == place {
        right = start
        while right < other.count, other[right].place == place {
          common.insert(sorted: other[right].mode == .read ? other[right] : self[left])
          right += 1
        }
        left += 1
      }
    }
    return common
  }
}
