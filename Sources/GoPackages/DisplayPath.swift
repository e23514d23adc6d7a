import Basics

/// How paths are shown to the user.
public enum DisplayPath {
  /// Relative to the working directory if the path lies below it, else as it is.
  public static func of(_ path: String, workingDirectory: String) -> String {
    if path == workingDirectory { return "." }
    guard FilePath.isInside(path, workingDirectory) else { return path }
    let prefix = workingDirectory == "/" ? 1 : workingDirectory.utf8.count + 1
    return String(decoding: path.utf8.dropFirst(prefix), as: UTF8.self)
  }
}
