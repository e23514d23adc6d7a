import Basics
import GoIR

/// What speaks against a conflict once it is known where both sides use the memory.
struct ConflictDoubts {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  /// Where a field is stored to, or its address taken; of the fields that are asked about.
  private var stores: [FieldNumber: [FlowSite]] = [:]
  private let granted: TakenForGranted
  private let published: PublishedByClose

  /// Prepares for the conflicts with these ends.
  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ once: OnceRuns, _ ends: [(FlowSite?, FlowSite?)]
  ) {
    self.program = program
    self.functions = functions
    granted = TakenForGranted(program, functions, once)
    published = PublishedByClose(program, functions, ends)
    for case (let first?, let second?) in ends where first.function == second.function {
      if let field = storedField(first) ?? storedField(second) { stores[field] = [] }
    }
    if stores.isEmpty { return }
    for number in program.functions.ids {
      let body = program.functions[number].body
      for (index, instruction) in body.instructions.enumerated()
      where instruction.opcode == .store || instruction.opcode == .address {
        guard let field = body.lastField(of: instruction), stores[field] != nil else { continue }
        stores[field]?.append(FlowSite(function: number, value: ValueID(index)))
      }
    }
  }

  /// Whether the sides that were found may not be what they were taken for.
  /// `locked` says of each end whether the callers of its function hold a lock.
  func isDoubtful(
    _ slot: SlotKey.Base?, _ way: [MemoryName.Selector], _ ends: [FlowSite?],
    locked: [Bool] = [false, false]
  ) -> Bool {
    guard ends.count == 2, let first = ends[0], let second = ends[1] else { return false }
    return !isOf(slot, way, first) || !isOf(slot, way, second) || isSetOnce(first, second)
      || isSetOnce(second, first) || published.contains(first, second)
      || granted.contains(first, second, isLocked: locked[0])
      || granted.contains(second, first, isLocked: locked[1])
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

  // MARK: What is set once

  private func storedField(_ site: FlowSite) -> FieldNumber? {
    guard !site.value.isNone else { return nil }
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    return instruction.opcode == .store ? body.lastField(of: instruction) : nil
  }

  /// Whether a field is written at the first place alone, under a lock and where it holds nothing
  /// yet, and the second place comes behind that in the same function: whoever gets there held the
  /// lock after the write.
  private func isSetOnce(_ write: FlowSite, _ read: FlowSite) -> Bool {
    guard write.function == read.function, let field = storedField(write) else { return false }
    let body = program.functions[write.function].body
    let reader = body.instructions[read.value.index]
    guard reader.opcode == .load, reader.kind.isReference, body.lastField(of: reader) == field
    else { return false }
    let sites = stores[field] ?? []
    guard
      sites.allSatisfy({ site in
        site.function == write.function && site.value < read.value
          && body.instructions[site.value.index].opcode == .store && !storesNothing(site, body)
      }), let first = sites.map(\.value).min()
    else { return false }
    return isUnderLock(write) && isLookedAt(field, before: first, body)
  }

  private func storesNothing(_ site: FlowSite, _ body: FlowBody) -> Bool {
    let stored = body.operand(site.value, 0)
    guard !stored.isNone else { return true }
    let opcode = body.instructions[stored.index].opcode
    return opcode == .constant || opcode == .zero
  }

  private func isUnderLock(_ site: FlowSite) -> Bool {
    let summary = functions[site.function].summary
    return summary.uses.contains { record in
      record.callee.isNone && record.value == site.value
        && summary.lockLists[Int(record.mustLocks)].contains { $0.mode == .write }
    }
  }

  /// Whether a function looks whether a field holds something before it comes to a place, and at
  /// nothing else: it loads it and does no more with it.
  private func isLookedAt(
    _ field: FieldNumber, before value: ValueID, _ body: FlowBody
  ) -> Bool {
    let users = ValueUsers(body)
    var isFound = false
    for (index, instruction) in body.instructions.prefix(value.index).enumerated()
    where instruction.opcode == .load {
      let isOfField = body.lastField(of: instruction) == field
      let isOnlyLookedAt = users[ValueID(index)].isEmpty
      // Where it is used for the decision, or something else is, it may be set again.
      if isOfField != isOnlyLookedAt { return false }
      isFound = isFound || isOfField
    }
    return isFound
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
