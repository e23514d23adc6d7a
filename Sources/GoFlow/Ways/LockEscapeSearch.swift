import Basics
import GoIR

/// Looks for what leaves a lock uncopied.
///
/// The summaries say which slices and maps are changed in place under which locks, and what functions
/// give away. Those functions alone that may give away such a thing are interpreted once more, to see
/// which locks they held when they found it.
///
/// Used by one thread.
struct LockEscapeSearch {
  let finder: WayFinder
  let analysis: FlowAnalysis
  let printer: FlowPrinter
  private let locks: LockUses
  private let sealed: SealedWrites

  init(_ finder: WayFinder, _ locks: LockUses) {
    self.finder = finder
    self.locks = locks
    analysis = finder.analysis
    sealed = SealedWrites(
      analysis, PlaceConditions(analysis.program, analysis.functions, analysis.facts))
    printer = FlowPrinter(analysis)
  }

  var changes: GuardedChanges { locks.changes }
  private var takers: Set<CalleeNumber> { locks.takers }
  private var callers: [FunctionNumber: [FunctionNumber]] { locks.callers }
  private var programs: Set<TextID> { locks.programs }
  var program: FlowProgram { analysis.program }

  /// What is found in some functions.
  func escapes(_ functions: ArraySlice<FunctionNumber>) -> [LockEscape] {
    functions.filter { mayLetOut($0) }.flatMap { escapes(of: $0) }
  }

  // MARK: Which functions to look at

  private func mayLetOut(_ number: FunctionNumber) -> Bool {
    let function = program.functions[number]
    guard function.traits.isDisjoint(with: [.isInTest, .isGenerated]),
      !analysis.facts.synchronizes(number, program)
    else { return false }
    let box = analysis.functions[number].box
    var wanted: Set<UInt32> = []
    for (index, object) in box.summary.objects.enumerated() {
      guard case .initial = object.origin else { continue }
      let way = box.summary.wholeWay(to: SummaryCell(UInt32(index), 0))
      if let ending = GuardedChanges.ending(way.steps, way.global), changes.leads(ending) {
        wanted.insert(UInt32(index))
      }
    }
    guard !wanted.isEmpty, takesLock(function) else { return false }
    func leads(_ set: [FunctionSummary.Reference]) -> Bool {
      set.contains { wanted.contains($0.cell.object) }
    }
    return box.summary.results.contains { $0.contains { leads($0.set) } }
      || box.summary.stores.contains { leads($0.set) }
      || box.summary.links.contains { wanted.contains($0.source.object) }
      || (box.summary.uses + box.summary.strands.flatMap(\.accesses)).contains {
        $0.kind == .read && wanted.contains($0.cell.object)
      }
  }

  private func takesLock(_ function: FlowFunction) -> Bool {
    function.body.instructions.contains {
      $0.opcode == .call && takers.contains(CalleeNumber(rawValue: $0.payload))
    }
  }

  // MARK: What a function lets out

  private func escapes(of number: FunctionNumber) -> [LockEscape] {
    let replay = finder.replay(number)
    let finds = replay.guardedFinds()
    if finds.isEmpty { return [] }
    let given = LetOutObjects(replay.summary)
    var found: [LockEscape] = []
    for find in finds where !replay.isTakenAway(find, returned: given.returned) {
      guard let escape = use(of: find, in: replay) ?? leak(of: find, given, in: replay),
        !found.contains(where: { $0.memory == escape.memory && $0.lock == escape.lock })
      else { continue }
      found.append(escape)
    }
    return found
  }

  /// A use after the lock was released, in the function that took it.
  private func use(of find: GuardedFind, in replay: FunctionReplay) -> LockEscape? {
    for change in changes.changes(behind: find.place) where isMeant(change, find.place) {
      // Of goroutines that it starts too: they have no lock that it took.
      let uses = replay.summary.uses + replay.summary.strands.flatMap(\.accesses)
      let readers = uses.filter { record in
        record.kind == .read && isBare(record, replay.summary, find)
          && reads(record, replay.summary, change, find)
          && !haveCommonLock(record, replay.summary, change)
          && !isOver(change, find, before: [record.value], in: replay)
      }
      guard !readers.isEmpty else { continue }
      let traces = readers.map { trace(replay.number, $0) }
      guard !traces.contains(where: { $0.last.map { analysis.isMereCall($0) } ?? true }) else {
        continue
      }
      return escape(.used, find, change, readers: traces, in: replay)
    }
    return nil
  }

