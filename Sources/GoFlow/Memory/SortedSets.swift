/// Arrays that are sets: in order, each element once.
extension Array where Element: Comparable {
  /// Adds the elements of another one; the cost is that of both together.
  mutating func formUnion(sorted other: [Element]) {
    if other.isEmpty || self == other { return }
    if isEmpty {
      self = other
      return
    }
    if other.count == 1 {
      insert(sorted: other[0])
      return
    }
    // Mostly nothing is new, or one element.
    var (left, right) = (0, 0)
    while right < other.count {
      while left < count, self[left] < other[right] { left += 1 }
      if left == count || self[left] != other[right] { break }
      left += 1
      right += 1
    }
    if right == other.count { return }
    if right == other.count - 1 {
      insert(other[right], at: left)
      return
    }
    var merged: [Element] = []
    merged.reserveCapacity(count + other.count - right)
    merged += self[..<left]
    while left < count, right < other.count {
      if self[left] < other[right] {
        merged.append(self[left])
        left += 1
      } else {
        if self[left] == other[right] { left += 1 }
        merged.append(other[right])
        right += 1
      }
    }
    merged += self[left...]
    merged += other[right...]
    self = merged
  }

  /// Says whether it was new.
  @discardableResult
  mutating func insert(sorted element: Element) -> Bool {
    let index = firstIndex(sorted: element)
    if index < count, self[index] == element { return false }
    insert(element, at: index)
    return true
  }

  mutating func remove(sorted element: Element) {
    let index = firstIndex(sorted: element)
    if index < count, self[index] == element { remove(at: index) }
  }

  func contains(sorted element: Element) -> Bool {
    let index = firstIndex(sorted: element)
    return index < count && self[index] == element
  }

  func intersection(sorted other: [Element]) -> [Element] {
    var common: [Element] = []
    var (left, right) = (0, 0)
    while left < count, right < other.count {
      if self[left] == other[right] {
        common.append(self[left])
        left += 1
        right += 1
      } else if self[left] < other[right] {
        left += 1
      } else {
        right += 1
      }
    }
    return common
  }

  func isSubset(ofSorted other: [Element]) -> Bool {
    var right = 0
    for element in self {
      while right < other.count, other[right] < element { right += 1 }
      if right == other.count || other[right] != element { return false }
    }
    return true
  }

  /// Where the elements begin that are not less than one.
  private func firstIndex(sorted element: Element) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < element { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
