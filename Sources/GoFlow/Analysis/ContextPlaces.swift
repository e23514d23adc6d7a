import Basics

/// What a cell of a summary is, as far as that does not depend on who runs the function.
enum CellPlace {
  case none
  case known(KnownPlace)
  case named(PlaceName)
}

/// The places of the cells of one function, once they were asked for.
struct PlacesOfCells {
  var function = FunctionNumber.none
  var places: [SummaryCell: CellPlace] = [:]
}

/// The identities of the places of a function, for one goroutine that runs it.
extension Contexts {
  mutating func bind(
    _ given: [PlaceBinding], _ target: FunctionNumber, _ number: FunctionNumber,
    _ context: RunContext, isStart: Bool, isCurrent: Bool = true
  ) -> [ContextBinding] {
    var bindings: [ContextBinding] = []
    var last: (key: BindingKey, count: Int)?
    for binding in given where needs.needs(target, binding.key) {
      let places =
        isCurrent
        ? known(binding.place, number, context)
        : resolve(functions[number].calls.places[Int(binding.place)], number, context)
      for place in places {
        if binding.key.isParameter { note(place, for: target, context) }
        if place.isLater, !isStart, !needs.usesLater(target) { continue }
        let count = last?.key == binding.key ? last?.count ?? 0 : 0
        guard count < Self.maximumIdentities else { break }
        var own = place
        own.isOwn = place.isOwn || binding.isOwn
        own.isTaken = place.isTaken || binding.isTaken
        bindings.insert(sorted: ContextBinding(key: binding.key, place: own))
        last = (binding.key, count + 1)
      }
    }
    return bindings
  }

  /// The identities of a place of the function that is gone through, by its number there.
  mutating func known(
    _ place: UInt32, _ number: FunctionNumber, _ context: RunContext
  ) -> [KnownPlace] {
    if let known = knownPlaces[Int(place)] { return known }
    let found = resolve(functions[number].calls.places[Int(place)], number, context)
    knownPlaces[Int(place)] = found
    return found
  }

  /// The identities of a place of a function. Variables of the function itself have none: what
  /// happens to them is judged there.
  mutating func resolve(
    _ place: PlaceName, _ number: FunctionNumber, _ context: RunContext
  ) -> [KnownPlace] {
    var steps = place.steps[...]
    var starts: [KnownPlace]
    switch place.root {
    case .parameter(let position, let leaf):
      starts = context.places(.parameter(position, leaf: leaf))
    case .captured(let variable):
      guard let position = program.functions[number].captures.firstIndex(of: variable) else {
        return []
      }
      starts = steps.first == .follow ? context.places(.captured(position)) : []
      if starts.isEmpty {
        starts = context.places(.capture(position))
      } else {
        steps = steps.dropFirst()
      }
    case .global(let global): starts = [KnownPlace(identity: identities.root(.global(global)))]
    case .result(let position):
      starts = context.places(.result(position))
      for index in starts.indices {
        starts[index].isLater = true
        if starts[index].identity == .users { starts[index].identity = .nascent }
      }
    case .variable, .slot: return []
    }
    // What lies in a slice or map others may have put there.
    let isOfOthers = zip(steps, steps.dropFirst()).contains { $0 == .element && $1 == .follow }
    if starts.count == 1 {
      let id = identities.extend(starts[0].identity, steps)
      if id.isNone { return [] }
      starts[0].identity = id
      if isOfOthers { starts[0].isMade = false }
      return starts
    }
    var found: [KnownPlace] = []
    for start in starts {
      let id = identities.extend(start.identity, steps)
      if id.isNone { continue }
      var place = start
      place.identity = id
      if isOfOthers { place.isMade = false }
      found.insert(sorted: place)
    }
    return found
  }

  /// What is known of a cell of a function's summary.
  mutating func places(
    of cell: SummaryCell, _ number: FunctionNumber, _ context: RunContext
  ) -> [KnownPlace] {
    if placesOfCells.function != number { placesOfCells = PlacesOfCells(function: number) }
    let place: CellPlace
    if let known = placesOfCells.places[cell] {
      place = known
    } else {
      place = self.place(of: cell, number)
      placesOfCells.places[cell] = place
    }
    switch place {
    case .none: return []
    case .known(let found): return [found]
    case .named(let name): return resolve(name, number, context)
    }
  }

  /// The place that a cell of a function's summary is, whatever goroutine runs the function.
  private mutating func place(of cell: SummaryCell, _ number: FunctionNumber) -> CellPlace {
    let box = functions[number].box
    var steps: [PathStep] = []
    var current = cell
    while true {
      let own = box.summary.steps(of: current.path)
      steps = own + steps
      let root: PlaceName.Root
      switch box.summary.objects[Int(current.object)].origin {
      case .initial(let outer):
        steps = [.follow] + steps
        current = outer
        continue
      case .parameter(let position, let path):
        root = .parameter(
          position, leaf: program.leaf(number, position, path, of: box.summary))
      case .captured(let variable):
        if program.functions[number].literal == 0 {
          let id = identities.root(.variable(program.declaration(of: number), variable))
          let found = identities.extend(id, steps)
          return found.isNone ? .none : .known(KnownPlace(identity: found))
        }
        root = .captured(variable)
      case .global(let global): root = .global(global)
      case .fresh, .opaque:
        guard let given = box.summary.given(current.object) else { return .none }
        if let cell = given.cell { steps = box.summary.steps(of: cell.path) + [.follow] + steps }
        root = .result(given.result)
      case .slot, .unknown: return .none
      }
      return .named(PlaceName(root: root, steps: steps))
    }
  }
}