  /// What is returned, or put where callers find it.
  private func leak(
    of find: GuardedFind, _ given: LetOutObjects, in replay: FunctionReplay
  ) -> LockEscape? {
    let summary = replay.summary
    if summary.acquired.contains(where: { isLock($0.cell, of: find, summary) }) { return nil }
    var places: [(place: GuardedPlace, form: LockEscape.Form)] = []
    if given.returned.contains(find.object) { places.append((find.place, .returned)) }
    for source in given.copied where source.object == find.object {
      places.append((find.place.with(find.place.steps + summary.steps(of: source.path)), .copied))
    }
    if isGivenAway(find, summary) { places.append((find.place, .given)) }
    var best: LockEscape?
    for (place, form) in places {
      for change in changes.changes(behind: place)
      where isMeant(change, find.place)
        && (form == .given || !isOver(change, find, before: replay.body.returns, in: replay))
      {
        let readers = form != .given ? self.readers(of: change, find, replay) : []
        let escape = escape(form, find, change, readers: readers, in: replay)
        if !readers.isEmpty { return escape }
        if best == nil || escape.isOpen && best?.isOpen == false { best = escape }
      }
    }
    return best
  }

  /// Whether it is put into something of the caller's that does not lie behind the lock itself.
  private func isGivenAway(_ find: GuardedFind, _ summary: FunctionSummary) -> Bool {
    summary.stores.contains { store in
      guard store.set.contains(where: { $0.cell == SummaryCell(find.object, 0) }),
        case .parameter? = summary.root(of: store.cell)
      else { return false }
      // A lock that is a package variable lies in nothing of the caller's.
      return find.place.lock.isEmpty
        || summary.way(to: store.cell, from: find.holder) == nil
          && summary.wholeRoot(of: store.cell) != summary.wholeRoot(of: SummaryCell(find.holder, 0))
    }
  }

  /// Whether a change is one of what the way leads to, as long as the lock alone guards it: what has
  /// a lock of its own is guarded by that one.
  private func isMeant(_ change: GuardedChange, _ place: GuardedPlace) -> Bool {
    let steps = change.container.steps
    if change.innerLocks.contains(where: { $0.count >= place.steps.count }) { return false }
    return !steps.indices.contains { index in
      index >= place.steps.count && steps[index - 1] == .follow
        && steps[index].field.map(analysis.facts.fieldsBesideLocks.contains) == true
    }
  }

  /// Whether a change is made only as long as a flag beside the lock is not set, which the function has
  /// set before it comes to any of some instructions.
  private func isOver(
    _ change: GuardedChange, _ find: GuardedFind, before values: [ValueID],
    in replay: FunctionReplay
  ) -> Bool {
    let summary = analysis.functions[change.function].summary
    guard
      let write = summary.use(change.record, strand: change.strand)
        .flatMap({ trace(change.function, $0).last })
    else { return false }
    return sealed.isOver(write, in: replay.number, before: values) { value in
      find.place.lock.isEmpty
        || replay.summary.uses.contains {
          $0.callee.isNone && $0.value == value && $0.cell.object == find.holder
        }
    }
  }

  // MARK: Reads without the lock

  private func isLock(_ lock: SummaryCell, of find: GuardedFind, _ summary: FunctionSummary) -> Bool
  {
    let holder = summary.holder(of: lock)
    if find.place.lock.isEmpty {
      return summary.objects[Int(holder.object)].origin == .global(find.place.lockGlobal)
        && holder.steps.isEmpty
    }
    return holder.object == find.holder && holder.steps == find.place.lock
  }

  private func isBare(
    _ record: AccessRecord, _ summary: FunctionSummary, _ find: GuardedFind
  ) -> Bool {
    !summary.lockLists[Int(record.mayLocks)].contains { isLock($0.cell, of: find, summary) }
      && !summary.lockLists[Int(record.mustLocks)].contains { isLock($0.cell, of: find, summary) }
  }

