import Basics
import GoIR
import GoSyntax
import GoTypes

/// Lowers every function of packages and checks the graphs.
struct VerifyCommand: DeveloperCommand {
  static let name = "verify"
  static let usage = "verify [--jobs N] PATTERN…"
  static let summary = """
    lower every function and check the graphs; the last line is
          `ir: functions N, faults N`
    """

  /// How many faults are printed.
  private static let shown = 100

  static func run(_ arguments: [String]) throws(DeveloperError) {
    let given = try ProgramArguments(arguments, flags: [], usage: usage)
    let program = try CheckedProgram(given.patterns, jobs: given.jobs)
    let packages = program.mapPackages { PackageFaults($0) }
    let functions = packages.reduce(0) { $0 + $1.functions }
    let faults = packages.flatMap(\.faults)
    for fault in faults.prefix(shown) { print(fault) }
    if faults.count > shown { print("… and \(faults.count - shown) more") }
    print("ir: functions \(functions), faults \(faults.count)")
    if !faults.isEmpty { throw DeveloperError("there are faults in the graphs") }
  }
}

/// What is wrong with the graphs of one package, a line each.
private struct PackageFaults: Sendable {
  var functions = 0
  var faults: [String] = []

  init(_ checker: TypeChecker) {
    let bodies = PackageBodies(checker)
    for file in checker.syntax.files.ids {
      let tree = checker.syntax.tree(file)
      for node in tree.children(.root) {
        let declaration = PackageNode(file: file, node: node)
        guard let body = bodies.body(of: declaration) else { continue }
        functions += body.functions.count
        for fault in IRVerifier.faults(of: body, in: bodies) {
          faults.append(Self.describe(fault, body, tree))
        }
        bodies.drop(declaration)
      }
    }
  }

  private static func describe(
    _ fault: IRFault, _ body: DeclarationIR, _ tree: SyntaxTree
  ) -> String {
    let function = body.functions[fault.function]
    var node = fault.value.isNone ? function.node : function.nodes[fault.value.index]
    if node.isNone { node = function.node }
    let place = LineIndex(tree.source).position(at: tree.range(node).start)
    let value = fault.value.isNone ? "" : ", %\(fault.value.rawValue)"
    return "\(tree.source.path):\(place.line):\(place.column): \(fault.message)"
      + " (function \(fault.function.rawValue), block \(fault.block.rawValue)\(value))"
  }
}
