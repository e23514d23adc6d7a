import Basics
import GoIR
import GoPackages
import GoTypes
import TestKit

@testable import GoFlow

/// The facts of small packages of Go text.
struct CollectedSample {
  let packages: [PackageFacts]

  /// A module `m` of the given files; `a.go` without its package clause.
  init(_ files: [String: String], jobs: Int = 1) throws {
    var files = files
    files["go.mod"] = "module m\n\ngo 1.27\n"
    let program = try SampleProgram.load(files)
    packages = program.map(program.graph.importOrder, jobs: jobs) { checker in
      PackageFacts(collecting: PackageBodies(checker))
    }
  }

  /// A package `m` of one file.
  init(_ text: String) throws { try self.init(["a.go": "package m\n\n" + text]) }

  /// The first package.
  var facts: PackageFacts { packages[0] }

  struct NoSuchThing: Error { var name: String }

  func facts(of path: String) throws -> PackageFacts {
    guard let facts = packages.first(where: { $0.path == path }) else {
      throw NoSuchThing(name: path)
    }
    return facts
  }

  /// A function of the first package by its name, `m.f` or `m.T.f` or `m.f#1`.
  func function(_ name: String) throws -> FlowFunction {
    let printer = FlowBodyPrinter(facts)
    guard let found = facts.functions.first(where: { printer.name($0) == name }) else {
      throw NoSuchThing(name: name)
    }
    return found
  }

  /// The text of a function of the first package.
  func text(_ name: String) throws -> String {
    let printer = FlowBodyPrinter(facts)
    guard let index = facts.functions.firstIndex(where: { printer.name($0) == name }) else {
      throw NoSuchThing(name: name)
    }
    return printer.string(FunctionNumber(index))
  }
}
