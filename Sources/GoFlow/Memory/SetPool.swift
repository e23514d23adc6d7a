import Basics

/// Sets of references, each set with one number: equal sets have equal numbers.
///
/// Sets are small, most have one element; a set that would have more than `maximumCount` leaves
/// the latest out.
struct SetPool {
  static let maximumCount = 12

  private var elements: [ReferenceID] = []
  /// Where the elements of each set end.
  private var ends: [UInt32] = [0]
  private var singles: [SetID] = []
  /// The latest set with a hash, and of each set the one before with its hash; 0 for none.
  private var latest = NumberMap()
  private var previous: [UInt32] = [0]
  private var unions = NumberMap()
  /// The set that is being looked for, in order.
  private var wanted: [ReferenceID] = []

  /// Forgets all sets but keeps the room.
  mutating func removeAll() {
    elements.removeAll(keepingCapacity: true)
    ends.removeLast(ends.count - 1)
    singles.removeAll(keepingCapacity: true)
    latest.removeAll()
    previous.removeLast(previous.count - 1)
    unions.removeAll()
  }

  /// The elements in order.
  @inline(__always)
  subscript(set: SetID) -> References {
    if set.isEmpty { return References() }
    let (start, end) = (Int(ends[set.index - 1]), Int(ends[set.index]))
    // Most have one.
    return end == start + 1 ? References(elements[start]) : References(elements, start, end)
  }

  /// The elements of a set, apart from the pool: to go through them while sets are added copies no
  /// array, and counts no references.
  struct References: RandomAccessCollection {
    private var numbers = SIMD16<UInt32>()
    let endIndex: Int

    init() { endIndex = 0 }

    @inline(__always)
    fileprivate init(_ only: ReferenceID) {
      endIndex = 1
      numbers[0] = only.rawValue
    }

    fileprivate init(_ elements: [ReferenceID], _ start: Int, _ end: Int) {
      endIndex = end - start
      for index in start..<end { numbers[index - start] = elements[index].rawValue }
    }

    var startIndex: Int { 0 }
    subscript(index: Int) -> ReferenceID { ReferenceID(rawValue: numbers[index]) }
  }

  func count(_ set: SetID) -> Int {
    set.isEmpty ? 0 : Int(ends[set.index] - ends[set.index - 1])
  }

  /// The set of one reference.
  mutating func single(_ reference: ReferenceID) -> SetID {
    while singles.count <= reference.index { singles.append(.none) }
    if !singles[reference.index].isNone { return singles[reference.index] }
    elements.append(reference)
    let id = addEnd()
    singles[reference.index] = id
    return id
  }

  /// The set of some references, in any order.
  mutating func set(_ references: [ReferenceID]) -> SetID {
    if references.isEmpty { return .empty }
    if references.count == 1 { return single(references[0]) }
    wanted.removeAll(keepingCapacity: true)
    for reference in references {
      if let last = wanted.last, last < reference {
        wanted.append(reference)
      } else {
        wanted.insert(sorted: reference)
      }
    }
    return idOfWanted()
  }

  /// The number of the set that is looked for; a new one is added.
  private mutating func idOfWanted() -> SetID {
    if wanted.count == 1 { return single(wanted[0]) }
    if wanted.count > Self.maximumCount {
      wanted.removeLast(wanted.count - Self.maximumCount)
    }
    var hash: UInt64 = 0
    for reference in wanted {
      hash = (hash ^ UInt64(reference.rawValue)) &* 0x9E37_79B9_7F4A_7C15
    }
    // The largest number is no key.
    hash >>= 1
    let first = latest[hash]
    var known = first ?? 0
    while known != 0 {
      let set = SetID(rawValue: known)
      if self[set].elementsEqual(wanted) { return set }
      known = previous[set.index]
    }
    elements += wanted
    let id = addEnd()
    previous[id.index] = first ?? 0
    latest.set(hash, id.rawValue)
    return id
  }

  mutating func union(_ first: SetID, _ second: SetID) -> SetID {
    if first == second || second.isEmpty { return first }
    if first.isEmpty { return second }
    let (low, high) = first < second ? (first, second) : (second, first)
    let key = UInt64(low.rawValue) << 32 | UInt64(high.rawValue)
    if let known = unions[key] { return SetID(rawValue: known) }
    join(low, high)
    let id = idOfWanted()
    unions.set(key, id.rawValue)
    return id
  }

  /// Looks for what two sets have together.
  private mutating func join(_ first: SetID, _ second: SetID) {
    wanted.removeAll(keepingCapacity: true)
    var (left, right) = (Int(ends[first.index - 1]), Int(ends[second.index - 1]))
    let (leftEnd, rightEnd) = (Int(ends[first.index]), Int(ends[second.index]))
    while left < leftEnd, right < rightEnd {
      let (one, other) = (elements[left], elements[right])
      wanted.append(min(one, other))
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    wanted += elements[left..<leftEnd]
    wanted += elements[right..<rightEnd]
  }

  /// The set of the latest elements.
  private mutating func addEnd() -> SetID {
    ends.append(UInt32(elements.count))
    previous.append(0)
    return SetID(ends.count - 1)
  }
}
