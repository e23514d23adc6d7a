import Basics
import GoIR

/// A use of memory that is known by a slot.
public struct SlotUse: Hashable, Sendable {
  public var function: FunctionNumber
  /// The record of the function's summary.
  public var record: UInt32
  public var kind: AccessKind
  /// The goroutine; nil for calls from outside.
  public var start: StrandStart?
}

/// Two uses of what lies in one slot, which may happen at the same time.
public struct SlotConflict: Hashable, Sendable {
  public var slot: SlotKey.Base
  /// The way from the slot to the memory.
  public var way: [MemoryName.Selector]
  public var first: SlotUse
  public var second: SlotUse
  /// Whether the one puts into the slot what it goes on using.
  public var isHandedOver: Bool
  public var isPossibleOnly: Bool
}

/// Joins the uses of slots all over the program.
///
/// A field of a type, a package variable or a captured variable is taken for one place where the
/// functions that use it share the object around it. What meets in one function was judged there.
struct SlotJudge {
  let program: FlowProgram
  let functions: Table<FunctionNumber, FunctionFlow>
  let contexts: Contexts
  private let capacities: ChannelCapacities
  /// The slots into which functions put what they go on using.
  private let handedOver: Set<SlotKey.Base>

  static let maximumUses = 400
  static let maximumConflictsOfSlot = 60

