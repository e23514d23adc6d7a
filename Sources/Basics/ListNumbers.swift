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
    for element in list { hash = Self.hash(hash, with: element) }
    return number(hash, isWanted: { $0 == list }, list)
  }

  /// The number of the list of one element; a new one is added. Where it is known no list is made.
  public mutating func number(ofOnly element: Element) -> UInt32 {
    number(
      Self.hash(0, with: element), isWanted: { $0.count == 1 && $0[0] == element }, [element])
  }

  private static func hash(_ hash: UInt64, with element: Element) -> UInt64 {
    (hash ^ element.keyNumber) &* 0x9E37_79B9_7F4A_7C15
  }

  private mutating func number(
    _ fullHash: UInt64, isWanted: ([Element]) -> Bool, _ list: @autoclosure () -> [Element]
  ) -> UInt32 {
    // The largest number is no key.
    let hash = fullHash >> 1
    let first = latest[hash] ?? 0
    var known = first
    while known != 0 {
      if isWanted(lists[Int(known)]) { return known }
      known = previous[Int(known)]
    }
    let number = UInt32(lists.count)
    lists.append(list())
    previous.append(first)
    latest.set(hash, number)
    return number
  }
}
