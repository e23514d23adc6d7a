import Basics
import GoIR
import LibraryModels

/// Calls of which models say what they do.
extension BodyInterpreter {
  mutating func runModel(
    _ model: FunctionModel, _ operands: CallOperands, _ roots: CallRoots,
    _ instruction: FlowInstruction
  ) -> [SetID] {
    if model.marksParallel { result.marksParallel = true }
    guard let effects = model.effects else {
      return unknownResult(instruction)
    }
    for access in effects.accesses { use(access, operands) }
    for run in effects.runs { self.run(run, operands) }
    for retention in effects.retentions { retain(retention, operands) }
    for lock in effects.locks {
      let set = set(of: lock.lock, operands)
      switch lock.action {
      case .acquire: acquire(set, LockMode(lock.mode))
      case .release: release(cells(of: set))
      case .tryAcquire: acquire(set, LockMode(lock.mode), isSure: false)
      }
    }
    for effect in effects.signals {
      let cells = cells(of: set(of: effect.subject, operands))
      switch effect.action {
      case .announce: break
      case .signal: signal(cells, .done)
      case .wait: wait(cells, .done)
      }
    }
    return results(effects.results, operands, instruction)
  }

  /// The operand that a place of a call is; `none` where there is none.
  private func value(of place: CallPlace, _ operands: CallOperands) -> ValueID {
    switch place {
    case .receiver: return operands.hasReceiver ? operands.values.first ?? .none : .none
    case .argument(let position), .variadic(let position):
      let index = position + (operands.hasReceiver ? 1 : 0)
      return index < operands.values.count ? operands.values[index] : .none
    case .result: return .none
    }
  }

  /// What a place of a call leads to.
  mutating func set(of place: CallPlace, _ operands: CallOperands) -> SetID {
    let value = value(of: place, operands)
    if value.isNone {
      // A bound receiver has no operand.
      return .empty
    }
    let set = leafSet(value)
    guard case .variadic = place else { return set }
    return load(elementCells(of: set), [.whole]).first ?? .empty
  }

  private mutating func use(_ access: CallAccess, _ operands: CallOperands) {
    guard phase != .settle else { return }
    let kind: AccessKind =
      switch access.kind {
      case .read: .read
      case .write: .write
      case .append: .append
      case .atomicRead: .atomicRead
      case .atomicWrite: .atomicWrite
      }
    let set = set(of: access.place, operands)
    let value = value(of: access.place, operands)
    let ofElements: Bool
    if case .variadic = access.place {
      ofElements = false
      // The arguments of `f(s...)` are read out of the caller's own slice.
      if kind == .read { useElements(leafSet(value), .read) }
    } else {
      ofElements = [.slice, .map, .channel].contains(self.kind(value))
    }
    if ofElements, access.reach == .direct {
      useElements(set, kind)
      return
    }
    if access.reach == .direct {
      use(cells(of: set), kind)
      return
    }
    for id in tables.sets[set] {
      let reference = tables.references[id]
      let cell = reference.cell
      use(
        Cell(cell.object, tables.paths.extend(cell.path, .rest)), kind, .unknown, reference.header)
      for reached in reachable(from: cell) {
        use(
          Cell(reached.object, tables.paths.extend(reached.path, .rest)), kind, .unknown, .unknown)
      }
    }
  }

  private mutating func retain(_ retention: Retention, _ operands: CallOperands) {
    let set = set(of: retention.value, operands)
    switch retention.keeper {
    case .place(let place):
      let keepers = self.set(of: place, operands)
      for cell in elementCells(of: keepers) { put(set, into: cell, isSure: false) }
    case .library:
      let start = StrandStart(kind: .library, function: number, value: current, isRepeated: false)
      let name = TokenName(value: current, source: 1 << 30, group: 0)
      let id = token(name, start, waited: [], signalled: [])
      if phase != .settle {
        for reference in tables.sets[set] {
          let cell = tables.references[reference].cell
          for reached in [cell] + reachable(from: cell) {
            tokens[id.index].add(
              FlowAccess(
                cell: Cell(reached.object, tables.paths.extend(reached.path, .rest)),
                header: reached == cell ? tables.references[reference].header : .unknown,
                kind: .read, index: .unknown, mustLocks: .empty, mayLocks: .empty,
                site: AccessSite(value: current)))
          }
        }
      }
      begin([id])
    }
  }

