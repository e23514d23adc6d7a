import Basics
import GoIR

/// Joins the uses of shared places all over the program.
///
/// An object is taken for one and the same where the ways to it are: from a package variable, or
/// from an object that its users share. What meets in one function was judged there.
struct SlotJudge {
  let program: FlowProgram
  let functions: Table<FunctionNumber, FunctionFlow>
  var facts: SlotFacts
  private let replaced: ReplacedFields
  let once: OnceRuns
  let onlyCallers: OnlyCallers
  let shortened: ShortenedSlices
  private var found: [SlotConflict] = []
  private var known: [ConflictName: Int] = [:]
  /// The facts that are reached from each slot into which something is handed, in order.
  var factsBySlot: [SlotKey.Base: [Int]] = [:]

  static let maximumConflictsOfPlace = 20
  static let maximumFactsOfPlace = 400

  /// Both places of a conflict, whatever goroutines they are in.
  private struct ConflictName: NumberKey {
    var first: FlowSite
    var second: FlowSite
    var slot: SlotKey.Base

    var keyNumber: UInt64 {
      (first.keyNumber &* 31 &+ second.keyNumber) &* 31 &+ slot.keyNumber
    }
  }

  /// The facts of one place.
  private struct Group {
    var part: IdentityID
    var facts: [Int]
  }

  init(
    _ program: FlowProgram, _ programFacts: ProgramFacts,
    _ functions: Table<FunctionNumber, FunctionFlow>, _ contexts: Contexts,
    _ replaced: ReplacedFields, _ once: OnceRuns
  ) {
    self.once = once
    onlyCallers = OnlyCallers(program, functions)
    self.program = program
    self.replaced = replaced
    shortened = programFacts.shortened
    self.functions = functions
    facts = SlotFacts(program, programFacts, functions, contexts)
  }

  /// All conflicts, in the order of the places.
  mutating func conflicts() -> [SlotConflict] {
    let bodies = facts.locksOfBodies
    let handedOn = HandedOnLocks(functions)
    for group in groups() {
      let slotGuard = SlotGuard(
        group.facts.prefix(Self.maximumFactsOfPlace), facts, bodies, handedOn
      )
      .flatMap {
        !$0.isOfWrites || isBesideLock(group.part, $0.lock) ? $0 : nil
      }
      if hasStrand(group.facts) { judge(group, slotGuard) }
      if let slotGuard, isOnWay(slotGuard) { judgeGuarded(slotGuard) }
      if group.facts.contains(where: { facts.facts[$0].kind.isAtomic }),
        let sites = AtomicSites(group.facts.prefix(Self.maximumFactsOfPlace), facts)
      {
        judgeAtomic(sites)
      }
    }
    judgeDeep()
    indexFacts()
    for slot in facts.handedSlots { judgeHanded(slot) }
    judgeHandedTwice()
    return found
  }

  var nodes: [IdentityTable.Node] { facts.contexts.identities.nodes }

  // MARK: Groups

  /// The facts of each place, and with them those of the structs that it is a part of.
  private func groups() -> [Group] {
    var byPart: [IdentityID: Int] = [:]
    var groups: [Group] = []
    for (index, fact) in facts.facts.enumerated() where !fact.isBelow {
      if nodes[fact.identity.index].step == .rest, !nodes[fact.identity.index].parent.isNone {
        continue
      }
      if let known = byPart[fact.identity] {
        groups[known].facts.append(index)
      } else {
        byPart[fact.identity] = groups.count
        groups.append(Group(part: fact.identity, facts: [index]))
      }
    }
    let own = groups
    for index in groups.indices {
      var current = groups[index].part
      let object = nodes[current.index].object
      while current != object {
        current = nodes[current.index].parent
        if let outer = byPart[current] { groups[index].facts += own[outer].facts }
      }
    }
    return groups.filter { group in
      group.facts.contains { facts.facts[$0].kind.isWrite }
    }
  }

  /// Whether there is a goroutine that the program starts.
  private func hasStrand(_ indices: [Int]) -> Bool {
    indices.contains { isStrand(facts.facts[$0]) }
  }

  private func isStrand(_ fact: SlotFact) -> Bool {
    facts.runs[Int(fact.context)].context.origin != .outside
  }

  // MARK: Pairs

