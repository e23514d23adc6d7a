import Basics
import Glibc
import GoPackages
import TestKit
import Testing

struct HardInputTests {
  static let module = ["go.mod": "module m\n", "a.go": "package a"]

  @Test func filesThatCannotBeReadAreDiagnosticsAndTheRestGoesOn() throws {
    let loaded = try load(Self.module) { root in
      symlink("nowhere", root + "/dangling.go")
      symlink("loop.go", root + "/loop.go")
      mkfifo(root + "/pipe.go", 0o644)
      mkdir(root + "/directory.go", 0o755)
      mkdir(root + "/other", 0o755)
      symlink("other", root + "/linked.go")
    }
    #expect(loaded.packages == ["m: a.go"])
    #expect(
      loaded.diagnostics == [
        "io dangling.go: cannot read the file: No such file or directory",
        "io loop.go: cannot read the file: Too many levels of symbolic links",
        "io pipe.go: cannot read the file: not an ordinary file",
      ])
  }

  @Test func aNamedFileThatCannotBeReadIsADiagnostic() throws {
    let loaded = try load(Self.module, ["dangling.go", "pipe.go"]) { root in
      symlink("nowhere", root + "/dangling.go")
      mkfifo(root + "/pipe.go", 0o644)
    }
    #expect(loaded.packages == ["m: [a.go]"])
    #expect(loaded.graph.diagnostics.map(\.kind) == [.io, .io])
  }

  @Test func aLinkToAFileIsAFile() throws {
    let loaded = try load(Self.module) { root in symlink("a.go", root + "/b.go") }
    #expect(loaded.packages == ["m: a.go b.go"])
  }

  @Test func linksToDirectoriesAreNotFollowedUnlessNamed() throws {
    let files = ["go.mod": "module m\n", "a/a.go": "package a", "a/b/b.go": "package b"]
    func prepare(_ root: String) {
      symlink("..", root + "/a/up")
      symlink(".", root + "/a/self")
      symlink("a", root + "/link")
    }
    #expect(try load(files, prepare: prepare).importPaths == ["m/a", "m/a/b"])
    #expect(try load(files, ["./link"], prepare: prepare).importPaths == ["m/link"])
    #expect(
      try load(files, ["./link/..."], prepare: prepare).importPaths == ["m/link", "m/link/b"])
    #expect(
      try load(files, ["./...", "./link/..."], prepare: prepare).importPaths == ["m/a", "m/a/b"])
    #expect(try load(files, ["./a/up/..."], prepare: prepare).importPaths.count == 2)
  }

  @Test func aLinkIntoAModuleFindsItsModule() throws {
    let files = ["m/go.mod": "module m\n", "m/a/a.go": "package a", "out/x.txt": ""]
    let loaded = try load(files, ["./link"], below: "out") { root in
      symlink("../m/a", root + "/out/link")
    }
    #expect(loaded.importPaths == ["m/a"])
  }

  @Test func aRootThatLeadsNowhereIsAnError() throws {
    #expect(throws: PatternError.self) {
      try load(Self.module, ["./loop/..."]) { root in symlink("loop", root + "/loop") }
    }
    #expect(throws: PatternError.self) {
      try load(Self.module, ["./dangling"]) { root in symlink("nowhere", root + "/dangling") }
    }
  }

  @Test func emptyFilesAreDiagnostics() throws {
    var files = Self.module
    files["b.go"] = ""
    files["c.go"] = "// only a comment\n"
    files["d.go"] = "\u{FEFF}"
    files["e.go"] = "func f() {}\n"
    files["f.go"] = "//go:build (\n\npackage a\n"
    let loaded = try load(files)
    #expect(loaded.packages == ["m: a.go"])
    #expect(
      loaded.diagnostics == [
        "package b.go: the file is empty", "package c.go: the file is empty",
        "package d.go: the file is empty", "package e.go: the file has no package clause",
        "package f.go: the //go:build line cannot be read: unexpected end of the expression",
      ])
  }

  @Test func aDirectoryOfOnlyBadFilesIsNoError() throws {
    let loaded = try load(["go.mod": "module m\n", "p/a.go": ""], ["./..."])
    #expect(loaded.packages.isEmpty)
    #expect(loaded.diagnostics == ["package p/a.go: the file is empty"])
  }

  @Test func byteOrderMarksAndCarriageReturnsAreRead() throws {
    let text = "\u{FEFF}//go:build linux\r\n\r\npackage a\r\n\r\nimport (\r\n\t\"m/b\"\r\n)\r\n"
    let files = [
      "go.mod": "\u{FEFF}module m\r\n\r\ngo 1.24\r\n", "a.go": text, "b/b.go": "package b",
    ]
    let loaded = try load(files)
    #expect(loaded.imports(of: "m") == ["m/b=<m/b>"])
    #expect(loaded.graph.packages.elements[0].files[0].languageVersion == GoVersion(1, 24))
    #expect(loaded.diagnostics.isEmpty)
  }

  @Test func bytesThatAreNotUTF8AreSurvived() throws {
    let loaded = try load(Self.module) { root in
      let bytes = Array("// ".utf8) + [0xFF, 0xC0, 0x80] + Array("\npackage a\nimport \"".utf8)
      try TemporaryDirectory.write(bytes + [0xFE] + Array("\"\n".utf8), to: root + "/b.go")
      try TemporaryDirectory.write([0x00, 0xFF, 0xD8], to: root + "/c.go")
      try TemporaryDirectory.write(Array("package a".utf8) + [0xFF], to: root + "/d.go")
    }
    #expect(loaded.packages == ["m: a.go b.go", "m [a\u{FFFD}]: d.go"])
    #expect(loaded.imports(of: "m") == ["\u{FFFD}=?"])
    #expect(loaded.diagnostics.first == "package c.go: the file has no package clause")
  }

  @Test func fileNamesThatAreNotUTF8AreDiagnostics() throws {
    let loaded = try load(Self.module) { root in
      let path = Array((root + "/b").utf8CString.dropLast()) + [CChar(bitPattern: 0xFF)]
      close(open(path + Array(".go".utf8CString), O_WRONLY | O_CREAT, 0o644))
    }
    #expect(loaded.packages == ["m: a.go"])
    #expect(loaded.graph.diagnostics.map(\.kind) == [.io])
  }

  @Test func headersLongerThanTheFirstReadAreRead() throws {
    let comment = "/*" + String(repeating: "x", count: 300_000) + "*/\n"
    let many = (0..<3000).map { "\t\"m/import/number/\($0)\"\n" }.joined()
    let files = [
      "go.mod": "module m\n", "a.go": comment + "//go:build linux\n\npackage a\n" + comment,
      "b.go": "package a\nimport (\n\(many))\n",
    ]
    let loaded = try load(files)
    #expect(loaded.packages == ["m: a.go b.go"])
    #expect(loaded.graph.packages.elements[0].imports.count == 3000)
  }

  @Test func aFileOfExactlyTheFirstReadIsWhole() throws {
    for size in [(16 << 10) - 1, 16 << 10, (16 << 10) + 1] {
      let head = "package a\nimport \"m/b\" //"
      let text = head + String(repeating: "x", count: size - head.utf8.count)
      let loaded = try load(["go.mod": "module m\n", "a.go": text])
      #expect(loaded.imports(of: "m") == ["m/b=?"])
    }
  }

  @Test func aLargeGeneratedFileIsReadByItsHeadAlone() throws {
    let head =
      "// Code generated by big. DO NOT EDIT.\n\npackage a\n\nimport \"m/b\"\n\nvar x = 1\n"
    let loaded = try load(Self.module) { root in
      let descriptor = open(root + "/z.go", O_WRONLY | O_CREAT, 0o644)
      defer { close(descriptor) }
      _ = Array(head.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      // The rest is a hole in the file: ten million zero bytes.
      ftruncate(descriptor, 10 << 20)
    }
    let file = try #require(loaded.graph.packages.elements.first?.files.last)
    #expect(file.isGenerated)
    #expect(file.size == 10 << 20)
    #expect(loaded.imports(of: "m") == ["m/b=?"])
  }

  @Test func aBadModuleFileIsADiagnosticAndItsPackagesStay() throws {
    let loaded = try load(["m/go.mod": "modul x\ngo 1.99x\n", "m/p/a.go": "package a"])
    #expect(loaded.importPaths == ["m/p"])
    #expect(
      loaded.diagnostics == [
        "package m/go.mod: cannot read the directive go",
        "package m/go.mod: the file names no module",
      ])
  }

  @Test func aModuleFileThatIsADirectoryIsNone() throws {
    let loaded = try load(["p/a.go": "package a"]) { root in mkdir(root + "/p/go.mod", 0o755) }
    #expect(loaded.graph.modules.elements.map(\.kind) == [.none])
  }
}
