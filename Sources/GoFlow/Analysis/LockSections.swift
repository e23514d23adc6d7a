import Basics
import GoIR

/// Where one body takes a lock and gives it back. What is deferred counts for nothing: it comes after
/// all else.
struct LockSections {
  private let body: FlowBody
  /// The calls after which the lock is held, or held alone.
  private let begins: [ValueID]
  private let exclusiveBegins: [ValueID]
  private let ends: [ValueID]
  /// Whether the callers hold it.
  private let isEntered: Bool

  /// Those of a lock, by what the calls of the body do to locks.
  init(
    _ body: FlowBody, _ steps: [UInt32: LockStep], _ lock: SlotKey.Base, isEntered: Bool
  ) {
    self.body = body
    self.isEntered = isEntered
    func values(_ isMeant: (LockStep) -> Bool) -> [ValueID] {
      steps.filter { isMeant($0.value) }.keys.sorted().map { ValueID(rawValue: $0) }
    }
    exclusiveBegins = values { $0.exclusive.contains(lock) && !$0.released.contains(lock) }
    begins = values {
      ($0.taken.contains(lock) || $0.left.contains(lock)) && !$0.released.contains(lock)
    }
    ends = values { $0.released.contains(lock) }
  }

  /// Whether the body takes the lock itself, and some way begins without it.
  var takesLock: Bool { !begins.isEmpty }

  /// Whether the lock is surely held at an instruction.
  func holds(at value: ValueID, _ mode: LockMode) -> Bool {
    let begins = mode == .write ? exclusiveBegins : begins
    return (isEntered || !body.isReached(value, from: nil, avoiding: begins))
      && !ends.contains { body.isReached(value, from: $0, avoiding: begins) }
  }

  /// Whether the lock may be given back on a way from an instruction, or from the entry, to another one,
  /// without passing some that begin it anew.
  func mayEnd(
    between source: ValueID?, and value: ValueID, avoiding walls: [ValueID] = [],
    without edges: Set<BlockEdge> = []
  ) -> Bool {
    let again = source.map { [$0] } ?? []
    return ends.contains { end in
      body.isReached(end, from: source, avoiding: again + walls, without: edges)
        && body.isReached(value, from: end, avoiding: again, without: edges)
    }
  }

  /// Whether the lock may be given back behind an instruction, without passing some others.
  func mayEnd(after value: ValueID, avoiding walls: [ValueID]) -> Bool {
    ends.contains { body.isReached($0, from: value, avoiding: walls) }
  }
}
