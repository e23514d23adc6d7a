import Basics
import GoIR

/// A use of a place that others may have, in one goroutine.
struct SlotFact {
  var identity: IdentityID
  /// The way by which the goroutine knows the place; `identity` may be what the users of the type of
  /// an object on it have.
  var way = IdentityID.none
  var function: FunctionNumber
  /// The record of the function's summary.
  var record: UInt32
  /// Of a goroutine that the function leaves behind its number in the summary; else `max`.
  var strand: UInt32 = .max
  var kind: AccessKind
  var index: ElementIndex
  /// The goroutine, and the lists below, by their numbers in `SlotFacts`.
  var context: UInt32
  var mustLocks: UInt32
  var mayLocks: UInt32
  var waited: UInt32
  var signalled: UInt32
  var isTaken: Bool
  /// Whether the goroutine has another object there than others that say so too.
  var isOwn = false
  /// Whether whoever started the goroutine made it: others that say so too have another object.
  var isMade = false
  /// Of a use of all that can be reached the fields that it looks into.
  var fields = FieldReach.all
  /// Whether it is a use by a called function, which may know the memory by another name, or of
  /// what was replaced: it counts beside what others put there and go on using, and for nothing
  /// else.
  var isBelow = false
}

/// A use of what the function put into a slot before: by the way from the slot on. The identity of
/// the fact is that of the slot, `none` where it is not known.
struct HandedFact {
  var fact: SlotFact
  var way: [MemoryName.Selector]
}

/// A lock or something that is waited for, by the last name on the way to it: how else one comes
/// there does not matter.
struct PlaceTag: NumberKey, Comparable {
  var rawValue: UInt64

  var keyNumber: UInt64 { rawValue }

  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A lock by its name.
struct LockTag: NumberKey, Comparable {
  var place: PlaceTag
  var mode: LockMode
  /// Whether it was found through a reference, as the `Locker` of a `Cond`: it may be one that others
  /// know by another name.
  var isByReference = false

  var keyNumber: UInt64 {
    place.rawValue << 2 | UInt64(mode.rawValue) << 1 | (isByReference ? 1 : 0)
  }

  static func < (left: Self, right: Self) -> Bool {
    (left.place, left.mode.rawValue, left.isByReference ? 1 : 0)
      < (right.place, right.mode.rawValue, right.isByReference ? 1 : 0)
  }
}

/// The uses of shared places by all functions of a program, in all goroutines that run them.
struct SlotFacts {
  var contexts: Contexts
  var facts: [SlotFact] = []
  /// The uses of what was put into a slot, by the slot.
  var handed: [SlotKey.Base: [HandedFact]] = [:]
  /// The slots of `handed` in the order of arrival.
  private(set) var handedSlots: [SlotKey.Base] = []
  private(set) var handedBases: Set<SlotKey.Base> = []
  private(set) var runs: [SharedContext] = []
  private var lockNumbers = ListNumbers<LockTag>()
  private var placeNumbers = ListNumbers<PlaceTag>()
  var lockLists: [[LockTag]] { lockNumbers.lists }
  var placeLists: [[PlaceTag]] { placeNumbers.lists }
  /// What goroutines of the program surely signal after something that they do.
  private(set) var signals: [ContextID: Set<PlaceTag>] = [:]
  let program: FlowProgram
  private let capacities: ChannelCapacities
  let functions: Table<FunctionNumber, FunctionFlow>

  static let maximumHanded = 200

  init(
    _ program: FlowProgram, _ programFacts: ProgramFacts,
    _ functions: Table<FunctionNumber, FunctionFlow>, _ contexts: Contexts
  ) {
    self.program = program
    capacities = programFacts.capacities
    self.functions = functions
    self.contexts = contexts
    for number in functions.ids {
      let box = functions[number].box
      for record in box.summary.uses {
        if case .slot(let slot)? = box.summary.root(of: record.cell) {
          handedBases.insert(slot.base)
        }
      }
      for pair in functions[number].handedTwice {
        handedBases.insert(pair.first.base)
        handedBases.insert(pair.second.base)
      }
    }
    for number in functions.ids where !programFacts.synchronizes(number, program) {
      collect(number, programFacts)
    }
    // What the functions that goroutines run say of themselves stands before it.
    for number in functions.ids where !programFacts.synchronizes(number, program) {
      if functions[number].summary.strands.isEmpty { continue }
      for shared in contexts.contexts(of: number) where shared.context.origin == .outside {
        collectStrands(number, shared.context)
      }
    }
    for fact in facts where fact.signalled != 0 {
      guard case .strand(let id) = runs[Int(fact.context)].context.origin else { continue }
      signals[id, default: []].formUnion(placeLists[Int(fact.signalled)])
    }
    joinWays(Pools(functions))
  }

