import Basics
import GoPackages
import GoSyntax
import GoTypes

/// Prints the types of the expressions of packages.
struct DumpTypesCommand: DeveloperCommand {
  static let name = "dump-types"
  static let usage = "dump-types [--summary] [--jobs N] PATTERN…"
  static let summary = """
    print the type of each expression, and what each call runs; with --summary only
          how many there are
    """

  /// Packages whose lines are held in memory at a time.
  private static let packagesAtATime = 32

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: ["--summary"], usage: usage)
    let isSummary = given.flags.contains("--summary")
    let program = try CheckedProgram(given.patterns, jobs: given.jobs)
    let clock = ContinuousClock()
    let start = clock.now
    var total = 0
    var known = 0
    var packages = program.packages[...]
    while !packages.isEmpty {
      let some = Array(packages.prefix(isSummary ? packages.count : packagesAtATime))
      packages = packages.dropFirst(some.count)
      let isPrinted = !isSummary
      for file in program.mapFiles(of: some, { FileTypes($0, $1, isPrinted: isPrinted) }) {
        total += file.total
        known += file.known
        print(file.lines, terminator: "")
      }
    }
    print(
      "types: \(total) expressions, \(known) known, "
        + "interfaces \(Figures.seconds(program.interfaceTime)) s, "
        + "bodies \(Figures.seconds(clock.now - start)) s, jobs \(given.jobs)")
  }
}

/// The types of the expressions of one file.
private struct FileTypes: Sendable {
  var total = 0
  var known = 0
  /// A line for each expression; empty where they are not printed.
  var lines = ""

  init(_ checker: TypeChecker, _ file: FileID, isPrinted: Bool) {
    var printer = TypePrinter(checker)
    let tree = checker.syntax.tree(file)
    let index = isPrinted ? LineIndex(tree.source) : nil
    for declaration in tree.children(.root) {
      let body = checker.body(of: PackageNode(file: file, node: declaration))
      for expression in tree.subtree(declaration) where tree.kind(expression).isExpression {
        let type = body.finalType(of: expression)
        total += 1
        if type != .unknown { known += 1 }
        guard let place = index?.position(at: tree.range(expression).start) else { continue }
        let callee =
          tree.kind(expression) == .callExpression
          ? printer.string(body.callee(of: expression)) ?? "-" : ""
        let text = tree.text(expression).prefix { $0 != "\n" }
        lines += "\(tree.source.path):\(place.line):\(place.column)\t\(text)\t"
        lines += "\(printer.string(type))\t\(callee)\n"
      }
      checker.drop(PackageNode(file: file, node: declaration))
    }
  }
}
