import Basics
import GoIR

/// Goroutines that are started only where a flag says that there is none yet, be it the caller who looks
/// at the flag, and another function that writes before it starts the goroutine.
///
/// Who comes there has found the flag not set and sets it in the same section of whatever lock there is,
/// and nobody sets it back who has not waited for the goroutine's end before. So what is written before
/// the start is written anew only when the last goroutine has ended. Used by one thread.
final class GuardedStarts {
  private let analysis: FlowAnalysis
  private let conditions: PlaceConditions
  private let names: NamedPlaces
  private let channels: ChannelPlaces
  private let steps: LockSteps
  private let callers: FunctionCallers
  /// Where the program stores what may be zero, by the places.
  private lazy var setBack = collectSetBack()

  /// How many callers of a function are looked at.
  private static let maximumCallers = 8

  init(
    _ analysis: FlowAnalysis, _ conditions: PlaceConditions, _ callers: FunctionCallers
  ) {
    self.analysis = analysis
    self.callers = callers
    self.conditions = conditions
    names = NamedPlaces(program: analysis.program)
    channels = ChannelPlaces(program: analysis.program, targets: analysis.facts.targets)
    steps = LockSteps(analysis)
  }

  /// Where a function writes, itself or in one that it calls, and where it starts a goroutine.
  private struct Region {
    var function: FunctionNumber
    var write: ValueID
    var start: ValueID
  }

  /// Whether a write comes before the start of a goroutine, and after the end of the last one that was
  /// started there.
  func contains(_ write: FlowSite, before start: StrandStart) -> Bool {
    guard start.kind == .goroutine, !start.function.isNone, !start.value.isNone,
      !write.value.isNone,
      let region = region(write, FlowSite(function: start.function, value: start.value)),
      let place = names.used(by: write.value, in: write.function)
    else { return false }
    return flags(of: region).contains {
      areBeside($0, place) && isSetBackBehindEnd($0, of: start)
    }
  }

  private func body(_ number: FunctionNumber) -> FlowBody {
    analysis.program.functions[number].body
  }

  private func region(_ write: FlowSite, _ start: FlowSite) -> Region? {
    if write.function == start.function {
      return Region(function: write.function, write: write.value, start: start.value)
    }
    if let call = onlyCall(of: start.function), call.function == write.function {
      return Region(function: call.function, write: write.value, start: call.value)
    }
    if let call = onlyCall(of: write.function), call.function == start.function {
      return Region(function: call.function, write: call.value, start: start.value)
    }
    return nil
  }

  private func onlyCall(of number: FunctionNumber) -> FlowSite? {
    guard let calls = knownCalls(of: number), calls.count == 1 else { return nil }
    return calls[0]
  }

  /// The calls of a function, if these are all.
  private func knownCalls(of number: FunctionNumber) -> [FlowSite]? {
    let calls = callers.calls(of: number)
    guard !calls.isEmpty, calls.count <= Self.maximumCallers,
      calls.count == callers.sites(of: number).count, !calls.contains(where: \.value.isNone),
      !analysis.program.functions[number].traits.contains(.isExported)
    else { return nil }
    return calls
  }

  private func areBeside(_ first: SlotKey.Base, _ second: SlotKey.Base) -> Bool {
    switch (first, second) {
    case (.field(let left), .field(let right)): analysis.program.areBeside(left, right)
    case (.global, .global): true
    default: false
    }
  }

  // MARK: The flag

  /// The flags that are not set where a function, or each that calls it, comes to a region, and set
  /// then.
  private func flags(of region: Region) -> Set<SlotKey.Base> {
    let body = body(region.function)
    let own = flags(around: region, inner: nil)
    if !own.isEmpty { return own }
    guard !body.isReached(region.write, from: region.start, avoiding: []),
      let calls = knownCalls(of: region.function)
    else { return [] }
    var common: Set<SlotKey.Base>?
    for call in calls {
      let around = Region(function: call.function, write: call.value, start: call.value)
      let flags = flags(around: around, inner: region)
      common = common?.intersection(flags) ?? flags
      if common?.isEmpty == true { return [] }
    }
    return common ?? []
  }

