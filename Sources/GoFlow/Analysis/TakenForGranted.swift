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

  /// Whether a write sets up what a read takes for granted. `isLocked` says that the callers of the
  /// write's function hold a lock.
  func contains(_ write: FlowSite, _ read: FlowSite, isLocked: Bool) -> Bool {
    guard !write.value.isNone, !read.value.isNone, isStoreOfSomething(write), !isStore(read),
      let place = names.used(by: write.value, in: write.function)
    else { return false }
    if write.function == read.function {
      // Who comes past the place has held the lock since.
      return write.value < read.value && isUnderLock(write, .write)
        && names.looks(at: place, before: write)
    }
    let isInitializer =
      once.functions.contains(write.function)
      || (isLocked || isUnderLock(write, .write)) && isDoneOnce(write, place)
    return isInitializer && !looksBare(at: place, in: read.function)
  }

  /// Whether a write is one of those that a function does where it finds nothing done yet, and then it
  /// starts a goroutine at an instruction: that one and those that such a call starts later are one.
  func isDoneOnce(_ write: FlowSite, beforeStart start: StrandStart?) -> Bool {
    guard let start, start.kind == .goroutine, start.function == write.function,
      !write.value.isNone, write.value < start.value, isStoreOfSomething(write),
      let place = names.used(by: write.value, in: write.function)
    else { return false }
    return isDoneOnce(write, place)
  }

  /// Whether a function looks before a write at the same place, or at another field of the struct or
  /// another variable that it sets itself, to find out whether there is anything left to do.
  private func isDoneOnce(_ write: FlowSite, _ place: SlotKey.Base) -> Bool {
    if names.looks(at: place, before: write) { return true }
    let body = program.functions[write.function].body
    let flags = Set(
      body.instructions.indices.map { ValueID($0) }.filter { setsFlag($0, body) }
        .compactMap { names.used(by: $0, in: write.function) })
    return flags.contains { flag in
      flag != place && areBeside(flag, place) && names.looks(at: flag, before: write)
    }
  }

  /// Whether two places are fields of one struct, or variables of one declaration.
  private func areBeside(_ first: SlotKey.Base, _ second: SlotKey.Base) -> Bool {
    switch (first, second) {
    case (.field(let left), .field(let right)):
      program.fields[left].owner == program.fields[right].owner
        && program.fields[left].package == program.fields[right].package
    case (.variable(let left, _), .variable(let right, _)): left == right
    default: false
    }
  }

  /// Whether an instruction stores what is neither zero nor counted.
  private func setsFlag(_ value: ValueID, _ body: FlowBody) -> Bool {
    guard let stored = body.stored(by: body.instructions[value.index]) else { return false }
    switch stored.opcode {
    case .constant: return stored.payload != 0
    case .zero, .binary: return false
    default: return true
    }
  }

  private func isStore(_ site: FlowSite) -> Bool {
    let opcode = program.functions[site.function].body.instructions[site.value.index].opcode
    return opcode == .store || opcode == .append || opcode == .delete || opcode == .clear
      || opcode == .copy
  }

  /// Whether an instruction stores what is neither a constant nor a zero value.
  private func isStoreOfSomething(_ site: FlowSite) -> Bool {
    let body = program.functions[site.function].body
    return body.stored(by: body.instructions[site.value.index])?.opcode.isZero == false
  }

  /// Whether a function itself holds a lock, for writing if that is asked for, at an instruction.
  private func isUnderLock(_ site: FlowSite, _ mode: LockMode) -> Bool {
    let summary = functions[site.function].summary
    return summary.uses.contains { record in
      record.callee.isNone && record.value == site.value
        && summary.lockLists[Int(record.mustLocks)].contains {
          mode == .read || $0.mode == .write
        }
    }
  }

  /// Whether a function looks at a place, to decide, where it holds no lock.
  private func looksBare(at place: SlotKey.Base, in number: FunctionNumber) -> Bool {
    let body = program.functions[number].body
    let users = ValueUsers(body)
    return body.instructions.indices.contains { index in
      body.instructions[index].opcode == .load
        && names.decidesOnly(ValueID(index), users, body)
        && names.used(by: ValueID(index), in: number) == place
        && !isUnderLock(FlowSite(function: number, value: ValueID(index)), .read)
    }
  }
}
