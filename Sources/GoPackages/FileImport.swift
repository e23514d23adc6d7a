import Basics

/// One import of one file.
public struct FileImport: Hashable, Sendable {
  /// The name that the file gives to the package.
  public enum Name: Hashable, Sendable {
    /// The package's own name.
    case its
    /// A name of the file's choice.
    case renamed(String)
    /// `.`: the package's names are in the file's scope.
    case dot
    /// `_`: the package is linked in and not named.
    case blank
  }

  /// The text between the quotes; escapes are not undone, as no valid path needs one.
  public var path: String
  /// What the file calls it.
  public var name: Name
  /// From the name, if there is one, to the closing quote.
  public var range: ByteRange
  /// The path with its quotes.
  public var pathRange: ByteRange

  /// An import with its place in the file.
  public init(path: String, name: Name, range: ByteRange, pathRange: ByteRange) {
    self.path = path
    self.name = name
    self.range = range
    self.pathRange = pathRange
  }
}