  private func flags(around region: Region, inner: Region?) -> Set<SlotKey.Base> {
    let unset = conditions.unsetPlaces(
      at: FlowSite(function: region.function, value: region.write))
    if unset.isEmpty { return [] }
    return unset.intersection(
      conditions.unsetPlaces(at: FlowSite(function: region.function, value: region.start))
    ).filter { isSetInSection($0, region, inner) }
  }

  /// Whether a flag is set in the section in which it was looked at: before the region, within, or
  /// behind it.
  private func isSetInSection(
    _ flag: SlotKey.Base, _ region: Region, _ inner: Region?
  ) -> Bool {
    let body = body(region.function)
    let looks = looks(at: flag, in: region.function)
    guard !looks.isEmpty,
      !body.isReached(region.write, from: region.start, avoiding: looks),
      looks.allSatisfy({ isOfOneObject($0, region.write, flag, body) })
    else { return false }
    let ends = ends(in: region.function)
    func mayEnd(before value: ValueID) -> Bool {
      ends.contains { end in
        looks.contains { body.isReached(end, from: $0, avoiding: looks) }
          && body.isReached(value, from: end, avoiding: looks)
      }
    }
    let sets = sets(flag, in: region.function).filter {
      isOfOneObject($0, region.write, flag, body)
    }
    if !sets.isEmpty,
      !looks.contains(where: { body.isReached(region.start, from: $0, avoiding: sets + looks) })
    {
      return !sets.contains { mayEnd(before: $0) }
    }
    guard !mayEnd(before: region.start), inner.map({ self.ends(in: $0.function).isEmpty }) ?? true
    else { return false }
    if let inner, case let sets = self.sets(flag, in: inner.function), !sets.isEmpty,
      !self.body(inner.function).isReached(inner.start, from: nil, avoiding: sets)
    {
      return true
    }
    return !sets.isEmpty
      && !ends.contains { body.isReached($0, from: region.start, avoiding: sets) }
      && body.instructions.indices.allSatisfy {
        !body.instructions[$0].opcode.isExit
          || !body.isReached(ValueID($0), from: region.start, avoiding: sets)
      }
  }

  /// Where a function looks at a flag to decide, itself or in one that says what it found.
  private func looks(at flag: SlotKey.Base, in number: FunctionNumber) -> [ValueID] {
    let body = body(number)
    let calls = analysis.functions[number].calls.edges.filter {
      $0.start == nil && !$0.target.isNone && !$0.value.isNone
        && body.instructions[$0.value.index].opcode == .call
        && !loads(of: flag, in: $0.target).isEmpty
        && !self.body($0.target).instructions.contains { $0.opcode == .store }
    }
    return (loads(of: flag, in: number) + calls.map(\.value)).filter {
      !body.edgesWithout($0).isEmpty
    }
  }

  private func loads(of flag: SlotKey.Base, in number: FunctionNumber) -> [ValueID] {
    let body = body(number)
    return body.instructions.indices.filter { body.instructions[$0].opcode == .load }
      .map { ValueID($0) }
      .filter { names.used(by: $0, in: number) == flag }
  }

  /// Where a body surely sets a flag.
  private func sets(_ flag: SlotKey.Base, in number: FunctionNumber) -> [ValueID] {
    let body = body(number)
    return body.instructions.indices.filter { body.surelySets(body.instructions[$0]) }
      .map { ValueID($0) }
      .filter { names.used(by: $0, in: number) == flag }
  }

  /// The calls that give a lock back.
  private func ends(in number: FunctionNumber) -> [ValueID] {
    steps.steps(of: number).filter { !$0.value.released.isEmpty }
      .map { ValueID(rawValue: $0.key) }
  }

