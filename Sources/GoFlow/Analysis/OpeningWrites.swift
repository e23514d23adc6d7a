import Basics
import GoIR

/// Writes by methods that open an object: `Open`, `Start`, `Listen`, whatever they are called. Such a
/// method alone puts something there, which it made itself, and it starts what works for the object, or
/// makes the channel that tells when it is closed. Whoever uses what lies there without asking whether
/// there is anything comes later: before, he would find nothing.
struct OpeningWrites {
  private let analysis: FlowAnalysis
  private let callers: FunctionCallers
  /// The functions that lie in slots: whoever calls them is not known.
  private let kept: Set<FunctionNumber>
  private let places: NamedPlaces
  private var program: FlowProgram { analysis.program }

  /// How many calls deep a method may open an object for another one.
  private static let deepest = 4

  init(_ analysis: FlowAnalysis, _ callers: FunctionCallers) {
    self.analysis = analysis
    self.callers = callers
    kept = Set(
      analysis.functions.elements.flatMap { $0.calls.toSlots.map(\.edge.target) })
    places = NamedPlaces(program: analysis.program)
  }

  /// Whether one side of a conflict opens what the other one takes for open.
  func contains(_ conflict: SlotConflict) -> Bool {
    isOpening(conflict.first, for: conflict.second, conflict)
      || isOpening(conflict.second, for: conflict.first, conflict)
  }

  private func isOpening(_ use: SlotUse, for other: SlotUse, _ conflict: SlotConflict) -> Bool {
    guard case .field(let field) = conflict.slot, use.kind == .write, !other.kind.isWrite,
      let filler = analysis.facts.fillers.filler(of: field),
      let site = analysis.trace(use).last, site.function == filler, !site.value.isNone,
      let reader = analysis.trace(other).last,
      isMade(by: site, field, conflict.way),
      !places.looks(at: conflict.slot, before: site), !asks(reader, conflict.slot)
    else { return false }
    return opens(filler, startsOr: conflict.way.isEmpty && isChannel(made(by: site), filler))
  }

  // MARK: What is put there

  /// Whether a store puts something into a field that the function made, or into an element of what it
  /// put there before.
  private func isMade(
    by site: FlowSite, _ field: FieldNumber, _ way: [MemoryName.Selector]
  ) -> Bool {
    let body = program.functions[site.function].body
    guard body.instructions[site.value.index].opcode == .store else { return false }
    if way.isEmpty { return isMade(made(by: site), body) }
    guard way.first == .element else { return false }
    // The slice that it put there lies there before.
    return body.instructions.prefix(site.value.index).indices.contains { index in
      let store = body.instructions[index]
      return store.opcode == .store && body.lastField(of: store) == field
        && isMade(body.operand(ValueID(index), 0), body)
    }
  }

  private func made(by site: FlowSite) -> ValueID {
    program.functions[site.function].body.operand(site.value, 0)
  }

  private func isChannel(_ value: ValueID, _ number: FunctionNumber) -> Bool {
    !value.isNone && program.functions[number].body.instructions[value.index].kind == .channel
  }

  private func isMade(_ value: ValueID, _ body: FlowBody) -> Bool {
    var current = value
    while !current.isNone {
      switch body.instructions[current.index].opcode {
      case .make, .new, .composite, .call: return true
      case .extract, .convert: current = body.operand(current, 0)
      default: return false
      }
    }
    return false
  }

  // MARK: Who looks at it

  /// Whether a function asks whether there is anything before it uses it.
  private func asks(_ site: FlowSite, _ slot: SlotKey.Base) -> Bool {
    let body = program.functions[site.function].body
    let users = ValueUsers(body)
    return body.instructions.indices.contains { index in
      body.instructions[index].opcode == .load
        && places.used(by: ValueID(index), in: site.function) == slot
        && users[ValueID(index)].contains { user in
          body.instructions[user.index].opcode == .binary
            || body.instructions[user.index].opcode == .branch
        }
    }
  }

  // MARK: Methods that open

  /// Whether a method, or those that call it for that, start what works for the object, and no other
  /// method of the type calls them.
  private func opens(_ method: FunctionNumber, startsOr isOpen: Bool, depth: Int = 0) -> Bool {
    let function = program.functions[method]
    guard depth < Self.deepest, function.literal == 0, function.traits.contains(.hasReceiver),
      !kept.contains(method)
    else { return false }
    let isOpen = isOpen || starts(method)
    let calls = callers.calls(of: method)
    let sites = callers.sites(of: method).filter { site in
      let traits = program.functions[program.declaration(of: site.function)].traits
      return !traits.contains(.isInTest)
    }
    var isCalledByOwn = false
    for site in sites {
      let caller = program.declaration(of: site.function)
      if program.isConstructor(caller) { continue }
      guard isOfSameType(caller, method) else { continue }
      // What a goroutine of the type's own does comes later.
      guard caller != method, calls.contains(site),
        opens(caller, startsOr: isOpen, depth: depth + 1)
      else {
        return false
      }
      isCalledByOwn = true
    }
    return isOpen && function.traits.contains(.isExported) || isCalledByOwn
  }

  private func isOfSameType(_ first: FunctionNumber, _ second: FunctionNumber) -> Bool {
    let (own, other) = (program.functions[first].key, program.functions[second].key)
    return own.package == other.package && own.receiver == other.receiver
  }

  /// Whether a function leaves goroutines behind.
  private func starts(_ number: FunctionNumber) -> Bool {
    analysis.functions[number].calls.edges.contains { edge in
      !edge.isJoined && !edge.target.isNone
        && (edge.start != nil || !analysis.functions[edge.target].summary.strands.isEmpty)
    }
  }
}
