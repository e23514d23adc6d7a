/// A pattern that names nothing that could be analysed.
public enum PatternError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A directory that is not there.
  case noSuchDirectory(String)
  /// A file that is not there.
  case noSuchFile(String)
  /// A file whose name does not end in ".go".
  case notGo(String)
  /// A directory without any Go file.
  case noGoFiles(String)
  /// A pattern with `...` that reaches no Go file.
  case matchedNothing(String)
  /// `std` or `cmd` where Go is not installed.
  case noGoRoot(String)
  /// `all`: what it means depends on a build list that only the go command makes.
  case unsupported(String)

  /// One line for the user.
  public var description: String {
    switch self {
    case .noSuchDirectory(let path): "no such directory: \(path)"
    case .noSuchFile(let path): "no such file: \(path)"
    case .notGo(let path): "not a Go file or directory: \(path)"
    case .noGoFiles(let path): "no Go files in \(path)"
    case .matchedNothing(let pattern): "\(pattern) matched no packages"
    case .noGoRoot(let pattern): "\(pattern): no Go installation found; set GOROOT"
    case .unsupported(let pattern): "the pattern \(pattern) is not supported; name directories"
    }
  }
}
