import Basics
import GoPackages
import Testing

struct ModuleFileTests {
  private static func read(_ text: String) -> ModuleFile {
    ModuleFile(SourceText(path: "go.mod", text: text))
  }

  @Test func readsAllThatMatters() {
    let file = Self.read(
      """
      // A comment.
      module example.com/m // another

      go 1.22.3
      toolchain go1.23.0
      godebug default=go1.21
      tool example.com/tool

      require example.com/one v1.0.0
      require (
      \texample.com/two v2.3.4 // indirect
      \t"example.com/three" v0.0.0-20200101000000-abcdef012345
      )
      exclude example.com/one v0.9.0
      retract [v1.0.0, v1.1.0]
      replace example.com/one => ../one
      replace (
      \texample.com/two v2.3.4 => example.com/other v1.5.0
      )
      ignore ./node_modules
      ignore (
      \tstatic
      )
      """)
    #expect(file.diagnostics.isEmpty)
    #expect(file.path == "example.com/m")
    #expect(file.goVersion == GoVersion(1, 22))
    #expect(
      file.requirements.map { "\($0.path) \($0.version)" } == [
        "example.com/one v1.0.0", "example.com/two v2.3.4",
        "example.com/three v0.0.0-20200101000000-abcdef012345",
      ])
    #expect(file.replacements.map(\.target) == ["../one", "example.com/other"])
    #expect(file.replacements.map(\.isDirectory) == [true, false])
    #expect(file.replacements.map(\.version) == [nil, "v2.3.4"])
    #expect(file.ignored == IgnoredDirectories(["./node_modules", "static"]))
  }

  @Test(arguments: [
    ("module m", "m"), ("module \"m/n\"", "m/n"), ("module `m`\r\ngo 1.20\r\n", "m"),
    ("module (\n m\n)", "m"), ("\u{FEFF}module m", "m"), ("module m//c", "m"),
  ])
  func readsTheModulePath(text: String, path: String) {
    let file = Self.read(text)
    #expect(file.path == path)
    #expect(file.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("", nil), ("module m\nmodule n", 2), ("module m\ngo x", 2), ("module m\ngo", 2),
    ("module m\nrequire a", 2), ("module m\nreplace a b", 2), ("module m\nrequire (\na v1", 3),
    ("module m\nreplace \"a => b", 2), ("module m\nignore a b", 2), ("go 1.20", nil),
    ("module m\nreplace => b", 2),
  ])
  func badLinesAreDiagnosticsWithTheirLine(text: String, line: Int?) throws {
    let diagnostic = try #require(Self.read(text).diagnostics.first)
    #expect(diagnostic.kind == .package)
    #expect(diagnostic.path == "go.mod")
    #expect(diagnostic.start.map { Int($0.line) } == line)
  }

  @Test func bytesOfAnyKindAreSurvived() {
    let file = ModuleFile(SourceText(path: "go.mod", bytes: [0xFF, 0x0A, 0x28, 0x29, 0x22, 0x00]))
    #expect(!file.diagnostics.isEmpty)
  }

  @Test(arguments: [
    ("./x", "x", true), ("./x", "x/y", true), ("./x", "a/x", false), ("x", "a/x/b", true),
    ("x", "xy", false), ("x/y", "a/x/y/b", true), ("x/y", "x/a/y", false), ("./x/y", "x", false),
    ("x", ".", false), ("./.", ".", false),
  ])
  func ignoredDirectories(directive: String, directory: String, expected: Bool) {
    #expect(IgnoredDirectories([directive]).contains(directory) == expected)
  }

  @Test func readsWorkFiles() {
    let file = WorkFile(
      SourceText(
        path: "go.work",
        text: "go 1.23\nuse ./a\nuse (\n ./b\n \"../c\"\n)\nreplace x => ./x\nuse\n"))
    #expect(file.goVersion == GoVersion(1, 23))
    #expect(file.uses == ["./a", "./b", "../c"])
    #expect(file.replacements.map(\.target) == ["./x"])
    #expect(file.diagnostics.map { Int($0.start?.line ?? 0) } == [8])
  }
}
