import Basics
import GoSyntax
import GoTypes
import Testing

@testable import GoIR

/// Graphs that are wrong on purpose.
struct VerifierTests {
  private static let source = """
    func g() {}
    func f(a bool, n int) int {
    \tdefer g()
    \tx := n
    \tif a {
    \t\tx = n + 1
    \t} else {
    \t\tx = n * 2
    \t}
    \treturn x
    }
    """

  /// A graph that may be changed.
  private struct Draft {
    var blocks: Table<BlockID, Block>
    var instructions: Table<ValueID, Instruction>
    var nodes: [NodeID]
    var operands: [ValueID]
    var edges: [BlockID]

    init(_ function: FunctionIR) {
      blocks = function.blocks
      instructions = function.instructions
      nodes = function.nodes
      operands = function.operands
      edges = function.edges
    }

    func first(_ opcode: Opcode) throws -> ValueID {
      try #require(instructions.ids.first { instructions[$0].opcode == opcode })
    }

    func finish(_ function: FunctionIR) -> FunctionIR {
      FunctionIR(
        kind: function.kind, id: function.id, node: function.node, receiver: function.receiver,
        parameters: function.parameters, results: function.results,
        isVariadic: function.isVariadic, captures: function.captures,
        mayRecover: function.mayRecover, blocks: blocks, instructions: instructions,
        nodes: nodes, addresses: function.addresses, deferred: function.deferred,
        operands: operands, edges: edges, labels: function.labels)
    }
  }

  /// The faults of the graph after a change.
  private func faults(_ change: (inout Draft) throws -> Void) throws -> [String] {
    let sample = try LoweredSample(Self.source)
    let (node, body) = try sample.declaration()
    var draft = Draft(body.functions[.declaration])
    try change(&draft)
    let typer = sample.bodies.checker.body(of: node)
    return IRVerifier.faults(of: draft.finish(body.functions[.declaration]), typer)
      .map(\.message)
  }

  @Test func soundGraphsHaveNoFaults() throws {
    #expect(try faults { _ in }.isEmpty)
  }

  @Test func aValueMustBeDefinedBeforeItsUse() throws {
    let found = try faults { draft in
      let sum = try draft.first(.binary)
      draft.operands[Int(draft.instructions[sum].firstOperand)] = sum
    }
    #expect(found.contains { $0.hasSuffix("is not defined on every path") })
  }

  @Test func aValueOfOneBranchIsNotDefinedInTheOther() throws {
    let found = try faults { draft in
      let sums = draft.instructions.ids.filter { draft.instructions[$0].opcode == .binary }
      try #require(sums.count == 2)
      draft.operands[Int(draft.instructions[sums[1]].firstOperand)] = sums[0]
    }
    #expect(found == ["%\(try firstSum()) is not defined on every path"])
  }

  private func firstSum() throws -> UInt32 {
    let function = try LoweredSample(Self.source).function()
    return try #require(
      function.instructions.ids.first { function.instructions[$0].opcode == .binary }
    ).rawValue
  }

  @Test func aBlockEndsWithItsOneTerminator() throws {
    let missing = try faults { $0.instructions[try $0.first(.jump)].opcode = .clear }
    #expect(missing.contains("no terminator"))
    let inside = try faults { $0.instructions[try $0.first(.binary)].opcode = .jump }
    #expect(inside.contains("a terminator inside"))
  }

  @Test func edgesAreKnownAtBothEnds() throws {
    let found = try faults { draft in draft.edges[0] = BlockID(3) }
    #expect(found.contains { $0.contains("that it does not know") })
  }

  @Test func unreachableBlocksAreMarked() throws {
    let found = try faults { $0.blocks[BlockID(1)].isUnreachable = true }
    #expect(found.contains("reachable but marked"))
  }

  @Test func exitsRunWhatWasDeferred() throws {
    let found = try faults { $0.instructions[try $0.first(.runDeferred)].opcode = .clear }
    #expect(found.contains("a deferred call is left out"))
  }

  @Test func nodesLieInTheirFunction() throws {
    let found = try faults { $0.nodes[0] = NodeID(rawValue: 1) }
    #expect(found == ["stands for text outside of the function"])
  }

  @Test func aPhiHasAnOperandForEachWay() throws {
    let found = try faults { draft in
      draft.instructions[try draft.first(.phi)].operandCount = 1
    }
    #expect(found.contains("1 operands for 2 ways"))
  }

  @Test func aVariableWithoutAValueIsAFault() throws {
    let found = try faults { draft in
      draft.instructions[try draft.first(.binary)].opcode = .undefined
    }
    #expect(found.contains("a variable without a value"))
  }
}
