/// The directories that the `ignore` directives of a `go.mod` name.
///
/// `./x` is the directory x at the module's root; `x` and `x/y` match at any depth. All
/// below such a directory is ignored with it.
public struct IgnoredDirectories: Hashable, Sendable {
  private var atRoot: [String] = []
  private var anywhere: [String] = []

  /// The directories of the given directives.
  public init(_ paths: [String]) {
    for path in paths {
      if path.hasPrefix("./") {
        atRoot.append(Self.slashed(path.dropFirst(2)))
      } else {
        anywhere.append(Self.slashed(path[...]))
      }
    }
  }

  /// Whether none are ignored.
  public var isEmpty: Bool { atRoot.isEmpty && anywhere.isEmpty }

  /// Whether a directory, relative to the module's root, is ignored. The root ("." or
  /// nothing) never is.
  public func contains(_ directory: String) -> Bool {
    if isEmpty || directory.isEmpty || directory == "." { return false }
    let path = Self.slashed(directory[...])
    return atRoot.contains { path.hasPrefix($0) } || anywhere.contains { Self.occurs($0, in: path) }
  }

  private static func occurs(_ part: String, in path: String) -> Bool {
    var rest = path[...]
    while !rest.isEmpty {
      if rest.hasPrefix(part) { return true }
      rest = rest.dropFirst().drop { $0 != "/" }
    }
    return false
  }

  private static func slashed(_ path: Substring) -> String {
    let start = path.hasPrefix("/") ? "" : "/"
    let end = path.hasSuffix("/") ? "" : "/"
    return start + path + end
  }
}
