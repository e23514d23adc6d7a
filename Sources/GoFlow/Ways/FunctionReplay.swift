import Basics
import GoIR

/// A body that was interpreted once more, with what it puts where.
///
/// Gives what the first interpretation gave, as the functions that it calls are what they were.
final class FunctionReplay {
  let number: FunctionNumber
  let interpreter: BodyInterpreter
  let conflicts: [Conflict]
  let summary: FunctionSummary
  /// Whether the summary is the finished one. Functions that call each other are gone through a few
  /// times only, so that one more look at them may number things otherwise.
  let isExact: Bool
  let record: WayRecord
  /// The objects and ways of the summary, by their numbers there.
  private var objects: [UInt32: ObjectID] = [:]
  private var paths: [UInt32: PathID] = [0: .whole]
  /// What is put into each object.
  private var putsByObject: [ObjectID: [Int]] = [:]
  /// What lay in cells of each object as the function began.
  private var foundInObject: [ObjectID: [ObjectID]] = [:]

  /// Goes through a body with tables that nobody else uses; what they hold is forgotten.
  init(_ number: FunctionNumber, _ analysis: FlowAnalysis, _ tables: FlowTables) {
    self.number = number
    interpreter = BodyInterpreter(number, analysis.context(of: number), tables)
    interpreter.wayRecord = WayRecord()
    let result = interpreter.run()
    conflicts = interpreter.conflicts(result)
    summary = result.summary
    isExact = summary == analysis.functions[number].summary
    interpreter.wayRecord?.isOn = true
    interpreter.goThrough()
    record = interpreter.wayRecord ?? WayRecord()
    for (object, index) in record.objects.pairs { objects[index] = object }
    for (path, index) in record.paths.pairs { paths[index] = path }
    for (index, put) in record.puts.enumerated() {
      putsByObject[put.cell.object, default: []].append(index)
    }
    for object in interpreter.tables.objects.ids {
      if case .initial(let cell) = interpreter.tables.objects[object].origin {
        foundInObject[cell.object, default: []].append(object)
      }
    }
  }

  var body: FlowBody { interpreter.body }

  var tables: FlowTables { interpreter.tables }

  /// An object of the summary, as the body knows it.
  func object(_ index: UInt32) -> ObjectID? { objects[index] }

  /// A cell of the summary, as the body knows it.
  func cell(_ cell: SummaryCell) -> Cell? {
    guard let object = objects[cell.object], let path = paths[cell.path] else { return nil }
    return Cell(object, path)
  }

  /// The objects that a set leads to.
  func objects(_ set: SetID) -> [ObjectID] {
    interpreter.tables.sets[set].map { interpreter.tables.references[$0].cell.object }
  }

  func objects(of value: ValueID) -> [ObjectID] {
    value.isNone ? [] : interpreter.leaves(value).flatMap { objects($0) }
  }

  // MARK: Ways

  /// One step from an object to one that lies in it.
  enum Edge {
    /// The function put it there.
    case put(Step)
    /// It lay there when the function began.
    case found(Cell)
  }

  /// The fewest steps from some objects to another one; nil where there is no way, no step where
  /// it is one of them.
  func route(from roots: [ObjectID], to goal: ObjectID) -> [Edge]? {
    var reached: [ObjectID: (from: ObjectID, edge: Edge)?] = [:]
    var pending: [ObjectID] = []
    for root in roots where reached[root] == nil {
      reached[root] = .some(nil)
      pending.append(root)
    }
    var next = 0
    while next < pending.count, reached[goal] == nil {
      let object = pending[next]
      next += 1
      for (target, edge) in edges(from: object) where reached[target] == nil {
        reached[target] = (object, edge)
        pending.append(target)
      }
    }
    guard reached[goal] != nil else { return nil }
    var edges: [Edge] = []
    var current = goal
    while case .some(.some(let step)) = reached[current] {
      edges.append(step.edge)
      current = step.from
    }
    return edges.reversed()
  }

