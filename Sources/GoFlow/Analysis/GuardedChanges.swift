import Basics
import GoIR

/// Memory behind a lock: the way to it from the object in which the lock lies, so that it has one
/// name whoever comes there; or from a package variable, where the lock is one too.
struct GuardedPlace: Hashable, Sendable {
  /// Where the lock lies in its object, or which package variable it is.
  var lock: [PathStep]
  var lockGlobal = GlobalNumber.none
  /// The package variable from which the way begins; `none` for the lock's object.
  var global = GlobalNumber.none
  var steps: [PathStep]

  /// The same lock, with another way.
  func with(_ steps: [PathStep]) -> GuardedPlace {
    var place = self
    place.steps = steps
    return place
  }
}

/// A slice or map that is changed in place under a lock.
struct GuardedChange: Sendable {
  /// The way to the slice or map itself, its reference followed.
  var container: GuardedPlace
  var function: FunctionNumber
  var record: UInt32
  /// Of a goroutine that the function leaves behind the number in the summary; else `max`.
  var strand: UInt32
  /// Whether it is `append` at the end, and whether a called function does it: others tell it better.
  var isAppend: Bool
  var isOfCallee: Bool
  /// Locks that lie further down the way than the one of `container`.
  var innerLocks: [[PathStep]]
}

/// All that is changed in place under locks, by the lock and where the way begins.
struct GuardedChanges {
  struct Key: Hashable {
    var lock: [PathStep]
    var lockGlobal: GlobalNumber
    var global: GlobalNumber
    var first: PathStep
  }
  /// How one gets from the last name on the way to a slice or map: the name, and how many elements
  /// are passed.
  struct Ending: Hashable {
    var name: UInt64
    var elements: Int
  }

  private(set) var changes: [Key: [GuardedChange]] = [:]
  /// How the ways to them end, and the ways to what holds them.
  private(set) var endings: Set<Ending> = []

  static func key(_ place: GuardedPlace) -> Key? {
    guard let first = place.steps.first else { return nil }
    return Key(lock: place.lock, lockGlobal: place.lockGlobal, global: place.global, first: first)
  }

  init(_ program: FlowProgram, _ flows: Table<FunctionNumber, FunctionFlow>, _ facts: ProgramFacts)
  {
    for number in flows.ids {
      if program.functions[number].traits.contains(.isInTest) { continue }
      let box = flows[number].box
      for (index, record) in box.summary.accesses.enumerated() where record.mustLocks != 0 {
        note(record, UInt32(index), .max, number, box.summary, facts, flows)
      }
      for (position, strand) in box.summary.strands.enumerated() {
        for (index, record) in strand.accesses.enumerated() where record.mustLocks != 0 {
          note(record, UInt32(index), UInt32(position), number, box.summary, facts, flows)
        }
      }
    }
  }

  private mutating func note(
    _ record: AccessRecord, _ index: UInt32, _ strand: UInt32, _ number: FunctionNumber,
    _ summary: FunctionSummary, _ facts: ProgramFacts, _ flows: Table<FunctionNumber, FunctionFlow>
  ) {
    guard record.kind == .write || record.kind == .append, !record.isReplaced, !record.isOwnPut,
      !record.isTaken, record.mustLocks != 0, isInPlace(record, summary, facts),
      isKnownBelow(record, summary, flows)
    else { return }
    let locks = summary.lockLists[Int(record.mustLocks)]
    let places = locks.filter { $0.mode == .write }
      .compactMap { summary.place(of: record.cell, behind: $0.cell) }
    for place in places {
      guard let end = place.steps.lastIndex(of: .follow), end + 1 < place.steps.count,
        place.steps[end + 1] == .element
      else { continue }
      let container = place.with(Array(place.steps[...end]))
      guard let key = Self.key(container) else { continue }
      // Of two locks one may lie further down.
      let inner = places.filter { $0.steps.count < place.steps.count }
        .map { Array(place.steps.prefix(place.steps.count - $0.steps.count)) }
      changes[key, default: []].append(
        GuardedChange(
          container: container, function: number, record: index, strand: strand,
          isAppend: record.kind == .append && summary.headers[Int(record.header)].kind != .cut,
          isOfCallee: !record.callee.isNone,
          innerLocks: inner))
      for index in container.steps.indices where container.steps[index] == .follow {
        if let ending = Self.ending(Array(container.steps[...index]), container.global) {
          endings.insert(ending)
        }
      }
    }
  }

  /// Whether a write changes what others see who have the slice or map already: `append` writes
  /// behind the end, where they do not look, unless it begins before the end.
  private func isInPlace(
    _ record: AccessRecord, _ summary: FunctionSummary, _ facts: ProgramFacts
  ) -> Bool {
    if record.kind == .write { return true }
    let header = summary.headers[Int(record.header)]
    if header.kind == .cut { return true }
    guard case .initial(let cell) = summary.objects[Int(record.cell.object)].origin else {
      return false
    }
    if let field = summary.steps(of: cell.path).last?.field {
      return facts.shortened.contains(field)
    }
    guard cell.path == 0, case .global(let global) = summary.objects[Int(cell.object)].origin
    else { return false }
    return facts.shortened.contains(global)
  }

