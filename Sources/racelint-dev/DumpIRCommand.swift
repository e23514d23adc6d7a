import Basics
import GoIR
import GoSyntax
import GoTypes

/// Prints function bodies as control-flow graphs.
struct DumpIRCommand: DeveloperCommand {
  static let name = "dump-ir"
  static let usage = "dump-ir FILE[:FUNC]"
  static let summary = """
    print the control-flow graph of each function of a file, or of one:
          a function's name or a method as Type.Name, with the literals in it
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    guard arguments.count == 1, let argument = arguments.first else {
      throw DeveloperError("usage: racelint-dev \(usage)")
    }
    let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
    let wanted = parts.count > 1 ? parts[1] : nil
    let program = try CheckedProgram([parts[0]])
    let found = Parallel.withLargeStack {
      var found = 0
      program.forEachFile { checker, file in
        let bodies = PackageBodies(checker)
        let tree = checker.syntax.tree(file)
        for node in tree.children(.root) {
          let declaration = PackageNode(file: file, node: node)
          guard let body = bodies.body(of: declaration) else { continue }
          var printer = IRPrinter(declaration, in: bodies)
          let name = body.functions.elements.first.map { printer.name(of: $0) }
          if let wanted, wanted != name { continue }
          for function in body.functions.elements {
            found += 1
            print(printer.string(function))
          }
          bodies.drop(declaration)
        }
      }
      return found
    }
    if found == 0 {
      throw DeveloperError(wanted.map { "no function \($0) in \(parts[0])" } ?? "no function there")
    }
  }
}
