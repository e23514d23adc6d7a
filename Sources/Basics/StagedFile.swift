import Glibc

/// New contents of a file, written beside it and waiting to take its place.
///
/// A reader sees the old contents or the new ones and never a part of them. An existing file
/// keeps its mode and, where the system allows it, its owner; a symbolic link stays, and what
/// it leads to is replaced. What is no ordinary file (a terminal, a pipe, `/dev/null`) is
/// written to directly at the end. Contents that are not committed leave nothing behind.
public final class StagedFile {
  /// The path that was asked for.
  public let path: String
  private let target: String
  private let bytes: [UInt8]
  /// The file beside the target, or nil where that is written to directly or was replaced.
  private var temporary: String?

  /// Writes the bytes beside the file at `path`, which need not exist, and on to the disk.
  public init(_ bytes: [UInt8], for path: String) throws(FileError) {
    self.path = path
    self.bytes = bytes
    target = FilePath.resolvingLinks(path) ?? path
    var info = stat()
    let exists = stat(target, &info) == 0
    if exists, info.st_mode & S_IFMT == S_IFDIR { throw FileError(path: path, code: EISDIR) }
    if exists, info.st_mode & S_IFMT != S_IFREG { return }
    // Renaming would get around the protection of the file itself.
    if exists, access(target, W_OK) != 0 { throw FileError(path: path, code: errno) }
    let (descriptor, name) = try Self.create(beside: target, for: path)
    temporary = name
    defer { close(descriptor) }
    if exists {
      // Best effort: only root may give files away.
      _ = fchown(descriptor, info.st_uid, info.st_gid)
      guard fchmod(descriptor, info.st_mode & 0o7777) == 0 else {
        throw FileError(path: path, code: errno)
      }
    }
    try FileSystem.write(bytes[...], to: descriptor, path: path)
    guard fsync(descriptor) == 0 else { throw FileError(path: path, code: errno) }
  }

  deinit { if let temporary { unlink(temporary) } }

  /// Puts the contents in place of the file.
  public func commit() throws(FileError) {
    if let name = temporary {
      guard rename(name, target) == 0 else { throw FileError(path: path, code: errno) }
      temporary = nil
      return
    }
    let descriptor = open(target, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    defer { close(descriptor) }
    try FileSystem.write(bytes[...], to: descriptor, path: path)
  }

  private static func create(
    beside target: String, for path: String
  ) throws(FileError) -> (descriptor: Int32, name: String) {
    let directory = FilePath.directory(target)
    for attempt in 0..<100 {
      let name = "\(directory)/.racelint-\(getpid())-\(attempt).tmp"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST else { throw FileError(path: path, code: errno) }
    }
    throw FileError(path: path, code: EEXIST)
  }
}

extension FileSystem {
  /// Writes all the bytes to an open descriptor; `path` names it in the error.
  public static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, path: String
  ) throws(FileError) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileError(path: path, code: errno)
      }
    }
  }
}
