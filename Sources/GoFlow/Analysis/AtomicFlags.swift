import Basics
import GoIR
import LibraryModels

/// Flags of `sync/atomic` that say that something is ready: who finds one set has what was written before
/// it was set.
///
/// The write must come where the flag was looked at under a lock and found not set, and the flag be set
/// after that under the lock: then no such write follows. Nothing in the program may set the flag back.
final class AtomicFlags {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  private let targets: CallTargets
  private let names: NamedPlaces
  private var bodies: [FunctionNumber: BodyFlags] = [:]
  private lazy var setBack = findSetBack()

  /// How far calls are followed to where a function looks at a flag.
  private static let deepest = 2

  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>, _ targets: CallTargets
  ) {
    self.program = program
    self.functions = functions
    self.targets = targets
    names = NamedPlaces(program: program)
  }

  /// Whether what is done at the end of one way, from call to call, is over before a flag is set that the
  /// other way comes past.
  func isOver(_ write: [FlowSite], before read: [FlowSite]) -> Bool {
    let flags = calls(atEndOf: write).reduce(into: Set<SlotKey.Base>()) {
      $0.formUnion(flagsSet(after: $1))
    }
    return flags.contains { flag in
      !setBack.contains(flag) && read.contains { isPast(flag, $0.value, in: $0.function) }
    }
  }

  // MARK: Who writes

  /// The last places of a way that lie in one goroutine, as far as that is known.
  private func calls(atEndOf way: [FlowSite]) -> ArraySlice<FlowSite> {
    var first = max(0, way.count - 1)
    while first > 0 {
      let (caller, callee) = (way[first - 1], way[first].function)
      let isCall = functions[caller.function].calls.edges.contains {
        $0.value == caller.value && $0.target == callee && $0.start == nil
      }
      guard isCall else { break }
      first -= 1
    }
    return way[first...]
  }

  /// The flags that were found not set before an instruction, under a lock under which they are set then.
  private func flagsSet(after site: FlowSite) -> Set<SlotKey.Base> {
    if site.value.isNone { return [] }
    let body = program.functions[site.function].body
    let own = flags(of: site.function)
    var found: Set<SlotKey.Base> = []
    for flag in Set(own.looks.filter(\.isLocked).map(\.place)) {
      let looks = own.looks.filter { $0.place == flag && $0.isLocked }
      let isUnset = !body.isReached(
        site.value, from: nil, avoiding: [], without: Set(looks.map(\.unset)))
      let isSetThen = own.stores.contains { store in
        store.place == flag && (store.isDeferred || store.isLocked)
          && (store.isDeferred
            || body.isReached(store.value, from: site.value, avoiding: [])
              && !body.isReached(site.value, from: store.value, avoiding: looks.map(\.value)))
      }
      if isUnset, isSetThen { found.insert(flag) }
    }
    return found
  }

  // MARK: Who reads

  /// Whether a function comes to an instruction only where it, or a function that it calls before, found
  /// a flag set or held the lock under which it is set.
  private func isPast(
    _ flag: SlotKey.Base, _ value: ValueID, in number: FunctionNumber, depth: Int = 0
  ) -> Bool {
    if value.isNone { return false }
    let looks = flags(of: number).looks.filter { $0.place == flag }
    var walls = looks.filter(\.isLocked).map(\.value)
    if depth < Self.deepest {
      walls += functions[number].calls.edges.filter { edge in
        edge.start == nil && !edge.target.isNone && edge.target != number
          && !edge.value.isNone && edge.value != value
          && leadsPast(flag, edge.target, depth: depth + 1)
      }.map(\.value)
    }
    if looks.isEmpty, walls.isEmpty { return false }
    return !program.functions[number].body.isReached(
      value, from: nil, avoiding: walls, without: Set(looks.map(\.set)))
  }

  /// Whether a function returns only then.
  private func leadsPast(_ flag: SlotKey.Base, _ number: FunctionNumber, depth: Int) -> Bool {
    let body = program.functions[number].body
    let returns = body.instructions.indices.filter { body.instructions[$0].opcode == .return }
    return !returns.isEmpty
      && returns.allSatisfy { isPast(flag, ValueID($0), in: number, depth: depth) }
  }

  // MARK: Bodies

  /// Where a body looks at flags and sets them.
  private struct BodyFlags {
    struct Look {
      var place: SlotKey.Base
      var value: ValueID
      var isLocked: Bool
      /// Where it goes on when the flag is set, and when it is not.
      var set: BlockEdge
      var unset: BlockEdge
    }
    struct Store {
      var place: SlotKey.Base
      var value: ValueID
      var isLocked: Bool
      var isDeferred: Bool
    }
    var looks: [Look] = []
    var stores: [Store] = []
  }

  private func flags(of number: FunctionNumber) -> BodyFlags {
    if let known = bodies[number] { return known }
    let body = program.functions[number].body
    let summary = functions[number].summary
    var found = BodyFlags()
    for (index, block) in body.blocks.enumerated()
    where block.successorCount == 2 && block.end > block.start {
      let branch = body.instructions[Int(block.end) - 1]
      guard branch.opcode == .branch, branch.operandCount == 1,
        let (place, value, isSet) = look(
          body.operands[Int(branch.firstOperand)], isTrue: true, in: number)
      else { continue }
      let sides = body.successors(of: BlockID(index)).map {
        BlockEdge(from: BlockID(index), to: $0)
      }
      found.looks.append(
        BodyFlags.Look(
          place: place, value: value, isLocked: summary.isUnderLock(value, .write),
          set: sides[isSet ? 0 : 1], unset: sides[isSet ? 1 : 0]))
    }
    for (index, instruction) in body.instructions.enumerated() {
      guard let change = change(ValueID(index), in: number), change.constant != nil else {
        continue
      }
      found.stores.append(
        BodyFlags.Store(
          place: change.place, value: ValueID(index),
          isLocked: summary.isUnderLock(ValueID(index), .write),
          isDeferred: instruction.opcode == .defer))
    }
    bodies[number] = found
    return found
  }

  /// The flag that a condition asks for, where it is looked at, and whether it is set if the condition
  /// holds; nil where it asks for none.
  private func look(
    _ value: ValueID, isTrue: Bool, in number: FunctionNumber
  ) -> (place: SlotKey.Base, value: ValueID, isSet: Bool)? {
    guard !value.isNone else { return nil }
    let body = program.functions[number].body
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .call:
      return place(value, usedBy: .atomicRead, in: number).map { ($0, value, isTrue) }
    case .load: return names.used(by: value, in: number).map { ($0, value, isTrue) }
    case .unary: return look(body.operand(value, 0), isTrue: !isTrue, in: number)
    case .binary:
      guard let comparison = body.comparison(value) else { return nil }
      let isSet = comparison.isEqual != comparison.isWithZero
      return look(comparison.value, isTrue: isSet == isTrue, in: number)
    default: return nil
    }
  }

  /// The place that a call changes by a function of `sync/atomic`, and the constant that it sets it to;
  /// nil where it gives it something else.
  private func change(
    _ value: ValueID, in number: FunctionNumber
  ) -> (place: SlotKey.Base, constant: UInt32?)? {
    let body = program.functions[number].body
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .call || instruction.opcode == .defer,
      let place = place(value, usedBy: .atomicWrite, in: number)
    else { return nil }
    let last = body.operand(value, Int(instruction.operandCount) - 1)
    guard instruction.operandCount == 2, !last.isNone,
      body.instructions[last.index].opcode == .constant
    else { return (place, nil) }
    let constant = body.instructions[last.index]
    return (place, constant.isSet ? constant.payload : nil)
  }

  /// The place that a call of a library uses in one way, by its receiver or first argument.
  private func place(
    _ value: ValueID, usedBy kind: CallAccess.Kind, in number: FunctionNumber
  ) -> SlotKey.Base? {
    let function = program.functions[number]
    let instruction = function.body.instructions[value.index]
    guard !instruction.flags.contains(.functionValue), instruction.operandCount > 0,
      case .model(let model) = targets.target(
        of: CalleeNumber(rawValue: instruction.payload),
        isInTest: function.traits.contains(.isInTest)),
      let effects = model.effects,
      effects.accesses.contains(where: { access in
        access.kind == kind
          && (access.place == .receiver
            || access.place == .argument(0) && !instruction.flags.contains(.receiver))
      })
    else { return nil }
    return names.place(of: function.body.operand(value, 0), in: number)
  }

  /// The places that some function may give something else than the one constant that others do.
  private func findSetBack() -> Set<SlotKey.Base> {
    var found: Set<SlotKey.Base> = []
    var constants: [SlotKey.Base: UInt32] = [:]
    for number in program.functions.ids {
      let body = program.functions[number].body
      for (index, instruction) in body.instructions.enumerated() {
        switch instruction.opcode {
        case .call, .defer, .go:
          guard let (place, constant) = change(ValueID(index), in: number) else { continue }
          if constant == nil || constants[place].map({ $0 != constant }) == true {
            found.insert(place)
          }
          constants[place] = constant
        case .store:
          guard !body.storesFlag(instruction),
            let place = names.used(by: ValueID(index), in: number)
          else { continue }
          found.insert(place)
        default: break
        }
      }
    }
    return found
  }
}
