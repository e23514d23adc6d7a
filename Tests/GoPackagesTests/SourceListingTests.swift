import Basics
import Glibc
import GoPackages
import TestKit
import Testing

struct SourceListingTests {
  @Test func listsAllFilesButTestdata() throws {
    let files = [
      "b.go": "", "a_windows.go": "", "_c.go": "", ".d/e.go": "", "vendor/f.go": "",
      "x/testdata/g.go": "", "x/h_test.go": "", "x/go.mod": "module x", "x.go/i.go": "",
      "testdata.go": "", "readme.txt": "",
    ]
    try TemporaryDirectory.with(files) { root in
      symlink(root, root + "/loop")
      symlink("nowhere", root + "/dangling.go")
      let listing = try SourceListing.all(below: root)
      #expect(
        listing.files.map { FilePath.relative($0, to: root) } == [
          ".d/e.go", "_c.go", "a_windows.go", "b.go", "testdata.go", "vendor/f.go", "x.go/i.go",
          "x/h_test.go",
        ])
      #expect(listing.diagnostics.isEmpty)
      let own = try SourceListing.files(in: root + "/")
      #expect(own.map(FilePath.lastComponent) == ["_c.go", "a_windows.go", "b.go", "testdata.go"])
    }
  }

  @Test func aMissingDirectoryIsAnError() {
    #expect(throws: FileError.self) { try SourceListing.all(below: "/nowhere/at/all") }
  }
}
