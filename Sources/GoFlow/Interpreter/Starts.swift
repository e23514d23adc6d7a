import Basics
import GoIR
import LibraryModels

/// A goroutine that this function starts, as it was started.
struct StartedStrand {
  var instance: SummaryInstance
  var start: StrandStart
  var values: [ValueID]
  var source: UInt32
  var signalled: [Cell]
  /// The semaphores that pass to the goroutine.
  var gates: [HeldLock] = []
  /// Whether one run of the instruction starts several.
  var isSeveral: Bool { instance.roots.caller.areSeveral ?? start.isRepeated }
}

extension BodyInterpreter {
  /// A `go` statement.
  func startCall(_ value: ValueID, _ instruction: FlowInstruction) {
    let operands = callOperands(value, instruction)
    let roots = roots(operands)
    let start = StrandStart(
      kind: .goroutine, function: number, value: value, isRepeated: false)
    let callee = CalleeNumber(rawValue: instruction.payload)
    switch program.target(of: callee, isInTest: function.traits.contains(.isInTest)) {
    case .functions(let targets):
      noteBoxed(operands, isOfLibrary: false)
      for target in narrowed(targets, operands) {
        startTarget((target.function, target.way, .empty), roots, start, operands.values)
      }
    case .model(let model): startModel(model, operands, start)
    case .value:
      startValues(leafSet(operands.function), roots: roots, start, operands.values)
    case .builtin, .unknown: break
    }
  }

  /// Starts what a set of function values runs.
  func startValues(
    _ set: SetID, roots: CallRoots, _ start: StrandStart, _ values: [ValueID],
    signalled: [Cell] = []
  ) {
    let (targets, bound, open) = codes(of: set)
    var roots = roots
    if !open.isEmpty {
      var start = start
      // What their callers start by it they cannot tell from what a loop here starts.
      start.isRepeated = start.isRepeated || roots.caller.areLooped
      for reference in open { noteValueCall(reference, roots, values, start, signalled: signalled) }
    }
    for target in targets {
      roots.functionValue = onlyObject(of: target.closure)
      startTarget(target, roots, start, values, signalled: signalled)
    }
    for (callee, receiver, value) in bound {
      guard
        case .functions(let functions) = program.target(
          of: callee, isInTest: function.traits.contains(.isInTest))
      else { continue }
      var roots = roots
      roots.functionValue = value
      roots.arguments.insert(([.whole], [receiver]), at: 0)
      if !roots.givens.isEmpty { roots.givens.insert(.none, at: 0) }
      if !roots.indices.isEmpty { roots.indices.insert(.unknown, at: 0) }
      for target in functions {
        startTarget(
          (target.function, target.way, .empty), roots, start, [.none] + values,
          signalled: signalled)
      }
    }
  }

  /// Starts what a goroutine calls with what it knows, and with what it made itself.
  func startValues(
    _ call: FunctionSummary.ValueCall, _ set: SetID, _ roots: CallRoots, _ start: StrandStart,
    _ signalled: [Cell], _ instance: inout SummaryInstance
  ) {
    let before = (ownArguments, callLocks, isCallOfEach)
    ownArguments = madeArguments(of: call, roots, instance)
    isCallOfEach =
      call.isOfEach || call.strand == nil && isInElementOfEach(call.function.cell.object, &instance)
    if isCallOfEach { ownArguments.formUnion(variablesOfEach(set)) }
    if call.strand != nil { callLocks = InstanceLocks() }
    let (must, may) =
      roots.caller.haveOwnLocks
      ? (locksOfOthers(call.mustLocks, &instance), locksOfOthers(call.mayLocks, &instance))
      : (locks(call.mustLocks, &instance), locks(call.mayLocks, &instance))
    callLocks.sure = tables.lockLists.union(callLocks.sure, must.sure)
    callLocks.perhaps = tables.lockLists.union(callLocks.perhaps, may.perhaps)
    startValues(set, roots: roots, start, [], signalled: signalled)
    startBoxed(set, start, signalled: signalled.sorted())
    (ownArguments, callLocks, isCallOfEach) = before
  }

