import Basics
import GoIR

/// A use of a place that others may have, in one goroutine.
struct SlotFact {
  var identity: IdentityID
  var function: FunctionNumber
  /// The record of the function's summary.
  var record: UInt32
  var kind: AccessKind
  var index: ElementIndex
  /// The goroutine, and the lists below, by their numbers in `SlotFacts`.
  var context: UInt32
  var mustLocks: UInt32
  var mayLocks: UInt32
  var waited: UInt32
  var signalled: UInt32
  var isTaken: Bool
}

/// A use of what the function put into a slot before: by the way from the slot on.
struct HandedFact {
  var fact: SlotFact
  var way: [MemoryName.Selector]
}

/// The uses of shared places by all functions of a program, in all goroutines that run them.
struct SlotFacts {
  var contexts: Contexts
  private(set) var facts: [SlotFact] = []
  /// The uses of what was put into a slot, by the slot.
  private(set) var handed: [SlotKey.Base: [HandedFact]] = [:]
  /// The slots of `handed` in the order of arrival.
  private(set) var handedSlots: [SlotKey.Base] = []
  private(set) var runs: [RunContext] = []
  private(set) var lockLists: [[IdentityLock]] = [[]]
  private(set) var placeLists: [[IdentityID]] = [[]]
  private var lockIDs: [[IdentityLock]: UInt32] = [[]: 0]
  private var placeIDs: [[IdentityID]: UInt32] = [[]: 0]
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>

  static let maximumHanded = 200

  init(
    _ program: FlowProgram, _ programFacts: ProgramFacts,
    _ functions: Table<FunctionNumber, FunctionFlow>, _ contexts: Contexts
  ) {
    self.program = program
    self.functions = functions
    self.contexts = contexts
    for number in functions.ids where !programFacts.synchronizes(number, program) {
      collect(number)
    }
  }

  private mutating func collect(_ number: FunctionNumber) {
    let contexts = self.contexts.contexts(of: number)
    let summary = functions[number].summary
    if contexts.isEmpty || summary.accesses.isEmpty { return }
    for context in contexts where context.origin != .initialization {
      let run = UInt32(runs.count)
      runs.append(context)
      var must: [UInt32: UInt32] = [:]
      var may: [UInt32: UInt32] = [:]
      var places: [UInt32: UInt32] = [:]
      var signals: [UInt32: UInt32] = [:]
      for (index, record) in summary.uses.enumerated() {
        let isAlias: Bool
        if case .slot? = summary.root(of: record.cell) { isAlias = true } else { isAlias = false }
        guard isAlias || record.callee.isNone && !record.isReplaced else { continue }
        let found = isAlias ? [.none] : self.contexts.identities(of: record.cell, number, context)
        if found.isEmpty { continue }
        var fact = SlotFact(
          identity: .none, function: number, record: UInt32(index), kind: record.kind,
          index: record.index, context: run, mustLocks: 0, mayLocks: 0, waited: 0, signalled: 0,
          isTaken: record.isTaken)
        fact.mustLocks = locks(record.mustLocks, number, context, context.mustLocks, &must)
        fact.mayLocks = locks(record.mayLocks, number, context, context.mayLocks, &may)
        fact.waited = cells(record.waited, number, context, context.waited, &places)
        fact.signalled = cells(record.signalled, number, context, context.signalled, &signals)
        if isAlias {
          addHanded(fact, summary.slots(of: record.cell, program.declaration(of: number)))
          continue
        }
        for identity in found where isOfInterest(identity) {
          fact.identity = identity
          facts.append(fact)
        }
      }
    }
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

  private mutating func addHanded(_ fact: SlotFact, _ slots: [NamedSlot]) {
    for slot in slots where slot.isRoot {
      if handed[slot.base] == nil { handedSlots.append(slot.base) }
      guard handed[slot.base, default: []].count < Self.maximumHanded else { continue }
      handed[slot.base, default: []].append(HandedFact(fact: fact, way: slot.way))
    }
  }

  private mutating func locks(
    _ list: UInt32, _ number: FunctionNumber, _ context: RunContext, _ outer: [IdentityLock],
    _ known: inout [UInt32: UInt32]
  ) -> UInt32 {
    if let found = known[list] { return found }
    var all = outer
    for lock in functions[number].summary.lockLists[Int(list)] {
      let ids = contexts.identities(of: lock.cell, number, context)
      for id in ids { all.insert(sorted: IdentityLock(identity: id, mode: lock.mode)) }
    }
    let id = lockIDs[all] ?? UInt32(lockLists.count)
    if Int(id) == lockLists.count {
      lockLists.append(all)
      lockIDs[all] = id
    }
    known[list] = id
    return id
  }

  private mutating func cells(
    _ list: UInt32, _ number: FunctionNumber, _ context: RunContext, _ outer: [IdentityID],
    _ known: inout [UInt32: UInt32]
  ) -> UInt32 {
    if let found = known[list] { return found }
    var all = outer
    for cell in functions[number].summary.cellLists[Int(list)] {
      for id in contexts.identities(of: cell, number, context) {
        // What kind of signal it is does not matter.
        let node = contexts.identities.nodes[id.index]
        all.insert(sorted: node.step.part != nil && !node.parent.isNone ? node.parent : id)
      }
    }
    let id = placeIDs[all] ?? UInt32(placeLists.count)
    if Int(id) == placeLists.count {
      placeLists.append(all)
      placeIDs[all] = id
    }
    known[list] = id
    return id
  }
}

/// A slot on the way to a cell.
struct NamedSlot {
  var base: SlotKey.Base
  /// From the slot on.
  var way: [MemoryName.Selector]
  /// Whether the cell is known by the slot alone.
  var isRoot: Bool
}

extension FunctionSummary {
  /// Where the way to a cell begins; nil where it begins in the function itself.
  func root(of cell: SummaryCell) -> Origin? {
    var current = cell.object
    while true {
      switch objects[Int(current)].origin {
      case .initial(let outer): current = outer.object
      case .fresh, .opaque, .unknown: return nil
      case let origin: return origin
      }
    }
  }

