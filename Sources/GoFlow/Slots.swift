import Basics

/// A place that is known by its name all over the program: a field, a package variable, a variable
/// that functions of one declaration share; or elements of what lies there.
public struct SlotKey: Hashable, Sendable, Codable {
  public enum Base: Hashable, Sendable, Codable {
    case field(FieldNumber)
    case global(GlobalNumber)
    /// The declared function, and the variable's number in the declaration.
    case variable(FunctionNumber, UInt32)
  }
  public var base: Base
  /// How many times elements are taken.
  public var level: UInt8
  /// Whether the elements are parts of what lies in the place: of an array, or of a container that
  /// is no reference.
  public var isInline = false
  /// The field of the elements; `none` where they are meant as wholes.
  public var field = FieldNumber.none

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
