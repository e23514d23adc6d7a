import Basics
import GoIR

/// What a function gave to a goroutine and let go of: `go write(batch)` and then a new `batch`, in a loop
/// where the first batch was made before.
///
/// An instruction that uses memory may find what was given only if a value or a place leads it there that
/// has it: see `Holders`.
extension BodyInterpreter {
  /// Whether a use by the function's own goroutine is surely of other memory than what the goroutine of a
  /// token has, whose use is `other`. `known` keeps what was found for this use by the others.
  func isLetGo(
    _ access: FlowAccess, _ other: FlowAccess, to id: TokenID, _ known: inout KnownLetGo
  ) -> Bool {
    let (start, use) = (tokens[id.index].name.value, access.site.value)
    guard !start.isNone, !use.isNone else { return false }
    let key = key(of: other, in: id)
    guard let way = way(to: other, key, &known), isGiven(access.cell.object, way) else {
      return false
    }
    if let areFree = known.areFree[key] { return areFree }
    let bases = body.bases(of: use)
    var areFree = !bases.isEmpty && !putsBack(id, way)
    if areFree {
      var holders = Holders(body, start: start, kinds(of: way), without: way.gone)
      areFree = holders.areFree(bases, at: use)
    }
    known.areFree[key] = areFree
    return areFree
  }

  /// How many steps above what a goroutine uses the object lies that was found in a place of callers, if no
  /// place leads there any more when the function returns; else `max`.
  /// `known` keeps what was found for other uses.
  func heightLetGo(
    _ access: FlowAccess, of id: TokenID, _ known: inout KnownLetGo
  ) -> UInt8 {
    let start = tokens[id.index].name.value
    guard !start.isNone, isFoundWhereOtherIsPut(access.cell.object) else { return .max }
    let key = key(of: access, in: id)
    guard let way = way(to: access, key, &known), isGiven(access.cell.object, way) else {
      return .max
    }
    var (current, height) = (access.cell.object, UInt8(0))
    while case .initial(let cell) = tables.objects[current].origin {
      if !isGiven(cell.object, way) {
        guard trackedIDs[cell.key] != nil else { return .max }
        if let isGone = known.areGone[key] { return isGone ? height : .max }
        var holders = Holders(body, start: start, kinds(of: way), without: way.gone)
        let isGone = !putsBack(id, way) && holders.areGone()
        known.areGone[key] = isGone
        return isGone ? height : .max
      }
      (current, height) = (cell.object, height + 1)
      if height == .max { break }
    }
    return .max
  }

  /// Whether an object, or one on the way to it, was found in a place into which the function puts
  /// something: where it never does, what was found there stays.
  private func isFoundWhereOtherIsPut(_ object: ObjectID) -> Bool {
    var current = object
    while case .initial(let cell) = tables.objects[current].origin {
      if trackedIDs[cell.key] != nil { return true }
      current = cell.object
    }
    return false
  }

  /// Whether a goroutine that is started again and again is surely given other memory each time than any of
  /// its earlier instances, of two of which these are uses. `known` keeps what was found for other uses.
  func isGivenAnew(
    _ access: FlowAccess, _ other: FlowAccess, by id: TokenID, _ known: inout KnownLetGo
  ) -> Bool {
    let start = tokens[id.index].name.value
    if start.isNone { return false }
    let key = key(of: other, in: id)
    guard let way = way(to: other, key, &known), way.isSingle,
      let own = self.way(to: access, self.key(of: access, in: id), &known), own.isSingle,
      own.operands == way.operands, own.variable == way.variable,
      isGiven(access.cell.object, way), isGiven(other.cell.object, way)
    else { return false }
    if let areFree = known.areFree[key] { return areFree }
    var areFree = !putsBack(id, way)
    if areFree {
      var holders = Holders(body, start: start, kinds(of: way))
      areFree = holders.areFree(way.operands, at: start)
    }
    known.areFree[key] = areFree
    return areFree
  }

  /// What was found of goroutines at one point of a function, for one use or for the start.
  struct KnownLetGo {
    fileprivate struct Key: Hashable {
      var token: TokenID
      var origin: FunctionSummary.Origin?
      var place: UInt32?
    }
    /// Nil where the start gives nothing.
    fileprivate var ways: [Key: Way?] = [:]
    fileprivate var areFree: [Key: Bool] = [:]
    fileprivate var areGone: [Key: Bool] = [:]
  }

  /// What tells the ways by which a goroutine has what it uses from each other.
  private func key(of use: FlowAccess, in id: TokenID) -> KnownLetGo.Key {
    KnownLetGo.Key(
      token: id, origin: wayBegins(use.site),
      place: use.letGo == .max ? nil : placeLetGo(use, tokens[id.index].name.value))
  }