  /// A use with what stands around it.
  struct Fact {
    var use: SlotUse
    var context: RunContext
    var way: [MemoryName.Selector]
    /// No element is passed on the way to the slot.
    var isOne: Bool
    var isAlias: Bool
    /// Called functions know the memory by a slot further down, or it was taken out: it counts
    /// beside what others put there and go on using, and for nothing else.
    var isNamedBelow: Bool
    var isTaken: Bool
    var mustLocks: [SlotLock]
    var mayLocks: [SlotLock]
    /// Whether a lock is held that has no name all over the program.
    var hasOtherLock: Bool
  }

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ capacities: ChannelCapacities
  ) {
    self.program = program
    self.capacities = capacities
    self.functions = functions
    contexts = Contexts(program, functions)
    var handedOver: Set<SlotKey.Base> = []
    for flow in functions.elements {
      for record in flow.summary.accesses {
        if case .slot(let slot)? = flow.summary.root(of: record.cell) {
          handedOver.insert(slot.base)
        }
      }
    }
    self.handedOver = handedOver
  }

  func conflicts() -> [SlotConflict] {
    var groups: [SlotKey.Base: [Fact]] = [:]
    var order: [SlotKey.Base] = []
    for number in functions.ids { collect(number, &groups, &order) }
    var found: [SlotConflict] = []
    for base in order {
      guard let facts = groups[base] else { continue }
      judge(base, facts, &found)
    }
    judgeHandedTwice(groups, &found)
    return found
  }

  // MARK: Facts

  private func collect(
    _ number: FunctionNumber, _ groups: inout [SlotKey.Base: [Fact]],
    _ order: inout [SlotKey.Base]
  ) {
    let summary = functions[number].summary
    let contexts = contexts.contexts(of: number)
    if contexts.isEmpty { return }
    let declaration = program.declaration(of: number)
    var lockNames: [UInt32: [SlotLock]] = [:]
    func locks(_ list: UInt32) -> [SlotLock] {
      if let known = lockNames[list] { return known }
      let names = summary.lockLists[Int(list)].compactMap { lock -> SlotLock? in
        guard let slot = summary.slots(of: lock.cell, declaration).first else { return nil }
        let isOne = !summary.isChannel(lock.cell) || capacities.capacity(of: slot.base) == 1
        return isOne ? SlotLock(base: slot.base, mode: lock.mode) : nil
      }
      lockNames[list] = names
      return names
    }
    for (index, record) in summary.accesses.enumerated() {
      let slots = summary.slots(of: record.cell, declaration)
      guard let root = summary.root(of: record.cell) else { continue }
      for slot in slots {
        let isAlias = slot.isRoot
        for context in contexts {
          guard isAlias || isShared(root, context, number) else { continue }
          if record.isNamedBelow || record.isReplaced, !handedOver.contains(slot.base) { continue }
          let use = SlotUse(
            function: number, record: UInt32(index), kind: record.kind,
            start: self.contexts.start(of: context.origin))
          let fact = Fact(
            use: use, context: context, way: slot.way, isOne: slot.isOne,
            isAlias: isAlias, isNamedBelow: record.isNamedBelow || record.isReplaced,
            isTaken: record.isTaken, mustLocks: locks(record.mustLocks) + context.locks,
            mayLocks: locks(record.mayLocks),
            hasOtherLock: locks(record.mustLocks).count
              < summary.lockLists[Int(record.mustLocks)].count)
          if groups[slot.base] == nil { order.append(slot.base) }
          if groups[slot.base, default: []].count < Self.maximumUses {
            groups[slot.base, default: []].append(fact)
          }
        }
      }
    }
  }

  func isShared(
    _ root: FunctionSummary.Origin, _ context: RunContext, _ number: FunctionNumber
  ) -> Bool {
    switch root {
    case .parameter(let position, _): context.shared & (1 << UInt64(min(position, 62))) != 0
    case .captured(let variable):
      program.functions[number].captures.firstIndex(of: variable).map {
        context.sharedCaptures & (1 << UInt64(min($0, 62))) != 0
      } ?? false
    case .global, .slot: true
    case .initial, .fresh, .opaque, .unknown: false
    }
  }

  // MARK: Pairs

  private func judge(
    _ base: SlotKey.Base, _ facts: [Fact], _ found: inout [SlotConflict]
  ) {
    guard facts.contains(where: { contexts.start(of: $0.context.origin) != nil }),
      facts.contains(where: { $0.use.kind.isWrite })
    else { return }
    var known: Set<SlotConflict> = []
    let owner = owner(of: base)
    for (index, first) in facts.enumerated() {
      for second in facts[index...] {
        guard first.use.kind.isWrite || second.use.kind.isWrite else { continue }
        if first.use.kind.isAtomic && second.use.kind.isAtomic { continue }
        if first.isAlias && second.isAlias || first.isTaken && second.isTaken { continue }
        let isHandedOver = first.isAlias || second.isAlias
        if (first.isNamedBelow || second.isNamedBelow) && !isHandedOver { continue }
        guard isHandedOver || first.isOne && second.isOne else { continue }
        guard Self.overlaps(first.way, second.way),
          mayRunAtOnce(first, second, owner),
          !haveCommonLock(first.mustLocks, second.mustLocks)
        else { continue }
        let conflict = SlotConflict(
          slot: base, way: first.way.count >= second.way.count ? first.way : second.way,
          first: first.use, second: second.use, isHandedOver: isHandedOver,
          isPossibleOnly: haveCommonLock(first.mayLocks, second.mayLocks)
            || mayBeOneLock(first, second))
        if known.insert(conflict).inserted { found.append(conflict) }
        if known.count >= Self.maximumConflictsOfSlot { return }
      }
    }
  }

  static func overlaps(
    _ first: [MemoryName.Selector], _ second: [MemoryName.Selector]
  ) -> Bool {
    for (left, right) in zip(first, second) {
      if left == .rest || right == .rest { return true }
      if left != right { return false }
    }
    if first.count == second.count { return true }
    // A whole overlaps with its parts as long as no reference is followed.
    let longer = first.count > second.count ? first : second
    let rest = longer.dropFirst(min(first.count, second.count))
    return rest.first == .rest || !rest.contains(.target)
  }

  /// The type around a slot; nil for package variables.
  func owner(of base: SlotKey.Base) -> TypeName? {
    guard case .field(let field) = base else { return nil }
    let key = program.fields[field]
    return TypeName(package: key.package, name: key.owner)
  }

  private func mayRunAtOnce(_ first: Fact, _ second: Fact, _ owner: TypeName?) -> Bool {
    if first.isAlias || second.isAlias, let owner {
      // Who puts something into the slot and goes on using it may be anybody; who takes it out
      // shares the object around the slot.
      let taker = first.isAlias ? second : first
      let giver = first.isAlias ? first : second
      guard taker.context.origin != giver.context.origin || taker.use.start?.isRepeated == true
      else { return false }
      return contexts.shares(taker.context, owner)
        && contexts.mayRunAtOnce(first.context, second.context, owner: nil)
    }
    return contexts.mayRunAtOnce(first.context, second.context, owner: owner)
  }

  /// Whether both hold locks, and one of these may be another name of the other's.
  func mayBeOneLock(_ first: Fact, _ second: Fact) -> Bool {
    first.hasOtherLock && (second.hasOtherLock || !second.mustLocks.isEmpty)
      || second.hasOtherLock && !first.mustLocks.isEmpty
  }

  func haveCommonLock(_ first: [SlotLock], _ second: [SlotLock]) -> Bool {
    first.contains { left in
      second.contains { left.base == $0.base && (left.mode == .write || $0.mode == .write) }
    }
  }
}

/// A slot on the way to a cell.
struct NamedSlot {
  var base: SlotKey.Base
  /// From the slot on.
  var way: [MemoryName.Selector]
  /// Whether the cell is known by the slot alone.
  var isRoot: Bool
  /// Whether no element is passed on the way to the slot.
  var isOne = true
}

extension FunctionSummary {
  /// Whether a lock is a channel: a part of one.
  func isChannel(_ cell: SummaryCell) -> Bool {
    cell.path != 0 && paths[Int(cell.path)].step.part != nil
  }

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
          behind.append(.field(field))
        } else {
          behind.append(node.step == .rest ? .rest : node.step == .follow ? .target : .element)
        }
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
        found.append(NamedSlot(base: slot.base, way: slot.way + behind.reversed(), isRoot: true))
      case .parameter, .fresh, .opaque, .unknown: break
      }
      // From the root on: behind an element there are many places.
      var isOne = true
      for index in found.indices.reversed() {
        found[index].isOne = isOne
        let next = index > 0 ? found[index - 1].way.count : 0
        if found[index].way.prefix(found[index].way.count - next).contains(.element) {
          isOne = false
        }
      }
      return found
    }
  }
}
