import Basics
import GoIR

/// Where bodies set fields and variables to what is neither zero nor counted; of each body found out
/// when it is asked for first.
final class FlagStores {
  private let program: FlowProgram
  private let names: NamedPlaces
  private var known: [FunctionNumber: [(value: ValueID, place: SlotKey.Base)]] = [:]

  init(_ program: FlowProgram) {
    self.program = program
    names = NamedPlaces(program: program)
  }

  /// The instructions of a body that set something, with what they set.
  func stores(in number: FunctionNumber) -> [(value: ValueID, place: SlotKey.Base)] {
    if let known = known[number] { return known }
    let body = program.functions[number].body
    let found = body.instructions.indices.compactMap { index -> (ValueID, SlotKey.Base)? in
      guard body.storesFlag(body.instructions[index]) else { return nil }
      let value = ValueID(index)
      return names.used(by: value, in: number).map { (value, $0) }
    }
    known[number] = found
    return found
  }
}