  /// Whether a use of what was found reads what a change changes.
  private func reads(
    _ record: AccessRecord, _ summary: FunctionSummary, _ change: GuardedChange, _ find: GuardedFind
  ) -> Bool {
    guard !record.isReplaced, let way = way(to: record.cell, find, summary),
      way.starts(with: find.place.steps), isGiven(record, Array(way), find)
    else { return false }
    return Self.reads(way, change.container.steps)
  }

  private func way(
    to cell: SummaryCell, _ find: GuardedFind, _ summary: FunctionSummary
  ) -> [PathStep]? {
    if find.place.lock.isEmpty {
      guard let (global, way) = summary.globalWay(to: cell), global == find.place.global else {
        return nil
      }
      return way
    }
    return summary.way(to: cell, from: find.holder)
  }

  /// Whether a called function that uses memory was given what was found, and did not find it again
  /// itself.
  private func isGiven(_ record: AccessRecord, _ way: [PathStep], _ find: GuardedFind) -> Bool {
    guard !record.callee.isNone else { return true }
    guard let inner = analysis.functions.innermost(of: record) else { return false }
    let own = analysis.functions[inner.function].summary.wholeWay(to: inner.record.cell).steps
    return own.count <= way.count - find.place.steps.count && way.suffix(own.count) == own[...]
  }

  private static func reads(_ way: [PathStep], _ container: [PathStep]) -> Bool {
    if way.last == .rest, container.starts(with: way.dropLast()) { return true }
    guard way.count > container.count, way.starts(with: container) else { return false }
    // What elements lead to is other memory.
    let rest = way[container.count...]
    return rest.first == .element && !rest.contains(.follow)
  }

  /// Whether both hold locks of one name: found by different ways they may be one.
  private func haveCommonLock(
    _ record: AccessRecord, _ summary: FunctionSummary, _ change: GuardedChange
  ) -> Bool {
    guard record.mustLocks != 0,
      let other = analysis.functions[change.function].summary.use(
        change.record, strand: change.strand)
    else { return false }
    let otherSummary = analysis.functions[change.function].summary
    let names = Set(
      otherSummary.lockLists[Int(other.mustLocks)].map {
        otherSummary.holder(of: $0.cell).steps.last
      })
    return summary.lockLists[Int(record.mustLocks)].contains {
      names.contains(summary.holder(of: $0.cell).steps.last)
    }
  }

  /// Uses, by those who call the function, of what it returns to them.
  private func readers(
    of change: GuardedChange, _ find: GuardedFind, _ replay: FunctionReplay
  ) -> [[FlowSite]] {
    var found: [[FlowSite]] = []
    guard let first = find.place.steps.first else { return [] }
    // What tests read of it says nothing of what runs meanwhile.
    for caller in callers[replay.number] ?? []
    where caller != replay.number && !program.functions[caller].traits.contains(.isInTest) {
      let summary = analysis.functions[caller].summary
      for record in summary.uses where record.kind == .read && !record.isReplaced {
        let way = summary.wholeWay(to: record.cell)
        let start =
          find.place.global.isNone
          ? way.steps.firstIndex(of: first) : way.global == find.place.global ? 0 : nil
        guard let start, Self.reads(Array(way.steps[start...]), change.container.steps),
          record.callee != replay.number, isGiven(record, Array(way.steps[start...]), find),
          !holds(record, summary, find.place),
          !haveCommonLock(record, summary, change), isGot(record, from: replay.number, by: caller)
        else { continue }
        let trace = trace(caller, record)
        if let last = trace.last, !analysis.isMereCall(last) { found.append(trace) }
      }
    }
    return found
  }

  private func holds(
    _ record: AccessRecord, _ summary: FunctionSummary, _ place: GuardedPlace
  ) -> Bool {
    summary.lockLists[Int(record.mayLocks)].contains {
      let holder = summary.holder(of: $0.cell)
      return place.lock.isEmpty
        ? summary.objects[Int(holder.object)].origin == .global(place.lockGlobal)
        : holder.steps.suffix(place.lock.count) == place.lock[...]
    }
  }

