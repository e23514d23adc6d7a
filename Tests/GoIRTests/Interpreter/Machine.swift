import Basics
import GoSyntax
import GoTypes

@testable import GoIR

/// What the interpreter cannot do, or a graph that does not mean anything.
struct InterpreterError: Error, CustomStringConvertible {
  var description: String
  init(_ description: String) { self.description = description }
}

/// A panic on its way up.
final class Panic {
  let value: Value
  var isRecovered = false
  init(_ value: Value) { self.value = value }
}

/// A panic that an instruction starts.
struct RuntimePanic: Error {
  var value: Value
  init(_ value: Value) { self.value = value }
  init(_ message: String) { value = .interface(.basic(.string), .string(Array(message.utf8))) }
}

/// A call under way.
final class Frame {
  /// What happens with the results.
  enum Return {
    case register(ValueID)
    case discard
    /// The call was deferred by the frame below.
    case deferred
    /// The frame is an iterator function's.
    case iterator(Iteration, ValueID)
  }

  struct Deferred {
    var id: DeferID
    var function: FunctionObject
    var arguments: [Value]
  }

  let declaration: PackageNode
  let function: FunctionIR
  let typer: BodyTyper
  let result: Return
  let bindings: [TypeID: TypeID]
  let arguments: [Value]
  var registers: [Value]
  var variables: [VariableID: Storage]
  var block = BlockID.entry
  var previous = BlockID.none
  var next: UInt32
  var deferred: [Deferred] = []
  var panic: Panic?
  /// Whether the interpreter runs the deferred calls of a panic, and not the graph.
  var isUnwinding = false
  /// Range loops under way by their `next`, and those over functions, the innermost last.
  var iterations: [ValueID: Iteration] = [:]
  var iterators: [(value: ValueID, iteration: Iteration)] = []
  /// Whether the deferred calls of the exit being run were compared with the graph's.
  var hasCheckedExit = false

  init(
    _ declaration: PackageNode, _ function: FunctionIR, _ typer: BodyTyper,
    _ arguments: [Value], _ variables: [VariableID: Storage], _ bindings: [TypeID: TypeID],
    _ result: Return
  ) {
    self.declaration = declaration
    self.function = function
    self.typer = typer
    self.arguments = arguments
    self.variables = variables
    self.bindings = bindings
    self.result = result
    registers = Array(repeating: .null, count: function.instructions.count)
    next = function.blocks[.entry].instructions.lowerBound
  }
}

/// A goroutine: frames, the innermost last.
final class Goroutine {
  var frames: [Frame] = []
  var isDone: Bool { frames.isEmpty }
}

/// Runs the graphs of a package's functions as Go would run their text.
///
/// Frames are objects and not calls of the interpreter, so goroutines take turns where one has
/// to wait, and the frames of an iterator function are put aside while a loop's body runs. What
/// `println` writes is the output. The graph's promises are held against what happens: deferred
/// calls that an exit runs are those that were deferred.
final class Machine {
  let bodies: PackageBodies
  var checker: TypeChecker { bodies.checker }
  var output: [UInt8] = []
  var globals: [GlobalID: Storage] = [:]
  var goroutines: [Goroutine] = []
  var current = Goroutine()
  var steps = 0
  /// How often a goroutine began to wait for a channel: others may go on then.
  var waits = 0

  init(_ bodies: PackageBodies) { self.bodies = bodies }

  /// Runs the initial values of the package, `init` and then a function without parameters.
  func run(_ name: String) throws -> String {
    for isInitializer in [true, false] {
      for index in checker.syntax.files.ids {
        let tree = checker.syntax.tree(index)
        for node in tree.children(.root) {
          let place = PackageNode(file: index, node: node)
          let runs =
            isInitializer
            ? tree.kind(node) == .varDeclaration
            : tree.text(tree.child(node, .name), equals: "init")
          guard runs, let body = bodies.body(of: place) else { continue }
          try start(place, body.functions[.declaration])
        }
      }
    }
    guard let main = checker.syntax.declarations.function(name)?.node,
      let body = bodies.body(of: main)
    else { throw InterpreterError("no function \(name)") }
    try start(main, body.functions[.declaration])
    return String(decoding: output, as: UTF8.self)
  }

  private func start(_ place: PackageNode, _ function: FunctionIR) throws {
    let goroutine = Goroutine()
    goroutine.frames.append(
      Frame(place, function, checker.body(of: place), [], [:], [:], .discard))
    goroutines.append(goroutine)
    while !goroutine.isDone {
      var isStuck = true
      let waitsBefore = waits
      for other in goroutines where !other.isDone && !goroutine.isDone {
        if try run(other) { isStuck = false }
      }
      goroutines.removeAll(where: \.isDone)
      if isStuck, waits == waitsBefore, !goroutine.isDone {
        throw InterpreterError("all goroutines are asleep")
      }
    }
  }

