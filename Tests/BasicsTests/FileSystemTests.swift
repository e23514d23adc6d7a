import Basics
import Glibc
import TestKit
import Testing

struct FileSystemTests {
  @Test func readsBytesAsTheyAre() throws {
    try TemporaryDirectory.with { root in
      let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x00, 0xFF, 0x0D, 0x0A]
      try TemporaryDirectory.write(bytes, to: root + "/a.go")
      try TemporaryDirectory.write([], to: root + "/empty.go")
      #expect(try FileSystem.read(root + "/a.go") == bytes)
      #expect(try FileSystem.read(root + "/a.go", limit: 3) == Array(bytes[..<3]))
      #expect(try FileSystem.read(root + "/a.go", limit: 99) == bytes)
      #expect(try FileSystem.read(root + "/a.go", limit: 0).isEmpty)
      #expect(try FileSystem.read(root + "/empty.go").isEmpty)
    }
  }

  @Test func aFileThatIsTooLargeIsRefusedWithoutReadingIt() throws {
    try TemporaryDirectory.with { root in
      let descriptor = open(root + "/a.go", O_WRONLY | O_CREAT, 0o644)
      defer { close(descriptor) }
      // A hole: takes no room on disk.
      ftruncate(descriptor, off_t(SourceText.largestSize) + 1)
      let error = #expect(throws: FileError.self) { try FileSystem.read(root + "/a.go") }
      #expect(error?.reason == "larger than 1024 MiB")
      #expect(error?.isMissing == false)
      let start = try FileSystem.read(root + "/a.go", limit: 4)
      #expect(start == [0, 0, 0, 0])
    }
  }

  @Test func whatIsNoOrdinaryFileIsRefused() throws {
    try TemporaryDirectory.with { root in
      mkfifo(root + "/pipe", 0o644)
      mkdir(root + "/directory", 0o755)
      let pipe = #expect(throws: FileError.self) { try FileSystem.read(root + "/pipe") }
      #expect(pipe?.reason == "not an ordinary file")
      let directory = #expect(throws: FileError.self) { try FileSystem.read(root + "/directory") }
      #expect(directory?.code == EISDIR)
      #expect(throws: FileError.self) { try FileSystem.read("/dev/zero") }
    }
  }

  @Test func aMissingFileIsMissing() throws {
    try TemporaryDirectory.with(["a.go": ""]) { root in
      for path in [root + "/b.go", root + "/a.go/b.go", root + "/x/y.go", ""] {
        let error = #expect(throws: FileError.self) { try FileSystem.read(path) }
        #expect(error?.isMissing == true)
        #expect(error?.path == path)
        #expect(throws: FileError.self) { try FileSystem.stamp(path) }
        #expect(!FileSystem.isFile(path))
        #expect(!FileSystem.isDirectory(path))
      }
    }
  }

  @Test func stampsTellWhatAPathLeadsTo() throws {
    try TemporaryDirectory.with(["a.go": "abc"]) { root in
      symlink("a.go", root + "/link")
      let stamp = try FileSystem.stamp(root + "/a.go")
      #expect(stamp.size == 3)
      #expect(stamp.isRegularFile)
      #expect(!stamp.isDirectory)
      #expect(try FileSystem.stamp(root + "/link") == stamp)
      #expect(try FileSystem.stamp(root).isDirectory)
      #expect(FileSystem.isFile(root + "/link"))
      #expect(FileSystem.isDirectory(root))
      try TemporaryDirectory.write(Array("abcd".utf8), to: root + "/a.go")
      #expect(try FileSystem.stamp(root + "/a.go") != stamp)
    }
  }

  @Test func entriesAreSortedByTheirBytesAndNotFollowed() throws {
    try TemporaryDirectory.with(["b": "", "a/x": "", "Z": "", ".hidden": "", "é": ""]) { root in
      symlink("a", root + "/link")
      mkfifo(root + "/pipe", 0o644)
      let entries = try FileSystem.entries(root)
      #expect(entries.map(\.name) == [".hidden", "Z", "a", "b", "link", "pipe", "é"])
      let kinds: [DirectoryEntry.Kind] = [
        .file, .file, .directory, .file, .symbolicLink, .other, .file,
      ]
      #expect(entries.map(\.kind) == kinds)
      #expect(throws: FileError.self) { try FileSystem.entries(root + "/b") }
      #expect(throws: FileError.self) { try FileSystem.entries(root + "/none") }
    }
  }

  @Test func longNamesAreEntries() throws {
    let name = String(repeating: "n", count: 252) + ".go"
    try TemporaryDirectory.with([name: ""]) { root in
      let names = try FileSystem.entries(root).map(\.name)
      #expect(names == [name])
    }
  }
}

struct OpenFileTests {
  @Test func readsAnyPart() throws {
    try TemporaryDirectory.with(["a.go": "0123456789"]) { root in
      let file = try OpenFile(root + "/a.go")
      #expect(file.stamp.size == 10)
      for (offset, size, expected) in [(0, 4, "0123"), (6, 8, "6789"), (10, 4, ""), (99, 4, "")] {
        var buffer = Array(repeating: UInt8(0), count: size)
        let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0, at: offset) }
        #expect(String(decoding: buffer[..<count], as: UTF8.self) == expected)
      }
    }
  }

  @Test func anEmptyBufferReadsNothing() throws {
    try TemporaryDirectory.with(["a.go": "0123"]) { root in
      let file = try OpenFile(root + "/a.go")
      #expect(try file.read(into: UnsafeMutableRawBufferPointer(start: nil, count: 0), at: 0) == 0)
    }
  }

  @Test func isClosedAtTheEndOfItsLife() throws {
    try TemporaryDirectory.with(["a.go": ""]) { root in
      // More than a process may have open at once.
      for _ in 0..<3000 { _ = try OpenFile(root + "/a.go").stamp.size }
      mkfifo(root + "/pipe", 0o644)
      for _ in 0..<3000 {
        #expect(throws: FileError.self) { _ = try OpenFile(root + "/pipe").stamp.size }
      }
    }
  }
}
