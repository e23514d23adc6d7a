import Basics
import GoIR

/// A summary at one call: what its objects are for the caller.
struct SummaryInstance {
  let function: FunctionNumber
  private let box: SummaryBox
  var summary: FunctionSummary { box.summary }
  var roots: CallRoots
  /// The arguments as values of the caller, by position.
  let values: [ValueID]
  /// The numbers of fresh objects and headers that it makes begin here.
  let firstPart: UInt32
  /// Whether it runs beside the caller: what others may put into cells counts too.
  var isStrand: Bool
  /// What its objects lead to.
  private var objects = InstanceNumbers<SetID>()
  /// What lies in cells for the goroutines, by the objects that stand for that.
  private var foundByStrands = InstanceNumbers<SetID>()
  var paths = InstanceNumbers<PathID>()
  var headers = InstanceNumbers<HeaderID>()
  /// What the caller put where the function takes it out again.
  var takenOut: [ObjectID] = []
  /// The summary's lists of locks and cells, as they are here.
  var lockLists: [InstanceLocks?] = []
  var cellLists: [[Cell]?] = []

  init(
    _ function: FunctionNumber, _ box: SummaryBox, _ roots: CallRoots, _ values: [ValueID],
    firstPart: UInt32, isStrand: Bool
  ) {
    self.function = function
    self.box = box
    self.roots = roots
    self.values = values
    self.firstPart = firstPart
    self.isStrand = isStrand
  }

  /// Whether the function's goroutines have an object only as it lay in its place before they began.
  func isLetGo(_ object: UInt32) -> Bool { box.letGo.contains(object) }

  /// What its objects lead to, as far as that was asked.
  var known: [SetID] {
    summary.objects.indices.compactMap { known(UInt32($0), isFound: isFound(UInt32($0))) }
  }

  /// Whether an object stands for what lies in a cell.
  fileprivate func isFound(_ object: UInt32) -> Bool {
    if case .initial = summary.objects[Int(object)].origin { true } else { false }
  }

  /// What an object leads to, as far as it is known. One that was found may be something else for
  /// goroutines.
  fileprivate func known(_ object: UInt32, isFound: Bool) -> SetID? {
    isFound && isStrand ? foundByStrands[object] : objects[object]
  }

  fileprivate mutating func note(_ object: UInt32, isFound: Bool, _ set: SetID) {
    let count = summary.objects.count
    if isFound, isStrand {
      foundByStrands.note(object, set, of: count)
    } else {
      objects.note(object, set, of: count)
    }
  }
}

/// What the numbers of a summary stand for at one call, as far as that was asked. Most calls ask for
/// few, or for none.
struct InstanceNumbers<ID: TableID> {
  private var numbers: [UInt32] = []

  subscript(index: UInt32) -> ID? {
    guard !numbers.isEmpty, numbers[Int(index)] != .max else { return nil }
    return ID(rawValue: numbers[Int(index)])
  }

  /// Notes what a number stands for; there are `count` of them.
  mutating func note(_ index: UInt32, _ id: ID, of count: Int) {
    if numbers.isEmpty { numbers.append(contentsOf: repeatElement(.max, count: count)) }
    numbers[Int(index)] = id.rawValue
  }
}

extension BodyInterpreter {
  /// A new instance of a summary at the current instruction.
  func instance(
    _ function: FunctionNumber, _ box: SummaryBox, _ roots: CallRoots, _ values: [ValueID],
    isStrand: Bool
  ) -> SummaryInstance {
    let instance = SummaryInstance(
      function, box, roots, values, firstPart: madeByCall + 1, isStrand: isStrand)
    madeByCall += UInt32(box.summary.objects.count + box.summary.headers.count)
    return instance
  }

  func path(_ index: UInt32, _ instance: inout SummaryInstance) -> PathID {
    if index == 0 { return .whole }
    if let known = instance.paths[index] { return known }
    let node = instance.summary.paths[Int(index)]
    let parent = path(node.parent, &instance)
    let id = tables.paths.extend(parent, node.step)
    instance.paths.note(index, id, of: instance.summary.paths.count)
    return id
  }

  /// What an object of the summary is here: references to where it begins.
  func objects(_ index: UInt32, _ instance: inout SummaryInstance) -> SetID {
    let isFound = instance.isFound(index)
    if let known = instance.known(index, isFound: isFound) { return known }
    // Objects stand before what is reached from them; a circle would be a defect of the table.
    instance.note(index, isFound: isFound, .empty)
    let set = resolve(index, &instance)
    instance.note(index, isFound: isFound, set)
    return set
  }

