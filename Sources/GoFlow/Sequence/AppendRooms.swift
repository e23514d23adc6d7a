import Basics
import GoIR
import LibraryModels

/// The parameters to which some call in the program gives a slice that may have room.
struct RoomyParameters: Sendable {
  private var keys: Set<UInt64> = []

  init(_ analysis: FlowAnalysis) {
    let program = analysis.program
    for function in program.functions.elements {
      let isInTest = function.traits.contains(.isInTest)
      for instruction in function.body.instructions where instruction.opcode == .call {
        let operands = function.body.operands(of: instruction)
        guard !instruction.flags.contains(.functionValue),
          operands.contains(where: { ClippedFields.isRoomy($0, function.body) }),
          case .functions(let targets) = analysis.facts.targets.target(
            of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest)
        else { continue }
        for (position, operand) in operands.enumerated()
        where ClippedFields.isRoomy(operand, function.body) {
          for target in targets { keys.insert(Self.key(UInt32(position), target.function)) }
        }
      }
    }
  }

  func contains(_ position: UInt32, _ function: FunctionNumber) -> Bool {
    keys.contains(Self.key(position, function))
  }

  private static func key(_ position: UInt32, _ function: FunctionNumber) -> UInt64 {
    UInt64(function.rawValue) << 32 | UInt64(position)
  }
}

/// Where slices with room behind their end may lie, and what appends. Used by one thread.
final class AppendRooms {
  private let analysis: FlowAnalysis
  /// Functions whose results are slices that they were given and appended to.
  private var appenders: [FunctionNumber: Appended?] = [:]
  private let parameters: RoomyParameters

  /// What a call appends to: an argument, the receiver first, or what lies in a field of it.
  struct Appended {
    var position: UInt32
    var isField = false
  }

  /// Something that appends.
  struct Growth {
    var value: ValueID
    /// The slice, or that in a field of which it lies.
    var operand: ValueID
    var isField = false
    /// Whether it appends nothing: the result is the slice itself.
    var isEmpty = false
  }

  init(_ analysis: FlowAnalysis, _ parameters: RoomyParameters) {
    self.analysis = analysis
    self.parameters = parameters
  }

  /// Whether a field or package variable is given slices that have room.
  func hasRoom(_ place: SlotKey.Base) -> Bool {
    switch place {
    case .field(let field): analysis.facts.roomyFields.contains(field)
    case .global(let global): analysis.facts.roomyGlobals.contains(global)
    case .variable: false
    }
  }

  /// The instructions of a body that append, and what they append to.
  func growths(in function: FunctionNumber) -> [Growth] {
    let body = analysis.program.functions[function].body
    var found: [Growth] = []
    for (index, instruction) in body.instructions.enumerated() {
      let value = ValueID(index)
      switch instruction.opcode {
      case .append:
        found.append(
          Growth(
            value: value, operand: body.operand(value, 0), isEmpty: instruction.operandCount == 1))
      case .call where instruction.layout == 1 && instruction.kind == .slice:
        if let appended = appended(by: instruction, in: function) {
          let shift = instruction.flags.contains(.functionValue) ? 1 : 0
          found.append(
            Growth(
              value: value, operand: body.operand(value, Int(appended.position) + shift),
              isField: appended.isField))
        }
      default: break
      }
    }
    return found
  }

  /// The argument, the receiver first, that a call appends to and returns.
  private func appended(by call: FlowInstruction, in function: FunctionNumber) -> Appended? {
    let isInTest = analysis.program.functions[function].traits.contains(.isInTest)
    let callee = CalleeNumber(rawValue: call.payload)
    switch analysis.facts.targets.target(of: callee, isInTest: isInTest) {
    case .functions(let targets):
      guard targets.count == 1, targets[0].way.isEmpty else { return nil }
      return appended(by: targets[0].function)
    case .model(let model):
      for access in model.effects?.accesses ?? [] {
        guard access.kind == .append, case .argument(let position) = access.place else { continue }
        return Appended(position: UInt32(position + (call.flags.contains(.receiver) ? 1 : 0)))
      }
      return nil
    default: return nil
    }
  }

