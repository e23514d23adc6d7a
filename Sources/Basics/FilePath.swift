import Glibc

/// Paths as strings with `/` between components, resolved by their text alone.
public enum FilePath {
  /// The working directory of the process, or "." where the system has none.
  public static var workingDirectory: String {
    guard let buffer = getcwd(nil, 0) else { return "." }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The path with `.`, `..` and doubled `/` taken out; an empty path becomes ".".
  public static func clean(_ path: String) -> String {
    let isAbsolute = path.utf8.first == UInt8(ascii: "/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." {
        parts.removeLast()
      } else if part != ".." || !isAbsolute {
        parts.append(part)
      }
    }
    let joined = parts.joined(separator: "/")
    return isAbsolute ? "/" + joined : (joined.isEmpty ? "." : joined)
  }

  /// `path` seen from `directory`; an absolute path stays as it is. Cleaned.
  public static func join(_ directory: String, _ path: String) -> String {
    clean(path.utf8.first == UInt8(ascii: "/") ? path : directory + "/" + path)
  }

  /// All but the last component: "a/b" of "a/b/c", "." of "a", "/" of "/a".
  public static func directory(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last component.
  public static func lastComponent(_ path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path }
    return String(path[path.index(after: slash)...])
  }

  /// Whether a cleaned path is the directory or lies below it.
  public static func isInside(_ path: String, _ directory: String) -> Bool {
    path == directory || directory == "/" || path.hasPrefix(directory + "/")
  }

  /// A cleaned absolute path as seen from an absolute directory: "pkg/a.go", "../b.go", ".".
  public static func relative(_ path: String, to directory: String) -> String {
    if path == directory { return "." }
    let target = path.split(separator: "/")
    let base = directory.split(separator: "/")
    var common = 0
    while common < min(target.count, base.count), target[common] == base[common] { common += 1 }
    let up = Array(repeating: "..", count: base.count - common)
    return (up + target[common...].map(String.init)).joined(separator: "/")
  }

  /// The path with every symbolic link followed, or nil where it leads nowhere.
  public static func resolvingLinks(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }
}
