import Basics
import GoIR

/// Which locks may be held where, and which are taken while others are held: by the fields and
/// variables in which they lie, so that locks of several objects of one type count as one.
///
/// Whoever wants to take one more lock somewhere asks whether that may wait for ever. A function
/// that is kept as a value may run wherever one is called with as many arguments. Not known is what
/// callers outside the program hold.
public struct LockOrder: Sendable {
  private var bodies: [FunctionNumber: LockBody] = [:]
  /// What callers may hold.
  private var entries: [FunctionNumber: Set<SlotKey.Base>] = [:]
  /// The same with what is held where function values are called that may be the function.
  private var perhaps: [FunctionNumber: Set<SlotKey.Base>] = [:]
  /// What is taken while each lock is held.
  private var taken: [SlotKey.Base: Set<SlotKey.Base>] = [:]

  /// The calls of each function, and what is started in a goroutine.
  private var callers: [FunctionNumber: [BareCall]] = [:]
  private var started: Set<FunctionNumber> = []
  /// The locks that some function takes.
  public let locks: Set<SlotKey.Base>

  /// Reads the bodies of an analysis.
  public init(_ analysis: FlowAnalysis) {
    let steps = LockSteps(analysis)
    var found: [FunctionNumber: [UInt32: LockStep]] = [:]
    for number in analysis.program.functions.ids {
      let own = steps.steps(of: number)
      if !own.isEmpty { found[number] = own }
    }
    // Nobody waits for a lock for ever where another one is held that is none.
    var locks: Set<SlotKey.Base> = []
    for steps in found.values {
      for step in steps.values { locks.formUnion(step.taken) }
    }
    // What else is left held and counts as a lock is among these.
    self.locks = locks
    for (number, var own) in found {
      for value in own.keys {
        let left = own[value]?.left.intersection(locks) ?? []
        own[value]?.taken.formUnion(left)
      }
      bodies[number] = LockBody(body: analysis.program.functions[number].body, steps: own)
    }
    let calls = CallsOfBodies(analysis)
    spread(calls, from: Set(bodies.keys).union(calls.handers.values.joined()), in: \.entries)
    spreadByValues(calls, analysis)
    for number in analysis.program.functions.ids {
      for call in calls.calls(of: number) where call.runner == nil {
        callers[call.target, default: []].append(
          BareCall(site: FlowSite(function: number, value: call.value), callee: call.target))
      }
    }
    started = calls.started
    for (number, body) in bodies {
      for (held, lock) in HeldInBody(body, perhaps[number] ?? []).pairs where held != lock {
        taken[held, default: []].insert(lock)
      }
    }
  }

  /// The locks that may be held at an instruction.
  public func held(at site: FlowSite) -> Set<SlotKey.Base> {
    held(at: site, entries[site.function] ?? [])
  }

  private func held(at site: FlowSite, _ entry: Set<SlotKey.Base>) -> Set<SlotKey.Base> {
    bodies[site.function].map { HeldInBody($0, entry).held(before: site.value) } ?? entry
  }

  /// Whether a lock may be taken at an instruction: it is not held there, and nobody who holds it
  /// takes one that is. Of two that nobody takes one after the other yet the order of their numbers
  /// says which may come first, so that no two that ask take them both ways. Of three or more that
  /// wait for each other in a ring nothing is known: what may be held somewhere would be such a ring
  /// in any large program.
  public func mayTake(_ lock: SlotKey.Base, at site: FlowSite) -> Bool {
    let held = held(at: site, perhaps[site.function] ?? [])
    return !held.contains(lock) && held.isDisjoint(with: taken[lock] ?? [])
      && self.held(at: site).allSatisfy {
        $0.keyNumber < lock.keyNumber || taken[$0]?.contains(lock) == true
      }
  }

  /// Whether some caller of a function holds a lock that the function does not take itself.
  public func isEntered(_ function: FunctionNumber, holding lock: SlotKey.Base) -> Bool {
    entries[function]?.contains(lock) == true && bodies[function]?.locks.contains(lock) != true
  }

  /// The calls by which a function that is entered with a lock is entered without it, those of functions
  /// left out that are entered with it in turn: the calls of these count. Nil where it is started in a
  /// goroutine, too.
  public func bareCalls(
    of function: FunctionNumber, without lock: SlotKey.Base
  ) -> [BareCall]? {
    var found: [BareCall] = []
    var known: Set<FunctionNumber> = [function]
    var pending = [function]
    while let callee = pending.popLast() {
      if started.contains(callee) { return nil }
      for call in callers[callee] ?? [] {
        if isEntered(call.site.function, holding: lock) {
          if known.insert(call.site.function).inserted { pending.append(call.site.function) }
        } else if !held(at: call.site).contains(lock) {
          found.append(call)
        }
      }
    }
    return found.sorted {
      ($0.site.function, $0.site.value) < ($1.site.function, $1.site.value)
    }
  }

