import Basics
import GoIR
import GoSyntax
import GoTypes

/// What a goroutine may still run after a node, by the paths of the control-flow graph.
///
/// The next turn of a loop around the node is none of it. Literals that are called or deferred
/// where they stand belong to the function around them; what was deferred comes last.
public struct Continuation: Sendable {
  /// What a loop around the node does to what follows it.
  public enum Loops: Sendable {
    /// Its next turn is another's, and so is what comes after the last one. Only a jump out of
    /// the loop goes on.
    case end
    /// What comes after the loop is run too.
    case goOn
  }

  /// The instructions that some path comes by, those that run at the end last.
  public private(set) var points: [ProgramPoint] = []
  /// The pieces of the text that belong to them: simple statements, and the conditions, values
  /// and clauses of others. In the order of the graph, those that run at the end last.
  public private(set) var statements: [NodeID] = []
  /// The `return` statements, and the bodies whose end some path comes to.
  public private(set) var returns: [NodeID] = []
  /// The `defer` statements whose calls run afterwards, in the order of the text.
  public private(set) var defers: [NodeID] = []
  /// Whether a path comes to the end of the function.
  public private(set) var reachesEnd = false
  /// Whether the node lies in a loop of its function that may come by it again.
  public private(set) var isInLoop = false
  private var seen: Set<NodeID> = []

  fileprivate init() {}

  fileprivate mutating func add(
    _ trail: PathWalk.Trail, _ bodies: DeclarationIR, _ parts: StatementParts,
    _ tree: SyntaxTree, isAtEnd: Bool
  ) {
    for point in trail.points + trail.deferred {
      let function = bodies.functions[point.function]
      let node = function.nodes[point.value.index]
      points.append(point)
      switch function.instructions[point.value].opcode {
      case .return:
        returns.append(node)
        // Results are evaluated before what is deferred.
        if !isAtEnd { addPart(of: node, parts, tree) }
      case .unwind, .halt, .jump, .select: break
      case .closure where tree.runsInPlace(node): break
      default: addPart(of: node, parts, tree)
      }
    }
    for point in trail.defers {
      defers.append(bodies.functions[point.function].nodes[point.value.index])
    }
    defers.sort()
  }

  private mutating func addPart(of node: NodeID, _ parts: StatementParts, _ tree: SyntaxTree) {
    let part = parts.part(of: node, tree)
    if !part.isNone, seen.insert(part).inserted { statements.append(part) }
  }

  /// Whether a statement is one that runs at the end, or stands in one.
  public func isDeferred(_ statement: NodeID, _ tree: SyntaxTree) -> Bool {
    defers.contains { tree.isInside(statement, $0) }
  }

  /// Whether a node is one of what is run, or lies in it.
  public func contains(_ node: NodeID, _ tree: SyntaxTree) -> Bool {
    statements.contains { tree.isInside(node, $0) }
  }
}

extension PackageContext {
  /// What runs after a node of a declaration: a call, receive operation, range clause or send
  /// statement. No path goes beyond a node of `barriers`. Empty where no path comes to the node.
  public func continuation(
    after node: NodeID, in declaration: PackageNode, loops: Continuation.Loops,
    barriers: Set<NodeID> = []
  ) -> Continuation {
    var continuation = Continuation()
    guard let bodies = bodies.body(of: declaration) else { return continuation }
    let tree = tree(declaration.file)
    let parts = statementParts(of: declaration)
    var walk = PathWalk(bodies, tree, loops, barriers: barriers)
    var function = scopes(of: declaration).function(around: node, in: tree)
    var starts = self.starts(after: node, in: bodies.functions[function], tree)
    var isAtEnd = tree.kind(tree.parent(of: node)) == .deferStatement
    while !starts.isEmpty {
      let trail = walk.follow(function, from: starts)
      continuation.add(trail, bodies, parts, tree, isAtEnd: isAtEnd)
      continuation.setInLoop(trail.isInLoop)
      continuation.setReachesEnd(trail.returns)
      guard trail.returns, function != .declaration,
        tree.runsInPlace(bodies.functions[function].node)
      else { break }
      let parent = scopes(of: declaration).functions[function].parent
      if tree.callRunning(bodies.functions[function].node).map(tree.isDeferred) ?? false {
        isAtEnd = true
      }
      starts = Self.sites(of: function, in: bodies.functions[parent], walk)
      function = parent
    }
    return continuation
  }

