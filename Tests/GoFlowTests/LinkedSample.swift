import Basics
import TestKit

@testable import GoFlow

/// A linked program of small packages of Go text.
struct LinkedSample {
  let program: FlowProgram
  let graph: CallGraph
  private let printer: FlowBodyPrinter

  init(_ files: [String: String], reversed: Bool = false, jobs: Int = 1) throws {
    let packages = try CollectedSample(files, jobs: jobs).packages
    program = FlowProgram(linking: reversed ? packages.reversed() : packages, jobs: jobs)
    graph = CallGraph(program, jobs: jobs)
    printer = FlowBodyPrinter(program)
  }

  /// A package `m` of one file.
  init(_ text: String) throws { try self.init(["a.go": "package m\n\n" + text]) }

  func function(_ name: String) throws -> FunctionNumber {
    guard let found = program.functions.ids.first(where: { printer.name($0) == name }) else {
      throw CollectedSample.NoSuchThing(name: name)
    }
    return found
  }

  func text(_ name: String) throws -> String { printer.string(try function(name)) }

  /// The names of the functions that one depends on.
  func callees(_ name: String) throws -> [String] {
    graph.callees(of: try function(name)).map { printer.name($0) }
  }

  /// The components from the bottom up, by the names of their functions.
  var components: [[String]] {
    graph.components.elements.map { $0.functions.map { printer.name($0) } }
  }

  /// What the calls of a function run, a line each.
  func calls(_ name: String) throws -> [String] {
    let function = program.functions[try self.function(name)]
    return function.body.instructions.filter { $0.opcode == .call }.map { call in
      let callee = CalleeNumber(rawValue: call.payload)
      switch program.resolve(callee, inTest: function.traits.contains(.isInTest)) {
      case .function(let number): return printer.name(number)
      case .targets(let targets): return targets.map { self.string($0) }.joined(separator: " | ")
      case .value: return "value"
      case .unknown: return "unknown " + (program.key(of: callee).map { printer.name($0) } ?? "")
      }
    }
  }

  private func string(_ target: InterfaceTarget) -> String {
    let way = target.way.map { step in
      "." + program.texts[program.fields[step.field].name]
        + (step.isPointer ? "*" : step.isInterface ? "!" : "")
    }
    return printer.name(target.key) + (target.function.isNone ? "?" : "") + way.joined()
  }
}
