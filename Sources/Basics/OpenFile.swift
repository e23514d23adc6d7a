import Glibc

/// An ordinary file that is open for reading; closed when this value's life ends.
///
/// For reading the first part of many files: one `open`, one `fstat`, and one `read` each
/// into a buffer that the caller keeps.
public struct OpenFile: ~Copyable {
  /// What the file was when it was opened.
  public let stamp: FileStamp
  private let path: String
  private let descriptor: Int32

  /// Opens the file. A directory, named pipe or device is refused: reading one could wait
  /// for ever.
  public init(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileError(path: path, code: errno) }
    var info = stat()
    guard fstat(descriptor, &info) == 0 else {
      let code = errno
      close(descriptor)
      throw FileError(path: path, code: code)
    }
    let stamp = FileStamp(info)
    guard stamp.isRegularFile else {
      close(descriptor)
      throw stamp.isDirectory
        ? FileError(path: path, code: EISDIR)
        : FileError(path: path, reason: "not an ordinary file")
    }
    self.stamp = stamp
    self.path = path
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Fills the buffer with the bytes from `offset` on; gives how many there were.
  ///
  /// Fewer than the buffer holds means that the file ends there.
  public func read(
    into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(FileError) -> Int {
    var count = 0
    while count < buffer.count, let base = buffer.baseAddress {
      let got = pread(descriptor, base + count, buffer.count - count, off_t(offset + count))
      if got > 0 {
        count += got
      } else if got == 0 {
        break
      } else if errno != EINTR {
        throw FileError(path: path, code: errno)
      }
    }
    return count
  }
}
