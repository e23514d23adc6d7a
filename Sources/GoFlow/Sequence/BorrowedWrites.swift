import Basics
import GoIR
import LibraryModels

/// Memory of somebody else's that is changed in place by who meant to have it for himself.
public struct WriteToBorrowed: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A struct was copied, and what a field of the copy leads to is the original's too.
    case copy
    /// A slice is filtered into its own array, and not put back.
    case filter
    /// A slice that a function of another package gave is sorted.
    case sort
  }
  public var kind: Kind
  public var function: FunctionNumber
  /// The instruction that writes.
  public var write: ValueID
  /// What is written to: the slice or map; of a filter what is cut off.
  public var container: ValueID
  /// Of a copy where the struct is copied; of a sort the call that gave the slice.
  public var origin: ValueID
  /// The field or package variable of the owner.
  public var place: SlotKey.Base
}

/// Finds changes of borrowed memory in one body.
struct BorrowedWriteFinder {
  private let analysis: FlowAnalysis
  private let replay: FunctionReplay
  private let order: BodyOrder
  private let uses: ValueUsers

  init(_ replay: FunctionReplay, _ analysis: FlowAnalysis) {
    self.analysis = analysis
    self.replay = replay
    order = BodyOrder(replay.body)
    uses = ValueUsers(replay.body)
  }

  private var body: FlowBody { replay.body }
  private var tables: FlowTables { replay.tables }

  func writes() -> [WriteToBorrowed] {
    var found: [WriteToBorrowed] = []
    for index in body.instructions.indices {
      let value = ValueID(index)
      guard let container = BorrowedWriteFinder.container(writtenBy: value, body) else { continue }
      if let write = copied(value, container) ?? filtered(value) ?? sorted(value, container) {
        found.append(write)
      }
    }
    return found
  }

