import Basics
import GoIR

/// Writes that come to an end with a flag.
///
/// A function writes only where it finds a flag not set, in the section of the lock in which it
/// looks. Who sets that flag under the lock, or finds it set there, has seen the last of these
/// writes: they come before all that it does afterwards (see "Locks" in the Go memory model), as
/// nobody sets the flag back. A flag is told by its name, and where a function has two objects with
/// one by these.
struct SealedWrites {
  private let analysis: FlowAnalysis
  private let names: NamedPlaces
  private let conditions: PlaceConditions
  private let stores: FlagStores
  private let steps: LockSteps

  /// How far calls are followed to where a flag is set.
  private static let deepest = 2

  init(_ analysis: FlowAnalysis, _ conditions: PlaceConditions) {
    self.analysis = analysis
    self.conditions = conditions
    names = NamedPlaces(program: analysis.program)
    stores = FlagStores(analysis.program)
    steps = LockSteps(analysis)
  }

  /// Whether one of those who lead to the end of a way has seen the last of a write before.
  func isOver(_ write: FlowSite, before way: [FlowSite]) -> Bool {
    guard !write.value.isNone, let first = way.first?.function else { return false }
    let isInTest = analysis.program.functions[first].traits.contains(.isInTest)
    return flags(at: write).contains { flag, locks in
      let search = Search(flag: flag, locks: locks, isInTest: isInTest)
      return way.contains { sees(search, before: $0) }
    }
  }

  /// Whether a function has seen the last of a write before it comes to any of some instructions: on all
  /// ways there it sets the flag itself, or finds it set. `isMeant` says of an instruction whether it uses
  /// the flag of the object that is meant.
  func isOver(
    _ write: FlowSite, in number: FunctionNumber, before values: [ValueID],
    _ isMeant: (ValueID) -> Bool
  ) -> Bool {
    if write.value.isNone || stores.stores(in: number).isEmpty { return false }
    let body = analysis.program.functions[number].body
    return flags(at: write).contains { flag, locks in
      let search = Search(flag: flag, locks: locks, isInTest: false)
      let seen = sets(search, in: number, depth: Self.deepest).filter(isMeant)
      if seen.isEmpty { return false }
      let edges = edgesBehind(search, in: number, isMeant)
      return values.allSatisfy { !body.isReached($0, from: nil, avoiding: seen, without: edges) }
    }
  }

  /// What is looked for: where a flag is set under one of some locks.
  private struct Search {
    var flag: SlotKey.Base
    var locks: Set<SlotKey.Base>
    /// Whether calls run what they run in tests.
    var isInTest: Bool
  }

  // MARK: The write

  /// The flags that a function finds not set in the section of a lock in which it writes, and that
  /// no function sets back, with these locks.
  private func flags(at write: FlowSite) -> [(flag: SlotKey.Base, locks: Set<SlotKey.Base>)] {
    let held = locks(at: write)
    if held.isEmpty { return [] }
    let found = conditions.unsetPlaces(at: write)
    if found.isEmpty { return [] }
    let body = analysis.program.functions[write.function].body
    let ends = steps.steps(of: write.function).filter { !$0.value.released.isEmpty }
      .map { ValueID(rawValue: $0.key) }
    return found.sorted { $0.keyNumber < $1.keyNumber }.compactMap { flag in
      let looks = loads(of: flag, in: write.function)
      let locks = looks.reduce(held) { locks, look in
        locks.intersection(self.locks(at: FlowSite(function: write.function, value: look)))
      }
      let mayEnd = ends.contains { end in
        looks.contains { body.isReached(end, from: $0, avoiding: looks) }
          && body.isReached(write.value, from: end, avoiding: looks)
      }
      guard !looks.isEmpty, !locks.isEmpty, !mayEnd, !stores.setBack.contains(flag) else {
        return nil
      }
      return (flag, locks)
    }
  }

  private func loads(of flag: SlotKey.Base, in number: FunctionNumber) -> [ValueID] {
    let body = analysis.program.functions[number].body
    return body.instructions.indices.filter { body.instructions[$0].opcode == .load }
      .map { ValueID($0) }
      .filter { names.used(by: $0, in: number) == flag }
  }

  // MARK: The end

  /// Whether a function has seen the flag set on every way to one of its instructions.
  private func sees(_ search: Search, before site: FlowSite) -> Bool {
    guard !site.value.isNone else { return false }
    let body = analysis.program.functions[site.function].body
    let seen = sets(search, in: site.function, depth: 0).filter {
      !areApart($0, site.value, in: site.function)
    }
    return !seen.isEmpty && !body.isReached(site.value, from: nil, avoiding: seen)
  }

