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
  let callers: FunctionCallers

  /// The place and lock that are asked for; where there is none all that could be is noted.
  var guarded: (place: SlotKey.Base, lock: SlotKey.Base)?
  var found: Set<SlotKey.Base> = []
  var visited: Set<FunctionNumber> = []
  /// Where what a side uses was taken out: the calls that lead there, and the load.
  var takes: Set<[FlowSite]> = []
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

  init(_ analysis: FlowAnalysis, _ callers: FunctionCallers) {
    self.analysis = analysis
    self.callers = callers
    steps = LockSteps(analysis)
    names = NamedPlaces(program: analysis.program)
  }

  /// Those of some conflicts both sides of which are of those who have what lies in one place, by their
  /// numbers. Where others have it too and meet one of these, none are left out: it was found by one
  /// name, and which object it is that the others have is told by these alone.
  func conflicts(among conflicts: [SlotConflict]) -> [Int] {
    numbers(
      of: conflicts.map { conflict in
        conflict.isPossibleOnly ? nil : conflict.lastField.map { Meeting($0, conflict, analysis) }
      })
  }

  /// Likewise, of conflicts that functions see.
  func conflicts(among conflicts: [Conflict]) -> [Int] {
    var kept = KeptInOnePlace(analysis)
    return numbers(
      of: conflicts.map { conflict in
        if conflict.isPossibleOnly { return nil }
        if let field = conflict.lastField { return Meeting(.place(field), conflict, analysis) }
        // The elements of a map that is made there.
        guard case .site(let value) = conflict.memory.root, conflict.memory.selectors == [.element]
        else { return nil }
        let site = FlowSite(function: conflict.function, value: value)
        let meeting = Meeting(.made(site), conflict, analysis)
        let isOfMap = usesMap(meeting.first) && usesMap(meeting.second)
        return isOfMap && kept.contains(site) ? meeting : nil
      })
  }

  /// `nil` stands for what is in doubt already.
  private func numbers(of meetings: [Meeting?]) -> [Int] {
    var found: [Meeting.Memory: [Int]] = [:]
    var met: Set<Meeting.Memory> = []
    for (index, meeting) in meetings.enumerated() {
      guard let meeting, !met.contains(meeting.memory) else { continue }
      if contains(meeting.first, meeting.second, areOfOneRun: meeting.areOfOneRun) {
        found[meeting.memory, default: []].append(index)
      } else {
        met.insert(meeting.memory)
      }
    }
    return found.filter { !met.contains($0.key) }.values.joined().sorted()
  }

  /// The way to a use, from a function whose callers hold some locks.
  private struct Side {
    var trace: [FlowSite]
    var held: [HeldSlot]
    var isWrite: Bool
  }

  /// Two sides and what both use.
  private struct Meeting {
    enum Memory: Hashable {
      case place(SlotKey.Base)
      /// The elements of a map that is made there and put into one place.
      case made(FlowSite)
    }

    let memory: Memory
    let first: Side
    let second: Side
    /// Whether one run of a function comes to both by ways of their own.
    let areOfOneRun: Bool

    init(_ field: SlotKey.Base, _ conflict: SlotConflict, _ analysis: FlowAnalysis) {
      func side(_ use: SlotUse) -> Side {
        Side(trace: analysis.trace(use), held: use.held, isWrite: use.kind.isWrite)
      }
      memory = .place(field)
      (first, second) = (side(conflict.first), side(conflict.second))
      areOfOneRun = false
    }

    init(_ memory: Memory, _ conflict: Conflict, _ analysis: FlowAnalysis) {
      func side(_ side: ConflictSide) -> Side {
        Side(
          trace: analysis.trace(side, in: conflict.function), held: [], isWrite: side.kind.isWrite)
      }
      self.memory = memory
      (first, second) = (side(conflict.first), side(conflict.second))
      areOfOneRun = conflict.first.value != conflict.second.value
    }
  }

  private func contains(_ first: Side, _ second: Side, areOfOneRun: Bool) -> Bool {
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
        let (one, takes) = (standing(of: first), self.takes)
        let standings = (one, standing(of: second))
        // What was taken out once both have.
        if areOfOneRun, standings == (.alone, .alone), !takes.isDisjoint(with: self.takes) {
          return false
        }
        // Two that hold the lock meet only if both hold it for reading.
        return min(standings.0, standings.1) != .shared
          && max(standings.0, standings.1) == .alone
      }
    }
  }

  private func isBeside(_ lock: SlotKey.Base, _ place: SlotKey.Base) -> Bool {
    guard lock != place else { return false }
    switch (lock, place) {
    case (.field(let left), .field(let right)): return analysis.program.areBeside(left, right)
    case (.global(let left), .global(let right)):
      return analysis.program.globals[left].package == analysis.program.globals[right].package
    default: return false
    }
  }

  // MARK: Ways to a use

  private func standing(of side: Side) -> Standing {
    left = Self.maximumValues
    takes = []
    mode = side.isWrite ? .write : .read
    guard let start = side.trace.first, let use = side.trace.last, !use.value.isNone else {
      return .shared
    }
    let isHeld = side.held.contains {
      $0.slot == guarded?.lock && ($0.mode == .write || mode == .read)
    }
    var frame = Frame(function: start.function, isEntered: isHeld)
    for (call, next) in zip(side.trace, side.trace.dropFirst()) {
      // Of a long way the middle is left out.
      guard call.function == frame.function, !call.value.isNone,
        analysis.functions[call.function].calls.edges.contains(where: {
          $0.value == call.value && $0.target == next.function
        })
      else { return .shared }
      frame = callee(next.function, of: call.value, frame)
      frame.depth = 0
    }
    guard frame.function == use.function else { return .shared }
    let bases = self.bases(of: use)
    return bases.isEmpty ? .shared : least(bases.map { standing($0, [use.value], frame) })
  }

  /// The references that an instruction goes through to what it uses; of a call of which no more is
  /// known its arguments.
  private func bases(of use: FlowSite) -> [ValueID] {
    let body = analysis.program.functions[use.function].body
    let bases = body.bases(of: use.value)
    let instruction = body.instructions[use.value.index]
    guard instruction.opcode == .call, instruction.flags.contains(.functionValue) else {
      return bases
    }
    let called = body.operand(use.value, 0)
    return bases.filter { $0 != called }
  }

  private func usesMap(_ side: Side) -> Bool {
    guard let use = side.trace.last, !use.value.isNone else { return false }
    let body = analysis.program.functions[use.function].body
    return bases(of: use).contains { body.instructions[$0.index].kind == .map }
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
