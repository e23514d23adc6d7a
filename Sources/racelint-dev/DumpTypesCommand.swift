import Basics
import GoSyntax
import GoTypes

/// Prints the types of the expressions of packages.
struct DumpTypesCommand: DeveloperCommand {
  static let name = "dump-types"
  static let usage = "dump-types [--summary] PATTERN…"
  static let summary = """
    print the type of each expression, and what each call runs; with --summary only
          how many there are
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let isSummary = arguments.contains("--summary")
    let program = try CheckedProgram(arguments.filter { $0 != "--summary" })
    let line = Parallel.withLargeStack {
      let clock = ContinuousClock()
      let start = clock.now
      var total = 0
      var known = 0
      let parsing = program.forEachFile { checker, file in
        var printer = isSummary ? nil : TypePrinter(checker)
        let tree = checker.syntax.tree(file)
        let lines = isSummary ? nil : LineIndex(tree.source)
        for declaration in tree.children(.root) {
          let body = checker.body(of: PackageNode(file: file, node: declaration))
          for expression in tree.subtree(declaration) where tree.kind(expression).isExpression {
            let type = body.finalType(of: expression)
            total += 1
            if type != .unknown { known += 1 }
            guard let place = lines?.position(at: tree.range(expression).start) else { continue }
            print(
              "\(tree.source.path):\(place.line):\(place.column)",
              tree.text(expression).split(separator: "\n").first ?? "",
              printer?.string(type) ?? "",
              tree.kind(expression) == .callExpression
                ? printer?.string(body.callee(of: expression)) ?? "-" : "", separator: "\t")
          }
          checker.drop(PackageNode(file: file, node: declaration))
        }
      }
      let types = Figures.seconds(clock.now - start - parsing)
      return "types: \(total) expressions, \(known) known, \(types) s"
        + " and \(Figures.seconds(parsing)) s for parsing"
    }
    print(line)
  }
}