  private func way(
    to use: FlowAccess, _ key: KnownLetGo.Key, _ known: inout KnownLetGo
  ) -> Way? {
    if let way = known.ways[key] { return way }
    let way = way(to: use, key)
    known.ways.updateValue(way, forKey: key)
    return way
  }

  /// How a goroutine came to what it uses.
  fileprivate struct Way {
    /// The operands of its start.
    var operands: [ValueID]
    /// Of a literal the variable that it captures; nil for what it is given as an argument.
    var variable: UInt32?
    /// Whether it is known by which operand.
    var isSingle: Bool
    /// What they lead to, with all that can be reached from there.
    var objects: Set<ObjectID> = []
    /// The places where it was found and does not lie any more.
    var gone: [UInt32] = []
  }

  /// The way by which a goroutine has what it uses; nil where the start gives nothing.
  private func way(to use: FlowAccess, _ key: KnownLetGo.Key) -> Way? {
    let start = tokens[key.token.index].name.value
    let instruction = body.instructions[start.index]
    guard instruction.opcode == .go || instruction.opcode == .call else { return nil }
    if let place = key.place {
      var way = Way(operands: [], isSingle: false)
      way.gone = [place]
      for other in tokens[key.token.index].accesses
      where other.letGo != .max && placeLetGo(other, start) == place {
        way.objects.insert(other.cell.object)
      }
      addReached(to: &way)
      return way
    }
    var way = Way(
      operands: body.operands(of: instruction).filter { !$0.isNone }, isSingle: false)
    switch key.origin {
    case .parameter(let position, _)?:
      let values = callOperands(start, instruction).values
      if position < values.count, case let value = values[Int(position)], !value.isNone {
        way.operands = [value]
        way.isSingle = true
      }
    case .captured(let variable)?:
      let literals = way.operands.filter { operand in
        body.instructions[operand.index].opcode == .closure
          && captures(operand).contains(variable)
      }
      if literals.count == 1 {
        way = Way(operands: literals, variable: variable, isSingle: true)
        way.objects = [object(ofVariable: variable)]
        addReached(to: &way)
        return way
      }
    default: break
    }
    way.objects = objects(way.operands.flatMap { leaves($0) })
    addReached(to: &way)
    return way
  }

