import Basics
import GoIR

/// The locks with which the program calls a function wherever it does so, by the words of the calls: also
/// where the callers' objects are several and nobody knows which one's lock it is. Of a literal that lies
/// in slots alone the calls are those of what lies there. Worked out of those that are asked for. Used by
/// one thread.
final class LocksAtCalls {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  private lazy var calls = collect()
  private var known: [FunctionNumber: [LockOfCallers]] = [:]
  private var pending: Set<FunctionNumber> = []

  /// How far callers are followed.
  private static let highest = 4

  private struct Call {
    var caller: FunctionNumber
    /// Nil where the call starts a goroutine, which holds nothing.
    var locks: [LockOfCallers]?
  }

  init(_ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>) {
    self.program = program
    self.functions = functions
  }

  private func collect() -> [FunctionNumber: [Call]] {
    var calls: [FunctionNumber: [Call]] = [:]
    var ofSlots: [SlotKey: [Call]] = [:]
    var slots: [FunctionNumber: Set<SlotKey>] = [:]
    for number in functions.ids {
      let flow = functions[number].calls
      for edge in flow.edges where !edge.target.isNone && edge.target != number {
        calls[edge.target, default: []].append(call(edge, by: number))
      }
      for call in flow.fromSlots {
        ofSlots[call.slot, default: []].append(self.call(call.edge, by: number))
      }
      for put in flow.toSlots where program.functions[put.edge.target].literal != 0 {
        slots[put.edge.target, default: []].insert(put.slot)
      }
    }
    for (literal, slots) in slots where isOnlyStored(literal) {
      for slot in slots { calls[literal, default: []] += ofSlots[slot] ?? [] }
    }
    // Who calls these is not told by calls.
    for number in program.functionsAsValues() { calls[number] = nil }
    return calls
  }

  private func call(_ edge: FunctionEdge, by number: FunctionNumber) -> Call {
    let places = functions[number].calls.places
    var locks = edge.mustLocks.compactMap { lock in
      places[Int(lock.place)].steps.last?.field.map { LockOfCallers(field: $0, mode: lock.mode) }
    }
    locks += edge.locksOfArguments
    return Call(caller: number, locks: edge.start == nil ? locks : nil)
  }

  /// Whether the function around a literal does nothing with it but store it into fields and package
  /// variables.
  private func isOnlyStored(_ literal: FunctionNumber) -> Bool {
    let body = program.functions[program.functions[literal].parent].body
    let values = body.instructions.indices.filter {
      body.instructions[$0].opcode == .closure
        && body.instructions[$0].payload == literal.rawValue
    }
    return !values.isEmpty
      && body.instructions.allSatisfy { instruction in
        guard body.operands(of: instruction).contains(where: { values.contains($0.index) }) else {
          return true
        }
        guard instruction.opcode == .store, let address = body.address(of: instruction) else {
          return false
        }
        let step = body.addresses[address.index].step
        return step == .field || step == .global
      }
  }

  /// The locks that all callers of a function hold; none of one that others may call.
  func locks(of function: FunctionNumber) -> [LockOfCallers] {
    locks(of: function, Self.highest) ?? []
  }

  /// Nil for a function that is being asked about: what its callers hold does not depend on itself.
  private func locks(of function: FunctionNumber, _ left: Int) -> [LockOfCallers]? {
    if let locks = known[function] { return locks }
    let isForOthers =
      program.functions[function].literal == 0
      && program.functions[function].traits.contains(.isExported)
    guard left > 0, !isForOthers, let calls = calls[function], !calls.isEmpty
    else { return [] }
    guard pending.insert(function).inserted else { return nil }
    defer { pending.remove(function) }
    var common: [LockOfCallers]?
    for call in calls {
      guard var held = call.locks else { return [] }
      guard let outer = locks(of: call.caller, left - 1) else { continue }
      if !outer.isEmpty, !functions[call.caller].summary.releases(outer) { held += outer }
      common = common.map { $0.filter { held.contains($0) } } ?? held
      if common?.isEmpty == true { break }
    }
    let locks = common ?? []
    if left == Self.highest { known[function] = locks }
    return locks
  }
}
