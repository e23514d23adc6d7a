import Basics
import GoIR
import LibraryModels

/// What one call does to locks.
struct LockStep: Hashable, Sendable {
  var taken: Set<SlotKey.Base> = []
  /// Those of what is taken or left that nobody else has, not even for reading.
  var exclusive: Set<SlotKey.Base> = []
  var released: Set<SlotKey.Base> = []
  /// What a function leaves held: locks, or what counts as one, as channels and `sync.Once` do.
  var left: Set<SlotKey.Base> = []
}

/// Finds the calls that take locks or give them back, themselves or in a function that leaves that to
/// its callers.
struct LockSteps {
  private let analysis: FlowAnalysis
  private let places: NamedPlaces

  init(_ analysis: FlowAnalysis) {
    self.analysis = analysis
    places = NamedPlaces(program: analysis.program)
  }

  /// Those of a body, by the numbers of the instructions.
  func steps(of number: FunctionNumber) -> [UInt32: LockStep] {
    var steps: [UInt32: LockStep] = [:]
    let function = analysis.program.functions[number]
    let isInTest = function.traits.contains(.isInTest)
    for (index, instruction) in function.body.instructions.enumerated()
    where instruction.opcode == .call {
      let callee = CalleeNumber(rawValue: instruction.payload)
      let value = ValueID(index)
      let step: LockStep
      switch analysis.facts.targets.target(of: callee, isInTest: isInTest) {
      case .model(let model):
        guard let effects = model.effects, !effects.locks.isEmpty else { continue }
        step = self.step(effects.locks, value, number)
      case .functions(let targets):
        step = targets.reduce(into: LockStep()) { step, target in
          add(target.function, value, number, to: &step)
        }
      default: continue
      }
      if step != LockStep() { steps[UInt32(index)] = step }
    }
    return steps
  }

  private func step(
    _ effects: [LockEffect], _ value: ValueID, _ number: FunctionNumber
  ) -> LockStep {
    var step = LockStep()
    for effect in effects where effect.lock == .receiver {
      guard let lock = receiver(of: value, in: number) else { continue }
      switch effect.action {
      case .acquire:
        step.taken.insert(lock)
        if effect.mode == .write { step.exclusive.insert(lock) }
      case .tryAcquire: step.taken.insert(lock)
      case .release: step.released.insert(lock)
      case .claim, .count: continue
      }
    }
    return step
  }

  private func add(
    _ target: FunctionNumber, _ value: ValueID, _ number: FunctionNumber, to step: inout LockStep
  ) {
    if let shape = analysis.facts.lockShapes.effects[target],
      let lock = receiver(of: value, in: number)
    {
      if shape.isAcquired { step.taken.insert(lock) } else { step.released.insert(lock) }
      if shape.isAcquired, shape.mode == .write { step.exclusive.insert(lock) }
    }
    let box = analysis.functions[target].box
    func slot(_ cell: SummaryCell) -> SlotKey.Base? {
      box.summary.slots(of: cell, analysis.program.declaration(of: target)).first?.base
    }
    for lock in box.summary.acquired {
      guard let slot = slot(lock.cell) else { continue }
      step.left.insert(slot)
      if lock.mode == .write { step.exclusive.insert(slot) }
    }
    for lock in box.summary.mayAcquire {
      if let slot = slot(lock.cell) { step.left.insert(slot) }
    }
    for cell in box.summary.released {
      if let slot = slot(cell) { step.released.insert(slot) }
    }
    for case let slot? in box.summary.opened.map(slot) {
      step.released.insert(slot)
      step.left.insert(slot)
    }
  }

  private func receiver(of call: ValueID, in number: FunctionNumber) -> SlotKey.Base? {
    let body = analysis.program.functions[number].body
    guard body.instructions[call.index].flags.contains(.receiver) else { return nil }
    return places.place(of: body.operand(call, 0), in: number)
  }
}
