import Basics
import GoIR

/// Where bodies set fields and variables to what is neither zero nor counted; of each body found out
/// when it is asked for first.
final class FlagStores {
  private let program: FlowProgram
  private let names: NamedPlaces
  private var known: [FunctionNumber: [(value: ValueID, place: SlotKey.Base)]] = [:]
  /// The fields and variables that some body of the program sets to zero, or counts in. Costs a look at
  /// all bodies when it is asked for first.
  private(set) lazy var setBack = collectSetBack()

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

  private func collectSetBack() -> Set<SlotKey.Base> {
    var found: Set<SlotKey.Base> = []
    for number in program.functions.ids {
      let body = program.functions[number].body
      for (index, instruction) in body.instructions.enumerated()
      where instruction.opcode == .store && !body.storesFlag(instruction) {
        if let place = names.used(by: ValueID(index), in: number) { found.insert(place) }
      }
    }
    return found
  }
}
