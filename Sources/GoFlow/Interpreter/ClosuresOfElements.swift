import Basics
import GoIR

/// Function values that were put into elements, each turn of a loop its own with its own variables,
/// and that the goroutine of an element takes out again: `workers[i].stop()`.
extension BodyInterpreter {
  /// Whether each instance of a goroutine reaches something through a pointer to an element that no
  /// other instance has.
  func isInElementOfEach(_ object: UInt32, _ instance: inout SummaryInstance) -> Bool {
    var root = object
    while case .initial(let cell) = instance.summary.objects[Int(root)].origin {
      root = cell.object
    }
    guard root != object, tables.hasWindows,
      case .parameter = instance.summary.objects[Int(root)].origin
    else { return false }
    let set = objects(root, &instance)
    return !set.isEmpty
      && tables.sets[set].allSatisfy { id in
        let header = tables.references[id].header
        return header != .unknown && tables.headers[header.index].isElement
          && isOfEachTurn(absolute(.unknown, in: tables.window(of: header), isStart: true))
      }
  }

  /// The variables that function values capture and that are others in each turn in which they are
  /// put into elements: all that lead to one of them lie in one element.
  func variablesOfEach(_ set: SetID) -> Set<ObjectID> {
    var indices: [ObjectID: ValueID] = [:]
    var shared: Set<ObjectID> = []
    for closure in closuresInElements(capturing: set) {
      for variable in closure.variables {
        guard !placements.isPlaced(variable), let index = closure.index,
          isMadeBeside(variable, closure.object),
          indices[variable].map({ isSameValue($0, index) }) ?? true
        else {
          shared.insert(variable)
          continue
        }
        indices[variable] = index
      }
    }
    return Set(indices.keys).subtracting(shared)
  }

  /// All function values that capture a variable which one of a set captures, with the index by
  /// which they were put into an element.
  private func closuresInElements(
    capturing set: SetID
  ) -> [(object: ObjectID, variables: [ObjectID], index: ValueID?)] {
    var wanted: Set<ObjectID> = []
    for id in tables.sets[set] {
      wanted.formUnion(capturedVariables(of: tables.references[id].cell.object))
    }
    if wanted.isEmpty { return [] }
    var found: [(object: ObjectID, variables: [ObjectID], index: ValueID?)] = []
    for index in 0..<tables.objects.count {
      let object = ObjectID(index)
      guard case .function = tables.objects[object].code else { continue }
      let variables = capturedVariables(of: object).filter(wanted.contains)
      if !variables.isEmpty { found.append((object, variables, elementIndex(ofPlace: object))) }
    }
    return found
  }

  private func capturedVariables(of closure: ObjectID) -> [ObjectID] {
    guard case .function = tables.objects[closure].code else { return [] }
    var found: [ObjectID] = []
    for index in trackedCells(of: closure) where Int(index) < state.memory.count {
      let held = state.memory[Int(index)]
      if held.isNone { continue }
      for id in tables.sets[held] {
        let object = tables.references[id].cell.object
        if case .variable = tables.objects[object].origin { found.append(object) }
      }
    }
    return found
  }

  /// The index by which an object was put into an element, once and nowhere else.
  private func elementIndex(ofPlace object: ObjectID) -> ValueID? {
    guard let value = placements.onlyPlace(of: object),
      body.instructions[value.index].opcode == .store
    else { return nil }
    var address = AddressID(rawValue: body.instructions[value.index].payload)
    while true {
      let node = body.addresses[address.index]
      if node.step == .element || node.step == .mapElement {
        return ValueID(rawValue: node.payload)
      }
      if node.step.isRoot { return nil }
      address = node.base
    }
  }

  /// Whether a loop declares a variable in each turn in which it makes a function value.
  private func isMadeBeside(_ variable: ObjectID, _ closure: ObjectID) -> Bool {
    guard case .variable(let number) = tables.objects[variable].origin,
      case .site(let maker, _) = tables.objects[closure].origin,
      let declared = declaration(ofVariable: number)
    else { return false }
    let (home, made) = (block(of: declared), block(of: maker))
    return loops.areInCommonLoop(home, made) && !placements.repeats(made, without: home, body)
  }
}
