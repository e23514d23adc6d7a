import Basics
import GoIR

/// A summary that is being made.
final class SummaryExport {
  static let maximumObjects = 64
  /// Of these, as many are kept at most for what the function itself uses.
  static let maximumOwnObjects = 40
  static let maximumOrderingObjects = 64
  static let maximumFresh = 16
  static let maximumStores = 34
  static let maximumAccesses = 56
  /// Of uses of one cell of one kind, which differ in locks, headers or order, there are no more.
  static let maximumAccessesOfCell: UInt32 = 8
  static let maximumStrands = 12
  static let maximumCalls = 6

  let exit: FlowState
  var summary = FunctionSummary()
  /// How many objects it may have now: what keeps uses apart has room of its own.
  var roomForObjects = maximumObjects
  var objects = NumberColumn<ObjectID>()
  var paths = NumberColumn<PathID>()
  var headers = NumberColumn<HeaderID>()
  /// Objects of the function itself that callers get to know.
  var fresh: [ObjectID] = []
  /// Whether they are of interest, 1 or 0.
  var interest = NumberColumn<ObjectID>()

  /// The numbers of lists of which all is known to callers.
  var lockListNumbers = NumberColumn<LockListID>()
  var cellListNumbers = NumberColumn<CellListID>()
  private var lockLists = ListNumbers<SummaryLock>()
  private var cellLists = ListNumbers<SummaryCell>()

  private var numbers = NumberBounds()

  init(_ exit: FlowState) { self.exit = exit }

  func list(_ locks: [SummaryLock]) -> UInt32 { lockLists.number(of: locks) }
  func list(_ cells: [SummaryCell]) -> UInt32 { cellLists.number(of: cells) }

  /// The bound of which something is known.
  func bound(_ number: NumberBound) -> ElementBound {
    if let constant = number.exact?.constant { return .constant(constant) }
    return .number(numbers.number(of: number))
  }

  /// Gives the summary its lists.
  func finishLists() {
    summary.numbers = numbers.all
    summary.lockLists = lockLists.lists
    summary.cellLists = cellLists.lists
  }
}

/// The numbers that objects, ways, headers and locks get in a summary.
extension BodyInterpreter {
  /// The summary's number of an object; nil for one that callers cannot know.
  func export(_ object: ObjectID, _ export: SummaryExport) -> UInt32? {
    if let known = export.objects[object] { return known }
    if export.summary.objects.count >= export.roomForObjects { return nil }
    let info = tables.objects[object]
    let origin: FunctionSummary.Origin
    switch info.origin {
    case .parameter(let position, let path):
      origin = .parameter(position, path: self.export(path, export))
    case .captured(let variable): origin = .captured(variable)
    case .global(let global): origin = .global(global)
    case .initial(let cell):
      guard let base = self.export(cell.object, export) else { return nil }
      origin = .initial(SummaryCell(base, self.export(cell.path, export)))
    case .site, .variable, .opaque:
      origin =
        export.fresh.count < SummaryExport.maximumFresh && isOfInterest(object, export)
        ? .fresh : .opaque
    case .unknown: origin = .unknown
    case .slot(let slot): origin = .slot(slot)
    }
    var home: SummaryCell?
    if case .slot(let slot) = info.origin, let cell = slotHomes[slot] {
      home = self.export(cell, export)
    }
    let index = exported(picked.index(of: object), export)
    if let known = export.objects[object] { return known }
    let id = UInt32(export.summary.objects.count)
    export.summary.objects.append(
      FunctionSummary.Object(
        origin: origin, code: info.code, capacity: info.capacity, isTaken: info.isTaken,
        home: home, index: index, isSpread: placements.isSpread(object)))
    export.objects[object] = id
    if origin == .fresh { export.fresh.append(object) }
    return id
  }

  /// Whether something that callers may know, or that goroutines use, can be reached from an object
  /// that the function made.
  private func isOfInterest(_ object: ObjectID, _ export: SummaryExport) -> Bool {
    if let known = export.interest[object] { return known == 1 }
    // What leads back here adds nothing.
    export.interest[object] = 0
    let info = tables.objects[object]
    var found = info.code != .none || info.capacity >= 0
    if !found { found = isTokenObject(object, export) }
    for index in trackedCells(of: object) where !found && Int(index) < export.exit.memory.count {
      let set = export.exit.memory[Int(index)]
      if set.isNone { continue }
      for id in tables.sets[set] where !found {
        let target = tables.references[id].cell.object
        switch tables.objects[target].origin {
        case .site, .variable: found = target != object && isOfInterest(target, export)
        case .opaque: found = false
        default: found = isVisible(target) || isTokenObject(target, export)
        }
      }
    }
    if !found {
      found = links.links(of: object).contains { link in
        link.sources.contains { isVisible($0.object) }
      }
    }
    export.interest[object] = found ? 1 : 0
    return found
  }

  private func isTokenObject(_ object: ObjectID, _ export: SummaryExport) -> Bool {
    (export.exit.live + export.exit.pending).contains {
      tokens[$0.index].uses(object)
    }
  }

  func export(_ path: PathID, _ export: SummaryExport) -> UInt32 {
    if path == .whole { return 0 }
    if let known = export.paths[path] { return known }
    let node = tables.paths.nodes[path.index]
    let parent = self.export(node.parent, export)
    let id = UInt32(export.summary.paths.count)
    export.summary.paths.append(FunctionSummary.PathNode(parent: parent, step: node.step))
    export.paths[path] = id
    return id
  }

