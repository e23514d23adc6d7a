import Basics

/// A type of one type table. Identical types of a table have equal ids.
public struct TypeID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }
}

/// A package whose types are known, by its number in the program.
public struct UnitID: TableID {
  public let rawValue: UInt32
  @inlinable public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The predeclared types: `error`, `any`, `comparable`.
  public static let universe = UnitID(rawValue: 0)
}

/// The predeclared types, and the kinds that constants have before they get a type.
public enum BasicKind: UInt8, Sendable, CaseIterable {
  case bool
  case int, int8, int16, int32, int64
  case uint, uint8, uint16, uint32, uint64, uintptr
  case float32, float64
  case complex64, complex128
  case string
  case unsafePointer
  case untypedBool, untypedInt, untypedRune, untypedFloat, untypedComplex, untypedString
  case untypedNil

  /// The name in Go; of an untyped kind the words for it.
  public var name: String {
    switch self {
    case .unsafePointer: "unsafe.Pointer"
    case .untypedBool: "untyped bool"
    case .untypedInt: "untyped int"
    case .untypedRune: "untyped rune"
    case .untypedFloat: "untyped float"
    case .untypedComplex: "untyped complex"
    case .untypedString: "untyped string"
    case .untypedNil: "untyped nil"
    default: "\(self)"
    }
  }

  /// Whether it is a constant's kind and no type yet.
  public var isUntyped: Bool { rawValue >= Self.untypedBool.rawValue }

  /// Whether shifts and other integer operations apply.
  public var isInteger: Bool {
    (Self.int.rawValue...Self.uintptr.rawValue).contains(rawValue)
      || self == .untypedInt || self == .untypedRune
  }

  /// Whether it is an integer type without a sign.
  var isUnsigned: Bool { (Self.uint.rawValue...Self.uintptr.rawValue).contains(rawValue) }

  /// The bytes of a value on a machine of 64 bits; nil where it has no type yet.
  var size: Int64? {
    switch self {
    case .bool, .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .float32: 4
    case .int, .uint, .int64, .uint64, .uintptr, .float64, .complex64, .unsafePointer: 8
    case .complex128, .string: 16
    default: nil
    }
  }

  /// The type that a variable gets from a constant of this kind.
  public var defaultKind: BasicKind {
    switch self {
    case .untypedBool: .bool
    case .untypedInt: .int
    case .untypedRune: .int32
    case .untypedFloat: .float64
    case .untypedComplex: .complex128
    case .untypedString: .string
    default: self
    }
  }
}
