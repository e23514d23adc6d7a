import Basics
import GoSyntax
import GoTypes
import TestKit

@testable import GoIR

/// A small package of Go text with its bodies.
struct LoweredSample {
  let program: ProgramTypes
  let bodies: PackageBodies

  /// A package of one file, which is given without its package clause unless it is whole.
  init(_ text: String, go version: String = "1.27", isWhole: Bool = false) throws {
    let contents = [
      "a.go": isWhole ? text : "package a\n\n" + text, "go.mod": "module m\n\ngo \(version)\n",
    ]
    program = try SampleProgram.load(contents)
    guard let package = program.graph.packages.elements.first else { throw NoPackage() }
    bodies = PackageBodies(program.checker(of: package.id))
  }

  struct NoPackage: Error {}
  struct NoFunction: Error {}

  /// The declarations that have bodies, in the order of the text.
  var declarations: [PackageNode] {
    let file = FileID(0)
    let tree = bodies.checker.syntax.tree(file)
    return tree.children(.root).map { PackageNode(file: file, node: $0) }
      .filter { bodies.body(of: $0) != nil }
  }

  /// The bodies of the declaration of a function or method, `f` or `T.f`; of the last one
  /// without a name.
  func declaration(_ name: String? = nil) throws -> (node: PackageNode, body: DeclarationIR) {
    for node in declarations.reversed() {
      guard let body = bodies.body(of: node) else { continue }
      let own = IRPrinter(node, in: bodies).name(of: body.functions[.declaration])
      if name == nil || own == name { return (node, body) }
    }
    throw NoFunction()
  }

  /// One function of the last declaration: the declaration itself, or a literal by its number.
  func function(_ index: Int = 0, in name: String? = nil) throws -> FunctionIR {
    try declaration(name).body.functions[FunctionID(index)]
  }

  /// The instructions of a function, a line each, without types and places in the text.
  func text(_ index: Int = 0, in name: String? = nil) throws -> String {
    let (node, body) = try declaration(name)
    var printer = IRPrinter(node, in: bodies, isBrief: true)
    let lines = printer.string(body.functions[FunctionID(index)]).split(separator: "\n")
    return lines.dropFirst().joined(separator: "\n")
  }

  /// What is wrong with the graphs of all declarations.
  func faults() -> [String] {
    declarations.flatMap { node in
      bodies.body(of: node).map { IRVerifier.faults(of: $0, in: bodies) } ?? []
    }.map { "#\($0.function.rawValue) b\($0.block.rawValue) %\($0.value.rawValue): \($0.message)" }
  }
}
