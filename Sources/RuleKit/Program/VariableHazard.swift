import Basics
import Findings
import GoFlow

/// Two uses of one variable or struct field that may happen at the same time: of what lies in it
/// and not of what that leads to.
public struct VariableHazard {
  public enum Kind: Sendable {
    case variable, packageVariable, field
  }

  /// The variable or field.
  public var place: SlotKey.Base
  /// Its name: `Queue.closed`.
  public var name: String
  public var first: FlowMeetingSide
  public var second: FlowMeetingSide
  /// Whether something may still order them.
  public var isPossibleOnly: Bool
  /// Whether what lies in it is a slice.
  public var isSlice: Bool

  public var confidence: Confidence { isPossibleOnly ? .possible : .confirmed }

  public var kind: Kind {
    switch place {
    case .field: .field
    case .global: .packageVariable
    case .variable: .variable
    }
  }

  /// What it is, in a word or two.
  public var noun: String {
    switch kind {
    case .variable: "variable"
    case .packageVariable: "package variable"
    case .field: "field"
    }
  }

  /// Whether one side uses it through `sync/atomic` and the other one does not.
  public var isMixed: Bool { first.kind.isAtomic != second.kind.isAtomic }

  /// Whether the sides are tests that run in parallel.
  public var isOfTests: Bool { first.isParallelTest || second.isParallelTest }

  /// As a finding tells it.
  public var sharedUse: SharedUse {
    SharedUse(name: name, made: nil, first: first, second: second, confidence: confidence)
  }
}

extension FlowMeetingSide {
  /// Whether it is a test that runs in parallel with others.
  var isParallelTest: Bool { goroutine?.kind == .parallelTest }
}

extension ProgramContext {
  /// The hazards of variables and fields, in the order of the functions that know of them.
  func findVariableHazards() -> [VariableHazard] {
    var found: [VariableHazard] = []
    for number in analysis.functions.ids {
      for conflict in analysis.functions[number].conflicts {
        guard let place = place(of: conflict.memory, in: number) else { continue }
        found.append(
          hazard(question.meeting(conflict), place, isSure: !analysis.mayDiffer(conflict)))
      }
    }
    for conflict in analysis.slotConflicts {
      guard let place = place(of: conflict) else { continue }
      found.append(
        hazard(
          question.meeting(conflict), place,
          isSure: conflict.isOfOneObject && analysis.isWitnessed(conflict)))
    }
    return found.filter { !isEscape($0.first, $0.second) }
  }

  /// The variable or field that a name ends in; nil where it ends in something else.
  private func place(of memory: MemoryName, in function: FunctionNumber) -> SlotKey.Base? {
    switch memory.selectors.last {
    case .field(let field)?: return .field(field)
    case .element?, .target?, .rest?: return nil
    case nil: break
    }
    switch memory.root {
    case .variable(let variable): return .variable(program.declaration(of: function), variable)
    case .global(let global): return .global(global)
    default: return nil
    }
  }

  private func place(of conflict: SlotConflict) -> SlotKey.Base? {
    switch conflict.way.last {
    case .field(let field)?: .field(field)
    case .element?, .target?, .rest?: nil
    case nil: conflict.slot
    }
  }

  private func hazard(
    _ meeting: FlowMeeting, _ place: SlotKey.Base, isSure: Bool
  ) -> VariableHazard {
    var field: FieldNumber?
    if case .field(let number) = place { field = number }
    let isMixed = meeting.first.kind.isAtomic != meeting.second.kind.isAtomic
    return VariableHazard(
      place: place, name: printer.name(of: place), first: meeting.first, second: meeting.second,
      isPossibleOnly: !isSure || isPossibleOnly(meeting, of: field) || isFarFetched(meeting)
        || !isMixed && isUnwitnessed(meeting, at: place),
      isSlice: [meeting.first, meeting.second].contains { isSlice($0) })
  }

  /// Whether a use loads or stores a slice.
  private func isSlice(_ side: FlowMeetingSide) -> Bool {
    guard let site = side.trace.last, !site.value.isNone else { return false }
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    switch instruction.opcode {
    case .load: return instruction.kind == .slice
    case .store:
      guard instruction.operandCount > 0 else { return false }
      let stored = body.operands[Int(instruction.firstOperand)]
      return !stored.isNone && body.instructions[stored.index].kind == .slice
    default: return false
    }
  }
}
