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
  mutating func notePicked(_ address: AddressID, _ cells: [Cell], _ sets: [SetID]) {
    let node = body.addresses[address.index]
    guard node.step == .element || node.step == .mapElement else { return }
    notePicked(elementIndex(of: ValueID(rawValue: node.payload)), cells, sets)
  }

  mutating func notePicked(_ index: ElementIndex, _ cells: [Cell], _ sets: [SetID]) {
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
  func isPickedByEach(_ object: UInt32, _ instance: SummaryInstance) -> Bool {
    var current = object
    while case .initial(let cell) = instance.summary.objects[Int(current)].origin {
      let index = instance.summary.objects[Int(current)].index
      if index != .unknown,
        elementIndex(index, instance.values, isStart: true) == .perInstance
      {
        return true
      }
      current = cell.object
    }
    return false
  }

  /// What a goroutine made itself of the arguments with which it calls a function value: another
  /// thing for each of its instances.
  mutating func madeArguments(
    of call: FunctionSummary.ValueCall, _ roots: CallRoots, _ instance: SummaryInstance
  ) -> Set<ObjectID> {
    guard call.strand == nil || call.givesOwn else { return [] }
    var made: Set<ObjectID> = []
    for (leaves, argument) in zip(call.arguments, roots.arguments) {
      for (leaf, set) in zip(leaves, argument.sets)
      where !leaf.set.isEmpty
        && leaf.set.allSatisfy({ instance.isReachedFromMade($0.cell.object) })
      {
        for id in tables.sets[set] { made.insert(tables.references[id].cell.object) }
      }
    }
    return made
  }
}
