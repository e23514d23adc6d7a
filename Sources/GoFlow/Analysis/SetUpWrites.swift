import Basics
import GoIR

/// Writes that belong to the setting up of an object or package: what is configured before it is used,
/// and what is made ready before the goroutines of the type start. Who calls them when the goroutines
/// run already breaks a contract that the program does not show.
extension FlowAnalysis {
  /// Whether callers from outside set up by one use what the other one only reads: an exported
  /// function puts there what it was given, and holds no lock.
  func configures(_ use: SlotUse, _ other: SlotUse) -> Bool {
    guard isOutside(use), use.kind.isWrite, !other.kind.isWrite, isBare(use),
      program.functions[use.function].traits.contains(.isExported),
      let value = trace(use).last?.value, !value.isNone
    else { return false }
    let body = program.functions[use.function].body
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .store: return isGiven(body.operand(value, 0), body)
    case .append:
      return (1..<Int(instruction.operandCount)).contains { isGiven(body.operand(value, $0), body) }
    default: return false
    }
  }

  /// Whether a use gives a field the only map or channel that it ever has: who uses what lies there
  /// comes later, or it would fail on nil.
  func makesOnly(_ use: SlotUse) -> Bool {
    guard isOutside(use), use.kind == .write, isBare(use), let site = trace(use).last,
      !site.value.isNone
    else { return false }
    let body = program.functions[site.function].body
    let store = body.instructions[site.value.index]
    guard store.opcode == .store, let field = body.lastField(of: store),
      facts.fillers.storedOnce.contains(field), case let made = body.operand(site.value, 0),
      !made.isNone, case let value = body.instructions[made.index], value.opcode == .make,
      value.kind == .map || value.kind == .channel
    else { return false }
    return !NamedPlaces(program: program).looks(at: .field(field), before: site)
  }

  /// Whether a write comes before its function, or all that call it, start goroutines of the type. An
  /// exported method others may call too: as constructors do, where these alone call it in the program.
  func comesBeforeStarts(_ use: SlotUse) -> Bool {
    guard isOutside(use), use.kind.isWrite, isBare(use), let value = trace(use).last?.value,
      !value.isNone, program.functions[use.function].traits.contains(.hasReceiver)
    else { return false }
    if starts(use.function, after: value) { return true }
    let isExported = program.functions[use.function].traits.contains(.isExported)
    if isExported, contexts.setUp.callers.isCalledByOthers[use.function.index] { return false }
    let package = program.functions[use.function].key.package
    var isCalled = false
    for number in program.functions.ids where program.functions[number].key.package == package {
      // Of what others may call too tests say nothing.
      if isExported, program.functions[number].traits.contains(.isInTest) { continue }
      let calls = functions[number].calls
      if isExported, calls.toSlots.contains(where: { $0.edge.target == use.function }) {
        return false
      }
      for edge in calls.edges where edge.target == use.function {
        if isExported, edge.start != nil || !program.isConstructor(number) { return false }
        if edge.start != nil { continue }
        guard starts(number, after: edge.value) else { return false }
        isCalled = true
      }
    }
    return isCalled
  }

  /// Whether a method starts a goroutine behind an instruction that it does not wait for, itself or
  /// by a function that leaves one behind, and never before it.
  private func starts(_ number: FunctionNumber, after value: ValueID) -> Bool {
    var isAfter = false
    for edge in functions[number].calls.edges where !edge.target.isNone && !edge.isJoined {
      guard edge.start != nil || !functions[edge.target].summary.strands.isEmpty else { continue }
      if edge.value < value { return false }
      if edge.value > value { isAfter = true }
    }
    return isAfter
  }

  private func isOutside(_ use: SlotUse) -> Bool {
    use.strand == .max && use.start == nil && program.functions[use.function].literal == 0
  }

  /// Whether no lock is held, be it perhaps.
  private func isBare(_ use: SlotUse) -> Bool {
    let summary = functions[use.function].summary
    guard use.held.isEmpty, let record = summary.use(use.record, strand: use.strand),
      record.callee.isNone
    else { return false }
    return summary.lockLists[Int(record.mustLocks)].isEmpty
      && summary.lockLists[Int(record.mayLocks)].isEmpty
  }

  /// Whether a value is an argument, a part of one, or made from one.
  private func isGiven(_ value: ValueID, _ body: FlowBody, depth: Int = 0) -> Bool {
    guard !value.isNone, depth < 4 else { return false }
    let instruction = body.instructions[value.index]
    let operands = (0..<Int(instruction.operandCount)).map { body.operand(value, $0) }
    switch instruction.opcode {
    case .parameter: return true
    case .load:
      // What was put into a field may be read there again.
      let address = AddressID(rawValue: instruction.payload)
      return body.instructions.indices.contains { index in
        guard index < value.index, body.instructions[index].opcode == .store,
          let place = body.address(of: body.instructions[index])
        else { return false }
        return body.isOneAddress(place, address)
          && isGiven(body.operand(ValueID(index), 0), body, depth: depth + 1)
      }
    case .convert, .field, .element, .slice, .append, .call, .composite, .phi:
      return operands.contains { isGiven($0, body, depth: depth + 1) }
    case .new:
      return body.instructions.contains { store in
        guard store.opcode == .store, let address = body.address(of: store) else { return false }
        var node = body.addresses[address.index]
        while !node.step.isRoot { node = body.addresses[node.base.index] }
        return node.step == .value && node.payload == value.rawValue
          && isGiven(body.operands[Int(store.firstOperand)], body, depth: depth + 1)
      }
    default: return false
    }
  }
}