  /// All that may run in a function, as if after its entry.
  func run(of function: FunctionID, in declaration: PackageNode) -> Continuation {
    var continuation = Continuation()
    guard let bodies = bodies.body(of: declaration) else { return continuation }
    let tree = tree(declaration.file)
    var walk = PathWalk(bodies, tree, .goOn, barriers: [])
    continuation.add(
      walk.trail(of: function), bodies, statementParts(of: declaration), tree, isAtEnd: false)
    return continuation
  }

  /// The instructions after which a node has been run: its own, or, where it is deferred, those
  /// that run it at the ends.
  private func starts(
    after node: NodeID, in function: FunctionIR, _ tree: SyntaxTree
  ) -> [PathWalk.Start] {
    let parent = node.rawValue > 0 ? tree.parent(of: node) : .none
    if tree.kind(parent) == .deferStatement {
      return Self.runs(in: function) { function.nodes[$0.index] == parent }
    }
    let own = function.instructions.ids.filter {
      function.nodes[$0.index] == node && !function.instructions[$0].opcode.isTerminator
    }
    if tree.kind(node) == .rangeClause {
      // What comes after the last turn: the second successor of where it is asked for one more.
      return own.prefix(1).compactMap { function.successors(of: function.block(of: $0)).last }
        .map { PathWalk.Start(block: $0, first: function.start(of: $0)) }
    }
    if !own.isEmpty { return own.map(function.start(after:)) }
    let inside = function.instructions.ids.last { tree.holds(function.nodes[$0.index], node) }
    return inside.map { [function.start(after: $0)] } ?? []
  }

  /// The instructions that run deferred calls of some `defer` instructions.
  private static func runs(
    in function: FunctionIR, _ isWanted: (ValueID) -> Bool
  ) -> [PathWalk.Start] {
    function.instructions.ids.filter { value in
      let instruction = function.instructions[value]
      return instruction.opcode == .runDeferred
        && isWanted(function.deferred[DeferID(rawValue: instruction.payload)])
    }.map(function.start(after:))
  }

  /// Where a function runs a literal that stands in it.
  private static func sites(
    of literal: FunctionID, in function: FunctionIR, _ walk: PathWalk
  ) -> [PathWalk.Start] {
    guard
      let site = function.instructions.ids.first(where: {
        walk.literalRun(by: $0, in: function) == literal
      })
    else { return [] }
    if function.instructions[site].opcode == .call { return [function.start(after: site)] }
    return runs(in: function) { $0 == site }
  }
}

extension Continuation {
  fileprivate mutating func setInLoop(_ isInLoop: Bool) {
    self.isInLoop = self.isInLoop || isInLoop
  }

  fileprivate mutating func setReachesEnd(_ reachesEnd: Bool) { self.reachesEnd = reachesEnd }
}

extension SyntaxTree {
  /// Whether a node lies inside another; false for none.
  fileprivate func holds(_ node: NodeID, _ around: NodeID) -> Bool {
    !node.isNone && isInside(node, around)
  }

  /// Whether a statement holds something that makes its goroutine wait for another: a receive
  /// operation, a select statement, a range over what may be a channel, a call of `Wait`.
  public func mayBlock(_ statement: NodeID, before end: NodeID) -> Bool {
    var next = statement.rawValue
    while next < min(self[statement].end, end.rawValue) {
      let node = NodeID(rawValue: next)
      next += 1
      switch kind(node) {
      case .goStatement: next = self[node].end
      case .funcLiteral where !runsInPlace(node): next = self[node].end
      case .selectStatement, .sendStatement: return true
      case .unaryExpression where kind(child(node, .operator)) == .arrow: return true
      case .callExpression where operand(ofCall: node, "Wait") != nil: return true
      default: break
      }
    }
    return false
  }
}
