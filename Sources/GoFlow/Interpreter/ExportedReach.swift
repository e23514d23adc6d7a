import Basics
import GoIR

/// Uses of all that can be reached from somewhere; of some, as those of encoders, only as far as
/// exported fields lead that no tag takes out.
extension BodyInterpreter {
  /// Uses whatever can be reached from what a set leads to.
  func useAll(_ set: SetID, _ kind: AccessKind, in fields: FieldReach) {
    guard phase == .detect else { return }
    for id in tables.sets[set] {
      let reference = tables.references[id]
      use(reference.cell, reference.header, kind, fields)
      for reached in reachable(from: reference.cell, in: fields) {
        use(reached, .unknown, kind, fields)
      }
    }
  }

  private func use(
    _ cell: Cell, _ header: HeaderID, _ kind: AccessKind, _ fields: FieldReach
  ) {
    var access = FlowAccess(
      cell: Cell(cell.object, tables.paths.extend(cell.path, .rest)), header: header, kind: kind,
      index: .unknown, mustLocks: tables.lockLists.id(of: state.mustLocks),
      mayLocks: tables.lockLists.id(of: mayHeld), site: AccessSite(value: current))
    access.fields = fields
    perform(access)
  }

  /// Whether a way passes a field that a call does not look into.
  func isHidden(_ path: PathID, from fields: FieldReach) -> Bool {
    program.isHidden(tables.paths.steps(of: path), from: fields)
  }

  /// Whether a use of all that some fields lead to does not come to a cell that lies behind what it
  /// begins with.
  func isHidden(_ cell: Cell, from use: FlowAccess) -> Bool {
    guard use.fields != .all, isDeep(use.cell.path) else { return false }
    var current = cell
    while true {
      if isHidden(current.path, from: use.fields) { return true }
      guard current.object != use.cell.object,
        case .initial(let outer) = tables.objects[current.object].origin
      else { return false }
      current = outer
    }
  }
}

/// The fields that a use of all that can be reached looks into, four bytes.
public struct FieldReach: RawRepresentable, Hashable, Sendable, Codable {
  /// 0 for all fields; else the text of the tag's key, plus 1.
  public let rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Whatever there is.
  public static let all = FieldReach(rawValue: 0)

  /// Exported fields, but for those that a tag takes out by this key; the empty text where none does.
  static func exported(tag: TextID) -> FieldReach { FieldReach(rawValue: tag.rawValue + 1) }

  /// The key by which tags take fields out; the empty text where none does.
  var tag: TextID { self == .all ? .empty : TextID(rawValue: rawValue - 1) }
}

extension FlowProgram {
  /// The fields that an encoder looks into which a tag keeps out by a key; the empty text for none.
  func reach(ofTag tag: String) -> FieldReach { .exported(tag: text(tag) ?? .empty) }

  /// Whether a way passes a field that an encoder does not look into: one that its tag takes out, a
  /// function or channel, or one that package reflect gives no access to, whose name is not exported
  /// (see "Exported identifiers" in the specification). The fields of an embedded struct are those
  /// of the outer one.
  func isHidden(_ steps: [PathStep], from fields: FieldReach) -> Bool {
    let tag = fields.tag
    for (index, step) in steps.enumerated() {
      guard let field = step.field else { continue }
      let encoding = encodings[field]
      if encoding.leadsNowhere || tag != .empty && encoding.omittedBy.contains(tag) { return true }
      guard let first = texts[self.fields[field].name].unicodeScalars.first,
        first.properties.generalCategory != .uppercaseLetter
      else { continue }
      let next = index + 1 < steps.count ? steps[index + 1].field : nil
      if let next, self.fields[next].owner == self.fields[field].name { continue }
      return true
    }
    return false
  }
}

extension SlotJudge {
  /// Whether a use of all that some fields lead to from the end of one way does not come to the end
  /// of another one, which has the same beginning.
  func isHidden(
    _ other: [MemoryName.Selector], _ way: [MemoryName.Selector], from fields: FieldReach
  ) -> Bool {
    guard fields != .all, way.last == .rest else { return false }
    let steps = other.dropFirst(way.count - 1).compactMap { selector -> PathStep? in
      if case .field(let field) = selector { .field(field) } else { nil }
    }
    return program.isHidden(steps, from: fields)
  }

  /// Whether the way from one place to another passes a field that a use there does not look into.
  func isHidden(_ id: IdentityID, from start: IdentityID, to fields: FieldReach) -> Bool {
    var steps: [PathStep] = []
    var current = id
    while current != start, !nodes[current.index].parent.isNone {
      steps.append(nodes[current.index].step)
      current = nodes[current.index].parent
    }
    return program.isHidden(steps.reversed(), from: fields)
  }
}
