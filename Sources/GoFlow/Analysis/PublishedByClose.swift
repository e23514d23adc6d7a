import Basics
import GoIR

/// What the close of a channel publishes that lies in the same object: the one place uses the object
/// and closes its channel afterwards on every way, the other one has received from the channel of
/// the object that it uses. Whichever objects these are, the two are in order where they are one
/// (see "Channel communication" in the Go memory model).
///
/// Counted are only channels in fields of which no body says that it sends to them, and that nobody
/// replaces in an object that others may know already; that the first one who needs a channel makes it
/// is no replacement.
struct PublishedByClose {
  private let program: FlowProgram
  private let functions: Table<FunctionNumber, FunctionFlow>
  /// The channels that lie beside what each place uses; of places that use fields.
  private var channels: [FlowSite: Channels] = [:]
  /// The channels that are told by something else than their close.
  private var otherwise: Set<FieldNumber> = []

  private struct Channels {
    var closed: [FieldNumber] = []
    var awaited: [FieldNumber] = []
  }

  /// Prepares for the conflicts with these ends. Costs the uses of the functions around the ends,
  /// and where a channel may order some of them, a look at all bodies.
  init(
    _ program: FlowProgram, _ functions: Table<FunctionNumber, FunctionFlow>,
    _ ends: [(FlowSite?, FlowSite?)]
  ) {
    self.program = program
    self.functions = functions
    var meant: Set<FieldNumber> = []
    for case (let first?, let second?) in ends where first != second {
      note(first)
      note(second)
      meant.formUnion(ordering(first, second))
      meant.formUnion(ordering(second, first))
    }
    if !meant.isEmpty { findOthers(meant) }
  }

  /// Whether what the one place does is over when the other one comes to the same object.
  func contains(_ first: FlowSite, _ second: FlowSite) -> Bool {
    ordering(first, second).contains { !otherwise.contains($0) }
      || ordering(second, first).contains { !otherwise.contains($0) }
  }

  /// The channels that the one place closes afterwards and the other one has waited for.
  private func ordering(_ first: FlowSite, _ second: FlowSite) -> [FieldNumber] {
    guard let closed = channels[first]?.closed, !closed.isEmpty,
      let awaited = channels[second]?.awaited
    else { return [] }
    return closed.filter { awaited.contains($0) }
  }

  private mutating func note(_ site: FlowSite) {
    guard channels[site] == nil, !site.value.isNone else { return }
    let summary = functions[site.function].summary
    let (own, others) = records(of: site, summary)
    let records = own.isEmpty ? others : own
    let closed = records.map {
      summary.channels($0.signalled, beside: $0.cell, isClosed: true)
    }
    let awaited = records.map { summary.channels($0.waited, beside: $0.cell, isClosed: false) }
    channels[site] = Channels(
      closed: common(closed), awaited: own.isEmpty ? common(awaited) : awaited.flatMap(\.self))
  }

  private func common(_ lists: [[FieldNumber]]) -> [FieldNumber] {
    (lists.first ?? []).filter { field in lists.allSatisfy { $0.contains(field) } }
  }

  /// What is kept of the use of a field, and of those that use the field as it does: of several
  /// instructions one may stand for all.
  private func records(
    of site: FlowSite, _ summary: FunctionSummary
  ) -> (own: [AccessRecord], others: [AccessRecord]) {
    let body = program.functions[site.function].body
    let instruction = body.instructions[site.value.index]
    guard let field = body.lastField(of: instruction) else { return ([], []) }
    let all = summary.uses.filter {
      $0.callee.isNone && !$0.value.isNone && !summary.isSlot($0.cell)
    }
    let others = all.filter {
      let other = body.instructions[$0.value.index]
      return other.opcode == instruction.opcode && body.lastField(of: other) == field
    }
    return (all.filter { $0.value == site.value }, others)
  }

  // MARK: Other signals

  /// Finds those of some channels that somebody sends to or replaces.
  private mutating func findOthers(_ meant: Set<FieldNumber>) {
    let names = NamedPlaces(program: program)
    for number in program.functions.ids {
      let body = program.functions[number].body
      for (index, instruction) in body.instructions.enumerated() {
        switch instruction.opcode {
        case .send:
          let channel = body.operand(ValueID(index), 0)
          if case .field(let field)? = names.place(of: channel, in: number),
            meant.contains(field)
          {
            otherwise.insert(field)
          }
        case .store:
          guard let field = body.lastField(of: instruction), meant.contains(field),
            isOfOthers(FlowSite(function: number, value: ValueID(index))),
            !isFirst(FlowSite(function: number, value: ValueID(index)), field, names)
          else { continue }
          otherwise.insert(field)
        default: break
        }
      }
    }
  }

  /// Whether a store puts a channel where the function found that there is none yet.
  private func isFirst(
    _ store: FlowSite, _ field: FieldNumber, _ names: NamedPlaces
  ) -> Bool {
    let body = program.functions[store.function].body
    let channel = body.operand(store.value, 0)
    return !channel.isNone && body.instructions[channel.index].opcode == .make
      && names.looks(at: .field(field), before: store)
  }

  /// Whether a store goes to an object that others may know: what a function made itself and has not
  /// given away is none of its uses.
  private func isOfOthers(_ store: FlowSite) -> Bool {
    functions[store.function].summary.uses.contains {
      $0.callee.isNone && $0.value == store.value
    }
  }
}

extension FunctionSummary {
  /// Whether a place is known by the slot in which others find it.
  fileprivate func isSlot(_ cell: SummaryCell) -> Bool {
    var current = cell.object
    while case .initial(let outer) = objects[Int(current)].origin { current = outer.object }
    if case .slot = objects[Int(current)].origin { return true }
    return false
  }

  /// The fields with the channels of a list that lie in the struct around a place, or in one around
  /// that without a reference between; of those that are closed, or of all.
  fileprivate func channels(
    _ list: UInt32, beside cell: SummaryCell, isClosed: Bool
  ) -> [FieldNumber] {
    cellLists[Int(list)].compactMap { signal in
      let node = paths[Int(signal.path)]
      let isClose = signal.path != 0 && node.step == .part(1) && node.parent == 0
      guard isClose || !isClosed && signal.path == 0,
        case .initial(let home) = objects[Int(signal.object)].origin, home.object == cell.object,
        home.path != 0, let field = paths[Int(home.path)].step.field,
        isAround(paths[Int(home.path)].parent, cell.path)
      else { return nil }
      return field
    }
  }

  /// Whether a way is the beginning of another one.
  private func isAround(_ start: UInt32, _ path: UInt32) -> Bool {
    var current = path
    while current != 0 {
      current = paths[Int(current)].parent
      if current == start { return true }
    }
    return false
  }
}
