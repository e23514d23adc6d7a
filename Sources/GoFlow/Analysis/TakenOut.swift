import Basics
import GoIR

/// What lies in a place that a lock guards, as the entries of a map, and those who have it.
///
/// Whoever takes something out of the place in a section of the lock has it alone from then on: who
/// finds it there in another section, and uses it only there, has done so before. A side of a conflict
/// counts for one of these if all that it goes through to the memory was found in the place, or was
/// put there, in the section in which it is used, or was taken out before. Used by one thread.
final class TakenOut {
  let analysis: FlowAnalysis
  let names: NamedPlaces
  private let steps: LockSteps
  private var stepsOfBodies: [FunctionNumber: [UInt32: LockStep]] = [:]
  lazy var callers = FunctionCallers(analysis.functions)

  /// The place and lock that are asked for; where there is none all that could be is noted.
  var guarded: (place: SlotKey.Base, lock: SlotKey.Base)?
  var found: Set<SlotKey.Base> = []
  var visited: Set<FunctionNumber> = []
  var mode = LockMode.write
  /// How many values may still be looked at.
  var left = 0

  private static let maximumValues = 400
  static let maximumCallers = 12
  static let deepest = 5

  /// How somebody has what a value leads to; `shared` says that it is not known.
  enum Standing: Comparable {
    case shared
    /// Found or put where it lies in the section of the lock that goes on.
    case inSection
    /// Taken out before in such a section.
    case alone
  }

  /// A body on the way to a use.
  struct Frame {
    var function: FunctionNumber
    /// Whether its callers hold the lock.
    var isEntered: Bool
    /// The call by which it was come to, with the frame around it; none where its callers are asked.
    var call: Call?
    var depth = 0

    final class Call {
      let value: ValueID
      let frame: Frame

      init(_ value: ValueID, _ frame: Frame) {
        self.value = value
        self.frame = frame
      }
    }
  }

  init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    steps = LockSteps(analysis)
    names = NamedPlaces(program: analysis.program)
  }

  /// Those of the program's conflicts both sides of which are of those who have what lies in one place, by
  /// their numbers. Where others have it too and meet one of these, none are left out: it was found by
  /// one name, and which object it is that the others have is told by these alone.
  func conflicts() -> [Int] {
    var found: [SlotKey.Base: [Int]] = [:]
    var met: Set<SlotKey.Base> = []
    for (index, conflict) in analysis.slotConflicts.enumerated() where !conflict.isPossibleOnly {
      guard let field = conflict.lastField else { continue }
      if contains(conflict) { found[field, default: []].append(index) } else { met.insert(field) }
    }
    return found.filter { !met.contains($0.key) }.values.joined().sorted()
  }

  private func contains(_ conflict: SlotConflict) -> Bool {
    contains(
      (analysis.trace(conflict.first), conflict.first.held, conflict.first.kind.isWrite),
      (analysis.trace(conflict.second), conflict.second.held, conflict.second.kind.isWrite))
  }

  private typealias Side = (trace: [FlowSite], held: [HeldSlot], isWrite: Bool)

  private func contains(_ first: Side, _ second: Side) -> Bool {
    guarded = nil
    found = []
    visited = []
    guard standing(of: first) != .shared, standing(of: second) != .shared else { return false }
    let places = found.sorted { $0.keyNumber < $1.keyNumber }
    let locks = Set(visited.flatMap { steps(of: $0).values.flatMap(\.taken) })
      .union((first.held + second.held).map(\.slot))
      .sorted { $0.keyNumber < $1.keyNumber }
    return places.contains { place in
      locks.contains { lock in
        guard isBeside(lock, place) else { return false }
        guarded = (place, lock)
        let standings = (standing(of: first), standing(of: second))
        // Two that hold the lock meet only if both hold it for reading.
        return min(standings.0, standings.1) != .shared
          && max(standings.0, standings.1) == .alone
      }
    }
  }

  private func isBeside(_ lock: SlotKey.Base, _ place: SlotKey.Base) -> Bool {
    guard lock != place else { return false }
    switch (lock, place) {
    case (.field(let left), .field(let right)):
      let (left, right) = (analysis.program.fields[left], analysis.program.fields[right])
      return left.owner == right.owner && left.package == right.package
    case (.global(let left), .global(let right)):
      return analysis.program.globals[left].package == analysis.program.globals[right].package
    default: return false
    }
  }

  // MARK: Ways to a use

  private func standing(of side: Side) -> Standing {
    left = Self.maximumValues
    mode = side.isWrite ? .write : .read
    guard let start = side.trace.first, let use = side.trace.last, !use.value.isNone else {
      return .shared
    }
    let isHeld = side.held.contains {
      $0.slot == guarded?.lock && ($0.mode == .write || mode == .read)
    }
    var frame = Frame(function: start.function, isEntered: isHeld)
    for (call, next) in zip(side.trace, side.trace.dropFirst()) {
      guard call.function == frame.function, !call.value.isNone else { return .shared }
      frame = callee(next.function, of: call.value, frame)
    }
    guard frame.function == use.function else { return .shared }
    let bases = body(frame).bases(of: use.value)
    return bases.isEmpty ? .shared : least(bases.map { standing($0, [use.value], frame) })
  }

  func callee(_ function: FunctionNumber, of call: ValueID, _ frame: Frame) -> Frame {
    Frame(
      function: function,
      isEntered: body(frame).instructions[call.index].opcode == .call
        && sections(frame).holds(at: call, mode),
      call: Frame.Call(call, frame), depth: frame.depth + 1)
  }

  func least(_ standings: [Standing]) -> Standing { standings.min() ?? .alone }

  func body(_ frame: Frame) -> FlowBody { analysis.program.functions[frame.function].body }

  private func steps(of function: FunctionNumber) -> [UInt32: LockStep] {
    if let known = stepsOfBodies[function] { return known }
    let found = steps.steps(of: function)
    stepsOfBodies[function] = found
    return found
  }

  func sections(_ frame: Frame) -> LockSections {
    LockSections(
      body(frame), guarded == nil ? [:] : steps(of: frame.function),
      guarded?.lock ?? .variable(.none, 0), isEntered: frame.isEntered)
  }
}

extension SlotConflict {
  /// The field, or the variable, that both sides use, or in whose elements they do.
  var lastField: SlotKey.Base? {
    for selector in way.reversed() {
      if case .field(let field) = selector { return .field(field) }
    }
    return slot
  }
}

extension Conflict {
  /// The field that both sides use, or in whose elements they do; nil where it is none.
  var lastField: SlotKey.Base? {
    for selector in memory.selectors.reversed() {
      if case .field(let field) = selector { return .field(field) }
    }
    return nil
  }
}
