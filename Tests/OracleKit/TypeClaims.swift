import Basics

/// What an analyzer says of the types and callees of Go files; the oracle judges it.
///
/// Everything is spelled as the documentation of Tests/TypeOracle says.
public protocol TypeClaims: Sendable {
  /// What is said of a file, by its absolute path; nil where the file is not known. Asked
  /// once a file, from several threads, the files of a package one after the other.
  func claims(path: String) -> (any FileClaims)?
}

/// What an analyzer says of one file. Used by one thread.
public protocol FileClaims {
  /// The type of the expression that spans the range, or nil for no claim.
  ///
  /// Two expressions never have the same range. Most are asked for in the order of a walk
  /// from the outside in and from left to right.
  func type(of range: ByteRange) -> String?
  /// The declared function, or method of a type or an interface, that the call which spans
  /// the range calls; nil for no claim, and where something else is called.
  func callee(of range: ByteRange) -> String?
}

/// The analyzer that knows nothing.
public struct NoClaims: TypeClaims {
  public init() {}

  /// Nothing.
  public func claims(path: String) -> (any FileClaims)? { nil }
}
