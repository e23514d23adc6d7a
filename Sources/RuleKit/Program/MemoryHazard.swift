import Findings
import GoFlow

/// Two uses of the elements of one slice or map that may happen at the same time, with the way that
/// the memory took to both.
public struct MemoryHazard {
  /// The memory's name: `Queue.items[]`.
  public var memory: String
  public var way: MemoryWay
  /// The side that had the memory, and the one that got it.
  public var owner: FlowMeetingSide
  public var other: FlowMeetingSide
  /// Whether something may still order them.
  public var isPossibleOnly: Bool

  public var confidence: Confidence { isPossibleOnly ? .possible : .confirmed }

  /// Where it is written.
  var writes: [FlowSite] {
    [owner, other].filter(\.kind.isWrite).compactMap(\.trace.last)
  }

  /// Whether somebody hands over what he goes on using.
  public var isHandedOver: Bool {
    guard let handOff = way.handOff else { return false }
    // A variable that a goroutine uses too holds the same slice for both; of a map it is the same
    // map that both mean.
    if case .capture = handOff.form { return way.kind == .slice }
    return way.shared == nil && !(way.kind == .map && owner.goroutine != nil && isMeeting)
  }

  /// Whether it tells the same thing better than another one.
  public func isBetter(than other: MemoryHazard) -> Bool {
    telling.isBetter(than: other.telling)
  }

  private var telling: Telling {
    Telling(
      confidence: confidence, isOnePlace: owner.trace.last == other.trace.last,
      isIndirect: way.isIndirect,
      length: owner.trace.count + other.trace.count + (way.handOff?.calls.count ?? 0)
        + way.queue.count)
  }

  /// Whether the sides are tests that run in parallel.
  public var isOfTests: Bool { owner.isParallelTest || other.isParallelTest }

  /// As a finding tells it that is about all that share the slice or map.
  public func sharedUse(_ program: ProgramContext) -> SharedUse {
    var use = SharedUse(
      name: containerName(program), made: way.made, first: owner, second: other,
      confidence: confidence)
    use.isIndirect = way.isIndirect
    use.elements = way.kind
    return use
  }

  /// The place for whose use witnesses are asked: of a map whose users one function joins it is known
  /// who has it.
  var witnessedPlace: SlotKey.Base? { way.kind == .map && function != nil ? nil : way.shared }

  /// What tells one slice or map from another.
  public enum ContainerName: Hashable, Sendable {
    case place(SlotKey.Base)
    case made(FlowSite)
    case named(String)
  }

  public var container: ContainerName {
    if let place = way.shared { return .place(place) }
    return way.made.map { .made($0) } ?? .named(memory)
  }

  /// The name of the slice or map itself: that of its elements without the brackets.
  private func containerName(_ program: ProgramContext) -> String {
    if let place = way.shared { return program.printer.name(of: place) }
    return memory.hasSuffix("[]") ? String(memory.dropLast(2)) : memory
  }

  /// Whether both sides are goroutines that one function starts.
  var isMeeting: Bool { function != nil && other.goroutine != nil }

  var function: FunctionNumber?
}

extension SlotConflict {
  /// Whether both sides surely have the same object: by the way to it, because the one gave it to
  /// the other, or because a lock guards what all that go this way find.
  var isOfOneObject: Bool { !mayDiffer || isHandedOver || guardedBy != nil }
}

extension ProgramContext {
  /// Whether an instruction is a write that surely happens beside a use in another goroutine.
  public func isHazard(_ site: FlowSite) -> Bool {
    memoryHazards.contains { $0.confidence > .possible && $0.writes.contains(site) }
  }

  /// Whether a function surely writes elements beside a use in another goroutine.
  public func hasHazard(in function: FunctionNumber) -> Bool {
    memoryHazards.contains { hazard in
      hazard.confidence > .possible && hazard.writes.contains { $0.function == function }
    }
  }

  /// The hazards of the program, in the order of the functions that know of them.
  func findMemoryHazards() -> [MemoryHazard] {
    var found: [MemoryHazard] = []
    let conflicts = analysis.functions.elements.flatMap { $0.conflicts }
    for (conflict, way) in zip(conflicts, analysis.ways(of: conflicts)) {
      guard let way else { continue }
      found.append(
        hazard(question.meeting(conflict), way, isSure: !analysis.mayDiffer(conflict)))
    }
    let between = analysis.slotConflicts
    for (conflict, way) in zip(between, analysis.ways(of: between)) {
      guard let way else { continue }
      found.append(
        hazard(
          question.meeting(conflict), way,
          isSure: conflict.isOfOneObject && analysis.isWitnessed(conflict) && !way.isAtOnce))
    }
    return withoutRepeated(found.filter { $0.isHandedOver || !isEscape($0.owner, $0.other) })
  }

  /// Leaves out maps that are handed over and written where they are written with no lock beside
  /// those who share them too: to guard the map mends both. Where they are written under the lock
  /// beside them, what leaves that lock is told of the lock.
  private func withoutRepeated(_ hazards: [MemoryHazard]) -> [MemoryHazard] {
    var bare: [SlotKey.Base: Confidence] = [:]
    for hazard in hazards where hazard.way.kind == .map && !hazard.isHandedOver {
      guard let place = hazard.way.shared else { continue }
      bare[place] = max(bare[place] ?? .possible, hazard.confidence)
    }
    return hazards.filter { hazard in
      guard hazard.way.kind == .map, hazard.isHandedOver else { return true }
      if isWrittenUnderItsLock(hazard) { return false }
      return !hazard.writes.contains { site in
        guard let place = analysis.places(namedAt: site).first, let known = bare[place] else {
          return false
        }
        return known >= hazard.confidence
      }
    }
  }

  /// Whether what is written is a field of an object whose own lock is held then.
  private func isWrittenUnderItsLock(_ hazard: MemoryHazard) -> Bool {
    [hazard.owner, hazard.other].contains { side in
      guard side.kind.isWrite, let site = side.trace.last,
        let place = analysis.places(namedAt: site).first, case .field = place,
        case let name = printer.name(of: place), let dot = name.lastIndex(of: ".")
      else { return false }
      let owner = name[...dot]
      return side.locks.contains { $0.hasPrefix(owner) && !$0.dropFirst(owner.count).contains(".") }
    }
  }

  private func hazard(_ meeting: FlowMeeting, _ way: MemoryWay, isSure: Bool) -> MemoryHazard {
    var hazard = MemoryHazard(
      memory: meeting.memory, way: way,
      owner: way.isSecondOwner ? meeting.second : meeting.first,
      other: way.isSecondOwner ? meeting.first : meeting.second,
      isPossibleOnly: isPossibleOnly(meeting), function: meeting.function)
    // Of what is handed over it is known how it got to the other side.
    if !isSure || isFarFetched(meeting) || isUnwitnessed(meeting, at: hazard.witnessedPlace),
      !hazard.isHandedOver || way.isAtOnce
    {
      hazard.isPossibleOnly = true
    }
    return hazard
  }
}
