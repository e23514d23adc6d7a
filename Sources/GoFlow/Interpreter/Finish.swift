import Basics
import GoIR

/// The end of a body, and what its callers get to know.
extension BodyInterpreter {
  /// A way out of the function.
  mutating func leave(_ value: ValueID, _ instruction: FlowInstruction) {
    guard phase == .detect, instruction.opcode == .return else { return }
    for position in 0..<Int(instruction.operandCount) {
      let leaves = operandLeaves(value, position)
      while result.returned.count <= position { result.returned.append([]) }
      for (index, set) in leaves.enumerated() {
        if index < result.returned[position].count {
          result.returned[position][index] = tables.sets.union(
            result.returned[position][index], set)
        } else {
          result.returned[position].append(set)
        }
      }
    }
    guard var exit = result.exit else {
      result.exit = state
      return
    }
    join(&exit, state)
    result.exit = exit
  }

  /// Makes the summary of what the last look found.
  mutating func finish() {
    let after = SignalsAfter(body, result.signals)
    var export = SummaryExport(result.exit ?? FlowState())
    exportResults(&export)
    exportStores(&export)
    exportAccesses(&export, after)
    exportStrands(&export)
    exportValueCalls(&export, after)
    exportOrder(&export)
    result.share { export.objects[$0] != nil && export.isGivenAway($0) }
    result.summary = export.summary
    result.summary.marksParallel = result.marksParallel
  }

  // MARK: Numbers of the summary

  /// The summary's number of an object; nil for one that callers cannot know.
  mutating func export(_ object: ObjectID, _ export: inout SummaryExport) -> UInt32? {
    if let known = export.objects[object] { return known }
    if export.summary.objects.count >= SummaryExport.maximumObjects { return nil }
    let info = tables.objects[object]
    let origin: FunctionSummary.Origin
    switch info.origin {
    case .parameter(let position, let path):
      origin = .parameter(position, path: self.export(path, &export))
    case .captured(let variable): origin = .captured(variable)
    case .global(let global): origin = .global(global)
    case .initial(let cell):
      guard let base = self.export(cell.object, &export) else { return nil }
      origin = .initial(SummaryCell(base, self.export(cell.path, &export)))
    case .site, .variable, .opaque:
      origin =
        export.fresh.count < SummaryExport.maximumFresh && isOfInterest(object, &export)
        ? .fresh : .opaque
    case .unknown: origin = .unknown
    case .slot(let slot): origin = .slot(slot)
    }
    let id = UInt32(export.summary.objects.count)
    export.summary.objects.append(
      FunctionSummary.Object(
        origin: origin, code: info.code, capacity: info.capacity, isTaken: info.isTaken))
    export.objects[object] = id
    if origin == .fresh { export.fresh.append(object) }
    if origin == .opaque { export.opaque.append(object) }
    return id
  }

  /// Whether something that callers may know, or that goroutines use, can be reached from an object
  /// that the function made.
  private func isOfInterest(_ object: ObjectID, _ export: inout SummaryExport) -> Bool {
    if let known = export.interest[object] { return known }
    // What leads back here adds nothing.
    export.interest[object] = false
    let info = tables.objects[object]
    var found = info.code != .none || info.capacity >= 0
    if !found, !tokens.isEmpty {
      found = (export.exit.live + export.exit.pending).contains {
        tokens[$0.index].byObject[object] != nil
      }
    }
    for index in trackedCells(of: object) where !found && Int(index) < export.exit.memory.count {
      let set = export.exit.memory[Int(index)]
      if set.isNone { continue }
      for id in tables.sets[set] where !found {
        let target = tables.references[id].cell.object
        switch tables.objects[target].origin {
        case .site, .variable: found = target != object && isOfInterest(target, &export)
        case .opaque: found = false
        default: found = isVisible(target) || isTokenObject(target, export)
        }
      }
    }
    if !found {
      for (target, sources) in links where target.object == object {
        if sources.contains(where: { isVisible($0.object) }) { found = true }
      }
    }
    export.interest[object] = found
    return found
  }

