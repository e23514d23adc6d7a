import Basics
import Driver
import GoPackages
import GoSyntax
import GoTypes

/// Prints the types of the expressions of packages.
struct DumpTypesCommand: DeveloperCommand {
  static let name = "dump-types"
  static let usage = "dump-types PATTERN…"
  static let summary = "print the type of each expression, and what each call runs"

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let options = PackageLoader.Options(patterns: arguments)
    let graph: PackageGraph
    do throws(PatternError) {
      graph = try PackageLoader(options).load()
    } catch {
      throw DeveloperError(error.description)
    }
    guard GoParser() != nil else { throw DeveloperError("the grammar was refused") }
    let program = ProgramTypes(graph, options) { file in
      guard var parser = GoParser(), let bytes = try? FileSystem.read(file.path) else { return nil }
      return FileSyntax(
        file: file, tree: parser.parse(SourceText(path: file.displayPath, bytes: bytes)))
    }
    let quiet = arguments.contains("-q")
    let clock = ContinuousClock()
    let start = clock.now
    var total = 0
    var known = 0
    for package in graph.importOrder where graph.packages[package].isReported {
      let checker = program.checker(of: package)
      for file in checker.syntax.files.ids {
        let tree = checker.syntax.tree(file)
        let lines = LineIndex(tree.source)
        for declaration in tree.children(.root) {
          let node = PackageNode(file: file, node: declaration)
          let body = checker.body(of: node)
          for expression in tree.subtree(declaration) where tree.kind(expression).isExpression {
            let type = body.type(of: expression)
            total += 1
            if type != TypeID.unknown { known += 1 }
            if !quiet {
              let place = lines.position(at: tree.range(expression).start)
              print(
                "\(tree.source.path):\(place.line):\(place.column) \(tree.text(expression).debugDescription) \(checker.string(type))"
              )
            }
          }
          checker.drop(node)
        }
      }
      program.drop(package)
    }
    print("types: \(total) expressions, \(known) known, \(Figures.seconds(clock.now - start)) s")
  }
}
