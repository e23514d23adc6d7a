import Basics
import GoSyntax
import GoTypes

@testable import GoIR

/// Panics, deferred calls, and the range loops over functions that an exit leaves.
///
/// The graph says what follows a `startPanic` and a call that never returns, and there it is the
/// graph that is run. Other panics have no edges: for these the interpreter does what Go does.
extension Machine {
  /// A panic begins in the innermost frame.
  func raise(_ panic: Panic) throws {
    guard let frame = current.frames.last else { return }
    frame.panic = panic
    frame.isUnwinding = true
    try unwind(frame)
  }

  /// Runs what a frame deferred, then leaves it.
  func unwind(_ frame: Frame) throws {
    guard let panic = frame.panic else { return }
    if let (value, iteration) = frame.iterators.popLast() {
      // The loop's body is called by the iterator function, so that is left first.
      frame.iterations[value] = nil
      iteration.isStopping = true
      if !iteration.parked.isEmpty {
        current.frames += iteration.parked
        iteration.parked = []
        try raise(panic)
        return
      }
    }
    if let call = frame.deferred.popLast() {
      let count = current.frames.count
      do {
        try invoke(call.function, call.arguments, .deferred)
      } catch let other as RuntimePanic {
        try raise(Panic(other.value))
        return
      }
      if current.frames.count == count { try unwind(frame) }
      return
    }
    current.frames.removeLast()
    guard panic.isRecovered else {
      try propagate(panic, from: frame)
      return
    }
    var results: [Value] = []
    for entry in frame.function.results {
      if entry.variable.isNone {
        results.append(zero(resolve(entry.type, frame)))
      } else if let storage = frame.variables[entry.variable] {
        results.append(storage.value)
      } else {
        throw InterpreterError("a recovered panic needs a result that is not in memory")
      }
    }
    try give(results, of: frame)
  }

  /// A panic leaves a frame that was removed.
  func propagate(_ panic: Panic, from frame: Frame) throws {
    guard let caller = current.frames.last else {
      throw InterpreterError("panic: \(text(panic.value))")
    }
    caller.panic = panic
    switch frame.result {
    case .iterator(let iteration, let value):
      caller.iterators.removeAll { $0.iteration === iteration }
      caller.iterations[value] = nil
    case .register, .discard:
      let call = ValueID(rawValue: caller.next - 1)
      let end = caller.function.terminator(of: caller.block)
      if caller.function.instructions[call].flags.contains(.neverReturns),
        caller.function.instructions[end].opcode.isExit, caller.iterators.isEmpty
      {
        return
      }
    case .deferred: break
    }
    caller.isUnwinding = true
    try unwind(caller)
  }

  func recover(_ frame: Frame) -> Value {
    guard case .deferred = frame.result, current.frames.count > 1 else { return .null }
    let caller = current.frames[current.frames.count - 2]
    guard let panic = caller.panic, !panic.isRecovered else { return .null }
    panic.isRecovered = true
    return panic.value
  }

  // MARK: Deferred calls

  /// Runs the calls that are pending, the last one first, one with each execution.
  func runDeferred(_ frame: Frame, _ value: ValueID) throws -> Effect {
    if !frame.hasCheckedExit {
      frame.hasCheckedExit = true
      try checkExit(frame, value)
    }
    guard let call = frame.deferred.popLast() else { return .value(.null) }
    frame.next -= 1
    try invoke(call.function, call.arguments, .deferred)
    return .called
  }

  /// Compares what was deferred with what the graph says of the exit.
  private func checkExit(_ frame: Frame, _ first: ValueID) throws {
    var listed: [(id: DeferID, flags: InstructionFlags)] = []
    var next = first
    while case let instruction = frame.function.instructions[next],
      instruction.opcode == .runDeferred
    {
      listed.append((DeferID(rawValue: instruction.payload), instruction.flags))
      next = ValueID(rawValue: next.rawValue + 1)
    }
    let pending = frame.deferred.reversed().map(\.id)
    for (id, flags) in listed {
      let count = pending.count { $0 == id }
      if count == 0, flags.contains(.sure) {
        throw InterpreterError("a deferred call that is sure was not deferred")
      }
      if count > 1, !flags.contains(.repeated) {
        throw InterpreterError("a deferred call that runs once was deferred \(count) times")
      }
    }
    let ids = listed.map(\.id)
    if let missing = pending.first(where: { !ids.contains($0) }) {
      throw InterpreterError("an exit does not run the deferred call \(missing.rawValue)")
    }
    if Set(pending).count == pending.count, pending != ids.filter(pending.contains) {
      throw InterpreterError("deferred calls run in another order")
    }
  }

  // MARK: Iterator functions

  /// Lets the functions of range loops end that the next instruction is no more a part of. What
  /// follows a loop, or leaves it, lies outside of its statement; a `return` inside of it runs
  /// no deferred call before the iterator function has ended.
  func leaveIterators(_ frame: Frame, _ value: ValueID) throws -> Bool {
    guard let (next, iteration) = frame.iterators.last, let top = iteration.waiting else {
      return false
    }
    let opcode = frame.function.instructions[value].opcode
    let node = frame.function.nodes[value.index]
    if opcode != .runDeferred, opcode != .return {
      if node.isNone { return false }
      let loop = frame.typer.tree.parent(of: frame.function.nodes[next.index])
      if frame.typer.tree.isInside(node, loop) { return false }
    }
    iteration.isStopping = true
    iteration.waiting = nil
    top.frame.registers[top.result.index] = .bool(false)
    current.frames += iteration.parked
    iteration.parked = []
    return true
  }

  /// The yield function is called: the frames above the loop's are put aside.
  func yield(_ iteration: Iteration, _ arguments: [Value], _ result: Frame.Return) throws {
    if iteration.isStopping { throw RuntimePanic("range function continued iteration") }
    guard
      let loop = current.frames.lastIndex(where: { frame in
        frame.iterators.contains { $0.iteration === iteration }
      }), case .register(let register) = result, let top = current.frames.last
    else { throw InterpreterError("a yield function that no loop waits for") }
    let frame = current.frames[loop]
    iteration.parked = Array(current.frames[(loop + 1)...])
    iteration.waiting = (top, register)
    current.frames.removeSubrange((loop + 1)...)
    frame.registers[Int(frame.next)] = .tuple([.bool(true)] + arguments + [.null, .null])
    frame.next += 1
  }
}
