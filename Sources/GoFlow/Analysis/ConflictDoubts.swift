import Basics
import GoIR

/// What speaks against a conflict once it is known where both sides use the memory.
struct ConflictDoubts {
  /// Where a side uses the memory, and where its goroutine begins; nil for the goroutine in which both
  /// meet.
  typealias End = (site: FlowSite?, start: StrandStart?)

  private let program: FlowProgram
  private let granted: TakenForGranted
  private let published: PublishedByClose
  private let conditions: PlaceConditions
  private let flags: AtomicFlags
  private let sealed: SealedWrites
  private let guarded: GuardedStarts

  /// Prepares for the conflicts with these ends.
  init(
    _ analysis: FlowAnalysis, _ flags: AtomicFlags, _ callers: FunctionCallers,
    _ ends: [(FlowSite?, FlowSite?)]
  ) {
    let (program, functions) = (analysis.program, analysis.functions)
    self.program = program
    conditions = PlaceConditions(program, functions, analysis.facts)
    granted = TakenForGranted(program, functions, conditions, analysis.onceRuns, callers)
    published = PublishedByClose(program, functions, ends)
    self.flags = flags
    sealed = SealedWrites(analysis, conditions)
    guarded = GuardedStarts(analysis, conditions, callers)
  }

  /// Whether the sides that were found may not be what they were taken for.
  /// `locked` says of each end whether the callers of its function hold a lock.
  func isDoubtful(
    _ slot: SlotKey.Base?, _ way: [MemoryName.Selector], _ ends: (End, End),
    locked: [Bool] = [false, false]
  ) -> Bool {
    guard let first = ends.0.site, let second = ends.1.site else { return false }
    return !isOf(slot, way, first) || !isOf(slot, way, second)
      || published.contains(first, second)
      || granted.contains(first, second, isLocked: locked[0], ends.1.start)
      || granted.contains(second, first, isLocked: locked[1], ends.0.start)
  }

  /// Whether one of two ends is done only where there is nothing yet, before the goroutine of the other
  /// one is started there.
  func isDoneOnce(_ first: End, _ second: End) -> Bool {
    func comesBefore(_ end: FlowSite?, _ start: StrandStart?) -> Bool {
      guard let end else { return false }
      return granted.isDoneOnce(end, beforeStart: start)
        || start.map { guarded.contains(end, before: $0) } == true
    }
    return comesBefore(first.site, second.start) || comesBefore(second.site, first.start)
  }

  /// Whether one of two ways to where the memory is used cannot be gone, or not beside the other one.
  func isNoWay(_ first: [FlowSite], _ second: [FlowSite]) -> Bool {
    !conditions.isPossible(first) || !conditions.isPossible(second)
      || flags.isOver(first, before: second) || flags.isOver(second, before: first)
      || isSealed(first, before: second) || isSealed(second, before: first)
  }

  private func isSealed(_ way: [FlowSite], before other: [FlowSite]) -> Bool {
    way.last.map { sealed.isOver($0, before: other) } ?? false
  }

  // MARK: Names

  /// Whether an instruction uses the named memory, as far as its own words tell. Of functions that
  /// call each other the numbers of what they use may have changed since they were joined.
  private func isOf(
    _ slot: SlotKey.Base?, _ way: [MemoryName.Selector], _ site: FlowSite
  ) -> Bool {
    guard !site.value.isNone else { return true }
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    guard instruction.opcode == .load || instruction.opcode == .store,
      let used = body.lastField(of: instruction)
    else { return true }
    var named = way.compactMap { selector -> FieldNumber? in
      if case .field(let field) = selector { return field }
      return nil
    }
    if case .field(let field)? = slot { named.insert(field, at: 0) }
    guard let last = named.last, way.last != .rest else { return true }
    return named.contains(used) || body.fields(of: instruction).contains(last)
  }
}

extension FlowBody {
  /// The fields on the way of an instruction's address, the last one first.
  func fields(of instruction: FlowInstruction) -> [FieldNumber] {
    guard let address = address(of: instruction) else { return [] }
    var fields: [FieldNumber] = []
    var node = addresses[address.index]
    while true {
      if node.step == .field { fields.append(FieldNumber(rawValue: node.payload)) }
      if node.step.isRoot { return fields }
      node = addresses[node.base.index]
    }
  }

  /// The field that an instruction's address ends in; nil where it ends in something else.
  func lastField(of instruction: FlowInstruction) -> FieldNumber? {
    guard let address = address(of: instruction) else { return nil }
    let node = addresses[address.index]
    return node.step == .field ? FieldNumber(rawValue: node.payload) : nil
  }
}
