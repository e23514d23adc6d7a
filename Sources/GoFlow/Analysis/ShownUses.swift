import Basics
import GoIR

/// Whether the last place of a trace shows the use that the trace is about.
extension FlowAnalysis {
  /// Whether an instruction is seen to use memory, of a field if that is given: it does so itself, or
  /// it calls what has no body here and may do so. A call of a function of the program says that the
  /// use further down was not found again; and a function of another package has no way to a field
  /// that is not exported, unless it is given that field itself.
  public func isShown(_ site: FlowSite, of field: FieldNumber?) -> Bool {
    guard !site.value.isNone else { return false }
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    guard instruction.opcode == .call || instruction.opcode == .go else { return true }
    let callee = CalleeNumber(rawValue: instruction.payload)
    let isInTest = program.functions[site.function].traits.contains(.isInTest)
    if case .functions(let targets) = facts.targets.target(of: callee, isInTest: isInTest) {
      return targets.isEmpty
    }
    guard let field, let key = program.key(of: callee),
      key.package != program.fields[field].package,
      !program.texts[program.fields[field].name].isExportedName
    else { return true }
    return body.operands(of: instruction).contains { operand in
      guard !operand.isNone else { return false }
      return body.lastField(of: body.instructions[operand.index]) == field
    }
  }
}
