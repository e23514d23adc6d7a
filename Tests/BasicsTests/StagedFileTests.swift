import Basics
import Glibc
import TestKit
import Testing

struct StagedFileTests {
  private static let new = Array("new".utf8)

  @Test func nothingChangesBeforeTheCommit() throws {
    try TemporaryDirectory.with(["a.go": "old"]) { root in
      let staged = try StagedFile(Self.new, for: root + "/a.go")
      #expect(try Self.text(root + "/a.go") == "old")
      try staged.commit()
      #expect(try Self.text(root + "/a.go") == "new")
      #expect(try FileSystem.entries(root).map(\.name) == ["a.go"])
    }
  }

  @Test func whatIsNotCommittedLeavesNothingBehind() throws {
    try TemporaryDirectory.with(["a.go": "old"]) { root in
      _ = try StagedFile(Self.new, for: root + "/a.go")
      _ = try StagedFile(Self.new, for: root + "/b.go")
      #expect(try FileSystem.entries(root).map(\.name) == ["a.go"])
      #expect(try Self.text(root + "/a.go") == "old")
    }
  }

  @Test func aFileThatIsNotThereIsMade() throws {
    try TemporaryDirectory.with { root in
      try StagedFile(Self.new, for: root + "/a.go").commit()
      #expect(try Self.text(root + "/a.go") == "new")
    }
  }

  @Test(arguments: [0o600, 0o644, 0o755] as [UInt32])
  func theModeIsKept(mode: UInt32) throws {
    try TemporaryDirectory.with(["a.go": "old"]) { root in
      chmod(root + "/a.go", mode)
      try StagedFile(Self.new, for: root + "/a.go").commit()
      #expect(try FileSystem.stamp(root + "/a.go").mode & 0o7777 == mode)
    }
  }

  @Test func aLinkStaysAndWhatItLeadsToIsReplaced() throws {
    try TemporaryDirectory.with(["d/a.go": "old"]) { root in
      symlink("d/a.go", root + "/link.go")
      try StagedFile(Self.new, for: root + "/link.go").commit()
      #expect(try Self.text(root + "/d/a.go") == "new")
      #expect(try FileSystem.entries(root).map(\.kind) == [.directory, .symbolicLink])
      #expect(try FileSystem.entries(root + "/d").map(\.name) == ["a.go"])
    }
  }

  @Test func severalFilesWaitAtOnce() throws {
    try TemporaryDirectory.with { root in
      let staged = try ["a", "b", "c"].map {
        try StagedFile(Array($0.utf8), for: root + "/\($0).go")
      }
      for file in staged { try file.commit() }
      #expect(try FileSystem.entries(root).map(\.name) == ["a.go", "b.go", "c.go"])
      #expect(try Self.text(root + "/b.go") == "b")
    }
  }

  @Test func aDirectoryIsRefused() throws {
    try TemporaryDirectory.with(["d/a.go": ""]) { root in
      let error = #expect(throws: FileError.self) {
        _ = try StagedFile(Self.new, for: root + "/d")
      }
      #expect(error?.code == EISDIR)
    }
  }

  @Test func aDirectoryThatIsNotThereIsAnError() throws {
    try TemporaryDirectory.with { root in
      let error = #expect(throws: FileError.self) {
        _ = try StagedFile(Self.new, for: root + "/none/a.go")
      }
      #expect(error?.isMissing == true)
      #expect(error?.path == root + "/none/a.go")
    }
  }

  @Test func aDeviceIsWrittenToDirectly() throws {
    try StagedFile(Self.new, for: "/dev/null").commit()
    #expect(try !FileSystem.stamp("/dev/null").isRegularFile)
  }

  private static func text(_ path: String) throws -> String {
    String(decoding: try FileSystem.read(path), as: UTF8.self)
  }
}
