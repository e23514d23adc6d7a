import Basics
import GoIR

/// The uses of memory by a function and by the goroutines that it leaves behind, as its callers get to
/// know them.
extension BodyInterpreter {
  /// The uses that were exported already, and how many there are of each cell and kind.
  private struct ExportedAccesses {
    var known: Set<AccessRecord> = []
    var counts = NumberMap()
    let givings: GivingsAfter
  }

  func exportAccesses(_ export: SummaryExport, _ after: SignalsAfter) {
    let count = result.blocks.reduce(0) { $0 + $1.accesses.count }
    var exported = ExportedAccesses(
      givings: GivingsAfter(body, result.blocks, isGiving: !handed.given.isEmpty))
    if count <= SummaryExport.maximumAccesses {
      exportAccesses(export, after, &exported) { _ in true }
    } else {
      // Writes say most.
      exportAccesses(export, after, &exported) { $0.isWrite }
      exportAccesses(export, after, &exported) { !$0.isWrite }
    }
  }

  private func exportAccesses(
    _ export: SummaryExport, _ after: SignalsAfter, _ exported: inout ExportedAccesses,
    _ isMeant: (AccessKind) -> Bool
  ) {
    for block in result.blocks.indices {
      for index in result.blocks[block].accesses.indices
      where isMeant(result.blocks[block].accesses[index].access.kind) {
        exportAccess(result.blocks[block].accesses[index], export, after, &exported)
      }
    }
  }

  /// The parts of arrays that each instance of a goroutine has for itself, all of them apart from
  /// those that other instances have.
  struct PartsOfInstances {
    var windows: [Cell: [ElementWindow]] = [:]
  }

  /// So many different parts of one cell are told apart.
  private static let maximumWindows: UInt32 = 4

  private func exportAccess(
    _ own: OwnAccess, _ export: SummaryExport, _ after: SignalsAfter,
    _ exported: inout ExportedAccesses
  ) {
    let isRest = export.summary.accesses.count >= SummaryExport.maximumAccesses
    if isRest, !own.access.site.callee.isNone { return }
    let place = UInt64(own.access.cell.object.rawValue) << 40
    let kind =
      place | UInt64(own.access.cell.path.rawValue) << 8 | UInt64(own.access.kind.rawValue)
    let count = exported.counts[kind] ?? 0
    if count >= SummaryExport.maximumAccessesOfCell { return }
    var access = own.access
    if count >= Self.maximumWindows, case .within = access.index { access.index = .unknown }
    if !exported.givings.isEmpty {
      access.isTaken = access.isTaken || isGiven(own, exported.givings)
    }
    var waited = tables.cellLists[own.waited]
    if let more = result.callWaits[access.site] { waited.formUnion(sorted: more) }
    let signalled = signals(after: own, after)
    guard var record = record(access, waited, signalled, export) else { return }
    record.isSent = own.given != .empty || access.isSent
    guard exported.known.insert(record.named(in: number)).inserted else { return }
    exported.counts.set(kind, count + 1)
    if isRest {
      export.summary.ownUses.append(record)
    } else {
      export.summary.accesses.append(record)
    }
  }

  /// What is surely signalled after a use, and the channels of which all signals come after it.
  private func signals(after own: OwnAccess, _ after: SignalsAfter) -> [Cell] {
    let site = own.access.site
    var signalled = after.signals(after: site.value, in: own.block)
    let inner = result.callSignals[site] ?? []
    signalled.formUnion(sorted: inner.filter { isSure($0) })
    addAhead(
      site.value, own.block, after, isOwn: site.callee.isNone, inner: inner, to: &signalled)
    if own.given != .empty {
      let channels = tables.cellLists[own.given]
      signalled.removeAll { channels.contains($0) }
    }
    return signalled
  }

