import Basics
import GoIR

/// Goroutines of which an object has one at a time: whoever starts one has found under a lock that a
/// flag is not set, and sets it in the same section; nobody sets it back but the goroutine itself, under
/// that lock, as the last thing that it does. The next one begins after its predecessor's end.
///
/// A flag is a field, be it a boolean, a number, or a channel or pointer that is nil. Used by one thread.
final class SingleStarts {
  private let analysis: FlowAnalysis
  private let names: NamedPlaces
  private let steps: LockSteps
  private let callers: FunctionCallers
  /// What is known of starts that were asked for, by the place of each.
  private var known: [FlowSite: Set<FieldNumber>] = [:]

  private static let maximumCallers = 12
  private static let deepest = 2

  init(_ analysis: FlowAnalysis, _ callers: FunctionCallers) {
    self.analysis = analysis
    self.callers = callers
    names = NamedPlaces(program: analysis.program)
    steps = LockSteps(analysis)
  }

  /// Whether both sides are what goroutines do of which an object has one at a time, to a field of that
  /// object.
  func contains(_ slot: SlotKey.Base?, _ first: StrandStart?, _ second: StrandStart?) -> Bool {
    guard case .field(let field) = slot, let first, let second, first.isSamePlace(as: second),
      first.kind == .goroutine, !first.function.isNone, !first.value.isNone
    else { return false }
    let site = FlowSite(function: first.function, value: first.value)
    let flags = known[site] ?? self.flags(of: site)
    known[site] = flags
    return flags.contains { analysis.program.areBeside($0, field) }
  }

  private func body(_ number: FunctionNumber) -> FlowBody {
    analysis.program.functions[number].body
  }

  /// The flags that let one goroutine at a time begin at an instruction.
  private func flags(of site: FlowSite) -> Set<FieldNumber> {
    let targets = analysis.functions[site.function].calls.edges.filter {
      $0.value == site.value && $0.start != nil && !$0.target.isNone
    }
    guard targets.count == 1 else { return [] }
    let body = body(site.function)
    var flags: Set<FieldNumber> = []
    for (index, instruction) in body.instructions.enumerated() where instruction.opcode == .load {
      let load = ValueID(index)
      guard let flag = body.lastField(of: instruction), !flags.contains(flag) else { continue }
      let edges = body.edgesWithout(load)
      guard !edges.isEmpty,
        // Only where nothing was found.
        !body.isReached(site.value, from: nil, avoiding: [], without: edges),
        locks(beside: flag).contains(where: { lock in
          isSetInSection(flag, load, site, lock) && isSetBackLast(flag, by: targets[0].target, lock)
        })
      else { continue }
      flags.insert(flag)
    }
    return flags
  }

  /// The locks that lie in one struct with a field, as far as anybody takes them.
  private func locks(beside flag: FieldNumber) -> [SlotKey.Base] {
    analysis.program.fields.ids.filter {
      $0 != flag && analysis.program.areBeside($0, flag)
    }.map { .field($0) }
  }

  /// Whether a flag that was found not to be set is set in the same section before or after the
  /// goroutine begins.
  private func isSetInSection(
    _ flag: FieldNumber, _ load: ValueID, _ start: FlowSite, _ lock: SlotKey.Base
  ) -> Bool {
    let body = body(start.function)
    let sections = sections(start.function, lock, depth: 0)
    guard sections.holds(at: load, .write), sections.holds(at: start.value, .write),
      !sections.mayEnd(between: load, and: start.value)
    else { return false }
    let sets = body.instructions.indices.map { ValueID($0) }.filter {
      let instruction = body.instructions[$0.index]
      return body.storesFlag(instruction) && body.lastField(of: instruction) == flag
        && sections.holds(at: $0, .write)
    }
    if sets.isEmpty { return false }
    if !body.isReached(start.value, from: load, avoiding: sets) { return true }
    let exits = body.instructions.indices.filter { body.instructions[$0].opcode.isExit }
    return !sections.mayEnd(after: start.value, avoiding: sets)
      && exits.allSatisfy {
        !body.isReached(ValueID($0), from: start.value, avoiding: sets)
      }
  }

