import Basics
import GoIR

/// Calls of function values that callers give.
extension BodyInterpreter {
  /// A call of a function value that this function was given: its callers know what runs.
  func noteValueCall(
    _ reference: Reference, _ roots: CallRoots, _ values: [ValueID], _ start: StrandStart?,
    signalled: [Cell]
  ) {
    // Of what it made itself the callers know later what runs.
    guard phase == .detect, isVisible(reference.cell.object) || start != nil else { return }
    let isBeforeStrands = state.live.isEmpty && state.pending.isEmpty
    // Of a goroutine those that it holds itself.
    let mustLocks = start == nil ? state.mustLocks : tables.lockLists[callLocks.sure]
    let mayLocks = start == nil ? state.mayLocks : tables.lockLists[callLocks.perhaps]
    let indices = exportedIndices(roots, values, start)
    let known = result.blocks[currentBlock.index].valueCalls.firstIndex { known in
      known.function == reference && known.start == start && known.mustLocks == mustLocks
        && known.indices == indices
        && known.arguments.elementsEqual(roots.arguments) { $0.sets == $1.sets }
    }
    if let known {
      if !isBeforeStrands {
        result.blocks[currentBlock.index].valueCalls[known].isBeforeStrands = false
      }
      return
    }
    noteSlotCall(reference, roots, start)
    for set in roots.arguments.flatMap(\.sets) { keepUnknown(set) }
    result.blocks[currentBlock.index].valueCalls.append(
      ValueCallPoint(
        function: reference, arguments: roots.arguments, start: start,
        mustLocks: mustLocks, mayLocks: mayLocks, signalled: signalled,
        waited: state.waited.map(\.cell), value: current, block: currentBlock,
        isBeforeStrands: isBeforeStrands, ownArguments: start == nil ? 0 : ownArguments(of: roots),
        isDoubtful: isDoubtfulCall, isOfEach: start != nil && isCallOfEach,
        hasOneEach: start != nil && hasOneEach(reference.cell.object, roots),
        indices: indices))
  }

  func roots(
    of call: FunctionSummary.ValueCall, _ instance: inout SummaryInstance, isStart: Bool
  ) -> CallRoots {
    var arguments: [(paths: Few<PathID>, sets: Few<SetID>)] = []
    for leaves in call.arguments {
      var paths = Few<PathID>()
      var sets = Few<SetID>()
      for leaf in leaves {
        paths.append(path(leaf.path, &instance))
        sets.append(set(leaf.set, &instance))
      }
      arguments.append((paths, sets))
    }
    var roots = CallRoots(arguments: arguments)
    roots.indices = indices(of: call, &instance, isStart: isStart)
    return roots
  }

  func set(
    _ cell: SummaryCell, _ header: UInt32, _ instance: inout SummaryInstance
  ) -> SetID {
    set([FunctionSummary.Reference(cell: cell, header: header)], &instance)
  }

  /// What goroutines do that a called function waits for, with a function value of this one's, is done
  /// while that one is called: others who run beside this function get to know of it. Of what lies in
  /// fields and package variables they do by the goroutines themselves.
  private func recordUses(of begun: [TokenID]) {
    guard phase == .detect else { return }
    for id in begun {
      var parts = PartsOfInstances()
      for var access in tokens[id.index].accesses
      where isVisible(access.cell.object) && isOfVariable(access.cell) {
        access.index = indexOutside(access, of: tokens[id.index], &parts)
        recordKnown(access)
      }
    }
  }

  /// Whether a cell is a variable that the function captures, or lies behind it without a field on the
  /// way.
  private func isOfVariable(_ cell: Cell) -> Bool {
    var current = cell
    while !tables.paths.hasName(current.path) {
      switch tables.objects[current.object].origin {
      case .initial(let outer): current = outer
      case .captured: return true
      default: return false
      }
    }
    return false
  }

  /// Does what a called function does with a function value of its caller's.
  func runValueCall(
    _ call: FunctionSummary.ValueCall, _ instance: inout SummaryInstance
  ) {
    let functions = set(call.function.cell, call.function.header, &instance)
    var roots = roots(of: call, &instance, isStart: call.strand != nil)
    roots.caller.haveOneEach = call.hasOneEach
    let signalled = signalledCells(call.signalled, &instance)
    if let start = call.strand {
      let before = state.live + state.pending
      if !call.isJoined { noteTask(call, roots, start, signalled, &instance) }
      let wasDoubtful = isDoubtfulCall
      isDoubtfulCall = call.isDoubtful
      startValues(call, functions, roots, start, signalled, &instance)
      isDoubtfulCall = wasDoubtful
      let begun = (state.live + state.pending).filter { !before.contains($0) }
      if call.isJoined {
        recordUses(of: begun)
        remove(begun)
        // Of what callers give it is not known here what begins; it is over all the same.
        joinedStarts.insert(current)
      }
      if call.isDoubtful { for id in begun { state.doubtful.insert(sorted: id) } }
      return
    }
    let (targets, bound, _) = codes(of: functions)
    let isBoxed = isBoxed(functions)
    if targets.isEmpty, bound.isEmpty, !isBoxed, phase != .detect { return }
    let mustLocks = locks(call.mustLocks, &instance)
    let mayLocks = locks(call.mayLocks, &instance)
    let held = tables.lockLists[mustLocks.sure]
    let perhaps = tables.lockLists[mayLocks.perhaps]
    if targets.isEmpty, bound.isEmpty, !isBoxed {
      // Nothing is known here of what runs: the callers get to know of it.
      let (must, may) = (state.mustLocks, state.mayLocks)
      state.mustLocks.formUnion(sorted: held)
      state.mayLocks.formUnion(sorted: perhaps)
      _ = runValues(functions, roots, [], .empty)
      (state.mustLocks, state.mayLocks) = (must, may)
      return
    }
    let before = state
    state.mustLocks.formUnion(sorted: held)
    state.mayLocks.formUnion(sorted: perhaps)
    _ = runValues(functions, roots, [], .empty)
    runBoxed(functions)
    for lock in held where !before.mustLocks.contains(lock) {
      state.mustLocks.remove(sorted: lock)
    }
    for lock in perhaps where !before.mayLocks.contains(lock) {
      state.mayLocks.remove(sorted: lock)
    }
    // It is not known that it runs.
    joinState(before)
  }
}