  private func appended(by function: FunctionNumber) -> Appended? {
    if let known = appenders[function] { return known }
    let summary = analysis.functions[function].summary
    var found: Appended?
    for leaf in summary.results.first ?? [] where leaf.path == 0 {
      for reference in leaf.set where reference.cell.path == 0 {
        guard summary.headers.indices.contains(Int(reference.header)),
          summary.headers[Int(reference.header)].kind == .grown
        else { continue }
        switch summary.objects[Int(reference.cell.object)].origin {
        case .parameter(let position, 0): found = Appended(position: position)
        case .initial(let cell):
          if case .parameter(let position, 0) = summary.objects[Int(cell.object)].origin,
            !summary.stores.contains(where: { $0.cell == cell })
          {
            found = Appended(position: position, isField: true)
          }
        default: break
        }
      }
    }
    appenders[function] = .some(found)
    return found
  }

  // MARK: Parameters

  /// Whether some call in the program gives a parameter a slice that may have room.
  func hasRoom(parameter position: UInt32, of function: FunctionNumber) -> Bool {
    parameters.contains(position, function)
  }

  // MARK: Which bodies are looked at

  /// Whether two results of a body may share an array, or one may be kept beside the slice that it
  /// was appended to: by what is written alone.
  func mayOverlap(_ function: FunctionNumber) -> Bool {
    let body = analysis.program.functions[function].body
    guard body.instructions.contains(where: { $0.opcode == .append || $0.kind == .slice }) else {
      return false
    }
    let growths = growths(in: function)
    if growths.isEmpty { return false }
    let loops = BodyOrder(body)
    var bases: [(value: ValueID, base: AppendBase)] = []
    for growth in growths where !growth.operand.isNone {
      guard let base = body.appendBase(growth.operand) else { continue }
      bases.append((growth.value, base))
    }
    for (index, first) in bases.enumerated() {
      if isTemplate(first.base, body), !isPutBack(first.value, first.base, body) { return true }
      if loops.loops.isInLoop(loops.block(of: first.value)),
        !body.origins(of: first.base.root).contains(where: {
          loops.areInCommonLoop($0, first.value)
        }), !isPutBack(first.value, first.base, body)
      {
        return true
      }
      for second in bases[(index + 1)...] where body.areAlike(first.base, second.base) {
        if !isPutBack(first.value, first.base, body) || !isPutBack(second.value, first.base, body) {
          return true
        }
      }
    }
    return false
  }

  private func isTemplate(_ base: AppendBase, _ body: FlowBody) -> Bool {
    guard base.high.isNone else { return false }
    let instruction = body.instructions[base.root.index]
    switch instruction.opcode {
    case .load:
      let node = body.addresses[Int(instruction.payload)]
      switch node.step {
      case .field: return hasRoom(.field(FieldNumber(rawValue: node.payload)))
      case .global: return hasRoom(.global(GlobalNumber(rawValue: node.payload)))
      default: return false
      }
    default: return false
    }
  }

  /// Whether a result is stored where its base was loaded from, and that is no copy that the body
  /// made or was given.
  private func isPutBack(_ value: ValueID, _ base: AppendBase, _ body: FlowBody) -> Bool {
    let load = body.instructions[base.root.index]
    guard load.opcode == .load, !isInCopy(load, body) else { return false }
    return body.instructions.contains { instruction in
      instruction.opcode == .store && body.operands(of: instruction).first == value
        && body.areAlike(
          AddressID(rawValue: instruction.payload), AddressID(rawValue: load.payload))
    }
  }

  /// Whether a load is from a struct that the body, or a function that it calls, has just made.
  private func isInCopy(_ load: FlowInstruction, _ body: FlowBody) -> Bool {
    let address = AddressID(rawValue: load.payload)
    guard body.addresses[address.index].step == .field else { return false }
    let node = body.root(of: address)
    switch node.step {
    case .variable: return true
    case .value:
      switch body.instructions[Int(node.payload)].opcode {
      case .call, .new, .assert: return true
      default: return false
      }
    default: return false
    }
  }
}
