import Basics
import GoIR

/// What goroutines are given as they are started.
extension BodyInterpreter {
  /// What a goroutine is given is not the function's own any more.
  func giveAway(_ roots: CallRoots) {
    if state.owned.isEmpty { return }
    let objects = reached(by: roots.arguments.flatMap(\.sets) + [roots.closure])
    state.owned.removeAll { objects.contains(ObjectID(rawValue: $0.second)) }
  }

  /// The objects that sets lead to, directly or not.
  func reached(by sets: [SetID]) -> Set<ObjectID> {
    var objects: Set<ObjectID> = []
    for set in sets {
      for cell in cells(of: set) {
        objects.insert(cell.object)
        for inner in reachable(from: Cell(cell.object)) { objects.insert(inner.object) }
      }
    }
    return objects
  }

  /// What a goroutine was given and put itself where it finds an object of its summary, with all
  /// that can be reached from there.
  func givenAndPut(
    _ object: UInt32, _ instance: inout SummaryInstance
  ) -> Set<ObjectID> {
    var objects: Set<ObjectID> = []
    var current = object
    while case .initial(let cell) = instance.summary.objects[Int(current)].origin {
      for store in instance.summary.stores where store.cell == cell {
        for reference in store.set
        where reference.cell.path == 0 && instance.isGiven(reference.cell.object) {
          let given = self.objects(reference.cell.object, &instance)
          objects.formUnion(reached(by: [given]))
        }
      }
      current = cell.object
    }
    return objects
  }
}

extension SummaryInstance {
  /// Whether an object is what an argument or a captured variable leads to.
  fileprivate func isGiven(_ object: UInt32) -> Bool {
    switch summary.objects[Int(object)].origin {
    case .parameter: return true
    case .initial(let cell):
      if case .captured = summary.objects[Int(cell.object)].origin { return cell.path == 0 }
      return false
    default: return false
    }
  }
}
