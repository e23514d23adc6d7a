import Basics
import Glibc
import TestKit
import Testing

struct FilePathTests {
  @Test(arguments: [
    ("", "."), (".", "."), ("./.", "."), ("a", "a"), ("a/", "a"), ("a//b", "a/b"),
    ("a/./b", "a/b"), ("a/../b", "b"), ("a/..", "."), ("..", ".."), ("../..", "../.."),
    ("../a/..", ".."), ("a/../../b", "../b"), ("/", "/"), ("//", "/"), ("/..", "/"),
    ("/../a", "/a"), ("/a/../..", "/"), ("/a/b/", "/a/b"), ("./a", "a"), ("a...", "a..."),
    ("/a/.../b", "/a/.../b"), (" ", " "), ("\u{E9}/e\u{301}", "\u{E9}/e\u{301}"),
  ])
  func cleaning(path: String, expected: String) {
    let cleaned = FilePath.clean(path)
    #expect(Array(cleaned.utf8) == Array(expected.utf8))
    #expect(FilePath.clean(cleaned) == cleaned)
  }

  @Test(arguments: [
    ("/a", "b", "/a/b"), ("/a", "/b", "/b"), ("/a", ".", "/a"), ("/a", "", "/a"),
    ("/a", "../b", "/b"), ("/", "b", "/b"), (".", "b", "b"), ("a/", "./b/", "a/b"),
    ("/a", "../../..", "/"),
  ])
  func joining(directory: String, path: String, expected: String) {
    #expect(FilePath.join(directory, path) == expected)
  }

  @Test(arguments: [
    ("a/b/c", "a/b", "c"), ("a", ".", "a"), ("/a", "/", "a"), ("/a/b", "/a", "b"),
    ("/", "/", ""), ("a/", "a", ""),
  ])
  func splitting(path: String, directory: String, last: String) {
    #expect(FilePath.directory(path) == directory)
    #expect(FilePath.lastComponent(path) == last)
  }

  @Test(arguments: [
    ("/a/b", "/a", true), ("/a", "/a", true), ("/ab", "/a", false), ("/a", "/a/b", false),
    ("/a", "/", true), ("/", "/", true), ("a/b", "a", true), ("ab/c", "a", false),
  ])
  func lyingInside(path: String, directory: String, expected: Bool) {
    #expect(FilePath.isInside(path, directory) == expected)
  }

  @Test(arguments: [
    ("/a/b/c.go", "/a", "b/c.go"), ("/a", "/a", "."), ("/a/b.go", "/a/c", "../b.go"),
    ("/b", "/a/c", "../../b"), ("/a", "/", "a"), ("/", "/a/b", "../.."), ("/", "/", "."),
    ("/ab/c", "/a", "../ab/c"), ("/a", "/a/b", ".."),
  ])
  func relativePaths(path: String, directory: String, expected: String) {
    #expect(FilePath.relative(path, to: directory) == expected)
    #expect(FilePath.join(directory, expected) == path)
  }

  @Test func linksAreResolvedOnDisk() throws {
    try TemporaryDirectory.with(["d/a.go": ""]) { root in
      let real = try #require(FilePath.resolvingLinks(root))
      symlink("d", root + "/link")
      symlink("nowhere", root + "/dangling")
      symlink("loop", root + "/loop")
      #expect(FilePath.resolvingLinks(root + "/link/a.go") == real + "/d/a.go")
      #expect(FilePath.resolvingLinks(root + "/dangling") == nil)
      #expect(FilePath.resolvingLinks(root + "/loop") == nil)
    }
  }

  @Test func theWorkingDirectoryIsAbsolute() {
    #expect(FilePath.workingDirectory.hasPrefix("/"))
  }
}