  private mutating func collect(_ number: FunctionNumber, _ programFacts: ProgramFacts) {
    let contexts = self.contexts.contexts(of: number)
    let box = functions[number].box
    if contexts.isEmpty || box.summary.accesses.isEmpty { return }
    let uses = box.summary.uses.map { record in
      let kind = kind(of: record, box.summary, number)
      return CountedUse(
        record: record, kind: kind, isPanicking: kind != nil && isPanicking(record.value, number))
    }
    for shared in contexts where shared.context.origin != .initialization {
      let run = UInt32(runs.count)
      runs.append(shared)
      collect(uses, box.summary, number, shared.context, run, programFacts)
    }
  }

  /// The uses by one goroutine that runs a function.
  private mutating func collect(
    _ uses: [CountedUse], _ summary: FunctionSummary, _ number: FunctionNumber,
    _ context: RunContext, _ run: UInt32, _ programFacts: ProgramFacts
  ) {
    var must = KnownLists(summary.lockLists.count)
    var may = must
    var waits = KnownLists(summary.cellLists.count)
    var signals = waits
    for (index, use) in uses.enumerated() {
      guard let kind = use.kind else { continue }
      let record = use.record
      let (isAlias, isBelow) = (kind == .alias, kind == .below)
      let known =
        isAlias ? [] : self.contexts.places(of: record.cell, number, context)
      let places = known.filter { !$0.isLater && isOfInterest($0.identity) }
      if !isAlias && places.isEmpty || use.isPanicking { continue }
      var fact = SlotFact(
        identity: .none, function: number, record: UInt32(index), kind: record.kind,
        index: record.index, context: run, mustLocks: 0, mayLocks: 0, waited: 0, signalled: 0,
        isTaken: record.isTaken)
      fact.mustLocks = locks(record.mustLocks, number, context, context.mustLocks, &must)
      fact.mayLocks = locks(record.mayLocks, number, context, context.mayLocks, &may)
      fact.waited = cells(record.waited, number, context, context.waited, &waits)
      fact.signalled = cells(record.signalled, number, context, context.signalled, &signals)
      if isAlias {
        addHanded(fact, record.cell, number, context)
        continue
      }
      for place in places {
        fact.identity = place.identity
        fact.isOwn = place.isOwn || record.isAlias
        fact.isMade = place.isMade
        fact.fields = record.fields
        fact.isTaken =
          (record.isTaken || place.isTaken)
          && !self.contexts.identities.isSharedBehind(
            place.identity, programFacts.fieldsBesideLocks)
        fact.isBelow = isBelow
        facts.append(fact)
      }
    }
  }

  /// What the goroutines do that a function leaves behind, to what it makes and gives to callers
  /// from outside.
  private mutating func collectStrands(_ number: FunctionNumber, _ context: RunContext) {
    let box = functions[number].box
    for (position, strand) in box.summary.strands.enumerated() {
      var run: UInt32?
      let (locks, cells) = (
        KnownLists(box.summary.lockLists.count), KnownLists(box.summary.cellLists.count)
      )
      var known = [locks, locks, cells, cells]
      for (index, record) in strand.accesses.enumerated() {
        guard let object = box.summary.base(of: record.cell), box.summary.result(of: object) != nil,
          let id = contexts.id(of: strand.start)
        else { continue }
        for place in contexts.places(of: record.cell, number, context) {
          let identity = contexts.identities.published(place.identity)
          guard !identity.isNone, isOfInterest(identity) else { continue }
          if run == nil {
            run = UInt32(runs.count)
            runs.append(
              SharedContext(RunContext(origin: .strand(id), covered: context.covered)))
          }
          facts.append(
            SlotFact(
              identity: identity, function: number, record: UInt32(index),
              strand: UInt32(position), kind: record.kind, index: record.index,
              context: run ?? 0,
              mustLocks: self.locks(record.mustLocks, number, context, [], &known[0]),
              mayLocks: self.locks(record.mayLocks, number, context, [], &known[1]),
              waited: self.cells(record.waited, number, context, [], &known[2]),
              signalled: self.cells(record.signalled, number, context, [], &known[3]),
              isTaken: record.isTaken, isOwn: true, isMade: true,
              fields: record.fields))
        }
      }
    }
  }

  /// Whether a use is one of a program that is about to panic.
  private func isPanicking(_ value: ValueID, _ number: FunctionNumber) -> Bool {
    let body = program.functions[number].body
    guard !value.isNone else { return false }
    var low = 0
    var high = body.blocks.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if body.blocks[middle].start <= value.rawValue { low = middle } else { high = middle }
    }
    return body.endsWithoutReturn(body.blocks[low])
  }

