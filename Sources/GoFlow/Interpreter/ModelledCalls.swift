import Basics
import GoIR
import LibraryModels

/// Calls of which models say what they do.
extension BodyInterpreter {
  /// Containers within containers are looked into so deep.
  static let maximumLevels = 3

  func runModel(
    _ model: FunctionModel, _ operands: CallOperands, _ roots: CallRoots,
    _ instruction: FlowInstruction
  ) -> Few<SetID> {
    if model.marksParallel { result.marksParallel = true }
    if model.waitsForAll { joinAll() }
    if !model.stops.isEmpty { stop(model.stops) }
    guard let effects = model.effects else {
      return unknownResult(instruction)
    }
    if effects.runsMethods { noteBoxed(operands, isOfLibrary: true) }
    for access in effects.accesses {
      use(access, operands, isCount: isCount(access, effects, operands))
    }
    for run in effects.runs { self.run(run, operands) }
    for retention in effects.retentions where !retention.isInResult { retain(retention, operands) }
    for lock in effects.locks {
      let set = set(of: lock.lock, operands)
      switch lock.action {
      case .acquire: acquire(set, LockMode(lock.mode))
      case .release: release(cells(of: set))
      case .tryAcquire: acquire(set, LockMode(lock.mode), isSure: false)
      case .count: break
      case .claim: if isClaim(operands) { acquire(set, .write, isSure: false) }
      }
    }
    for effect in effects.signals {
      let cells = cells(of: set(of: effect.subject, operands))
      switch effect.action {
      case .announce:
        if cells.count == 1 { announced.insert(cells[0]) }
      case .signal: signal(cells, .done)
      case .wait: wait(cells, .done)
      }
    }
    let results = results(effects.results, operands, instruction)
    if effects.retentions.contains(where: \.isInResult) {
      var operands = operands
      operands.results = resultSets(results, instruction)
      for retention in effects.retentions where retention.isInResult {
        retain(retention, operands)
      }
    }
    return results
  }

  /// Whether a comparison expects a constant: a counter that is changed from what it was read as
  /// keeps nobody out.
  private func isClaim(_ operands: CallOperands) -> Bool {
    guard operands.values.count > 1, !operands.values[1].isNone else { return false }
    return body.instructions[operands.values[1].index].opcode == .constant
  }

  /// What each result of a call leads to, by position.
  private func resultSets(
    _ leaves: Few<SetID>, _ instruction: FlowInstruction
  ) -> Few<SetID> {
    if instruction.layout <= 1 { return leaves }
    var sets: [SetID] = []
    for (leaf, set) in zip(program.layout(instruction.layout).leaves, leaves) {
      let part = leaf.steps.first?.part ?? 0
      while sets.count <= part { sets.append(.empty) }
      sets[part] = tables.sets.union(sets[part], set)
    }
    return Few(all: sets)
  }

  /// The operand that a place of a call is; `none` where there is none.
  private func value(of place: CallPlace, _ operands: CallOperands) -> ValueID {
    switch place {
    case .receiver, .kept: return operands.hasReceiver ? operands.values.first ?? .none : .none
    case .argument(let position), .variadic(let position):
      let index = position + (operands.hasReceiver ? 1 : 0)
      return index < operands.values.count ? operands.values[index] : .none
    case .result, .field: return .none
    }
  }

  /// The cells of a field of what a place leads to; none where no function names the field.
  private func fieldCells(
    _ place: CallPlace, _ field: ModelledField, _ operands: CallOperands
  ) -> Few<Cell> {
    guard let field = program.field(field) else { return [] }
    return cells(of: set(of: place, operands)).map {
      Cell($0.object, tables.paths.extend($0.path, .field(field)))
    }
  }

  /// What a place of a call leads to.
  func set(of place: CallPlace, _ operands: CallOperands) -> SetID {
    switch place {
    case .result(let position):
      return position < operands.results.count ? operands.results[position] : .empty
    case .field(let place, let field):
      return load(fieldCells(place, field, operands), [.whole]).first ?? .empty
    default: break
    }
    let value = value(of: place, operands)
    let set: SetID
    switch place {
    case .receiver, .kept: set = operands.receiver ?? leafSet(value)
    default: set = leafSet(value)
    }
    switch place {
    case .variadic, .kept: break
    default: return set
    }
    return load(elementCells(of: set), [.whole]).first ?? .empty
  }

  func use(_ access: CallAccess, _ operands: CallOperands, isCount: Bool = false) {
    guard phase != .settle else { return }
    let kind: AccessKind =
      switch access.kind {
      case .read: .read
      case .write: .write
      case .append: .append
      case .atomicRead: .atomicRead
      case .atomicWrite: isCount ? .atomicCount : .atomicWrite
      }
    let value = value(of: access.place, operands)
    let set: SetID
    let ofElements: Bool
    if case .variadic = access.place {
      ofElements = false
      let isLookedAt = kind == .read && access.reach == .direct
      set = isLookedAt ? plainArguments(value) : self.set(of: access.place, operands)
      // The arguments of `f(s...)` are read out of the caller's own slice.
      if kind == .read { useElements(leafSet(value), .read) }
    } else {
      set = self.set(of: access.place, operands)
      ofElements = [.slice, .map, .channel].contains(self.kind(value))
    }
    if ofElements, access.reach == .direct {
      useElements(set, kind)
      return
    }
    switch access.reach {
    case .direct:
      use(cells(of: set), kind)
      return
    case .inner:
      let cells = cells(of: set).map {
        Cell($0.object, tables.paths.extend($0.path, .inner))
      }
      use(cells, kind)
      return
    case .all: useAll(set, kind, in: .all)
    case .exported: useAll(set, kind, in: program.reach(ofTag: access.tag))
    }
  }