  private func edges(from object: ObjectID) -> [(ObjectID, Edge)] {
    var edges: [(ObjectID, Edge)] = []
    for index in putsByObject[object] ?? [] {
      for target in objects(record.puts[index].set) {
        edges.append((target, .put(Step(put: index, object: target))))
      }
    }
    for target in foundInObject[object] ?? [] {
      if case .initial(let cell) = interpreter.tables.objects[target].origin {
        edges.append((target, .found(cell)))
      }
    }
    return edges
  }

  /// Something that is put somewhere: the number of the put, and one of the objects that it puts.
  struct Step {
    var put: Int
    var object: ObjectID
  }

  /// The puts by which an object came to lie at the end of a way that begins in a place: the first
  /// one into the place. Nil where the function did not put it there.
  func puts(into place: Cell, _ way: PathID, to goal: ObjectID) -> [Step]? {
    let steps = interpreter.tables.paths.steps(of: way)
    var futile: Set<Stop> = []
    for (index, put) in record.puts.enumerated() where isPlace(put.cell, place) {
      for cell in cells(put.set) {
        if let rest = puts(from: cell, steps[...], to: goal, depth: 0, &futile) {
          return [Step(put: index, object: cell.object)] + rest
        }
      }
    }
    return nil
  }

  /// The cells of a set: those of objects that the function made or was given first, for what lay
  /// in others at first is known less well.
  private func cells(_ set: SetID) -> [Cell] {
    let cells = interpreter.tables.sets[set].map { interpreter.tables.references[$0].cell }
    return cells.filter { !wasFound($0.object) } + cells.filter { wasFound($0.object) }
  }

  /// Whether an object lay in another one as the function began.
  func wasFound(_ object: ObjectID) -> Bool {
    if case .initial = interpreter.tables.objects[object].origin { return true }
    return false
  }

  private func isPlace(_ cell: Cell, _ place: Cell) -> Bool {
    if cell == place { return true }
    guard case .slot(let slot) = interpreter.tables.objects[place.object].origin,
      place.path == .whole
    else { return false }
    return interpreter.slot(of: cell) == slot
  }

  /// A cell on a way, and how much of the way lies behind it.
  private struct Stop: Hashable {
    var cell: Cell
    var position: Int
  }

  /// The rest of the puts, from a cell on. `futile` holds the cells from which the way leads elsewhere.
  private func puts(
    from start: Cell, _ steps: ArraySlice<PathStep>, to goal: ObjectID, depth: Int,
    _ futile: inout Set<Stop>
  ) -> [Step]? {
    let stop = Stop(cell: start, position: steps.startIndex)
    if futile.contains(stop) { return nil }
    let found = putsAnew(from: start, steps, to: goal, depth: depth, &futile)
    if found == nil { futile.insert(stop) }
    return found
  }

  private func putsAnew(
    from start: Cell, _ steps: ArraySlice<PathStep>, to goal: ObjectID, depth: Int,
    _ futile: inout Set<Stop>
  ) -> [Step]? {
    var cell = start
    var steps = steps
    while let step = steps.popFirst() {
      guard step == .follow else {
        cell.path = interpreter.tables.paths.extend(cell.path, step)
        continue
      }
      guard depth < 8 else { return nil }
      for index in putsByObject[cell.object] ?? [] where record.puts[index].cell == cell {
        for next in cells(record.puts[index].set) {
          if let rest = puts(from: next, steps, to: goal, depth: depth + 1, &futile) {
            return [Step(put: index, object: next.object)] + rest
          }
        }
      }
      for target in foundInObject[cell.object] ?? [] {
        guard case .initial(cell) = interpreter.tables.objects[target].origin else { continue }
        if let rest = puts(from: Cell(target), steps, to: goal, depth: depth + 1, &futile) {
          return rest
        }
      }
      return nil
    }
    return cell.object == goal ? [] : nil
  }