  /// The locks of a list that are not made by the function that is started: each of several goroutines
  /// has others of these.
  private func locksOfOthers(
    _ list: UInt32, _ instance: inout SummaryInstance
  ) -> InstanceLocks {
    let others = instance.summary.lockLists[Int(list)].filter {
      !instance.isReachedFromMade($0.cell.object)
    }
    let locks = locks(others, &instance)
    return InstanceLocks(
      sure: tables.lockLists.id(of: locks.sure), perhaps: tables.lockLists.id(of: locks.perhaps),
      named: tables.lockLists.id(of: locks.named))
  }

  func startTarget(
    _ target: Target, _ roots: CallRoots, _ start: StrandStart, _ values: [ValueID],
    signalled: [Cell] = []
  ) {
    guard let summary = program.summary(target.function),
      activeCalls.count < Self.maximumActiveCalls, !activeCalls.contains(target.function)
    else { return }
    activeCalls.append(target.function)
    defer { activeCalls.removeLast() }
    var roots = roots
    roots.closure = target.closure
    let instance = instance(target.function, summary, roots, values, isStrand: true)
    var strand = StartedStrand(
      instance: instance, start: start, values: values, source: instance.firstPart << 6,
      signalled: signalled)
    let before = callLocks
    let gates = giveGates(to: &strand)
    if gates != .empty {
      strand.gates = tables.lockLists[gates].filter { isSemaphore($0.cell) }
      callLocks.sure = tables.lockLists.union(callLocks.sure, gates)
      callLocks.perhaps = tables.lockLists.union(callLocks.perhaps, gates)
    }
    if phase == .detect {
      note(target.function, summary.summary, roots, start, signalled: signalled.sorted())
    }
    giveAway(roots)
    startInstance(strand)
    callLocks = before
  }

  /// Starts a goroutine that runs a summary.
  private func startInstance(_ started: StartedStrand) {
    var strand = started
    var begun: [TokenID] = []
    noteSignals(of: &strand.instance, strand.start)
    let isSeveral = strand.isSeveral
    start(
      strand.instance.summary.accesses, strand.start, source: strand.source, isSeveral, &strand,
      &begun)
    for (index, inner) in strand.instance.summary.strands.enumerated() {
      var start = inner.start
      start.isRepeated = start.isRepeated || strand.start.isRepeated
      // A goroutine that starts itself again does there what it does here.
      let known =
        start.isSamePlace(as: strand.start)
        ? Set(strand.instance.summary.accesses.map(UsedCell.init)) : []
      self.start(
        inner.accesses, start, source: strand.source + 1 + UInt32(index),
        isSeveral || inner.start.isRepeated, &strand, &begun, without: known)
    }
    if begun.isEmpty, let call = strand.instance.summary.valueCalls.first {
      // It does nothing itself, but what it calls may run beside itself all the same.
      let signalled = signalledCells(call.signalled, &strand.instance) + strand.signalled
      let id = token(
        TokenName(value: current, source: strand.source, group: .max - 1), strand.start,
        waited: [], signalled: signalled.sorted())
      tokens[id.index].gates = strand.gates
      tokens[id.index].isSeveral = isSeveral
      begun.append(id)
    }
    begin(begun)
    let isRepeated = begun.contains { tokens[$0.index].isRepeated }
    for (index, call) in strand.instance.summary.valueCalls.enumerated() {
      let references = set(call.function.cell, call.function.header, &strand.instance)
      var roots = roots(of: call, &strand.instance, isStart: true)
      roots.givens = givens(of: call, &strand.instance)
      roots.caller.areSeveral = isSeveral || call.strand?.isRepeated == true
      roots.caller.call = UInt32(index)
      roots.caller.haveOneEach =
        call.hasOneEach && (call.strand != nil || strand.instance.roots.caller.haveOneEach)
      let signalled = signalledCells(call.signalled, &strand.instance) + strand.signalled
      var start = call.strand ?? strand.start
      start.isRepeated = start.isRepeated || strand.start.isRepeated
      roots.caller.areLooped = isRepeated
      roots.caller.haveOwnLocks = isSeveral || isRepeated || loops.isInLoop(currentBlock)
      roots.caller.pickEach =
        call.strand == nil && picksEach(call.function.cell.object, strand.instance)
      var perhapsAgain = start
      perhapsAgain.isRepeated = start.isRepeated || isRepeated
      noteTask(call, roots, perhapsAgain, signalled, &strand.instance)
      startValues(call, references, roots, start, signalled, &strand.instance)
    }
    noteEffects(&strand)
    noteKnown(strand.instance)
  }

