/// Something that went wrong with the input, and that the run survived.
public struct Diagnostic: Hashable, Sendable {
  /// Which part of the work it concerns.
  public enum Kind: String, Sendable, CaseIterable {
    /// A file holds text that is not Go.
    case syntax
    /// A package or module is not put together as Go wants it.
    case package
    /// A file or directory could not be read or written.
    case io
    /// A comment for racelint says what it cannot do.
    case directive
  }

  /// Which part of the work it concerns.
  public var kind: Kind
  /// One sentence without a full stop, in words for the user.
  public var message: String
  /// The file or directory, as it is shown to the user.
  public var path: String
  /// Where in the file, or nil for the whole of it.
  public var range: ByteRange?
  /// The 1-based start and end of `range` in UTF-8 byte columns, with it or not at all.
  public var start: SourcePosition?
  public var end: SourcePosition?

  /// A diagnostic about a whole file or directory.
  public init(_ kind: Kind, _ message: String, path: String) {
    self.kind = kind
    self.message = message
    self.path = path
  }

  /// A diagnostic about a range of a text.
  public init(_ kind: Kind, _ message: String, in source: SourceText, range: ByteRange) {
    self.init(kind, message, path: source.path)
    let lines = LineIndex(source)
    self.range = range
    start = lines.position(at: range.start)
    end = lines.position(at: range.end)
  }
}
