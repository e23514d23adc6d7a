/// Lists of elements, each distinct list with one number; 0 is the empty one.
public struct ListNumbers<Element: NumberKey> {
  /// The lists by their numbers.
  public private(set) var lists: [[Element]] = [[]]
  /// The latest list with a hash, and of each list the one before with its hash; 0 for none.
  private var latest = NumberMap()
  private var previous: [UInt32] = [0]

  public init() {}

  /// Forgets all lists but keeps the room.
  public mutating func removeAll() {
    lists.removeLast(lists.count - 1)
    previous.removeLast(previous.count - 1)
    latest.removeAll()
  }

  /// The number of a list; a new one is added.
  public mutating func number(of list: [Element]) -> UInt32 {
    if list.isEmpty { return 0 }
    var hash: UInt64 = 0
    for element in list { hash = (hash ^ element.keyNumber) &* 0x9E37_79B9_7F4A_7C15 }
    // The largest number is no key.
    hash >>= 1
    let first = latest[hash] ?? 0
    var known = first
    while known != 0 {
      if lists[Int(known)] == list { return known }
      known = previous[Int(known)]
    }
    let number = UInt32(lists.count)
    lists.append(list)
    previous.append(first)
    latest.set(hash, number)
    return number
  }
}