  /// The slice or map whose elements an instruction changes.
  static func container(writtenBy value: ValueID, _ body: FlowBody) -> ValueID? {
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .store:
      let node = body.addresses[Int(instruction.payload)]
      guard node.step == .mapElement || node.step == .element else { return nil }
      let root = body.addresses[node.base.index]
      return root.step == .value ? ValueID(rawValue: root.payload) : nil
    case .delete, .clear, .append: return body.operand(value, 0)
    case .call:
      guard instruction.operandCount > 0, !instruction.flags.contains(.functionValue),
        !instruction.flags.contains(.receiver)
      else { return nil }
      return body.operand(value, 0)
    default: return nil
    }
  }

  // MARK: Copies of structs

  private func copied(_ value: ValueID, _ container: ValueID) -> WriteToBorrowed? {
    let opcode = body.instructions[value.index].opcode
    guard opcode == .store || opcode == .delete || opcode == .clear,
      let copy = BorrowedWriteFinder.copy(holding: container, body),
      [.slice, .map].contains(body.instructions[container.index].kind),
      let place = owner(of: container), isOf(place, container), isKept(copy)
    else { return nil }
    return WriteToBorrowed(
      kind: .copy, function: replay.number, write: value, container: container, origin: copy,
      place: place)
  }

  /// The load that copies the struct in a field of which a container lies.
  static func copy(holding container: ValueID, _ body: FlowBody) -> ValueID? {
    let instruction = body.instructions[container.index]
    var source: ValueID
    switch instruction.opcode {
    case .field: source = body.operand(container, 0)
    case .load:
      // A variable that holds a copy.
      let node = body.addresses[Int(instruction.payload)]
      guard node.step == .field else { return nil }
      let root = body.addresses[node.base.index]
      guard root.step == .variable,
        let declaration = body.instructions.first(where: {
          $0.opcode == .declare && $0.payload == root.payload
        }), let first = body.operands(of: declaration).first
      else { return nil }
      source = first
    default: return nil
    }
    while !source.isNone, body.instructions[source.index].opcode == .updateField {
      source = body.operand(source, 0)
    }
    guard !source.isNone, body.instructions[source.index].opcode == .load,
      body.instructions[source.index].kind == .aggregate
    else { return nil }
    let node = body.addresses[Int(body.instructions[source.index].payload)]
    return node.step == .pointee || node.step == .global || node.step == .field ? source : nil
  }

  /// The place of others in which all that a container may be lay as the function began.
  private func owner(of container: ValueID) -> SlotKey.Base? {
    var found: SlotKey.Base?
    for object in replay.objects(of: container) {
      guard case .initial(let cell) = tables.objects[object].origin,
        !tables.objects[object].isTaken, replay.interpreter.isVisible(cell.object),
        replay.interpreter.isOnePlace(cell), isWithoutElements(cell.object)
      else { return nil }
      if cell.path != .whole, let field = tables.paths.nodes[cell.path.index].step.field {
        found = .field(field)
      } else if cell.path == .whole, case .global(let global) = tables.objects[cell.object].origin {
        found = .global(global)
      } else {
        return nil
      }
    }
    return found
  }

  private func isOf(_ place: SlotKey.Base, _ container: ValueID) -> Bool {
    guard case .field(let field) = place else { return false }
    let instruction = body.instructions[container.index]
    switch instruction.opcode {
    case .field: return instruction.payload == field.rawValue
    case .load: return body.addresses[Int(instruction.payload)].payload == field.rawValue
    default: return false
    }
  }

  private func isWithoutElements(_ object: ObjectID) -> Bool {
    var current = object
    while case .initial(let cell) = tables.objects[current].origin {
      if tables.paths.isMany(cell.path) || tables.objects[current].isTaken { return false }
      current = cell.object
    }
    return true
  }

  /// Whether a copy is there to be something of its own: it is changed, or kept as a whole.
  private func isKept(_ copy: ValueID) -> Bool {
    uses[copy].contains { user in
      switch body.instructions[user.index].opcode {
      case .updateField, .return, .new, .store, .declare, .composite: true
      default: false
      }
    }
  }

  // MARK: Filters

  private func filtered(_ value: ValueID) -> WriteToBorrowed? {
    guard body.instructions[value.index].opcode == .append,
      order.loops.isInLoop(order.block(of: value)),
      let base = cutBase(body.operand(value, 0)), let place = owner(of: base.whole),
      isRead(base.whole, with: value), !isPutBack(base.whole, place)
    else { return nil }
    return WriteToBorrowed(
      kind: .filter, function: replay.number, write: value, container: base.cut,
      origin: base.whole, place: place)
  }

  /// The slice `s` of `t := s[:0]; for … { t = append(t, …) }`.
  private func cutBase(_ value: ValueID) -> (cut: ValueID, whole: ValueID)? {
    var pending = [value]
    var seen: Set<ValueID> = []
    while let next = pending.popLast() {
      guard !next.isNone, seen.insert(next).inserted else { continue }
      let instruction = body.instructions[next.index]
      switch instruction.opcode {
      case .phi: pending += body.operands(of: instruction)
      case .append: pending.append(body.operand(next, 0))
      case .slice:
        let high = body.operand(next, 2)
        guard !high.isNone, body.operand(next, 3).isNone,
          body.instructions[high.index].flags.contains(.integer),
          body.instructions[high.index].payload == 0
        else { return nil }
        return (next, body.operand(next, 0))
      default: break
      }
    }
    return nil
  }

  /// Whether the elements of the slice itself are read in a loop in which it is written.
  private func isRead(_ whole: ValueID, with write: ValueID) -> Bool {
    body.instructions.indices.contains { index in
      let instruction = body.instructions[index]
      guard instruction.opcode == .load, order.areInCommonLoop(ValueID(index), write) else {
        return false
      }
      let node = body.addresses[Int(instruction.payload)]
      var current = node
      var isElement = false
      while !current.step.isRoot {
        if current.step == .element { isElement = true }
        current = body.addresses[current.base.index]
      }
      guard isElement, current.step == .value else { return false }
      return body.areAlike(ValueID(rawValue: current.payload), whole)
    }
  }

  /// Whether something is stored in the owner's place, here or by a caller that is given the result.
  private func isPutBack(_ whole: ValueID, _ place: SlotKey.Base) -> Bool {
    var homes: [Cell] = []
    for object in replay.objects(of: whole) {
      if case .initial(let cell) = tables.objects[object].origin { homes.append(cell) }
    }
    if replay.record.puts.contains(where: { homes.contains($0.cell) }) { return true }
    for instruction in body.instructions where instruction.opcode == .store {
      for cell in replay.interpreter.cells(of: AddressID(rawValue: instruction.payload))
      where homes.contains(cell)
        || homes.contains(where: { $0.object == cell.object && cell.path == .whole })
      {
        return true
      }
    }
    return isStoredByCallers(place)
  }

  /// Whether some function stores what this one returns in the owner's place.
  private func isStoredByCallers(_ place: SlotKey.Base) -> Bool {
    guard case .field(let field) = place else { return false }
    let program = analysis.program
    for function in program.functions.elements {
      for instruction in function.body.instructions where instruction.opcode == .store {
        let node = function.body.addresses[Int(instruction.payload)]
        guard node.step == .field, node.payload == field.rawValue,
          var stored = function.body.operands(of: instruction).first, !stored.isNone
        else { continue }
        if function.body.instructions[stored.index].opcode == .extract {
          stored = function.body.operand(stored, 0)
        }
        guard !stored.isNone else { continue }
        let call = function.body.instructions[stored.index]
        guard call.opcode == .call,
          case .functions(let targets) = analysis.facts.targets.target(
            of: CalleeNumber(rawValue: call.payload), isInTest: false)
        else { continue }
        if targets.contains(where: { $0.function == replay.number }) { return true }
      }
    }
    return false
  }

  // MARK: Sorts

  private func sorted(_ value: ValueID, _ container: ValueID) -> WriteToBorrowed? {
    let instruction = body.instructions[value.index]
    guard instruction.opcode == .call, analysis.rearranges(instruction, in: replay.number),
      let call = BorrowedWriteFinder.gettingCall(container, body),
      let place = owner(of: container), isElsewhere(call)
    else { return nil }
    return WriteToBorrowed(
      kind: .sort, function: replay.number, write: value, container: container, origin: call,
      place: place)
  }

  /// The call that gave a slice.
  static func gettingCall(_ container: ValueID, _ body: FlowBody) -> ValueID? {
    var value = container
    for _ in 0..<4 where !value.isNone {
      switch body.instructions[value.index].opcode {
      case .convert, .extract: value = body.operand(value, 0)
      case .call: return value
      default: return nil
      }
    }
    return nil
  }

  /// Whether a call runs a function of another package.
  private func isElsewhere(_ call: ValueID) -> Bool {
    let callee = CalleeNumber(rawValue: body.instructions[call.index].payload)
    guard case .functions(let targets) = analysis.facts.targets.target(of: callee, isInTest: false)
    else { return false }
    let own = analysis.program.functions[replay.number].key.package
    return targets.allSatisfy { analysis.program.functions[$0.function].key.package != own }
  }
}

