import Basics
import GoIR

/// The goroutines that a program starts, by where they begin.
struct StrandTable {
  /// By number.
  private(set) var starts: [StrandStart] = []
  /// Of goroutines what they were given that is one of many: each has another one.
  var ownPlaces: [[IdentityID]] = []
  /// Whether goroutines run beside others that one function starts at one place.
  private var isLooped: [Bool] = []
  /// Whether the function that starts a goroutine waits for its end, and it does a piece of work and
  /// no service: it does not receive again and again.
  private var isJoined: [Bool] = []
  /// Of joined goroutines where the functions run that start them; empty where that is not told
  /// apart.
  private var homes: [[RunOrigin]] = []
  /// The goroutines that start each one.
  private var parents: [[ContextID]] = []
  private var ids: [StrandStart: ContextID] = [:]
  /// How many goroutines turned out not to be joined since the table was made.
  private(set) var unjoinedCount = 0

  static let maximumHomes = 6

  /// Those of a program.
  init(_ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>) {
    for number in functions.ids {
      for edge in functions[number].calls.edges {
        guard let start = edge.start else { continue }
        let id = add(start)
        if edge.isLooped { isLooped[id.index] = true }
        if !edge.isJoined || Self.serves(edge.target, program) { isJoined[id.index] = false }
      }
    }
    for number in functions.ids {
      for call in functions[number].calls.fromSlots {
        if let start = call.edge.start { isJoined[add(start).index] = false }
      }
    }
  }

  /// The number of a goroutine; nil for one of another program.
  func id(of start: StrandStart) -> ContextID? { ids[Self.key(start)] }

  /// Whether the function that starts a goroutine waits for it: it runs while that function does.
  func isJoined(_ id: ContextID) -> Bool { isJoined[id.index] }

  /// A function that runs somewhere starts a goroutine.
  mutating func note(home: RunOrigin, of id: ContextID) {
    if case .strand(let parent) = home, parent != id { parents[id.index].insert(sorted: parent) }
    guard isJoined[id.index], !homes[id.index].contains(home) else { return }
    homes[id.index].append(home)
    // Too many to be told apart.
    if homes[id.index].count > Self.maximumHomes {
      isJoined[id.index] = false
      unjoinedCount += 1
    }
  }

  /// The goroutines that start one, directly or not.
  func ancestors(of id: ContextID) -> [ContextID] {
    var found = parents[id.index]
    var next = 0
    while next < found.count {
      for parent in parents[found[next].index] where parent != id && !found.contains(parent) {
        found.append(parent)
      }
      next += 1
    }
    return found
  }

  /// Whether two functions may run at the same time in these goroutines, as far as it was not
  /// judged where both meet.
  func mayRunAtOnce(_ first: RunContext, _ second: RunContext) -> Bool {
    if first.origin == .initialization || second.origin == .initialization { return false }
    if first.origin == second.origin {
      switch first.origin {
      case .handler: return true
      case .strand(let id):
        // What one function starts again and again was judged there, but for what comes later.
        return starts[id.index].isRepeated || isLooped[id.index] && first.isTask && second.isTask
      case .outside, .initialization: return false
      }
    }
    if case .strand(let id) = first.origin, second.covered.contains(id) { return false }
    if case .strand(let id) = second.origin, first.covered.contains(id) { return false }
    let others = origins(of: second.origin, depth: 0)
    return origins(of: first.origin, depth: 0).contains { one in
      others.contains { mayRunAtOnce(one, $0) }
    }
  }

  private func mayRunAtOnce(_ first: RunOrigin, _ second: RunOrigin) -> Bool {
    if first == .initialization || second == .initialization { return false }
    guard first == second else { return true }
    return switch first {
    case .handler: true
    case .strand(let id): starts[id.index].isRepeated
    case .outside, .initialization: false
    }
  }

  /// Where something runs: of a goroutine that is waited for where the function does that starts
  /// it.
  private func origins(of origin: RunOrigin, depth: Int) -> [RunOrigin] {
    guard depth < 4, case .strand(let id) = origin, isJoined[id.index], !homes[id.index].isEmpty
    else { return [origin] }
    return homes[id.index].flatMap { $0 == origin ? [$0] : origins(of: $0, depth: depth + 1) }
  }

  private static func key(_ start: StrandStart) -> StrandStart {
    var key = start
    key.isRepeated = false
    return key
  }

  private mutating func add(_ start: StrandStart) -> ContextID {
    if let known = ids[Self.key(start)] {
      if start.isRepeated { starts[known.index].isRepeated = true }
      return known
    }
    let id = ContextID(starts.count)
    ids[Self.key(start)] = id
    starts.append(start)
    ownPlaces.append([])
    isLooped.append(false)
    isJoined.append(true)
    homes.append([])
    parents.append([])
    return id
  }

  // MARK: Services

  private static let longestWrapping = 3

  /// Whether a function receives in a loop, itself or in the one function that it does no more than
  /// call.
  private static func serves(_ number: FunctionNumber, _ program: FlowProgram) -> Bool {
    var current = number
    for _ in 0..<longestWrapping {
      guard !current.isNone else { return false }
      let body = program.functions[current].body
      if receivesInLoop(body) { return true }
      let calls = body.instructions.filter { $0.opcode == .call }
      guard calls.count == 1,
        case .function(let next) = program.resolve(
          CalleeNumber(rawValue: calls[0].payload),
          inTest: program.functions[current].traits.contains(.isInTest))
      else { return false }
      current = next
    }
    return false
  }

  private static func receivesInLoop(_ body: FlowBody) -> Bool {
    let loops = FlowLoops(body)
    guard loops.isCyclic else { return false }
    let turns = body.blocks.indices.map { takesTurn(body.blocks[$0], body) }
    return body.blocks.indices.contains { index in
      loops.isInLoop(BlockID(index)) && !turns[index] && receives(body.blocks[index], body)
        && leadsBack(index, body, without: turns)
    }
  }

  private static func receives(_ block: FlowBlock, _ body: FlowBody) -> Bool {
    (block.start..<block.end).contains { value in
      let instruction = body.instructions[Int(value)]
      return switch instruction.opcode {
      case .receive, .select: true
      case .next: isOverChannel(instruction, body)
      default: false
      }
    }
  }

  private static func isOverChannel(_ next: FlowInstruction, _ body: FlowBody) -> Bool {
    guard next.operandCount > 0 else { return false }
    let over = body.operands[Int(next.firstOperand)]
    return !over.isNone && body.instructions[over.index].kind == .channel
  }

  /// Whether a block takes the next element of a slice, map or number: such a loop ends.
  private static func takesTurn(_ block: FlowBlock, _ body: FlowBody) -> Bool {
    (block.start..<block.end).contains { value in
      let instruction = body.instructions[Int(value)]
      return instruction.opcode == .next && !isOverChannel(instruction, body)
    }
  }

  /// Whether a block may run again after itself with none of some blocks in between.
  private static func leadsBack(_ start: Int, _ body: FlowBody, without others: [Bool]) -> Bool {
    var seen = others
    var pending = [start]
    while let index = pending.popLast() {
      for successor in body.successors(of: BlockID(index)) {
        let next = successor.index
        if next == start { return true }
        if !seen[next] {
          seen[next] = true
          pending.append(next)
        }
      }
    }
    return false
  }
}
