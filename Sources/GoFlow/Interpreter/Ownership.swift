import Basics
import GoIR

/// Which slices a body still has for itself where several ways meet: on one way it handed an array
/// over and took another one, on the other way it goes on filling the array.
extension BodyInterpreter {
  static let maximumHeaders = 8

  /// Whether a slice was not handed over although its array, or an instance of it, was.
  func isOwned(_ header: HeaderID, _ object: ObjectID, _ state: FlowState) -> Bool {
    if state.owned.isEmpty { return false }
    var current = header
    for _ in 0..<Self.maximumHeaders where current != .unknown {
      let pair = NumberPair(first: current.rawValue, second: object.rawValue)
      if state.owned.contains(pair) { return true }
      let parents = tables.parents(of: current)
      guard parents.count == 1 else { return false }
      current = parents[0]
    }
    return false
  }

  /// At the beginning of a block: the slices that meet there, each with the arrays that it has on
  /// ways only on which they were not handed over.
  func noteOwned(_ block: FlowBlock) {
    for index in block.start..<block.end {
      let instruction = body.instructions[Int(index)]
      guard instruction.opcode == .phi else { break }
      guard instruction.kind == .slice else { continue }
      let header = tables.header(ValueID(rawValue: index), 0, .same, []).rawValue
      state.owned.removeAll { $0.first == header }
      var kept: Set<ObjectID> = []
      var given: Set<ObjectID> = []
      for position in 0..<Int(instruction.operandCount) {
        let operand = body.operands[Int(instruction.firstOperand) + position]
        let edge = Int(block.firstPredecessor) + position
        guard !operand.isNone, edge < body.edges.count,
          let other = outStates[body.edges[edge].index]
        else { continue }
        for id in tables.sets[leafSet(operand)] {
          let reference = tables.references[id]
          let object = reference.cell.object
          let isGiven = other.published.containsFirst(object.rawValue)
          if isGiven, !isOwned(reference.header, object, other) {
            given.insert(object)
          } else {
            kept.insert(object)
          }
        }
      }
      for object in kept.subtracting(given) where tables.objects[object].isIncoming == false {
        state.owned.insert(sorted: NumberPair(first: header, second: object.rawValue))
      }
    }
  }
}
