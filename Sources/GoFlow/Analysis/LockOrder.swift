import Basics
import GoIR

/// Which locks may be held where, and which are taken while others are held: by the fields and
/// variables in which they lie, so that locks of several objects of one type count as one.
///
/// Whoever wants to take one more lock somewhere asks whether that may wait for ever. A function
/// that is kept as a value may run wherever one is called with as many arguments. Not known is what
/// callers outside the program hold.
public struct LockOrder: Sendable {
  /// The locks that some function takes.
  public let locks: Set<SlotKey.Base>

  /// These in the order of their keys, and the number of each.
  private let bases: Table<LockNumber, SlotKey.Base>
  private let numbers: [SlotKey.Base: LockNumber]
  private var bodies: [FunctionNumber: LockBody] = [:]
  /// What callers may hold.
  private var entries: Table<FunctionNumber, LockSet>
  /// The same with what is held where function values are called that may be the function.
  private var perhaps: Table<FunctionNumber, LockSet>
  /// What is taken while each lock is held.
  private var taken: Table<LockNumber, LockSet>

  /// The calls of each function, and what is started in a goroutine.
  private var callers: Table<FunctionNumber, [BareCall]>
  private let started: Set<FunctionNumber>

  /// Reads the bodies of an analysis.
  public init(_ analysis: FlowAnalysis) {
    let steps = LockSteps(analysis)
    let functions = analysis.program.functions
    var found: [FunctionNumber: [UInt32: LockStep]] = [:]
    for number in functions.ids {
      let own = steps.steps(of: number)
      if !own.isEmpty { found[number] = own }
    }
    // Nobody waits for a lock for ever where another one is held that is none.
    var locks: Set<SlotKey.Base> = []
    for steps in found.values {
      for step in steps.values { locks.formUnion(step.taken) }
    }
    self.locks = locks
    bases = Table(locks.sorted { $0.keyNumber < $1.keyNumber })
    let numbers = Dictionary(uniqueKeysWithValues: zip(bases.elements, bases.ids))
    self.numbers = numbers
    for (number, own) in found {
      bodies[number] = LockBody(functions[number].body, own, numbers)
    }
    let none = Table<FunctionNumber, LockSet>(Array(repeating: LockSet(), count: functions.count))
    (entries, perhaps) = (none, none)
    taken = Table(Array(repeating: LockSet(), count: locks.count))
    callers = Table(Array(repeating: [], count: functions.count))
    let calls = CallsOfBodies(analysis)
    started = calls.started
    for number in functions.ids {
      for call in calls.calls(of: number) where call.runner == nil {
        callers[call.target].append(
          BareCall(site: FlowSite(function: number, value: call.value), callee: call.target))
      }
    }
    spread(calls, from: Set(bodies.keys).union(calls.handers.values.joined()), in: \.entries)
    spreadByValues(calls, analysis)
    for (number, body) in bodies {
      for (held, lock) in HeldInBody(body, perhaps[number]).pairs where held != lock {
        taken[held].insert(lock)
      }
    }
  }

  /// The locks that may be held at an instruction.
  public func held(at site: FlowSite) -> Set<SlotKey.Base> {
    Set(held(at: site, in: entries).map { bases[$0] })
  }

  private func held(at site: FlowSite, in table: Table<FunctionNumber, LockSet>) -> LockSet {
    let entry = table[site.function]
    return bodies[site.function].map { HeldInBody($0, entry).held(before: site.value) } ?? entry
  }

  private func holds(_ set: LockSet, _ lock: SlotKey.Base) -> Bool {
    numbers[lock].map(set.contains) ?? false
  }

  /// Whether a lock may be taken at an instruction: it is not held there, and nobody who holds it
  /// takes one that is. Of two that nobody takes one after the other yet the order of their numbers
  /// says which may come first, so that no two that ask take them both ways. Of three or more that
  /// wait for each other in a ring nothing is known: what may be held somewhere would be such a ring
  /// in any large program.
  public func mayTake(_ lock: SlotKey.Base, at site: FlowSite) -> Bool {
    let held = self.held(at: site, in: perhaps)
    if let number = numbers[lock] {
      guard !held.contains(number), held.isDisjoint(with: taken[number]) else { return false }
    }
    return self.held(at: site).allSatisfy {
      $0.keyNumber < lock.keyNumber || isTaken(lock, holding: $0)
    }
  }

  /// Whether a lock is taken somewhere while another one is held.
  private func isTaken(_ lock: SlotKey.Base, holding held: SlotKey.Base) -> Bool {
    numbers[held].map { holds(taken[$0], lock) } ?? false
  }

