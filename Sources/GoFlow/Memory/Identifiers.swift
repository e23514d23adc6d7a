import Basics

/// Memory that one function may use, as far as the analysis tells it apart.
public struct ObjectID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A way from the start of an object to a part of it, through fields and elements.
public struct PathID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The object as a whole.
  @inlinable public static var whole: PathID { PathID(rawValue: 0) }
}

/// How far a slice reaches, as far as slices can be compared.
public struct HeaderID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// No slice, or one of which nothing is known.
  @inlinable public static var unknown: HeaderID { HeaderID(rawValue: 0) }
}

/// What one value of a reference type may lead to: a cell and, of a slice, a header.
public struct ReferenceID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A set of references.
public struct SetID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Leads nowhere: nil.
  @inlinable public static var empty: SetID { SetID(rawValue: 0) }
  @inlinable public var isEmpty: Bool { rawValue == 0 }
}

/// A part of an object.
public struct Cell: NumberKey, Sendable {
  public var object: ObjectID
  public var path: PathID

  @inlinable public init(_ object: ObjectID, _ path: PathID = .whole) {
    self.object = object
    self.path = path
  }

  @inlinable var key: UInt64 { UInt64(object.rawValue) << 32 | UInt64(path.rawValue) }

  @inlinable public var keyNumber: UInt64 { key }
}
