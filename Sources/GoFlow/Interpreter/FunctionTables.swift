import Basics
import GoIR

/// Which function value a goroutine runs.
struct GoroutineRun {
  /// The function value; `none` where a function is called by its name.
  var value = ObjectID.none
  /// The number of the call by which it comes to run; `max` where the goroutine begins with it.
  var call: UInt32 = .max
  /// Whether each of the goroutines that one call starts has another one.
  var isOneEach = false
  /// Whether a goroutine of each turn of the loop that starts them picks another one.
  var isPicked = false

  init() {}

  init(_ roots: CallRoots) {
    value = roots.functionValue
    call = roots.caller.call
    isOneEach = roots.caller.haveOneEach
    isPicked = roots.caller.pickEach
  }
}

/// Goroutines that each run a function of a table, which a loop goes through: none of these functions
/// runs beside itself.
extension BodyInterpreter {
  /// Whether the goroutines of two tokens each run one of several functions: one instruction starts
  /// the one in this turn of a loop, the other one in another.
  func areAlternatives(_ first: Token, _ second: Token) -> Bool {
    first.name.value == second.name.value && first.run.call == second.run.call
      && !first.run.value.isNone && !second.run.value.isNone && first.run.value != second.run.value
  }

  /// Whether the loop that starts a goroutine has another function for it in each turn, and none of
  /// those runs still that it started when it was gone through before.
  func runsOnce(_ id: TokenID) -> Bool {
    let value = tokens[id.index].run.value
    guard !value.isNone, !tokens[id.index].isSeveral, placements.isOnce(value) else { return false }
    let start = block(of: tokens[id.index].name.value)
    if tokens[id.index].run.isPicked, let header = loops.innermost(around: start, body) {
      return isMadeOnce(value, for: header)
        && !isStartedBefore(tokens[id.index].name.value, header)
    }
    return turnMade.contains { turn, made in
      let header = block(of: turn)
      return made.objects.contains(value) && loops.areInCommonLoop(header, start)
        && isMadeOnce(value, for: header)
        && !isStartedBefore(tokens[id.index].name.value, header)
    }
  }

  /// Whether the goroutines that one call starts each run another function, and this one is but one
  /// of them.
  func hasOneOfCall(_ id: TokenID) -> Bool {
    let run = tokens[id.index].run
    return run.isOneEach && !run.value.isNone && placements.isOnce(run.value)
      && isMadeOnce(run.value, for: block(of: tokens[id.index].name.value))
  }

  /// Whether each of the goroutines that a loop starts here calls another function value of those that
  /// lie in a container of the caller's.
  func hasOneEach(_ function: ObjectID, _ roots: CallRoots) -> Bool {
    if roots.caller.haveOneEach, !loops.isInLoop(currentBlock) { return true }
    return turnObjects.contains { turn, others in
      others.contains(function) && loops.areInCommonLoop(block(of: turn), currentBlock)
        && !isStartedBefore(current, block(of: turn))
    }
  }

  /// Whether a goroutine that is started in a loop finds the function value that it calls in an
  /// element which it picks by a number that each turn of the loop has another of.
  func picksEach(_ function: UInt32, _ instance: SummaryInstance) -> Bool {
    let value: ValueID?
    switch instance.summary.objects[Int(function)].index {
    case .captured(let variable):
      value = captured.contains(variable) ? nil : declaration(ofVariable: variable)
    case .parameter(let position):
      let operand =
        Int(position) < instance.values.count ? instance.values[Int(position)] : .none
      value = !operand.isNone && isPerTurn(operand) ? operand : nil
    default: value = nil
    }
    guard let value, let loop = loops.innermost(around: block(of: value), body) else {
      return false
    }
    return loops.innermost(around: currentBlock, body) == loop
  }

  /// Whether no loop makes a function value that a block is not in: there is one for it each time.
  private func isMadeOnce(_ value: ObjectID, for block: BlockID) -> Bool {
    guard case .site(let maker, _) = tables.objects[value].origin else { return false }
    let home = self.block(of: maker)
    guard loops.isInLoop(home) else { return true }
    return loops.headers(body).allSatisfy { header in
      let blocks = loops.blocks(ofLoop: header, body)
      return !blocks.contains(home.index) || blocks.contains(block.index)
    }
  }

  /// Whether goroutines may still run, where a loop begins, that an instruction in it started when
  /// the loop was gone through before.
  private func isStartedBefore(_ start: ValueID, _ header: BlockID) -> Bool {
    let block = body.blocks[header.index]
    for edge in block.firstPredecessor..<block.firstPredecessor + block.predecessorCount {
      let predecessor = body.edges[Int(edge)]
      guard predecessor < header, let before = outStates[predecessor.index] else { continue }
      if (before.live + before.pending).contains(where: { tokens[$0.index].name.value == start }) {
        return true
      }
    }
    return false
  }

  /// The one object that a set leads to; `none` where there are several.
  func onlyObject(of set: SetID) -> ObjectID {
    guard tables.sets.count(set) == 1, let id = tables.sets[set].first else { return .none }
    return tables.references[id].cell.object
  }
}
