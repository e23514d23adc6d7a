import Basics
import Glibc

/// A directory of its own for one test, gone when the test has run.
public enum TemporaryDirectory {
  /// Makes a directory, writes `files` (by relative path) into it, runs `body` with its
  /// absolute path, and deletes it.
  public static func with<Result>(
    _ files: [String: String] = [:], _ body: (String) throws -> Result
  ) throws -> Result {
    var template = Array("/tmp/racelint-test-XXXXXX".utf8CString)
    let path: String = try template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, mkdtemp(base) != nil else {
        throw FileError(path: "/tmp", code: errno)
      }
      return String(cString: base)
    }
    defer { remove(path) }
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      try write(Array(text.utf8), to: path + "/" + name)
    }
    return try body(path)
  }

  /// Writes a file, making the directories above it.
  public static func write(_ bytes: [UInt8], to path: String) throws {
    makeDirectories(FilePath.directory(path))
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count > 0 else { throw FileError(path: path, code: errno) }
      done += count
    }
  }

  /// Makes a directory and those above it; what is there already is left alone.
  public static func makeDirectories(_ path: String) {
    if path.isEmpty || FileSystem.isDirectory(path) { return }
    makeDirectories(FilePath.directory(path))
    mkdir(path, 0o755)
  }

  private static func remove(_ path: String) {
    for entry in (try? FileSystem.entries(path)) ?? [] {
      let child = path + "/" + entry.name
      if entry.kind == .directory {
        chmod(child, 0o755)
        remove(child)
      } else {
        unlink(child)
      }
    }
    rmdir(path)
  }
}
