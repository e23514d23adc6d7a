import Basics
import GoPackages
import TestKit

/// Loads packages from files of a temporary directory, which is the working directory.
///
/// `{}` in a pattern stands for that directory. Nothing outside it is looked at.
func load(
  _ files: [String: String], _ patterns: [String] = ["./..."], tests: Bool = true,
  tags: Set<String> = [], below subdirectory: String = "", jobs: Int = 2,
  prepare: (String) throws -> Void = { _ in },
  environment: (String) -> Environment = { _ in Environment() }
) throws -> Loaded {
  try TemporaryDirectory.with(files) { root in
    try prepare(root)
    let options = PackageLoader.Options(
      workingDirectory: subdirectory.isEmpty ? root : root + "/" + subdirectory,
      patterns: patterns.map { $0.hasPrefix("{}") ? root + $0.dropFirst(2) : $0 },
      includeTests: tests, build: BuildConfiguration(goos: "linux", goarch: "amd64", tags: tags),
      environment: environment(root), jobs: jobs)
    return Loaded(root: root, graph: try PackageLoader(options).load())
  }
}

/// A loaded graph as text that tests compare.
struct Loaded {
  let root: String
  let graph: PackageGraph

  /// "import/path: a.go b.go" for each package; a file that is not reported on in brackets.
  var packages: [String] {
    graph.packages.elements.map { package in
      let names = package.files.map { file in
        let name = FilePath.lastComponent(file.path)
        return file.isReported ? name : "[\(name)]"
      }
      return "\(package.importPath): \(names.joined(separator: " "))"
    }
  }

  /// The import paths alone.
  var importPaths: [String] { graph.packages.elements.map(\.importPath) }

  /// "kind path: message" for each diagnostic.
  var diagnostics: [String] {
    graph.diagnostics.map { "\($0.kind.rawValue) \($0.path): \($0.message)" }
  }

  /// "path=target" for the imports of one package: a package's import path in brackets, a
  /// directory relative to the temporary one, or "?".
  func imports(of importPath: String) -> [String] {
    let package = graph.packages.elements.first { $0.importPath == importPath }
    return (package?.imports ?? []).map { item in
      switch item.target {
      case .package(let id): "\(item.path)=<\(graph.packages[id].importPath)>"
      case .directory(let path): "\(item.path)=\(FilePath.relative(path, to: root))"
      case .stub(let path): "\(item.path)=stub:\(path)"
      case .unknown: "\(item.path)=?"
      }
    }
  }

  /// The import paths in the order of analysis.
  var order: [String] { graph.importOrder.map { graph.packages[$0].importPath } }
}
