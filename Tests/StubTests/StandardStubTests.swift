import Basics
import GoPackages
import GoSyntax
import TestKit
import Testing

/// The declarations of Go's own library that racelint carries.
struct StandardStubTests {
  private static let root = FilePath.clean(FilePath.directory(#filePath) + "/../..")
  private static let toolchain = root + "/.toolchain"

  /// Those that concurrent programs use most.
  private static let needed = [
    "bufio", "bytes", "container/heap", "container/list", "context", "encoding/binary",
    "encoding/json", "errors", "fmt", "io", "log", "log/slog", "maps", "math/rand", "net",
    "net/http", "net/url", "os", "reflect", "regexp", "runtime", "slices", "sort", "strconv",
    "strings", "sync", "sync/atomic", "testing", "time",
  ]

  @Test func whatProgramsUseMostIsCarried() throws {
    for path in Self.needed {
      let source = try #require(StandardStubs.source(path), "\(path)")
      #expect(source.path == "stub:" + path)
      let text = source.string(source.range)
      #expect(text.hasPrefix("// Stub of \(path): all that it exports"), "\(path)")
    }
  }

  @Test func theCarriedFilesAreThoseOfTheSources() throws {
    let folder = Self.root + "/Sources/CResources/stubs"
    let paths = StandardStubs.paths
    #expect(paths == paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    #expect(Set(paths) == Set(try Self.packages(below: folder, "")), "run Tests/Stubs/generate.sh")
    for path in paths {
      let bytes = try FileSystem.read("\(folder)/\(path)/stub.go")
      #expect(StandardStubs.source(path)?.bytes == bytes, "\(path)")
    }
  }

  @Test func racelintReadsThem() throws {
    guard var parser = GoParser() else {
      Issue.record("the grammar and the library do not fit each other")
      return
    }
    for path in StandardStubs.paths {
      let source = try #require(StandardStubs.source(path))
      #expect(parser.parse(source).errors.isEmpty, "\(path)")
    }
  }

  @Test(arguments: ["", "unsafe", "http", "net/http/", "example.com/a", "net\u{0}"])
  func whatIsNotCarriedHasNoSource(path: String) {
    #expect(StandardStubs.source(path) == nil)
  }

  @Test(.enabled(if: FileSystem.isFile(toolchain + "/bin/go"), "make toolchain has not run"))
  func stubsSayWhatTheRealPackagesSay() throws {
    try TemporaryDirectory.with { scratch in
      let directory = Self.root + "/Tests/Stubs"
      let environment = [
        "GOROOT": Self.toolchain, "GOTOOLCHAIN": "local", "GOPROXY": "off", "GOWORK": "off",
        "GOFLAGS": "", "GOENV": "off",
      ]
      let program = scratch + "/stubs"
      let build = try Subprocess.run(
        [Self.toolchain + "/bin/go", "build", "-o", program, "."], in: directory,
        environment: environment)
      try #require(build.status == 0, "\(build.errors)")
      let run = try Subprocess.run(
        [
          program, "compare", Self.toolchain, "packages.txt",
          Self.root + "/Sources/CResources/stubs",
        ], in: directory, environment: environment)
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      let last = run.output.split(separator: "\n").last ?? ""
      print(last)
      #expect(last.hasPrefix("stubs: packages \(StandardStubs.paths.count), objects "))
      #expect(last.hasSuffix(", differences 0"))
    }
  }

  /// The import paths of the directories that hold a stub.
  private static func packages(below directory: String, _ path: String) throws -> [String] {
    try FileSystem.entries(directory).flatMap { entry -> [String] in
      if entry.name == "stub.go" { return [path] }
      guard entry.kind == .directory else { return [] }
      return try packages(
        below: directory + "/" + entry.name, path.isEmpty ? entry.name : path + "/" + entry.name)
    }
  }
}
