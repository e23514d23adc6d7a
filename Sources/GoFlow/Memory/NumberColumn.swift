import Basics

/// A number for some of the elements of a table, beside the table.
struct NumberColumn<ID: TableID> {
  private var numbers: [UInt32] = []

  /// The number of an element, which is less than `UInt32.max`; nil where it has none.
  subscript(id: ID) -> UInt32? {
    get {
      guard id.index < numbers.count, numbers[id.index] != .max else { return nil }
      return numbers[id.index]
    }
    set {
      if numbers.count <= id.index {
        // Twice as many, so that a table that grows with its column is not copied each time.
        let count = max(id.index + 1, 2 * numbers.count)
        numbers.append(contentsOf: repeatElement(.max, count: count - numbers.count))
      }
      numbers[id.index] = newValue ?? .max
    }
  }

  /// Forgets all numbers but keeps the room.
  mutating func removeAll() { numbers.removeAll(keepingCapacity: true) }

  /// The elements that have numbers, in the order of the table.
  var pairs: [(key: ID, value: UInt32)] {
    numbers.enumerated().filter { $0.element != .max }.map { (ID($0.offset), $0.element) }
  }
}
