import Basics
import GoIR
import GoSyntax
import GoTypes

/// Types or lowers every body of packages, for timing.
struct LowerCommand: DeveloperCommand {
  static let name = "lower"
  static let usage = "lower [--types-only] [--jobs N] PATTERN…"
  static let summary = """
    lower every function, or with --types-only type every expression, and print
          how much there was
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: ["--types-only"], usage: usage)
    let typesOnly = given.flags.contains("--types-only")
    let program = try CheckedProgram(given.patterns, jobs: given.jobs)
    let counts = program.mapPackages { checker in
      typesOnly ? Counts(typing: checker) : Counts(lowering: checker)
    }
    let total = counts.reduce(into: Counts()) { $0.add($1) }
    print(
      typesOnly
        ? "types: expressions \(total.expressions)"
        : "bodies: functions \(total.functions), instructions \(total.instructions)")
  }
}

/// How much there was in a package.
private struct Counts: Sendable {
  var functions = 0
  var instructions = 0
  var expressions = 0

  init() {}

  init(typing checker: TypeChecker) {
    for file in checker.syntax.files.ids {
      let tree = checker.syntax.tree(file)
      for declaration in tree.children(.root) {
        let body = checker.body(of: PackageNode(file: file, node: declaration))
        for node in tree.subtree(declaration) where tree.kind(node).isExpression {
          _ = body.type(of: node)
          expressions += 1
        }
        checker.drop(PackageNode(file: file, node: declaration))
      }
    }
  }

  init(lowering checker: TypeChecker) {
    let bodies = PackageBodies(checker)
    for file in checker.syntax.files.ids {
      for node in checker.syntax.tree(file).children(.root) {
        let declaration = PackageNode(file: file, node: node)
        guard let body = bodies.body(of: declaration) else { continue }
        functions += body.functions.count
        for function in body.functions.elements { instructions += function.instructions.count }
        bodies.drop(declaration)
      }
    }
  }

  mutating func add(_ other: Counts) {
    functions += other.functions
    instructions += other.instructions
    expressions += other.expressions
  }
}