  private func objects(_ sets: [SetID]) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    for set in sets where !set.isNone {
      for id in tables.sets[set] { found.insert(tables.references[id].cell.object) }
    }
    return found
  }

  /// Adds what is put into what was given, and into what was found there.
  private func addReached(to way: inout Way) {
    var count = -1
    while way.objects.count != count {
      count = way.objects.count
      for (index, cell) in trackedCells.enumerated() where isGiven(cell.object, way) {
        way.objects.formUnion(objects(contents(of: UInt32(index))))
      }
    }
  }

  /// Where the way to a use begins in the function that was called; nil where that is not known.
  private func wayBegins(_ site: AccessSite) -> FunctionSummary.Origin? {
    guard !site.callee.isNone, let box = program.summary(site.callee),
      let record = box.summary.use(site.record, strand: site.strand)
    else { return nil }
    // What is bound to a function value comes before the arguments.
    let isBound =
      body.instructions[site.value.index].flags.contains(.functionValue)
      && program.function(site.callee).literal == 0
    if isBound { return nil }
    var current = record.cell.object
    while case .initial(let cell) = box.summary.objects[Int(current)].origin {
      current = cell.object
    }
    return box.summary.objects[Int(current)].origin
  }

  /// The place in which a called function found what a goroutine uses, and in which that does not lie any
  /// more; nil where it is not known, or lies behind other places.
  private func placeLetGo(_ use: FlowAccess, _ start: ValueID) -> UInt32? {
    let site = use.site
    guard !site.callee.isNone, let box = program.summary(site.callee),
      let record = box.summary.use(site.record, strand: site.strand),
      let found = box.summary.objectLetGo(by: record),
      case .initial(let place) = box.summary.objects[Int(found)].origin
    else { return nil }
    var cell: Cell?
    switch box.summary.objects[Int(place.object)].origin {
    case .parameter(let position, let path) where path == 0:
      let values = callOperands(start, body.instructions[start.index]).values
      if position < values.count { cell = onlyCell(of: leafSet(values[Int(position)])) }
    case .captured(let variable): cell = Cell(object(ofVariable: variable))
    default: break
    }
    guard let cell else { return nil }
    let steps = box.summary.steps(of: place.path)
    let path = steps.reduce(cell.path) { tables.paths.extend($0, $1) }
    return trackedIDs[Cell(cell.object, path).key]
  }

  private func captures(_ literal: ValueID) -> [UInt32] {
    let number = FunctionNumber(rawValue: body.instructions[literal.index].payload)
    return program.function(number).captures
  }

  /// Whether a goroutine may put something into a place outside of what it was given.
  private func putsBack(_ id: TokenID, _ way: Way) -> Bool {
    tokens[id.index].accesses.contains { access in
      access.kind.isWrite && !isGiven(access.cell.object, way)
        && trackedCells(of: access.cell.object).contains { index in
          let cell = trackedCells[Int(index)]
          return tables.paths.mayOverlap(cell.path, access.cell.path)
            && !given(contents(of: index), way).isEmpty
        }
    }
  }

  /// Whether an object was given, or was found in what was.
  private func isGiven(_ object: ObjectID, _ way: Way) -> Bool {
    var current = object
    while !way.objects.contains(current) {
      guard case .initial(let cell) = tables.objects[current].origin else { return false }
      current = cell.object
    }
    return true
  }

  /// The given objects that sets lead to; those that `made` names an instruction for, which makes them
  /// itself, do not count.
  private func given(
    _ sets: [SetID], _ way: Way, apart made: ValueID = .none
  ) -> Set<ObjectID> {
    var found: Set<ObjectID> = []
    for set in sets where !set.isNone {
      for id in tables.sets[set] {
        let object = tables.references[id].cell.object
        switch tables.objects[object].origin {
        case .site(made, _), .opaque(made, _): continue
        default: if isGiven(object, way) { found.insert(object) }
        }
      }
    }
    return found
  }

  /// What a body's values and places have to do with what was given.
  private func kinds(of way: Way) -> Holders.Kinds {
    Holders.Kinds(
      objects: { [self] in given(Array(leaves($0)), way) },
      isMade: { [self] in given(Array(leaves($0)), way, apart: $0).isEmpty },
      reached: { [self] value in
        reached(by: leaves(value).filter { !$0.isNone }).filter { isGiven($0, way) }
      },
      places: { [self] in places(of: way) },
      placesOfAddress: { [self] in places(at: $0, way) },
      captures: { [self] literal in
        let variables = captures(literal)
        return way.variable.map { variables.contains($0) ? [$0] : [] } ?? variables
      })
  }

  /// The places outside of what was given that lead there at some time, each with the objects.
  private func places(of way: Way) -> [UInt32: Set<ObjectID>] {
    var found: [UInt32: Set<ObjectID>] = [:]
    for (index, cell) in trackedCells.enumerated() where isPlace(cell, way) {
      let objects = given(contents(of: UInt32(index)), way)
      if !objects.isEmpty { found[UInt32(index)] = objects }
    }
    return found
  }

  /// All that a tracked cell leads to at some time.
  private func contents(of index: UInt32) -> [SetID] {
    var sets = [everStored[index] ?? .none, initialContent(of: trackedCells[Int(index)])]
    if Int(index) < state.memory.count { sets.append(state.memory[Int(index)]) }
    return sets
  }

  /// Whether a cell belongs to a variable, or to memory that was not given.
  private func isPlace(_ cell: Cell, _ way: Way) -> Bool {
    switch tables.objects[cell.object].origin {
    case .variable, .captured: true
    default: !isGiven(cell.object, way)
    }
  }

  /// The places that an address may name, and whether they are all, and it is a single one.
  private func places(at address: AddressID, _ way: Way) -> Holders.Places {
    let cells = cells(of: address)
    var places = Holders.Places()
    places.isSure = cells.count == 1 && isOnePlace(cells[0])
    for cell in cells where isPlace(cell, way) {
      // Parts of structs may be kept by themselves, and what a struct has in its fields.
      for index in trackedCells(of: cell.object)
      where tables.paths.mayOverlap(trackedCells[Int(index)].path, cell.path) {
        places.indices.append(index)
        if trackedCells[Int(index)] != cell { places.isSure = false }
      }
      if trackedIDs[cell.key] == nil { places.areKnown = false }
    }
    return places
  }
}

extension FunctionSummary {
  /// The object that lay in a place of callers and that a goroutine has by a use, where no place leads to
  /// it any more.
  func objectLetGo(by record: AccessRecord) -> UInt32? {
    if record.letGo == .max { return nil }
    var object = record.cell.object
    for _ in 0..<record.letGo {
      guard case .initial(let cell) = objects[Int(object)].origin else { return nil }
      object = cell.object
    }
    return object
  }

  /// The objects that goroutines have in no other way.
  var objectsLetGo: Set<UInt32> {
    var found: Set<UInt32> = []
    for strand in strands {
      for record in strand.accesses where record.letGo != .max {
        if let object = objectLetGo(by: record) { found.insert(object) }
      }
    }
    // That is so of nearly all functions, and each summary asks.
    if found.isEmpty { return [] }
    for strand in strands {
      for record in strand.accesses where record.letGo == .max {
        var current = record.cell.object
        while true {
          found.remove(current)
          guard case .initial(let cell) = objects[Int(current)].origin else { break }
          current = cell.object
        }
      }
    }
    return found
  }
}