  /// Notes which objects a goroutine knows.
  private func noteKnown(_ instance: SummaryInstance) {
    for set in instance.known {
      for id in tables.sets[set]
      where goroutineObjects.insert(tables.references[id].cell.object).inserted {
        rounds.changeTables()
      }
    }
  }

  /// What a goroutine may put into cells.
  private func noteEffects(_ strand: inout StartedStrand) {
    for (index, store) in strand.instance.summary.stores.enumerated() {
      let set = set(store.set, &strand.instance)
      let cells = cells(store.cell, &strand.instance)
      if wayRecord != nil { beginStore(index, &strand.instance) }
      beginPlacing(index, strand.source, &strand.instance)
      for cell in cells { put(broughtByGoroutine(set, to: cell), into: cell, isSure: false) }
      endPlacing()
      wayRecord?.endSource()
    }
    for item in strand.instance.summary.links {
      link(cells(item.target, &strand.instance), to: cells(item.source, &strand.instance))
    }
  }

  /// What a goroutine puts into a cell: not what it would find there if others put something into
  /// what this function made.
  private func broughtByGoroutine(_ set: SetID, to cell: Cell) -> SetID {
    if tables.objects[cell.object].isIncoming { return set }
    let references = tables.sets[set]
    func isFoundThere(_ id: ReferenceID) -> Bool {
      tables.objects[tables.references[id].cell.object].origin == .initial(cell)
    }
    guard references.contains(where: isFoundThere) else { return set }
    return tables.sets.set(references.filter { !isFoundThere($0) })
  }

  /// Tokens for accesses, one for each of their groups; those of some cells are left out.
  private func start(
    _ records: [AccessRecord], _ start: StrandStart, source: UInt32, _ isSeveral: Bool,
    _ strand: inout StartedStrand, _ begun: inout [TokenID], without known: Set<UsedCell> = []
  ) {
    noteBounds(strand.instance.roots)
    // Neighbours are mostly of one group.
    var last: (group: UInt64, id: TokenID)?
    var accesses: [FlowAccess] = []
    var given: [UInt32: Set<ObjectID>] = [:]
    for (index, record) in records.enumerated()
    where known.isEmpty || !known.contains(UsedCell(record)) {
      let group = UInt64(record.waited) << 32 | UInt64(record.signalled)
      let id: TokenID
      if let last, last.group == group {
        id = last.id
      } else {
        let name = TokenName(value: current, source: source, group: group)
        let waited = sureCells(record.waited, &strand.instance)
        var signalled = signalledCells(record.signalled, &strand.instance)
        signalled.formUnion(sorted: strand.signalled.sorted())
        id = token(name, start, waited: waited, signalled: signalled)
        if source == strand.source {
          tokens[id.index].gates = strand.gates
          tokens[id.index].run = GoroutineRun(strand.instance.roots)
        }
        tokens[id.index].isSeveral = isSeveral
        noteSignaller(
          SignallerName(current, start),
          signalled.filter { !isReceive($0) }.map { base(of: $0) })
        if !begun.contains(id) {
          begun.append(id)
          tokens[id.index].forgetClosed()
        }
        if phase != .settle { noteSignals(id, &strand) }
        last = (group, id)
      }
      noteLooks(record, &strand.instance, by: id)
      guard phase != .settle else {
        // What it may look into is known from the first look on, for what is put there later.
        _ = objects(record.cell.object, &strand.instance)
        continue
      }
      let isInner = source != strand.source
      let site = AccessSite(
        value: current, callee: strand.instance.function, record: UInt32(index),
        strand: isInner ? source - strand.source - 1 : .max)
      // What the goroutine makes is another thing for each of its instances, and so is what the
      // called function makes that leaves one behind.
      let isOwn =
        isInner
        ? !start.isRepeated && strand.instance.isMadeAnew(record.cell.object)
        : strand.instance.isReachedFromMade(record.cell.object)
          || isPickedByEach(record.cell.object, &strand.instance)
      collect(record, &strand.instance, strand.values, site, isStart: true, into: &accesses)
      if !state.filled.isEmpty { accesses.removeAll { isFilled($0) } }
      if record.isAlias {
        let object = record.cell.object
        let known = given[object] ?? givenAndPut(object, &strand.instance)
        given[object] = known
        // It uses that by the name by which it was given.
        accesses.removeAll { known.contains($0.cell.object) }
      }
      noteEitherEnds(record, accesses, of: id, &strand.instance)
      let isOfElement =
        !isInner && !isOwn && loops.isInLoop(currentBlock)
        && isInElementOfEach(record.cell.object, &strand.instance)
      for index in accesses.indices {
        var access = accesses[index]
        if !isInner, isOwnCounter(access.index, strand.instance) { access.index = .unknown }
        access.isOfEach =
          access.isOfEach || isOwn || !isInner && ownArguments.contains(access.cell.object)
          || isOfElement && isMadeForElement(access.cell.object)
        if !isInner, callLocks.perhaps != .empty || callLocks.sure != .empty {
          access.mustLocks = tables.lockLists.union(access.mustLocks, callLocks.sure)
          access.mayLocks = tables.lockLists.union(access.mayLocks, callLocks.perhaps)
        }
        tokens[id.index].add(access)
      }
    }
  }

