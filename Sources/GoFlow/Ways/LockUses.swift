import Basics
import GoIR

/// What the search for what leaves a lock knows of the whole program.
struct LockUses: Sendable {
  let changes: GuardedChanges
  /// What takes a lock.
  let takers: Set<CalleeNumber>
  /// The functions that call each function in their own goroutine, tests left out.
  let callers: [FunctionNumber: [FunctionNumber]]
  /// The packages that are programs: nothing imports them.
  let programs: Set<TextID>

  /// Reads the summaries of an analysis.
  init(_ analysis: FlowAnalysis) {
    let (program, facts) = (analysis.program, analysis.facts)
    changes = GuardedChanges(program, analysis.functions, facts)
    takers = Set(
      program.callees.ids.filter { callee in
        guard case .model(let model) = facts.targets.target(of: callee, isInTest: false) else {
          return false
        }
        return model.effects?.locks.contains { $0.action == .acquire } == true
      })
    var callers: [FunctionNumber: [FunctionNumber]] = [:]
    for number in program.functions.ids where !program.functions[number].traits.contains(.isInTest)
    {
      for call in program.functions[number].body.instructions where call.opcode == .call {
        let callee = CalleeNumber(rawValue: call.payload)
        guard case .functions(let targets) = facts.targets.target(of: callee, isInTest: false)
        else {
          continue
        }
        for target in targets where callers[target.function]?.last != number {
          callers[target.function, default: []].append(number)
        }
      }
    }
    self.callers = callers
    programs = Set(
      program.functions.elements.lazy.map(\.key)
        .filter { $0.receiver == .empty && program.texts[$0.name] == "main" }.map(\.package))
  }
}

extension FlowAnalysis {
  /// What leaves the lock that guards it, in the order of the functions; on several threads.
  func lockEscapes() -> [LockEscape] {
    let locks = LockUses(self)
    if locks.changes.endings.isEmpty { return [] }
    return inStretches(Array(functions.ids)) { finder, numbers in
      LockEscapeSearch(finder, locks).escapes(numbers)
    }.flatMap(\.self)
  }
}