  private mutating func run(_ run: FunctionRun, _ operands: CallOperands) {
    let set = set(of: run.function, operands)
    let arguments = run.arguments.map { place in
      (paths: [PathID.whole], sets: [self.set(of: place, operands)])
    }
    let roots = CallRoots(arguments: arguments)
    let signals = run.signals.map { cells(of: self.set(of: $0, operands)) } ?? []
    switch run.strand {
    case .now, .later: runNow(set, roots)
    case .once:
      let subject = self.set(of: .receiver, operands)
      let locks = cells(of: subject).map { HeldLock(cell: $0, mode: .write) }
      let before = state
      for lock in locks { state.mustLocks.insert(sorted: lock) }
      runNow(set, roots)
      for lock in locks where !before.mustLocks.contains(lock) {
        state.mustLocks.remove(sorted: lock)
      }
      // Whoever comes after it has seen the end of the one run.
      if locks.count == 1 {
        state.mustLocks.insert(sorted: HeldLock(cell: locks[0].cell, mode: .read))
      }
    case .goroutine, .pool, .loop:
      let kind: StrandKind =
        run.strand == .goroutine ? .library : run.strand == .pool ? .pool : .loop
      startValues(
        set, roots: roots,
        StrandStart(
          kind: kind, function: number, value: current, isRepeated: run.strand == .pool), [],
        signalled: signals.count == 1 ? signals : [])
    }
  }

  /// Runs function values that a library calls; a subtest that marks itself as parallel runs beside
  /// others of its kind.
  private mutating func runNow(_ set: SetID, _ roots: CallRoots) {
    let (targets, _, _) = codes(of: set)
    let isParallel = targets.contains {
      program.summary($0.function)?.summary.marksParallel == true
    }
    if isParallel {
      startValues(
        set, roots: roots,
        StrandStart(kind: .parallelTest, function: number, value: current, isRepeated: false), [])
      return
    }
    let before = state
    _ = runValues(set, roots, [], .empty)
    // Parallel subtests of a subtest are over when it returns.
    for id in state.live where !before.live.contains(id) {
      if tokens[id.index].start.kind == .parallelTest { state.live.remove(sorted: id) }
    }
  }

  private mutating func results(
    _ origins: [ResultOrigin], _ operands: CallOperands, _ instruction: FlowInstruction
  ) -> [SetID] {
    if instruction.layout == 0 { return [] }
    var leaves = unknownResult(instruction)
    let parts: [Int] =
      instruction.layout == 1
      ? [0] : program.layout(instruction.layout).leaves.map { $0.steps.first?.part ?? 0 }
    for origin in origins {
      for index in leaves.indices where parts[index] == origin.result {
        leaves[index] = result(origin, UInt32(index), operands)
      }
    }
    return leaves
  }

  private mutating func result(
    _ origin: ResultOrigin, _ part: UInt32, _ operands: CallOperands
  ) -> SetID {
    switch origin.origin {
    case .fresh:
      let object = site(1 << 24 + part)
      renew(object)
      return tables.set(object, .whole, tables.header(current, 1 << 24 + part, .fresh, []))
    case .copy(let place, let levels):
      let object = site(1 << 24 + part)
      renew(object)
      if levels < 8 {
        let target = Cell(object, tables.paths.extend(.whole, .element))
        link([target], to: elementCells(of: set(of: place, operands)))
      }
      return tables.set(object, .whole, tables.header(current, 1 << 24 + part, .fresh, []))
    case .view(let place):
      return renamed(set(of: place, operands), current, .cut, part: 1 << 24 + part)
    case .element(let place):
      return take(elementCells(of: set(of: place, operands)), [.whole]).first ?? .empty
    }
  }

  /// The locks that a call takes if it gives true.
  mutating func triedLocks(_ value: ValueID) -> [(lock: HeldLock, isSure: Bool)] {
    let instruction = body.instructions[value.index]
    let callee = CalleeNumber(rawValue: instruction.payload)
    guard
      case .model(let model) = program.target(
        of: callee, isInTest: function.traits.contains(.isInTest))
    else { return [] }
    let operands = callOperands(value, instruction)
    var found: [(lock: HeldLock, isSure: Bool)] = []
    for lock in model.effects?.locks ?? [] where lock.action == .tryAcquire {
      let cells = cells(of: set(of: lock.lock, operands))
      for cell in cells {
        let held = HeldLock(cell: cell, mode: LockMode(lock.mode))
        found.append((held, cells.count == 1 && isOnePlace(cell)))
      }
    }
    return found
  }
}

extension LockMode {
  /// How a modelled call takes a lock.
  init(_ mode: LockEffect.Mode) {
    switch mode {
    case .read: self = .read
    case .write: self = .write
    }
  }
}