  func export(_ header: HeaderID, _ export: SummaryExport) -> UInt32 {
    if export.summary.headers.isEmpty {
      export.summary.headers.append(
        FunctionSummary.Header(kind: .unknown, parents: [], object: .max))
    }
    if header == .unknown { return 0 }
    if let known = export.headers[header] { return known }
    let info = tables.headers[header.index]
    let id = UInt32(export.summary.headers.count)
    export.headers[header] = id
    var object: UInt32 = .max
    export.summary.headers.append(
      FunctionSummary.Header(
        kind: info.kind, parents: [], object: .max, window: exported(info.window, export),
        isElement: info.isElement))
    if info.kind == .initial {
      guard let found = self.export(info.object, export) else {
        export.summary.headers[Int(id)].kind = .unknown
        return id
      }
      object = found
    }
    let parents = info.parents.map { self.export($0, export) }
    export.summary.headers[Int(id)].parents = parents
    export.summary.headers[Int(id)].object = object
    return id
  }

  func export(_ cell: Cell, _ export: SummaryExport) -> SummaryCell? {
    guard let object = self.export(cell.object, export) else { return nil }
    return SummaryCell(object, self.export(cell.path, export))
  }

  func export(
    _ set: SetID, _ export: SummaryExport
  ) -> [FunctionSummary.Reference] {
    var references: [FunctionSummary.Reference] = []
    var hasOpaque = false
    for id in tables.sets[set] {
      let reference = tables.references[id]
      if isOpaque(reference.cell.object, export) {
        // One of several things that nobody else has says as much as all of them.
        if hasOpaque { continue }
        hasOpaque = true
      }
      guard let cell = self.export(reference.cell, export) else { continue }
      references.append(
        FunctionSummary.Reference(cell: cell, header: self.export(reference.header, export)))
    }
    return references
  }

  func isOpaque(_ object: ObjectID, _ export: SummaryExport) -> Bool {
    switch tables.objects[object].origin {
    case .site, .variable, .opaque: !isOfInterest(object, export)
    default: false
    }
  }

  /// A cell that keeps uses apart: there is room of its own for such.
  func exportOrdering(_ cell: Cell, _ export: SummaryExport) -> SummaryCell? {
    export.roomForObjects += SummaryExport.maximumOrderingObjects
    defer { export.roomForObjects -= SummaryExport.maximumOrderingObjects }
    return self.export(cell, export)
  }

  /// Whether an object is in the summary anyway, or callers are two loads away from it.
  func isNear(_ object: ObjectID, _ export: SummaryExport) -> Bool {
    export.objects[object] != nil || tables.objects[object].depth <= 2
  }

  /// Cells that callers know, as a list of the summary. What they cannot know is left out; nil where
  /// there is no room for what they would know.
  func exportList(_ cells: [Cell], _ export: SummaryExport) -> UInt32? {
    if cells.isEmpty { return 0 }
    var mapped: [SummaryCell] = []
    for cell in cells where isKnownOutside(cell.object, export) {
      if isAhead(cell), !isNear(cell.object, export) { continue }
      guard let found = exportOrdering(cell, export) else { return nil }
      mapped.append(found)
    }
    return export.list(mapped.sorted())
  }

  /// The same of a list by its number. One of which callers know all stays what it is, while others
  /// may come to be known.
  func exportList(_ list: CellListID, _ export: SummaryExport) -> UInt32? {
    if let known = export.cellListNumbers[list] { return known }
    let cells = tables.cellLists[list]
    let isKnown = cells.allSatisfy {
      isKnownOutside($0.object, export) && (!isAhead($0) || isNear($0.object, export))
    }
    let number = exportList(cells, export)
    if isKnown, let number { export.cellListNumbers[list] = number }
    return number
  }

  /// Locks that callers know, by the number of their list, likewise.
  func exportLocks(_ list: LockListID, _ export: SummaryExport) -> UInt32? {
    if let known = export.lockListNumbers[list] { return known }
    let locks = tables.lockLists[list]
    let isKnown = locks.allSatisfy { isKnownOutside($0.cell.object, export) }
    let number = exportLocks(locks, export)
    if isKnown, let number { export.lockListNumbers[list] = number }
    return number
  }

  /// Locks that callers know, likewise.
  func exportLocks(_ locks: [HeldLock], _ export: SummaryExport) -> UInt32? {
    if locks.isEmpty { return 0 }
    var mapped: [SummaryLock] = []
    for lock in locks where isKnownOutside(lock.cell.object, export) {
      // What was sent or taken out and not given back was a signal.
      if isSemaphore(lock.cell),
        export.exit.mayLocks.contains(lock) && !isKept(lock.cell) || !isKnownRoom(lock.cell)
      {
        continue
      }
      guard let cell = exportOrdering(lock.cell, export) else { return nil }
      mapped.append(SummaryLock(cell: cell, mode: lock.mode))
    }
    return export.list(mapped)
  }

  /// Whether callers know an object: by a parameter, captured or package variable, or because it
  /// was given to them.
  func isKnownOutside(_ object: ObjectID, _ export: SummaryExport) -> Bool {
    var current = object
    while case .initial(let cell) = tables.objects[current].origin {
      if export.objects[current] != nil { return true }
      current = cell.object
    }
    switch tables.objects[current].origin {
    case .parameter, .captured, .global, .slot: return true
    default: return export.objects[current] != nil
    }
  }
}
