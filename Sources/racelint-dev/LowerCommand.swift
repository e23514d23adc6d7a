import Basics
import GoIR
import GoSyntax
import GoTypes

/// Types or lowers every body of packages, for timing.
struct LowerCommand: DeveloperCommand {
  static let name = "lower"
  static let usage = "lower [--types-only] PATTERN…"
  static let summary = """
    lower every function, or with --types-only type every expression, and print
          how much there was
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let typesOnly = arguments.contains("--types-only")
    let program = try CheckedProgram(arguments.filter { $0 != "--types-only" })
    let line = Parallel.withLargeStack {
      var counts = (functions: 0, instructions: 0, expressions: 0)
      let clock = ContinuousClock()
      let start = clock.now
      let parsing = program.forEachFile { checker, file in
        let bodies = PackageBodies(checker)
        for node in checker.syntax.tree(file).children(.root) {
          let declaration = PackageNode(file: file, node: node)
          if typesOnly {
            counts.expressions += Self.typeAll(declaration, checker)
          } else if let body = bodies.body(of: declaration) {
            counts.functions += body.functions.count
            for function in body.functions.elements {
              counts.instructions += function.instructions.count
            }
          }
          bodies.drop(declaration)
        }
      }
      let rest = Figures.seconds(clock.now - start - parsing)
      return typesOnly
        ? "types: expressions \(counts.expressions), \(rest) s beside parsing"
        : "bodies: functions \(counts.functions), instructions \(counts.instructions), "
          + "\(rest) s beside parsing"
    }
    print(line)
  }

  private static func typeAll(_ declaration: PackageNode, _ checker: TypeChecker) -> Int {
    let tree = checker.syntax.tree(declaration.file)
    let body = checker.body(of: declaration)
    var count = 0
    for node in tree.subtree(declaration.node) where tree.kind(node).isExpression {
      _ = body.type(of: node)
      count += 1
    }
    return count
  }
}
