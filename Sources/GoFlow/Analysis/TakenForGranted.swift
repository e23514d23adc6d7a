import Basics
import GoIR

/// What is made ready once and used by who takes it for granted.
///
/// A function that `sync.Once` runs, or one that looks under a lock whether there is nothing yet, sets
/// something up. Who uses that elsewhere and does not look whether it is there would fail without it:
/// somebody has seen to it that it is there before, by a way that the analysis does not see.
struct TakenForGranted {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  private let names: NamedPlaces
  private let once: OnceRuns

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ once: OnceRuns
  ) {
    self.program = program
    self.functions = functions
    self.once = once
    names = NamedPlaces(program: program)
  }

  /// Whether a write sets up what a read takes for granted.
  func contains(_ write: FlowSite, _ read: FlowSite) -> Bool {
    guard write.function != read.function, !write.value.isNone, !read.value.isNone,
      isStoreOfSomething(write), let place = names.used(by: write.value, in: write.function),
      !isStore(read)
    else { return false }
    let isInitializer =
      once.functions.contains(write.function)
      || isUnderLock(write) && looks(at: place, before: write)
    return isInitializer && !looks(at: place, in: read.function)
  }

  private func isStore(_ site: FlowSite) -> Bool {
    let opcode = program.functions[site.function].body.instructions[site.value.index].opcode
    return opcode == .store || opcode == .append || opcode == .delete || opcode == .clear
      || opcode == .copy
  }

  /// Whether an instruction stores what is neither a constant nor a zero value.
  private func isStoreOfSomething(_ site: FlowSite) -> Bool {
    let body = program.functions[site.function].body
    guard body.instructions[site.value.index].opcode == .store else { return false }
    let stored = body.operand(site.value, 0)
    guard !stored.isNone else { return false }
    let opcode = body.instructions[stored.index].opcode
    return opcode != .constant && opcode != .zero
  }

  private func isUnderLock(_ site: FlowSite) -> Bool {
    let summary = functions[site.function].summary
    return summary.uses.contains { record in
      record.callee.isNone && record.value == site.value
        && summary.lockLists[Int(record.mustLocks)].contains { $0.mode == .write }
    }
  }

  /// Whether a function looks at a place and does no more with what it finds there than to decide:
  /// before one of its instructions nothing else.
  private func looks(at place: SlotKey.Base, before site: FlowSite) -> Bool {
    let body = program.functions[site.function].body
    let users = ValueUsers(body)
    var isFound = false
    for (index, instruction) in body.instructions.prefix(site.value.index).enumerated()
    where instruction.opcode == .load
      && names.used(by: ValueID(index), in: site.function) == place
    {
      if !users[ValueID(index)].isEmpty { return false }
      isFound = true
    }
    return isFound
  }

  private func looks(at place: SlotKey.Base, in number: FunctionNumber) -> Bool {
    let body = program.functions[number].body
    let users = ValueUsers(body)
    return body.instructions.indices.contains { index in
      body.instructions[index].opcode == .load && users[ValueID(index)].isEmpty
        && names.used(by: ValueID(index), in: number) == place
    }
  }
}
