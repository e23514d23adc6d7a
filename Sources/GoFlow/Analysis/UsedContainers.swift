import Basics
import GoIR

/// The slices and maps whose elements instructions use.
extension FlowProgram {
  /// What an instruction uses elements of, of a channel what it sends or receives; `none` where it
  /// uses something else, nil where that is not known.
  func usedKind(at site: FlowSite) -> ReferenceKind? {
    guard !site.value.isNone else { return nil }
    let body = functions[site.function].body
    let instruction = body.instructions[site.value.index]
    switch instruction.opcode {
    case .load, .store:
      guard let used = usedElement(instruction, body) else { return ReferenceKind.none }
      return used.step == .mapElement
        ? .map : used.container.map { body.instructions[$0.index].kind }
    case .append, .copy: return .slice
    case .delete: return .map
    case .clear, .next, .builtin, .convert:
      return firstOperand(instruction, body).map { body.instructions[$0.index].kind }
    case .send, .receive: return .channel
    case .call, .go, .runDeferred:
      let kinds = Set(givenContainers(instruction, body).map { body.instructions[$0.index].kind })
      return kinds.count == 1 ? kinds.first : nil
    default: return nil
    }
  }

  /// The type of the slice or map of which an instruction uses elements; nil where it is not known.
  func containerType(at site: FlowSite) -> TextID? {
    guard !site.value.isNone else { return nil }
    let body = functions[site.function].body
    let instruction = body.instructions[site.value.index]
    switch instruction.opcode {
    case .load, .store:
      return usedElement(instruction, body)?.container.flatMap { body.containerType(of: $0) }
    case .append, .copy, .delete, .clear, .next, .builtin, .convert:
      return firstOperand(instruction, body).flatMap { body.containerType(of: $0) }
    default: return nil
    }
  }

  private func firstOperand(_ instruction: FlowInstruction, _ body: FlowBody) -> ValueID? {
    guard instruction.operandCount > 0 else { return nil }
    let operand = body.operands[Int(instruction.firstOperand)]
    return operand.isNone ? nil : operand
  }

  /// The element that a load or store is about, or about a field of which, with what it is an
  /// element of; nil where it is about something else.
  private func usedElement(
    _ instruction: FlowInstruction, _ body: FlowBody
  ) -> (step: Address.Step, container: ValueID?)? {
    var node = body.addresses[Int(instruction.payload)]
    while node.step == .field { node = body.addresses[node.base.index] }
    guard node.step == .element || node.step == .mapElement else { return nil }
    let base = body.addresses[node.base.index]
    let isValue = base.step == .value
    // An element of an array is a part of what holds the array.
    guard isValue || node.step == .mapElement else { return nil }
    return (node.step, isValue ? ValueID(rawValue: base.payload) : nil)
  }

  /// The slices and maps that a call is given.
  private func givenContainers(_ instruction: FlowInstruction, _ body: FlowBody) -> [ValueID] {
    var call = instruction
    if call.opcode == .runDeferred {
      guard Int(call.payload) < body.deferred.count, !body.deferred[Int(call.payload)].isNone
      else { return [] }
      call = body.instructions[body.deferred[Int(call.payload)].index]
    }
    return body.operands[Int(call.firstOperand)...].prefix(Int(call.operandCount)).filter {
      !$0.isNone && [.slice, .map].contains(body.instructions[$0.index].kind)
    }
  }
}

extension FlowAnalysis {
  /// Whether what two instructions use may be elements of one slice or map, as far as the types say.
  func mayUseOneContainer(_ first: FlowSite?, _ second: FlowSite?) -> Bool {
    guard let first, let second else { return true }
    if let left = program.containerType(at: first), let right = program.containerType(at: second) {
      return left == right
    }
    if isFieldBesideReferences(first, second) || isFieldBesideReferences(second, first) {
      return false
    }
    // Map elements have no address: see "Address operators" in the specification.
    return
      !(program.usedKind(at: first) == .map && usesVariable(second)
      || program.usedKind(at: second) == .map && usesVariable(first))
  }

  /// Whether the one site loads or stores a field and the other one uses elements in which no struct
  /// lies, but pointers and the like.
  private func isFieldBesideReferences(_ site: FlowSite, _ other: FlowSite) -> Bool {
    guard !site.value.isNone, let type = program.containerType(at: other),
      case let text = program.texts[type], text.hasPrefix("[]"),
      case let element = text.dropFirst(2),
      ["*", "[]", "map[", "chan ", "<-chan ", "func("].contains(where: { element.hasPrefix($0) })
    else { return false }
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    return (instruction.opcode == .load || instruction.opcode == .store)
      && body.lastField(of: instruction) != nil
  }

  /// Whether a site is a call that uses no more than the variable that a pointer points to, as those
  /// of `sync/atomic`.
  private func usesVariable(_ site: FlowSite) -> Bool {
    guard !site.value.isNone else { return false }
    let function = program.functions[site.function]
    let call = function.body.instructions[site.value.index]
    guard call.opcode == .call,
      case .model(let model) = facts.targets.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: function.traits.contains(.isInTest)),
      let effects = model.effects, effects.runs.isEmpty, !effects.accesses.isEmpty
    else { return false }
    return effects.accesses.allSatisfy { access in
      guard access.reach == .direct else { return false }
      let position: Int
      switch access.place {
      case .receiver: position = 0
      case .argument(let argument): position = argument + (call.flags.contains(.receiver) ? 1 : 0)
      default: return false
      }
      let operand = position + (call.flags.contains(.functionValue) ? 1 : 0)
      guard operand < Int(call.operandCount) else { return false }
      let value = function.body.operands[Int(call.firstOperand) + operand]
      return !value.isNone && function.body.instructions[value.index].kind == .pointer
    }
  }

  /// Whether a site is a call of functions of the program: such a call uses nothing itself. A way
  /// ends there where functions that call each other were not gone through to the end.
  func isMereCall(_ site: FlowSite) -> Bool {
    guard !site.value.isNone else { return false }
    let function = program.functions[site.function]
    var call = function.body.instructions[site.value.index]
    if call.opcode == .runDeferred, Int(call.payload) < function.body.deferred.count,
      !function.body.deferred[Int(call.payload)].isNone
    {
      call = function.body.instructions[function.body.deferred[Int(call.payload)].index]
    }
    guard [.call, .go, .defer].contains(call.opcode) else { return false }
    let callee = CalleeNumber(rawValue: call.payload)
    if case .functions = facts.targets.target(
      of: callee, isInTest: function.traits.contains(.isInTest))
    {
      return true
    }
    return false
  }
}

extension FlowBody {
  /// What a slice or map among the values is made of; nil where that is not known.
  func containerType(of value: ValueID) -> TextID? {
    var (low, high) = (0, containers.count)
    while low < high {
      let middle = (low + high) / 2
      if containers[middle].value < value { low = middle + 1 } else { high = middle }
    }
    return low < containers.count && containers[low].value == value ? containers[low].type : nil
  }
}