  private func resolve(_ index: UInt32, _ instance: inout SummaryInstance) -> SetID {
    let object = instance.summary.objects[Int(index)]
    switch object.origin {
    case .parameter(let position, let pathIndex):
      guard Int(position) < instance.roots.arguments.count else { return .empty }
      let wanted = path(pathIndex, &instance)
      let argument = instance.roots.arguments[Int(position)]
      var rest = SetID.empty
      for (path, set) in zip(argument.paths, argument.sets) {
        if path == wanted { return set }
        if isDeep(path) || path == .whole || wanted == .whole {
          rest = tables.sets.union(rest, set)
        }
      }
      return rest
    case .captured(let variable):
      return capture(variable, of: instance.function, instance.roots.closure)
    case .global(let global): return tables.set(tables.object(.global(global)))
    case .initial(let cell):
      var set = SetID.empty
      for part in cells(cell, &instance) {
        var found = closed(content(of: part), part.path)
        if instance.isStrand {
          for id in tables.sets[found] {
            let object = tables.references[id].cell.object
            // What a call made or gave is another thing with the next one.
            switch tables.objects[object].origin {
            case .opaque, .unknown: continue
            default: break
            }
            if tables.objects[object].isIncoming { foundByGoroutines.insert(object) }
          }
          if let tracked = trackedIDs[part.key], let stored = everStored[tracked],
            !instance.isLetGo(index)
          {
            found = tables.sets.union(found, stored)
          }
          if found.isEmpty {
            let placeholder = tables.found(at: part)
            found = tables.set(placeholder, .whole, tables.initialHeader(placeholder))
          }
        }
        if object.isTaken { markTaken(found, from: part, &instance) }
        let picked = picked(cell, by: object.index, &instance)
        if picked != .unknown { notePicked(picked, [part], [found]) }
        set = tables.sets.union(set, found)
      }
      return set
    case .fresh:
      let site = site(instance.firstPart + index)
      renew(site)
      tables.setCode(site, object.code)
      tables.setCapacity(site, object.capacity)
      if object.isSpread, !placements.isSpread(site) {
        placements.note(site, in: site, at: current, isRepeated: true)
      }
      return tables.set(site)
    case .opaque:
      let made = tables.object(.opaque(current, instance.firstPart + index))
      renew(made)
      if object.capacity >= 0 { tables.setCapacity(made, object.capacity) }
      return tables.set(made)
    case .slot(let slot): return tables.set(tables.object(.slot(slot)))
    case .unknown:
      let site = tables.object(.unknown(current, instance.firstPart + index))
      if object.code != .none { tables.setCode(site, object.code) }
      // As what the function itself gets from a call of which nothing is known.
      if loops.isInLoop(currentBlock) { exchange(site) }
      return tables.set(site)
    }
  }

  /// What lies behind the same way once more, and again: a function takes the nodes of a list, and
  /// containers within containers, for one object. Of what this function found itself that object
  /// stands for all of them already.
  private func closed(_ set: SetID, _ path: PathID) -> SetID {
    if path == .whole { return set }
    var all = set
    var last = set
    for _ in 0..<Self.maximumLevels {
      var next = SetID.empty
      for id in tables.sets[last] {
        let cell = tables.references[id].cell
        if tables.objects[cell.object].isIncoming || trackedCells(of: cell.object).isEmpty {
          continue
        }
        next = tables.sets.union(
          next, content(of: Cell(cell.object, tables.paths.join(cell.path, path))))
      }
      if next.isEmpty { break }
      let joined = tables.sets.union(all, next)
      if joined == all { break }
      all = joined
      last = next
    }
    return all
  }

  /// What a called function takes out of a channel or pool nobody else gets here either.
  private func markTaken(
    _ set: SetID, from part: Cell, _ instance: inout SummaryInstance
  ) {
    for id in tables.sets[set] {
      let object = tables.references[id].cell.object
      if case .initial(let cell) = tables.objects[object].origin {
        guard cell == part else { continue }
        tables.setTaken(object)
        instance.takenOut.append(object)
      } else {
        instance.takenOut.append(object)
      }
    }
  }

  /// The variable that a literal captures, by what the function value holds of it.
  private func capture(
    _ variable: UInt32, of literal: FunctionNumber, _ closure: SetID
  ) -> SetID {
    guard let position = program.function(literal).captures.firstIndex(of: variable) else {
      return .empty
    }
    let path = tables.paths.extend(.whole, .part(position))
    var set = SetID.empty
    for cell in cells(of: closure) {
      guard case .function(literal) = tables.objects[cell.object].code else { continue }
      set = tables.sets.union(set, content(of: Cell(cell.object, path)))
    }
    if set.isEmpty, isOfSameDeclaration(literal) {
      return tables.set(object(ofVariable: variable))
    }
    return set
  }