  /// Whether a caller has what it reads from a call of the function.
  private func isGot(
    _ record: AccessRecord, from callee: FunctionNumber, by caller: FunctionNumber
  ) -> Bool {
    let replay = finder.replay(caller)
    var wanted: Set<ObjectID> = []
    var current = record.cell.object
    let summary = analysis.functions[caller].summary
    while true {
      if let object = replay.object(current) { wanted.insert(object) }
      guard case .initial(let outer) = summary.objects[Int(current)].origin else { break }
      current = outer.object
    }
    let isInTest = program.functions[caller].traits.contains(.isInTest)
    return replay.body.instructions.indices.contains { index in
      let instruction = replay.body.instructions[index]
      guard instruction.opcode == .call,
        case .functions(let targets) = analysis.facts.targets.target(
          of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest),
        targets.contains(where: { $0.function == callee })
      else { return false }
      let given = replay.objects(of: ValueID(index))
      return wanted.contains { replay.route(from: given, to: $0) != nil }
    }
  }

  // MARK: Telling

  private func trace(_ function: FunctionNumber, _ record: AccessRecord) -> [FlowSite] {
    analysis.trace(ConflictSide(record), in: function)
  }

  private func escape(
    _ form: LockEscape.Form, _ find: GuardedFind, _ change: GuardedChange,
    readers: [[FlowSite]], in replay: FunctionReplay
  ) -> LockEscape {
    let summary = analysis.functions[change.function].summary
    let start = change.strand == .max ? nil : summary.strands[Int(change.strand)].start
    let record = summary.use(change.record, strand: change.strand)
    let trace = record.map { self.trace(change.function, $0) } ?? []
    let container = change.container
    let behind = container.steps.dropFirst(find.place.steps.count)
    let function = program.functions[replay.number]
    let isKnown = form != .given && isKnownToAll(replay.number)
    let isVisible = behind.allSatisfy { step in
      step.field.map { program.texts[program.fields[$0].name].first?.isUppercase == true } ?? true
    }
    return LockEscape(
      form: behind.isEmpty || form != .returned ? form : .held,
      source: FlowSite(function: replay.number, value: find.value),
      kind: trace.last.flatMap { program.usedKind(at: $0) } ?? .none,
      memory: name(of: container), lock: lockName(container),
      change: trace, changeStart: start, readers: readers,
      isItself: behind.isEmpty
        && !changes.changes(behind: find.place).contains { other in
          let inner = other.container.steps.dropFirst(find.place.steps.count)
          return !inner.isEmpty && inner.allSatisfy { $0.field == nil }
            && isMeant(other, find.place)
        },
      inner: inner(find, in: replay),
      isOpen: isVisible && !isKnown && function.traits.contains(.isExported)
        && function.literal == 0)
  }

  /// The fields between what an instruction loads, with all that lies in it, and what is found there.
  private func inner(_ find: GuardedFind, in replay: FunctionReplay) -> [FieldNumber] {
    let load = replay.body.instructions[find.value.index]
    guard load.opcode == .load,
      case let address = replay.body.addresses[Int(load.payload)], address.step == .field,
      let index = find.place.steps.lastIndex(where: { $0.field?.rawValue == address.payload })
    else { return [] }
    let behind = find.place.steps[(index + 1)...].dropLast()
    let fields = behind.compactMap(\.field)
    return fields.count == behind.count ? fields : []
  }

  /// Whether the program knows all that may call a function, and something calls it.
  private func isKnownToAll(_ number: FunctionNumber) -> Bool {
    guard callers[number] != nil else { return false }
    let package = program.functions[number].key.package
    return programs.contains(package)
      || program.texts[package].split(separator: "/").contains("internal")
  }

  private func name(of place: GuardedPlace) -> String {
    let steps = place.steps.dropLast()
    if let index = steps.lastIndex(where: { $0.field != nil }), let field = steps[index].field {
      return printer.name(
        of: .field(field), steps[(index + 1)...].map { MemoryName.Selector($0) })
    }
    return place.global.isNone
      ? "it" : printer.name(of: .global(place.global), steps.map { MemoryName.Selector($0) })
  }

  private func lockName(_ place: GuardedPlace) -> String {
    if place.lock.isEmpty { return printer.name(of: SlotKey.Base.global(place.lockGlobal)) }
    let field = place.lock.last { $0.field != nil }?.field
    return field.map { printer.name(of: SlotKey.Base.field($0)) } ?? "a lock"
  }
}
