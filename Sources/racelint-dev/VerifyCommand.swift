import Basics
import GoIR
import GoSyntax
import GoTypes

/// Lowers every function of packages and checks the graphs.
struct VerifyCommand: DeveloperCommand {
  static let name = "verify"
  static let usage = "verify PATTERN…"
  static let summary = """
    lower every function and check the graphs; the last line is
          `ir: functions N, faults N`
    """

  static func run(_ arguments: [String]) throws(DeveloperError) {
    guard !arguments.isEmpty else { throw DeveloperError("usage: racelint-dev \(usage)") }
    let program = try CheckedProgram(arguments)
    let (functions, faults) = Parallel.withLargeStack {
      var functions = 0
      var faults: [String] = []
      program.forEachFile { checker, file in
        let bodies = PackageBodies(checker)
        let tree = checker.syntax.tree(file)
        let lines = LineIndex(tree.source)
        for node in tree.children(.root) {
          let declaration = PackageNode(file: file, node: node)
          guard let body = bodies.body(of: declaration) else { continue }
          functions += body.functions.count
          for fault in IRVerifier.faults(of: body, in: bodies) {
            let function = body.functions[fault.function]
            let node = fault.value.isNone ? function.node : function.nodes[fault.value.index]
            let place = lines.position(at: tree.range(node.isNone ? function.node : node).start)
            faults.append(
              "\(tree.source.path):\(place.line):\(place.column): \(fault.message)"
                + " (block \(fault.block.rawValue)"
                + (fault.value.isNone ? ")" : ", %\(fault.value.rawValue))"))
          }
          bodies.drop(declaration)
        }
      }
      return (functions, faults)
    }
    for fault in faults.prefix(100) { print(fault) }
    if faults.count > 100 { print("… and \(faults.count - 100) more") }
    print("ir: functions \(functions), faults \(faults.count)")
    if !faults.isEmpty { throw DeveloperError("graphs with faults") }
  }
}
