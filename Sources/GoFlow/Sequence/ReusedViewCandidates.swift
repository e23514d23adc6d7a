import Basics
import GoIR
import LibraryModels

/// Which bodies may keep memory that is written again, by what is written in them alone.
struct ReusedViewCandidates {
  private let analysis: FlowAnalysis
  private var program: FlowProgram { analysis.program }

  init(_ analysis: FlowAnalysis) { self.analysis = analysis }

  /// Whether a loop of the body keeps, in each turn, something that was there before the loop or
  /// that a call gave which may give the same memory each time.
  func mayKeep(_ function: FunctionNumber) -> Bool {
    let body = program.functions[function].body
    if mayReturnPooled(function) { return true }
    guard FlowLoops(body).isCyclic else { return false }
    let order = BodyOrder(body)
    for (index, instruction) in body.instructions.enumerated()
    where order.loops.isInLoop(order.block(of: ValueID(index))) {
      let value = ValueID(index)
      switch instruction.opcode {
      case .append where !instruction.flags.contains(.spread):
        if body.operands(of: instruction).dropFirst().contains(where: {
          mayBeReused($0, value, body, order, function, 0)
        }) {
          return true
        }
      case .store:
        let step = body.addresses[Int(instruction.payload)].step
        if step == .mapElement || step == .element,
          let stored = body.operands(of: instruction).first,
          mayBeReused(stored, value, body, order, function, 0)
        {
          return true
        }
      case .call:
        for (position, operand) in body.operands(of: instruction).enumerated()
        where !operand.isNone && body.instructions[operand.index].kind == .slice {
          if keeps(instruction, position, function),
            mayBeReused(operand, value, body, order, function, 0)
          {
            return true
          }
        }
      default: break
      }
    }
    return false
  }

  /// Whether a body takes something out of a container, puts something into one, and returns a
  /// slice.
  private func mayReturnPooled(_ function: FunctionNumber) -> Bool {
    guard program.functions[function].results.contains(where: { $0.kind == .slice }) else {
      return false
    }
    var (takes, keeps) = (false, false)
    let isInTest = program.functions[function].traits.contains(.isInTest)
    for instruction in program.functions[function].body.instructions
    where instruction.opcode == .call || instruction.opcode == .defer {
      guard
        case .model(let model) = analysis.facts.targets.target(
          of: CalleeNumber(rawValue: instruction.payload), isInTest: isInTest),
        let effects = model.effects
      else { continue }
      for result in effects.results { if case .taken = result.origin { takes = true } }
      if !effects.retentions.isEmpty { keeps = true }
    }
    return takes && keeps
  }

  private func mayBeReused(
    _ value: ValueID, _ user: ValueID, _ body: FlowBody, _ order: BodyOrder,
    _ function: FunctionNumber, _ depth: Int
  ) -> Bool {
    guard !value.isNone, depth < 6 else { return false }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .composite where instruction.kind == .aggregate || instruction.kind == .slice,
      .new, .updateField, .convert, .phi:
      return body.operands(of: instruction).contains {
        mayBeReused($0, user, body, order, function, depth + 1)
      }
    case .slice: return mayBeReused(body.operand(value, 0), user, body, order, function, depth + 1)
    case .extract:
      guard instruction.kind == .slice else { return false }
      return mayBeReused(body.operand(value, 0), user, body, order, function, depth + 1)
    case .call:
      guard let receiver = body.operands(of: instruction).first,
        !body.origins(of: receiver).contains(where: { order.areInCommonLoop($0, user) })
      else { return false }
      return analysis.isReused(instruction, in: function) || mayGiveOld(instruction, function)
    case .constant, .zero, .composite: return false
    default:
      guard instruction.kind == .slice || instruction.kind == .map else { return false }
      return !body.origins(of: value).contains { order.areInCommonLoop($0, user) }
        || instruction.opcode == .append
    }
  }

  /// Whether a called function may return memory that its receiver keeps.
  private func mayGiveOld(_ call: FlowInstruction, _ function: FunctionNumber) -> Bool {
    for target in targets(of: call, function) {
      let summary = analysis.functions[target].summary
      for leaf in summary.results.joined() {
        for reference in leaf.set {
          if case .initial = summary.objects[Int(reference.cell.object)].origin,
            reference.header != 0
          {
            return true
          }
        }
      }
    }
    return false
  }

  /// Whether a called function keeps an argument.
  private func keeps(
    _ call: FlowInstruction, _ position: Int, _ function: FunctionNumber
  ) -> Bool {
    let shift = call.flags.contains(.functionValue) ? 1 : 0
    for target in targets(of: call, function) {
      let summary = analysis.functions[target].summary
      for store in summary.stores {
        for reference in store.set {
          if case .parameter(let kept, _) = summary.objects[Int(reference.cell.object)].origin,
            Int(kept) + shift == position
          {
            return true
          }
        }
      }
    }
    return false
  }

  private func targets(
    of call: FlowInstruction, _ function: FunctionNumber
  ) -> [FunctionNumber] {
    let isInTest = program.functions[function].traits.contains(.isInTest)
    guard
      case .functions(let targets) = analysis.facts.targets.target(
        of: CalleeNumber(rawValue: call.payload), isInTest: isInTest), targets.count < 4
    else { return [] }
    return targets.map(\.function)
  }
}