  /// The steps of a way.
  func steps(of path: UInt32) -> [PathStep] {
    var steps: [PathStep] = []
    var current = path
    while current != 0 {
      steps.append(paths[Int(current)].step)
      current = paths[Int(current)].parent
    }
    return steps.reversed()
  }

  /// The slots on the way to a cell, the last one first.
  func slots(of cell: SummaryCell, _ declaration: FunctionNumber) -> [NamedSlot] {
    var found: [NamedSlot] = []
    // The selectors behind the current point, the last one first.
    var behind: [MemoryName.Selector] = []
    var current = cell
    while true {
      var path = current.path
      while path != 0 {
        let node = paths[Int(path)]
        if let field = node.step.field {
          found.append(NamedSlot(base: .field(field), way: behind.reversed(), isRoot: false))
        }
        behind.append(MemoryName.Selector(node.step))
        path = node.parent
      }
      switch objects[Int(current.object)].origin {
      case .initial(let outer):
        behind.append(.target)
        current = outer
        continue
      case .global(let global):
        found.append(NamedSlot(base: .global(global), way: behind.reversed(), isRoot: false))
      case .captured(let variable):
        found.append(
          NamedSlot(base: .variable(declaration, variable), way: behind.reversed(), isRoot: false))
      case .slot(let slot):
        var way: [MemoryName.Selector] = [.target]
        for _ in 0..<slot.level { way += [.element, .target] }
        found.append(NamedSlot(base: slot.base, way: way + behind.reversed(), isRoot: true))
      case .parameter, .fresh, .opaque, .unknown: break
      }
      return found
    }
  }
}

extension MemoryName.Selector {
  /// The selector for a step of a way.
  init(_ step: PathStep) {
    if let field = step.field {
      self = .field(field)
    } else {
      self = step == .rest ? .rest : step == .follow ? .target : .element
    }
  }
}
