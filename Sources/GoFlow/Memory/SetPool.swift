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
  private var ids: [[ReferenceID]: SetID] = [:]
  private var unions = NumberMap()

  /// The elements in order.
  subscript(set: SetID) -> ArraySlice<ReferenceID> {
    if set.isEmpty { return [] }
    return elements[Int(ends[set.index - 1])..<Int(ends[set.index])]
  }

  func count(_ set: SetID) -> Int {
    set.isEmpty ? 0 : Int(ends[set.index] - ends[set.index - 1])
  }

  /// The set of one reference.
  mutating func single(_ reference: ReferenceID) -> SetID {
    while singles.count <= reference.index { singles.append(.none) }
    if !singles[reference.index].isNone { return singles[reference.index] }
    let id = add([reference])
    singles[reference.index] = id
    return id
  }

  /// The set of some references, in any order.
  mutating func set(_ references: [ReferenceID]) -> SetID {
    if references.isEmpty { return .empty }
    if references.count == 1 { return single(references[0]) }
    var sorted = references.sorted()
    var last = 0
    for index in 1..<sorted.count where sorted[index] != sorted[last] {
      last += 1
      sorted[last] = sorted[index]
    }
    sorted.removeLast(sorted.count - 1 - last)
    if sorted.count == 1 { return single(sorted[0]) }
    if sorted.count > Self.maximumCount {
      sorted.removeLast(sorted.count - Self.maximumCount)
    }
    if let known = ids[sorted] { return known }
    let id = add(sorted)
    ids[sorted] = id
    return id
  }

  mutating func union(_ first: SetID, _ second: SetID) -> SetID {
    if first == second || second.isEmpty { return first }
    if first.isEmpty { return second }
    let (low, high) = first < second ? (first, second) : (second, first)
    let key = UInt64(low.rawValue) << 32 | UInt64(high.rawValue)
    if let known = unions[key] { return SetID(rawValue: known) }
    let id = set(Array(self[low]) + Array(self[high]))
    unions.set(key, id.rawValue)
    return id
  }

  private mutating func add(_ references: [ReferenceID]) -> SetID {
    elements += references
    ends.append(UInt32(elements.count))
    return SetID(ends.count - 1)
  }
}