extension FlowAnalysis {
  /// Whether a library's function changes the elements of its first argument and keeps nothing: it
  /// sorts or reverses.
  func rearranges(_ call: FlowInstruction, in function: FunctionNumber) -> Bool {
    let isInTest = program.functions[function].traits.contains(.isInTest)
    guard
      case .model(let model) = facts.targets.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: isInTest),
      let effects = model.effects, effects.retentions.isEmpty, effects.results.isEmpty
    else { return false }
    return effects.accesses.contains { $0.kind == .write && $0.place == .argument(0) }
  }

  /// Whether a body may change borrowed memory, by what is written in it alone.
  func mayChangeBorrowed(_ function: FunctionNumber) -> Bool {
    let body = program.functions[function].body
    for index in body.instructions.indices {
      let value = ValueID(index)
      guard let container = BorrowedWriteFinder.container(writtenBy: value, body), !container.isNone
      else { continue }
      let instruction = body.instructions[index]
      switch instruction.opcode {
      case .append:
        if body.instructions.contains(where: { $0.opcode == .slice }),
          body.appendBase(container).map({ body.instructions[$0.root.index].opcode != .load })
            ?? false
        {
          return true
        }
      case .call:
        if BorrowedWriteFinder.gettingCall(container, body) != nil,
          rearranges(instruction, in: function)
        {
          return true
        }
      default:
        if BorrowedWriteFinder.copy(holding: container, body) != nil { return true }
      }
    }
    return false
  }
}
