/// An interface of a library that calls the methods of one value one at a time.
public struct SerialType: Hashable, Sendable {
  /// The import path of the package that declares it.
  public var package: String
  public var name: String
  /// The methods that are called so, in whatever version of the library.
  public var methods: Set<String>

  /// An interface by its package and name, with the names of its methods.
  public init(package: String, name: String, methods: Set<String>) {
    self.package = package
    self.name = name
    self.methods = methods
  }
}