  private func isTokenObject(_ object: ObjectID, _ export: SummaryExport) -> Bool {
    (export.exit.live + export.exit.pending).contains {
      tokens[$0.index].byObject[object] != nil
    }
  }

  mutating func export(_ path: PathID, _ export: inout SummaryExport) -> UInt32 {
    if path == .whole { return 0 }
    if let known = export.paths[path] { return known }
    let node = tables.paths.nodes[path.index]
    let parent = self.export(node.parent, &export)
    let id = UInt32(export.summary.paths.count)
    export.summary.paths.append(FunctionSummary.PathNode(parent: parent, step: node.step))
    export.paths[path] = id
    return id
  }

  private mutating func export(_ header: HeaderID, _ export: inout SummaryExport) -> UInt32 {
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
      FunctionSummary.Header(kind: info.kind, parents: [], object: .max))
    if info.kind == .initial {
      guard let found = self.export(info.object, &export) else {
        export.summary.headers[Int(id)].kind = .unknown
        return id
      }
      object = found
    }
    let parents = info.parents.map { self.export($0, &export) }
    export.summary.headers[Int(id)].parents = parents
    export.summary.headers[Int(id)].object = object
    return id
  }

  mutating func export(_ cell: Cell, _ export: inout SummaryExport) -> SummaryCell? {
    guard let object = self.export(cell.object, &export) else { return nil }
    return SummaryCell(object, self.export(cell.path, &export))
  }

  private mutating func export(
    _ set: SetID, _ export: inout SummaryExport
  ) -> [FunctionSummary.Reference] {
    var references: [FunctionSummary.Reference] = []
    var hasOpaque = false
    for id in tables.sets[set] {
      let reference = tables.references[id]
      if isOpaque(reference.cell.object, &export) {
        // One of several things that nobody else has says as much as all of them.
        if hasOpaque { continue }
        hasOpaque = true
      }
      guard let cell = self.export(reference.cell, &export) else { continue }
      references.append(
        FunctionSummary.Reference(cell: cell, header: self.export(reference.header, &export)))
    }
    return references
  }

  private mutating func isOpaque(_ object: ObjectID, _ export: inout SummaryExport) -> Bool {
    switch tables.objects[object].origin {
    case .site, .variable, .opaque: !isOfInterest(object, &export)
    default: false
    }
  }

  /// Cells that callers know, as a list of the summary. What they cannot know is left out.
  private mutating func exportList(_ cells: [Cell], _ export: inout SummaryExport) -> UInt32 {
    let mapped = cells.filter { isKnownOutside($0.object, export) }
      .compactMap { self.export($0, &export) }
    return export.list(mapped.sorted())
  }

  private mutating func exportLocks(_ locks: [HeldLock], _ export: inout SummaryExport) -> UInt32 {
    var mapped: [SummaryLock] = []
    for lock in locks where isKnownOutside(lock.cell.object, export) {
      if let cell = self.export(lock.cell, &export) {
        mapped.append(SummaryLock(cell: cell, mode: lock.mode))
      }
    }
    return export.list(mapped)
  }

  /// Whether callers know an object: by a parameter, captured or package variable, or because it
  /// was given to them.
  private func isKnownOutside(_ object: ObjectID, _ export: SummaryExport) -> Bool {
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

  // MARK: Results and memory

  private mutating func exportResults(_ export: inout SummaryExport) {
    for (position, leaves) in result.returned.enumerated() {
      let layout =
        position < function.results.count ? function.results[position].layout.rawValue : 0
      let paths = paths(of: UInt16(truncatingIfNeeded: layout))
      var list: [FunctionSummary.Leaf] = []
      for (index, set) in leaves.enumerated() {
        let path = index < paths.count ? paths[index] : .whole
        list.append(
          FunctionSummary.Leaf(path: self.export(path, &export), set: self.export(set, &export)))
      }
      export.summary.results.append(list)
    }
  }

  private mutating func exportStores(_ export: inout SummaryExport) {
    for (index, set) in export.exit.memory.enumerated() where !set.isNone {
      let cell = trackedCells[index]
      guard isVisible(cell.object), set != initialContent(of: cell) else { continue }
      exportStore(cell, set, &export)
    }
    // What was given away brings along what lies in it.
    var next = 0
    while next < export.fresh.count {
      let object = export.fresh[next]
      next += 1
      for index in trackedCells(of: object)
      where Int(index) < export.exit.memory.count && !export.exit.memory[Int(index)].isNone {
        exportStore(trackedCells[Int(index)], export.exit.memory[Int(index)], &export)
      }
    }
    for (target, sources) in links.sorted(by: { $0.key < $1.key })
    where isKnownOutside(target.object, export) {
      for source in sources where isKnownOutside(source.object, export) {
        guard let first = self.export(target, &export), let second = self.export(source, &export)
        else { continue }
        export.summary.links.append(FunctionSummary.Link(target: first, source: second))
      }
    }
  }

  private mutating func exportStore(
    _ cell: Cell, _ set: SetID, _ export: inout SummaryExport
  ) {
    guard export.summary.stores.count < SummaryExport.maximumStores else { return }
    var isSure = isOnePlace(cell)
    if isSure, tables.objects[cell.object].isIncoming {
      let initial = initialContent(of: cell)
      let first = tables.sets[initial].first
      isSure = !tables.sets[set].contains { id in
        first.map { tables.references[$0].cell == tables.references[id].cell } ?? false
      }
    }
    guard let target = self.export(cell, &export) else { return }
    export.summary.stores.append(
      FunctionSummary.Store(
        cell: target, set: self.export(set, &export), isSure: isSure, value: .none))
  }

  // MARK: Uses

  private mutating func exportAccesses(_ export: inout SummaryExport, _ after: SignalsAfter) {
    var accesses = result.accesses
    if accesses.count > SummaryExport.maximumAccesses {
      // Writes say most.
      accesses =
        accesses.filter { $0.access.kind.isWrite } + accesses.filter { !$0.access.kind.isWrite }
      accesses.removeLast(accesses.count - SummaryExport.maximumAccesses)
    }
    var known: Set<AccessRecord> = []
    for own in accesses {
      let site = own.access.site
      var waited = own.waited
      waited.formUnion(sorted: (result.callWaits[site] ?? []).sorted())
      var signalled = after.signals(after: site.value, in: own.block)
      signalled.formUnion(sorted: (result.callSignals[site] ?? []).sorted())
      guard let record = record(own.access, waited, signalled, &export) else { continue }
      var name = record
      name.value = .none
      name.callee = .none
      name.record = .max
      if known.insert(name).inserted { export.summary.accesses.append(record) }
    }
  }

  private mutating func record(
    _ access: FlowAccess, _ waited: [Cell], _ signalled: [Cell], _ export: inout SummaryExport
  ) -> AccessRecord? {
    guard let cell = self.export(access.cell, &export) else { return nil }
    let isInitial = tables.headers[access.header.index].kind == .initial
    let header =
      access.kind == .append || !isInitial ? self.export(access.header, &export) : 0
    return AccessRecord(
      cell: cell, header: isInitial ? initialHeader(access.header, &export) : header,
      kind: access.kind, index: access.index,
      mustLocks: exportLocks(access.mustLocks, &export),
      mayLocks: exportLocks(access.mayLocks, &export), waited: exportList(waited, &export),
      signalled: exportList(signalled, &export), value: access.site.value,
      callee: access.site.callee, record: access.site.record,
      strand: access.site.strand, isNamedBelow: access.isNamedBelow,
      isTaken: access.isTaken, isReplaced: access.isReplaced)
  }

  private mutating func initialHeader(
    _ header: HeaderID, _ export: inout SummaryExport
  ) -> UInt32 {
    self.export(header, &export)
  }

  private mutating func exportStrands(_ export: inout SummaryExport) {
    var order: [StrandStart] = []
    var records: [StrandStart: [AccessRecord]] = [:]
    for id in export.exit.live + export.exit.pending {
      let token = tokens[id.index]
      var start = token.start
      start.isRepeated = token.isRepeated
      for access in token.accesses.flatMap({ namedOutside($0, export) }) {
        let isStale = export.exit.stale.contains(
          NumberPair(first: id.rawValue, second: access.cell.object.rawValue))
        if isStale { continue }
        guard let record = record(access, token.waited, token.signalled, &export) else { continue }
        if records[start] == nil { order.append(start) }
        if records[start, default: []].count < SummaryExport.maximumAccesses {
          records[start, default: []].append(record)
        }
      }
    }
    for start in order.prefix(SummaryExport.maximumStrands) {
      export.summary.strands.append(
        FunctionSummary.Strand(start: start, accesses: records[start] ?? [], signals: []))
    }
  }

  /// A goroutine's access in terms that callers know: what it finds in a cell is also what this
  /// function puts there.
  private mutating func namedOutside(
    _ access: FlowAccess, _ export: SummaryExport
  ) -> [FlowAccess] {
    var found: [FlowAccess] = []
    if isKnownOutside(access.cell.object, export) { found.append(access) }
    if case .initial(let cell) = tables.objects[access.cell.object].origin,
      let tracked = trackedIDs[cell.key], let set = everStored[tracked]
    {
      for id in tables.sets[set] {
        let target = tables.references[id]
        guard isVisible(target.cell.object) else { continue }
        var other = access
        other.cell = Cell(
          target.cell.object, tables.paths.join(target.cell.path, access.cell.path))
        other.header = target.header
        found.append(other)
      }
    }
    return found
  }

  private mutating func exportValueCalls(_ export: inout SummaryExport, _ after: SignalsAfter) {
    for call in result.valueCalls.prefix(SummaryExport.maximumCalls) {
      guard let cell = self.export(call.function.cell, &export) else { continue }
      var arguments: [[FunctionSummary.Leaf]] = []
      for argument in call.arguments {
        var leaves: [FunctionSummary.Leaf] = []
        for (path, set) in zip(argument.paths, argument.sets) {
          leaves.append(
            FunctionSummary.Leaf(
              path: self.export(path, &export), set: self.export(set, &export)))
        }
        arguments.append(leaves)
      }
      var signalled = call.signalled.sorted()
      if call.start == nil {
        signalled.formUnion(sorted: after.signals(after: call.value, in: call.block))
      }
      export.summary.valueCalls.append(
        FunctionSummary.ValueCall(
          function: FunctionSummary.Reference(
            cell: cell, header: self.export(call.function.header, &export)),
          arguments: arguments, strand: call.start,
          mustLocks: exportLocks(call.mustLocks, &export),
          mayLocks: exportLocks(call.mayLocks, &export),
          signalled: exportList(signalled, &export), waited: exportList(call.waited, &export),
          value: call.value))
    }
  }

  private mutating func exportOrder(_ export: inout SummaryExport) {
    let exit = export.exit
    for lock in exit.mustLocks where isKnownOutside(lock.cell.object, export) {
      if let cell = self.export(lock.cell, &export) {
        export.summary.acquired.append(SummaryLock(cell: cell, mode: lock.mode))
      }
    }
    for lock in exit.mayLocks
    where !exit.mustLocks.contains(lock) && isKnownOutside(lock.cell.object, export) {
      if let cell = self.export(lock.cell, &export) {
        export.summary.mayAcquire.append(SummaryLock(cell: cell, mode: lock.mode))
      }
    }
    for cell in exit.released where isKnownOutside(cell.object, export) {
      if let cell = self.export(cell, &export) { export.summary.released.append(cell) }
    }
    for wait in exit.waited where isKnownOutside(wait.cell.object, export) {
      if let cell = self.export(wait.cell, &export) {
        export.summary.waits.append(FunctionSummary.Wait(cell: cell, kind: wait.kind))
      }
    }
    for signal in exit.signalled where isKnownOutside(signal.object, export) {
      let point = result.signals.first { $0.cell == signal }
      guard let cell = self.export(signal, &export) else { continue }
      export.summary.signals.append(
        FunctionSummary.Signal(
          cell: cell, kind: point?.kind ?? .done,
          waited: exportList(point?.waited ?? [], &export)))
    }
  }
}