  /// Whether others have a place, and it is known of which type the object is there.
  private func isOfInterest(_ identity: IdentityID) -> Bool {
    let nodes = contexts.identities.nodes
    let root = nodes[identity.index].root
    if root == .nascent { return false }
    guard root == .users else { return true }
    var current = identity
    while current != .users {
      if nodes[current.index].step.field != nil { return true }
      current = nodes[current.index].parent
    }
    return false
  }

  private mutating func addHanded(
    _ fact: SlotFact, _ cell: SummaryCell, _ number: FunctionNumber, _ context: RunContext
  ) {
    let box = functions[number].box
    var fact = fact
    // Who finds there what he put there himself has another object.
    fact.isOwn = true
    if let home = box.summary.home(of: cell) {
      // Whose slot it is nobody else has, or has yet.
      guard let place = contexts.places(of: home, number, context).first(where: { !$0.isLater })
      else { return }
      fact.identity = place.identity
      fact.isMade = place.isMade
      // Nobody else finds what lies in a part of what was taken out.
      fact.isTaken = fact.isTaken || place.isTaken && box.summary.isPartOfGiven(home)
    }
    for slot in box.summary.slots(of: cell, program.declaration(of: number)) where slot.isRoot {
      if handed[slot.base] == nil { handedSlots.append(slot.base) }
      guard handed[slot.base, default: []].count < Self.maximumHanded else { continue }
      handed[slot.base, default: []].append(HandedFact(fact: fact, way: slot.way))
    }
  }

  // MARK: Locks and waits

  /// The last name on the way to a place.
  func tag(_ id: IdentityID) -> PlaceTag {
    let nodes = contexts.identities.nodes
    var current = id
    while !nodes[current.index].parent.isNone {
      if let field = nodes[current.index].step.field {
        return PlaceTag(rawValue: UInt64(field.rawValue))
      }
      current = nodes[current.index].parent
    }
    return PlaceTag(rawValue: 1 << 32 | UInt64(current.rawValue))
  }

  private func tag(of lock: IdentityID, _ mode: LockMode) -> LockTag {
    LockTag(
      place: tag(lock), mode: mode,
      isByReference: contexts.identities.nodes[lock.index].step == .follow)
  }

  /// Whether a lock excludes others: a channel does where it is known to have room for one value.
  private func isLock(_ identity: IdentityID) -> Bool {
    guard contexts.identities.nodes[identity.index].step.part != nil else { return true }
    let place = tag(identity).rawValue
    guard place < 1 << 32 else { return false }
    return capacities.capacity(of: .field(FieldNumber(rawValue: UInt32(place)))) == 1
  }

  private mutating func locks(
    _ list: UInt32, _ number: FunctionNumber, _ context: RunContext, _ outer: [IdentityLock],
    _ known: inout KnownLists
  ) -> UInt32 {
    if let found = known[list] { return found }
    var all: [LockTag] = []
    for lock in outer where isLock(lock.identity) {
      all.insert(sorted: tag(of: lock.identity, lock.mode))
    }
    let box = functions[number].box
    for lock in box.summary.lockLists[Int(list)] {
      let places = contexts.places(of: lock.cell, number, context)
      for place in places where isLock(place.identity) {
        all.insert(sorted: tag(of: place.identity, lock.mode))
      }
      // Of an object that nobody else is known to have its field says enough.
      let path = box.summary.steps(of: lock.cell.path)
      if places.isEmpty, let field = path.last?.field {
        all.insert(
          sorted: LockTag(place: PlaceTag(rawValue: UInt64(field.rawValue)), mode: lock.mode))
      }
    }
    let id = lockNumbers.number(of: all)
    known[list] = id
    return id
  }

  private mutating func cells(
    _ list: UInt32, _ number: FunctionNumber, _ context: RunContext, _ outer: [IdentityID],
    _ known: inout KnownLists
  ) -> UInt32 {
    if let found = known[list] { return found }
    var all: [PlaceTag] = []
    for id in outer { all.insert(sorted: tag(id)) }
    let box = functions[number].box
    for cell in box.summary.cellLists[Int(list)]
    where box.summary.paths[Int(cell.path)].step != .part(3) {
      let places = contexts.places(of: cell, number, context)
      for place in places { all.insert(sorted: tag(place.identity)) }
      // What the function made others know by the fields that it was put into.
      for field in places.isEmpty ? box.summary.fields(holding: cell.object) : [] {
        all.insert(sorted: PlaceTag(rawValue: UInt64(field.rawValue)))
      }
    }
    let id = placeNumbers.number(of: all)
    known[list] = id
    return id
  }
}
