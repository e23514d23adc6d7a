import Basics

/// A value of one function: the instruction that gives it.
///
/// Instructions that give none have a number too; nothing uses it.
public struct ValueID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A basic block of one function. Number 0 is the entry.
public struct BlockID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Where the function begins.
  @inlinable public static var entry: BlockID { BlockID(rawValue: 0) }
}

/// A memory location as an instruction of one function names it.
public struct AddressID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A `defer` statement of one function, in the order of the text.
public struct DeferID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A field of a type, as the bodies of one package know it.
public struct FieldID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A variable at package level, as the bodies of one package know it.
public struct GlobalID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// What a call runs, as the bodies of one package know it.
public struct CalleeID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}