  private func record(
    _ access: FlowAccess, _ waited: [Cell], _ signalled: [Cell], _ export: SummaryExport
  ) -> AccessRecord? {
    // Better none than one without what keeps it apart from others.
    guard let cell = self.export(access.cell, export),
      let mustLocks = exportLocks(access.mustLocks, export),
      let mayLocks = exportLocks(access.mayLocks, export),
      let waited = exportList(tables.cellLists.id(of: waited), export),
      let signalled = exportList(signalled, export)
    else { return nil }
    let isInitial = tables.headers[access.header.index].kind == .initial
    let header =
      access.kind == .append || !isInitial ? self.export(access.header, export) : 0
    return AccessRecord(
      cell: cell, header: isInitial ? initialHeader(access.header, export) : header,
      kind: access.kind, index: exported(access.index, export),
      mustLocks: mustLocks, mayLocks: mayLocks, waited: waited, signalled: signalled,
      value: access.site.value,
      callee: access.site.callee, record: access.site.record,
      strand: access.site.strand, isNamedBelow: access.isNamedBelow,
      isOwnPut: access.isOwnPut, isTaken: access.isTaken, isReplaced: access.isReplaced,
      isOfEach: access.isOfEach,
      isAlias: access.isAlias, fields: access.fields, letGo: access.letGo)
  }

  private func initialHeader(
    _ header: HeaderID, _ export: SummaryExport
  ) -> UInt32 {
    self.export(header, export)
  }

  /// The uses of a goroutine that is left behind, each once as far as callers can tell them apart.
  private struct ExportedStrand {
    let start: StrandStart
    private(set) var records: [AccessRecord] = []
    private var known: Set<AccessRecord> = []

    init(_ start: StrandStart) { self.start = start }

    mutating func add(_ record: AccessRecord, of function: FunctionNumber) {
      if known.insert(record.named(in: function)).inserted { records.append(record) }
    }
  }

  func exportStrands(_ export: SummaryExport) {
    var order: [ExportedStrand] = []
    var sure: Set<StrandStart> = []
    var letGo = KnownLetGo()
    for id in export.exit.live + export.exit.pending {
      let token = tokens[id.index]
      var start = token.start
      start.isRepeated = token.isRepeated
      if !joinedTokens.contains(id), !export.exit.doubtful.contains(sorted: id) {
        sure.insert(start)
      }
      var place = order.firstIndex { $0.start == start }
      var parts = PartsOfInstances()
      for var access in token.accesses.flatMap({ namedOutside($0, export) }) {
        if let place, order[place].records.count >= SummaryExport.maximumAccesses { break }
        access.isTaken = access.isTaken || isKeptTaken(access.cell, export)
        if export.exit.stale.contains(id, access.cell.object) { continue }
        access.index = indexOutside(access, of: token, &parts)
        access.letGo = heightLetGo(access, of: id, &letGo)
        let signalled = token.signalled(after: access)
        guard let record = record(access, token.waited, signalled, export) else { continue }
        let known = place ?? order.count
        if place == nil { order.append(ExportedStrand(start)) }
        place = known
        order[known].add(record, of: number)
      }
    }
    for strand in order.prefix(SummaryExport.maximumStrands) {
      export.summary.strands.append(
        FunctionSummary.Strand(
          start: strand.start, accesses: strand.records, isDoubtful: !sure.contains(strand.start)))
    }
  }

  /// Which element a goroutine uses, to callers of the function that starts it.
  func indexOutside(
    _ access: FlowAccess, of token: Token, _ parts: inout PartsOfInstances
  ) -> ElementIndex {
    let index = access.index
    switch index {
    case .within(let low, let high):
      if token.isSeveral || !loops.isInLoop(block(of: token.name.value)) { return index }
      let window = ElementWindow(low: low, high: high)
      let known = parts.windows[access.cell] ?? []
      // All that instances have apart from others is one part to callers.
      let isPart = (known + [window]).allSatisfy {
        areApart($0, window, at: block(of: token.name.value)) == true
      }
      guard isPart else { return index }
      if !known.contains(window) { parts.windows[access.cell, default: []].append(window) }
      return .perInstance
    case .perTurn: return token.isSeveral ? .unknown : .perInstance
    case .perInstance: return loops.isInLoop(block(of: token.name.value)) ? .unknown : .perInstance
    case .counted where isDealt(index): return .perInstance
    default: return index
    }
  }

  /// A goroutine's access in terms that callers know: what it finds in a cell is also what this
  /// function puts there.
  private func namedOutside(
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
}

extension AccessRecord {
  /// What callers of a function can tell it by: all but where it stands, yet whether it is a use of the
  /// function itself.
  fileprivate func named(in function: FunctionNumber) -> AccessRecord {
    var name = self
    name.value = .none
    name.callee = callee.isNone ? .none : function
    (name.record, name.strand) = (.max, .max)
    return name
  }
}
