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
}

/// How much of what a place leads to takes part.
public enum Reach: String, Hashable, Sendable, CaseIterable {
  /// The elements of a slice or map, what a pointer points at.
  case direct
  /// Whatever can be reached from there.
  case all
}
