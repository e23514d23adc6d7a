import Basics
import GoIR

/// Appending to a slice in a field or package variable, seen from those who read what it holds.
extension SlotJudge {
  /// Whether one of two uses appends to a slice in a field or package variable that never gets a
  /// shorter one, and the other one reads its elements: it writes behind the end of all that was taken
  /// out of there before. What is taken out while the place is written is another matter.
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
    if case .global(let global) = facts.contexts.identities.root(of: reader.identity) {
      return !shortened.contains(global)
    }
    return false
  }
}
