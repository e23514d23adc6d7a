import Basics
import GoIR
import GoSyntax
import GoTypes

/// An instruction of one of the bodies of a declaration.
public struct ProgramPoint: Hashable, Sendable {
  public var function: FunctionID
  public var value: ValueID
}

/// Follows the paths through the bodies of one declaration: from a point, into literals that are
/// called or deferred where they stand, to the ends of the bodies.
struct PathWalk {
  /// Where paths begin: at an instruction of a block, or at its end.
  struct Start {
    var block: BlockID
    var first: ValueID
  }

  /// What paths come by.
  struct Trail {
    /// In the order of the graph.
    var points: [ProgramPoint] = []
    /// The deferred calls that run at the end, as their `defer` instructions and what is in
    /// literals, in the order in which they run.
    var deferred: [ProgramPoint] = []
    /// The `defer` instructions of those.
    var defers: [ProgramPoint] = []
    /// Whether a path comes to the end of the function.
    var returns = false
    /// Whether the start lies in a loop that may come by it again.
    var isInLoop = false
  }

  let bodies: DeclarationIR
  let tree: SyntaxTree
  let loops: Continuation.Loops
  /// Nodes that no path goes beyond.
  let barriers: Set<NodeID>
  private var literals: [FunctionID: Trail] = [:]

  init(
    _ bodies: DeclarationIR, _ tree: SyntaxTree, _ loops: Continuation.Loops,
    barriers: Set<NodeID>
  ) {
    self.bodies = bodies
    self.tree = tree
    self.loops = loops
    self.barriers = barriers
  }

  /// All that may run in a function from its entry on.
  mutating func trail(of id: FunctionID) -> Trail {
    if let known = literals[id] { return known }
    // A literal that runs itself adds nothing.
    literals[id] = Trail(returns: true)
    let trail = follow(
      id, from: [Start(block: .entry, first: bodies.functions[id].start(of: .entry))])
    literals[id] = trail
    return trail
  }

  /// What may run in a function from places of it on.
  mutating func follow(_ id: FunctionID, from starts: [Start]) -> Trail {
    let function = bodies.functions[id]
    let around = LoopsAround(function, starts.map(\.block)).loops
    var trail = Trail()
    trail.isInLoop = !around.isEmpty
    var reached = reach(function, starts, around)
    trail.returns = reached.returns
    if trail.isInLoop, loops == .end {
      // Who leaves the loop at last runs what was deferred.
      let later = reach(function, starts, []).values.filter {
        function.instructions[$0].opcode == .runDeferred
      }
      reached.values += later
    }
    var defers: Set<DeferID> = []
    for value in reached.values.sorted() {
      let instruction = function.instructions[value]
      switch instruction.opcode {
      case .defer: break
      case .runDeferred: defers.insert(DeferID(rawValue: instruction.payload))
      case .call:
        if let literal = literalRun(by: value, in: function) {
          let inner = self.trail(of: literal)
          trail.points += inner.points + inner.deferred
        } else {
          trail.points.append(ProgramPoint(function: id, value: value))
        }
      default: trail.points.append(ProgramPoint(function: id, value: value))
      }
    }
    for deferred in defers.sorted().reversed() {
      let value = function.deferred[deferred]
      let point = ProgramPoint(function: id, value: value)
      trail.defers.append(point)
      if let literal = literalRun(by: value, in: function) {
        let inner = self.trail(of: literal)
        trail.deferred += inner.points + inner.deferred
      } else {
        trail.deferred.append(point)
      }
    }
    return trail
  }

  /// The instructions that paths come by, and whether one comes to the end.
  private mutating func reach(
    _ function: FunctionIR, _ starts: [Start], _ around: [LoopsAround.Loop]
  ) -> (values: [ValueID], returns: Bool) {
    var values: Set<ValueID> = []
    var entered: Set<BlockID> = []
    var pending = starts
    var returns = false
    while let start = pending.popLast() {
      let block = start.block
      if function.blocks[block].isUnreachable { continue }
      guard goesThrough(start, function, &values) else { continue }
      if function.instructions[function.terminator(of: block)].opcode.isExit { returns = true }
      for successor in function.successors(of: block) {
        for next in beyond(block, successor, around, function)
        where entered.insert(next).inserted {
          pending.append(Start(block: next, first: function.start(of: next)))
        }
      }
    }
    return (Array(values), returns)
  }

  /// Adds the instructions of a block from one on; false where nothing goes on to its end.
  private mutating func goesThrough(
    _ start: Start, _ function: FunctionIR, _ values: inout Set<ValueID>
  ) -> Bool {
    for value in function.values(in: start.block) where value >= start.first {
      if !barriers.isEmpty, barriers.contains(function.nodes[value.index]) { return false }
      values.insert(value)
      if let literal = literalRun(by: value, in: function), !trail(of: literal).returns,
        function.instructions[value].opcode == .call
      {
        return false
      }
    }
    return true
  }

  /// Where an edge leads: the next turn of a loop around the start is none of it.
  private func beyond(
    _ block: BlockID, _ successor: BlockID, _ around: [LoopsAround.Loop], _ function: FunctionIR
  ) -> [BlockID] {
    guard
      let loop = around.first(where: { $0.header == successor && $0.blocks.contains(block) })
    else { return [successor] }
    return loops == .end ? [] : loop.exits
  }

  /// The literal that a call or `defer` instruction runs where it stands, or nil.
  func literalRun(by value: ValueID, in function: FunctionIR) -> FunctionID? {
    let instruction = function.instructions[value]
    guard instruction.opcode == .call || instruction.opcode == .defer,
      instruction.flags.contains(.functionValue)
    else { return nil }
    let operand = function.operand(of: value)
    guard function.instructions[operand].opcode == .closure,
      tree.runsInPlace(function.nodes[operand.index])
    else { return nil }
    return FunctionID(rawValue: function.instructions[operand].payload)
  }
}

extension FunctionIR {
  /// The first instruction of a block.
  func start(of block: BlockID) -> ValueID {
    ValueID(rawValue: blocks[block].instructions.lowerBound)
  }

  /// The place behind an instruction.
  func start(after value: ValueID) -> PathWalk.Start {
    PathWalk.Start(block: block(of: value), first: ValueID(rawValue: value.rawValue + 1))
  }
}

/// The natural loops of a function around some of its blocks.
struct LoopsAround {
  /// The blocks from which control comes back to a header without leaving it.
  struct Loop {
    var header: BlockID
    var blocks: Set<BlockID>
    /// The blocks that come right after it.
    var exits: [BlockID]
  }

  var loops: [Loop] = []

  init(_ function: FunctionIR, _ inner: [BlockID]) {
    // In reverse postorder only an edge to an earlier block, or to itself, can lead back.
    let edges = function.blocks.ids.flatMap { block in
      function.successors(of: block).filter { $0 <= block }.map { (from: block, to: $0) }
    }
    if edges.isEmpty { return }
    let dominators = Dominators(function)
    for header in Set(edges.map(\.to)).sorted() {
      var blocks: Set<BlockID> = [header]
      var pending = edges.filter { $0.to == header && dominators.dominates(header, $0.from) }
        .map(\.from)
      if pending.isEmpty { continue }
      while let block = pending.popLast() {
        if blocks.insert(block).inserted { pending += function.predecessors(of: block) }
      }
      guard inner.contains(where: blocks.contains) else { continue }
      let exits = blocks.sorted().flatMap { function.successors(of: $0) }
        .filter { !blocks.contains($0) }
      loops.append(Loop(header: header, blocks: blocks, exits: exits))
    }
  }
}
