import Basics
import GoPackages
import GoSyntax
import GoTypes

/// The types of the packages that patterns name, one declaration after the other.
struct CheckedProgram {
  private let graph: PackageGraph
  private let options: PackageLoader.Options

  /// Loads the packages; no file is parsed yet.
  init(_ patterns: [String]) throws(DeveloperError) {
    options = PackageLoader.Options(patterns: patterns)
    do throws(PatternError) {
      graph = try PackageLoader(options).load()
    } catch {
      throw DeveloperError(error.description)
    }
    guard GoParser() != nil else { throw DeveloperError("the grammar was refused") }
  }

  /// Calls `visit` with each file of the packages to be reported on, in import order. Needs a
  /// large stack. Returns how long the parsing took that went before.
  @discardableResult
  func forEachFile(_ visit: (TypeChecker, FileID) -> Void) -> Duration {
    var parser = GoParser()
    var parsing = Duration.zero
    let clock = ContinuousClock()
    let program = ProgramTypes(graph, options) { file in
      let start = clock.now
      defer { parsing += clock.now - start }
      guard let text = try? file.read(), let tree = parser?.parse(text) else { return nil }
      return FileSyntax(file: file, tree: tree)
    }
    for package in graph.importOrder where graph.packages[package].isReported {
      let checker = program.checker(of: package)
      for file in checker.syntax.files.ids { visit(checker, file) }
      program.drop(package)
    }
    return parsing
  }
}