  /// Whether some caller of a function holds a lock that the function does not take itself.
  public func isEntered(_ function: FunctionNumber, holding lock: SlotKey.Base) -> Bool {
    guard let number = numbers[lock] else { return false }
    return entries[function].contains(number) && bodies[function]?.locks.contains(number) != true
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
      for call in callers[callee] {
        if isEntered(call.site.function, holding: lock) {
          if known.insert(call.site.function).inserted { pending.append(call.site.function) }
        } else if !holds(held(at: call.site, in: entries), lock) {
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
    in table: WritableKeyPath<LockOrder, Table<FunctionNumber, LockSet>>
  ) {
    // What no function around holds nor hands on changes nothing below.
    var pending = start
    while let number = pending.popFirst() {
      let entry = self[keyPath: table][number]
      let body = bodies[number].map { HeldInBody($0, entry) }
      for call in calls.calls(of: number) {
        var held = body?.held(before: call.value) ?? entry
        // A function may be run where the one that is handed it holds something.
        if let runner = call.runner, let body = bodies[runner] {
          held.formUnion(HeldInBody(body, self[keyPath: table][runner]).atValues)
        }
        if held.isEmpty || !self[keyPath: table][call.target].formUnion(held) { continue }
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
    // By how many arguments the calls have.
    var held: [Int: LockSet] = [:]
    var kept: [Int: Set<FunctionNumber>]?
    while true {
      for (number, values) in values {
        let entry = perhaps[number]
        guard bodies[number] != nil || !entry.isEmpty else { continue }
        let body = bodies[number].map { HeldInBody($0, entry) }
        for call in values {
          held[call.count, default: LockSet()].formUnion(body?.held(before: call.value) ?? entry)
        }
      }
      if held.values.allSatisfy(\.isEmpty) { return }
      let known = kept ?? KeptFunctions.functions(analysis)
      kept = known
      var changed: Set<FunctionNumber> = []
      for (count, locks) in held where !locks.isEmpty {
        for function in known[count] ?? [] where perhaps[function].formUnion(locks) {
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

/// A lock that some function takes, by its number.
private struct LockNumber: TableID {
  let rawValue: UInt32
  init(rawValue: UInt32) { self.rawValue = rawValue }
}

private typealias LockSet = BitSet<LockNumber>

/// What a body does to locks.
private struct LockBody: Sendable {
  struct Step: Sendable {
    var taken = LockSet()
    var released = LockSet()
  }
  let body: FlowBody
  let steps: [UInt32: Step]
  /// All that it takes.
  let locks: LockSet

  /// What is left held and is one of the numbered locks counts as taken.
  init(
    _ body: FlowBody, _ found: [UInt32: LockStep], _ numbers: [SlotKey.Base: LockNumber]
  ) {
    self.body = body
    var locks = LockSet()
    steps = found.mapValues { step in
      var own = Step()
      for lock in step.taken.union(step.left) {
        if let number = numbers[lock] { own.taken.insert(number) }
      }
      for lock in step.released {
        if let number = numbers[lock] { own.released.insert(number) }
      }
      locks.formUnion(own.taken)
      return own
    }
    self.locks = locks
  }
}

/// What may be held in a body.
private struct HeldInBody {
  private let body: FlowBody
  private let steps: [UInt32: LockBody.Step]
  private let all: LockSet
  /// What may be held at the beginning of each block.
  private var starts: [LockSet]

  init(_ locks: LockBody, _ entry: LockSet) {
    body = locks.body
    steps = locks.steps
    all = entry.union(locks.locks)
    starts = Array(repeating: LockSet(), count: body.blocks.count)
    if !starts.isEmpty { starts[0] = entry }
    var isChanged = true
    while isChanged {
      isChanged = false
      for index in body.blocks.indices {
        let end = held(at: body.blocks[index].end, in: index)
        for next in body.successors(of: BlockID(index)) where starts[next.index].formUnion(end) {
          isChanged = true
        }
      }
    }
  }

  private func held(at end: UInt32, in block: Int) -> LockSet {
    var held = starts[block]
    for value in body.blocks[block].start..<end {
      guard let step = steps[value] else { continue }
      held.subtract(step.released)
      held.formUnion(step.taken)
    }
    return held
  }

  func held(before value: ValueID) -> LockSet {
    let number = value.rawValue
    guard
      let block = body.blocks.firstIndex(where: { $0.start <= number && number < $0.end })
    else { return all }
    // What is deferred runs at the end, when anything may be held.
    return body.instructions[value.index].opcode == .defer ? all : held(at: number, in: block)
  }

  /// What may be held where values of functions are called.
  var atValues: LockSet {
    var found = LockSet()
    for (index, instruction) in body.instructions.enumerated()
    where instruction.opcode == .call && instruction.flags.contains(.functionValue) {
      found.formUnion(held(before: ValueID(index)))
    }
    return found
  }

  /// Each lock that is taken with each that may be held then.
  var pairs: [(held: LockNumber, taken: LockNumber)] {
    steps.flatMap { value, step in
      held(before: ValueID(rawValue: value)).flatMap { held in
        step.taken.map { (held, $0) }
      }
    }
  }
}