  /// The instructions of a function that set the flag, or call what sees it set before it returns:
  /// of the methods that a call through an interface may run one at least.
  private func sets(_ search: Search, in number: FunctionNumber, depth: Int) -> [ValueID] {
    var found = stores.stores(in: number).filter { $0.place == search.flag }.map(\.value)
      .filter {
        !locks(at: FlowSite(function: number, value: $0)).isDisjoint(with: search.locks)
      }
    guard depth < Self.deepest else { return found }
    for call in calls(in: number, search.isInTest)
    where call.target != number && ends(with: search, call.target, depth: depth + 1) {
      found.append(call.value)
    }
    return found
  }

  /// Whether a function returns only where it has set the flag, or found it set.
  private func ends(
    with search: Search, _ number: FunctionNumber, depth: Int
  ) -> Bool {
    let seen = sets(search, in: number, depth: depth)
    if seen.isEmpty { return false }
    let body = analysis.program.functions[number].body
    let edges = edgesBehind(search, in: number) { _ in true }
    return body.returns.allSatisfy {
      !body.isReached($0, from: nil, avoiding: seen, without: edges)
    }
  }

  /// The edges of a function's graph on which it has just found the flag set.
  private func edgesBehind(
    _ search: Search, in number: FunctionNumber, _ isMeant: (ValueID) -> Bool
  ) -> Set<BlockEdge> {
    let body = analysis.program.functions[number].body
    var edges: Set<BlockEdge> = []
    for look in loads(of: search.flag, in: number).filter(isMeant)
    where !locks(at: FlowSite(function: number, value: look)).isDisjoint(with: search.locks) {
      for edge in body.edgesWithout(look) {
        for other in body.successors(of: edge.from) where other != edge.to {
          edges.insert(BlockEdge(from: edge.from, to: other))
        }
      }
    }
    return edges
  }

  /// What a function calls in its own goroutine.
  private func calls(
    in number: FunctionNumber, _ isInTest: Bool
  ) -> [(value: ValueID, target: FunctionNumber)] {
    var found = analysis.functions[number].calls.edges
      .filter { $0.start == nil && !$0.target.isNone && !$0.value.isNone }
      .map { (value: $0.value, target: $0.target) }
    let function = analysis.program.functions[number]
    let isSeenInTests = isInTest && !function.traits.contains(.isInTest)
    for (index, instruction) in function.body.instructions.enumerated()
    where instruction.opcode == .call {
      let (value, callee) = (ValueID(index), CalleeNumber(rawValue: instruction.payload))
      guard case .method = analysis.program.callees[callee] else { continue }
      let method = analysis.program.concreteMethod(of: value, in: number)
      if !method.isNone {
        found.append((value, method))
      } else if isSeenInTests,
        case .functions(let targets) = analysis.facts.targets.target(of: callee, isInTest: true)
      {
        found += targets.map { (value, $0.function) }
      }
    }
    return found
  }

  // MARK: Names

  /// Whether two instructions begin with two objects of one type that the function made, or was
  /// given by two calls of one function.
  private func areApart(_ first: ValueID, _ second: ValueID, in number: FunctionNumber) -> Bool {
    guard let left = holder(at: first, in: number), let right = holder(at: second, in: number),
      left.type == right.type, left.value != right.value
    else { return false }
    let body = analysis.program.functions[number].body
    let made = [left, right].map { body.instructions[$0.value.index].opcode }
    return made[0] == made[1] && [.new, .composite, .call].contains(made[0])
  }

  /// The object that an instruction begins with, and its type: the receiver of a call, or the
  /// struct in which a field is used.
  private func holder(
    at value: ValueID, in number: FunctionNumber
  ) -> (value: ValueID, type: TypeName)? {
    let program = analysis.program
    let body = program.functions[number].body
    let instruction = body.instructions[value.index]
    if instruction.opcode == .call {
      guard instruction.flags.contains(.receiver), !body.operand(value, 0).isNone,
        let key = program.key(of: CalleeNumber(rawValue: instruction.payload))
      else { return nil }
      return (
        body.withoutConversions(body.operand(value, 0)),
        TypeName(package: key.package, name: key.receiver)
      )
    }
    guard let base = body.bases(of: value).first, !base.isNone,
      let field = body.fields(of: instruction).last
    else { return nil }
    return (
      body.withoutConversions(base),
      TypeName(package: program.fields[field].package, name: program.fields[field].owner)
    )
  }

  /// The locks that a function itself surely holds at an instruction, for writing.
  private func locks(at site: FlowSite) -> Set<SlotKey.Base> {
    let summary = analysis.functions[site.function].box.summary
    let declaration = analysis.program.declaration(of: site.function)
    var found: Set<SlotKey.Base> = []
    for record in summary.uses where record.callee.isNone && record.value == site.value {
      for lock in summary.lockLists[Int(record.mustLocks)] where lock.mode == .write {
        if let slot = summary.slots(of: lock.cell, declaration).first { found.insert(slot.base) }
      }
    }
    return found
  }
}
