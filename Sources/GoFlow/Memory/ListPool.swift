import Basics

/// A list of locks of one function, each list with one number; 0 is the empty one.
struct LockListID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  static let empty = LockListID(rawValue: 0)
}

/// A list of cells of one function.
struct CellListID: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
  static let empty = CellListID(rawValue: 0)
}

/// Lists in order, each element once; equal lists have equal numbers, so that what mentions them
/// is small and compares fast.
struct ListPool<Element: NumberKey & Comparable, ID: TableID> {
  private var numbers = ListNumbers<Element>()
  private var unions = NumberMap()
  /// The list that was asked for last: mostly it is asked for again.
  private var last = ID(rawValue: 0)

  subscript(id: ID) -> [Element] { numbers.lists[id.index] }

  /// Forgets all lists but keeps the room.
  mutating func removeAll() {
    numbers.removeAll()
    unions.removeAll()
    last = ID(rawValue: 0)
  }

  mutating func id(of list: [Element]) -> ID {
    if list.isEmpty { return ID(rawValue: 0) }
    if numbers.lists[last.index] == list { return last }
    last = ID(rawValue: numbers.number(of: list))
    return last
  }

  /// The list of one element.
  mutating func id(of element: Element) -> ID {
    let list = numbers.lists[last.index]
    if list.count == 1, list[0] == element { return last }
    last = ID(rawValue: numbers.number(ofOnly: element))
    return last
  }

  mutating func union(_ first: ID, _ second: ID) -> ID {
    if first == second || second.rawValue == 0 { return first }
    if first.rawValue == 0 { return second }
    let (low, high) = first < second ? (first, second) : (second, first)
    let key = UInt64(low.rawValue) << 32 | UInt64(high.rawValue)
    if let known = unions[key] { return ID(rawValue: known) }
    var list = numbers.lists[low.index]
    list.formUnion(sorted: numbers.lists[high.index])
    let id = id(of: list)
    unions.set(key, id.rawValue)
    return id
  }
}