  private mutating func judge(_ group: Group, _ slotGuard: SlotGuard?) {
    var count = 0
    let indices = group.facts.prefix(Self.maximumFactsOfPlace)
    for (position, index) in indices.enumerated() {
      for other in indices.dropFirst(position) {
        let (first, second) = (facts.facts[index], facts.facts[other])
        guard mayConflict(first, second), overlaps(first.identity, second.identity),
          !isBehindEnd(first, second), !isSwappedOut(first, by: second),
          !isSwappedOut(second, by: first)
        else { continue }
        let longer =
          nodes[first.identity.index].depth >= nodes[second.identity.index].depth
          ? first.identity : second.identity
        add(first, second, longer, slotGuard, &count)
        if count >= Self.maximumConflictsOfPlace { return }
      }
    }
  }

  /// Uses of all that can be reached from somewhere.
  private mutating func judgeDeep() {
    var deep: [IdentityID: [Int]] = [:]
    for (index, fact) in facts.facts.enumerated()
    where !fact.isBelow && nodes[fact.identity.index].step == .rest
      && !nodes[fact.identity.index].parent.isNone
    {
      deep[nodes[fact.identity.index].parent, default: []].append(index)
    }
    if deep.isEmpty { return }
    for (index, fact) in facts.facts.enumerated() where !fact.isBelow {
      var current = fact.identity
      var count = 0
      while !current.isNone {
        for other in deep[current] ?? [] where other != index {
          let fields = facts.facts[other].fields
          let isHidden = fields != .all && isHidden(fact.identity, from: current, to: fields)
          if !isHidden, mayConflict(fact, facts.facts[other]) {
            add(fact, facts.facts[other], fact.identity, nil, &count)
          }
          if count >= Self.maximumConflictsOfPlace { break }
        }
        current = nodes[current.index].parent
      }
    }
  }

  func overlaps(_ first: IdentityID, _ second: IdentityID) -> Bool {
    let identities = facts.contexts.identities
    return nodes[first.index].depth <= nodes[second.index].depth
      ? identities.isReached(second, from: first) : identities.isReached(first, from: second)
  }

  mutating func add(
    _ first: SlotFact, _ second: SlotFact, _ identity: IdentityID, _ slotGuard: SlotGuard?,
    _ count: inout Int, isAtomicElsewhere: Bool = false
  ) {
    guard let (slot, way) = name(of: identity) else { return }
    var conflict = SlotConflict(
      slot: slot, way: way, first: use(first), second: use(second), isHandedOver: false,
      isPossibleOnly: mayHaveCommonLock(first, second)
        || isSupposed(first, slotGuard == nil && !isAtomicElsewhere)
        || isSupposed(second, slotGuard == nil && !isAtomicElsewhere)
        || haveOtherWays(first, second) || waitsForParent(first, of: second)
        || waitsForParent(second, of: first)
        || slotGuard == nil && (maySetUp(first, identity) || maySetUp(second, identity))
        || tearsDown(first, second) || tearsDown(second, first))
    let steps = facts.contexts.identities.steps(of: identity)
    // What one side put there itself the other one finds, among other things.
    conflict.mayDiffer =
      !first.isOwn && !second.isOwn
      && replaced.mayDiffer(steps.lazy.map { MemoryName.Selector($0) })
    conflict.isAtomicElsewhere = isAtomicElsewhere
    if let slotGuard {
      if isOnWay(slotGuard.lock, steps) { conflict.guardedBy = base(of: slotGuard.lock) }
      func holds(_ fact: SlotFact) -> Bool {
        facts.lockLists[Int(fact.mustLocks)].contains { $0.place == slotGuard.lock }
      }
      conflict.firstIsGuarded = holds(first)
      conflict.secondIsGuarded = holds(second)
    }
    add(conflict, &count)
  }

  /// Whether a field, or what it leads to, lies in one struct with a lock.
  private func isBesideLock(_ part: IdentityID, _ lock: PlaceTag) -> Bool {
    guard let base = base(of: lock), case .field(let lock) = base, !once.places.contains(base)
    else { return false }
    var current = part
    while !current.isNone, nodes[current.index].step.field == nil {
      current = nodes[current.index].parent
    }
    guard !current.isNone, let field = nodes[current.index].step.field else { return false }
    return program.areBeside(field, lock)
  }

  /// Whether a lock lies in an object on the way to a place, or is a variable: a lock of something
  /// else guards what only some find.
  private func isOnWay(_ lock: PlaceTag, _ steps: [PathStep]) -> Bool {
    guard case .field(let field)? = base(of: lock) else { return true }
    return steps.contains { $0.field.map { program.areBeside($0, field) } ?? false }
  }

