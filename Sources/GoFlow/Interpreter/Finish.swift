import Basics
import GoIR

/// The end of a body, and what its callers get to know.
extension BodyInterpreter {
  /// A way out of the function.
  func leave(_ value: ValueID, _ instruction: FlowInstruction) {
    guard phase == .detect, instruction.opcode == .return, !deadEnds.contains(currentBlock) else {
      return
    }
    var returned: [[SetID]] = []
    for position in 0..<Int(instruction.operandCount) {
      let leaves = operandLeaves(value, position)
      add(leaves, toResult: position, of: &returned)
    }
    result.blocks[currentBlock.index].returned = returned
    var exit = state
    if !exit.published.isEmpty { withdrawHandedAway(&exit, returning: returned) }
    result.blocks[currentBlock.index].exit = exit
  }

  private func add(
    _ leaves: some Sequence<SetID>, toResult position: Int, of returned: inout [[SetID]]
  ) {
    while returned.count <= position { returned.append([]) }
    for (index, set) in leaves.enumerated() {
      if index < returned[position].count {
        returned[position][index] = tables.sets.union(returned[position][index], set)
      } else {
        returned[position].append(set)
      }
    }
  }

  /// The state in which the function returns, and what it gives, on all ways together.
  private func joinExits() -> (state: FlowState, returned: [[SetID]]) {
    var joined: FlowState?
    var returned: [[SetID]] = []
    for index in result.blocks.indices {
      guard let exit = result.blocks[index].exit else { continue }
      for (position, leaves) in result.blocks[index].returned.enumerated() {
        add(leaves, toResult: position, of: &returned)
      }
      join(&joined, exit)
    }
    return (joined ?? endless(), returned)
  }

  /// What holds where the function never returns: what a goroutine that goes round for ever put
  /// somewhere lies there all the same.
  private func endless() -> FlowState {
    var exit = FlowState()
    guard loops.isCyclic else { return exit }
    var joined: FlowState?
    for case let state? in outStates { join(&joined, state) }
    exit.memory = joined?.memory ?? []
    return exit
  }

  /// Makes the summary of what the last look found.
  func finish() {
    // Those that are told of the end of a goroutine that is started here are not raised too late.
    let late = announced.filter { cell in
      !tokens.contains { $0.signalled.contains(cell) }
        && !(signallers[cell] ?? []).contains { $0 != .own }
    }
    let signals =
      late.isEmpty ? result.signals : result.signals.filter { !late.contains($0.cell) }
    let maySignals = result.blocks.flatMap(\.maySignals)
    let after = SignalsAfter(
      body, signals, maySignals, signals.isEmpty ? [] : nilWays(), deadEnds: deadEnds,
      sureLoops: sureLoops(of: signals), channel: base,
      isBehind: { self.isBehind($0.object, [$1]) })
    var (exit, returned) = joinExits()
    // Who raises the count himself may do so when it was waited for already.
    if !late.isEmpty { exit.signalled.removeAll { late.contains($0) } }
    noteStillKept(exit)
    let export = SummaryExport(exit)
    exportResults(returned, export)
    exportOwnPlaces(export)
    exportStores(export)
    exportAccesses(export, after)
    exportStrands(export)
    exportValueCalls(export, after)
    exportOrder(export, maySignals)
    for object in handed.kept.sorted() where isKnownOutside(object, export) {
      if let number = self.export(object, export) {
        export.summary.handedAndKept.append(number)
      }
    }
    result.calls = exportCalls(returned, exit, after)
    for object in handed.twice.sorted() where isKnownOutside(object, export) {
      if let number = self.export(object, export) {
        export.summary.handedTwice.append(number)
      }
    }
    export.finishLists()
    result.summary = export.summary
    wayRecord?.objects = export.objects
    wayRecord?.paths = export.paths
    result.summary.marksParallel = result.marksParallel
  }

  /// Sees to it that there is room for what the function itself uses, before what it calls fills the
  /// summary.
  private func exportOwnPlaces(_ export: SummaryExport) {
    for block in result.blocks {
      for own in block.accesses where own.access.site.callee.isNone {
        if export.summary.objects.count >= SummaryExport.maximumOwnObjects { return }
        if isKnownOutside(own.access.cell.object, export) {
          _ = self.export(own.access.cell.object, export)
        }
      }
    }
  }

  // MARK: Results and memory