  private func retain(_ retention: Retention, _ operands: CallOperands) {
    let set = set(of: retention.value, operands)
    switch retention.keeper {
    case .place(.field(let place, let field)):
      for cell in fieldCells(place, field, operands) { put(set, into: cell, isSure: false) }
    case .place(let place):
      let keepers = self.set(of: place, operands)
      for cell in elementCells(of: keepers) {
        handOut(set, into: cell)
        if retention.isGiven { giveBack(set, into: cell) }
      }
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

  private func run(_ run: FunctionRun, _ operands: CallOperands) {
    let set = set(of: run.function, operands)
    let arguments = run.arguments.map { place in
      (paths: Few(PathID.whole), sets: Few(self.set(of: place, operands)))
    }
    let roots = CallRoots(arguments: arguments)
    let signals = run.signals.map { cells(of: self.set(of: $0, operands)) } ?? []
    switch run.strand {
    case .now, .later:
      runNow(set, roots)
      runBoxed(set)
    case .whole:
      let before = state.live + state.pending
      runNow(set, roots)
      runBoxed(set)
      remove((state.live + state.pending).filter { !before.contains($0) })
    case .once, .exclusive:
      let subject = self.set(of: .receiver, operands)
      let locks = cells(of: subject).map { HeldLock(cell: $0, mode: .write) }
      let (before, perhapsBefore) = (state.mustLocks, state.mayLocks)
      for lock in locks {
        state.mustLocks.insert(sorted: lock)
        state.mayLocks.insert(sorted: lock)
      }
      runNow(set, roots)
      for lock in locks where !before.contains(lock) { state.mustLocks.remove(sorted: lock) }
      for lock in locks where !perhapsBefore.contains(lock) { state.mayLocks.remove(sorted: lock) }
      // Whoever comes after it has seen the end of the one run.
      if run.strand == .once {
        if locks.count == 1 {
          state.mustLocks.insert(sorted: HeldLock(cell: locks[0].cell, mode: .read))
        } else {
          acquireEither(locks.map(\.cell), .read)
        }
      }
    case .goroutine, .pool, .loop:
      let kind: StrandKind =
        run.strand == .goroutine ? .library : run.strand == .pool ? .pool : .loop
      let start = StrandStart(
        kind: kind, function: number, value: current, isRepeated: run.strand == .pool)
      startValues(
        set, roots: roots, start, [], signalled: signals.count == 1 ? Array(signals) : [])
      startBoxed(set, start, signalled: signals.count == 1 ? Array(signals) : [])
    }
  }

  /// Runs function values that a library calls; a subtest that marks itself as parallel runs beside
  /// others of its kind.
  private func runNow(_ set: SetID, _ roots: CallRoots) {
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
    let before = state.live
    _ = runValues(set, roots, [], .empty)
    // Parallel subtests of a subtest are over when it returns.
    for id in state.live where !before.contains(id) {
      if tokens[id.index].start.kind == .parallelTest { state.live.remove(sorted: id) }
    }
  }

  private func results(
    _ origins: [ResultOrigin], _ operands: CallOperands, _ instruction: FlowInstruction
  ) -> Few<SetID> {
    if instruction.layout == 0 { return [] }
    var leaves = unknownResult(instruction)
    let parts: [Int] =
      instruction.layout == 1
      ? [0] : program.layout(instruction.layout).leaves.map { $0.steps.first?.part ?? 0 }
    var isKnown = Array(repeating: false, count: leaves.count)
    for origin in origins {
      for index in leaves.indices where parts[index] == origin.result {
        let set = result(origin, UInt32(index), operands)
        leaves[index] = isKnown[index] ? tables.sets.union(leaves[index], set) : set
        isKnown[index] = true
      }
    }
    return leaves
  }

  private func result(
    _ origin: ResultOrigin, _ part: UInt32, _ operands: CallOperands
  ) -> SetID {
    switch origin.origin {
    case .fresh:
      let object = site(1 << 24 + part)
      renew(object)
      return tables.set(object, .whole, tables.header(current, 1 << 24 + part, .fresh, []))
    case .copy(let place, let levels):
      return copied(set(of: place, operands), levels, 1 << 24 + part)
    case .view(let place):
      return renamed(
        set(of: place, operands), current, origin.isClipped ? .clipped : .cut,
        part: 1 << 24 + part,
        window: origin.isInParts ? ElementWindow() : ElementWindow(low: .unknown))
    case .element(let place, let levels):
      var elements = SetID.empty
      var level = set(of: place, operands)
      for _ in 0..<min(levels, Self.maximumLevels) {
        level = load(elementCells(of: level), [.whole]).first ?? .empty
        elements = tables.sets.union(elements, level)
      }
      return elements
    case .taken(let place):
      return take(elementCells(of: set(of: place, operands)), [.whole]).first ?? .empty
    }
  }

  /// A copy so many levels deep: what lies deeper is shared.
  private func copied(_ set: SetID, _ levels: Int, _ part: UInt32) -> SetID {
    let object = site(part)
    renew(object)
    let target = Cell(object, tables.paths.extend(.whole, .element))
    if levels <= 1 {
      link([target], to: elementCells(of: set))
    } else if levels <= Self.maximumLevels {
      let inner = load(elementCells(of: set), [.whole]).first ?? .empty
      store(copied(inner, levels - 1, part + 1 << 20), [target])
    }
    return tables.set(object, .whole, tables.header(current, part, .fresh, []))
  }

  /// The locks that a call takes if it gives true.
  func triedLocks(_ value: ValueID) -> [(lock: HeldLock, isSure: Bool)] {
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

extension Retention {
  /// Whether it is a result that keeps the value.
  fileprivate var isInResult: Bool {
    switch keeper {
    case .place(.result), .place(.field(.result, _)): true
    default: false
    }
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
