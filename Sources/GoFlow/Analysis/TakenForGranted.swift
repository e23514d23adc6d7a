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
  private let gates: FlagGates

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ conditions: PlaceConditions, _ once: OnceRuns, _ callers: FunctionCallers
  ) {
    self.program = program
    self.functions = functions
    self.once = once
    gates = FlagGates(program, functions, conditions, callers)
    names = NamedPlaces(program: program)
  }

  /// Whether a write sets up what a read takes for granted. `isLocked` says that the callers of the
  /// write's function hold a lock; `start` is where the goroutine begins that reads.
  func contains(
    _ write: FlowSite, _ read: FlowSite, isLocked: Bool, _ start: StrandStart?
  ) -> Bool {
    guard !write.value.isNone, !read.value.isNone, !isStore(read) else { return false }
    let isGuarded = isLocked || isUnderLock(write, .write)
    if isGuarded, isStore(write),
      gates.isSet(gates.flags(at: write), before: read, start, after: write)
    {
      return true
    }
    guard let place = names.used(by: write.value, in: write.function) else { return false }
    let isOnce = once.functions.contains(write.function)
    guard isStoreOfSomething(write) || isOnce && isStoreOfText(write) else { return false }
    if write.function == read.function {
      // Who comes past the place has held the lock since.
      return write.value < read.value && isUnderLock(write, .write)
        && names.looks(at: place, before: write)
    }
    if isOnce {
      return !looksBare(at: place, isFlag: false, in: read.function)
    }
    guard isGuarded, !takesLock(of: write, after: read), let flag = flagOfOnce(write, place) else {
      return false
    }
    return !looksBare(at: place, isFlag: flag == place, in: read.function)
  }

  /// Whether a write is one of those that a function does where it finds nothing done yet, and then it
  /// starts a goroutine at an instruction: that one and those that such a call starts later are one.
  func isDoneOnce(_ write: FlowSite, beforeStart start: StrandStart?) -> Bool {
    guard let start, start.kind == .goroutine, start.function == write.function,
      !write.value.isNone, write.value < start.value, isStoreOfSomething(write),
      let place = names.used(by: write.value, in: write.function)
    else { return false }
    return flagOfOnce(write, place) != nil || gates.flags(at: write).contains(place)
  }

  /// Where a function looks before a write to find out whether there is anything left to do: at the
  /// same place, or at another field of the struct or another variable that it sets itself. Its callers
  /// may look instead.
  private func flagOfOnce(_ write: FlowSite, _ place: SlotKey.Base) -> SlotKey.Base? {
    if names.looks(at: place, before: write) { return place }
    let flags = Set(gates.stores.stores(in: write.function).map(\.place))
      .filter { $0 != place && areBeside($0, place) }
    if flags.isEmpty { return nil }
    return flags.first { names.looks(at: $0, before: write) }
      ?? flags.intersection(gates.flags(at: write)).first
  }

  /// Whether two places are fields of one struct, or variables of one declaration.
  private func areBeside(_ first: SlotKey.Base, _ second: SlotKey.Base) -> Bool {
    switch (first, second) {
    case (.field(let left), .field(let right)): program.areBeside(left, right)
    case (.variable(let left, _), .variable(let right, _)): left == right
    default: false
    }
  }

  /// Whether a function takes a lock that is held where a write is, for the first time behind what it
  /// reads: it knows that the object is shared, and has not looked what is there.
  private func takesLock(of write: FlowSite, after read: FlowSite) -> Bool {
    let held = functions[write.function].summary.fieldsOfLocks(at: { $0 == write.value })
    if held.isEmpty { return false }
    let summary = functions[read.function].summary
    return !summary.fieldsOfLocks(at: { $0 > read.value }).isDisjoint(with: held)
      && summary.fieldsOfLocks(at: { $0 < read.value }).isDisjoint(with: held)
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

  /// Whether an instruction stores a constant that is no number and decides nothing: a text.
  private func isStoreOfText(_ site: FlowSite) -> Bool {
    let body = program.functions[site.function].body
    guard let stored = body.stored(by: body.instructions[site.value.index]) else { return false }
    return stored.opcode == .constant && stored.kind == .none && ![1, 2].contains(stored.payload)
      && !stored.flags.contains(.integer)
  }

  /// Whether a function itself holds a lock, for writing if that is asked for, at an instruction.
  private func isUnderLock(_ site: FlowSite, _ mode: LockMode) -> Bool {
    functions[site.function].summary.isUnderLock(site.value, mode)
  }

  /// Whether a function looks at a place, to decide, where it holds no lock. What is no flag must be
  /// compared with nothing: else it is a value like others.
  private func looksBare(
    at place: SlotKey.Base, isFlag: Bool, in number: FunctionNumber
  ) -> Bool {
    let body = program.functions[number].body
    let users = ValueUsers(body)
    return body.instructions.indices.contains { index in
      body.instructions[index].opcode == .load
        && names.decidesOnly(ValueID(index), users, body)
        && (isFlag || isComparedWithZero(ValueID(index), users, body))
        && names.used(by: ValueID(index), in: number) == place
        && !isUnderLock(FlowSite(function: number, value: ValueID(index)), .read)
    }
  }

  /// Whether a value is compared with nothing; of a slice or map nothing is kept but its length then.
  private func isComparedWithZero(
    _ load: ValueID, _ users: ValueUsers, _ body: FlowBody
  ) -> Bool {
    let kind = body.instructions[load.index].kind
    if users[load].isEmpty { return kind == .slice || kind == .map }
    return users[load].contains { user in
      body.operands(of: body.instructions[user.index]).contains {
        $0 != load && ($0.isNone || body.isZero($0, beside: load))
      }
    }
  }
}

extension FunctionSummary {
  /// The fields of the locks that a function itself surely holds at some of its instructions.
  fileprivate func fieldsOfLocks(at isMeant: (ValueID) -> Bool) -> Set<FieldNumber> {
    var fields: Set<FieldNumber> = []
    for record in uses where record.mustLocks != 0 && isMeant(record.value) {
      for lock in lockLists[Int(record.mustLocks)] {
        if let field = steps(of: lock.cell.path).last?.field { fields.insert(field) }
      }
    }
    return fields
  }

  /// Whether a function itself holds a lock at an instruction, for writing if that is asked for.
  func isUnderLock(_ value: ValueID, _ mode: LockMode) -> Bool {
    uses.contains { record in
      record.callee.isNone && record.value == value
        && lockLists[Int(record.mustLocks)].contains { mode == .read || $0.mode == .write }
    }
  }
}
