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
      while numbers.count <= id.index { numbers.append(.max) }
      numbers[id.index] = newValue ?? .max
    }
  }
}
