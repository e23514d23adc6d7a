/// A half-open range of byte offsets in one source text, eight bytes wide.
public struct ByteRange: Hashable, Sendable, Comparable {
  /// Offset of the first byte.
  public var start: UInt32
  /// Offset after the last byte.
  public var end: UInt32

  /// A range from `start` up to, not including, `end`.
  @inlinable public init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = end
  }

  /// The range of no bytes at an offset: an insertion point.
  @inlinable public init(at offset: UInt32) { self.init(start: offset, end: offset) }

  /// How many bytes it spans.
  @inlinable public var count: Int { Int(end) - Int(start) }

  /// Whether it spans no bytes.
  @inlinable public var isEmpty: Bool { start == end }

  /// The same range as integers, for slicing arrays.
  @inlinable public var indices: Range<Int> { Int(start)..<Int(end) }

  /// Whether the other range lies within this one.
  @inlinable public func contains(_ other: ByteRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the byte at the offset lies within.
  @inlinable public func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }

  /// Ordered by start, then by end.
  @inlinable public static func < (left: ByteRange, right: ByteRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
