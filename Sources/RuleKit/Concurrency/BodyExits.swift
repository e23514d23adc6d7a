import Basics
import GoIR
import GoSyntax
import GoTypes

/// A way out of a body.
public struct BodyExit: Hashable, Sendable {
  /// How it is left.
  public enum Kind: Sendable {
    /// A `return` statement, or the end of the body.
    case returns
    /// A call that ends the goroutine, or may, as `t.Fatal` and `runtime.Goexit` do.
    case endsGoroutine
  }
  /// How it is left.
  public var kind: Kind
  /// The statement, the body, or the call.
  public var node: NodeID
}

extension PackageContext {
  /// The ways out of a body to which some path comes that comes by none of some nodes, in the order
  /// of the text; from the entry, or behind a node. What panics is no way out: nobody waits for a
  /// program that ends.
  public func exits(
    of function: FunctionID, in declaration: PackageNode, after start: NodeID = .none,
    avoiding barriers: Set<NodeID>
  ) -> [BodyExit] {
    var walk = ExitWalk(self, function, declaration, barriers)
    return walk.exits(after: start).sorted { $0.node < $1.node }
  }

  /// Whether a path from behind a node comes to one of some others without coming by a barrier.
  public func comes(
    to goals: Set<NodeID>, after start: NodeID, of function: FunctionID,
    in declaration: PackageNode, avoiding barriers: Set<NodeID>
  ) -> Bool {
    var walk = ExitWalk(self, function, declaration, barriers)
    walk.goals = goals
    _ = walk.exits(after: start)
    return walk.isAtGoal
  }

  /// Whether a function of the package may end the goroutine that calls it, as helpers of tests do.
  func mayEndGoroutine(_ function: PackageNode, depth: Int) -> Bool {
    if let known = endingFunctions[function] { return known }
    endingFunctions[function] = false
    var walk = ExitWalk(self, .declaration, function, [], depth: depth)
    let ends = walk.exits(after: .none).contains { $0.kind == .endsGoroutine }
    endingFunctions[function] = ends
    return ends
  }
}

/// Goes through a body by the paths of its graph.
private struct ExitWalk {
  private let package: PackageContext
  private let declaration: PackageNode
  private let bodies: DeclarationIR?
  private let function: FunctionID
  private let barriers: Set<NodeID>
  private let depth: Int
  var goals: Set<NodeID> = []
  private(set) var isAtGoal = false
  private var exits: Set<BodyExit> = []

  init(
    _ package: PackageContext, _ function: FunctionID, _ declaration: PackageNode,
    _ barriers: Set<NodeID>, depth: Int = 2
  ) {
    self.package = package
    self.declaration = declaration
    self.function = function
    self.barriers = barriers
    self.depth = depth
    bodies = package.bodies.body(of: declaration)
  }

  mutating func exits(after start: NodeID) -> Set<BodyExit> {
    guard let body = bodies?.functions[function] else { return [] }
    var pending: [(block: BlockID, first: ValueID)] = []
    if start.isNone {
      pending.append((.entry, body.start(of: .entry)))
    } else if let value = body.instructions.ids.last(where: { body.nodes[$0.index] == start }) {
      let next = body.start(after: value)
      pending.append((next.block, next.first))
    }
    var entered: Set<BlockID> = []
    while let (block, first) = pending.popLast() {
      if body.blocks[block].isUnreachable || !goesThrough(block, first, body) { continue }
      for successor in body.successors(of: block) where entered.insert(successor).inserted {
        pending.append((successor, body.start(of: successor)))
      }
    }
    return exits
  }

  /// Goes from an instruction of a block to its end; false where nothing goes on from there.
  private mutating func goesThrough(
    _ block: BlockID, _ first: ValueID, _ body: FunctionIR
  ) -> Bool {
    var last: ValueID?
    for value in body.values(in: block) where value >= first {
      let node = body.nodes[value.index]
      if barriers.contains(node) { return false }
      if goals.contains(node) { isAtGoal = true }
      let instruction = body.instructions[value]
      if instruction.opcode == .startPanic { return false }
      if instruction.flags.contains(.neverReturns) { last = value }
      if instruction.opcode == .call, depth > 0, mayEnd(node) {
        exits.insert(BodyExit(kind: .endsGoroutine, node: node))
      }
    }
    let end = body.terminator(of: block)
    let terminator = body.instructions[end]
    if terminator.opcode == .return, !terminator.flags.contains(.recovered) {
      exits.insert(BodyExit(kind: .returns, node: body.nodes[end.index]))
    }
    guard let last else { return true }
    if package.bodies.endsGoroutine(body.instructions[last]) {
      exits.insert(BodyExit(kind: .endsGoroutine, node: body.nodes[last.index]))
    }
    return false
  }

  /// Whether a call runs a function of the package that may end the goroutine.
  private func mayEnd(_ node: NodeID) -> Bool {
    let tree = package.tree(declaration.file)
    guard tree.kind(node) == .callExpression,
      let callee = package.function(
        calledBy: PackageNode(file: declaration.file, node: node)),
      callee != declaration
    else { return false }
    return package.mayEndGoroutine(callee, depth: depth - 1)
  }
}
