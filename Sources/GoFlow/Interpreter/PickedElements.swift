import Basics
import GoIR

/// What lies in elements that were picked by their index: `workers[i]`. Goroutines with another
/// index each find another thing there.
struct PickedElements {
  private var indices: [ObjectID: ElementIndex] = [:]

  /// An object was found in an element with some index.
  mutating func note(_ object: ObjectID, _ index: ElementIndex) {
    if let known = indices[object] {
      if known != index { indices[object] = .unknown }
    } else {
      indices[object] = index
    }
  }

  /// The index by which an object was found, each time; `unknown` where it was found by several.
  func index(of object: ObjectID) -> ElementIndex { indices[object] ?? .unknown }
}

extension BodyInterpreter {
  /// Notes by which index something was loaded from an element.
  func notePicked(_ address: AddressID, _ cells: Few<Cell>, _ sets: Few<SetID>) {
    let node = lastElement(address)
    guard node.step == .element || node.step == .mapElement else { return }
    var index = elementIndex(of: ValueID(rawValue: node.payload))
    let base = body.addresses[node.base.index]
    if tables.hasWindows, node.step == .element, base.step == .value {
      let slice = ValueID(rawValue: base.payload)
      if kind(slice) == .slice { index = shown(index, by: leafSet(slice)) ?? index }
    }
    notePicked(index, cells, sets)
  }

  /// An index into slices that show parts of arrays as one into these; nil where it is not one there.
  private func shown(_ index: ElementIndex, by slices: SetID) -> ElementIndex? {
    var found: ElementIndex?
    for id in tables.sets[slices] {
      let header = tables.references[id].header
      if header != .unknown, tables.headers[header.index].isElement { return nil }
      let own = absolute(index, in: tables.window(of: header))
      if let known = found, known != own { return nil }
      found = own
    }
    return found
  }

  /// By which index a called function found what lies in elements: within the part of the array that
  /// a slice shows it.
  func picked(
    _ cell: SummaryCell, by given: ElementIndex, _ instance: inout SummaryInstance
  ) -> ElementIndex {
    let index = given == .unknown ? given : elementIndex(given, &instance, isStart: false)
    guard tables.hasWindows, instance.summary.isInOneElement(cell.path) else { return index }
    return shown(index, by: objects(cell.object, &instance)) ?? index
  }

  func notePicked(_ index: ElementIndex, _ cells: Few<Cell>, _ sets: Few<SetID>) {
    for set in sets {
      for id in tables.sets[set] {
        let object = tables.references[id].cell.object
        guard case .initial(let cell) = tables.objects[object].origin, cells.contains(cell) else {
          continue
        }
        picked.note(object, index)
      }
    }
  }

  /// Whether each of several goroutines that run a summary finds another thing for an object.
  func isPickedByEach(_ object: UInt32, _ instance: inout SummaryInstance) -> Bool {
    var current = object
    while case .initial(let cell) = instance.summary.objects[Int(current)].origin {
      let index = instance.summary.objects[Int(current)].index
      if index.hasEnd,
        isOfEachTurn(elementIndex(index, &instance, isStart: true))
          || isCountedByEach(index, &instance)
      {
        return true
      }
      if current == object, isInWindowOfEach(cell, &instance) { return true }
      current = cell.object
    }
    return false
  }

  /// Whether a cell lies in the elements of slices that show each of several goroutines another part of
  /// an array.
  private func isInWindowOfEach(_ cell: SummaryCell, _ instance: inout SummaryInstance) -> Bool {
    guard tables.hasWindows, loops.isInLoop(currentBlock),
      instance.summary.isInOneElement(cell.path), case let set = objects(cell.object, &instance),
      !set.isEmpty
    else { return false }
    return tables.sets[set].allSatisfy { id in
      let header = tables.references[id].header
      guard header != .unknown, !tables.headers[header.index].isElement else { return false }
      return isOfEachTurn(absolute(.unknown, in: tables.window(of: header), isStart: true))
    }
  }

  /// Which arguments of a call by a goroutine are another thing for each instance: what it made, and
  /// what it was given in the turn of a loop that starts it.
  func ownArguments(of roots: CallRoots) -> UInt64 {
    var mask: UInt64 = 0
    for (position, argument) in roots.arguments.prefix(64).enumerated() {
      let objects = argument.sets.flatMap { set in
        tables.sets[set].map { tables.references[$0].cell.object }
      }
      if objects.isEmpty { continue }
      let areOwn = objects.allSatisfy { object in
        ownArguments.contains(object) || isMadeInTurn(object)
          || loops.isInLoop(currentBlock)
            && turnObjects.contains { turn, others in
              others.contains(object) && loops.areInCommonLoop(block(of: turn), currentBlock)
            }
      }
      if areOwn { mask |= 1 << UInt64(position) }
    }
    return mask
  }

  /// Whether the loop around the current instruction makes an object in each turn before it comes here,
  /// and puts it into one place alone.
  func isMadeForElement(_ object: ObjectID) -> Bool {
    isMadeInTurn(object) && placements.onlyPlace(of: object) != nil
  }

  /// Whether the loop around the current instruction makes an object in each turn before it comes
  /// here.
  private func isMadeInTurn(_ object: ObjectID) -> Bool {
    let maker: ValueID?
    switch tables.objects[object].origin {
    case .site(let value, _), .opaque(let value, _): maker = value
    case .variable(let variable): maker = declaration(ofVariable: variable)
    default: maker = nil
    }
    guard let maker, loops.areInCommonLoop(block(of: maker), currentBlock) else { return false }
    return !placements.repeats(currentBlock, without: block(of: maker), body)
  }

  /// The arguments with which a goroutine calls a function value that are another thing for each of
  /// its instances: what it made itself, and what it was given so.
  func madeArguments(
    of call: FunctionSummary.ValueCall, _ roots: CallRoots, _ instance: SummaryInstance
  ) -> Set<ObjectID> {
    var made: Set<ObjectID> = []
    for (position, (leaves, argument)) in zip(call.arguments, roots.arguments).enumerated() {
      let isOwn = position < 64 && call.ownArguments & (1 << UInt64(position)) != 0
      for (leaf, set) in zip(leaves, argument.sets) where !leaf.set.isEmpty {
        guard
          isOwn
            || call.strand == nil
              && leaf.set.allSatisfy({ instance.isReachedFromMade($0.cell.object) })
        else { continue }
        for id in tables.sets[set] { made.insert(tables.references[id].cell.object) }
      }
    }
    return made
  }
}

extension ElementIndex {
  /// Whether it is known which elements are the last ones that are meant.
  fileprivate var hasEnd: Bool {
    switch self {
    case .unknown, .within(_, .unknown): false
    default: true
    }
  }
}

extension FunctionSummary {
  /// Whether a path leads into an element first and into no other one.
  fileprivate func isInOneElement(_ path: UInt32) -> Bool {
    var node = paths[Int(path)]
    guard path != 0 else { return false }
    while node.parent != 0 {
      guard node.step.field != nil else { return false }
      node = paths[Int(node.parent)]
    }
    return node.step == .element
  }
}
