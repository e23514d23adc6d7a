import Basics
import GoPackages
import GoSyntax
import TestKit

@testable import GoTypes

/// A small program of Go text with all its types.
struct CheckedSample {
  let program: ProgramTypes
  let checker: TypeChecker

  /// A package of one file, `a.go`, which is given without its package clause.
  init(_ text: String) throws { try self.init(files: ["a.go": "package a\n\n" + text]) }

  /// The packages of a module `m`, or that of its own `go.mod`; looked at is the one in the module's directory.
  init(files: [String: String], jobs: Int = 2) throws {
    let contents = files.merging(["go.mod": "module m\n\ngo 1.27\n"]) { own, _ in own }
    program = try SampleProgram.load(contents, jobs: jobs)
    let packages = program.graph.packages.elements
    let external = packages.first { $0.kind == .externalTest }
    guard let package = external ?? packages.first else { throw NoPackage() }
    checker = program.checker(of: package.id)
  }

  struct NoPackage: Error {}

  /// The last expression with a text, from the outside in, and the types of its declaration.
  func find(_ text: String) -> (body: BodyTyper, node: NodeID)? {
    for file in Array(checker.syntax.files.ids).reversed() {
      let tree = checker.syntax.tree(file)
      for declaration in Array(tree.children(.root)).reversed() {
        let body = checker.body(of: PackageNode(file: file, node: declaration))
        let found = tree.subtree(declaration).filter {
          tree.text($0) == text && body.mayBeExpression($0)
        }
        if let last = found.last { return (body, last) }
      }
    }
    return nil
  }

  /// The type of the last expression with a text; "-" where there is none.
  func type(of text: String) -> String {
    guard let (body, node) = find(text) else { return "-" }
    var printer = TypePrinter(checker)
    return printer.string(body.finalType(of: node))
  }

  /// The type of the last expression with a text in the checker's table; nil where there is none.
  func typeID(of text: String) -> TypeID? {
    find(text).map { $0.body.type(of: $0.node) }
  }

  /// What the last call with a text runs; "-" where that has no name.
  func callee(of text: String) -> String {
    guard let (body, node) = find(text) else { return "no such call" }
    var printer = TypePrinter(checker)
    return printer.string(body.callee(of: node)) ?? "-"
  }

  /// Asks for the type of each expression there is; the count of those that are known.
  @discardableResult
  func checkAll() -> Int {
    var known = 0
    for file in checker.syntax.files.ids {
      let tree = checker.syntax.tree(file)
      for declaration in tree.children(.root) {
        let body = checker.body(of: PackageNode(file: file, node: declaration))
        var printer = TypePrinter(checker)
        for node in tree.subtree(declaration) where body.mayBeExpression(node) {
          if printer.string(body.finalType(of: node)) != "?" { known += 1 }
          _ = printer.string(body.callee(of: node))
        }
      }
    }
    return known
  }
}
