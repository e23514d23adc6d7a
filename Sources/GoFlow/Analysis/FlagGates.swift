import Basics
import GoIR
import GoSyntax

/// Places that a function comes to only as long as a flag is not set: a field or variable at which it
/// looks before, itself or in a function that does no more than to say what it found.
///
/// Who sets such a flag under the lock under which it is looked at has seen the last of what is done
/// before it: it stays set, as nobody would ask for it otherwise.
struct FlagGates {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  private let names: NamedPlaces
  private let conditions: PlaceConditions
  let stores: FlagStores
  private let callers: FunctionCallers

  /// How far calls are followed to where a flag is set.
  private static let deepest = 2
  /// How many callers of a function are looked at, and how many functions on the way up.
  private static let maximumCallers = 8
  private static let maximumWay = 60

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ conditions: PlaceConditions, _ callers: FunctionCallers
  ) {
    self.program = program
    self.functions = functions
    names = NamedPlaces(program: program)
    self.conditions = conditions
    stores = FlagStores(program)
    self.callers = callers
  }

  /// The flags that are not set where a function comes to a place, by what it looks at itself or by
  /// what all its callers do. Those that give it what they made themselves need not look.
  func flags(at site: FlowSite) -> Set<SlotKey.Base> {
    let calls = callers.calls(of: site.function).filter { !isOnNew($0) }
    var found = conditions.unsetPlaces(at: site)
    guard !calls.isEmpty, calls.count <= Self.maximumCallers else { return found }
    var common = conditions.unsetPlaces(at: calls[0])
    for call in calls.dropFirst() where !common.isEmpty {
      common.formIntersection(conditions.unsetPlaces(at: call))
    }
    found.formUnion(common)
    return found
  }

  /// Whether the first thing that is done with a new object is a call that is given it first.
  private func isOnNew(_ call: FlowSite) -> Bool {
    let body = program.functions[call.function].body
    guard !call.value.isNone, body.instructions[call.value.index].opcode == .call,
      case let object = body.operand(call.value, 0), !object.isNone,
      body.instructions[object.index].opcode == .new
    else { return false }
    return ValueUsers(body)[object].first == call.value
  }

  /// Whether one of some flags was set before a place is come to: by the function itself, by one
  /// that it calls, or before the goroutine was started, on one way at least; or all that call it have
  /// called before what does the write and sets the flag, or come past the write themselves.
  func isSet(
    _ flags: Set<SlotKey.Base>, before site: FlowSite, _ start: StrandStart?,
    after write: FlowSite
  ) -> Bool {
    if flags.isEmpty { return false }
    if sets(flags, site.function, before: site.value) { return true }
    if isSetByCallers(flags, of: site.function, after: write) { return true }
    guard let start, !start.function.isNone else { return false }
    var seen: Set<FunctionNumber> = []
    var pending = [FlowSite(function: start.function, value: start.value)]
    while let next = pending.popLast(), seen.count < Self.maximumWay {
      guard seen.insert(next.function).inserted else { continue }
      if sets(flags, next.function, before: next.value) { return true }
      pending += callers.sites(of: next.function)
      if let around = closure(of: next.function) { pending.append(around) }
    }
    return false
  }

  /// Whether all that call a function have called before what does the write and sets the flag, or come
  /// past the write themselves, or are called so. What tests do says nothing.
  private func isSetByCallers(
    _ flags: Set<SlotKey.Base>, of number: FunctionNumber, after write: FlowSite, depth: Int = 0
  ) -> Bool {
    func isInTest(_ site: FlowSite) -> Bool {
      program.functions[program.declaration(of: site.function)].traits.contains(.isInTest)
    }
    let calls = callers.calls(of: number).filter { !isInTest($0) }
    guard depth < Self.deepest, !calls.isEmpty, calls.count <= Self.maximumCallers,
      callers.sites(of: number).count(where: { !isInTest($0) }) == calls.count,
      stores.stores(in: write.function).contains(where: { flags.contains($0.place) })
    else { return false }
    return calls.allSatisfy { call in
      if call.function == write.function { return write.value < call.value }
      return self.calls(of: call.function).contains {
        $0.target == write.function && isPassed($0.value, before: call)
      } || isSetByCallers(flags, of: call.function, after: write, depth: depth + 1)
    }
  }

  /// Whether every way to an instruction leads past another one of its function.
  private func isPassed(_ other: ValueID, before site: FlowSite) -> Bool {
    !other.isNone && other != site.value
      && !program.functions[site.function].body.isReached(
        site.value, from: nil, avoiding: [other])
  }

  /// Whether a function sets one of some flags under a lock on every way to an instruction, itself or
  /// in those that it calls; there, on one way.
  private func sets(
    _ flags: Set<SlotKey.Base>, _ number: FunctionNumber, before value: ValueID
  ) -> Bool {
    guard !value.isNone else { return false }
    let site = FlowSite(function: number, value: value)
    return stores.stores(in: number).contains { store in
      flags.contains(store.place) && functions[number].summary.isUnderLock(store.value, .write)
        && isPassed(store.value, before: site)
    }
      || calls(of: number).contains {
        isPassed($0.value, before: site)
          && sets(flags, $0.target, depth: 1, isLocked: $0.isLocked)
      }
  }

  private func sets(
    _ flags: Set<SlotKey.Base>, _ number: FunctionNumber, depth: Int, isLocked: Bool
  ) -> Bool {
    let summary = functions[number].summary
    let sets = stores.stores(in: number).contains { store in
      flags.contains(store.place) && (isLocked || summary.isUnderLock(store.value, .write))
    }
    return sets
      || depth < Self.deepest
        && calls(of: number).contains {
          self.sets(flags, $0.target, depth: depth + 1, isLocked: isLocked || $0.isLocked)
        }
  }

  private func calls(of number: FunctionNumber) -> [FunctionEdge] {
    functions[number].calls.edges.filter {
      $0.start == nil && !$0.target.isNone && $0.target != number
    }
  }

  private func closure(of literal: FunctionNumber) -> FlowSite? {
    let parent = program.functions[literal].parent
    guard !parent.isNone else { return nil }
    let made = program.functions[parent].body.instructions.firstIndex {
      $0.opcode == .closure && $0.payload == literal.rawValue
    }
    return made.map { FlowSite(function: parent, value: ValueID($0)) }
  }
}

