/// One step of a way into an object or value, four bytes.
public struct PathStep: RawRepresentable, Hashable, Sendable, Codable {
  public var rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Any element of an array, slice, map or channel.
  public static let element = PathStep(rawValue: .max)
  /// Whatever comes after the longest way.
  public static let rest = PathStep(rawValue: .max - 1)
  /// A reference is followed: in the ways of aliases, and before a `rest` that leaves out the
  /// references themselves.
  static let follow = PathStep(rawValue: .max - 2)
  /// What a library's container keeps its order in.
  static let inner = PathStep(rawValue: .max - 3)
  /// A part of a value that has several: of the results of a call, of a pair.
  @inlinable public static func part(_ position: Int) -> PathStep {
    PathStep(rawValue: 0xFFFF_0000 + UInt32(position))
  }
  /// A field.
  @inlinable public static func field(_ field: FieldNumber) -> PathStep {
    PathStep(rawValue: field.rawValue)
  }

  /// The field, or nil.
  @inlinable public var field: FieldNumber? {
    rawValue < 0xFFFF_0000 ? FieldNumber(rawValue: rawValue) : nil
  }
  /// The position of a part, or nil.
  @inlinable public var part: Int? {
    rawValue >= 0xFFFF_0000 && rawValue < 0xFFFF_FFF0 ? Int(rawValue - 0xFFFF_0000) : nil
  }
}

/// How values of a type are taken apart into single references.
///
/// A number or string has no leaf, a slice, map, pointer, channel, function or interface has one
/// without steps; a struct has one for each reference in it, with the steps that lead there. An
/// array is one element. Where the steps would be more than `maximumDepth`, they end with `rest`.
/// What has more than `maximumLeaves` leaves has so many, and one more that is `rest` alone. In a
/// value of several parts all this holds for each part, whose leaves begin with it.
public struct Layout: Hashable, Sendable {
  public struct Leaf: Hashable, Sendable {
    public var steps: [PathStep]
    public var kind: ReferenceKind
  }
  public var leaves: [Leaf]

  public static let maximumLeaves = 24
  public static let maximumDepth = 6

  public init(leaves: [Leaf]) { self.leaves = leaves }
}