  /// A goroutine's arguments reach as far as they do now, whatever grows later.
  private func noteBounds(_ roots: CallRoots) {
    for set in roots.arguments.flatMap(\.sets) {
      for header in headers(of: set) {
        state.bounds.insert(
          sorted: NumberPair(first: header.rawValue, second: header.rawValue))
      }
    }
  }

  private func noteSignals(_ id: TokenID, _ strand: inout StartedStrand) {
    let name = tokens[id.index].name
    guard result.signalWaits[name] == nil else { return }
    var waits: [Cell] = []
    for signal in strand.instance.summary.signals {
      waits += sureCells(signal.waited, &strand.instance)
    }
    result.signalWaits[name] = waits
  }

  /// Whether no two arguments of a call lead to one thing: what the function's goroutines have in common
  /// then, they have in common where it stands.
  private func areApart(_ roots: CallRoots) -> Bool {
    var known: Set<ObjectID> = []
    for argument in roots.arguments {
      let objects = Set(
        argument.sets.flatMap { tables.sets[$0].map { tables.references[$0].cell.object } })
      if !known.isDisjoint(with: objects) { return false }
      known.formUnion(objects)
    }
    return true
  }

  /// The goroutines that a called function leaves behind. They were compared with each other where that
  /// one was looked at.
  func startStrands(_ instance: inout SummaryInstance, _ values: [ValueID]) {
    let strands = instance.summary.strands
    if strands.isEmpty { return }
    instance.isStrand = true
    let source = instance.firstPart << 6
    var started = StartedStrand(
      instance: instance, start: strands[0].start, values: values, source: source, signalled: [])
    let others = phase == .detect && areApart(instance.roots) ? state.live : nil
    for (index, strand) in strands.enumerated() {
      var begun: [TokenID] = []
      started.start = strand.start
      start(
        strand.accesses, strand.start, source: source + 1 + UInt32(index),
        strand.start.isRepeated, &started, &begun)
      begin(begun, besides: others)
      if strand.isDoubtful { for id in begun { state.doubtful.insert(sorted: id) } }
    }
    noteKnown(started.instance)
    instance = started.instance
    instance.isStrand = false
  }
}

/// A cell of a summary and how it is used.
private struct UsedCell: Hashable {
  var cell: SummaryCell
  var kind: AccessKind

  init(_ record: AccessRecord) {
    cell = record.cell
    kind = record.kind
  }
}
