import Basics
import GoIR

/// Appending to a slice in a field, seen from those who read what the field holds.
extension SlotJudge {
  /// Whether one of two uses appends to a slice in a field that never gets a shorter one, and the
  /// other one reads its elements: it writes behind the end of all that was taken out of the field
  /// before. What is taken out while the field is written is another matter.
  func isBehindEnd(_ first: SlotFact, _ second: SlotFact) -> Bool {
    let reader: SlotFact
    if first.kind == .append, !second.kind.isWrite {
      reader = second
    } else if second.kind == .append, !first.kind.isWrite {
      reader = first
    } else {
      return false
    }
    var current = reader.identity
    while !nodes[current.index].parent.isNone {
      if let field = nodes[current.index].step.field { return !shortened.contains(field) }
      current = nodes[current.index].parent
    }
    return false
  }
}
