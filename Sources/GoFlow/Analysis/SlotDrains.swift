import Basics

/// Where goroutines take values out of slots, of a whole program.
struct SlotDrains: Sendable {
  private var bySlot: [SlotKey: [SlotDrain]] = [:]

  var isEmpty: Bool { bySlot.isEmpty }

  init() {}

  init(_ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>) {
    _ = (program, functions)
  }

  func drains(_ slot: SlotKey) -> [SlotDrain] { bySlot[slot] ?? [] }
}
