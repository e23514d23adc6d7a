import Basics
import GoIR

/// The stores of a body into objects that it has made itself and not given to anybody yet: nobody else
/// can look there meanwhile, whatever happens to the object afterwards.
struct MakersStores {
  /// Where an object leaves the body's own hands.
  private struct Escape {
    /// The first instruction that hands it on.
    var first: UInt32
    /// Whether one that does so may run again.
    var isInLoop: Bool
  }

  private let body: FlowBody
  private let loops: FlowLoops
  private var escapes: [ValueID: Escape] = [:]

  init(_ body: FlowBody) {
    self.body = body
    loops = FlowLoops(body)
    for index in body.blocks.indices {
      let isInLoop = loops.isInLoop(BlockID(index))
      for value in body.blocks[index].start..<body.blocks[index].end {
        note(value, isInLoop)
      }
    }
  }

  /// What an instruction does with objects besides loading and storing what lies in them.
  private mutating func note(_ value: UInt32, _ isInLoop: Bool) {
    let instruction = body.instructions[Int(value)]
    for operand in body.operands(of: instruction) where isMade(operand) {
      note(operand, at: value, isInLoop)
    }
    guard instruction.opcode == .address else { return }
    let root = body.root(of: AddressID(rawValue: instruction.payload))
    let object = ValueID(rawValue: root.payload)
    if root.step == .value, isMade(object) { note(object, at: value, isInLoop) }
  }

  private mutating func note(_ object: ValueID, at value: UInt32, _ isInLoop: Bool) {
    let known = escapes[object] ?? Escape(first: value, isInLoop: false)
    escapes[object] = Escape(
      first: min(known.first, value), isInLoop: known.isInLoop || isInLoop)
  }

  private func isMade(_ value: ValueID) -> Bool {
    !value.isNone && body.instructions[value.index].opcode == .new
  }

  /// Whether a store is one of those: of a field, be it one of a field, or of the object as a whole.
  func contains(_ store: ValueID) -> Bool {
    let object = body.madeObject(of: body.instructions[store.index])
    if object.isNone { return false }
    guard let escape = escapes[object] else { return true }
    // Between two instructions of one block nothing else runs.
    let isBeside = body.block(of: object) == body.block(of: store)
    if !isBeside, escape.isInLoop || loops.isInLoop(body.block(of: store)) { return false }
    return escape.first > store.rawValue
  }
}

extension FlowBody {
  /// The object that a store changes, be it in a field of a field, where the body itself makes it; else
  /// `none`.
  func madeObject(of store: FlowInstruction) -> ValueID {
    guard store.opcode == .store else { return .none }
    var node = addresses[Int(store.payload)]
    while !node.step.isRoot {
      guard node.step == .field || node.step == .pointee else { return .none }
      node = addresses[node.base.index]
    }
    let object = ValueID(rawValue: node.payload)
    return node.step == .value && instructions[object.index].opcode == .new ? object : .none
  }
}
