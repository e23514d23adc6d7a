import Basics
import GoIR

/// Calls of which nothing is known.
extension BodyInterpreter {
  func runUnknown(
    _ operands: CallOperands, _ instruction: FlowInstruction
  ) -> Few<SetID> {
    readArguments(operands)
    for value in operands.values where !value.isNone {
      keepUnknown(leafSet(value))
      switch kind(value) {
      case .function:
        // A literal that it is given runs here and now.
        let set = leafSet(value)
        let (targets, _, _) = codes(of: set)
        if !targets.isEmpty {
          let before = state
          _ = runAll(targets, CallRoots(arguments: []), [], FlowInstruction.empty)
          joinState(before)
        }
      default: break
      }
    }
    return unknownResult(instruction)
  }

  /// Notes what is given to a call of which nothing is known.
  func keepUnknown(_ set: SetID) {
    for id in tables.sets[set] { givenToUnknown.insert(tables.references[id].cell.object) }
  }

  /// A call of which nothing is known reads its arguments before it returns; one that gives a number
  /// at which the caller then cuts the slice off has filled it.
  func readArguments(_ operands: CallOperands) {
    for value in operands.values where !value.isNone {
      switch kind(value) {
      case .slice: useElements(leafSet(value), isFilled(value, by: current) ? .write : .read)
      case .map: use(elementCells(of: leafSet(value)), .read)
      default: break
      }
    }
  }

  /// Whether a slice is cut off where the result of a call says: `n := read(buf)`, `buf[:n]`.
  private func isFilled(_ slice: ValueID, by call: ValueID) -> Bool {
    if filling == nil { filling = findFilling() }
    return filling?.contains(NumberPair(first: call.rawValue, second: slice.rawValue)) ?? false
  }

  private func findFilling() -> Set<NumberPair> {
    var found: Set<NumberPair> = []
    for (index, instruction) in body.instructions.enumerated() where instruction.opcode == .slice {
      var high = operand(ValueID(index), 2)
      while !high.isNone,
        body.instructions[high.index].opcode == .extract
          || body.instructions[high.index].opcode == .convert
      {
        high = operand(high, 0)
      }
      guard !high.isNone, body.instructions[high.index].opcode == .call else { continue }
      let base = operand(ValueID(index), 0)
      for argument in callOperands(high, body.instructions[high.index]).values
      where isSameValue(argument, base) {
        found.insert(NumberPair(first: high.rawValue, second: argument.rawValue))
      }
    }
    return found
  }
}
