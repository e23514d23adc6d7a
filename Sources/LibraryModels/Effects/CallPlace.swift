/// A value that takes part in a call.
public enum CallPlace: Hashable, Sendable {
  case receiver
  /// An argument by its position, from 0; those of a variadic parameter are one slice, at that
  /// parameter's position, whose elements the text names with `3...`.
  case argument(Int)
  /// The elements of the slice of a variadic parameter, by the parameter's position.
  case variadic(Int)
  /// A result by its position, from 0.
  case result(Int)
  /// What the receiver was made to keep.
  case kept
  /// A field of what another place leads to.
  indirect case field(CallPlace, ModelledField)
}

/// A field of a struct type of a library.
public struct ModelledField: Hashable, Sendable {
  /// The import path of the package that declares the type.
  public var package: String
  public var type: String
  public var name: String

  /// A field by its names.
  public init(package: String, type: String, name: String) {
    self.package = package
    self.type = type
    self.name = name
  }
}

/// How much of what a place leads to takes part.
public enum Reach: String, Hashable, Sendable, CaseIterable {
  /// The elements of a slice or map, what a pointer points at.
  case direct
  /// What a container keeps its order in: neither what was put into it nor fields that others see.
  case inner
  /// Whatever can be reached from there.
  case all
  /// As `all`, but no further than exported fields lead, as package reflect allows.
  case exported
}