  /// Runs a goroutine until it waits or ends; whether it got anywhere.
  private func run(_ goroutine: Goroutine) throws -> Bool {
    current = goroutine
    var moved = false
    while let frame = goroutine.frames.last {
      steps += 1
      if steps > 2_000_000 { throw InterpreterError("runs too long") }
      do {
        guard try step(frame) else { return moved }
      } catch let panic as RuntimePanic {
        try raise(Panic(panic.value))
      }
      moved = true
    }
    return moved
  }

  /// Executes one instruction; false where the goroutine has to wait.
  private func step(_ frame: Frame) throws -> Bool {
    let value = ValueID(rawValue: frame.next)
    if try leaveIterators(frame, value) { return true }
    let instruction = frame.function.instructions[value]
    if instruction.opcode.isTerminator { return try terminate(frame, value, instruction) }
    if instruction.opcode == .phi {
      try enterPhis(frame)
      return true
    }
    frame.next += 1
    switch try execute(frame, value, instruction) {
    case .value(let result):
      if instruction.opcode.givesValue { frame.registers[value.index] = result }
    case .called: break
    case .again: frame.next -= 1
    case .waits:
      frame.next -= 1
      return false
    }
    return true
  }

  /// What an instruction did.
  enum Effect {
    case value(Value)
    /// A frame was made; its return goes on.
    case called
    /// The instruction is to be executed again.
    case again
    case waits
  }

  // MARK: Control flow

  /// The phis of a block get their values all at once.
  private func enterPhis(_ frame: Frame) throws {
    guard
      let way = frame.function.predecessors(of: frame.block).firstIndex(of: frame.previous)
    else { throw InterpreterError("no way from block \(frame.previous) to \(frame.block)") }
    let position = way - frame.function.predecessors(of: frame.block).startIndex
    var values: [(ValueID, Value)] = []
    while true {
      let value = ValueID(rawValue: frame.next)
      guard frame.function.instructions[value].opcode == .phi else { break }
      let operands = frame.function.operands(of: value)
      values.append(
        (value, frame.registers[operands[operands.startIndex + position].index]))
      frame.next += 1
    }
    for (phi, value) in values { frame.registers[phi.index] = value }
  }

  func enter(_ block: BlockID, _ frame: Frame) {
    frame.previous = frame.block
    frame.block = block
    frame.next = frame.function.blocks[block].instructions.lowerBound
    // A loop that is entered anew begins at its first step.
    for value in frame.function.values(in: block)
    where frame.function.instructions[value].opcode == .next {
      if !isBackEdge(frame) { frame.iterations[value] = nil }
    }
  }

  /// A loop's header comes before all of its body: edges back to it come from higher numbers.
  private func isBackEdge(_ frame: Frame) -> Bool { frame.previous >= frame.block }

  private func terminate(
    _ frame: Frame, _ value: ValueID, _ instruction: Instruction
  ) throws -> Bool {
    let successors = Array(frame.function.successors(of: frame.block))
    let operands = frame.function.operands(of: value).map { frame.registers[$0.index] }
    switch instruction.opcode {
    case .jump: enter(successors[0], frame)
    case .branch:
      guard case .bool(let isTrue) = operands[0] else {
        throw InterpreterError("a condition that is no bool: \(operands[0])")
      }
      enter(successors[isTrue ? 0 : 1], frame)
    case .select:
      guard let chosen = try select(frame, value, operands, instruction) else { return false }
      enter(successors[chosen], frame)
    case .return: try leave(frame, operands, isRecovered: instruction.flags.contains(.recovered))
    case .unwind:
      guard let panic = frame.panic else { throw InterpreterError("unwind without a panic") }
      if panic.isRecovered { throw InterpreterError("unwind of a panic that was recovered") }
      try checkNothingIsDeferred(frame)
      current.frames.removeLast()
      try propagate(panic, from: frame)
    default: throw InterpreterError("a program came to \(instruction.opcode)")
    }
    return true
  }

  private func checkNothingIsDeferred(_ frame: Frame) throws {
    if !frame.deferred.isEmpty {
      throw InterpreterError("an exit leaves \(frame.deferred.count) deferred calls out")
    }
  }

  private func leave(_ frame: Frame, _ results: [Value], isRecovered: Bool) throws {
    try checkNothingIsDeferred(frame)
    if isRecovered, let panic = frame.panic, !panic.isRecovered {
      // The graph says what would happen if it were recovered.
      current.frames.removeLast()
      try propagate(panic, from: frame)
      return
    }
    current.frames.removeLast()
    try give(results, of: frame)
  }

  /// Hands the results of a frame that was removed to who waits for them.
  func give(_ results: [Value], of frame: Frame) throws {
    switch frame.result {
    case .discard: break
    case .register(let value):
      current.frames.last?.registers[value.index] =
        results.count == 1 ? results[0] : .tuple(results)
    case .deferred:
      guard let caller = current.frames.last else { return }
      if caller.isUnwinding { try unwind(caller) }
    case .iterator(let iteration, let value):
      guard let loop = current.frames.last else { return }
      loop.iterators.removeAll { $0.iteration === iteration }
      loop.iterations[value] = nil
      if iteration.isStopping { return }
      loop.registers[value.index] = .tuple([.bool(false), .null, .null])
      loop.next += 1
    }
  }
}
