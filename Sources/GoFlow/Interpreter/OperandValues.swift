import Basics
import GoIR

/// What the values of a body lead to.
extension BodyInterpreter {
  /// The leaves of a value.
  func leaves(_ value: ValueID) -> ArraySlice<SetID> {
    leafSets[Int(leafStart[value.index])..<Int(leafStart[value.index + 1])]
  }

  /// What a value that is one reference leads to; of a struct all of its references.
  func leafSet(_ value: ValueID) -> SetID {
    if value.isNone { return .empty }
    let (start, end) = (Int(leafStart[value.index]), Int(leafStart[value.index + 1]))
    if start == end { return .empty }
    var set = leafSets[start]
    for index in start + 1..<end { set = tables.sets.union(set, leafSets[index]) }
    return set
  }

  /// The operand of an instruction by position; `none` where there is none.
  func operand(_ value: ValueID, _ position: Int) -> ValueID {
    let instruction = body.instructions[value.index]
    guard position < Int(instruction.operandCount) else { return .none }
    return body.operands[Int(instruction.firstOperand) + position]
  }

  func operandSet(_ value: ValueID, _ position: Int) -> SetID {
    leafSet(operand(value, position))
  }

  func kind(_ value: ValueID) -> ReferenceKind {
    value.isNone ? .none : body.instructions[value.index].kind
  }

  /// The headers of the slices in a set, each once.
  func headers(of set: SetID) -> [HeaderID] {
    var headers: [HeaderID] = []
    for id in tables.sets[set] {
      let header = tables.references[id].header
      if header != .unknown, !headers.contains(header) { headers.append(header) }
    }
    return headers
  }

  /// The ways of the leaves of a layout.
  func paths(of layout: UInt16) -> Few<PathID> {
    if layout == 0 { return [] }
    if layout == 1 { return Few(.whole) }
    if let known = layoutPaths[layout] { return known }
    let paths = Few(all: program.layout(layout).leaves.map { tables.paths.path($0.steps) })
    layoutPaths[layout] = paths
    return paths
  }
}