/// A summary that is being made.
struct SummaryExport {
  static let maximumObjects = 160
  static let maximumFresh = 16
  static let maximumStores = 120
  static let maximumAccesses = 200
  static let maximumStrands = 40
  static let maximumCalls = 24

  let exit: FlowState
  var summary = FunctionSummary()
  var objects: [ObjectID: UInt32] = [:]
  var paths: [PathID: UInt32] = [:]
  var headers: [HeaderID: UInt32] = [:]
  /// Objects of the function itself that callers get to know.
  var fresh: [ObjectID] = []
  var opaque: [ObjectID] = []
  var interest: [ObjectID: Bool] = [:]
  /// Whether an object that the function made is known to callers.
  func isGivenAway(_ object: ObjectID) -> Bool { fresh.contains(object) || opaque.contains(object) }

  private var lockLists: [[SummaryLock]: UInt32] = [[]: 0]
  private var cellLists: [[SummaryCell]: UInt32] = [[]: 0]

  init(_ exit: FlowState) { self.exit = exit }

  mutating func list(_ locks: [SummaryLock]) -> UInt32 {
    if let known = lockLists[locks] { return known }
    let id = UInt32(summary.lockLists.count)
    summary.lockLists.append(locks)
    lockLists[locks] = id
    return id
  }

