import Basics
import GoIR

/// A call or start of a function, as the interpreter sees it.
struct CallPoint {
  /// An object that the called function gets, and of one that was published before the alias.
  struct Object: Hashable {
    var key: BindingKey
    var object: ObjectID
    /// The part of it that is given: as the receiver of a method of a field.
    var path = PathID.whole
    var alias: UInt32 = .max
    /// Whether it was taken out of where it lay.
    var isTaken = false
  }
  var target: FunctionNumber
  var start: StrandStart?
  var objects: [Object]
  /// What it gave, by the position of the result.
  var results: [(position: UInt32, object: ObjectID)] = []
  var mustLocks: [HeldLock]
  var mayLocks: [HeldLock]
  /// As `FunctionEdge.locksOfArguments`.
  var locksOfArguments: [LockOfCallers] = []
  var waited: [Cell]
  var signalled: [Cell]
  var value: ValueID
  var block: BlockID
  /// Of a function value that is put into a slot or comes out of one.
  var slot: SlotKey?
  var sharedCaptures: UInt64 = 0
  var containerCaptures: UInt64 = 0
  /// Of a function value whether it is a method bound to its receiver.
  var isBound = false
  /// Whether it is called on what another call made, and nobody has that yet but the goroutines that
  /// were started there.
  var givesYoung = false
  /// Of a function value that is put into a slot whether no goroutine of the function looks there
  /// yet.
  var isFirst = false
}

extension BodyInterpreter {
  static let maximumObjectsOfKey = 4

  /// Notes that a function runs, with what it is given.
  func note(
    _ target: FunctionNumber, _ summary: FunctionSummary, _ roots: CallRoots,
    _ start: StrandStart?, signalled: [Cell] = []
  ) {
    // What callers do not see is of no interest to anybody else.
    if summary.accesses.isEmpty, summary.strands.isEmpty, summary.valueCalls.isEmpty,
      summary.stores.isEmpty
    {
      return
    }
    var point = point(target, roots, start, signalled)
    addCaptures(&point, roots)
    point.givesYoung = start == nil && givesYoung(point)
    result.blocks[currentBlock.index].calls.append(point)
  }

  /// Whether a method is called on what came from a call that made it and started goroutines with it,
  /// and that was handed to nobody since.
  private func givesYoung(_ point: CallPoint) -> Bool {
    guard !point.target.isNone,
      program.function(point.target).traits.contains(.hasReceiver)
    else { return false }
    let given = point.objects.filter(\.key.isFirstParameter)
    return !given.isEmpty
      && given.allSatisfy { bound in
        guard case .site(let maker, _) = tables.objects[bound.object].origin,
          body.instructions[maker.index].opcode == .call,
          !state.published.containsFirst(bound.object.rawValue)
        else { return false }
        let users = (state.live + state.pending).filter { tokens[$0.index].uses(bound.object) }
        return !users.isEmpty && users.allSatisfy { tokens[$0.index].name.value == maker }
      }
  }

  /// Notes what the last noted function gave.
  func noteResults(_ sets: Few<SetID>, _ target: FunctionNumber) {
    let block = currentBlock.index
    guard let last = result.blocks[block].calls.lastIndex(where: { $0.target == target }),
      result.blocks[block].calls[last].value == current
    else { return }
    for (position, set) in sets.prefix(4).enumerated() {
      for id in tables.sets[set].prefix(2) {
        let object = tables.references[id].cell.object
        guard case .site = tables.objects[object].origin else { continue }
        result.blocks[block].calls[last].results.append((UInt32(position), object))
      }
    }
  }

  /// Notes the call of a function value that lay in a slot.
  func noteSlotCall(_ reference: Reference, _ roots: CallRoots, _ start: StrandStart?) {
    guard case .initial(let cell) = tables.objects[reference.cell.object].origin,
      let slot = slot(of: cell)
    else { return }
    var point = point(.none, roots, start, [])
    point.slot = slot
    point.objects.append(CallPoint.Object(key: .container, object: cell.object))
    result.blocks[currentBlock.index].calls.append(point)
  }

  /// Whether a function value is among what a set leads to.
  func holdsFunctions(_ set: SetID) -> Bool {
    tables.hasFunctionValues
      && tables.sets[set].contains {
        tables.objects[tables.references[$0].cell.object].code != .none
      }
  }