  private func exportResults(
    _ returned: [[SetID]], _ export: SummaryExport
  ) {
    for (position, leaves) in returned.enumerated() {
      let layout =
        position < function.results.count ? function.results[position].layout.rawValue : 0
      let paths = paths(of: UInt16(truncatingIfNeeded: layout))
      var list: [FunctionSummary.Leaf] = []
      for (index, set) in leaves.enumerated() {
        let path = index < paths.count ? paths[index] : .whole
        list.append(
          FunctionSummary.Leaf(path: self.export(path, export), set: self.export(set, export)))
      }
      export.summary.results.append(list)
    }
  }

  /// How many of the stores are those into what the function gave away, where there are too many.
  private static let roomForResults = 6

  private func exportStores(_ export: SummaryExport) {
    // What leads to memory that others know comes first, but leaves some room for what lies in results;
    // the rest may be left out.
    var others: [Int] = []
    var further: [Int] = []
    for (index, set) in export.exit.memory.enumerated() where !set.isNone {
      let cell = trackedCells[index]
      guard isVisible(cell.object), set != initialContent(of: cell) else { continue }
      if !leadsToKnown(set, export) {
        others.append(index)
      } else if export.summary.stores.count >= SummaryExport.maximumStores - Self.roomForResults {
        further.append(index)
      } else {
        exportStore(cell, set, export)
      }
    }
    // What was given away brings along what lies in it.
    var next = 0
    while next < export.fresh.count {
      let object = export.fresh[next]
      next += 1
      for index in trackedCells(of: object)
      where Int(index) < export.exit.memory.count && !export.exit.memory[Int(index)].isNone {
        exportStore(trackedCells[Int(index)], export.exit.memory[Int(index)], export)
      }
    }
    for index in further + others {
      exportStore(trackedCells[index], export.exit.memory[index], export)
    }
    for link in links.all where isKnownOutside(link.target.object, export) {
      for source in link.sources where isKnownOutside(source.object, export) {
        guard let first = self.export(link.target, export),
          let second = self.export(source, export)
        else { continue }
        export.summary.links.append(FunctionSummary.Link(target: first, source: second))
      }
    }
  }

  /// Whether a set leads to something that callers know, or to what leads there.
  private func leadsToKnown(_ set: SetID, _ export: SummaryExport) -> Bool {
    for id in tables.sets[set] where !isOpaque(tables.references[id].cell.object, export) {
      return true
    }
    return false
  }

  private func exportStore(
    _ cell: Cell, _ set: SetID, _ export: SummaryExport
  ) {
    guard export.summary.stores.count < SummaryExport.maximumStores else { return }
    var isSure = isOnePlace(cell)
    var set = set
    if isSure, tables.objects[cell.object].isIncoming {
      let initial = initialContent(of: cell)
      let first = tables.sets[initial].first
      isSure = !tables.sets[set].contains { id in
        first.map { tables.references[$0].cell == tables.references[id].cell } ?? false
      }
      // What stays there on some way nobody puts there.
      if !isSure {
        let kept = Array(tables.sets[initial])
        set = tables.sets.set(tables.sets[set].filter { !kept.contains($0) })
        if set.isEmpty { return }
      }
    }
    guard let target = self.export(cell, export) else { return }
    export.summary.stores.append(
      FunctionSummary.Store(
        cell: target, set: self.export(set, export), isSure: isSure,
        isHandedOut: trackedIDs[cell.key].map { isHandedOut($0, export.exit) } ?? false,
        isGiven: trackedIDs[cell.key].map { handed.given.contains($0) && isSurelyGiven(to: cell) }
          ?? false,
        isGivenUp: isGivenUp(set, in: cell, export.exit)))
  }

  // MARK: Calls and order