  /// Whether an instruction looks at the flag of the object that another one uses or hands on.
  private func isOfOneObject(
    _ look: ValueID, _ use: ValueID, _ flag: SlotKey.Base, _ body: FlowBody
  ) -> Bool {
    if case .global = flag { return true }
    let users = body.bases(of: use)
    return body.bases(of: look).contains { base in
      users.contains { body.isOne(base, $0) }
    }
  }

  // MARK: The end

  /// Whether all who set a flag back, but for objects that nobody knows yet, have waited for the end of
  /// a goroutine before.
  private func isSetBackBehindEnd(_ flag: SlotKey.Base, of start: StrandStart) -> Bool {
    let sites = (setBack[flag] ?? []).filter { !analysis.isOfOwn($0.value, $0.function) }
    if sites.isEmpty { return true }
    let signalled = signalledLast(by: start)
    return !signalled.isEmpty
      && sites.allSatisfy { site in
        let body = body(site.function)
        let waits = body.instructions.indices.map { ValueID($0) }.filter {
          !signalled.isDisjoint(with: channels.waited(by: $0, in: site.function))
        }
        return !waits.isEmpty && !body.isReached(site.value, from: nil, avoiding: waits)
      }
  }

  /// What a goroutine signals as the last thing that it does: by what it defers first, on all ways, or
  /// before it returns.
  private func signalledLast(by start: StrandStart) -> Set<SlotKey.Base> {
    let targets = analysis.functions[start.function].calls.edges.filter {
      $0.value == start.value && $0.start != nil
    }
    guard targets.count == 1, let number = targets.first?.target, !number.isNone else { return [] }
    let body = body(number)
    var found: Set<SlotKey.Base> = []
    for index in body.instructions.indices {
      let value = ValueID(index)
      let isLast =
        body.instructions[index].opcode == .defer
        ? body.deferred.first == value && body.block(of: value) == .entry
        : body.deferred.isEmpty && isFollowedByNothing(value, body)
      if isLast {
        found.formUnion(channels.signalled(by: value, in: number))
      }
    }
    return found
  }

  /// Whether a body uses no memory and does nothing else that others see behind an instruction.
  private func isFollowedByNothing(_ value: ValueID, _ body: FlowBody) -> Bool {
    body.instructions.indices.allSatisfy { index in
      switch body.instructions[index].opcode {
      case .load, .store, .call, .go, .send, .receive, .close, .append, .delete, .clear, .copy,
        .next,
        .select, .startPanic:
        !body.isReached(ValueID(index), from: value, avoiding: [])
      default: true
      }
    }
  }

  private func collectSetBack() -> [SlotKey.Base: [FlowSite]] {
    var found: [SlotKey.Base: [FlowSite]] = [:]
    for number in analysis.program.functions.ids {
      let body = body(number)
      for (index, instruction) in body.instructions.enumerated()
      where instruction.opcode == .store && !body.surelySets(instruction) {
        let site = FlowSite(function: number, value: ValueID(index))
        if let place = names.used(by: site.value, in: number) {
          found[place, default: []].append(site)
        }
      }
    }
    return found
  }
}

extension FlowBody {
  /// Whether an instruction stores what is neither zero nor nil.
  fileprivate func surelySets(_ store: FlowInstruction) -> Bool {
    guard let stored = stored(by: store) else { return false }
    return stored.opcode == .constant ? stored.isSet : isSurelySomething(stored)
  }
}

extension FlowAnalysis {
  /// Whether a store is one to an object that a function made and that nobody else sees.
  func isOfOwn(_ store: ValueID, _ number: FunctionNumber) -> Bool {
    let body = program.functions[number].body
    return !functions[number].summary.uses.contains { $0.callee.isNone && $0.value == store }
      && body.bases(of: store).allSatisfy {
        [.new, .composite].contains(body.instructions[$0.index].opcode)
      }
  }
}
