import Basics
import GoIR

/// Fields of objects that surely are not nil any more: what is stored there only where nothing lies there
/// is not stored again. See `FilledOnce`.
extension BodyInterpreter {
  /// On the way on which a field turned out not to be nil.
  func refineFilled(_ other: inout FlowState, _ comparison: ValueID, _ isTrue: Bool) {
    guard let test = body.nilTest(comparison), test.isEmptyIfTrue != isTrue,
      let cell = filledCell(AddressID(rawValue: body.instructions[test.load.index].payload))
    else { return }
    other.filled.insert(sorted: cell)
  }

  /// Something was stored at an address.
  func noteFilled(_ address: AddressID, by store: FlowInstruction) {
    guard body.isSurelySomething(body.stored(by: store)), let cell = filledCell(address) else {
      return
    }
    state.filled.insert(sorted: cell)
  }

  /// What a function that was called has filled.
  func noteFilled(_ instance: inout SummaryInstance) {
    for cell in sureCells(instance.summary.filled, &instance) where isOneField(cell) {
      state.filled.insert(sorted: cell)
    }
  }

  /// Whether a use is a store that is not made any more.
  func isFilled(_ access: FlowAccess) -> Bool {
    access.kind == .write && state.filled.contains(sorted: access.cell)
  }

  /// The one field at an address, if it is one that is filled once.
  private func filledCell(_ address: AddressID) -> Cell? {
    let node = body.addresses[address.index]
    guard node.step == .field, program.isFilledOnce(FieldNumber(rawValue: node.payload)),
      case let cells = cells(of: address), cells.count == 1, isOneField(cells[0])
    else { return nil }
    return cells[0]
  }

  private func isOneField(_ cell: Cell) -> Bool {
    isOnePlace(cell) && !tables.isBlurred(cell.object)
  }
}