extension FlowBody {
  /// A comparison of a value with a constant for equality, or the lack of it, the constant behind it; nil
  /// for other values.
  func comparison(_ value: ValueID) -> (value: ValueID, isEqual: Bool, isWithZero: Bool)? {
    let instruction = instructions[value.index]
    guard instruction.opcode == .binary, instruction.operandCount == 2,
      case let (first, second) = (operand(value, 0), operand(value, 1)),
      !first.isNone, !second.isNone,
      let operation = NodeKind(rawValue: UInt8(truncatingIfNeeded: instruction.payload)),
      operation == .equal || operation == .notEqual,
      [.constant, .zero].contains(instructions[second.index].opcode)
    else { return nil }
    return (first, operation == .equal, isZero(second, beside: first))
  }

  /// Whether a value is the zero value of its type, as far as its own words tell; of what is compared
  /// with a reference nil.
  func isZero(_ value: ValueID, beside other: ValueID) -> Bool {
    let instruction = instructions[value.index]
    switch instruction.opcode {
    case .zero: return true
    case .constant where instruction.flags.contains(.integer): return instruction.payload == 0
    case .constant:
      return instruction.payload == 2
        || instruction.payload == 0 && instructions[other.index].kind != .none
    default: return false
    }
  }

  /// Whether an instruction stores what is neither zero nor counted.
  func storesFlag(_ store: FlowInstruction) -> Bool {
    guard let stored = stored(by: store) else { return false }
    switch stored.opcode {
    case .constant: return stored.isSet
    case .zero, .binary: return false
    default: return true
    }
  }

  /// Whether a way leads from one block to another one that passes none of some others.
  func reaches(
    _ end: BlockID, from start: BlockID, without avoided: Set<BlockID>
  ) -> Bool {
    var seen: Set<BlockID> = avoided
    var pending = [start]
    while let next = pending.popLast() {
      if next == end { return true }
      if seen.insert(next).inserted { pending += successors(of: next) }
    }
    return false
  }
}

extension FunctionEdge {
  /// Whether a lock is surely held during the call, for writing.
  fileprivate var isLocked: Bool { mustLocks.contains { $0.mode == .write } }
}

extension FlowInstruction {
  /// Whether a constant is true or a number other than zero.
  var isSet: Bool { flags.contains(.integer) ? payload != 0 : payload == 1 }
}