  /// Whether the function that changes it in the end finds it on the last part of the way: containers
  /// within containers are one object to callers.
  private func isKnownBelow(
    _ record: AccessRecord, _ summary: FunctionSummary,
    _ flows: Table<FunctionNumber, FunctionFlow>
  ) -> Bool {
    guard !record.callee.isNone else { return true }
    guard let inner = flows.innermost(of: record) else { return false }
    let box = flows[inner.function].box
    let own = box.summary.wholeWay(to: inner.record.cell).steps
    let way = summary.wholeWay(to: record.cell).steps
    let count = min(own.count, way.count)
    return own.suffix(count) == way.suffix(count)
  }

  /// How a way to a slice or map ends.
  static func ending(_ steps: [PathStep], _ global: GlobalNumber) -> Ending? {
    var elements = 0
    for step in steps.reversed() {
      if let field = step.field {
        return Ending(name: UInt64(field.rawValue), elements: elements)
      }
      if step == .element { elements += 1 }
    }
    return global.isNone ? nil : Ending(name: 1 << 32 | UInt64(global.rawValue), elements: elements)
  }

  /// Whether a way that ends so may lead to something that is changed.
  func leads(_ ending: Ending) -> Bool { endings.contains(ending) }

  /// The changes of what is at the end of a way, or further on.
  func changes(behind place: GuardedPlace) -> [GuardedChange] {
    guard let key = Self.key(place) else { return [] }
    return (changes[key] ?? []).filter { $0.container.steps.starts(with: place.steps) }
      .sorted { $0.rank < $1.rank }
  }
}

extension GuardedChange {
  /// The less, the better it tells what happens; of equals the first one.
  fileprivate var rank: Int {
    container.steps.count << 2 | (isAppend ? 2 : 0) | (isOfCallee ? 1 : 0)
  }
}

extension Table<FunctionNumber, FunctionFlow> {
  /// The use that a use of a called function is in the end, with the summary that it stands in.
  func innermost(of record: AccessRecord) -> (function: FunctionNumber, record: AccessRecord)? {
    var found: (FunctionNumber, AccessRecord)?
    var current = record
    for _ in 0..<FlowAnalysis.longestWay {
      guard !current.callee.isNone else { break }
      let box = self[current.callee].box
      guard let next = box.summary.use(current.record, strand: current.strand) else { return nil }
      found = (current.callee, next)
      current = next
    }
    return found
  }
}

extension FunctionSummary {
  /// Where a lock lies: the object around it and the way from there. Of a pointer to a lock the
  /// place of the pointer.
  func holder(of lock: SummaryCell) -> (object: UInt32, steps: [PathStep]) {
    if lock.path == 0, case .initial(let cell) = objects[Int(lock.object)].origin {
      return (cell.object, steps(of: cell.path) + [.follow])
    }
    return (lock.object, steps(of: lock.path))
  }

  /// The way to a cell from an object on the way; nil where it is not on the way.
  func way(to cell: SummaryCell, from object: UInt32) -> [PathStep]? {
    var way = steps(of: cell.path)
    var current = cell.object
    while current != object {
      guard case .initial(let outer) = objects[Int(current)].origin else { return nil }
      way = steps(of: outer.path) + [.follow] + way
      current = outer.object
    }
    return way
  }

  /// The place of a cell behind a lock; nil where the lock is another one's.
  func place(of cell: SummaryCell, behind lock: SummaryCell) -> GuardedPlace? {
    let holder = holder(of: lock)
    if holder.steps.isEmpty {
      guard case .global(let global) = objects[Int(holder.object)].origin,
        let (root, way) = globalWay(to: cell)
      else { return nil }
      return GuardedPlace(lock: [], lockGlobal: global, global: root, steps: way)
    }
    guard let way = way(to: cell, from: holder.object) else { return nil }
    return GuardedPlace(lock: holder.steps, steps: way)
  }

  /// The package variable from which a cell is reached, and the way.
  func globalWay(to cell: SummaryCell) -> (GlobalNumber, [PathStep])? {
    var current = cell.object
    while case .initial(let outer) = objects[Int(current)].origin { current = outer.object }
    guard case .global(let global) = objects[Int(current)].origin,
      let way = way(to: cell, from: current)
    else { return nil }
    return (global, way)
  }

  /// The way to a cell from where the function finds it, and the package variable if that is one.
  func wholeWay(to cell: SummaryCell) -> (global: GlobalNumber, steps: [PathStep]) {
    var steps = steps(of: cell.path)
    var current = cell.object
    while case .initial(let outer) = objects[Int(current)].origin {
      steps = self.steps(of: outer.path) + [.follow] + steps
      current = outer.object
    }
    if case .global(let global) = objects[Int(current)].origin { return (global, steps) }
    return (.none, steps)
  }
}