  /// Whether nobody sets a flag back but a goroutine's function, or a literal that it defers, under the
  /// lock and as the last thing that it does.
  private func isSetBackLast(
    _ flag: FieldNumber, by function: FunctionNumber, _ lock: SlotKey.Base
  ) -> Bool {
    var isFound = false
    for number in analysis.program.functions.ids {
      let body = body(number)
      for (index, instruction) in body.instructions.enumerated()
      where instruction.opcode == .store && body.lastField(of: instruction) == flag {
        if body.storesFlag(instruction) { continue }
        // Who makes the object himself sets nothing back.
        let store = ValueID(index)
        if analysis.isOfOwn(store, number) { continue }
        guard number == function || isDeferredFirst(number, by: function),
          sections(number, lock, depth: 0).holds(at: store, .write), isLast(store, number),
          number != function || endsQuietly(function)
        else { return false }
        isFound = true
      }
    }
    return isFound
  }

  /// Whether a body does nothing behind an instruction but give locks back.
  private func isLast(_ value: ValueID, _ number: FunctionNumber) -> Bool {
    let body = body(number)
    let steps = steps.steps(of: number)
    return body.instructions.indices.allSatisfy { index in
      let instruction = body.instructions[index]
      switch instruction.opcode {
      case .load, .store, .call, .go, .defer, .send, .receive, .close, .append, .delete, .clear,
        .copy, .next, .select, .startPanic:
        if let step = steps[UInt32(index)], step.taken.isEmpty, step.left.isEmpty { return true }
        return !body.isReached(ValueID(index), from: value, avoiding: [])
      default: return true
      }
    }
  }

  /// Whether what a body defers does nothing but give locks back.
  private func endsQuietly(_ number: FunctionNumber) -> Bool {
    let body = body(number)
    return body.deferred.allSatisfy { deferred in
      guard !deferred.isNone else { return true }
      let callee = CalleeNumber(rawValue: body.instructions[deferred.index].payload)
      let isInTest = analysis.program.functions[number].traits.contains(.isInTest)
      guard
        case .model(let model) = analysis.facts.targets.target(of: callee, isInTest: isInTest),
        let locks = model.effects?.locks
      else { return false }
      return !locks.isEmpty && locks.allSatisfy { $0.action == .release }
    }
  }

  /// Whether a literal is what a function defers first: it runs last.
  private func isDeferredFirst(_ literal: FunctionNumber, by function: FunctionNumber) -> Bool {
    let body = body(function)
    guard analysis.program.functions[literal].parent == function, let first = body.deferred.first,
      !first.isNone, body.instructions[first.index].flags.contains(.functionValue),
      case let value = body.operand(first, 0), !value.isNone
    else { return false }
    let closure = body.instructions[value.index]
    return closure.opcode == .closure && closure.payload == literal.rawValue
      // It is deferred on all ways, and once.
      && body.block(of: first) == .entry && endsQuietly(literal)
  }

  private func sections(
    _ number: FunctionNumber, _ lock: SlotKey.Base, depth: Int
  ) -> LockSections {
    LockSections(
      body(number), steps.steps(of: number), lock,
      isEntered: depth < Self.deepest && isEntered(number, lock, depth))
  }

  /// Whether all callers of a function hold a lock for writing.
  private func isEntered(_ number: FunctionNumber, _ lock: SlotKey.Base, _ depth: Int) -> Bool {
    let sites = callers.sites(of: number)
    guard !sites.isEmpty, sites.count <= Self.maximumCallers,
      callers.calls(of: number).count == sites.count,
      !analysis.program.functions[number].traits.contains(.isExported)
    else { return false }
    return sites.allSatisfy {
      !$0.value.isNone
        && sections($0.function, lock, depth: depth + 1).holds(at: $0.value, .write)
    }
  }
}