  /// Whether a literal belongs to the declaration that this function belongs to.
  private func isOfSameDeclaration(_ literal: FunctionNumber) -> Bool {
    literal.rawValue - program.function(literal).literal == declaration.rawValue
  }

  /// The declared function around this one, or itself.
  var declaration: FunctionNumber {
    FunctionNumber(rawValue: number.rawValue - function.literal)
  }

  /// The cells that a summary's cell is here.
  func cells(_ cell: SummaryCell, _ instance: inout SummaryInstance) -> Few<Cell> {
    let path = path(cell.path, &instance)
    let set = objects(cell.object, &instance)
    if path == .whole { return cells(of: set) }
    if types.isEmpty {
      return cells(of: set).map { Cell($0.object, tables.paths.join($0.path, path)) }
    }
    var found = Few<Cell>()
    for cell in cells(of: set) {
      if cell.path == .whole, !mayHave(cell.object, path) { continue }
      found.append(Cell(cell.object, tables.paths.join(cell.path, path)))
    }
    return found
  }

  /// A set of the summary.
  func set(
    _ references: [FunctionSummary.Reference], _ instance: inout SummaryInstance
  ) -> SetID {
    var all = SetID.empty
    var several: [ReferenceID] = []
    swap(&several, &roomForReferences)
    defer { swap(&several, &roomForReferences) }
    several.removeAll(keepingCapacity: true)
    for reference in references {
      let path = path(reference.cell.path, &instance)
      let roots = objects(reference.cell.object, &instance)
      for id in tables.sets[roots] {
        let root = tables.references[id]
        let header =
          path == .whole ? self.header(reference.header, root.header, &instance) : .unknown
        let found =
          path == .whole && header == root.header
          ? id
          : tables.reference(
            Cell(root.cell.object, tables.paths.join(root.cell.path, path)), header)
        // Most sets are one reference.
        if references.count == 1, tables.sets.count(roots) == 1 {
          all = tables.sets.single(found)
        } else {
          several.append(found)
        }
      }
    }
    return several.isEmpty ? all : tables.sets.set(several)
  }

  /// A header of the summary for a reference whose header is `root`.
  func header(
    _ index: UInt32, _ root: HeaderID, _ instance: inout SummaryInstance
  ) -> HeaderID {
    if index == 0 { return .unknown }
    // Of initial headers nothing is noted.
    if let known = instance.headers[index] { return known }
    if instance.summary.headers[Int(index)].kind == .initial { return root }
    let header = instance.summary.headers[Int(index)]
    let window = self.window(header.window, instance)
    let part =
      instance.firstPart + UInt32(instance.summary.objects.count) + index
    let id = tables.header(
      current, part, header.kind, [], window, isElement: header.isElement)
    instance.headers.note(index, id, of: instance.summary.headers.count)
    if header.parents.isEmpty { return id }
    var parents: [HeaderID] = []
    for parent in header.parents {
      let info = instance.summary.headers[Int(parent)]
      if info.kind == .initial {
        parents += headers(of: objects(info.object, &instance))
      } else {
        parents.append(self.header(parent, .unknown, &instance))
      }
    }
    return tables.header(
      current, part, header.kind, parents, window, isElement: header.isElement)
  }

  /// A list of cells of the summary, by its number: those that are surely one place each.
  func sureCells(_ list: UInt32, _ instance: inout SummaryInstance) -> [Cell] {
    if list == 0 { return [] }
    if instance.cellLists.isEmpty {
      instance.cellLists = Array(repeating: nil, count: instance.summary.cellLists.count)
    }
    if let known = instance.cellLists[Int(list)] { return known }
    let found = sureCells(instance.summary.cellLists[Int(list)], &instance)
    instance.cellLists[Int(list)] = found
    return found
  }

  /// The cells of a list that are surely one place each.
  func sureCells(_ list: [SummaryCell], _ instance: inout SummaryInstance) -> [Cell] {
    var sure: [Cell] = []
    for cell in list {
      let mapped = cells(cell, &instance)
      guard mapped.count == 1 else { continue }
      // Receiving from a channel with room says nothing to who sent.
      if capacity(of: mapped[0].object) > 0, isReceive(mapped[0]) { continue }
      sure.insert(sorted: mapped[0])
    }
    return sure
  }
}