  /// The put that a store of the finished summary is, by the names of things where their numbers are
  /// others; with the object that it puts of those that a reference of the store stands for.
  func step(
    of store: FunctionSummary.Store, _ reference: FunctionSummary.Reference,
    _ analysis: FlowAnalysis
  ) -> Step? {
    if isExact {
      guard let cell = cell(store.cell), let object = objects[reference.cell.object],
        let index = put(of: object, into: cell)
      else { return nil }
      return Step(put: index, object: object)
    }
    let finished = analysis.functions[number].summary
    let place = finished.name(of: store.cell)
    let wanted = finished.name(of: SummaryCell(reference.cell.object, 0))
    for (index, put) in record.puts.enumerated() {
      guard let name = name(of: put.cell), name == place else { continue }
      for object in objects(put.set) {
        if self.name(of: Cell(object)) == wanted {
          return Step(put: index, object: object)
        }
      }
    }
    return nil
  }

  private func name(of cell: Cell) -> [NamePart]? {
    guard let object = record.objects[cell.object], let path = record.paths[cell.path] ?? zero(cell)
    else { return nil }
    return summary.name(of: SummaryCell(object, path))
  }

  private func zero(_ cell: Cell) -> UInt32? { cell.path == .whole ? 0 : nil }

  /// The put of an object into a cell; nil where there is none.
  func put(of object: ObjectID, into cell: Cell) -> Int? {
    (putsByObject[cell.object] ?? []).first { index in
      record.puts[index].cell == cell && objects(record.puts[index].set).contains(object)
    }
  }

  // MARK: Places

  /// The field or variable that a cell is, or whose elements it is.
  func slot(of cell: Cell) -> SlotKey? { interpreter.slot(of: cell) }

  /// The place that a value was loaded from.
  func slot(of value: ValueID, depth: Int = 0) -> SlotKey? {
    guard !value.isNone, depth < 8 else { return nil }
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .load:
      let cells = interpreter.cells(of: AddressID(rawValue: instruction.payload))
      return cells.first.flatMap { slot(of: $0) }
    case .field:
      return SlotKey(
        base: .field(FieldNumber(rawValue: instruction.payload)), level: 0)
    case .slice, .convert, .append: return slot(of: interpreter.operand(value, 0), depth: depth + 1)
    default: return nil
    }
  }

  /// The values whose elements an instruction uses.
  func containers(_ value: ValueID) -> [ValueID] {
    let instruction = body.instructions[value.index]
    switch instruction.opcode {
    case .load, .store:
      let node = body.root(of: AddressID(rawValue: instruction.payload))
      return node.step == .value ? [ValueID(rawValue: node.payload)] : []
    case .append, .copy, .delete, .clear, .next, .builtin, .call, .convert:
      return (0..<Int(instruction.operandCount)).map { interpreter.operand(value, $0) }
    default: return []
    }
  }
}

/// One part of a name that does not depend on numbers: where it begins, or a step.
struct NamePart: Hashable {
  /// Of the first part; nil for what the function makes itself, all of which is called alike.
  var root: FunctionSummary.Origin?
  var step: PathStep?
}

extension FunctionSummary {
  /// The name of a cell, without the summary's numbers.
  func name(of cell: SummaryCell) -> [NamePart] {
    var parts: [NamePart] = []
    var current = cell
    while true {
      var path = current.path
      while path != 0 {
        parts.append(NamePart(root: nil, step: paths[Int(path)].step))
        path = paths[Int(path)].parent
      }
      switch objects[Int(current.object)].origin {
      case .initial(let outer):
        parts.append(NamePart(root: nil, step: .follow))
        current = outer
        continue
      case .parameter(let position, let path):
        parts += steps(path)
        parts.append(NamePart(root: .parameter(position, path: 0), step: nil))
      case .fresh, .opaque, .unknown: parts.append(NamePart(root: nil, step: nil))
      case let origin: parts.append(NamePart(root: origin, step: nil))
      }
      return parts.reversed()
    }
  }

  private func steps(_ path: UInt32) -> [NamePart] {
    var parts: [NamePart] = []
    var path = path
    while path != 0 {
      parts.append(NamePart(root: nil, step: paths[Int(path)].step))
      path = paths[Int(path)].parent
    }
    return parts
  }
}
