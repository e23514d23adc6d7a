import Basics

/// Sets of references, each set with one number: equal sets have equal numbers.
///
/// Sets are small, most have one element; a set that would have more than `maximumCount` leaves
/// the latest out.
struct SetPool {
  static let maximumCount = 12

  /// How many elements a set has, and its only one, or where they lie in `several`.
  private struct Entry {
    var count: UInt32
    var place: UInt32
  }
  private var entries = [Entry(count: 0, place: 0)]
  private var several: [References.Numbers] = []
  private var singles: [SetID] = []
  /// The latest set with a hash, and of each set the one before with its hash; 0 for none.
  private var latest = NumberMap()
  private var previous: [UInt32] = [0]
  private var unions = NumberMap()
  /// Room for the set that is being looked for, in order: as many as `References` holds.
  private var wanted = Array(repeating: UInt32(0), count: References.Numbers.scalarCount)

  /// Forgets all sets but keeps the room.
  mutating func removeAll() {
    entries.removeLast(entries.count - 1)
    several.removeAll(keepingCapacity: true)
    singles.removeAll(keepingCapacity: true)
    latest.removeAll()
    previous.removeLast(previous.count - 1)
    unions.removeAll()
  }

  /// The elements in order.
  @inline(__always)
  subscript(set: SetID) -> References {
    let entry = entries[set.index]
    // Most have one.
    if entry.count == 1 { return References(ReferenceID(rawValue: entry.place)) }
    return entry.count == 0
      ? References() : References(several[Int(entry.place)], Int(entry.count))
  }

  /// The elements of a set, apart from the pool: to go through them while sets are added copies no
  /// array, and counts no references.
  struct References: RandomAccessCollection {
    /// All in one; those behind the last element are 0.
    fileprivate typealias Numbers = SIMD16<UInt32>
    private var numbers = Numbers()
    let endIndex: Int

    init() { endIndex = 0 }

    @inline(__always)
    fileprivate init(_ only: ReferenceID) {
      endIndex = 1
      numbers[0] = only.rawValue
    }

    @inline(__always)
    fileprivate init(_ numbers: Numbers, _ count: Int) {
      self.numbers = numbers
      endIndex = count
    }

    var startIndex: Int { 0 }
    subscript(index: Int) -> ReferenceID { ReferenceID(rawValue: numbers[index]) }
  }

  func count(_ set: SetID) -> Int { Int(entries[set.index].count) }

  /// The set of one reference.
  mutating func single(_ reference: ReferenceID) -> SetID {
    while singles.count <= reference.index { singles.append(.none) }
    if !singles[reference.index].isNone { return singles[reference.index] }
    let id = add(Entry(count: 1, place: reference.rawValue))
    singles[reference.index] = id
    return id
  }

  /// The set of some references, in any order.
  mutating func set(_ references: [ReferenceID]) -> SetID {
    if references.isEmpty { return .empty }
    if references.count == 1 { return single(references[0]) }
    var count = 0
    for reference in references { insert(reference.rawValue, in: &count) }
    return id(ofWanted: count)
  }

  /// Puts a number among those that are looked for, which are in order; what is larger than
  /// `maximumCount` of them is left out.
  @inline(__always)
  private mutating func insert(_ number: UInt32, in count: inout Int) {
    var place = count
    while place > 0, wanted[place - 1] > number { place -= 1 }
    if place == Self.maximumCount || place > 0 && wanted[place - 1] == number { return }
    var last = min(count, Self.maximumCount - 1)
    count = last + 1
    while last > place {
      wanted[last] = wanted[last - 1]
      last -= 1
    }
    wanted[place] = number
  }

  /// The number of the set that is looked for; a new one is added.
  private mutating func id(ofWanted count: Int) -> SetID {
    if count == 1 { return single(ReferenceID(rawValue: wanted[0])) }
    var hash: UInt64 = 0
    for index in 0..<count { hash = (hash ^ UInt64(wanted[index])) &* 0x9E37_79B9_7F4A_7C15 }
    // The largest number is no key.
    hash >>= 1
    let numbers = numbers(ofWanted: count)
    let first = latest[hash]
    var known = first ?? 0
    while known != 0 {
      let entry = entries[Int(known)]
      if Int(entry.count) == count, several[Int(entry.place)] == numbers {
        return SetID(rawValue: known)
      }
      known = previous[Int(known)]
    }
    several.append(numbers)
    let id = add(Entry(count: UInt32(count), place: UInt32(several.count - 1)))
    previous[id.index] = first ?? 0
    latest.set(hash, id.rawValue)
    return id
  }

  private mutating func numbers(ofWanted count: Int) -> References.Numbers {
    for index in count..<Self.maximumCount { wanted[index] = 0 }
    return References.Numbers(
      wanted[0], wanted[1], wanted[2], wanted[3], wanted[4], wanted[5], wanted[6], wanted[7],
      wanted[8], wanted[9], wanted[10], wanted[11], 0, 0, 0, 0)
  }

  mutating func union(_ first: SetID, _ second: SetID) -> SetID {
    if first == second || second.isEmpty { return first }
    if first.isEmpty { return second }
    let (low, high) = first < second ? (first, second) : (second, first)
    let key = UInt64(low.rawValue) << 32 | UInt64(high.rawValue)
    if let known = unions[key] { return SetID(rawValue: known) }
    let id = id(ofWanted: join(self[low], self[high]))
    unions.set(key, id.rawValue)
    return id
  }

  /// Looks for what two sets have together; says how much that is.
  private mutating func join(_ first: References, _ second: References) -> Int {
    var (count, left, right) = (0, 0, 0)
    while count < Self.maximumCount, left < first.count || right < second.count {
      let one = left < first.count ? first[left].rawValue : .max
      let other = right < second.count ? second[right].rawValue : .max
      wanted[count] = min(one, other)
      count += 1
      if one <= other { left += 1 }
      if other <= one { right += 1 }
    }
    return count
  }

  private mutating func add(_ entry: Entry) -> SetID {
    entries.append(entry)
    previous.append(0)
    return SetID(entries.count - 1)
  }
}