  private func exportValueCalls(_ export: SummaryExport, _ after: SignalsAfter) {
    for call in result.valueCalls.prefix(SummaryExport.maximumCalls) {
      guard isKnownOutside(call.function.cell.object, export),
        let cell = self.export(call.function.cell, export)
      else { continue }
      var arguments: [[FunctionSummary.Leaf]] = []
      for argument in call.arguments {
        var leaves: [FunctionSummary.Leaf] = []
        for (path, set) in zip(argument.paths, argument.sets) {
          leaves.append(
            FunctionSummary.Leaf(
              path: self.export(path, export), set: self.export(set, export)))
        }
        arguments.append(leaves)
      }
      // A lock of the function's own keeps the calls of its goroutines apart.
      for lock in call.mustLocks where call.start != nil {
        switch tables.objects[lock.cell.object].origin {
        case .variable, .site, .opaque: _ = exportOrdering(lock.cell, export)
        default: break
        }
      }
      var signalled = call.signalled.sorted()
      if call.start == nil {
        signalled.formUnion(sorted: after.signals(after: call.value, in: call.block))
        addAhead(call.value, call.block, after, to: &signalled)
      }
      export.summary.valueCalls.append(
        FunctionSummary.ValueCall(
          function: FunctionSummary.Reference(
            cell: cell, header: self.export(call.function.header, export)),
          arguments: arguments, strand: call.start,
          mustLocks: exportLocks(call.mustLocks, export) ?? 0,
          mayLocks: exportLocks(call.mayLocks, export) ?? 0,
          signalled: exportList(signalled, export) ?? 0,
          waited: exportList(call.waited, export) ?? 0,
          value: call.value, isBeforeStrands: call.isBeforeStrands,
          ownArguments: call.ownArguments, isJoined: isJoined(call, export.exit),
          isDoubtful: call.isDoubtful || isLeft(call, export.exit), isOfEach: call.isOfEach,
          hasOneEach: call.hasOneEach,
          indices: call.indices.map { exported($0, export) }))
    }
  }

  /// The locks of callers that are released, or were for a while.
  private func exportReleased(_ export: SummaryExport) {
    let exit = export.exit
    for cell in exit.released + exit.regained where isKnownOutside(cell.object, export) {
      guard let exported = exportOrdering(cell, export) else { continue }
      // What is surely held at the end is acquired, whatever was before.
      let isOpened =
        !exit.released.contains(cell) && !exit.mustLocks.contains { $0.cell == cell }
      if isOpened {
        export.summary.opened.append(exported)
      } else {
        export.summary.released.append(exported)
      }
    }
  }

  private func exportOrder(_ export: SummaryExport, _ maySignals: [MaySignal]) {
    let exit = export.exit
    let signals = result.signals
    for lock in exit.mustLocks where isKnownOutside(lock.cell.object, export) {
      if let cell = exportOrdering(lock.cell, export) {
        export.summary.acquired.append(SummaryLock(cell: cell, mode: lock.mode))
      }
    }
    for lock in exit.mayLocks
    where !exit.mustLocks.contains(lock) && !exit.regained.contains(lock.cell)
      && isKnownOutside(lock.cell.object, export)
    {
      if let cell = exportOrdering(lock.cell, export) {
        export.summary.mayAcquire.append(SummaryLock(cell: cell, mode: lock.mode))
      }
    }
    exportConditionalLocks(export)
    for cell in exit.filled where isKnownOutside(cell.object, export) {
      if let cell = exportOrdering(cell, export) { export.summary.filled.append(cell) }
    }
    exportReleased(export)
    for wait in exit.waited where isKnownOutside(wait.cell.object, export) {
      if let cell = exportOrdering(wait.cell, export) {
        export.summary.waits.append(FunctionSummary.Wait(cell: cell, kind: wait.kind))
      }
    }
    for signal in signals where !exit.signalled.contains(signal.cell) {
      // Whatever is given on a channel stands there as its closing, to tell it from a wait group.
      guard isKnownOutside(signal.cell.object, export), signal.kind != .receive,
        let cell = exportOrdering(
          signal.kind == .done ? signal.cell : signalCell(base(of: signal.cell), .close), export)
      else { continue }
      export.summary.maySignal.insert(sorted: cell)
    }
    for signal in maySignals where signal.isChannel && isKnownOutside(signal.cell.object, export) {
      guard isNear(signal.cell.object, export), let cell = exportOrdering(signal.cell, export)
      else { continue }
      export.summary.signalledBelow.insert(sorted: cell)
    }
    if exit.hasGoroutines {
      for channel in signallers.keys.sorted()
      where signallers[channel]?.contains(where: { $0 != .own }) == true
        && isKnownOutside(channel.object, export) && isNear(channel.object, export)
      {
        guard let cell = exportOrdering(channel, export) else { continue }
        export.summary.signalledLater.insert(sorted: cell)
      }
    }
    for signal in exit.signalled where isKnownOutside(signal.object, export) {
      let point = signals.first { $0.cell == signal }
      guard let cell = exportOrdering(signal, export) else { continue }
      export.summary.signals.append(
        FunctionSummary.Signal(
          cell: cell, kind: point?.kind ?? .done,
          waited: exportList(point?.waited ?? [], export) ?? 0))
    }
  }
}
