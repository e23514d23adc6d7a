/// An index into one kind of table, four bytes wide.
///
/// Each table has its own id type, so that an id cannot be used on the wrong table. The
/// largest value stands for "no element": an optional of four bytes would stride eight.
public protocol TableID: NumberKey, Comparable, Sendable, Codable {
  /// The position in the table, or `UInt32.max` for `none`.
  var rawValue: UInt32 { get }
  /// Makes an id from a position; does not check that the table is that long.
  init(rawValue: UInt32)
}

extension TableID {
  /// The id that names no element.
  @inlinable public static var none: Self { Self(rawValue: .max) }

  /// Whether this id names no element.
  @inlinable public var isNone: Bool { rawValue == .max }

  @inlinable public var keyNumber: UInt64 { UInt64(rawValue) }

  /// The position as an `Int`; meaningless for `none`.
  @inlinable public var index: Int { Int(rawValue) }

  /// Makes an id from an index that fits 32 bits.
  @inlinable public init(_ index: Int) { self.init(rawValue: UInt32(truncatingIfNeeded: index)) }

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.rawValue < right.rawValue
  }

  /// As its number alone.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(UInt32.self))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}

/// A contiguous array of elements that are addressed by their own id type.
public struct Table<ID: TableID, Element> {
  /// The elements in the order of their ids.
  public private(set) var elements: [Element] = []

  /// An empty table.
  public init() {}

  /// A table of the given elements, whose ids are their positions.
  public init(_ elements: [Element]) { self.elements = elements }

  /// How many elements there are.
  @inlinable public var count: Int { elements.count }

  /// Whether there are none.
  @inlinable public var isEmpty: Bool { elements.isEmpty }

  /// The ids in order.
  @inlinable public var ids: some RandomAccessCollection<ID> {
    (0..<elements.count).lazy.map { ID($0) }
  }

  /// The element of an id, which must not be `none`.
  public subscript(id: ID) -> Element {
    @inlinable get { elements[id.index] }
    set { elements[id.index] = newValue }
  }

  /// Takes all elements out but keeps the room.
  public mutating func removeAll() { elements.removeAll(keepingCapacity: true) }

  /// Adds an element and gives its id.
  public mutating func append(_ element: Element) -> ID {
    elements.append(element)
    return ID(elements.count - 1)
  }
}

extension Table: Sendable where Element: Sendable {}
