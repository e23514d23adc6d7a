import Basics
import GoIR

/// A goroutine's call of whatever function values come to lie in some cells.
struct TaskCall {
  var cells: Few<Cell>
  var start: StrandStart
  /// The instruction of this function by which the goroutine begins.
  var value: ValueID
  var roots: CallRoots
  var signalled: [Cell]
  /// What the goroutine made itself of what it calls them with.
  var ownArguments: Set<ObjectID>
}

/// Function values that are put where a goroutine takes them out and calls them: tasks in a queue,
/// callbacks, options.
extension BodyInterpreter {
  static let maximumTaskCalls = 16

  /// Notes that a goroutine calls what will lie in a cell that this function knows.
  func noteTask(
    _ call: FunctionSummary.ValueCall, _ roots: CallRoots, _ start: StrandStart,
    _ signalled: [Cell], _ instance: inout SummaryInstance
  ) {
    guard call.function.cell.path == 0, taskCalls.count < Self.maximumTaskCalls,
      case .initial(let cell) = instance.summary.objects[Int(call.function.cell.object)].origin
    else { return }
    let cells = cells(cell, &instance)
    if cells.isEmpty { return }
    if let known = taskCalls.firstIndex(where: {
      $0.cells == cells && $0.start.value == start.value
    }) {
      if start.isRepeated { taskCalls[known].start.isRepeated = true }
      return
    }
    taskCalls.append(
      TaskCall(
        cells: cells, start: start, value: current, roots: roots, signalled: signalled,
        ownArguments: madeArguments(of: call, roots, instance)))
    rounds.changeTables()
  }

  /// Starts the function values among what is put into a cell where a goroutine takes them out.
  func startTasks(_ set: SetID, _ cell: Cell) {
    // No goroutine has the variable of a turn that begins.
    if body.instructions[current.index].opcode == .declare { return }
    for call in taskCalls where call.cells.contains(cell) && mayComeBefore(call.value) {
      let (targets, bound, _) = codes(of: set)
      if targets.isEmpty, bound.isEmpty { continue }
      isTask = true
      ownArguments = call.ownArguments
      startValues(set, roots: call.roots, call.start, [], signalled: call.signalled)
      ownArguments = []
      isTask = false
    }
  }

  /// Whether an instruction may come before the present one: what is put somewhere before a goroutine
  /// begins does not run until then.
  private func mayComeBefore(_ value: ValueID) -> Bool {
    let block = block(of: value)
    if loops.areInCommonLoop(block, currentBlock) { return true }
    return block == currentBlock ? value < current : block.rawValue < currentBlock.rawValue
  }

  /// Whether two parts of goroutines are parts of one: tasks that it does one after the other.
  func areOneGoroutine(_ first: Token, _ second: Token) -> Bool {
    (first.isTask || second.isTask) && !first.start.isRepeated && !second.start.isRepeated
      && first.start.function == second.start.function && first.start.value == second.start.value
  }
}
