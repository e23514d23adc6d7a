import Glibc

/// Why a file or directory could not be used.
public struct FileError: Error, Hashable, Sendable {
  /// The path that was asked for.
  public var path: String
  /// The system's error number, or zero for a limit of ours.
  public var code: Int32
  /// What went wrong, in the words of the system: "No such file or directory".
  public var reason: String

  /// An error with the system's own words for `code`.
  public init(path: String, code: Int32) {
    self.init(path: path, code: code, reason: String(cString: strerror(code)))
  }

  /// An error with a reason of ours.
  public init(path: String, code: Int32 = 0, reason: String) {
    self.path = path
    self.code = code
    self.reason = reason
  }

  /// Whether the path names nothing.
  public var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}

/// What a file was when it was read: changes between two looks show in it.
public struct FileStamp: Hashable, Sendable {
  /// Size in bytes.
  public var size: Int64
  /// Time of the last change in nanoseconds since 1970.
  public var modified: Int64
  /// Device and inode: the identity of what a path leads to.
  public var device: UInt64
  public var inode: UInt64
  /// File type and permissions, as in `stat`.
  public var mode: UInt32

  /// Whether it is a directory.
  public var isDirectory: Bool { mode & S_IFMT == S_IFDIR }
  /// Whether it is an ordinary file.
  public var isRegularFile: Bool { mode & S_IFMT == S_IFREG }

  /// The stamp of what lies in memory and in no file: nothing but its size.
  public init(sizeInMemory: Int) {
    size = Int64(sizeInMemory)
    modified = 0
    device = 0
    inode = 0
    mode = 0
  }

  init(_ info: stat) {
    size = Int64(info.st_size)
    modified = Int64(info.st_mtim.tv_sec) * 1_000_000_000 + Int64(info.st_mtim.tv_nsec)
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
    mode = UInt32(info.st_mode)
  }
}

/// An entry of a directory.
public struct DirectoryEntry: Hashable, Sendable {
  /// What the entry says of itself without being followed.
  public enum Kind: Sendable {
    case file
    case directory
    case symbolicLink
    case other
  }

  /// The last component of its path.
  public var name: String
  /// What it is; a symbolic link is not followed.
  public var kind: Kind
}

/// The few system calls that reading sources needs, with errors that can be shown.
public enum FileSystem {
  /// The stamp of what the path leads to, symbolic links followed.
  public static func stamp(_ path: String) throws(FileError) -> FileStamp {
    var info = stat()
    guard stat(path, &info) == 0 else { throw FileError(path: path, code: errno) }
    return FileStamp(info)
  }

  /// Whether the path leads to a directory.
  public static func isDirectory(_ path: String) -> Bool {
    (try? stamp(path))?.isDirectory ?? false
  }

  /// Whether the path leads to an ordinary file.
  public static func isFile(_ path: String) -> Bool {
    (try? stamp(path))?.isRegularFile ?? false
  }

  /// The bytes of an ordinary file, at most `limit` of them from the start.
  ///
  /// A named pipe or device is refused: reading one could wait for ever.
  public static func read(
    _ path: String, limit: Int = SourceText.largestSize
  ) throws(FileError) -> [UInt8] {
    let file = try OpenFile(path)
    let size = Int(file.stamp.size)
    if limit == SourceText.largestSize, size > limit {
      throw FileError(path: path, reason: "larger than \(limit >> 20) MiB")
    }
    var failure: FileError?
    let bytes = [UInt8](unsafeUninitializedCapacity: min(size, limit)) { buffer, count in
      do throws(FileError) {
        count = try file.read(into: UnsafeMutableRawBufferPointer(buffer), at: 0)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  /// All bytes of standard input, which is waited for to its end.
  public static func readStandardInput() throws(FileError) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(STDIN_FILENO, &buffer, buffer.count)
      if count == 0 { return bytes }
      if count > 0 {
        bytes += buffer[..<count]
      } else if errno != EINTR {
        throw FileError(path: "standard input", code: errno)
      }
    }
  }

  /// The entries of a directory but `.` and `..`, sorted by name in byte order.
  public static func entries(_ path: String) throws(FileError) -> [DirectoryEntry] {
    guard let directory = opendir(path) else { throw FileError(path: path, code: errno) }
    defer { closedir(directory) }
    var entries: [DirectoryEntry] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      var kind = Self.kind(ofType: Int32(entry.pointee.d_type))
      if Int32(entry.pointee.d_type) == Int32(DT_UNKNOWN) {
        var info = stat()
        if lstat(path + "/" + name, &info) == 0 { kind = Self.kind(ofMode: info.st_mode) }
      }
      entries.append(DirectoryEntry(name: name, kind: kind))
    }
    return entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(ofType type: Int32) -> DirectoryEntry.Kind {
    switch type {
    case Int32(DT_REG): .file
    case Int32(DT_DIR): .directory
    case Int32(DT_LNK): .symbolicLink
    default: .other
    }
  }

  private static func kind(ofMode mode: mode_t) -> DirectoryEntry.Kind {
    switch mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .directory
    case S_IFLNK: .symbolicLink
    default: .other
    }
  }
}
