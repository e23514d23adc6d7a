import Basics

/// A place that is known by its name all over the program: a field, a package variable, a variable
/// that functions of one declaration share; or elements of what lies there.
public struct SlotKey: NumberKey, Sendable, Codable {
  public enum Base: NumberKey, Sendable, Codable {
    case field(FieldNumber)
    case global(GlobalNumber)
    /// The declared function, and the variable's number in the declaration.
    case variable(FunctionNumber, UInt32)

    public var keyNumber: UInt64 {
      switch self {
      case .field(let field): UInt64(field.rawValue) << 2
      case .global(let global): UInt64(global.rawValue) << 2 | 1
      case .variable(let function, let variable):
        UInt64(function.rawValue) << 32 | UInt64(variable) << 2 | 2
      }
    }
  }
  public var base: Base
  /// How many times elements are taken.
  public var level: UInt8
  /// Whether the elements are parts of what lies in the place: of an array, or of a container that
  /// is no reference.
  public var isInline = false
  /// The field of the elements; `none` where they are meant as wholes.
  public var field = FieldNumber.none

  public var keyNumber: UInt64 {
    base.keyNumber ^ UInt64(field.rawValue) << 24 ^ UInt64(level) << 58
  }

  /// The way from the place to what is meant.
  var way: [MemoryName.Selector] {
    var way: [MemoryName.Selector] = []
    for index in 0..<level {
      if index > 0 || !isInline { way.append(.target) }
      way.append(.element)
    }
    if !field.isNone { way.append(.field(field)) }
    return way + [.target]
  }
}
