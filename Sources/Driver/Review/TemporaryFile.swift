import Basics
import Glibc

/// A file that only this user can read, for as long as a request takes.
struct TemporaryFile {
  let path: String

  init(_ bytes: [UInt8]) throws(ReviewError) {
    let directory = getenv("TMPDIR").map { String(cString: $0) } ?? ""
    var template = Array("\(directory.isEmpty ? "/tmp" : directory)/racelint-XXXXXX".utf8CString)
    // It is made with mode 0600.
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else {
      throw .request("no temporary file: \(String(cString: strerror(errno)))")
    }
    defer { close(descriptor) }
    path = template.withUnsafeBufferPointer { buffer in
      buffer.baseAddress.map { String(cString: $0) } ?? ""
    }
    do throws(FileError) {
      try FileSystem.write(bytes[...], to: descriptor, path: path)
    } catch {
      unlink(path)
      throw .request("no temporary file: \(error.reason)")
    }
  }

  func remove() { unlink(path) }
}
