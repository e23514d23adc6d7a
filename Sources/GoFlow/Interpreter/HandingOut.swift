import Basics
import GoIR

/// Two slots in which one object lies, for whoever takes out of the one or the other.
public struct SlotPair: Hashable, Sendable, Codable {
  public var first: SlotKey
  public var second: SlotKey
  /// Whether the first slot keeps what was handed out at the second one.
  public var isKept = false
  /// Whether an append to what is kept may overwrite what was handed out.
  public var isShortened = false
}

/// What a body hands out through channels, pools and the like: who takes it thinks that nobody else
/// has it, which is wrong where it was handed out twice.
struct HandedOut {
  /// Tracked cells out of which others take.
  var cells: Set<UInt32> = []
  /// Those of these to which things are given back.
  var given: Set<UInt32> = []
  /// Aliases that objects got by being handed out.
  var aliases: Set<UInt32> = []
  /// Objects that were handed out more than once.
  var twice: Set<ObjectID> = []
  /// Objects that were handed out and are kept by a name.
  var kept: Set<ObjectID> = []
  /// The slots of such, each pair once.
  private(set) var pairs: [SlotPair] = []
  /// While something is handed out, what was published before.
  var before: [NumberPair]?

  static let maximumPairs = 16

  mutating func add(_ pair: SlotPair) {
    if pairs.count < Self.maximumPairs, !pairs.contains(pair) { pairs.append(pair) }
  }
}

extension BodyInterpreter {
  /// Puts leaves into cells out of which others take them.
  func handOut(_ leaves: Few<SetID>, _ paths: Few<PathID>, _ cells: Few<Cell>) {
    handed.before = state.published
    store(leaves, paths, cells)
    handed.before = nil
  }

  /// Puts a set into a cell out of which others take it.
  func handOut(_ set: SetID, into cell: Cell) {
    handed.before = state.published
    put(set, into: cell, isSure: false)
    handed.before = nil
  }

  /// Notes that an object is handed out at a place, under an alias unless it comes from there.
  func noteHandedOut(_ object: ObjectID, at place: Cell, _ alias: UInt32?) {
    guard let before = handed.before else { return }
    if let alias { handed.aliases.insert(alias) }
    if loops.isInLoop(currentBlock), !isOneThing(object) { return }
    var index = before.firstIndex(notBelow: object.rawValue)
    while index < before.count, before[index].first == object.rawValue {
      let number = before[index].second
      index += 1
      guard handed.aliases.contains(number) else { continue }
      handed.twice.insert(object)
      if case .slot(let first) = tables.objects[aliases.aliases[Int(number)].place.object].origin,
        let second = slotKey(place)
      {
        handed.add(SlotPair(first: first, second: second))
      }
    }
  }

  /// Whether a set leads to one object and to parts of it that were found there.
  func isOneThing(_ set: SetID) -> Bool {
    let references = tables.sets[set]
    return references.count == 1
      || references.contains { whole in
        let root = tables.references[whole].cell.object
        return references.allSatisfy { isReached(tables.references[$0].cell.object, from: root) }
          || isAppended(root, references)
      }
  }

  /// Whether an object is the array that an append may have made, and all that some references lead
  /// to are arrays that it may have filled instead.
  private func isAppended(
    _ object: ObjectID, _ references: some Sequence<ReferenceID>
  ) -> Bool {
    guard case .site(let value, 0) = tables.objects[object].origin,
      body.instructions[value.index].opcode == .append
    else { return false }
    let arrays = tables.sets[leafSet(value)].map { tables.references[$0].cell.object }
    return references.allSatisfy { arrays.contains(tables.references[$0].cell.object) }
  }

  func slotKey(_ place: Cell) -> SlotKey? {
    if case .slot(let key) = tables.objects[place.object].origin { return key }
    return slot(of: place)
  }

  /// Whether an object is the same one in each turn of a loop, or known to be new: not one of many
  /// that have one name.
  func isOneThing(_ object: ObjectID) -> Bool {
    var current = object
    while true {
      let info = tables.objects[current]
      if info.isTaken { return false }
      switch info.origin {
      case .initial(let cell):
        if !isOnePlace(cell) { return false }
        current = cell.object
      case .unknown, .slot: return false
      case .site(let value, _), .opaque(let value, _):
        // Behind the loop in which it is made it is one of many.
        guard let loop = loops.innermost(around: block(of: value), body) else { return true }
        return loops.blocks(ofLoop: loop.index, body).contains(currentBlock.index)
      default: return true
      }
    }
  }

  /// Notes that what lies in a cell from now on was handed out, if that is so on all ways here.
  func slotsKeeping(_ set: SetID, in cell: Cell) -> [SlotPair] {
    guard isVisible(cell.object), isOnePlace(cell), let own = slot(of: cell) else { return [] }
    var pairs: [SlotPair] = []
    for id in tables.sets[set] {
      let reference = tables.references[id]
      var isHandedOut = false
      var index = state.published.firstIndex(notBelow: reference.cell.object.rawValue)
      while index < state.published.count,
        state.published[index].first == reference.cell.object.rawValue
      {
        let number = state.published[index].second
        index += 1
        guard handed.aliases.contains(number) else { continue }
        let alias = aliases.aliases[Int(number)]
        isHandedOut = true
        guard case .slot(let other) = tables.objects[alias.place.object].origin, other != own else {
          continue
        }
        let isShorter =
          alias.header != .unknown && reference.header != .unknown
          && !tables.mustNotReachFurther(alias.header, than: reference.header)
        pairs.append(
          SlotPair(first: own, second: other, isKept: true, isShortened: isShorter))
      }
      if !isHandedOut { return [] }
    }
    return pairs
  }

  /// A store into a cell keeps what was handed out.
  func noteKept(_ set: SetID, in cell: Cell) {
    if handed.aliases.isEmpty || handed.before != nil { return }
    let pairs = slotsKeeping(set, in: cell)
    if pairs.isEmpty { return }
    for pair in pairs { handed.add(pair) }
    for id in tables.sets[set] { handed.kept.insert(tables.references[id].cell.object) }
  }

  /// At the end: what was handed out and still lies where it was found.
  func noteStillKept(_ exit: FlowState) {
    if handed.aliases.isEmpty { return }
    for pair in exit.published where handed.aliases.contains(pair.second) {
      let object = ObjectID(rawValue: pair.first)
      guard case .initial(let cell) = tables.objects[object].origin, isVisible(cell.object),
        isOnePlace(cell), !tables.objects[object].isTaken, let own = slot(of: cell),
        trackedIDs[cell.key].map({
          Int($0) >= exit.memory.count || exit.memory[Int($0)].isNone
        }) ?? true
      else { continue }
      let place = aliases.aliases[Int(pair.second)].place
      if case .slot(let other) = tables.objects[place.object].origin, other != own {
        handed.add(SlotPair(first: own, second: other, isKept: true))
      }
    }
  }

  /// Whether a function surely hands out what it puts into a cell.
  func isHandedOut(_ tracked: UInt32, _ exit: FlowState) -> Bool {
    guard handed.cells.contains(tracked) else { return false }
    // Of what is only perhaps sent callers may see that it was not.
    let cell = trackedCells[Int(tracked)]
    return !sentTo.contains(cell.object)
      || exit.signalled.contains { $0.object == cell.object }
  }
}
