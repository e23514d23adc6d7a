import Basics
import GoIR
import GoSyntax

/// Ways on which a reference is nil: `if c == nil { return }`. What it leads to is not there then, so
/// nobody waits for it, and whatever is surely done to it elsewhere is surely done where the ways meet.
extension BodyInterpreter {
  /// On the way on which a reference turned out to be nil: notes what it would lead to.
  func refineNil(_ other: inout FlowState, _ comparison: ValueID, _ isTrue: Bool) {
    guard let object = absentObject(comparison, isTrue) else { return }
    other.absent.insert(sorted: object)
  }

  /// The edges of the graph on which a reference is nil.
  func nilWays() -> [NilWay] {
    var ways: [NilWay] = []
    for (index, block) in body.blocks.enumerated() {
      guard let (condition, isNegated) = body.condition(of: block),
        body.instructions[condition.index].opcode == .binary
      else { continue }
      for (position, isTrue) in [(0, !isNegated), (1, isNegated)] {
        guard let object = absentObject(condition, isTrue) else { continue }
        let next = body.edges[Int(block.firstSuccessor) + position]
        ways.append(NilWay(from: BlockID(index), to: next, object: object))
      }
    }
    return ways
  }

  /// What a reference leads to that is nil if a comparison has an outcome; nil where more than one
  /// thing may be meant, or where the function made it.
  private func absentObject(_ comparison: ValueID, _ isTrue: Bool) -> ObjectID? {
    let instruction = body.instructions[comparison.index]
    guard instruction.operandCount == 2,
      let operation = NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)),
      operation == .equal && isTrue || operation == .notEqual && !isTrue,
      case let null = operand(comparison, 1), !null.isNone,
      body.instructions[null.index].opcode == .constant,
      !body.instructions[null.index].flags.contains(.integer),
      case let tested = operand(comparison, 0), !tested.isNone
    else { return nil }
    switch body.instructions[tested.index].kind {
    case .pointer, .channel: break
    default: return nil
    }
    let references = tables.sets[leafSet(tested)]
    guard references.count == 1, let first = references.first else { return nil }
    let cell = tables.references[first].cell
    guard cell.path == .whole else { return nil }
    switch tables.objects[cell.object].origin {
    case .parameter, .initial: return tables.isBlurred(cell.object) ? nil : cell.object
    default: return nil
    }
  }

  /// Whether an object is one of some, or is found behind one.
  func isBehind(_ object: ObjectID, _ others: [ObjectID]) -> Bool {
    var current = object
    while true {
      if others.contains(sorted: current) { return true }
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
  }

  /// Before two ways meet: what is done on the one to what is not there on the other.
  func makeUp(_ first: inout FlowState, _ second: inout FlowState) {
    if first.absent.isEmpty, second.absent.isEmpty { return }
    let (left, right) = (first.absent, second.absent)
    func make(up one: inout FlowState, from other: FlowState, _ absent: [ObjectID]) {
      if absent.isEmpty { return }
      for cell in other.signalled where isBehind(cell.object, absent) {
        one.signalled.insert(sorted: cell)
      }
      for lock in other.mustLocks where isBehind(lock.cell.object, absent) {
        one.mustLocks.insert(sorted: lock)
      }
      for wait in other.waited
      where isBehind(wait.cell.object, absent)
        && !one.waited.contains(where: { $0.cell == wait.cell })
      {
        one.waited.append(wait)
        one.waited.sort { $0.cell < $1.cell }
      }
    }
    let before = first
    make(up: &first, from: second, left)
    make(up: &second, from: before, right)
  }
}

/// An edge of the control-flow graph on which a reference to an object is nil.
struct NilWay {
  var from: BlockID
  var to: BlockID
  var object: ObjectID
}