  /// Notes the function values among what is put into a cell that has a name all over the program.
  func noteSlotFunctions(_ set: SetID, _ cell: Cell) {
    var slot: SlotKey?
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      guard case .function(let target) = tables.objects[object].code else { continue }
      slot = slot ?? self.slot(of: cell)
      guard let slot else { return }
      var roots = CallRoots(arguments: [])
      roots.closure = tables.sets.single(id)
      var point = point(target, roots, nil, [])
      point.slot = slot
      point.isFirst = isFirstPut
      addCaptures(&point, roots)
      for bound in point.objects
      where bound.key.rawValue >> 24 == 2 && bound.object == cell.object && bound.path == .whole {
        point.containerCaptures |= 1 << UInt64(min(bound.key.rawValue & 0xFFFF, 63))
      }
      for bound in point.objects where bound.key.rawValue >> 24 == 1 {
        let object = bound.object.rawValue
        let index = state.published.firstIndex(notBelow: object)
        if index < state.published.count, state.published[index].first == object {
          point.sharedCaptures |= 1 << UInt64(min(bound.key.rawValue & 0xFFFF, 63))
        }
      }
      result.blocks[currentBlock.index].calls.append(point)
    }
  }

  /// Notes the method values among what was put into a cell: their receivers have names all over
  /// the program by then.
  func noteSlotMethods(_ set: SetID, _ cell: Cell) {
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      guard case .callee(let callee, isBound: true) = tables.objects[object].code,
        case .functions(let targets) = program.target(
          of: callee, isInTest: function.traits.contains(.isInTest)),
        targets.count == 1, targets[0].way.isEmpty
      else { continue }
      guard let slot = slot(of: cell) else { return }
      let receiver = content(of: Cell(object, tables.paths.extend(.whole, .part(0))))
      var point = point(
        targets[0].function, CallRoots(arguments: [([.whole], [receiver])]), nil, [])
      point.slot = slot
      point.isFirst = isFirstPut
      point.isBound = true
      // The receiver is the capture, as it were.
      if cells(of: receiver).contains(where: { $0.object == cell.object }) {
        point.containerCaptures = 1
      }
      result.blocks[currentBlock.index].calls.append(point)
    }
  }

  /// Whether no goroutine may look yet where something is put: none runs, or a variable begins.
  private var isFirstPut: Bool {
    !state.hasGoroutines || body.instructions[current.index].opcode == .declare
  }

  private func point(
    _ target: FunctionNumber, _ roots: CallRoots, _ start: StrandStart?, _ signalled: [Cell]
  ) -> CallPoint {
    var point = CallPoint(
      target: target, start: start, objects: [],
      mustLocks: start == nil ? state.mustLocks : tables.lockLists[callLocks.sure],
      mayLocks: start == nil ? state.mayLocks : tables.lockLists[callLocks.perhaps],
      waited: state.waited.map(\.cell),
      signalled: signalled, value: current, block: currentBlock)
    for (position, argument) in roots.arguments.enumerated() {
      for (leaf, set) in argument.sets.enumerated() {
        add(set, .parameter(UInt32(position), leaf: UInt32(leaf)), to: &point)
      }
    }
    if start == nil { addLocksOfArguments(roots, to: &point) }
    return point
  }

  /// Adds the locks in what a call is given: where that is one of several objects, those that are
  /// held of whichever it is.
  private func addLocksOfArguments(_ roots: CallRoots, to point: inout CallPoint) {
    let held = state.eitherLocks.isEmpty ? state.mustLocks : state.mustLocks + state.eitherLocks
    if held.isEmpty { return }
    for argument in roots.arguments {
      guard let set = argument.sets.first, !set.isEmpty else { continue }
      var common: [LockOfCallers]?
      for id in tables.sets[set] {
        let locks = held.compactMap { lock(in: tables.references[id].cell, $0) }
        common = common.map { $0.filter { locks.contains($0) } } ?? locks
        if common?.isEmpty == true { break }
      }
      for lock in common ?? [] where !point.locksOfArguments.contains(lock) {
        point.locksOfArguments.append(lock)
      }
    }
  }

  private func lock(in cell: Cell, _ held: HeldLock) -> LockOfCallers? {
    guard held.cell.object == cell.object, held.cell.path != .whole,
      tables.paths.begins(held.cell.path, with: cell.path),
      let field = tables.paths.nodes[held.cell.path.index].step.field
    else { return nil }
    return LockOfCallers(field: field, mode: held.mode)
  }

  private func addCaptures(_ point: inout CallPoint, _ roots: CallRoots) {
    let count = program.function(point.target).captures.count
    if count == 0 || roots.closure.isEmpty { return }
    for position in 0..<count {
      let part = tables.paths.extend(.whole, .part(position))
      for closure in cells(of: roots.closure) {
        let variables = content(of: Cell(closure.object, part))
        add(variables, .capture(position), to: &point)
        for variable in cells(of: variables) {
          let held = content(of: variable)
          add(held, .captured(position), to: &point)
        }
      }
    }
  }

  private func add(_ set: SetID, _ key: BindingKey, to point: inout CallPoint) {
    for id in tables.sets[set].prefix(Self.maximumObjectsOfKey) {
      let cell = tables.references[id].cell
      if tables.isBlurred(cell.object) { continue }
      let root = root(of: cell.object)
      switch tables.objects[root].origin {
      case .unknown: continue
      case .site, .opaque, .variable:
        var index = state.published.firstIndex(notBelow: root.rawValue)
        while index < state.published.count, state.published[index].first == root.rawValue {
          point.objects.append(
            CallPoint.Object(
              key: key, object: cell.object, path: cell.path, alias: state.published[index].second))
          index += 1
        }
      default: break
      }
      let isTaken =
        isTaken(cell.object) && !isGivenBack(cell.object) || isReplaced(cell.object)
      point.objects.append(
        CallPoint.Object(key: key, object: cell.object, path: cell.path, isTaken: isTaken))
    }
  }
}
