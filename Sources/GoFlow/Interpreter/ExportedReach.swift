import Basics
import GoIR

/// Uses of all that can be reached from somewhere; of some, as those of encoders, only as far as
/// exported fields lead.
extension BodyInterpreter {
  /// Uses whatever can be reached from what a set leads to.
  mutating func useAll(_ set: SetID, _ kind: AccessKind, ofExported: Bool) {
    guard phase == .detect else { return }
    for id in tables.sets[set] {
      let reference = tables.references[id]
      use(reference.cell, reference.header, kind, ofExported)
      for reached in reachable(from: reference.cell, ofExported: ofExported) {
        use(reached, .unknown, kind, ofExported)
      }
    }
  }

  private mutating func use(
    _ cell: Cell, _ header: HeaderID, _ kind: AccessKind, _ ofExported: Bool
  ) {
    var access = FlowAccess(
      cell: Cell(cell.object, tables.paths.extend(cell.path, .rest)), header: header, kind: kind,
      index: .unknown, mustLocks: tables.lockLists.id(of: state.mustLocks),
      mayLocks: tables.lockLists.id(of: mayHeld), site: AccessSite(value: current))
    access.isOfExported = ofExported
    perform(access)
  }

  /// Whether a way passes a field that is not exported.
  func isHidden(_ path: PathID) -> Bool { program.isHidden(tables.paths.steps(of: path)) }

  /// Whether a use of all that exported fields lead to does not come to a cell that lies behind what
  /// it begins with.
  func isHidden(_ cell: Cell, from use: FlowAccess) -> Bool {
    guard use.isOfExported, isDeep(use.cell.path) else { return false }
    var current = cell
    while true {
      if isHidden(current.path) { return true }
      guard current.object != use.cell.object,
        case .initial(let outer) = tables.objects[current.object].origin
      else { return false }
      current = outer
    }
  }
}

extension FlowProgram {
  /// Whether a way passes a field that package reflect gives no access to: one whose name is not
  /// exported (see "Exported identifiers" in the specification). The fields of an embedded struct
  /// are those of the outer one.
  func isHidden(_ steps: [PathStep]) -> Bool {
    for (index, step) in steps.enumerated() {
      guard let field = step.field, let first = texts[fields[field].name].unicodeScalars.first,
        first.properties.generalCategory != .uppercaseLetter
      else { continue }
      let next = index + 1 < steps.count ? steps[index + 1].field : nil
      if let next, fields[next].owner == fields[field].name { continue }
      return true
    }
    return false
  }
}

extension SlotJudge {
  /// Whether the way from one place to another passes a field that is not exported.
  func isHidden(_ id: IdentityID, from start: IdentityID) -> Bool {
    var steps: [PathStep] = []
    var current = id
    while current != start, !nodes[current.index].parent.isNone {
      steps.append(nodes[current.index].step)
      current = nodes[current.index].parent
    }
    return program.isHidden(steps.reversed())
  }
}