  /// Carries what is held down along the calls until nothing new comes.
  private mutating func spread(
    _ calls: CallsOfBodies, from start: Set<FunctionNumber>,
    in table: WritableKeyPath<LockOrder, [FunctionNumber: Set<SlotKey.Base>]>
  ) {
    // What no function around holds nor hands on changes nothing below.
    var pending = start
    while let number = pending.popFirst() {
      let entry = self[keyPath: table][number] ?? []
      let body = bodies[number].map { HeldInBody($0, entry) }
      for call in calls.calls(of: number) {
        var held = body?.held(before: call.value) ?? entry
        // A function may be run where the one that is handed it holds something.
        if let runner = call.runner {
          held.formUnion(
            bodies[runner].map { HeldInBody($0, self[keyPath: table][runner] ?? []).atValues }
              ?? [])
        }
        if held.isSubset(of: self[keyPath: table][call.target] ?? []) { continue }
        self[keyPath: table][call.target, default: []].formUnion(held)
        pending.insert(call.target)
        pending.formUnion(calls.handers[call.target] ?? [])
      }
    }
  }

  /// Adds what is held where function values are called to what callers of those functions may hold
  /// that are kept as values.
  private mutating func spreadByValues(_ calls: CallsOfBodies, _ analysis: FlowAnalysis) {
    perhaps = entries
    let values = KeptFunctions.calls(analysis.program)
    var kept: [Int: Set<FunctionNumber>]?
    while true {
      var held: [Int: Set<SlotKey.Base>] = [:]
      for (number, values) in values {
        let entry = perhaps[number] ?? []
        guard bodies[number] != nil || !entry.isEmpty else { continue }
        let body = bodies[number].map { HeldInBody($0, entry) }
        for call in values {
          held[call.count, default: []].formUnion(body?.held(before: call.value) ?? entry)
        }
      }
      if !held.contains(where: { !$0.value.isEmpty }) { return }
      let known = kept ?? KeptFunctions.functions(analysis)
      kept = known
      var changed: Set<FunctionNumber> = []
      for (count, locks) in held where !locks.isEmpty {
        for function in known[count] ?? []
        where !locks.isSubset(of: perhaps[function] ?? []) {
          perhaps[function, default: []].formUnion(locks)
          changed.insert(function)
        }
      }
      if changed.isEmpty { return }
      for function in Array(changed) { changed.formUnion(calls.handers[function] ?? []) }
      spread(calls, from: changed, in: \.perhaps)
    }
  }
}

/// A call by which a function is entered without a lock that others hold then.
public struct BareCall: Hashable, Sendable {
  public var site: FlowSite
  public var callee: FunctionNumber

  public init(site: FlowSite, callee: FunctionNumber) {
    self.site = site
    self.callee = callee
  }
}

/// What a body does to locks.
private struct LockBody: Sendable {
  let body: FlowBody
  let steps: [UInt32: LockStep]
  let locks: Set<SlotKey.Base>

  init(body: FlowBody, steps: [UInt32: LockStep]) {
    self.body = body
    self.steps = steps
    locks = steps.values.reduce(into: []) { $0.formUnion($1.taken) }
  }
}

/// What may be held in a body.
private struct HeldInBody {
  private let body: FlowBody
  private let steps: [UInt32: LockStep]
  private let all: Set<SlotKey.Base>
  /// What may be held at the beginning of each block.
  private var starts: [Set<SlotKey.Base>]

  init(_ locks: LockBody, _ entry: Set<SlotKey.Base>) {
    body = locks.body
    steps = locks.steps
    all = entry.union(locks.locks)
    starts = Array(repeating: [], count: body.blocks.count)
    if !starts.isEmpty { starts[0] = entry }
    var isChanged = true
    while isChanged {
      isChanged = false
      for index in body.blocks.indices {
        let end = held(at: body.blocks[index].end, in: index)
        for next in body.successors(of: BlockID(index)) where !end.isSubset(of: starts[next.index])
        {
          starts[next.index].formUnion(end)
          isChanged = true
        }
      }
    }
  }

  private func held(at end: UInt32, in block: Int) -> Set<SlotKey.Base> {
    var held = starts[block]
    for value in body.blocks[block].start..<end {
      guard let step = steps[value] else { continue }
      held.subtract(step.released)
      held.formUnion(step.taken)
    }
    return held
  }

  func held(before value: ValueID) -> Set<SlotKey.Base> {
    let number = value.rawValue
    guard
      let block = body.blocks.firstIndex(where: { $0.start <= number && number < $0.end })
    else { return all }
    // What is deferred runs at the end, when anything may be held.
    return body.instructions[value.index].opcode == .defer ? all : held(at: number, in: block)
  }

  /// What may be held where values of functions are called.
  var atValues: Set<SlotKey.Base> {
    var found: Set<SlotKey.Base> = []
    for (index, instruction) in body.instructions.enumerated()
    where instruction.opcode == .call && instruction.flags.contains(.functionValue) {
      found.formUnion(held(before: ValueID(index)))
    }
    return found
  }

  /// Each lock that is taken with each that may be held then.
  var pairs: [(held: SlotKey.Base, taken: SlotKey.Base)] {
    steps.flatMap { value, step in
      held(before: ValueID(rawValue: value)).flatMap { held in
        step.taken.map { (held, $0) }
      }
    }
  }
}