  mutating func list(_ cells: [SummaryCell]) -> UInt32 {
    if let known = cellLists[cells] { return known }
    let id = UInt32(summary.cellLists.count)
    summary.cellLists.append(cells)
    cellLists[cells] = id
    return id
  }
}

/// What is surely signalled after each point of a body.
struct SignalsAfter {
  private var atEnd: [[Cell]?] = []
  private var points: [[SignalPoint]] = []
  private let isEmpty: Bool

  init(_ body: FlowBody, _ signals: [SignalPoint]) {
    isEmpty = signals.isEmpty
    if isEmpty { return }
    points = Array(repeating: [], count: body.blocks.count)
    for signal in signals { points[signal.block.index].append(signal) }
    // nil: nothing is known yet, all may be signalled.
    atEnd = Array(repeating: nil, count: body.blocks.count)
    var isNew = true
    while isNew {
      isNew = false
      for index in body.blocks.indices.reversed() {
        let block = body.blocks[index]
        var joined: [Cell]?
        if block.successorCount == 0 {
          joined = []
        } else {
          for edge in block.firstSuccessor..<block.firstSuccessor + block.successorCount {
            let successor = body.edges[Int(edge)].index
            guard var other = atEnd[successor] else { continue }
            for point in points[successor] { other.insert(sorted: point.cell) }
            joined = joined?.intersection(sorted: other) ?? other
          }
        }
        if joined != atEnd[index] {
          atEnd[index] = joined
          isNew = true
        }
      }
    }
  }

  /// The signals that are surely given after an instruction of a block.
  func signals(after value: ValueID, in block: BlockID) -> [Cell] {
    if isEmpty { return [] }
    var found = atEnd[block.index] ?? []
    for point in points[block.index] where point.value > value { found.insert(sorted: point.cell) }
    return found
  }
}
