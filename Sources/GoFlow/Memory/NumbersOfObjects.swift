import Basics

/// Numbers that belong to objects: each to one, in the order in which they were added. They count up
/// from 0, and all objects' lists lie in one array.
struct NumbersOfObjects {
  /// The first and the last number of each object; `max` where there is none.
  private var ends: [(first: UInt32, last: UInt32)] = []
  /// The number behind each number in the list of its object; `max` behind the last one.
  private var following: [UInt32] = []

  /// The numbers of an object, as they are now.
  subscript(object: ObjectID) -> Numbers {
    object.index < ends.count
      ? Numbers(following: following, current: ends[object.index].first)
      : Numbers(following: [], current: .max)
  }

  /// Forgets all numbers but keeps the room.
  mutating func removeAll() {
    ends.removeAll(keepingCapacity: true)
    following.removeAll(keepingCapacity: true)
  }

  /// Adds the next number.
  mutating func add(to object: ObjectID) {
    let number = UInt32(following.count)
    following.append(.max)
    while ends.count <= object.index { ends.append((.max, .max)) }
    if ends[object.index].first == .max {
      ends[object.index].first = number
    } else {
      following[Int(ends[object.index].last)] = number
    }
    ends[object.index].last = number
  }

  /// The numbers of one object.
  struct Numbers: Sequence, IteratorProtocol {
    fileprivate let following: [UInt32]
    fileprivate var current: UInt32

    var isEmpty: Bool { current == .max }

    mutating func next() -> UInt32? {
      if current == .max { return nil }
      defer { current = following[Int(current)] }
      return current
    }
  }
}