  /// Whether the places of some facts have a guard that lies in an object on the way to them.
  func isOnWay(_ slotGuard: SlotGuard) -> Bool {
    guard let index = slotGuard.bare.first ?? slotGuard.guarded.first else { return false }
    let identity = facts.facts[index].identity
    return isOnWay(slotGuard.lock, facts.contexts.identities.steps(of: identity))
  }

  /// Whether two goroutines of the program get to a place by ways of which no more is known than
  /// that both lead to an object of one type.
  private func haveOtherWays(_ first: SlotFact, _ second: SlotFact) -> Bool {
    guard isOfGoroutine(first), isOfGoroutine(second), !first.way.isNone, !second.way.isNone else {
      return false
    }
    return !overlaps(first.way, second.way)
  }

  private func isOfGoroutine(_ fact: SlotFact) -> Bool {
    if case .strand = facts.runs[Int(fact.context)].context.origin { return true }
    return false
  }

  /// Whether a use is one of callers from outside of whom the program says otherwise. Where nothing
  /// else speaks for it, what other packages of the program do counts too.
  func isSupposed(_ fact: SlotFact, _ isBare: Bool = false) -> Bool {
    facts.runs[Int(fact.context)].context.entry > (isBare ? .unshown : .shown)
  }

  /// Whether a use may be part of setting something up: a function that others call writes to a
  /// package variable, as those do that register something before all else runs, or to what the
  /// goroutines use that it starts itself, as those do that others call once, before all others.
  private func maySetUp(_ fact: SlotFact, _ identity: IdentityID) -> Bool {
    guard fact.kind.isWrite, facts.runs[Int(fact.context)].context.origin == .outside else {
      return false
    }
    if case .global = facts.contexts.identities.root(of: identity) { return true }
    return !facts.contexts.needs.started[fact.function.index].isEmpty
  }

  /// The slot that a lock lies in.
  func base(of lock: PlaceTag) -> SlotKey.Base? {
    if lock.rawValue < 1 << 32 {
      return .field(FieldNumber(rawValue: UInt32(lock.rawValue)))
    }
    let root = IdentityID(rawValue: UInt32(truncatingIfNeeded: lock.rawValue))
    switch facts.contexts.identities.root(of: root) {
    case .global(let global): return .global(global)
    case .variable(let declaration, let variable): return .variable(declaration, variable)
    case .users, .nascent: return nil
    }
  }

  mutating func add(_ conflict: SlotConflict, _ count: inout Int) {
    var sites = (site(conflict.first), site(conflict.second))
    if (sites.1.function, sites.1.value) < (sites.0.function, sites.0.value) {
      swap(&sites.0, &sites.1)
    }
    let name = ConflictName(first: sites.0, second: sites.1, slot: conflict.slot)
    if let index = known[name] {
      if found[index].isPossibleOnly, !conflict.isPossibleOnly { found[index] = conflict }
      return
    }
    known[name] = found.count
    found.append(conflict)
    count += 1
  }

  /// Where a use happens in the end.
  private func site(_ use: SlotUse) -> FlowSite {
    var function = use.function
    var record = functions[function].summary.use(use.record, strand: use.strand)
    for _ in 0..<FlowAnalysis.longestWay {
      guard let current = record, !current.callee.isNone,
        let next = functions[current.callee].summary.use(current.record, strand: current.strand)
      else { break }
      function = current.callee
      record = next
    }
    return FlowSite(function: function, value: record?.value ?? .none)
  }

  func use(_ fact: SlotFact) -> SlotUse {
    let run = facts.runs[Int(fact.context)]
    let held = run.context.mustLocks.compactMap { lock in
      base(of: facts.tag(lock.identity)).map { HeldSlot(slot: $0, mode: lock.mode) }
    }
    return SlotUse(
      function: fact.function, record: fact.record, strand: fact.strand, kind: fact.kind,
      start: facts.contexts.start(of: run.context.origin), isTask: run.context.isTask,
      held: held)
  }

  /// The last slot on the way to a place, and the way from there.
  private func name(of id: IdentityID) -> (SlotKey.Base, [MemoryName.Selector])? {
    let steps = facts.contexts.identities.steps(of: id)
    if let index = steps.lastIndex(where: { $0.field != nil }), let field = steps[index].field {
      return (.field(field), steps[(index + 1)...].map { MemoryName.Selector($0) })
    }
    let way = steps.map { MemoryName.Selector($0) }
    switch facts.contexts.identities.root(of: id) {
    case .global(let global): return (.global(global), way)
    case .variable(let declaration, let variable): return (.variable(declaration, variable), way)
    case .users, .nascent: return nil
    }
  }
}
