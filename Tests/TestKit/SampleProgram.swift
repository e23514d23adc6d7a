import Basics
import GoPackages
import GoTypes

/// Small programs that are given as text.
public enum SampleProgram {
  /// The types of the packages of a module, by the texts of its files, `go.mod` among them. For
  /// linux/amd64, and as if no Go were installed.
  public static func load(_ files: [String: String], jobs: Int = 1) throws -> ProgramTypes {
    try TemporaryDirectory.with(files) { root in
      let options = PackageLoader.Options(
        workingDirectory: root, build: BuildConfiguration(goos: "linux", goarch: "amd64"),
        environment: Environment(), jobs: jobs)
      let graph = try PackageLoader(options).load()
      // Files are read now: the directory goes away.
      var texts: [String: SourceText] = [:]
      for package in graph.packages.elements {
        for file in package.files { texts[file.path] = try file.read() }
      }
      return ProgramTypes(graph, options) { [texts] file in
        texts[file.path] ?? (try? file.read())
      }
    }
  }
}
